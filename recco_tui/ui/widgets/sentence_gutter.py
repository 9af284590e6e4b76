"""Beside the text: at the line where a sentence begins its number, its parts, and the sign of the
worst finding in it. What the tints say, without colors.

Parts are words where there is room, else letters; the checklist says what those stand for."""

from collections import defaultdict
from collections.abc import Sequence

from textual.strip import Strip
from textual.widget import Widget

from recco_tui.ui.formatting import cell_len
from recco_tui.ui.present.spans import Span
from recco_tui.ui.theme import Inks
from recco_tui.ui.widgets.lines_view import segments_of
from recco_tui.ui.widgets.writing_area import WritingArea
from recco_tui.writing.findings import Severity
from recco_tui.writing.parts import State
from recco_tui.writing.review import Review, TaggedSentence

WORDS_FROM = 16
"""Cells of the gutter from which on parts are named in words."""
_MORE = Span("…", "ink-faint")


class SentenceGutter(Widget):
    """Scrolls with the area beside it."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "SentenceGutter { width: 8; height: 1fr; }"

    def __init__(self, area: WritingArea, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._area = area
        self._review: Review | None = None
        self._rows: dict[int, list[int]] = {}
        self._wrapped = -1

    def on_mount(self) -> None:
        self.watch(self._area, "scroll_y", self._scrolled, init=False)

    def _scrolled(self) -> None:
        self.refresh()

    def show_review(self, review: Review) -> None:
        """Say what this review says of the sentences."""
        self._review = review
        self._wrapped = -1
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Line `y` on the screen, padded to the width there is."""
        inks, width = Inks.of(self), self.size.width
        strip = Strip(segments_of(tuple(self._spans(y, width)), inks))
        return strip.adjust_cell_length(width, inks())

    def _spans(self, y: int, width: int) -> list[Span]:
        spans: list[Span] = []
        if self._review is None:
            return spans
        for at in self._beginning(self._review).get(y + round(self._area.scroll_y), ()):
            gap = [Span(" ")] if spans else []
            room = width - _cells(spans) - len(gap)
            judged = self._review.sentences[at]
            said = spans_of(self._review, at + 1, judged, room, in_words=width >= WORDS_FROM)
            if not said:
                return [*spans, _MORE] if _cells(spans) < width else spans
            spans += [*gap, *said]
        return spans

    def _beginning(self, review: Review) -> dict[int, list[int]]:
        """Which sentences begin on a line; kept until the text or its width is another."""
        if self._wrapped != self._area.wrap_width:
            self._wrapped = self._area.wrap_width
            self._rows = defaultdict(list)
            rows = self._area.rows_of([judged.sentence.start for judged in review.sentences])
            for at, row in enumerate(rows):
                self._rows[row].append(at)
        return self._rows


def _cells(spans: Sequence[Span]) -> int:
    return sum(cell_len(span.text) for span in spans)


def spans_of(
    review: Review, number: int, judged: TaggedSentence, room: int, *, in_words: bool = False
) -> list[Span]:
    """Number, parts (those not sure last, with a `?`), sign: `2si?!`, `2 skills impact? !`.

    Words for which there is no room are left off: `2 skills… !`. Empty where not even the number
    and the sign fit into `room` cells.
    """
    before = " " if in_words else ""
    head, parts, sign = [Span(str(number), "ink-faint")], list[Span](), list[Span]()
    for state, doubt in ((State.SURE, ""), (State.UNSURE, "?")):
        for tag in judged.tags:
            if tag.state is state:
                shown = tag.part.value if in_words else tag.part.letter
                parts.append(Span(before + shown + doubt, tag.part.meaning))
    worst = next((f for f in review.findings if f.sentence == number), None)
    if worst is not None and worst.severity is not Severity.HINT:
        sign.append(Span(before + worst.severity.sign, worst.severity.meaning))
    parts = parts or [Span(before + "–", "ink-faint")]
    if _cells([*head, *parts, *sign]) > room:
        while parts and _cells([*head, *parts, _MORE, *sign]) > room:
            parts.pop()
        parts.append(_MORE)
    said = [*head, *parts, *sign]
    return said if _cells(said) <= room else []
