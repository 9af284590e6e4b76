"""A first morning in a real terminal: from the empty file to a waived debt, and back out."""

import sys
from pathlib import Path

import pytest

from recco_tui.core.models import TextKind
from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock
from recco_tui.locations import sample_folder
from tests.benchmarks.terminal import Terminal

ENTER = b"\r"
EXPORT = sample_folder() / "linkedin"


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
def test_from_the_empty_file_to_whom_i_owe(tmp_path: Path, size: tuple[int, int]) -> None:
    file = tmp_path / "recco.db"
    argv = [sys.executable, "-m", "recco_tui", "--db", str(file), "--now", "2026-11-23"]
    env = {"HOME": str(tmp_path), "TEXTUAL_ANIMATIONS": "none", "NO_COLOR": "1"}
    with Terminal(argv, *size, env) as terminal:
        terminal.until(b"Import my LinkedIn export", b"Try sample contacts", b"Add one contact")
        terminal.press(b"i")
        terminal.until(b"esc")
        terminal.press(str(EXPORT).encode(), 0.5)
        terminal.press(ENTER)
        terminal.until(b"would add")
        terminal.press(ENTER)
        terminal.until(b"Imported")
        terminal.press(b"b")
        terminal.until(b"John Silva", b"owe 1")
        terminal.press(b"w")  # the cursor is in Today: its first line says `w` and John S.
        terminal.until(b"questions about John Silva")
        terminal.press_escape()
        terminal.press_escape()
        terminal.press(b"\tx")  # in Network, where he is at hand, it is about the person
        terminal.until(b"Waive")
        terminal.press(b"long ago" + ENTER)
        terminal.until(b"Waived")
        terminal.press(b"q")
        assert terminal.ended() == 0
    with Ledger(file, Clock(), "test") as ledger:
        assert ledger.board.count_people() == 43
        assert ledger.log.entries()[0].label.startswith("waived")


@pytest.mark.parametrize("size", [(1000, 500), (60, 20)])
def test_a_window_that_changes_with_the_view_leaves_the_keys_alive(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    file = tmp_path / "recco.db"
    with Ledger(file, Clock(), "test") as ledger:
        ann = ledger.contacts.add("Ann Lee")
        draft = ledger.drafts.begin(ann.id, TextKind.RECOMMENDATION)
        ledger.drafts.keep(draft, "Begun before.", "")
        ledger.contacts.add("Bo Ek")
    argv = [sys.executable, "-m", "recco_tui", "--db", str(file)]
    env = {"HOME": str(tmp_path), "TEXTUAL_ANIMATIONS": "none", "NO_COLOR": "1"}
    with Terminal(argv, 120, 36, env) as terminal:
        terminal.until(b"Network")
        terminal.resize(*size)
        terminal.press(b"4")
        terminal.until(b"Texts")
        terminal.press(b"q")
        assert terminal.ended() == 0
