"""No room left: what was typed stays where it is, and is saved once there is room."""

import sqlite3
from contextlib import suppress

import pytest
from textual import events

from recco_tui.core.models import Contact, Direction
from recco_tui.ledger.ledger import Ledger
from tests.ui.screens.stage import notice, toasts, until, until_screen

FULL = "no space left on the disk"
LONG = "Ann ships. " * 250


@pytest.fixture
def ann(ledger: Ledger) -> Contact:
    contact = ledger.contacts.add("Ann Lee")
    ledger.contacts.pin([contact.id], True)
    return contact


def fill(ledger: Ledger) -> None:
    """The file may not grow any more: SQLite then says what it says on a full disk."""
    connection = ledger._database.connection
    connection.execute("CREATE TABLE filler (content)")
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with suppress(sqlite3.OperationalError):
        while True:
            connection.execute("INSERT INTO filler VALUES (zeroblob(3000))")


def make_room(ledger: Ledger) -> None:
    ledger._database.connection.execute("PRAGMA max_page_count = 1000000")


async def paste(app, pilot, text: str) -> None:
    app.screen.focused.post_message(events.Paste(text))
    await pilot.pause()


def test_the_editor_says_so_and_saves_once_there_is_room(play, ledger, ann) -> None:
    def border(app) -> str:
        return str(app.screen.query_one("#sheet").border_subtitle)

    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        await until(pilot, lambda: app.screen.table.entries, "the rows")
        await pilot.press("w")
        await until_screen(app, pilot, "GuidedStart")
        await pilot.press("escape")
        await until_screen(app, pilot, "RecommendationEditor")
        fill(ledger)
        await paste(app, pilot, LONG * 7)
        await until(pilot, lambda: FULL in border(app), "the border says so")
        assert "draft saved" not in border(app)
        await pilot.press("escape")
        await until_screen(app, pilot, "NotSaved")
        make_room(ledger)
        await until_screen(app, pilot, "BoardScreen")
        assert [len(draft.text) for draft in ledger.drafts.of(ann.id)] == [len(LONG) * 7]

    play(script)


def test_a_form_stays_open_with_all_that_was_typed(play, ledger, ann) -> None:
    ledger.recommendations.add(ann.id, Direction.RECEIVED, LONG)  # a page is full

    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        await until(pilot, lambda: app.screen.table.entries, "the rows")
        await pilot.press("R")
        await until_screen(app, pilot, "RecommendationForm")
        form = app.screen
        await paste(app, pilot, LONG)
        fill(ledger)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: FULL in notice(app), "the form says so")
        assert app.screen is form
        assert form._text.value == LONG
        assert len(ledger.recommendations.every()) == 1
        make_room(ledger)
        await pilot.press("ctrl+s")
        await until_screen(app, pilot, "BoardScreen")
        assert len(ledger.recommendations.every()) == 2

    play(script)


def test_a_key_says_so_and_nothing_was_changed(play, ledger, ann) -> None:
    for number in range(300):
        ledger.contacts.add(f"Person {number} of the many who fill a page")

    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        await pilot.press("A")
        await until(pilot, lambda: len(app.screen.table.entries) > 300, "all of them")
        before = len(ledger.log.entries())
        fill(ledger)
        app.screen.table.set_marks(row.id for row in app.screen.table.entries)
        await pilot.press("D")
        await until(pilot, lambda: FULL in toasts(app), "it is said")
        assert len(ledger.log.entries()) == before
        make_room(ledger)

    play(script)
