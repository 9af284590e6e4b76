"""The Network table: up to 30,000 people, of whom only the lines on the screen are ever drawn.

The rows are values read once by the owner and kept by reference; cursor and marks belong to people
(by contact id), not to lines: they stay with them when the rows are sorted, filtered or read anew.
"""

from collections.abc import Iterable, Sequence

from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from recco_tui.core.models import BoardRow
from recco_tui.ui.formatting import wrap
from recco_tui.ui.theme import Inks
from recco_tui.ui.widgets.line_list import LineList, LineState
from recco_tui.ui.widgets.network_columns import (
    GUTTER,
    Column,
    FactsOf,
    Place,
    arrange,
    column_at,
)
from recco_tui.ui.widgets.network_lines import blank_strip, header_strip, row_strip

__all__ = ["Column", "NetworkTable"]


class NetworkTable(LineList):
    """A table over `BoardRow` values; `facts` gives the words of a row when it is drawn."""

    HEADER = 1
    BINDINGS = [
        Binding(
            "space",
            "mark",
            "Mark",
            False,
            id="network.mark",
            tooltip="Mark or unmark this person and go on to the next",
        ),
    ]

    class Highlighted(Message):
        """Another person is under the cursor, or what is known of this one changed."""

        def __init__(self, table: "NetworkTable", row: BoardRow | None) -> None:
            super().__init__()
            self.table = table
            self.row = row

        @property
        def control(self) -> "NetworkTable":
            """The table, for `@on` with a selector."""
            return self.table

    class Opened(Message):
        """Enter or a double click on a person."""

        def __init__(self, table: "NetworkTable", row: BoardRow) -> None:
            super().__init__()
            self.table = table
            self.row = row

        @property
        def control(self) -> "NetworkTable":
            """The table, for `@on` with a selector."""
            return self.table

    class SortRequested(Message):
        """A click on a column's name."""

        def __init__(self, table: "NetworkTable", column: Column) -> None:
            super().__init__()
            self.table = table
            self.column = column

        @property
        def control(self) -> "NetworkTable":
            """The table, for `@on` with a selector."""
            return self.table

    class MarksChanged(Message):
        """The ids of all people marked now, also of those not among the rows at the moment."""

        def __init__(self, table: "NetworkTable", ids: frozenset[int]) -> None:
            super().__init__()
            self.table = table
            self.ids = ids

        @property
        def control(self) -> "NetworkTable":
            """The table, for `@on` with a selector."""
            return self.table

    highlighted: var[BoardRow | None] = var(None, init=False)
    """The row under the cursor, None when there is none. What follows the cursor on the screen
    should `watch` this: then it is painted with the cursor and not two frames later."""

    def __init__(
        self,
        facts: FactsOf,
        *,
        empty: str = "",
        id: str | None = None,  # noqa: A002 - Textual's name
        classes: str | None = "pane",
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._facts = facts
        self._empty = empty
        self._rows: Sequence[BoardRow] = ()
        self._marks: frozenset[int] = frozenset()
        self._sort: tuple[Column | None, bool] = (None, False)
        self._places: tuple[int, tuple[Place, ...]] = (0, ())

    # -- what the owner gives and asks ---------------------------------------------------------

    @property
    def rows(self) -> Sequence[BoardRow]:
        """The rows as given, in their order."""
        return self._rows

    @property
    def marks(self) -> frozenset[int]:
        """The ids of the people marked."""
        return self._marks

    def marked_rows(self) -> tuple[BoardRow, ...]:
        """Those marked who are among the rows, in their order."""
        return tuple(row for row in self._rows if row.id in self._marks) if self._marks else ()

    def set_rows(self, rows: Sequence[BoardRow]) -> None:
        """Show other rows (kept by reference, not copied). The cursor stays with its person and
        that person on the same line of the screen; who is gone leaves it to whoever comes there.
        """
        held = self._row_under_cursor()
        self._rows = rows
        line = None if held is None else self._line_of(held.id)
        self.entries_changed(self.cursor_line if line is None else line)
        self.cursor_moved()

    def set_facts(self, facts: FactsOf) -> None:
        """Give other words for the same rows, as on another day."""
        self._facts = facts
        self.redraw()

    def set_sort(self, column: Column | None, descending: bool = False) -> None:
        """Tell in the header how the owner has sorted the rows."""
        self._sort = (column, descending)
        self.redraw()

    def set_empty(self, text: str) -> None:
        """The sentence shown while there are no rows; it tells the next key."""
        self._empty = text
        self.redraw()

    def move_to(self, contact_id: int) -> bool:
        """Put the cursor on a person; False when they are not among the rows."""
        line = self._line_of(contact_id)
        if line is not None:
            self.move_line(line)
        return line is not None

    def set_marks(self, ids: Iterable[int]) -> None:
        """Mark these people and nobody else."""
        marks = frozenset(ids)
        if marks != self._marks:
            self._marks = marks
            self.refresh()
            self.post_message(self.MarksChanged(self, marks))

    def clear_marks(self) -> None:
        """Mark nobody."""
        self.set_marks(())

    # -- what the list asks --------------------------------------------------------------------

    def entry_count(self) -> int:
        return len(self._rows)

    def is_marked(self, line: int) -> bool:
        return self._rows[line].id in self._marks

    def draw_entry(self, inks: Inks, line: int, state: LineState, width: int) -> Strip:
        row = self._rows[line]
        return row_strip(inks, self._arranged(width), width, row, self._facts(row), state)

    def draw_rest(self, inks: Inks, y: int, width: int) -> Strip:
        if not self._rows:
            lines = wrap(self._empty, max(1, width - GUTTER - 1))
            return blank_strip(inks, width, lines[y - 1] if 1 <= y <= len(lines) else "")
        if y < self.HEADER:
            return header_strip(inks, self._arranged(width), width, *self._sort)
        return blank_strip(inks, width)

    def cursor_moved(self) -> None:
        if self.is_running:
            self.highlighted = self._row_under_cursor()

    def watch_highlighted(self, row: BoardRow | None) -> None:
        self.post_message(self.Highlighted(self, row))

    def entry_opened(self, line: int) -> None:
        self.post_message(self.Opened(self, self._rows[line]))

    def entry_clicked(self, line: int, x: int, event: events.Click) -> bool:
        marking = x < GUTTER or event.ctrl
        if marking:
            self._toggle_mark(line)
        return marking

    def header_clicked(self, x: int) -> None:
        column = column_at(self._arranged(self.line_width), x)
        if column is not None:
            self.post_message(self.SortRequested(self, column))

    def action_mark(self) -> None:
        if self._rows:
            self._toggle_mark(self.cursor_line)
            self.move_line(self.cursor_line + 1)

    def on_mount(self) -> None:
        self.cursor_moved()

    def _row_under_cursor(self) -> BoardRow | None:
        return self._rows[self.cursor_line] if self._rows else None

    def _toggle_mark(self, line: int) -> None:
        self._marks ^= {self._rows[line].id}
        self.refresh_entries(line)
        self.post_message(self.MarksChanged(self, self._marks))

    def _line_of(self, contact_id: int) -> int | None:
        rows, near = self._rows, self.cursor_line
        if near < len(rows) and rows[near].id == contact_id:
            return near
        return next((line for line, row in enumerate(rows) if row.id == contact_id), None)

    def _arranged(self, width: int) -> tuple[Place, ...]:
        if self._places[0] != width:
            self._places = (width, arrange(width))
        return self._places[1]
