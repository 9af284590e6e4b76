"""A list whose entries are spans of text: found files, doubts of an import, the log."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from rich.segment import Segment
from textual.binding import Binding
from textual.message import Message
from textual.strip import Strip

from recco_tui.ui.formatting import cut
from recco_tui.ui.present.spans import Line
from recco_tui.ui.theme import Inks
from recco_tui.ui.widgets.line_list import BAR, LineList, LineState

T = TypeVar("T")
_LEFT = 2


class SpanList(LineList, Generic[T], inherit_bindings=False):
    """Entries of any sort; `draw` says what an entry looks like in a width in cells.

    Enter is left to the screen, so that its footer says what enter does there.
    """

    BINDINGS = [
        binding
        for binding in LineList.BINDINGS
        if isinstance(binding, Binding) and binding.id != "list.open"
    ]

    @dataclass
    class Highlighted(Message):
        """Another entry is under the cursor; None in an empty list."""

        span_list: "SpanList[Any]"
        entry: object | None

        @property
        def control(self) -> "SpanList[Any]":
            """The list, for `@on` with a selector."""
            return self.span_list

    @dataclass
    class Chosen(Message):
        """A double click."""

        span_list: "SpanList[Any]"
        entry: object

        @property
        def control(self) -> "SpanList[Any]":
            """The list, for `@on` with a selector."""
            return self.span_list

    def __init__(
        self,
        draw: Callable[[T, int], Line],
        *,
        key: Callable[[T], object] | None = None,
        empty: str = "",
        id: str | None = None,  # noqa: A002 - Textual's name
        classes: str | None = "pane",
    ) -> None:
        """By `key` the cursor finds its entry again among others; None where it does not follow."""
        super().__init__(id=id, classes=classes)
        self._draw = draw
        self._key = key
        self._empty = empty
        self._entries: Sequence[T] = ()

    @property
    def entries(self) -> Sequence[T]:
        """All entries, in order."""
        return self._entries

    @property
    def highlighted(self) -> T | None:
        """The entry under the cursor, None in an empty list."""
        return self._entries[self.cursor_line] if self._entries else None

    def set_entries(self, entries: Sequence[T], line: int = 0) -> None:
        """Show other entries, the cursor on the same as before where it is among them, else on
        number `line` or the nearest there is."""
        before = self.highlighted
        if self._key is not None and before is not None and (held := self._key(before)) is not None:
            line = next((at for at, new in enumerate(entries) if self._key(new) == held), line)
        self._entries = entries
        self.entries_changed(line)
        self.refresh(layout=True)
        self.cursor_moved()

    def set_empty(self, text: str) -> None:
        """The sentence shown without entries."""
        self._empty = text
        self.redraw()

    def entry_count(self) -> int:
        return len(self._entries)

    def draw_entry(self, inks: Inks, line: int, state: LineState, width: int) -> Strip:
        ground = state.ground
        base = inks("ink", on=ground)
        mark = inks("pane-focus" if state.focused else "ink-faint", on=ground)
        spans = self._draw(self._entries[line], max(1, width - _LEFT))
        drawn = [
            Segment(span.text, inks(span.ink, bold=span.bold, on=span.on or ground))
            for span in spans
        ]
        first = Segment(BAR if state.cursor else " ", mark)
        return Strip([first, Segment(" ", base), *drawn]).adjust_cell_length(width, base)

    def draw_rest(self, inks: Inks, y: int, width: int) -> Strip:
        quiet = inks("ink-muted")
        text = self._empty if y == 0 and not self._entries else ""
        line = Segment(" " * _LEFT + cut(text, max(1, width - _LEFT)), quiet)
        return Strip([line]).adjust_cell_length(width, quiet)

    def cursor_moved(self) -> None:
        if self.is_mounted:
            self.post_message(self.Highlighted(self, self.highlighted))

    def entry_opened(self, line: int) -> None:
        self.post_message(self.Chosen(self, self._entries[line]))
