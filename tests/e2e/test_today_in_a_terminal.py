"""Keys in a real terminal: each line of Today is about its own person; the shell is a key away."""

import os
import re
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from recco_tui.cli.main import run
from recco_tui.core.agenda import Alert
from recco_tui.core.models import TextKind
from recco_tui.core.names import short_name
from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock
from recco_tui.locations import sample_folder
from tests.benchmarks.terminal import Terminal

MONDAY = date(2026, 11, 30)
_ESCAPES = re.compile(rb"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|[()].|.)")


@contextmanager
def board(file: Path, size: tuple[int, int] = (80, 24)) -> Iterator[Terminal]:
    argv = [sys.executable, "-m", "recco_tui", "--db", str(file), "--now", MONDAY.isoformat()]
    env = {"HOME": str(file.parent), "TEXTUAL_ANIMATIONS": "none"}
    with Terminal(argv, *size, env) as terminal:
        yield terminal


def until_painted(terminal: Terminal, pattern: str, since: int = 0) -> None:
    """Wait until the characters painted since then, colors left out, hold the pattern."""
    deadline = time.monotonic() + 20
    while True:
        painted = _ESCAPES.sub(b"", terminal.output[since:]).decode("utf-8", "replace")
        if re.search(pattern, painted):
            return
        assert time.monotonic() < deadline, f"{pattern} not in {painted[-600:]!r}"
        terminal.watch(0.05)


def opened_by(alert: Alert) -> str:
    """The frame of what the key of an alert opens: some words, then the name."""
    if alert.contact is None:
        return r"╭─+ Who do you want to (ask|write for)\?"
    names = f"{re.escape(alert.contact)}|{re.escape(short_name(alert.contact))}"
    return rf"╭─+ [^─╭│]+ ({names})"


@pytest.fixture
def imported(tmp_path: Path) -> Path:
    """The sample's export in a file that was empty."""
    file = tmp_path / "recco.db"
    export = str(sample_folder() / "linkedin")
    assert run(["--db", str(file), "--now", MONDAY.isoformat(), "import", export]) == 0
    return file


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
def test_the_key_of_each_line_of_today_opens_its_person(
    imported: Path, size: tuple[int, int]
) -> None:
    with Ledger(imported, Clock(MONDAY), "test") as ledger:
        alerts = ledger.today.overview().queue
    assert alerts[0].contact == "John Silva"
    with board(imported, size) as terminal:
        until_painted(terminal, r"Today · \d")
        terminal.settle()
        assert "Nothing due" not in terminal.output.decode("utf-8", "replace")
        assert "No contact selected" not in terminal.output.decode("utf-8", "replace")
        for line, alert in enumerate(alerts):
            terminal.press(b"g" + b"j" * line)
            before = len(terminal.output)
            terminal.press(alert.key.encode())
            until_painted(terminal, opened_by(alert), before)
            for _ in range(3):  # a question, the editor below it
                terminal.press_escape()
                if b"Network" in terminal.output[before:]:
                    break
            terminal.settle()
        terminal.press(b"q")
        assert terminal.ended() == 0


def has_stopped(terminal: Terminal, seconds: float = 20.0) -> bool:
    """Whether the program stops within that time, as a shell would see it."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        pid, status = os.waitpid(terminal.pid, os.WNOHANG | os.WUNTRACED)
        if pid:
            return os.WIFSTOPPED(status)
        terminal.watch(0.05)
    return False


@pytest.mark.parametrize("view", [b"", b"2", b"4", b"r"])
def test_ctrl_z_goes_to_the_shell_and_fg_comes_back(imported: Path, view: bytes) -> None:
    with board(imported) as terminal:
        until_painted(terminal, r"Today · \d")
        terminal.press(view, 0.4)
        terminal.press(b"\x1a")
        assert has_stopped(terminal)
        assert terminal.output.rstrip().endswith(b"\x1b[?1049l") or b"?1049l" in terminal.output
        os.kill(terminal.pid, signal.SIGCONT)
        before = len(terminal.output)
        terminal.press(b"5", 0.4)
        until_painted(terminal, "Log", before)
        terminal.press(b"q")
        assert terminal.ended() == 0


def test_ctrl_z_in_the_editor_takes_back_what_was_typed(tmp_path: Path) -> None:
    file = tmp_path / "recco.db"
    with Ledger(file, Clock(MONDAY), "test") as ledger:
        ann = ledger.contacts.add("Ann Lee")
        ledger.contacts.pin([ann.id], True)
        draft = ledger.drafts.begin(ann.id, TextKind.RECOMMENDATION)
        ledger.drafts.keep(draft, "Begun before.", "")
    with board(file) as terminal:
        until_painted(terminal, "Network")
        terminal.settle()
        terminal.press(b"w")
        until_painted(terminal, "Recommendation for Ann Lee")
        terminal.press(b"\x1b[F and more")
        terminal.press(b"\x1a")
        assert not has_stopped(terminal, 1.0)
        terminal.press(b"\x1b")
        terminal.press(b"q")
        assert terminal.ended() == 0
    with Ledger(file, Clock(MONDAY), "test") as ledger:
        assert "and more" not in ledger.drafts.get(1).text


@pytest.mark.parametrize(
    ("environment", "answer", "light"),
    [
        ({}, b"", False),
        ({}, b"\x1b]11;rgb:fdfd/f6f6/e3e3\x1b\\", True),
        ({"COLORFGBG": "0;15"}, b"", True),
        ({"COLORFGBG": "0;15"}, b"\x1b]11;rgb:0000/2b2b/3636\x07", False),
    ],
)
def test_the_automatic_theme_follows_the_terminal(
    imported: Path, environment: dict[str, str], answer: bytes, light: bool
) -> None:
    argv = [sys.executable, "-m", "recco_tui", "--db", str(imported)]
    with Terminal(
        argv, 80, 24, {"HOME": str(imported.parent), "COLORFGBG": "", **environment}
    ) as terminal:
        terminal.until(b"\x1b]11;?")
        terminal.press(answer)
        until_painted(terminal, r"Today · \d")
        terminal.settle()
        grounds = re.findall(rb"48;2;(\d+);(\d+);(\d+)", terminal.output[-4000:])
        assert (max(map(int, grounds[-1])) > 128) is light
        terminal.press(b"q")
        assert terminal.ended() == 0
