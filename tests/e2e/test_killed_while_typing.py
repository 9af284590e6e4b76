"""The program in a real terminal, killed in the middle of a word: the text is there again."""

import os
import signal
import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from recco_tui.core.models import Contact
from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock
from recco_tui.ui.formatting import plain
from tests.benchmarks.terminal import Terminal
from tests.new_file import new_file

WORDS = b"I worked with John on the pantry map, and he never lost his patience with it."
SECONDS = 15


@pytest.fixture
def ledger(tmp_path: Path):
    with Ledger(new_file(tmp_path / "recco.db"), Clock(), "test") as opened:
        opened.contacts.pin([opened.contacts.add("John Silva").id], True)
        yield opened


@pytest.fixture
def start(tmp_path: Path, ledger: Ledger):
    def started(**env: str) -> Terminal:
        argv = [sys.executable, "-m", "recco_tui", "--db", str(tmp_path / "recco.db")]
        home = {"HOME": str(tmp_path), "TEXTUAL_ANIMATIONS": "none", "NO_COLOR": "1"}
        return Terminal(argv, 100, 30, {**home, **env})

    return started


def john(ledger: Ledger) -> Contact:
    return ledger.contacts.every()[0]


def kept(ledger: Ledger) -> str:
    return "".join(draft.text for draft in ledger.drafts.of(john(ledger).id))


def until(terminal: Terminal, true: Callable[[], object], what: str) -> None:
    deadline = time.monotonic() + SECONDS
    while not true():
        assert time.monotonic() < deadline, f"never came: {what}: {terminal.output[-300:]!r}"
        terminal.settle(0.05)


def painted(terminal: Terminal) -> str:
    """All that was ever painted, without its colours."""
    return plain(terminal.output.decode("utf-8", "replace"))


def open_editor(terminal: Terminal) -> None:
    terminal.until(b"Network")
    terminal.press(b"w")
    terminal.until(b"1 of 4", b"Write freely", b"nothing typed yet")
    terminal.watch(0.2)  # the rest of that frame
    questions = len(terminal.output)
    terminal.press(b"\x1b")
    # Painted anew once they are gone; keys that come before that are an answer.
    terminal.until(b"nothing typed yet", since=questions)


def test_killed_while_typing_it_has_what_was_typed(start, ledger: Ledger) -> None:
    """Keys go on without a pause, so that nothing but the clock of the first one saves."""
    with start() as terminal:
        open_editor(terminal)
        typed = b""
        deadline = time.monotonic() + SECONDS
        while not kept(ledger) and time.monotonic() < deadline:
            key = WORDS[len(typed) % len(WORDS) :][:1]
            terminal.press(key, 0.02)
            typed += key
        saved = kept(ledger)
        os.kill(terminal.pid, signal.SIGKILL)
    assert saved
    assert typed.decode().startswith(saved)
    with start() as terminal:
        terminal.until(b"Network")
        terminal.press(b"w")
        until(terminal, lambda: saved[:40].strip() in painted(terminal), "the text on the screen")
        terminal.press(b"\x1b")
    assert kept(ledger) == saved


def test_a_pause_in_typing_loses_nothing(start, ledger: Ledger) -> None:
    with start() as terminal:
        open_editor(terminal)
        for at in range(len(WORDS)):
            terminal.press(WORDS[at : at + 1], 0.0)
        until(terminal, lambda: kept(ledger) == WORDS.decode(), "all is saved")
        os.kill(terminal.pid, signal.SIGKILL)


def test_written_in_the_persons_own_editor_and_judged_here(start, ledger, tmp_path) -> None:
    script = tmp_path / "editor"
    script.write_text("#!/bin/sh\nprintf ' I recommend John to any team.' >> \"$1\"\n")
    script.chmod(stat.S_IRWXU)
    with start(EDITOR=str(script), VISUAL="") as terminal:
        open_editor(terminal)
        terminal.press(b"John ships.")
        terminal.press(b"\x05")
        whole = "John ships. I recommend John to any team."
        until(terminal, lambda: kept(ledger) == whole, "the text came back")
        terminal.until(b"endorsement")
        terminal.press(b"\x1b")


def test_an_answer_to_the_first_questions_is_kept_too(start, ledger: Ledger) -> None:
    with start() as terminal:
        terminal.until(b"Network")
        terminal.press(b"w")
        terminal.until(b"1 of 4")
        terminal.press(b" at the academy")
        until(terminal, lambda: "at the academy" in kept(ledger), "the answer is in the draft")
        os.kill(terminal.pid, signal.SIGKILL)
    assert "at the academy" in kept(ledger)
