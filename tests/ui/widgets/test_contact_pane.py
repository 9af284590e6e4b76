"""The contact pane tells all that is known of one person, literally, at every width."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual import events
from textual.pilot import Pilot

from recco_tui.core.models import (
    Ask,
    AskStep,
    BoardRow,
    Channel,
    Contact,
    ContactPage,
    DebtKind,
    Direction,
    Draft,
    Member,
    Moment,
    MomentKind,
    Project,
    Recommendation,
    Request,
    Status,
    Step,
    TextKind,
    Waiver,
)
from recco_tui.core.relationships import Kind, Relationship
from recco_tui.ui.present.board import NextKey
from recco_tui.ui.present.contact import contact_lines
from recco_tui.ui.widgets.contact_pane import ContactPane
from tests.ui.pilot import NASTY, Stage, drive, lines, sent

TODAY = date(2026, 11, 23)
CONTACT = Contact(
    1,
    "John Silva",
    kind=Kind.PEER,
    relationship=Relationship.STUDIED_TOGETHER,
    company="Acme",
    position="Engineer",
    connected_on=date(2024, 5, 2),
    note="likes climbing",
    pinned_on=TODAY,
)
PAGE = ContactPage(
    CONTACT,
    recommendations=(
        Recommendation(
            1, 1, Direction.RECEIVED, "Led the React work.", Status.VISIBLE, date(2026, 10, 2)
        ),
        Recommendation(2, 1, Direction.GIVEN, "Kind.", Status.HIDDEN, date(2025, 10, 2)),
    ),
    asks=(
        Ask(
            1,
            1,
            (
                AskStep(1, Step.WARM, date(2026, 11, 1), Channel.DISCORD),
                AskStep(2, Step.AGREED, date(2026, 11, 3), None, "in person"),
            ),
        ),
    ),
    requests=(Request(1, 1, DebtKind.REQUEST, date(2026, 9, 1), delivered_on=date(2026, 9, 5)),),
    projects=(
        Project(
            1, "Inventory API", ended_on=date(2026, 11, 21), members=(Member(1, "J", "the UI"),)
        ),
    ),
    moments=(Moment(1, 1, MomentKind.WIN, "fixed the flaky test", date(2026, 9, 28)),),
    waivers=(Waiver(1, 1, 2, "long ago", date(2026, 8, 1)),),
    drafts=(
        Draft(1, 1, TextKind.RECOMMENDATION, "I worked", "", datetime(2026, 11, 22, tzinfo=UTC)),
    ),
)


COUNTS = BoardRow(1, "John Silva", Kind.PEER, "Acme", received=1, ask=PAGE.asks[0])


def pane_of(page: ContactPage | None, **more: Any) -> ContactPane:
    pane = ContactPane(empty="No one chosen.")
    pane.show(page, COUNTS if page else None, today=TODAY, **more)
    return pane


def test_the_facts_come_first_and_the_keys_stay_at_the_bottom() -> None:
    pane = pane_of(PAGE, keys=(NextKey("w", "write back"), NextKey("x", "waive")))

    async def script(pilot: Pilot[None]) -> None:
        shown = [text.strip() for text in lines(pane)]
        assert shown[:5] == [
            "peer · we studied together",
            "Engineer, Acme",
            "◆ pinned",
            "",
            "given ·  received 1  owe 1  agreed",
        ]
        assert shown[6:8] == ["Inventory API  ended 21 Nov", "they: the UI"]
        assert "2 Oct   received  “Led the React work.”" in shown
        assert "2025" in shown
        assert shown[-1] == "w  write back   x  waive"
        assert str(pane.border_title) == "John Silva"

    drive(Stage([pane]), script, size=(60, 40))


def test_what_is_below_is_counted_and_reached_by_keys_and_wheel() -> None:
    pane = pane_of(PAGE, keys=(NextKey("w", "write back"),))

    async def script(pilot: Pilot[None]) -> None:
        pane.focus()
        assert "connected" not in "".join(lines(pane))
        assert "more below" in str(pane.border_subtitle)
        await pilot.press("G")
        assert "connected" in lines(pane)[-3]
        assert pane.border_subtitle is None
        await pilot.press("g", "j", "j", "k", "pagedown", "pageup", "home")
        assert lines(pane)[0].startswith("peer")
        wheel = events.MouseScrollDown(pane, 5, 5, 0, 1, 0, False, False, False)
        pane.post_message(wheel)
        await pilot.pause()
        assert not lines(pane)[0].startswith("peer")

    drive(Stage([pane]), script, size=(60, 16))


def test_another_person_starts_at_the_top_and_the_same_one_stays() -> None:
    pane = pane_of(PAGE)

    async def script(pilot: Pilot[None]) -> None:
        pane.focus()
        await pilot.press("j", "j", "j")
        first = lines(pane)[0]
        pane.show(PAGE, COUNTS, today=TODAY)
        assert lines(pane)[0] == first
        pane.show(PAGE._replace(contact=CONTACT._replace(id=2)), COUNTS, today=TODAY)
        assert lines(pane)[0].startswith("peer")

    drive(Stage([pane]), script, size=(60, 16))


def test_long_texts_are_cut_until_enter_shows_them_whole() -> None:
    long = PAGE.recommendations[0]._replace(text="word " * 300 + "end.")
    pane = pane_of(ContactPage(CONTACT, recommendations=(long,)))

    async def script(pilot: Pilot[None]) -> None:
        pane.focus()
        assert sum("word" in text for text in lines(pane)) == 6
        assert any(text.endswith("…") for text in lines(pane))
        await pilot.press("enter")
        assert "end.”" in "".join(lines(pane))
        await pilot.press("enter")
        assert sum("word" in text for text in lines(pane)) == 6

    drive(Stage([pane]), script, size=(60, 60))


def test_a_click_on_a_key_presses_it() -> None:
    pane = pane_of(PAGE, keys=(NextKey("w", "write back"), NextKey("x", "waive")))

    async def script(pilot: Pilot[None]) -> None:
        y = pane.size.height
        await pilot.click(pane, offset=(3, y))
        await pilot.click(pane, offset=(22, y))
        await pilot.click(pane, offset=(40, y))
        await pilot.click(pane, offset=(3, 2))

    told = sent(drive(Stage([pane]), script), ContactPane.KeyChosen)
    assert [one.key for one in told] == ["w", "x"]


def test_no_one_is_a_sentence() -> None:
    pane = pane_of(None)

    async def script(pilot: Pilot[None]) -> None:
        pane.focus()
        await pilot.press("j", "G", "enter")
        assert lines(pane)[0] == "No one chosen."
        assert pane.border_title is None

    drive(Stage([pane]), script)


@pytest.mark.parametrize(("raw", "shown"), NASTY.values(), ids=NASTY.keys())
def test_nasty_texts_show_literally(raw: str, shown: str) -> None:
    contact = Contact(1, raw, company=raw, position="")
    page = ContactPage(contact, moments=(Moment(1, 1, MomentKind.WIN, raw, TODAY),))
    pane = pane_of(page, keys=(NextKey("w", raw),))

    async def script(pilot: Pilot[None]) -> None:
        drawn = " ".join(" ".join(lines(pane)).split())
        assert drawn.count(" ".join(shown.split())) >= 2

    drive(Stage([pane]), script)


@given(st.integers(20, 60), st.text(max_size=60), st.integers(0, 2000))
def test_no_line_is_wider_than_the_pane(width: int, text: str, length: int) -> None:
    page = PAGE._replace(
        contact=CONTACT._replace(name=text, company=text, note=text, pitch="x" * length),
        projects=(Project(1, text + "p" * 80, ended_on=TODAY, members=(Member(1, "", text),)),),
        moments=(Moment(1, 1, MomentKind.FEEDBACK, text + "y" * length, TODAY),),
    )
    for line in contact_lines(page, COUNTS, TODAY, width, 6).lines:
        assert sum(cell_len(span.text) for span in line) <= width
