"""Hints: one at a time, gone when followed, or when they are not wanted."""

import pytest

from recco_tui.core.hints import HINTS, next_hint
from recco_tui.core.relationships import Kind
from recco_tui.ledger.ledger import Ledger
from tests.ui.screens.stage import text_at, until, until_screen


@pytest.mark.parametrize("at", range(len(HINTS)))
def test_the_first_thing_not_there_is_named(at: int) -> None:
    there = {hint.lacks for hint in HINTS[:at]}
    assert next_hint(there) is HINTS[at]


def test_nothing_is_said_when_all_was_tried() -> None:
    assert next_hint({hint.lacks for hint in HINTS}) is None


def test_a_hint_goes_when_it_is_followed_and_comes_back_with_undo(play, ledger: Ledger) -> None:
    ledger.contacts.add("Ann")

    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        await until(pilot, lambda: app.screen.query("#hint"), "a hint")
        assert "t sets who is a peer" in text_at(app, "#hint")
        ledger.contacts.set_kind([1], Kind.PEER)
        app.screen.reload()
        await until(pilot, lambda: "p adds a project" in text_at(app, "#hint"), "the next hint")
        await pilot.press("u")
        await until(pilot, lambda: "t sets who" in text_at(app, "#hint"), "the first one again")

    play(script)


def test_hints_that_are_not_wanted_do_not_come(play, ledger: Ledger) -> None:
    ledger.contacts.add("Ann")
    ledger.settings.set("hints", "off")

    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        app.screen.reload()
        await pilot.pause()
        assert not app.screen.query("#hint")

    play(script)
