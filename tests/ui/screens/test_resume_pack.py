"""Texts picked for the résumé, and the page on a person."""

import json
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from recco_tui.ledger.ledger import Ledger
from tests.ui.screens.sample import board, board_at, sample_ledger
from tests.ui.screens.stage import text_at, toasts, until, until_screen

WIDE = (120, 36)


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with sample_ledger() as opened:
        yield opened


def test_picked_texts_come_in_the_order_they_were_picked(play, home: Path) -> None:
    async def script(app, pilot) -> None:
        await board(app, pilot)
        await pilot.press("4")
        await until_screen(app, pilot, "TextsScreen")
        await pilot.press("down", "down", "space", "home", "space")
        assert "2 Alyssa" in text_at(app, "#texts")
        assert "1 Emily" in text_at(app, "#texts")
        await pilot.press("E")
        await until_screen(app, pilot, "ChoiceDialog")
        await pilot.press("j")
        await until(pilot, lambda: "Written to" in toasts(app), "it is written")

    play(script, WIDE)
    (file,) = home.glob("recco-resume*.json")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    names = [one["name"].partition(" (")[0] for one in json.loads(file.read_text())["references"]]
    assert names == ["Emily Danso", "Alyssa Reyes"]


def test_without_a_pick_it_is_what_the_search_found(play) -> None:
    async def script(app, pilot) -> None:
        await board(app, pilot)
        await pilot.press("4")
        await until_screen(app, pilot, "TextsScreen")
        await pilot.press("slash", *"napkin", "enter")
        await pilot.press("escape", "slash", *"SQL", "enter", "E")
        await until_screen(app, pilot, "ChoiceDialog")
        await pilot.press("s")
        await until_screen(app, pilot, "TextDialog")
        shown = "\n".join(str(one.content) for one in app.screen.query("Static"))
        assert "Alyssa Reyes" in shown
        assert "John Silva" not in shown
        await pilot.press("escape")

    play(script, WIDE)


def test_a_page_on_a_person_is_one_key_away(play, home: Path) -> None:
    async def script(app, pilot) -> None:
        await board_at(app, pilot, "John Silva")
        await pilot.press("Y")
        await until_screen(app, pilot, "TextDialog")
        shown = "\n".join(str(one.content) for one in app.screen.query("Static"))
        assert "# John Silva" in shown
        assert "## Moments" in shown
        await pilot.press("w")
        await pilot.pause()
        await pilot.press("escape")

    play(script, WIDE)
    assert (home / "recco-brief-john-silva.md").read_text().startswith("# John Silva")
