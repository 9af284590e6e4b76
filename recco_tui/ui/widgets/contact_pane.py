"""The contact pane: all that is known of one person, and the keys that go on from there.

It follows the cursor of the table, so it scrolls by itself and draws nothing but its own lines: a
scroll view of Textual's would lay out the whole screen again for every person of another length.
"""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, Self

from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from recco_tui.core.models import BoardRow, ContactPage
from recco_tui.ui.formatting import plain, title, wrap
from recco_tui.ui.present.board import NextKey
from recco_tui.ui.present.spans import BLANK, Line, Span, key_lines, under_cursor
from recco_tui.ui.theme import Inks
from recco_tui.ui.widgets.kept_lines import KeptLines
from recco_tui.ui.widgets.keys import bind_hidden
from recco_tui.ui.widgets.lines_view import key_at, segments_of

if TYPE_CHECKING:
    from recco_tui.core.timeline import Row
    from recco_tui.ui.present.contact import EntryLines


class _Drawn(NamedTuple):
    """All that is said of a person at a width; `keys` stay at the end while `lines` scroll."""

    width: int
    lines: list[Line]
    entries: "Sequence[EntryLines]"
    keys: list[Line]


_WHEEL = 2
_SHORT = 6
"""Lines of a long text shown until the whole of it is asked for."""


class ContactPane(KeptLines, can_focus=True):
    """Facts and timeline scroll, the next keys stay; the subtitle says how much is below."""

    ALLOW_SELECT = False
    DEFAULT_CLASSES = "pane"
    DEFAULT_CSS = "ContactPane { height: 1fr; }"
    BINDINGS = [
        bind_hidden("contact.down", "down,j", "Down", "Go to the next line.", "down"),
        bind_hidden("contact.up", "up,k", "Up", "Go to the previous line.", "up"),
        bind_hidden("contact.page_down", "pagedown", "Page down", "Go down one page.", "page_down"),
        bind_hidden("contact.page_up", "pageup", "Page up", "Go up one page.", "page_up"),
        bind_hidden("contact.first", "g,home", "Top", "Go to the top.", "first"),
        bind_hidden("contact.last", "G,end", "End", "Go to the end.", "last"),
        bind_hidden(
            "contact.texts", "enter", "Open", "Open this line, or show long texts in full.", "open"
        ),
    ]

    class KeyChosen(Message):
        """A click on one of the next keys."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    class Opened(Message):
        """Enter or a second click on a line of the timeline."""

        def __init__(self, row: "Row") -> None:
            super().__init__()
            self.row = row

    def __init__(self, *, empty: str = "", id: str | None = None) -> None:
        super().__init__(id=id)
        self._empty = empty
        self._page: ContactPage | None = None
        self._counts: BoardRow | None = None
        self._day = date.min
        self._next_keys: Sequence[NextKey] = ()
        self._whole = False
        self._inks: Inks | None = None
        self._drawn: _Drawn | None = None
        self._top = 0
        self._cursor: int | None = None
        """The entry of the timeline that keys act on, None before one was gone to."""
        self._shown: list[Line] = []
        """What stands on each line of the screen's part."""
        self._shown_size = Size()
        self._framed = ("", "")
        self._framing = False

    @property
    def page(self) -> ContactPage | None:
        """What is shown, None when it is no one."""
        return self._page

    def show(
        self,
        page: ContactPage | None,
        counts: BoardRow | None = None,
        *,
        today: date,
        keys: Sequence[NextKey] = (),
    ) -> None:
        """Show a person, with the `counts` of their line on the board, or no one. Who was shown
        before stays scrolled to where they were."""
        before = self._page.contact.id if self._page is not None else None
        self._page, self._counts, self._day, self._next_keys = page, counts, today, keys
        if page is None or page.contact.id != before:
            self._whole = False
            self._top = 0
            self._cursor = None
        self._rewrite()

    def set_empty(self, text: str) -> None:
        """The sentence shown while there is no one."""
        self._empty = text
        self._rewrite()

    @property
    def row(self) -> "Row | None":
        """What the line under the cursor was written down as; None without a cursor."""
        at_cursor = self._at_cursor()
        return at_cursor.entry.row if at_cursor else None

    def action_open(self) -> None:
        if self.row is not None:
            self.post_message(self.Opened(self.row))
        else:
            self._whole = not self._whole
            self._rewrite()

    def action_down(self) -> None:
        """The next line of the timeline; the rest of a long one, or what lies above, scrolls."""
        entries, bottom = self._entries(), self._top + self._room()
        at_cursor = self._at_cursor()
        if self._cursor is None or at_cursor is None:
            nearest = self._first_in_view()
        else:
            nearest = self._cursor + 1 if at_cursor.end <= bottom else None
        if nearest is not None and nearest < len(entries):
            self._point_at(nearest)
        else:
            self._scroll(self._top + 1)

    def action_up(self) -> None:
        at_cursor = self._at_cursor()
        if self._cursor and at_cursor is not None and at_cursor.start >= self._top:
            self._point_at(self._cursor - 1)
        else:
            self._scroll(self._top - 1)

    def action_page_down(self) -> None:
        self._page_by(max(1, self._room() - 1))

    def action_page_up(self) -> None:
        self._page_by(-max(1, self._room() - 1))

    def action_first(self) -> None:
        self._cursor = None
        self._scroll(0)

    def action_last(self) -> None:
        entries = self._entries()
        self._cursor = len(entries) - 1 if entries else None
        self._scroll(len(self._draw(self.size.width).lines))

    def _page_by(self, lines: int) -> None:
        had_cursor = self._cursor is not None
        self._scroll(self._top + lines)
        if had_cursor:
            self._cursor = self._first_in_view()
            self._scroll(self._top)

    def _point_at(self, entry: int) -> None:
        """Put the cursor on an entry, all of which comes into view if there is room."""
        self._cursor = entry
        placed, room = self._entries()[entry], self._room()
        top = max(self._top, placed.end - room)
        self._scroll(min(top, placed.start))

    def _first_in_view(self) -> int | None:
        bottom = self._top + self._room()
        starts = [placed.start for placed in self._entries()]
        return next((at for at, on in enumerate(starts) if self._top <= on < bottom), None)

    def _at_cursor(self) -> "EntryLines | None":
        entries = self._entries()
        if self._cursor is None or not entries:
            return None
        self._cursor = min(self._cursor, len(entries) - 1)  # the last one may be removed
        return entries[self._cursor]

    def on_focus(self) -> None:
        self._scroll(self._top)

    def on_blur(self) -> None:
        self._scroll(self._top)

    def render_line(self, y: int) -> Strip:
        """Line `y` of the screen's part of the pane."""
        if self._inks is None:
            self._inks = Inks.of(self)
        if self._shown_size != self.size:
            self._lay_out()
        strip = Strip(segments_of(self._shown[y], self._inks)).simplify()
        return strip.adjust_cell_length(self._shown_size.width, self._inks())

    def _lay_out(self) -> None:
        """Say what stands on each line of the screen's part: the keys stay at the end."""
        width, height = self._shown_size = self.size
        drawn = self._draw(width)
        room = max(0, height - len(drawn.keys))
        lines = drawn.lines[self._top : self._top + room]
        if self.has_focus and (at_cursor := self._at_cursor()) is not None:
            for y, line in enumerate(lines):
                if at_cursor.start <= (index := y + self._top) < at_cursor.end:
                    lines[y] = under_cursor(line, width, "row-cursor", index == at_cursor.start)
        blank: list[Line] = [()] * (room - len(lines))
        self._shown = [*lines, *blank, *drawn.keys[max(0, len(drawn.keys) - height) :]]

    def notify_style_update(self) -> None:
        """Theme, focus or sheet changed: all inks may be others."""
        super().notify_style_update()
        self._inks = None
        self.refresh()

    def on_resize(self) -> None:
        self._rewrite()

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None:
            return
        keys = self._draw(self.size.width).keys
        below = offset.y - (self.size.height - len(keys))
        if 0 <= below < len(keys) and (key := key_at(keys[below], offset.x)):
            self.post_message(self.KeyChosen(key))
        elif below < 0:
            self._click_line(offset.y + self._top)

    def _click_line(self, index: int) -> None:
        """The cursor goes where the click was; a click on the line under it opens that."""
        for at, placed in enumerate(self._entries()):
            if placed.start <= index < placed.end:
                if at == self._cursor and self.has_focus:
                    self.action_open()
                else:
                    self._point_at(at)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self._scroll(self._top + _WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self._scroll(self._top - _WHEEL)

    def _room(self) -> int:
        """Lines for what scrolls."""
        width, height = self.size
        return max(1, height - len(self._draw(width).keys))

    def _scroll(self, top: int) -> None:
        most = max(0, len(self._draw(self.size.width).lines) - self._room())
        self._top = max(0, min(top, most))
        below = most - self._top
        words = ["e edits · X removes"] if self.has_focus and self.row is not None else []
        words += [f"{below} more below"] if below else []
        name = self._page.contact.name if self._page is not None else ""
        self._show_changed(name, " · ".join(words))

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """A new title alone redraws nothing: `_show_changed` comes after it."""
        if self._framing and not (regions or layout or recompose):
            return self
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def _show_changed(self, name: str, subtitle: str) -> None:
        """Draw the lines, and the parts of the frame, that say something else: most of a pane is
        often blank."""
        outer, left, above = self.outer_size, -self.content_offset.x, -self.content_offset.y
        (named, subtitled), self._framed = self._framed, (name, subtitle)
        changed = []
        self._framing = True
        if name != named:
            self.border_title = title(name) if name else None
            changed.append(Region(left, above, outer.width, 1))
        if subtitle != subtitled:
            self.border_subtitle = title(subtitle) if subtitle else None
            changed.append(Region(left, above + outer.height - 1, outer.width, 1))
        self._framing = False
        before = self._shown
        self._lay_out()
        width, height = self._shown_size
        if len(before) != height:
            self.refresh()
            return
        changed += [
            Region(0, y, width, 1)
            for y, (new, old) in enumerate(zip(self._shown, before, strict=True))
            if new != old
        ]
        if changed:
            self.refresh(*changed)

    def _rewrite(self) -> None:
        self._drawn = None
        if self.size.width:
            self._scroll(self._top)

    def _entries(self) -> "Sequence[EntryLines]":
        return self._draw(self.size.width).entries

    def _draw(self, width: int) -> _Drawn:
        if self._drawn is None or self._drawn.width != width:
            entries: Sequence[EntryLines] = ()
            if self._page is None:
                lines: list[Line] = [
                    (Span(text, "ink-muted"),) for text in wrap(self._empty, max(1, width))
                ]
            else:
                from recco_tui.ui.present.contact import contact_lines

                most = None if self._whole else _SHORT
                lines, entries = contact_lines(self._page, self._counts, self._day, width, most)
            self._drawn = _Drawn(width, lines, entries, self._key_lines(width))
        return self._drawn

    def _key_lines(self, width: int) -> list[Line]:
        """A blank line, then the keys on their caps, as many lines as they need."""
        keys = [(key.key, plain(key.key), key.words) for key in self._next_keys]
        return [BLANK, *key_lines(keys, width, 2, "ink-muted")] if keys else []
