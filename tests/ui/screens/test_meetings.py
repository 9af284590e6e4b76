"""A meeting on the screen: noted, on its day, read up before, and who else is there."""

from collections.abc import Iterator

import pytest

from recco_tui.core.models import MomentKind
from recco_tui.ledger.ledger import Ledger
from tests.ui.screens.sample import Keys, board_at, pages_of, sample_ledger
from tests.ui.screens.stage import text_at, until

WIDE = (120, 36)


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with sample_ledger() as opened:
        yield opened


def test_noted_for_tomorrow_it_is_a_line_of_today_whose_keys_read_and_note(play, ledger) -> None:
    opened: list[str] = []

    async def script(app, pilot) -> None:
        here = pages_of(app)
        await board_at(app, pilot, "Rodrigo Pena")
        keys = Keys(app, pilot)
        await keys.press("I", then="MeetingForm")
        await keys.type("tomorrow")
        await keys.press("enter")
        await keys.type("interview")
        await keys.press("ctrl+s", then="BoardScreen")
        await until(pilot, lambda: "interview at" in text_at(app, "#today"), "the line")
        screen = app.screen
        screen.set_focus(screen.today)
        rows = [row.alert for row in screen.today.entries]
        screen.today.move_line(next(at for at, row in enumerate(rows) if row.startswith("look:")))
        await keys.press("O")
        opened.extend(here)
        await keys.press("m", then="MomentForm")
        await keys.type("two praise his patience")
        await keys.press("ctrl+s", then="BoardScreen")
        await until(pilot, lambda: "interview at" not in text_at(app, "#today"), "it is done")

    play(script, WIDE)
    assert opened == ["https://www.linkedin.com/in/rodrigopena/details/recommendations/"]
    (noted,) = ledger.moments.of(ledger.contacts.find("Rodrigo Pena").id)[:1]
    assert (noted.kind, noted.text) == (MomentKind.SEEN, "two praise his patience")


def test_who_else_is_at_the_company_is_one_key_away(play, ledger) -> None:
    john = ledger.contacts.find("John Silva")
    ledger.contacts.add("Zoe Quill", company=john.company)

    async def script(app, pilot) -> None:
        await board_at(app, pilot, "John Silva")
        await Keys(app, pilot).press("C")
        named = {row.name for row in app.screen.table.entries}
        assert {"John Silva", "Zoe Quill"} <= named
        assert {row.company for row in app.screen.table.entries} == {john.company}
        assert app.screen.targets()

    play(script, WIDE)


def test_from_the_review_too_the_board_shows_who_is_there(play, ledger) -> None:
    john = ledger.contacts.find("John Silva")
    ledger.meetings.add(john.id, ledger.day, "Tidewater Labs", "interview")

    async def script(app, pilot) -> None:
        await board_at(app, pilot, "John Silva")
        keys = Keys(app, pilot)
        await keys.press("r", then="ReviewScreen")
        while app.screen.alert().action != "look":
            await keys.press("s")
        assert "m log what you read" in " ".join(text_at(app, "#facts").split())
        await keys.press("C", then="BoardScreen")
        await until(pilot, lambda: app.screen.focused is app.screen.table, "the cursor is there")
        assert [row.name for row in app.screen.table.entries] == ["John Silva"]

    play(script, WIDE)
