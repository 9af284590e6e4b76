"""The palette exchanges changes with other computers while the board is open."""

from pathlib import Path

import pytest
from textual.command import CommandPalette

from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock
from recco_tui.storage.sync_place import SyncFolder
from tests.new_file import new_file
from tests.ui.screens.stage import toasts, until, until_screen

pytest.importorskip("apsw")


async def sync_by_palette(app, pilot) -> None:
    await pilot.press("ctrl+p")
    await until(pilot, lambda: isinstance(app.screen, CommandPalette), "the palette")
    await pilot.press(*"sync with")
    options = app.screen.query_one("CommandList")
    await until(pilot, lambda: options.option_count == 1, "the command")
    await pilot.press("enter")


def test_what_another_computer_wrote_is_on_the_board(play, ledger: Ledger, tmp_path: Path) -> None:
    place = SyncFolder(tmp_path / "shared")
    place.path.mkdir()
    ledger.contacts.add("Ann Lee")
    ledger.sync.sync(place)

    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        with Ledger(new_file(tmp_path / "desk.db"), Clock(ledger.day), "test") as desk:
            desk.contacts.add("Bo Ray")
            desk.sync.sync(place)
        await sync_by_palette(app, pilot)
        await until(pilot, lambda: "received 1 change" in toasts(app), "the toast")

    play(script)
    assert [person.name for person in ledger.contacts.every()] == ["Ann Lee", "Bo Ray"]


def test_without_a_place_it_says_what_to_do(play, ledger: Ledger) -> None:
    ledger.contacts.add("Ann Lee")

    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        await sync_by_palette(app, pilot)
        await until(pilot, lambda: "No sync place yet." in toasts(app), "the toast")

    play(script)
