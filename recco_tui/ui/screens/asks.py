"""Asks: a lane per state, each ask with how long it has stood there."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll

from recco_tui.core.asks import last_touch, state_of
from recco_tui.core.models import Ask, AskState, Contact
from recco_tui.core.next_step import BY, NextStep, next_step
from recco_tui.core.when import say_date
from recco_tui.locations import styles_folder
from recco_tui.ui.formatting import age, fit, short_date, title
from recco_tui.ui.screens.ask_actions import AskActions
from recco_tui.ui.screens.board_words import STATE_MEANING
from recco_tui.ui.screens.header import show_header
from recco_tui.ui.widgets.header_bar import HeaderBar
from recco_tui.ui.widgets.key_footer import KeyFooter
from recco_tui.ui.widgets.lines_view import BLANK, Line, LinesView, Span, worded
from recco_tui.ui.widgets.span_list import SpanList

LANES = tuple(AskState)
_WORDS = {
    AskState.DRAFTED: "drafted",
    AskState.WARM: "warm message sent",
    AskState.AGREED: "agreed",
    AskState.REQUESTED: "LinkedIn request sent",
    AskState.NUDGED: "nudged",
    AskState.RECEIVED: "received, not thanked",
    AskState.THANKED: "thanked",
    AskState.DECLINED: "declined",
    AskState.CLOSED: "closed",
}
_ORDER = list(_WORDS)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line: the heading of a lane (ask None) or one ask in it."""

    state: AskState
    count: int
    ask: Ask | None = None
    contact: Contact | None = None
    coming: NextStep | None = None


class AsksScreen(AskActions):
    """Lanes stand under each other, the furthest from done first; empty ones are left out."""

    CSS_PATH = styles_folder() / "projects.tcss"
    AUTO_FOCUS = "#asks"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-wide")]
    BINDINGS = [
        Binding("escape", "view('board')", "Board", False, id="asks.board", tooltip="Board"),
        Binding("f", "finished", "Finished", id="asks.finished", tooltip="Show finished ones too"),
        Binding(
            "D", "remove", "Remove", False, id="asks.remove", tooltip="Remove the ask; u undoes"
        ),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._finished = False

    def compose(self) -> ComposeResult:
        yield HeaderBar(id="header")
        with Horizontal(id="middle"):
            yield SpanList(self._draw, id="asks", empty="No ask yet: a on the board begins one.")
            with VerticalScroll(id="detail", classes="pane"):
                yield LinesView(id="facts")
        yield KeyFooter()

    @property
    def entry(self) -> Entry | None:
        """The line under the cursor."""
        return self.query_one("#asks", SpanList).highlighted

    def targets(self) -> list[int]:
        entry = self.entry
        return [entry.contact.id] if entry and entry.contact else []

    def reread(self) -> None:
        pane = self.query_one("#asks", SpanList)
        held = self.entry.ask.id if self.entry and self.entry.ask else None
        entries = self._entries()
        lines = [line for line, e in enumerate(entries) if e.ask and e.ask.id == held]
        first = next((line for line, e in enumerate(entries) if e.ask), 0)
        pane.set_entries(entries, lines[0] if lines else first)
        pane.border_title = "Asks"
        pane.border_subtitle = "all" if self._finished else "open · f shows finished ones"
        show_header(self, "Asks")
        self._show_detail()

    def _entries(self) -> list[Entry]:
        contacts = {c.id: c for c in self.ledger.contacts.every()}
        policy, day = self.ledger.settings.policy, self.ledger.day
        lanes: dict[AskState, list[Ask]] = {state: [] for state in _ORDER}
        for ask in self.ledger.asks.every():
            lanes[state_of(ask)].append(ask)
        shown = _ORDER if self._finished else _ORDER[: _ORDER.index(AskState.THANKED)]
        entries: list[Entry] = []
        for state in shown:
            lane = [ask for ask in lanes[state] if ask.contact_id in contacts]
            if lane:
                entries.append(Entry(state, len(lane)))
            for ask in sorted(lane, key=lambda a: a.steps[-1].on if a.steps else day):
                person = contacts[ask.contact_id]
                coming = next_step(ask, person, policy, day)
                entries.append(Entry(state, len(lane), ask, person, coming))
        return entries

    def _draw(self, entry: Entry, width: int) -> Line:
        if entry.ask is None or entry.contact is None:
            count = f"  {entry.count}"
            return (
                Span(_WORDS[entry.state], STATE_MEANING[entry.state], True),
                Span(count, "ink-muted"),
            )
        touch = last_touch(entry.ask)
        since = touch.on if touch else entry.ask.steps[-1].on if entry.ask.steps else None
        stood = fit(age(since, self.ledger.day), 6, "right")
        coming = self._coming_words(entry.coming)
        name = max(10, min(26, width // 2))
        room = max(0, width - name - 6 - 5)
        return (
            Span("  " + fit(entry.contact.name, name), "ink"),
            Span(stood + "   ", "ink-muted"),
            Span(fit(coming, room), "ink-muted"),
        )

    def _coming_words(self, coming: NextStep | None) -> str:
        if coming is None:
            return ""
        if coming.due <= self.ledger.day:
            return f"now: {coming.action.value}"
        return f"{coming.action.value} {say_date(coming.due, self.ledger.day)}"

    def on_span_list_highlighted(self) -> None:
        self._show_detail()

    def on_span_list_chosen(self) -> None:
        self.action_next_step()

    def _show_detail(self) -> None:
        entry = self.entry
        detail = self.query_one("#detail", VerticalScroll)
        facts = self.query_one("#facts", LinesView)
        detail.border_title = title(entry.contact.name) if entry and entry.contact else ""
        day = self.ledger.day
        facts.show(lambda width: _detail(entry, self._project(entry), day, width) if entry else [])

    def _project(self, entry: Entry | None) -> str:
        if entry is None or entry.ask is None or entry.ask.project_id is None:
            return ""
        return self.ledger.projects.get(entry.ask.project_id).title

    def action_finished(self) -> None:
        self._finished = not self._finished
        self.reread()

    def action_remove(self) -> None:
        ask = self.entry.ask if self.entry else None
        if ask is not None:
            self.attempt(lambda: self.ledger.asks.remove(ask.id))


def _detail(entry: Entry, project: str, today: date, width: int) -> Sequence[Line]:
    """The steps of one ask in order, what comes next, and its text."""
    ask = entry.ask
    if ask is None:
        return []
    lines: list[Line] = []
    if project:
        lines += worded(project, width, "ink-key")
    if ask.focus:
        lines += worded(f"might mention {ask.focus}", width, "ink-muted")
    lines += [BLANK] if lines else []
    for step in ask.steps:
        via = f" {BY[step.via]}" if step.via else ""
        because = f": {step.because}" if step.because else ""
        when = fit(short_date(step.on, today), 8)
        lines.append((Span(when, "ink-muted"), Span(f"{step.step.value}{via}{because}")))
    if entry.coming is not None:
        lines += [BLANK, *worded(entry.coming.why, width)]
        lines.append((Span(f"due {say_date(entry.coming.due, today)}", "ink-muted"),))
    if ask.text:
        lines += [BLANK, *worded(ask.text, width, "ink-muted")]
    return lines
