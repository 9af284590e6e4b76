"""The Today pane: what to do now, each with its reason and the key that does it."""

from collections.abc import Sequence

from rich.segment import Segment
from textual import events
from textual.strip import Strip

from recco_tui.ui.formatting import cut, fit, plain
from recco_tui.ui.present.board import TodayRow
from recco_tui.ui.theme import Inks
from recco_tui.ui.widgets.line_list import LineList, LineState

_LEFT = 2
_CAP = 5
"""The key with a blank around it, on its cap, and the blanks beside that."""


class TodayList(LineList[TodayRow]):
    """Every alert once, in at most a third of the screen; the rest scrolls.

    A last line says what is held back.
    """

    DEFAULT_CSS = """
    TodayList {
        height: auto;
        min-height: 3;
        max-height: 33%;
    }
    """

    _held_back = ""
    _cells = (0, 0)

    def set_rows(self, rows: Sequence[TodayRow], held_back: str = "") -> None:
        """Show other alerts, first things first. The cursor stays with its alert while it has one.

        `held_back` says in words what is not shown today, and why.
        """
        held = self.highlighted
        self._entries = rows
        self._held_back = held_back
        # Of all at once: the columns do not move while the list scrolls.
        self._cells = (
            min(14, max([8, *(len(plain(row.action)) for row in rows)])),
            max([10, *(len(plain(row.name)) for row in rows)]),
        )
        line = self.cursor_line
        if held is not None:
            alerts = [row.alert for row in rows]
            line = alerts.index(held.alert) if held.alert in alerts else line
        self.entries_changed(line)

    def tail_count(self) -> int:
        return 1 if self._held_back else 0

    def draw_entry(self, inks: Inks, line: int, state: LineState, width: int) -> Strip:
        row, ground = self._entries[line], state.ground
        ink = "ink-muted" if row.is_old else "ink"
        base = inks(ink, on=ground)
        action, name, why = self._widths(width)
        name_ink = inks("ink-key" if state.cursor else ink, bold=state.cursor, on=ground)
        return Strip(
            [
                state.bar(inks),
                Segment(" ", base),
                Segment(fit(row.action, action), inks(row.meaning, bold=True, on=ground)),
                Segment("  ", base),
                Segment(fit(row.name, name), name_ink),
                Segment("  ", base),
                Segment(fit(row.why, why), base),
                Segment(" ", base),
                Segment(fit(row.key, 3, "center"), inks("ink-key", bold=True, on="cap")),
                Segment(" ", base),
            ]
        ).adjust_cell_length(width, base)

    def draw_rest(self, inks: Inks, y: int, width: int) -> Strip:
        quiet = inks("ink-muted")
        text = ""
        if y + self.scroll_offset.y == self.entry_count():
            text = self._held_back or ("" if self._entries else self._empty)
        line = Segment(" " * _LEFT + cut(text, width - _LEFT), quiet)
        return Strip([line]).adjust_cell_length(width, quiet)

    def entry_clicked(self, line: int, x: int, event: events.Click) -> bool:
        on_cap = event.chain == 1 and x >= self.line_width - _CAP
        if on_cap:
            self.choose(line)
        return on_cap

    def _widths(self, width: int) -> tuple[int, int, int]:
        action, longest = self._cells
        name = min(longest, 24, max(8, (width - action) // 4))
        return action, name, max(0, width - _LEFT - action - 2 - name - 2 - _CAP)
