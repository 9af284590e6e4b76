"""A list of one-line entries with a cursor, drawing only the lines on the screen.

What all of recco's lists share: keys, mouse, scrolling, messages, the cache of drawn lines. A list
says how an entry is drawn, and what else there is on its lines.
"""

from collections.abc import Callable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from rich.segment import Segment
from textual import events
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from recco_tui.ui.theme import Inks
from recco_tui.ui.widgets.kept_lines import KeptLines
from recco_tui.ui.widgets.key_dispatch import dispatch_now
from recco_tui.ui.widgets.keys import bind_hidden
from recco_tui.ui.widgets.list_scroll_bar import ListScrollBar

E = TypeVar("E")

_MOVING = frozenset({"up", "down", "home", "end", "pageup", "pagedown", "tab", "shift+tab"})
BAR = "▌"
"""At the left of the line under the cursor, so that it is seen without colours too."""


class LineState(NamedTuple):
    """What the user did to a line. `focused` tells a cursor that keys move from one left behind."""

    cursor: bool
    hover: bool
    marked: bool
    focused: bool

    @property
    def ground(self) -> str | None:
        """The theme's variable of the line's background, None for that of the list."""
        if self.cursor:
            return "row-cursor" if self.focused else "row-blurred"
        return "row-hover" if self.hover else None

    def bar(self, inks: Inks) -> Segment:
        """The first cell of the line."""
        style = inks("pane-focus" if self.focused else "ink-faint", on=self.ground)
        return Segment(BAR if self.cursor else " ", style)


class EntryMessage(Message):
    """What a list says of one of its entries."""

    def __init__(self, line_list: "LineList[Any]", entry: Any) -> None:
        super().__init__()
        self.line_list = line_list
        self.entry = entry

    @property
    def control(self) -> "LineList[Any]":
        """The list, for `@on` with a selector."""
        return self.line_list


class LineList(KeptLines, ScrollView, Generic[E], can_focus=True, inherit_bindings=False):
    """The base of the lists; entries are numbered from 0."""

    class Chosen(EntryMessage):
        """Enter or a double click on an entry."""

    on_passed: Callable[[bool], None] | None = None
    """Called at once, as the next key may come behind it: with True from the last entry on."""

    HEADER = 0
    """How many lines stay at the top while the entries scroll below them."""

    ALLOW_SELECT = False
    DEFAULT_CLASSES = "pane"
    DEFAULT_CSS = """
    LineList {
        height: 1fr;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
    }
    """
    BINDINGS = [
        bind_hidden("list.down", "down,j", "Down", "Go to the next line.", "down"),
        bind_hidden("list.up", "up,k", "Up", "Go to the previous line.", "up"),
        bind_hidden("list.page_down", "pagedown", "Page down", "Go down one page.", "page_down"),
        bind_hidden("list.page_up", "pageup", "Page up", "Go up one page.", "page_up"),
        bind_hidden("list.first", "g,home", "First", "Go to the first line.", "first"),
        bind_hidden("list.last", "G,end", "Last", "Go to the last line.", "last"),
        bind_hidden("list.open", "enter", "Open", "Open this line.", "open"),
    ]

    highlighted: var[E | None] = var(None, init=False)
    """The entry under the cursor, None when there is none. What follows the cursor on the screen
    should `watch` this: then it is painted with the cursor and not two frames later."""

    def __init__(
        self, *, empty: str = "", id: str | None = None, classes: str | None = None
    ) -> None:
        """`empty` is the sentence shown while there are no entries."""
        super().__init__(id=id, classes=classes)
        self._entries: Sequence[E] = ()
        self._empty = empty
        self._line = 0
        self._hover_line: int | None = None
        self._inks: Inks | None = None
        self._strips: LRUCache[tuple[int, LineState, int, tuple[int, int]], Strip] = LRUCache(256)
        self._drawn_width = 0

    # -- what a list says of itself ------------------------------------------------------------

    def entry_count(self) -> int:
        """How many entries have a line."""
        return len(self._entries)

    def tail_count(self) -> int:
        """How many lines follow the entries, drawn by `draw_rest`."""
        return 0

    def draw_entry(self, inks: Inks, line: int, state: LineState, width: int) -> Strip:
        """One entry, exactly `width` wide. Kept until the list, its room or its look changes."""
        raise NotImplementedError

    def draw_rest(self, inks: Inks, y: int, width: int) -> Strip:
        """Any line without an entry: the header, what is below the last, all of an empty list."""
        raise NotImplementedError

    def is_marked(self, line: int) -> bool:  # noqa: ARG002
        """Whether the user has marked an entry."""
        return False

    def entry_clicked(self, line: int, x: int, event: events.Click) -> bool:  # noqa: ARG002
        """A click on an entry, after the cursor came there; True when it was for a part of it."""
        return False

    def header_clicked(self, x: int) -> None:
        """A click on the lines above the entries."""

    # -- the entries ---------------------------------------------------------------------------

    @property
    def entries(self) -> Sequence[E]:
        """All entries as given, in order; also those for which there is no line."""
        return self._entries

    def set_empty(self, text: str) -> None:
        """The sentence shown while there are no entries; it names the next key."""
        self._empty = text
        self.redraw()

    def choose(self, line: int) -> None:
        """As enter or a double click on that line."""
        self.post_message(self.Chosen(self, self._entries[line]))

    def on_mount(self) -> None:
        self._highlight()

    def _highlight(self) -> None:
        if self.is_running:
            self.highlighted = self._entries[self._line] if self._entries else None

    # -- the cursor ----------------------------------------------------------------------------

    @property
    def cursor_line(self) -> int:
        """The number of the entry under the cursor; 0 in an empty list."""
        return self._line

    @property
    def line_width(self) -> int:
        """The cells of a line, without those of the scroll bar."""
        return self.scrollable_content_region.width

    def move_line(self, line: int) -> None:
        """Put the cursor on an entry, or the nearest there is."""
        line = max(0, min(line, self.entry_count() - 1))
        if line == self._line:
            return
        before, self._line = self._line, line
        self.refresh_entries(before, line)
        self._show_cursor()
        self._highlight()

    def entries_changed(self, line: int) -> None:
        """Other entries: the cursor goes to `line`, which stays where the old one is on screen."""
        offset = self._line - self.scroll_offset.y
        count = self.entry_count()
        self._line = max(0, min(line, count - 1))
        self._hover_line = None
        self._strips.clear()
        self.virtual_size = Size(0, self.HEADER + count + self.tail_count())
        if self.is_mounted:
            self.scroll_to(y=self._line - offset, animate=False)
            self._show_cursor()
        self.refresh()
        self._highlight()

    async def on_key(self, event: events.Key) -> None:
        """Letters act at once, so that those typed behind a `/` reach the line that it opens. So do
        the keys that move the cursor: a letter behind them is about where it went."""
        if event.is_printable or event.key in _MOVING:
            await dispatch_now(self, event, types=False)

    def action_down(self) -> None:
        if self._line + 1 < self.entry_count():
            self.move_line(self._line + 1)
        else:
            self.pass_on(True)

    def action_up(self) -> None:
        if self._line > 0:
            self.move_line(self._line - 1)
        else:
            self.pass_on(False)

    def action_page_down(self) -> None:
        self.move_line(self._line + self._page_lines())

    def action_page_up(self) -> None:
        self.move_line(self._line - self._page_lines())

    def action_first(self) -> None:
        self.move_line(0)

    def action_last(self) -> None:
        self.move_line(self.entry_count() - 1)

    def action_open(self) -> None:
        if self.entry_count():
            self.choose(self._line)

    def pass_on(self, down: bool) -> None:
        """A key went on from the last entry (`down`), or back from the first one."""
        if self.on_passed is not None:
            self.on_passed(down)

    def _page_lines(self) -> int:
        return max(1, self.size.height - self.HEADER)

    def _show_cursor(self) -> None:
        top, page = self.scroll_offset.y, self._page_lines()
        # With the last entry comes what is said below it.
        last = self._line + (self.tail_count() if self._line == self.entry_count() - 1 else 0)
        if self._line < top:
            self.scroll_to(y=self._line, animate=False)
        elif last >= top + page:
            self.scroll_to(y=last - page + 1, animate=False)

    # -- drawing -------------------------------------------------------------------------------

    @property
    def vertical_scrollbar(self) -> ListScrollBar:
        """The scroll bar, made when it is first asked for."""
        if self._vertical_scrollbar is None:
            # As Textual makes its own: it lets one choose no other class.
            self._vertical_scrollbar = ListScrollBar(
                vertical=True, name="vertical", thickness=self.scrollbar_size_vertical
            )
            self._vertical_scrollbar.display = False
            self.app._start_widget(self, self._vertical_scrollbar)
        assert isinstance(self._vertical_scrollbar, ListScrollBar)
        return self._vertical_scrollbar

    def draw_lines(self, crop: Region) -> list[Strip]:
        """An entry that was drawn before looks the same on another line, its frame included."""
        width = self._drawn_width = self.line_width  # of all lines, so it is asked for once
        top, last = self.content_offset.y, self.content_offset.y + self.size.height
        keys = [
            (line, self._state_of(line), width, crop.column_span)
            if top <= y < last and (line := self._line_on(y - top)) is not None
            else None
            for y in crop.line_range
        ]
        strips = [None if key is None else self._strips.get(key) for key in keys]
        missing = [index for index, strip in enumerate(strips) if strip is None]
        if missing:
            first, stop = missing[0], missing[-1] + 1
            drawn = super().draw_lines(Region(crop.x, crop.y + first, crop.width, stop - first))
            strips[first:stop] = drawn
            for key, strip in zip(keys[first:stop], drawn, strict=True):
                if key is not None:
                    self._strips[key] = strip
        self._drawn_width = 0
        return [strip for strip in strips if strip is not None]

    def render_line(self, y: int) -> Strip:
        """Line `y` of the screen's part of the list."""
        if self._inks is None:
            self._inks = Inks.of(self)
        width = self._drawn_width or self.line_width
        line = self._line_on(y)
        if line is None:
            return self.draw_rest(self._inks, y, width)
        return self.draw_entry(self._inks, line, self._state_of(line), width)

    def _line_on(self, y: int) -> int | None:
        """The entry on line `y` of the screen's part, None where there is none."""
        line = y - self.HEADER + self.scroll_offset.y
        return line if y >= self.HEADER and line < self.entry_count() else None

    def _state_of(self, line: int) -> LineState:
        return LineState(
            line == self._line, line == self._hover_line, self.is_marked(line), self.has_focus
        )

    def notify_style_update(self) -> None:
        """Theme, focus or sheet changed: all inks may be others."""
        super().notify_style_update()
        self.redraw()

    def redraw(self) -> None:
        """Redraw everything; nothing drawn before is kept."""
        self._inks = None
        self._strips.clear()
        self.refresh()

    def refresh_entries(self, *lines: int | None) -> None:
        """Redraw only these entries, as far as they are on the screen."""
        top, height = self.scroll_offset.y - self.HEADER, self.size.height
        regions = [
            Region(0, line - top, self.line_width, 1)
            for line in lines
            if line is not None and self.HEADER <= line - top < height
        ]
        if regions:
            self.refresh(*regions)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """As in any view that scrolls, but for the lines that stay at the top."""
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.position = new_value
        if round(old_value) != round(new_value):
            self.refresh(Region(0, self.HEADER, self.line_width, self.size.height - self.HEADER))

    # -- events --------------------------------------------------------------------------------

    def on_resize(self) -> None:
        self._show_cursor()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        self._set_hover_line(self._line_at(event))

    def on_leave(self) -> None:
        self._set_hover_line(None)

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None or not self.entry_count():
            return
        line = self._line_at(event)
        if line is not None:
            self.move_line(line)
            if not self.entry_clicked(line, offset.x, event) and event.chain == 2:
                self.choose(line)
        elif offset.y < self.HEADER:
            self.header_clicked(offset.x)

    def _line_at(self, event: events.MouseEvent) -> int | None:
        offset = event.get_content_offset(self)
        return None if offset is None else self._line_on(offset.y)

    def _set_hover_line(self, line: int | None) -> None:
        if line != self._hover_line:
            before, self._hover_line = self._hover_line, line
            self.refresh_entries(before, line)
