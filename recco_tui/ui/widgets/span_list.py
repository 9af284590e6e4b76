"""A list whose entries are spans of text: found files, doubts of an import, the log."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from rich.segment import Segment
from textual.binding import Binding
from textual.strip import Strip

from recco_tui.ui.formatting import wrap
from recco_tui.ui.present.spans import Line
from recco_tui.ui.theme import Inks
from recco_tui.ui.widgets.line_list import EntryMessage, LineList, LineState
from recco_tui.ui.widgets.lines_view import segments_of

T = TypeVar("T")
_LEFT = 2


class SpanList(LineList[T], Generic[T], inherit_bindings=False):
    """Entries of any sort; `draw` says what an entry looks like in a width in cells.

    Enter is left to the screen, so that its footer says what enter does there.
    """

    class Highlighted(EntryMessage):
        """Another entry is under the cursor, or this one says something else; None: no entry."""

    BINDINGS = [
        binding
        for binding in LineList.BINDINGS
        if isinstance(binding, Binding) and binding.id != "list.open"
    ]

    def __init__(
        self,
        draw: Callable[[T, int], Line],
        *,
        key: Callable[[T], object] | None = None,
        head: Callable[[int], Line] | None = None,
        empty: str = "",
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """By `key` the cursor finds its entry again among others; None where it does not follow.
        `head` names the columns above the entries, in a width in cells."""
        super().__init__(empty=empty, id=id, classes=classes)
        self._head = head
        self.HEADER = 0 if head is None else 1
        self._draw = draw
        self._key = key

    def set_entries(self, entries: Sequence[T], line: int = 0) -> None:
        """Show other entries, the cursor on the same as before where it is among them, else on
        number `line` or the nearest there is."""
        before = self.highlighted
        if self._key is not None and before is not None and (held := self._key(before)) is not None:
            line = next((at for at, new in enumerate(entries) if self._key(new) == held), line)
        self._entries = entries
        self.entries_changed(line)
        self.refresh(layout=True)
        if self.is_running and self.highlighted == before:
            # What is shown of an equal entry beside the list may still be something else.
            self.watch_highlighted(before)

    def watch_highlighted(self, entry: T | None) -> None:
        self.post_message(self.Highlighted(self, entry))

    def draw_entry(self, inks: Inks, index: int, state: LineState, width: int) -> Strip:
        line, base = self._draw(self._entries[index], max(1, width - _LEFT)), inks(on=state.ground)
        drawn = segments_of(line, inks, state.ground)
        return Strip([state.bar(inks), Segment(" ", base), *drawn]).adjust_cell_length(width, base)

    def draw_rest(self, inks: Inks, y: int, width: int) -> Strip:
        quiet = inks("ink-muted")
        if self._head is not None and y < self.HEADER and self._entries:
            head = segments_of(self._head(max(1, width - _LEFT)), inks)
            return Strip([Segment(" " * _LEFT, quiet), *head]).adjust_cell_length(width, quiet)
        said = [] if self._entries else wrap(self._empty, max(1, width - _LEFT))
        line = Segment(" " * _LEFT + (said[y] if y < len(said) else ""), quiet)
        return Strip([line]).adjust_cell_length(width, quiet)
