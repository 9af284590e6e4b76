from datetime import date

import pytest
from textual.screen import Screen

from recco_tui.core.models import Direction
from recco_tui.ledger.ledger import Ledger
from tests.ui.screens.sample import in_network
from tests.ui.screens.stage import text_at, toasts, until, until_screen

NARROW = (80, 24)


@pytest.fixture
def ann(ledger: Ledger) -> int:
    """Someone who recommended me, with a name that looks like markup."""
    id_ = ledger.contacts.add("Ann [HR] Lee", company="[/b] Acme").id
    ledger.recommendations.add(
        id_, Direction.RECEIVED, "Kind and [b]quick[/b].", on=date(2026, 10, 2)
    )
    return id_


async def to_contact(app, pilot) -> None:
    await until_screen(app, pilot, "BoardScreen")
    await until(pilot, lambda: app.screen.table.entries, "the rows")
    await in_network(app, pilot)
    await pilot.press("enter")
    await until_screen(app, pilot, "ContactScreen")


def test_enter_on_a_narrow_board_opens_the_person_and_escape_goes_back(play, ann: int) -> None:
    async def script(app, pilot) -> None:
        await to_contact(app, pilot)
        pane = app.screen.query_one("#contact")
        assert str(pane.border_title) == "Ann [HR] Lee"
        shown = text_at(app, "#contact")
        assert "[/b] Acme" in shown
        assert "“Kind and [b]quick[/b].”" in shown
        assert "owe 1" in shown
        await pilot.press("escape")
        await until_screen(app, pilot, "BoardScreen")

    play(script, NARROW)


def test_the_keys_of_the_board_work_on_the_person(play, ledger: Ledger, ann: int) -> None:
    async def script(app, pilot) -> None:
        await to_contact(app, pilot)
        await pilot.press("asterisk")
        await pilot.pause()
        assert ledger.contacts.get(ann).pinned_on is not None
        await pilot.press("K")
        await until_screen(app, pilot, "RelationshipDialog")
        await pilot.press("1")
        await until_screen(app, pilot, "ContactScreen")
        await until(pilot, lambda: ledger.contacts.get(ann).kind != "unknown", "the kind")
        assert ledger.contacts.get(ann).kind.value in text_at(app, "#contact")
        await pilot.press("u")
        await pilot.pause()
        assert ledger.contacts.get(ann).kind == "unknown"

    play(script, NARROW)


def test_an_archived_person_leaves_the_screen(play, ledger: Ledger, ann: int) -> None:
    async def script(app, pilot) -> None:
        await to_contact(app, pilot)
        await pilot.press("D")
        await until(pilot, lambda: type(app.screen).__name__ != "ContactScreen", "it closed")
        assert "Archived Ann [HR] Lee" in toasts(app)

    play(script, NARROW)


def test_a_person_whose_adding_is_undone_leaves_the_screen(play, ledger: Ledger, ann: int) -> None:
    async def script(app, pilot) -> None:
        await to_contact(app, pilot)
        await pilot.press("u", "u")
        await until(pilot, lambda: type(app.screen).__name__ != "ContactScreen", "it closed")
        assert ledger.board.count_people() == 0

    play(script, NARROW)


@pytest.mark.parametrize("size", [NARROW, (120, 36)])
def test_a_toast_stands_once_whatever_opens_and_closes_over_it(play, ann: int, size) -> None:
    def standing(app) -> list[Screen]:
        return [screen for screen in app.screen_stack if screen.query("Toast")]

    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        app.screen.say("Logged a win of Ann")
        await until(pilot, lambda: len(app.screen.query("Toast")) == 1, "said")
        for key, name in (("m", "MomentForm"), ("escape", "BoardScreen")):
            await pilot.press(key)
            await until_screen(app, pilot, name)
            await until(pilot, lambda: standing(app) == [app.screen], f"on {name} alone")
            assert "Logged a win of Ann" in toasts(app)

    play(script, size)
