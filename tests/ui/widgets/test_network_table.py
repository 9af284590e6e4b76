"""The Network table behaves like a table, and its cursor and marks belong to people."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from textual.geometry import Region
from textual.pilot import Pilot
from textual.widgets import Static

from recco_tui.core.models import BoardRow
from recco_tui.core.relationships import Kind
from recco_tui.ui.present.board import RowFacts
from recco_tui.ui.widgets.network_columns import Column
from recco_tui.ui.widgets.network_table import NetworkTable
from tests.ui.pilot import NASTY, Stage, drive, lines, sent, wait_for


def row(id_: int, name: str = "", **more: Any) -> BoardRow:
    values: dict[str, Any] = {
        "kind": Kind.PEER,
        "company": "Acme",
        "given": 0,
        "received": 1,
        "waived": 0,
        "pinned": False,
        "in_circle": True,
        "slug": None,
        "last_on": date(2026, 10, 2),
    }
    return BoardRow(id=id_, name=name or f"Person {id_}", **(values | more))


def facts(of: BoardRow) -> RowFacts:
    return RowFacts(f"owe {of.received}", "owe", "agreed", "owed", "52 d")


class CountedFacts:
    """The words of a row, counting how often they are asked for."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, of: BoardRow) -> RowFacts:
        self.asked += 1
        return facts(of)


def table_of(rows: Sequence[BoardRow], **more: Any) -> NetworkTable:
    table = NetworkTable(facts, **more)
    table.set_rows(rows)
    return table


PEOPLE = [row(id_) for id_ in range(1, 101)]


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ("j", 1),
        ("down down up", 1),
        ("j j k", 1),
        ("k", 0),
        ("G", 99),
        ("end", 99),
        ("end g", 0),
        ("G home", 0),
        ("G j", 99),
        ("pagedown", 27),
        ("pagedown pagedown pageup", 27),
        ("pageup", 0),
    ],
)
def test_keys_move_the_cursor_and_keep_it_in_sight(keys: str, line: int) -> None:
    table = table_of(PEOPLE)

    async def script(pilot: Pilot[None]) -> None:
        table.focus()
        await pilot.press(*keys.split())
        assert table.cursor_line == line
        assert any(text.startswith("▌") and f"Person {line + 1} " in text for text in lines(table))

    drive(Stage([table]), script)


def test_the_header_stays_while_people_scroll() -> None:
    table = table_of(PEOPLE)

    async def script(pilot: Pilot[None]) -> None:
        table.focus()
        await pilot.press("G")
        shown = lines(table)
        assert " ".join(shown[0].split()) == "Name Company Kind Given Recvd Balance Ask Last"
        assert "Person 100" in shown[-1]

    drive(Stage([table]), script)


def test_every_state_has_a_word_or_a_sign() -> None:
    table = table_of([row(1, "Ann", given=0, received=2, pinned=True, kind=Kind.UNKNOWN)])

    async def script(pilot: Pilot[None]) -> None:
        table.set_marks([1])
        assert " ".join(lines(table)[1].split()) == "▌✓◆ Ann Acme ? · 2 owe 2 agreed 52 d"

    drive(Stage([table]), script)


def test_whoever_watches_is_told_once_of_each_person_the_cursor_comes_to() -> None:
    table = table_of(PEOPLE)
    told: list[BoardRow | None] = []

    def follow(of: BoardRow | None) -> None:
        told.append(of)

    async def script(pilot: Pilot[None]) -> None:
        pilot.app.watch(table, "highlighted", follow)
        table.focus()
        await pilot.press("j", "G", "G")
        table.set_rows(PEOPLE)
        await pilot.pause()
        table.set_rows([row(100, given=5)])
        await pilot.pause()
        table.set_rows([])
        await pilot.pause()

    drive(Stage([table]), script)
    assert [one.id if one else None for one in told] == [1, 2, 100, 100, None]


def test_whoever_watches_sees_the_row_before_the_key_is_done() -> None:
    table = table_of(PEOPLE)
    seen: list[BoardRow | None] = []

    def follow(of: BoardRow | None) -> None:
        seen.append(of)

    async def script(pilot: Pilot[None]) -> None:
        pilot.app.watch(table, "highlighted", follow, init=False)
        table.action_down()
        assert seen == [PEOPLE[1]]

    drive(Stage([table]), script)


def test_cursor_and_marks_stay_with_their_people_across_refreshes() -> None:
    table = table_of(PEOPLE)

    async def script(pilot: Pilot[None]) -> None:
        table.focus()
        await pilot.press("j", "space", "space", "j")
        assert (table.highlighted, table.marks) == (PEOPLE[4], {2, 3})
        table.set_rows(PEOPLE[::-1])
        assert table.highlighted == PEOPLE[4]
        assert [one.id for one in table.marked_rows()] == [3, 2]
        table.set_rows([one for one in PEOPLE if one.id != 5])
        assert table.highlighted is not None
        assert table.highlighted.id != 5
        table.set_rows([one for one in PEOPLE if one.id > 50])
        assert table.marked_rows() == ()
        assert table.marks == {2, 3}
        table.set_rows(PEOPLE)
        assert [one.id for one in table.marked_rows()] == [2, 3]

    drive(Stage([table]), script)


def test_the_person_under_the_cursor_stays_on_their_line_of_the_screen() -> None:
    table = table_of(PEOPLE)

    async def script(pilot: Pilot[None]) -> None:
        table.move_to(60)
        table.action_up()
        table.action_up()
        place = [index for index, text in enumerate(lines(table)) if "Person 58" in text]
        table.set_rows(PEOPLE[20:])
        assert [index for index, text in enumerate(lines(table)) if "Person 58" in text] == place

    drive(Stage([table]), script)


def test_space_marks_and_goes_on_and_takes_back() -> None:
    table = table_of(PEOPLE)

    async def script(pilot: Pilot[None]) -> None:
        table.focus()
        await pilot.press("space", "space", "k", "space")
        table.clear_marks()
        await pilot.pause()

    told = sent(drive(Stage([table]), script), NetworkTable.MarksChanged)
    assert [set(one.ids) for one in told] == [{1}, {1, 2}, {1}, set()]


def test_move_to_says_whether_the_person_is_there() -> None:
    table = table_of(PEOPLE)

    async def script(pilot: Pilot[None]) -> None:
        assert table.move_to(70)
        assert table.highlighted == PEOPLE[69]
        assert not table.move_to(1000)
        assert table.highlighted == PEOPLE[69]

    drive(Stage([table]), script)


def test_enter_and_a_double_click_open() -> None:
    table = table_of(PEOPLE)

    async def script(pilot: Pilot[None]) -> None:
        table.focus()
        await pilot.press("j", "enter")
        await pilot.click(table, offset=(12, 7), times=2)

    told = sent(drive(Stage([table]), script), NetworkTable.Chosen)
    assert [one.entry.id for one in told] == [2, 6]


def test_a_click_moves_the_cursor_and_at_the_left_marks() -> None:
    table = table_of(PEOPLE)

    async def script(pilot: Pilot[None]) -> None:
        await pilot.click(table, offset=(12, 5))
        assert (table.cursor_line, table.marks) == (3, frozenset())
        await pilot.click(table, offset=(2, 6))
        assert (table.cursor_line, table.marks) == (4, {5})
        await pilot.click(table, offset=(30, 7), control=True)
        assert table.marks == {5, 6}

    drive(Stage([table]), script)


@pytest.mark.parametrize(("name", "column"), [("Name", Column.NAME), ("Recvd", Column.RECEIVED)])
def test_a_click_on_a_columns_name_asks_to_sort(name: str, column: Column) -> None:
    table = table_of(PEOPLE)

    async def script(pilot: Pilot[None]) -> None:
        await pilot.click(table, offset=(lines(table)[0].index(name) + 1, 1))

    told = sent(drive(Stage([table]), script), NetworkTable.SortRequested)
    assert [one.column for one in told] == [column]


@pytest.mark.parametrize(
    ("column", "descending", "shown"),
    [
        (Column.NAME, False, "Name ▴"),
        (Column.BALANCE, True, "Balance ▾"),
        (Column.LAST, True, "▾Last"),
    ],
)
def test_the_header_tells_the_order(column: Column, descending: bool, shown: str) -> None:
    table = table_of(PEOPLE)

    async def script(pilot: Pilot[None]) -> None:
        table.set_sort(column, descending)
        assert shown in lines(table)[0]

    drive(Stage([table]), script)


def test_a_table_that_gets_lower_keeps_its_border() -> None:
    above, table = Static("above"), table_of(PEOPLE)

    async def script(pilot: Pilot[None]) -> None:
        before = table.outer_size.height
        above.styles.height = 5
        await wait_for(pilot, lambda: table.outer_size.height < before, "the size")
        drawn = table.render_lines(table.outer_size.region)
        assert [drawn[0].text[0], drawn[-2].text[0], drawn[-1].text[0]] == ["╭", "│", "╰"]

    drive(Stage([above, table]), script)


def test_hover_is_quiet_and_goes_with_the_mouse() -> None:
    table = table_of(PEOPLE)

    def ground(y: int) -> object:
        style = list(table.render_line(y))[-1].style
        return style.bgcolor if style else None

    async def script(pilot: Pilot[None]) -> None:
        await pilot.hover(table, offset=(12, 6))
        assert ground(5) != ground(6)
        await pilot.hover(table, offset=(12, 9))
        assert ground(5) == ground(6)

    drive(Stage([table]), script)


def test_debts_of_years_ago_are_dim_as_in_today() -> None:
    async def script(pilot: Pilot[None]) -> None:
        def inks(y: int) -> dict[str, Any]:
            drawn = table.render_line(y)
            return {part.text.strip(): part.style.color for part in drawn if part.style}

        recent, old = inks(2), inks(3)
        assert recent["Person 2"] != old["Person 3"]
        assert recent["1"] != old["1"]
        await pilot.pause()

    table = table_of([row(1), row(2), row(3, debt_is_quiet=True)])
    drive(Stage([table]), script)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30), (140, 40), (200, 60)], ids=str)
def test_every_line_fits_at_every_size(size: tuple[int, int]) -> None:
    table = table_of([row(1, "x" * 2000), *PEOPLE[1:]])

    async def script(pilot: Pilot[None]) -> None:
        await pilot.resize_terminal(*size)
        await wait_for(pilot, lambda: pilot.app.size.width == size[0], "the size")
        await pilot.pause()
        shown = lines(table)
        assert len(shown) == size[1] - 2
        assert all(table.render_line(y).cell_length == size[0] - 3 for y in range(len(shown)))
        assert "xxx…" in shown[1]
        assert "owe 1" in shown[1]

    drive(Stage([table]), script)


def test_the_cursor_stays_in_sight_when_the_window_shrinks() -> None:
    table = table_of(PEOPLE)

    async def script(pilot: Pilot[None]) -> None:
        table.move_to(28)
        await pilot.resize_terminal(60, 12)
        await wait_for(pilot, lambda: any(t.startswith("▌") for t in lines(table)), "the cursor")

    drive(Stage([table]), script)


@pytest.mark.parametrize(("raw", "shown"), NASTY.values(), ids=NASTY.keys())
def test_a_nasty_name_and_company_show_literally(raw: str, shown: str) -> None:
    table = table_of([row(1, raw, company=raw)])

    async def script(pilot: Pilot[None]) -> None:
        assert lines(table)[1].count(shown) == 2
        assert table.render_line(1).cell_length == table.size.width

    drive(Stage([table]), script, size=(160, 20))


def test_an_empty_table_tells_the_next_key() -> None:
    table = table_of([], empty="No one matches [b]zz. esc clears the filter.")

    async def script(pilot: Pilot[None]) -> None:
        table.focus()
        await pilot.press("j", "k", "G", "g", "pagedown", "space", "enter")
        await pilot.click(table, offset=(5, 5))
        assert [text.strip() for text in lines(table)[:3]] == [
            "",
            "No one matches [b]zz. esc clears the filter.",
            "",
        ]
        table.set_empty("No one yet. i imports, + adds one.")
        assert "i imports" in lines(table)[1]

    messages = drive(Stage([table]), script)
    assert not sent(messages, NetworkTable.Chosen)
    assert not sent(messages, NetworkTable.MarksChanged)


def test_words_are_asked_for_only_for_the_lines_on_the_screen() -> None:
    words = CountedFacts()
    table = NetworkTable(words)
    table.set_rows([row(id_) for id_ in range(5000)])

    async def script(pilot: Pilot[None]) -> None:
        await pilot.pause()
        assert words.asked <= 3 * 28
        before = words.asked
        table.focus()
        await pilot.pause()
        drawn = words.asked
        await pilot.press("j")
        assert words.asked - drawn <= 2
        assert drawn - before <= 2 * 28

    drive(Stage([table]), script)


def test_a_cursor_key_paints_two_lines_and_no_more() -> None:
    table = table_of(PEOPLE)
    painted: list[Region] = []

    async def script(pilot: Pilot[None]) -> None:
        table.focus()
        await pilot.pause()
        refresh = table.refresh

        def noted(*regions: Region, **more: bool) -> NetworkTable:
            painted.extend(regions or [table.size.region])
            return refresh(*regions, **more)

        table.refresh = noted  # type: ignore[method-assign]
        table.action_down()
        assert sorted((region.y, region.height) for region in painted) == [(1, 1), (2, 1)]

    drive(Stage([table]), script)
