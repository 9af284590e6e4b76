"""A choice among a few words side by side: arrows, first letters or a click."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from recco_tui.ui.formatting import cell_len, cut, plain
from recco_tui.ui.theme import Inks
from recco_tui.ui.widgets.key_dispatch import dispatch_now
from recco_tui.ui.widgets.keys import bind_hidden

T = TypeVar("T")

CHOSEN = "●"
"""Before the chosen word, so that it is seen without colours too."""
_GAP = 1
_SIGN = 2


class OptionRow(Widget, Generic[T], can_focus=True):
    """Exactly one of the options is chosen; where all do not fit, only that one is shown."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "OptionRow { height: auto; width: 1fr; }"
    BINDINGS = [
        bind_hidden("one_of.next", "right,space", "Next", "Choose the next value.", "step(1)"),
        bind_hidden("one_of.before", "left", "Previous", "Choose the previous value.", "step(-1)"),
    ]

    def __init__(
        self,
        options: Sequence[tuple[T, str]],
        value: T,
        *,
        changed: Callable[[], None] | None = None,
        most_lines: int = 2,
    ) -> None:
        """`options` are values with the words to show; a value not among them chooses the first.

        `changed` is called at once, not by a message: keys typed ahead must find it done.
        """
        super().__init__()
        self._changed = changed
        self._most_lines = most_lines
        self._options: tuple[tuple[T, str], ...] = ()
        self._index = 0
        self._spans: dict[int, list[tuple[int, int, int]]] = {}
        self.set_options(options, value)

    @property
    def value(self) -> T:
        """What is chosen."""
        return self._options[self._index][0]

    @value.setter
    def value(self, value: T) -> None:
        for index, (option, _) in enumerate(self._options):
            if option == value:
                self._choose(index)

    def set_options(self, options: Sequence[tuple[T, str]], value: T) -> None:
        """Other options; `changed` is not called."""
        self._options = tuple((option, plain(words)) for option, words in options)
        values = [option for option, _ in self._options]
        self._index = values.index(value) if value in values else 0
        self.refresh(layout=True)

    def action_step(self, by: int) -> None:
        self._choose((self._index + by) % len(self._options))

    async def on_key(self, event: events.Key) -> None:
        if await dispatch_now(self, event):
            return
        letter = (event.character or "").casefold()
        if not letter.strip():
            return
        count = len(self._options)
        for ahead in range(1, count + 1):
            index = (self._index + ahead) % count
            if self._options[index][1].casefold().startswith(letter):
                event.stop()
                self._choose(index)
                return

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None:
            return
        for start, end, index in self._spans.get(offset.y, ()):
            if start <= offset.x < end:
                self._choose(index)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return len(self._lines(width)) or 1

    def render_line(self, y: int) -> Strip:
        """The options side by side, or the chosen one between arrows."""
        inks, width = Inks.of(self), self.size.width
        lines = self._lines(width)
        if not lines and y == 0:
            segments = self._only_chosen(inks, width)
        elif y < len(lines):
            segments = self._side_by_side(inks, y, lines[y])
        else:
            segments = []
        return Strip(segments).adjust_cell_length(width, inks())

    def _lines(self, width: int) -> list[list[int]]:
        """The options' numbers by line; empty when they need more lines than there may be."""
        lines: list[list[int]] = [[]]
        used = 0
        for index, (_, words) in enumerate(self._options):
            cells = _SIGN + cell_len(words)
            if lines[-1] and used + _GAP + cells > width:
                lines.append([])
                used = 0
            used += cells + (_GAP if lines[-1] else 0)
            if used > width:
                return []
            lines[-1].append(index)
        return lines if len(lines) <= self._most_lines else []

    def _side_by_side(self, inks: Inks, y: int, line: list[int]) -> list[Segment]:
        segments, spans, x = [], [], 0
        for index in line:
            words = self._options[index][1]
            chosen = index == self._index
            sign = CHOSEN if chosen else " "
            segments.append(Segment(f"{sign} ", inks("pane-focus")))
            segments.append(Segment(words, inks("ink" if chosen else "ink-muted", bold=chosen)))
            segments.append(Segment(" " * _GAP, inks()))
            end = x + _SIGN + cell_len(words)
            spans.append((x, end, index))
            x = end + _GAP
        self._spans[y] = spans
        return segments

    def _only_chosen(self, inks: Inks, width: int) -> list[Segment]:
        count = len(self._options)
        place = f"{self._index + 1} of {count}"
        words = cut(self._options[self._index][1], max(1, width - len(place) - 8))
        end = 2 + cell_len(words)
        before, after = (self._index - 1) % count, (self._index + 1) % count
        self._spans = {0: [(0, 2, before), (2, end + 2, after)]}
        return [
            Segment("‹ ", inks("pane-focus")),
            Segment(words, inks(bold=True)),
            Segment(" ›", inks("pane-focus")),
            Segment(f"   {place}", inks("ink-faint")),
        ]

    def _choose(self, index: int) -> None:
        if index != self._index:
            self._index = index
            self.refresh()
            if self._changed is not None:
                self._changed()
