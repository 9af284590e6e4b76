"""The first line of every view: where we are, which day it is, and the numbers that matter."""

from datetime import date
from typing import NamedTuple

from textual.strip import Strip

from recco_tui.core.when import say_date
from recco_tui.ui.formatting import cell_len, cut, number, plain
from recco_tui.ui.present.spans import Span
from recco_tui.ui.theme import Inks
from recco_tui.ui.widgets.kept_lines import KeptLines
from recco_tui.ui.widgets.lines_view import segments_of

_GAP = 3
"""Cells at least between what is left and what is right."""
_DAY, _TODAY, _OWE, _ASKS = "day", "today", "owe", "asks"


class HeaderFacts(NamedTuple):
    """`ask_limit` is how many asks may be open at a time (0: not said); `badge` e.g. `demo`."""

    view: str
    day: date
    today: int = 0
    owe: int = 0
    open_asks: int = 0
    ask_limit: int = 0
    badge: str = ""


class HeaderBar(KeptLines):
    """One line; without the room for it the day goes, then the asks, then the number of today.

    A notice is part of it as long as it lasts, and goes before all of these.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = "HeaderBar { height: 1; width: 1fr; dock: top; }"

    _facts: HeaderFacts | None = None
    _notice = ""

    def on_mount(self) -> None:
        """The application's notice, where it has one, is on the line of every view."""
        if hasattr(self.app, "notice"):
            self.watch(self.app, "notice", self._tell)

    def _tell(self, notice: str) -> None:
        self._notice = notice
        self.refresh()

    def show(self, facts: HeaderFacts) -> None:
        """Show other facts."""
        if facts != self._facts:
            self._facts = facts
            self.refresh()

    def render_line(self, y: int) -> Strip:  # noqa: ARG002
        """The line, padded to the width there is."""
        inks, width = Inks.of(self), self.size.width
        base = inks()
        if self._facts is None:
            return Strip.blank(width, base)
        left, right = _left(self._facts), _right(self._facts)
        if self._notice:
            room = max(8, width - _width(left) - 3)
            left.append(Span(f"  {cut(plain(self._notice), room)}", "warn"))
        for leaving in (_DAY, _ASKS, _TODAY, *((_OWE,) if self._notice else ())):
            if _width(left) + _width(list(right.values())) + _GAP > width:
                del right[leaving]
        shown = list(right.values())
        room = max(_GAP, width - _width(left) - _width(shown) - 1)
        line = (*left, Span(" " * room), *shown)
        return Strip(segments_of(line, inks)).adjust_cell_length(width, base)


def _left(facts: HeaderFacts) -> list[Span]:
    spans = [Span(" recco", "brand", True), Span(f"  {plain(facts.view)}", "ink-key", True)]
    return [*spans, Span(f"  {plain(facts.badge)}", "warn")] if facts.badge else spans


def _right(facts: HeaderFacts) -> dict[str, Span]:
    asks = f"   open asks {facts.open_asks}" + (f" of {facts.ask_limit}" if facts.ask_limit else "")
    return {
        _DAY: Span(say_date(facts.day, facts.day), "ink-muted"),
        _TODAY: Span(
            f"   {number(facts.today)} today",
            "ink-key" if facts.today else "ink-muted",
            bool(facts.today),
        ),
        _OWE: Span(f"   owe {number(facts.owe)}", "owe" if facts.owe else "even"),
        _ASKS: Span(asks, "owed" if facts.open_asks else "even"),
    }


def _width(spans: list[Span]) -> int:
    return sum(cell_len(span.text) for span in spans)
