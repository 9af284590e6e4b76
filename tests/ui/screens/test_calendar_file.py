"""The calendar file that a setting names, kept up to date while the board is open."""

from pathlib import Path

from recco_tui.ledger.ledger import Ledger
from tests.ui.screens.stage import until, until_screen


def test_it_follows_changes_made_on_the_board(play, ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "mine.ics"
    ledger.contacts.add("Bo Ray")
    ledger.settings.set("calendar_file", "mine.ics")

    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        assert not path.exists()
        ledger.contacts.add("Ann Lee")
        await until(pilot, path.exists, "it is written")

    play(script)
    assert "BEGIN:VCALENDAR" in path.read_text()
