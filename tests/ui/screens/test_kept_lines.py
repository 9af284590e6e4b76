"""Lines kept as drawn look as if they had been drawn now, whatever was done in between."""

import random

import pytest
from textual.geometry import Region
from textual.strip import Strip

from recco_tui.ui.theme import THEMES
from recco_tui.ui.widgets.contact_pane import ContactPane
from recco_tui.ui.widgets.kept_lines import KeptLines
from recco_tui.ui.widgets.line_list import LineList
from recco_tui.ui.widgets.list_scroll_bar import ListScrollBar
from recco_tui.ui.widgets.network_table import NetworkTable
from tests.ui.screens.sample import board, sample_ledger

KEYS = [
    *("down", "down", "down", "up", "pagedown", "pageup", "home", "end", "space", "tab"),
    *("s", "A", "escape", "slash", "1", "3"),
]


@pytest.fixture
def ledger():
    with sample_ledger() as opened:
        yield opened


def whole(widget: KeptLines) -> Region:
    return widget.outer_size.region


def looks(strips: list[Strip]) -> list[list[tuple[str, object]]]:
    return [[(part.text, part.style) for part in strip.simplify()] for strip in strips]


def drawn_now(widget: KeptLines) -> list[Strip]:
    if isinstance(widget, LineList):
        widget.redraw()
    else:
        widget.refresh()
    return widget.render_lines(whole(widget))


@pytest.mark.parametrize("seed", range(3))
def test_after_any_keys_each_line_looks_as_if_drawn_now(play, seed) -> None:
    choose = random.Random(seed)

    async def script(app, pilot) -> None:
        await board(app, pilot)
        for step in range(24):
            if step % 10 == 9:
                app.theme = choose.choice(THEMES).name
                await pilot.resize_terminal(choose.choice([80, 100, 120]), choose.choice([24, 36]))
            else:
                await pilot.press(choose.choice(KEYS))
            if step % 3 == 0:
                await pilot.hover(offset=(choose.randrange(80), choose.randrange(24)))
            await pilot.pause()
            shown = [
                widget for widget in app.screen.query(KeptLines) if widget.display and whole(widget)
            ]
            kept = [looks(widget.render_lines(whole(widget))) for widget in shown]
            assert kept == [looks(drawn_now(widget)) for widget in shown]

    play(script, (120, 36))


def test_what_nothing_was_said_to_is_not_drawn_again(play, monkeypatch) -> None:
    drawn = []
    draw_lines = KeptLines.draw_lines

    def counted(self, crop):
        drawn.append((type(self), crop.height))
        return draw_lines(self, crop)

    async def script(app, pilot) -> None:
        await board(app, pilot)
        await pilot.pause()
        app.screen.set_focus(app.screen.table)
        await pilot.press("down", "down")
        await pilot.pause()
        monkeypatch.setattr(KeptLines, "draw_lines", counted)
        await pilot.press("down")
        await pilot.pause()
        assert {kind for kind, _ in drawn} == {NetworkTable, ContactPane}
        assert sum(height for kind, height in drawn if kind is NetworkTable) <= 2

    play(script, (120, 36))


def test_a_list_that_scrolls_draws_the_lines_that_come_and_no_other(play, monkeypatch) -> None:
    drawn = []

    async def script(app, pilot) -> None:
        await board(app, pilot)
        table = app.screen.table
        app.screen.set_focus(table)
        table.move_line(table.size.height - 2)
        await pilot.pause()
        before = table.scroll_offset.y
        draw_entry = table.draw_entry

        def counted(inks, line, state, width):
            drawn.append(line)
            return draw_entry(inks, line, state, width)

        monkeypatch.setattr(table, "draw_entry", counted)
        await pilot.press("down")
        await pilot.pause()
        assert table.scroll_offset.y == before + 1
        assert drawn == [table.cursor_line - 1, table.cursor_line]

    play(script, (120, 36))


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
def test_the_scroll_bar_of_a_list_looks_like_textuals(play, theme) -> None:
    async def script(app, pilot) -> None:
        await board(app, pilot)
        app.theme = theme
        await pilot.pause()
        table = app.screen.table
        bar = table.vertical_scrollbar
        assert bar.outer_size.height > 5
        for line in range(table.entry_count()):
            table.move_line(line)
            for grabbed in (False, True):
                bar.mouse_over = grabbed
                await pilot.pause()
                ours = ListScrollBar.draw_lines(bar, whole(bar))
                assert looks(ours) == looks(KeptLines.draw_lines(bar, whole(bar)))

    play(script, (120, 30))
