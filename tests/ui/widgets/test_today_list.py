"""The Today pane: what, who, why, which key; a list like any other."""

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


@pytest.mark.parametrize(("count", "height"), [(1, 3), (5, 7), (40, 11)])
@pytest.mark.parametrize("held_back", ["", "2 asks wait"])
def test_every_alert_has_a_line_and_they_scroll_in_a_third_of_the_height(
    count: int, height: int, held_back: str
) -> None:
    today = today_of([alert(number, f"Ann {number}") for number in range(count)], held_back)
    seen: set[str] = set()

    async def script(pilot: Pilot[None]) -> None:
        today.focus()
        assert today.outer_size.height == min(11, height + bool(held_back))
        for _ in range(count):
            assert today.highlighted is not None
            line = today.cursor_line - today.scroll_offset.y
            assert today.highlighted.name in lines(today)[line]
            seen.add(today.highlighted.name)
            await pilot.press("down")
        assert lines(today)[-1].strip().startswith(held_back)

    drive(Stage([today]), script, size=(100, 36))
    assert len(seen) == count


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
    told: list[TodayRow | None] = []

    def follow(of: TodayRow | None) -> None:
        told.append(of)

    async def script(pilot: Pilot[None]) -> None:
        pilot.app.watch(today, "highlighted", follow)
        today.focus()
        await pilot.press("j", "j")
        today.set_rows([alert(4), alert(2)])
        assert today.highlighted == alert(2)
        today.set_rows([alert(4)])
        assert today.highlighted == alert(4)
        await pilot.press("j", "k", "G", "g")
        assert today.cursor_line == 0

    drive(Stage([today]), script)
    assert [one.contact_id if one else None for one in told] == [0, 1, 2, 4]


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
