"""A real terminal on a file that another program holds: what is typed appears, and is kept."""

import os
import signal
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock
from recco_tui.ui.formatting import plain
from tests.benchmarks.terminal import Terminal
from tests.new_file import new_file

SECONDS = 15
LEAVES_THE_SCREEN = b"\x1b[?1049l"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "recco.db"
    with Ledger(new_file(path), Clock(), "test") as ledger:
        ledger.contacts.pin([ledger.contacts.add("Ann Lee").id], True)
    return path


@pytest.fixture
def other(file: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(file, isolation_level=None)
    yield connection
    connection.close()


def started(file: Path) -> Terminal:
    env = {"HOME": str(file.parent), "TEXTUAL_ANIMATIONS": "none", "NO_COLOR": "1"}
    return Terminal([sys.executable, "-m", "recco_tui", "--db", str(file)], 100, 30, env)


def open_editor(terminal: Terminal) -> None:
    terminal.until(b"Ann Lee")
    terminal.press(b"w")
    terminal.until(b"1 of 4", b"Write freely", b"nothing typed yet")
    terminal.watch(0.2)  # the rest of that frame
    questions = len(terminal.output)
    terminal.press(b"\x1b")
    # Painted anew once they are gone; keys that come before that are an answer.
    terminal.until(b"nothing typed yet", since=questions)


def kept(file: Path) -> str:
    with Ledger(file, Clock(), "test") as ledger:
        return "".join(draft.text for draft in ledger.drafts.unfinished())


def until(terminal: Terminal, true: Callable[[], object], what: str) -> None:
    deadline = time.monotonic() + SECONDS
    while not true():
        assert time.monotonic() < deadline, f"never came: {what}: {terminal.output[-300:]!r}"
        terminal.settle(0.05)


def painted(terminal: Terminal) -> str:
    """All that was ever painted, without its colours."""
    return plain(terminal.output.decode("utf-8", "replace"))


def test_words_typed_under_a_lock_appear_and_are_saved_when_it_is_gone(file, other) -> None:
    with started(file) as terminal:
        open_editor(terminal)
        other.execute("BEGIN IMMEDIATE")
        terminal.press(b"Ann ships.")
        terminal.until(b"not saved yet")
        terminal.output = b""
        terminal.press(b" Zounds!")
        until(terminal, lambda: "Zounds!" in painted(terminal), "the words, under the lock")
        other.execute("ROLLBACK")
        until(terminal, lambda: kept(file) == "Ann ships. Zounds!", "they are saved")
        os.kill(terminal.pid, signal.SIGKILL)
    assert kept(file) == "Ann ships. Zounds!"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_told_to_leave_under_a_lock_the_words_are_in_a_file_and_it_is_said_where(
    file, other, number: int
) -> None:
    with started(file) as terminal:
        open_editor(terminal)
        other.execute("BEGIN IMMEDIATE")
        terminal.press(b"Ann ships.")
        terminal.until(b"not saved yet")
        os.kill(terminal.pid, number)
        terminal.until(LEAVES_THE_SCREEN, b".txt.")
        assert terminal.ended() == 128 + number
        other.execute("ROLLBACK")
        words = file.parent / "recco-ann-lee.txt"
        said = terminal.output.rpartition(LEAVES_THE_SCREEN)[2]
        assert b"recco: Your text (Ann Lee) is in" in said
        assert str(words).encode() in said.replace(b"\r\n", b"")
    assert words.read_text() == "Ann ships.\n"
    assert words.stat().st_mode & 0o777 == 0o600


def test_told_to_leave_it_waits_for_a_lock_that_is_about_to_go(file, other) -> None:
    with started(file) as terminal:
        open_editor(terminal)
        other.execute("BEGIN IMMEDIATE")
        terminal.press(b"Ann ships.")
        terminal.until(b"not saved yet")
        os.kill(terminal.pid, signal.SIGTERM)
        terminal.until(LEAVES_THE_SCREEN)
        other.execute("ROLLBACK")
        assert terminal.ended() == 128 + signal.SIGTERM
    assert kept(file) == "Ann ships."
    assert not list(file.parent.glob("recco-*.txt"))


def test_told_twice_it_still_keeps_the_words(file, other) -> None:
    with started(file) as terminal:
        open_editor(terminal)
        other.execute("BEGIN IMMEDIATE")
        terminal.press(b"Ann ships.")
        terminal.until(b"not saved yet")
        os.kill(terminal.pid, signal.SIGTERM)
        terminal.until(LEAVES_THE_SCREEN)
        os.kill(terminal.pid, signal.SIGTERM)
        other.execute("ROLLBACK")
        assert terminal.ended() == 128 + signal.SIGTERM
        assert b"Traceback" not in terminal.output
    assert kept(file) == "Ann ships."


def test_a_moment_that_still_waits_for_the_file_is_kept_in_words(file, other) -> None:
    with started(file) as terminal:
        terminal.until(b"Ann Lee")
        other.execute("BEGIN IMMEDIATE")
        terminal.press(b"m")
        terminal.until(b"Moment with")
        terminal.press(b"Fixed the login")
        terminal.press(b"\x13")
        terminal.until(b"'Moment' waits")
        os.kill(terminal.pid, signal.SIGTERM)
        terminal.until(LEAVES_THE_SCREEN, b".txt.")
        assert terminal.ended() == 128 + signal.SIGTERM
        other.execute("ROLLBACK")
        said = terminal.output.rpartition(LEAVES_THE_SCREEN)[2]
        assert b"'Moment' was not done" in said
    (words,) = file.parent.glob("recco-*.txt")
    assert words.read_text() == "Fixed the login\n"


def test_a_file_moved_over_the_open_one_loses_nobody(file, tmp_path) -> None:
    with Ledger(tmp_path / "new.db", Clock(), "test") as ledger:
        ledger.contacts.pin([ledger.contacts.add("Bo Ray").id], True)
    with started(file) as terminal:
        terminal.until(b"Ann Lee")
        (tmp_path / "new.db").replace(file)
        terminal.until(b"was replaced")
        terminal.press(b"r")
        terminal.until(b"Bo Ray")
        terminal.press(b"q")
        assert terminal.ended() == 0
    with Ledger(file, Clock(), "test") as ledger:
        assert [one.name for one in ledger.contacts.every()] == ["Bo Ray"]
    (copy,) = file.parent.glob("snapshots/*before-replaced*.db")
    with Ledger(copy, Clock(), "test") as ledger:
        assert [one.name for one in ledger.contacts.every()] == ["Ann Lee"]


def test_the_sample_people_are_left_as_they_were_entered(tmp_path: Path) -> None:
    with started(tmp_path / "recco.db") as terminal:
        terminal.until(b"Try sample contacts")
        terminal.press(b"d")
        terminal.until(b"John S")
        terminal.press(b"q")
        assert terminal.ended() == 0
