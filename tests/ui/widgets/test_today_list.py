"""The Today pane: what, who, why, which key, in seven lines at most."""

from collections.abc import Sequence

import pytest
from textual.pilot import Pilot

from recco_tui.ui.present.board import TodayRow
from recco_tui.ui.widgets.today_list import TodayList
from tests.ui.pilot import NASTY, Stage, drive, lines, sent


def alert(number: int, name: str = "John Silva", why: str = "recommended you") -> TodayRow:
    return TodayRow(f"write:{number}", number, "write", name, why, "w", "owe")


def today_of(rows: Sequence[TodayRow], held_back: str = "", empty: str = "") -> TodayList:
    today = TodayList(empty=empty)
    today.set_rows(rows, held_back)
    return today


@pytest.mark.parametrize(
    ("count", "held_back", "shown", "tail"),
    [
        (1, "", 1, None),
        (7, "", 7, None),
        (8, "", 6, "and 2 more"),
        (6, "2 asks wait", 6, "2 asks wait"),
        (7, "2 asks wait", 6, "and 1 more · 2 asks wait"),
        (40, "", 6, "and 34 more"),
    ],
)
def test_seven_lines_at_most_and_the_last_tells_of_the_rest(
    count: int, held_back: str, shown: int, tail: str | None
) -> None:
    today = today_of([alert(number) for number in range(count)], held_back)

    async def script(pilot: Pilot[None]) -> None:
        texts = lines(today)
        assert len(texts) <= 7
        assert sum("recommended you" in text for text in texts) == shown
        assert [text.strip() for text in texts[shown:]] == ([tail] if tail else [])

    drive(Stage([today]), script)


def test_a_line_says_action_person_reason_and_key() -> None:
    today = today_of([alert(1)])

    async def script(pilot: Pilot[None]) -> None:
        assert " ".join(lines(today)[0].split()) == "▌ write John Silva recommended you w"

    drive(Stage([today]), script)


def test_enter_a_double_click_and_a_click_on_the_key_choose() -> None:
    today = today_of([alert(number) for number in range(4)])

    async def script(pilot: Pilot[None]) -> None:
        today.focus()
        await pilot.press("j", "enter")
        await pilot.click(today, offset=(10, 3), times=2)
        await pilot.click(today, offset=(96, 4))

    told = sent(drive(Stage([today]), script), TodayList.Chosen)
    assert [one.entry.contact_id for one in told] == [1, 2, 3]


def test_the_cursor_stays_with_its_alert() -> None:
    today = today_of([alert(number) for number in range(5)])

    async def script(pilot: Pilot[None]) -> None:
        today.focus()
        await pilot.press("j", "j")
        today.set_rows([alert(4), alert(2)])
        assert today.highlighted == alert(2)
        today.set_rows([alert(4)])
        assert today.highlighted == alert(4)
        await pilot.press("j", "k", "G", "g")
        assert today.cursor_line == 0

    told = sent(drive(Stage([today]), script), TodayList.Highlighted)
    assert [one.entry.contact_id if one.entry else None for one in told] == [0, 1, 2, 4]


def test_a_day_with_nothing_to_do_says_so_in_one_line() -> None:
    today = today_of([], empty="Nothing to do today. [r] reviews all.")

    async def script(pilot: Pilot[None]) -> None:
        today.focus()
        await pilot.press("enter", "j")
        assert [text.strip() for text in lines(today)] == ["Nothing to do today. [r] reviews all."]

    assert not sent(drive(Stage([today]), script), TodayList.Chosen)


@pytest.mark.parametrize("width", [60, 200])
@pytest.mark.parametrize(("raw", "shown"), NASTY.values(), ids=NASTY.keys())
def test_a_nasty_name_shows_literally_at_every_width(width: int, raw: str, shown: str) -> None:
    today = today_of([alert(1, raw, raw + "x" * 2000)])

    async def script(pilot: Pilot[None]) -> None:
        line = today.render_line(0)
        assert line.cell_length == today.size.width
        assert shown[:6] in line.text

    drive(Stage([today]), script, size=(width, 12))
