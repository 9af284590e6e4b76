"""Nothing but `serve`, `replicate` and a class on a server may touch the network: with sockets
forbidden, all else works. A class in a file asks for none either."""

import json
import os
import subprocess
import sys
from pathlib import Path

from recco_tui.cli.root import COMMANDS
from recco_tui.locations import sample_folder
from tests.sample_file import sample_file

ROOT = Path(__file__).parents[1]
MAY = {"serve", "replicate"}
FORBIDDEN = """
import socket
def refuse(*args, **kwargs):
    raise SystemExit("a socket was asked for")
class Refused(socket.socket):
    def connect(self, *args): refuse()
    def connect_ex(self, *args): refuse()
    def bind(self, *args): refuse()
    def sendto(self, *args): refuse()
socket.socket = Refused
socket.create_connection = socket.getaddrinfo = socket.gethostbyname = refuse
"""
COMMAND = (
    FORBIDDEN
    + """
import sys
from recco_tui.cli.main import main
main(sys.argv[1:])
"""
)
EACH_COMMAND = (
    FORBIDDEN
    + """
import json, os, shutil, sys
from recco_tui.cli.main import run
told = {}
for name, words in json.loads(sys.argv[1]).items():
    shutil.copy("sample.db", os.environ["RECCO_DB"])
    try:
        told[name] = run([name, *words])
    except SystemExit as ended:
        told[name] = ended.code
with open("told.json", "w") as file:
    json.dump(told, file)
"""
)
BOARD = (
    FORBIDDEN
    + """
import asyncio, sys
from datetime import date
from recco_tui.ledger.store import Clock
from recco_tui.ui.app import ReccoApp
from recco_tui.ui.demo import open_demo
async def main():
    with open_demo(Clock(date(2026, 11, 23))) as ledger:
        app = ReccoApp(ledger)
        async with app.run_test(size=(120, 36)) as pilot:
            for key in ["2", "3", "4", "5", "1", "r", "q", "i", "escape", "w", "escape", "escape"]:
                await pilot.press(key)
                await pilot.pause()
asyncio.run(main())
print("walked")
"""
)
EACH = {
    "import": [str(sample_folder() / "linkedin")],
    "contact": ["list"],
    "project": ["list"],
    "moment": ["add", "John Silva", "fixed it"],
    "ask": ["list"],
    "meet": ["list"],
    "request": ["list"],
    "promise": ["John Silva"],
    "recommendation": ["list"],
    "check": ["text.txt"],
    "prompt": ["John Silva"],
    "snooze": ["John Silva"],
    "dismiss": ["John Silva"],
    "goal": ["list"],
    "class": ["create", "class.db", "Spring", "--as", "Cora"],
    "waiver": ["list", "John Silva"],
    "completion": ["bash"],
    "export": ["json"],
}
"""Words after a command that make it do its work; the others need none."""


def ran(code: str, *words: str, home: Path) -> subprocess.CompletedProcess[str]:
    env = {"PATH": os.environ["PATH"], "HOME": str(home), "RECCO_DB": str(home / "recco.db")}
    return subprocess.run(
        [sys.executable, "-c", code, *words],
        cwd=home,
        env=env | {"PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )


def test_the_guard_itself_refuses(tmp_path: Path) -> None:
    done = ran(FORBIDDEN + "socket.create_connection(('127.0.0.1', 9))", home=tmp_path)
    assert done.stderr == "a socket was asked for\n"


def test_a_command_asks_for_no_socket(tmp_path: Path) -> None:
    """All of them in one process, each on the sample people."""
    words = {name: EACH.get(name, []) for name in COMMANDS if name not in MAY}
    sample_file(tmp_path / "sample.db")
    (tmp_path / "text.txt").write_text("Ann explained every change. I recommend her to any team.")
    done = ran(EACH_COMMAND, json.dumps(words), home=tmp_path)
    told = json.loads((tmp_path / "told.json").read_text())
    assert told.keys() == words.keys()
    assert {name: status for name, status in told.items() if status not in (0, 1)} == {}, (
        done.stderr
    )
    assert "a socket was asked for" not in done.stderr


def test_a_command_that_does_would_be_found(tmp_path: Path) -> None:
    sample_file(tmp_path / "sample.db")
    ran(EACH_COMMAND, json.dumps({"serve": []}), home=tmp_path)
    assert json.loads((tmp_path / "told.json").read_text()) == {"serve": "a socket was asked for"}


def test_only_a_class_on_a_server_asks_for_one(tmp_path: Path) -> None:
    words = ["create", "postgresql://cora:x@127.0.0.1:9/class", "Spring", "--as", "Cora"]
    done = ran(COMMAND, "class", *words, home=tmp_path)
    assert (done.stdout, done.returncode) == ("", 3)
    made = ran(COMMAND, "class", "create", str(tmp_path), "Spring", "--as", "Cora", home=tmp_path)
    assert (made.stderr.count("socket"), made.returncode) == (0, 0)
    read = ran(COMMAND, "class", home=tmp_path)
    assert (read.returncode, read.stdout[:18]) == (0, "Spring: 0 students")


def test_the_board_asks_for_no_socket(tmp_path: Path) -> None:
    done = ran(BOARD, home=tmp_path)
    assert (done.stdout, done.stderr) == ("walked\n", "")
