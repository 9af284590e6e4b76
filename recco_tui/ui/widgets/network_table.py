"""The Network table: up to 30,000 people, of whom only the lines on the screen are ever drawn.

The rows are values read once by the owner and kept by reference; cursor and marks belong to people
(by contact id), not to lines: they stay with them when the rows are sorted, filtered or reloaded.
"""

from collections.abc import Iterable, Sequence
from itertools import chain

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from recco_tui.core.models import BoardRow
from recco_tui.core.relationships import Kind
from recco_tui.ui.formatting import NOTHING, ZERO, count, cut, fit, wrap
from recco_tui.ui.present.board import RowFacts
from recco_tui.ui.theme import Inks
from recco_tui.ui.widgets.keys import bind_hidden
from recco_tui.ui.widgets.line_list import LineList, LineState
from recco_tui.ui.widgets.network_columns import GUTTER, Column, FactsOf, Place, arrange, column_at

MARK = "✓"
PIN = "◆"
RISING = "▴"
FALLING = "▾"

_WORDLESS = (NOTHING, ZERO, "")


class NetworkTable(LineList[BoardRow]):
    """A table over `BoardRow` values; `facts` gives the words of a row when it is drawn."""

    HEADER = 1
    BINDINGS = [
        bind_hidden(
            "network.mark", "space", "Mark", "Mark this contact, or clear the mark.", "mark"
        )
    ]

    class SortRequested(Message):
        """A click on a column's name."""

        def __init__(self, column: Column) -> None:
            super().__init__()
            self.column = column

    class MarksChanged(Message):
        """The ids of all people marked now, also of those not among the rows at the moment."""

        def __init__(self, ids: frozenset[int]) -> None:
            super().__init__()
            self.ids = ids

    def __init__(self, facts: FactsOf, *, empty: str = "", id: str | None = None) -> None:
        super().__init__(empty=empty, id=id)
        self._facts = facts
        self._marks: frozenset[int] = frozenset()
        self._sort: tuple[Column | None, bool] = (None, False)
        self._places: tuple[int, tuple[Place, ...]] = (0, ())

    # -- what the owner gives and asks ---------------------------------------------------------

    @property
    def marks(self) -> frozenset[int]:
        """The ids of the people marked."""
        return self._marks

    def marked_rows(self) -> tuple[BoardRow, ...]:
        """Those marked who are among the rows, in their order."""
        return tuple(row for row in self._entries if row.id in self._marks) if self._marks else ()

    def set_rows(self, rows: Sequence[BoardRow]) -> None:
        """Show other rows (kept by reference, not copied). The cursor stays with its person and
        that person on the same line of the screen; who is gone leaves it to whoever comes there.
        """
        held = self.highlighted
        self._entries = rows
        line = None if held is None else self._line_of(held.id)
        self.entries_changed(self.cursor_line if line is None else line)

    def set_sort(self, column: Column | None, descending: bool = False) -> None:
        """Tell in the header how the owner has sorted the rows."""
        self._sort = (column, descending)
        self.redraw()

    def move_to(self, contact_id: int) -> bool:
        """Put the cursor on a person; False when they are not among the rows."""
        line = self._line_of(contact_id)
        if line is not None:
            self.move_line(line)
        return line is not None

    def set_marks(self, ids: Iterable[int]) -> None:
        """Mark these people and no one else."""
        marks = frozenset(ids)
        if marks != self._marks:
            self._marks = marks
            self.refresh()
            self.post_message(self.MarksChanged(marks))

    def clear_marks(self) -> None:
        """Mark no one."""
        self.set_marks(())

    # -- what the list asks --------------------------------------------------------------------

    def is_marked(self, line: int) -> bool:
        return self._entries[line].id in self._marks

    def draw_entry(self, inks: Inks, line: int, state: LineState, width: int) -> Strip:
        """One person. Marked, pinned and under the cursor are signs as well as colours."""
        row, ground, base = self._entries[line], state.ground, inks(on=state.ground)
        facts = self._facts(row)
        segments = [
            state.bar(inks),
            Segment(MARK if state.marked else " ", inks("row-mark", bold=True, on=ground)),
            Segment(PIN if row.pinned else " ", inks("ink-faint", on=ground)),
            Segment(" ", base),
        ]
        for spec, _, cells in self._arranged(width):
            text, ink = _cell(spec.column, row, facts, cells)
            style = inks(ink, bold=state.cursor and spec.column is Column.NAME, on=ground)
            segments.append(Segment(" " * spec.gap, base))
            segments.append(Segment(fit(text, cells, spec.align), style))
        return _filled(segments, width, base)

    def draw_rest(self, inks: Inks, y: int, width: int) -> Strip:
        if not self._entries:
            lines = wrap(self._empty, max(1, width - GUTTER - 1))
            return _blank_strip(inks, width, lines[y - 1] if 1 <= y <= len(lines) else "")
        if y < self.HEADER:
            return _header_strip(inks, self._arranged(width), width, *self._sort)
        return _blank_strip(inks, width)

    def entry_clicked(self, line: int, x: int, event: events.Click) -> bool:
        marking = x < GUTTER or event.ctrl
        if marking:
            self._toggle_mark(line)
        return marking

    def header_clicked(self, x: int) -> None:
        column = column_at(self._arranged(self.line_width), x)
        if column is not None:
            self.post_message(self.SortRequested(column))

    def action_mark(self) -> None:
        if self._entries:
            self._toggle_mark(self.cursor_line)
            self.move_line(self.cursor_line + 1)

    def _toggle_mark(self, line: int) -> None:
        self._marks ^= {self._entries[line].id}
        self.refresh_entries(line)
        self.post_message(self.MarksChanged(self._marks))

    def _line_of(self, contact_id: int) -> int | None:
        rows, near = self._entries, self.cursor_line
        # Whom Today comes to next is mostly the next one here too.
        onward = chain(range(near, len(rows)), range(min(near, len(rows))))
        return next((line for line in onward if rows[line].id == contact_id), None)

    def _arranged(self, width: int) -> tuple[Place, ...]:
        if self._places[0] != width:
            self._places = (width, arrange(width))
        return self._places[1]


def _header_strip(
    inks: Inks, places: Sequence[Place], width: int, sort: Column | None, descending: bool
) -> Strip:
    """The names of the columns; the sorted one has an arrow and the brighter ink."""
    quiet = inks("ink-muted")
    segments = [Segment(" " * min(GUTTER, width), quiet)]
    for place in places:
        name, style = place.spec.header, quiet
        if place.spec.column is sort:
            style = inks("ink", bold=True)
            name = _with_arrow(name, FALLING if descending else RISING, place)
        segments.append(Segment(" " * place.spec.gap, quiet))
        segments.append(Segment(fit(name, place.width, place.spec.align), style))
    return _filled(segments, width, quiet)


def _blank_strip(inks: Inks, width: int, text: str = "") -> Strip:
    """A line without a person, perhaps with one of the sentences of the empty table."""
    quiet = inks("ink-muted")
    room = max(0, width - GUTTER)
    return _filled([Segment(" " * GUTTER, quiet), Segment(cut(text, room), quiet)], width, quiet)


def _cell(column: Column, row: BoardRow, facts: RowFacts, cells: int) -> tuple[str, str]:
    """The words of a cell and their ink; who is owed since years is as dim as in Today.

    The age of an ask is there where it is not cut.
    """
    ink = "ink-muted" if row.debt_is_quiet else "ink"
    match column:
        case Column.NAME:
            return row.name, ink
        case Column.COMPANY:
            return row.company, "ink-muted"
        case Column.KIND:
            known = row.kind is not Kind.UNKNOWN
            return (row.kind.value, "ink-muted") if known else ("?", "ink-faint")
        case Column.GIVEN:
            return count(row.given), ink if row.given else "ink-faint"
        case Column.RECEIVED:
            return count(row.received), ink if row.received else "ink-faint"
        case Column.BALANCE:
            return facts.balance, _ink_of(facts.balance, facts.balance_meaning)
        case Column.ASK:
            aged = f"{facts.ask} {facts.ask_age}" if facts.ask_age else facts.ask
            words = aged if len(aged) <= cells else facts.ask
            return words, _ink_of(facts.ask, facts.ask_meaning)
        case Column.LAST:
            return facts.last, "ink-muted"


def _ink_of(words: str, meaning: str) -> str:
    return "ink-faint" if words in _WORDLESS else meaning


def _with_arrow(name: str, arrow: str, place: Place) -> str:
    if place.spec.align == "right":
        return cut(name, place.width) if len(name) >= place.width else f"{arrow}{name}"
    return f"{name} {arrow}"


def _filled(segments: list[Segment], width: int, style: Style) -> Strip:
    return Strip(segments).simplify().adjust_cell_length(width, style)
