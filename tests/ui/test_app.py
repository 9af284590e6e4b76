"""The application while it is leaving."""

import asyncio
from datetime import date
from pathlib import Path

import pytest

from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock
from recco_tui.ui.app import ReccoApp
from recco_tui.ui.screens.board import BoardScreen
from tests.new_file import new_file


def test_what_another_window_wrote_is_not_read_into_a_board_that_is_being_taken_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    left_on_it: list[int] = []

    with Ledger(new_file(tmp_path / "recco.db"), Clock(date(2026, 11, 23)), "board") as ledger:
        ledger.contacts.add("Ann Lee")

        def look_again(board: BoardScreen) -> None:
            left_on_it.append(len(board.query("#network")))
            with ledger.another() as other:
                other.contacts.add("Bo Ek")
            board.app.file_watch.poll_external_changes()

        monkeypatch.setattr(BoardScreen, "on_unmount", look_again, raising=False)

        async def run() -> None:
            async with ReccoApp(ledger).run_test() as pilot:
                await pilot.pause()

        asyncio.run(run())
    assert left_on_it == [0]
