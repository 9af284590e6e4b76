"""The text being written: sentences tinted by part, the words that made recco say so underlined.

What the colours say, the line below the text says in words too, for the sentence at the cursor.
"""

from bisect import bisect_right
from collections.abc import Sequence

from rich.style import Style
from rich.text import Text
from textual.binding import Binding
from textual.widgets import TextArea

from recco_tui.core.cleaning import clean_text
from recco_tui.ui.theme import Inks
from recco_tui.writing.about import Kind
from recco_tui.writing.findings import Severity
from recco_tui.writing.review import Review

_INK_OF_PART = {
    "context": "context",
    "skills": "skills",
    "impact": "impact",
    "endorsement": "endorsement",
    "greeting": "context",
    "together": "skills",
    "request": "endorsement",
    "focus": "impact",
    "thanks": "fresh",
}


def ink_of(part: str) -> str:
    """The theme's variable of a part of a recommendation or an ask."""
    return _INK_OF_PART[part]


class WritingArea(TextArea, inherit_bindings=False):
    """Plain text with soft wraps; offsets are those of the text as typed."""

    DEFAULT_CSS = """
    WritingArea {
        border: none;
        padding: 0 1;
        height: 1fr;
        &:focus { border: none; }
    }
    """
    BINDINGS = [
        binding
        for binding in TextArea.BINDINGS
        if isinstance(binding, Binding) and binding.key not in ("f6", "f7")
    ]

    def __init__(self, text: str = "", *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(
            text,
            id=id,
            soft_wrap=True,
            show_line_numbers=False,
            tab_behavior="focus",
            highlight_cursor_line=False,
        )
        self._review: Review | None = None
        self._spans: list[tuple[int, int, Style]] = []
        self._starts: list[int] = [0]

    # -- offsets ---------------------------------------------------------------------------------

    @property
    def plain_text(self) -> str:
        """The text with `\\n` between its lines, whatever was pasted."""
        return "\n".join(self.document.lines)

    @property
    def offset_at_cursor(self) -> int:
        """Where the cursor is, in characters from the beginning."""
        row, column = self.cursor_location
        return sum(len(line) + 1 for line in self.document.lines[:row]) + column

    def move_to_offset(self, offset: int) -> None:
        """Put the cursor there, and bring it into sight."""
        starts = self._line_starts()
        row = max(0, bisect_right(starts, offset) - 1)
        line = self.document.lines[row] if row < len(self.document.lines) else ""
        self.move_cursor((row, min(offset - starts[row], len(line))))
        self.scroll_cursor_visible(animate=False)

    def _line_starts(self) -> list[int]:
        starts = [0]
        for line in self.document.lines[:-1]:
            starts.append(starts[-1] + len(line) + 1)
        return starts

    # -- drawing ---------------------------------------------------------------------------------

    def show_review(self, review: Review) -> None:
        """Draw the text as this review sees it."""
        self._review = review
        self._tint()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        if self.is_mounted:
            self._tint()

    def _tint(self) -> None:
        self._starts = self._line_starts()
        self._spans = list(_spans(self._review, Inks.of(self))) if self._review else []
        self._line_cache.clear()
        self.refresh()

    def get_line(self, line_index: int) -> Text:
        line = super().get_line(line_index)
        if line_index >= len(self._starts):
            return line
        start = self._starts[line_index]
        end = start + len(line)
        for first, last, style in self._spans:
            if first < end and last > start:
                line.stylize(style, max(0, first - start), last - start)
        return line

    # -- typing ----------------------------------------------------------------------------------

    def insert_words(self, words: str) -> None:
        """Insert at the cursor, with a blank before and after where one is needed."""
        text, at = self.plain_text, self.offset_at_cursor
        before = "" if at == 0 or text[at - 1].isspace() else " "
        after = "" if at >= len(text) or text[at].isspace() else " "
        self.insert(before + clean_text(words) + after)

    async def _on_paste(self, event) -> None:  # type: ignore[no-untyped-def]
        """Paste what a person can read: no control characters, no hidden direction marks."""
        event.prevent_default()
        event.stop()
        if self.read_only:
            return
        result = self._replace_via_keyboard(clean_text(event.text), *self.selection)
        if result is not None:
            self.move_cursor(result.end_location)


def _spans(review: Review, inks: Inks) -> Sequence[tuple[int, int, Style]]:
    spans: list[tuple[int, int, Style]] = []
    for judged in review.sentences:
        carried = [tag for tag in judged.tags if tag.part in judged.carried]
        if carried:
            first = max(carried, key=lambda tag: tag.probability)
            ink = Style(color=inks(ink_of(str(first.part))).color)
            spans.append((judged.sentence.start, judged.sentence.end, ink))
        for tag in carried:
            under = Style(color=inks(ink_of(str(tag.part))).color, underline=True)
            spans += [(cue.start, cue.end, under) for cue in tag.cues]
    for finding in review.findings:
        if finding.sentence and finding.end > finding.start:
            name = {Severity.ERROR: "error", Severity.WARNING: "warn"}.get(finding.severity)
            if name:
                spans.append((finding.start, finding.end, Style(color=inks(name).color, bold=True)))
    if review.kind is Kind.RECOMMENDATION:
        cap = Style(bgcolor=inks("ink", on="cap").bgcolor)
        spans += [(mark - 1, mark, cap) for mark in review.limits.marks]
    return spans
