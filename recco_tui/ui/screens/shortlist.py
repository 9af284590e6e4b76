"""The shortlist: think of one person of each kind who could vouch for you, three or four names."""

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Vertical

from recco_tui.core.asks import state_of
from recco_tui.core.cleaning import capitalized
from recco_tui.core.missing_kinds import Listed, known_by, shortlist_words
from recco_tui.core.relationships import Kind
from recco_tui.core.situation import Person
from recco_tui.ui.actions.asking import ask
from recco_tui.ui.actions.people import add_contact, pin
from recco_tui.ui.actions.projects import add_project
from recco_tui.ui.actions.shared import WITH_PEOPLE
from recco_tui.ui.formatting import cut, fit
from recco_tui.ui.present.spans import Line, Span, wrapped
from recco_tui.ui.screen import ReccoScreen
from recco_tui.ui.widgets.keys import bind
from recco_tui.ui.widgets.lines_view import LinesView
from recco_tui.ui.widgets.span_list import SpanList

_MOST = 3
"""Candidates offered for a kind."""


@dataclass(frozen=True, slots=True)
class ListedRow:
    """A kind (person None), or one person of it: pinned, or one who could be."""

    kind: Kind
    person: Person | None = None
    note: str = ""


class ShortlistScreen(ReccoScreen):
    """Pinned people first in each kind, then who could be; `*` turns one into the other."""

    VIEW = "Shortlist"
    SHEET = "project_added.tcss"
    AUTO_FOCUS = "#list"
    VERBS = (
        *WITH_PEOPLE,
        add_contact.but(label="Add", footer=True),
        pin.but(key="asterisk,space", footer=True),
        ask.but(tooltip="Ask the selected contact."),
        add_project.but(tooltip="Add a project.", footer=False),
    )
    BINDINGS = [bind("shortlist.quit", "S,q,escape", "Leave", "Go back to the board.", "leave")]

    def body(self) -> ComposeResult:
        with Vertical(id="page"):
            yield SpanList(self._draw, id="list", empty="No contacts yet. + adds one.")
            yield LinesView(id="told")

    @property
    def _list(self) -> "SpanList[ListedRow]":
        return self.query_one("#list", SpanList)

    def targets(self) -> list[int]:
        row = self._list.highlighted
        return [row.person.contact.id] if row and row.person else []

    def load(self) -> None:
        held = self.targets()
        listed = self.ledger.today.shortlist()
        rows = [row for one in listed for row in _rows_of(one)]
        people = {i: row.person.contact.id for i, row in enumerate(rows) if row.person}
        here = [i for i, id_ in people.items() if id_ in held]
        pane = self._list
        pane.set_entries(rows, (here or [*people, 0])[0])
        pinned = sum(len(one.pinned) for one in listed)
        pane.border_title = f"Shortlist · {pinned}"
        words = shortlist_words(listed)
        self.show_lines("told", lambda width: _told(words, width))

    def _draw(self, row: ListedRow, width: int) -> Line:
        if row.person is None:
            room = max(1, width - len(row.kind.value) - 2)
            ink = "warn" if row.note.startswith("missing") else "ink-muted"
            return (Span(row.kind.value, "ink-key", True), Span("  " + cut(row.note, room), ink))
        contact, name = row.person.contact, max(12, min(28, width // 3))
        pinned = contact.pinned_on is not None
        sign = Span("  ◆ " if pinned else "    ", "row-mark")
        state = state_of(row.person.asks[-1]) if row.person.asks else None
        words = f"ask {state.value}" if state else ""
        room = max(0, width - name - 6)
        known = cut(row.note, max(0, room - len(words) - 3))
        ink = "ink" if pinned else "ink-muted"
        return (
            sign,
            Span(fit(contact.name, name), ink),
            Span(f"  {known}", "ink-muted"),
            Span(f"   {words}", state.meaning if state else "ink-muted"),
        )


def _rows_of(listed: Listed) -> list[ListedRow]:
    note = ""
    if listed.is_missing:
        note = "missing" if listed.candidates else "missing: + adds one, t sets kinds"
    elif listed.kind is Kind.UNKNOWN:
        note = "K sets what they are to you"
    elif not listed.pinned:
        names = ", ".join(one.contact.name for one in listed.done)
        note = f"wrote for you: {names}"
    offered = () if listed.pinned else listed.candidates[:_MOST]
    people = [ListedRow(listed.kind, one, known_by(one)) for one in (*listed.pinned, *offered)]
    return [ListedRow(listed.kind, None, note), *people]


def _told(words: str, width: int) -> list[Line]:
    asked = "One person of each kind who could recommend you."
    covered = wrapped("No kind is missing.", width, "good")
    missing = wrapped(f"{capitalized(words)}.", width, "warn")
    return [*wrapped(asked, width, "ink-muted"), *(missing if words else covered)]
