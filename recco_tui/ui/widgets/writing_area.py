"""The text being written: sentences tinted by part, the words that made recco say so underlined.

What the colours say, the gutter beside it and the line below it say in letters and words too.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.widgets.text_area import Selection

from recco_tui.core.cleaning import clean_text
from recco_tui.core.models import TextKind
from recco_tui.ui.present.editor import MARK
from recco_tui.ui.theme import Inks
from recco_tui.ui.widgets import pasting
from recco_tui.ui.widgets.keys import bind_hidden
from recco_tui.ui.widgets.page_area import PageArea
from recco_tui.writing.findings import Finding, Severity
from recco_tui.writing.review import Review

_NEAR = 24
"""How far before a mark a blank is looked for, in characters."""


def _without(keys: tuple[str, ...]) -> Iterator[Binding]:
    """The text area's own keys but for these, which the editor gives another meaning."""
    for binding in PageArea.BINDINGS:
        assert isinstance(binding, Binding)
        left = [key for key in binding.key.split(",") if key.strip() not in keys]
        if left:
            yield replace(binding, key=",".join(left))


class WritingArea(PageArea, inherit_bindings=False):
    """Offsets are those of the text as typed."""

    BINDINGS = [
        *_without(("f6", "f7", "ctrl+e", "ctrl+y")),
        bind_hidden("text.first", "ctrl+home", "Beginning", "Go to the beginning.", "to_offset(0)"),
        bind_hidden("text.last", "ctrl+end", "End", "Go to the end.", "to_offset(-1)"),
    ]

    @dataclass
    class Pasted(Message):
        """Words from outside recco came in."""

        text: str

    def __init__(self, text: str = "", *, id: str | None = None) -> None:
        super().__init__(text, id=id)
        self._review: Review | None = None
        self._spans: list[tuple[int, int, Style]] = []
        self._marks: tuple[int, ...] = ()
        self._starts: list[int] = [0]
        self.typed_at: float | None = None
        """When the oldest key was pressed that the owner has not taken note of yet."""

    # -- offsets ---------------------------------------------------------------------------------

    @property
    def offset_at_cursor(self) -> int:
        """Where the cursor is, in characters from the beginning."""
        return self.offset_of(self.cursor_location)

    def move_to_offset(self, offset: int) -> None:
        """Put the cursor there, and bring it into sight."""
        self.move_cursor(self._location_of(offset, self._line_starts()))
        self.scroll_cursor_visible(animate=False)

    def select_offsets(self, start: int, end: int) -> None:
        """Select that stretch, so that typing replaces it; the cursor is at its end."""
        starts = self._line_starts()
        self.selection = Selection(self._location_of(start, starts), self._location_of(end, starts))
        self.scroll_cursor_visible(animate=False)

    def action_to_offset(self, offset: int) -> None:
        """To an offset; a negative one is the end."""
        self.move_to_offset(len(self.plain_text) if offset < 0 else offset)

    def rows_of(self, offsets: Sequence[int]) -> list[int]:
        """The lines on the screen, from the first one of the text, where offsets are drawn."""
        starts = self._line_starts()
        wraps = [self.wrapped_document.get_offsets(line) for line in range(len(starts))]
        tops = [0, *accumulate(len(wrap) + 1 for wrap in wraps)]
        rows: list[int] = []
        for offset in offsets:
            row, column = self._location_of(offset, starts)
            rows.append(tops[row] + bisect_right(wraps[row], column))
        return rows

    def _location_of(self, offset: int, starts: list[int]) -> tuple[int, int]:
        row = max(0, bisect_right(starts, offset) - 1)
        line = self.document.lines[row] if row < len(self.document.lines) else ""
        return row, max(0, min(offset - starts[row], len(line)))

    def _line_starts(self) -> list[int]:
        starts = [0]
        for line in self.document.lines[:-1]:
            starts.append(starts[-1] + len(line) + 1)
        return starts

    # -- drawing ---------------------------------------------------------------------------------

    def show_review(self, review: Review) -> None:
        """Draw the text as this review sees it."""
        self._review = review
        self.redraw()

    def redraw(self) -> None:
        self._starts = self._line_starts()
        reviewed = self._review
        inks = Inks.of(self)
        self._spans = list(_spans(reviewed, inks)) if reviewed else []
        self._marks = marks_of(reviewed) if reviewed else ()
        faint = Style(color=inks("ink-faint").color, bgcolor=inks("ink", on="cap").bgcolor)
        self._spans += [(at, at + 1, faint) for at in self._marks]
        super().redraw()

    def get_line(self, line_index: int) -> Text:
        line = super().get_line(line_index)
        if line_index >= len(self._starts):
            return line
        start = self._starts[line_index]
        end = start + len(line)
        for at in self._marks:
            if start <= at < end and line.plain[at - start] == " ":
                line.plain = line.plain[: at - start] + MARK + line.plain[at - start + 1 :]
        for first, last, style in self._spans:
            if first < end and last > start:
                line.stylize(style, max(0, first - start), last - start)
        return line

    # -- typing ----------------------------------------------------------------------------------

    async def _on_key(self, event: events.Key) -> None:
        self._note_time(event)
        await super()._on_key(event)

    def _note_time(self, event: events.Event) -> None:
        """Of the terminal's thread: on a busy machine keys wait a while until they come here."""
        if self.typed_at is None:
            self.typed_at = event.time

    @property
    def at_sentence_start(self) -> bool:
        """Whether the next word typed would begin a sentence."""
        before = self.plain_text[: self.offset_at_cursor]
        return not before.strip() or before.rstrip(" ")[-1] in ".!?…\n"

    def insert_words(self, words: str) -> None:
        """Insert at the cursor, with a blank before and after where one is needed."""
        text, at = self.plain_text, self.offset_at_cursor
        before = "" if at == 0 or text[at - 1].isspace() else " "
        after = "" if at >= len(text) or text[at].isspace() or text[at] in ".,;:!?" else " "
        self.insert(before + clean_text(words) + after)

    def replace_all(self, text: str) -> None:
        """Another text in place of this one; ctrl+z takes it back in one step."""
        self.history.checkpoint()
        self.replace(clean_text(text), (0, 0), self.document.end)
        self.history.checkpoint()

    def action_paste(self) -> None:
        """What was copied here, or in another part of recco, cleaned as any paste."""
        self._put(self.app.clipboard)

    async def _on_paste(self, event: events.Paste) -> None:
        """Paste what a person can read: no control characters, no hidden direction marks."""
        event.prevent_default()
        event.stop()
        self._note_time(event)
        pasted = self._put(event.text)
        if pasted and event.text != self.app.clipboard:
            self.post_message(self.Pasted(pasted))

    def _put(self, text: str) -> str:
        """Put it at the cursor; what was put."""
        room = pasting.TEXT_LIMIT + len(self.selected_text) - len(self.text)
        pasted = pasting.limit_paste(self, clean_text(text), room)
        if self.read_only or not pasted:
            return ""
        result = self._replace_via_keyboard(pasted, *self.selection)
        if result is not None:
            self.move_cursor(result.end_location)
        return pasted


def marks_of(review: Review) -> tuple[int, ...]:
    """Where readers stop seeing the text: the last blank before each mark, else the mark itself."""
    if review.kind is not TextKind.RECOMMENDATION:
        return ()
    found: list[int] = []
    for mark in review.limits.marks:
        if mark < len(review.text):
            near = review.text.rfind(" ", max(0, mark - _NEAR), mark + 1)
            found.append(near if near >= 0 else mark)
    return tuple(found)


def _spans(review: Review, inks: Inks) -> Sequence[tuple[int, int, Style]]:
    spans: list[tuple[int, int, Style]] = []
    for judged in review.sentences:
        carried = judged.carried
        if carried:
            first = max(carried, key=lambda tag: tag.probability)
            ink = Style(color=inks(first.part.meaning).color)
            spans.append((judged.sentence.start, judged.sentence.end, ink))
        for tag in carried:
            under = Style(color=inks(tag.part.meaning).color, underline=True)
            spans += [(cue.start, cue.end, under) for cue in tag.cues]
    for finding in review.findings:
        if _is_about_words(finding, review) and finding.severity is not Severity.HINT:
            color = inks(finding.severity.meaning).color
            spans.append((finding.start, finding.end, Style(color=color, bold=True)))
    return spans


def _is_about_words(finding: Finding, review: Review) -> bool:
    """Not about the whole text, nor a whole sentence: that one keeps the color of its part."""
    if finding.sentence is None:
        return finding.start > 0
    whole = review.sentences[finding.sentence - 1].sentence
    return (finding.start, finding.end) != (whole.start, whole.end)
