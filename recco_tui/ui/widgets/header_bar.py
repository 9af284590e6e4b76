"""The first line of every view: where we are, which day it is, and the numbers that matter."""

from datetime import date
from typing import NamedTuple

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from recco_tui.ui.formatting import cell_len, cut, number, plain, weekday_date
from recco_tui.ui.theme import Inks

Part = tuple[str, str, bool]
"""Words, ink, bold."""

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


class HeaderBar(Widget):
    """One line; without the room for it the day goes, then the asks, then the number of today.

    A notice is part of it as long as it lasts, and goes before all of these.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = "HeaderBar { height: 1; width: 1fr; dock: top; }"

    def __init__(
        self,
        facts: HeaderFacts | None = None,
        *,
        id: str | None = None,  # noqa: A002 - Textual's name
    ) -> None:
        super().__init__(id=id)
        self._facts = facts
        self._notice = ""

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
            left.append((f"  {cut(plain(self._notice), room)}", "warn", False))
        for leaving in (_DAY, _ASKS, _TODAY, *((_OWE,) if self._notice else ())):
            if _width(left) + _width(list(right.values())) + _GAP > width:
                del right[leaving]
        shown = list(right.values())
        room = max(_GAP, width - _width(left) - _width(shown) - 1)
        parts = [*left, (" " * room, "ink", False), *shown]
        segments = [Segment(text, inks(ink, bold=bold)) for text, ink, bold in parts]
        return Strip(segments).adjust_cell_length(width, base)


def _left(facts: HeaderFacts) -> list[Part]:
    parts: list[Part] = [
        (" recco", "brand", True),
        (f"  {plain(facts.view)}", "ink-key", True),
    ]
    if facts.badge:
        parts.append((f"  {plain(facts.badge)}", "warn", False))
    return parts


def _right(facts: HeaderFacts) -> dict[str, Part]:
    asks = f"   open asks {facts.open_asks}" + (f" of {facts.ask_limit}" if facts.ask_limit else "")
    return {
        _DAY: (weekday_date(facts.day), "ink-muted", False),
        _TODAY: (
            f"   {number(facts.today)} today",
            "ink-key" if facts.today else "ink-muted",
            bool(facts.today),
        ),
        _OWE: (f"   owe {number(facts.owe)}", "owe" if facts.owe else "even", False),
        _ASKS: (asks, "owed" if facts.open_asks else "even", False),
    }


def _width(parts: list[Part]) -> int:
    return sum(cell_len(text) for text, _, _ in parts)
