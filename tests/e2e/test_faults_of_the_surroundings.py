"""A terminal that goes away, that is tiny or dumb, no home, no UTF-8: a sentence and nothing lost."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from recco_tui.cli.main import run
from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock
from tests.benchmarks.terminal import Terminal
from tests.new_file import new_file

RECCO = [sys.executable, "-m", "recco_tui"]
LEAVES_THE_SCREEN = b"\x1b[?1049l"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "recco.db"
    with Ledger(new_file(path), Clock(), "test") as ledger:
        ledger.contacts.pin([ledger.contacts.add("Ann Lee").id], True)
    return path


def whole(file: Path) -> bool:
    with Ledger(file, Clock(), "test") as ledger:
        return [c.name for c in ledger.contacts.every()] == ["Ann Lee"]


def started(file: Path, size: tuple[int, int] = (100, 30), **env: str) -> Terminal:
    home = {"HOME": str(file.parent), "TEXTUAL_ANIMATIONS": "none", **env}
    return Terminal([*RECCO, "--db", str(file)], *size, home)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_it_and_leaves_the_terminal_as_it_was(file: Path, number: int) -> None:
    with started(file) as terminal:
        terminal.until(b"Ann Lee")
        os.kill(terminal.pid, number)
        assert terminal.ended() == 128 + number
        assert LEAVES_THE_SCREEN in terminal.output
        assert b"Traceback" not in terminal.output
    assert whole(file)


def test_a_terminal_that_goes_away_loses_no_word(file: Path) -> None:
    with started(file) as terminal:
        terminal.until(b"Ann Lee")
        terminal.press(b"w")
        terminal.until(b"1 of 4")
        terminal.press(b"\x1b")
        terminal.until(b"nothing typed yet")
        terminal.press(b"I worked with Ann")
        terminal.settle()  # what no program has read goes with the terminal
        assert terminal.hang_up() == 128 + signal.SIGHUP
    with Ledger(file, Clock(), "test") as ledger:
        assert [draft.text for draft in ledger.drafts.unfinished()] == ["I worked with Ann"]


def test_a_terminal_that_goes_away_in_the_middle_of_a_drawing_leaves_nothing_behind(
    file: Path,
) -> None:
    with started(file) as terminal:
        terminal.until(b"Ann Lee")
        for _ in range(6):
            terminal.press(b"jkjkjkjkjkjk?\x1b2\x1b" * 6, 0.01)
        assert terminal.hang_up() == 128 + signal.SIGHUP
    assert whole(file)


@pytest.mark.parametrize("number", [signal.SIGTSTP, signal.SIGSTOP])
def test_stopped_and_woken_it_paints_itself_anew_and_leaves(file: Path, number: int) -> None:
    with started(file) as terminal:
        terminal.until(b"Ann Lee")
        terminal.settle()
        os.kill(terminal.pid, number)
        os.waitpid(terminal.pid, os.WUNTRACED)
        terminal.settle()
        terminal.output = b""
        os.kill(terminal.pid, signal.SIGCONT)
        terminal.until(b"Ann Lee")
        terminal.press(b"q")
        assert terminal.ended() == 0
    assert whole(file)


@pytest.mark.parametrize("size", [(1, 1), (2, 3), (10, 4), (59, 19), (400, 100)])
def test_any_size_of_terminal_is_survived(file: Path, size: tuple[int, int]) -> None:
    with started(file, size) as terminal:
        terminal.settle(0.6)
        terminal.press(b"j")
        terminal.press(b"?")
        terminal.press_escape()
        terminal.press(b"q", 0.4)
        assert terminal.ended() == 0
        assert b"Traceback" not in terminal.output
    assert whole(file)


@pytest.mark.parametrize(
    ("env", "status", "words"),
    [
        ({"TERM": "dumb"}, 2, "can't show the board"),
        ({"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, 0, "Ann Lee"),
    ],
    ids=["dumb", "no UTF-8"],
)
def test_a_terminal_that_knows_little(file: Path, env, status: int, words: str) -> None:
    with started(file, **env) as terminal:
        terminal.until(words.encode())
        if status == 0:
            terminal.press(b"q", 0.4)
        assert terminal.ended() == status
        assert b"Traceback" not in terminal.output


@pytest.mark.parametrize("words", [["today"], ["contact", "list"], ["doctor"]])
def test_without_a_home_a_sentence_says_what_to_do(words: list[str], tmp_path: Path) -> None:
    env = {"PATH": os.environ["PATH"], "HOME": ""}
    done = subprocess.run(
        [*RECCO, *words], cwd=Path(__file__).parents[2], env=env, capture_output=True, text=True
    )
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 1, 3)
    if done.returncode == 3:
        assert "Name a file with --db or RECCO_DB" in done.stderr


def test_a_locked_file_is_waited_for_and_then_said(file: Path) -> None:
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        done = subprocess.run(
            [*RECCO, "--db", str(file), "contact", "add", "Bo"],
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
        )
        other.execute("ROLLBACK")
    assert done.returncode == 4
    assert "locked by another program" in done.stderr
    assert whole(file)


def test_a_clock_that_goes_back_hides_and_breaks_nothing(file: Path, capsys) -> None:
    for now in ("2026-11-23", "2026-11-20", "2020-01-01"):
        for words in (["contact", "add", f"P {now}"], ["today"], ["undo"], ["redo"], ["backup"]):
            status = run(["--db", str(file), "--now", now, *words])
            assert (status, capsys.readouterr().err) == (0, ""), (now, words)
    assert run(["--db", str(file), "contact", "list"]) == 0
    listed = capsys.readouterr().out
    assert all(f"P {now}" in listed for now in ("2026-11-23", "2026-11-20", "2020-01-01"))


def test_a_file_damaged_under_the_open_board_is_said_without_a_traceback(file: Path) -> None:
    with started(file) as terminal:
        terminal.until(b"Ann Lee")
        for rest in ("-wal", "-shm"):
            Path(f"{file}{rest}").unlink(missing_ok=True)
        file.write_bytes(b"SQLite format 3\x00" + b"\xff" * 9000)
        terminal.press(b"A")
        terminal.press(b"2", 0.4)
        assert terminal.ended() == 3
        after = terminal.output.rpartition(LEAVES_THE_SCREEN)[2]
        assert b"recco: " in after
        assert b"Traceback" not in after
        assert b"Ann Lee" not in after


ODD_BYTES = {
    "one byte of Latin 1": [b"\xe9", b"j"],
    "a flood of 0xff": [b"\xff" * 20_000, b"j"],
    "half a letter": [b"\xf0\x9f", b"\x98\x80"],
    "half an escape sequence": [b"\x1b[<0;1", b"j"],
    "NUL": [b"\x00" * 50],
    "a title without an end": [b"\x1b]0;" + b"e" * 5_000, b"j"],
    "a key that there is not": [b"\x1b[99999999999u", b"\x1b[97;1:3u"],
    "a size that there is not": [b"\x1b[48;9999999;9999999;1;1t", b"\x1b[48;0;0;0;0t"],
    "one key, again and again": [b"e" * 150, b"\x1b", b"\x1b"],  # a changed form asks once
    "a megabyte, marked as pasted": [b"\x1b[200~" + b"quit " * 200_000 + b"\x1b[201~"],
    "a megabyte, as if it were typed": [b"quit " * 200_000],
}


@pytest.mark.parametrize("what", ODD_BYTES)
def test_whatever_bytes_come_the_board_goes_on(file: Path, what: str) -> None:
    with started(file) as terminal:
        terminal.until(b"Ann Lee")
        for piece in ODD_BYTES[what]:
            terminal.send(piece)
            terminal.wait_until_idle()  # an escape is one only when nothing follows at once
        terminal.output = b""
        terminal.press(b"?", 0.3)
        terminal.until(b"Keys")
        terminal.press_escape()
        terminal.press(b"q", 0.3)
        assert terminal.ended() == 0
        assert b"Traceback" not in terminal.output
    assert whole(file)


@pytest.mark.parametrize("columns", ["0", "-5", "99999999", "abc"])
def test_a_size_of_the_environment_that_cannot_be_is_not_believed(file: Path, columns: str) -> None:
    with started(file, COLUMNS=columns, LINES=columns) as terminal:
        terminal.until(b"Ann Lee")
        terminal.press(b"q", 0.3)
        assert terminal.ended() == 0


FAILS = {
    "a key's action": "def fail(screen): raise ValueError('Ann')\n",
    "a timer": "def fail(screen): screen.set_timer(0.01, boom)\n",
    "a worker": "def fail(screen): screen.run_worker(aboom())\n",
    "a worker in a thread": "def fail(screen): screen.run_worker(boom, thread=True)\n",
    "a thread": "def fail(screen): threading.Thread(target=boom).start()\n",
    "a task that no one awaits": "def fail(screen): asyncio.create_task(aboom())\n",
    "a callback of the loop": "def fail(screen): asyncio.get_running_loop().call_soon(boom)\n",
    "the thread that reads keys": "def fail(screen): TerminalInput.flush = boom\n",
    "what Textual calls panic": "def fail(screen): screen.app.panic('Ann')\n",
}


@pytest.mark.parametrize("what", FAILS)
def test_no_crash_of_the_board_is_called_a_success(file: Path, what: str) -> None:
    program = (
        "import asyncio, threading\n"
        "from recco_tui.cli.main import main\n"
        "from recco_tui.ui.screens.board import BoardScreen\n"
        "from recco_tui.ui.terminal_input import TerminalInput\n"
        "def boom(*_): raise ValueError('Ann Lee')\n"
        "async def aboom(): boom()\n"
        f"{FAILS[what]}"
        "BoardScreen.action_keys = fail\n"
        f"main(['--db', {str(file)!r}])\n"
    )
    home = {"HOME": str(file.parent), "TEXTUAL_ANIMATIONS": "none"}
    with Terminal([sys.executable, "-c", program], 100, 30, home) as terminal:
        before = terminal.modes()
        terminal.until(b"Ann Lee")
        terminal.settle()
        terminal.press(b"?", 0.3)
        assert terminal.ended() == 3
        assert terminal.modes() == before
        after = terminal.output.rpartition(LEAVES_THE_SCREEN)[2]
        assert after.count(b"recco: ") == 1
        assert b"Traceback" not in terminal.output
        assert b"Ann" not in after
    assert whole(file)


def test_a_lock_met_by_a_worker_ends_nothing(file: Path) -> None:
    program = (
        "from recco_tui.cli.main import main\n"
        "from recco_tui.core.errors import FileLocked\n"
        "from recco_tui.ui.screens.board import BoardScreen\n"
        "async def locked(): raise FileLocked('recco.db is locked.')\n"
        "BoardScreen.action_keys = lambda screen: screen.run_worker(locked())\n"
        f"main(['--db', {str(file)!r}])\n"
    )
    with Terminal([sys.executable, "-c", program], 100, 30, {"HOME": str(file.parent)}) as terminal:
        terminal.until(b"Ann Lee")
        terminal.press(b"?", 0.3)
        terminal.press(b"q", 0.3)
        assert terminal.ended() == 0
        assert b"Traceback" not in terminal.output
