"""The daily review: one alert at a time, one key does it, and what was done at the end."""

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll

from recco_tui.core.agenda import Alert
from recco_tui.core.models import Contact
from recco_tui.core.next_step import next_step
from recco_tui.ui.actions.alerts import snooze, snooze_longer
from recco_tui.ui.actions.asking import ask, note_answer, take_next_step
from recco_tui.ui.actions.people import DISMISS
from recco_tui.ui.actions.projects import add_moment, add_project
from recco_tui.ui.actions.shared import WITH_ALERTS
from recco_tui.ui.actions.writing import write
from recco_tui.ui.formatting import cut, title
from recco_tui.ui.present import review as present
from recco_tui.ui.present.spans import Line, Span, bar
from recco_tui.ui.present.steps import SENT
from recco_tui.ui.screen import ReccoScreen
from recco_tui.ui.widgets.keys import bind
from recco_tui.ui.widgets.lines_view import LinesView
from recco_tui.ui.widgets.span_list import SpanList

_BAR = 40


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One alert that is dealt with, by which change."""

    alert: Alert
    change_id: int
    label: str


def _is_on_alert(screen: ReccoScreen) -> bool:
    """At the end there is nothing left to do, snooze or skip."""
    return screen.alert() is not None


class ReviewScreen(ReccoScreen):
    """The queue is what counted as today's on entering; what a key settles is taken out.

    At the end the same screen lists what was done; undo there is of the line under the cursor.
    """

    VIEW = "Review"
    SHEET = "review.tcss"
    AUTO_FOCUS = "#card"
    VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall")]
    VERBS = (
        *WITH_ALERTS,
        DISMISS.but(applies=_is_on_alert),
        write.but(footer=False, applies=_is_on_alert),
        ask.but(footer=False, applies=_is_on_alert),
        take_next_step.but(footer=False, applies=_is_on_alert),
        note_answer.but(applies=_is_on_alert),
        add_project.but(tooltip="Add a project.", footer=False),
        add_moment.but(tooltip="Log a moment.", footer=False),
        snooze.but(label="Tomorrow", footer=True, applies=_is_on_alert),
        snooze_longer.but(applies=_is_on_alert),
    )
    BINDINGS = [
        bind("review.skip", "s,right,space", "Skip", "Skip this alert; it stays open.", "skip"),
        bind("review.back", "b,left", "Back", "Go back to the previous alert.", "before"),
        bind("undo", "u", "Undo", "Undo the last change.", "undo"),
        bind("review.quit", "q,escape", "Leave", "Leave the review; everything is saved.", "leave"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._queue: list[Alert] = []
        self._at = 0
        self._reviewed: list[Reviewed] = []
        self._held: list[Alert] = []
        self._rest = ""

    def body(self) -> ComposeResult:
        with Vertical(id="review"):
            yield LinesView(id="far")
            with VerticalScroll(id="card", classes="pane"):
                yield LinesView(id="facts")
            yield SpanList(self._draw_done, id="done")
            yield LinesView(id="end")

    def on_mount(self) -> None:
        overview = self.ledger.today.overview()
        self._queue = list(overview.queue)
        self._rest = overview.rest

    @property
    def _done(self) -> "SpanList[Reviewed]":
        return self.query_one("#done", SpanList)

    # -- the one under review --------------------------------------------------------------------

    def alert(self) -> Alert | None:
        return self._queue[self._at] if self._at < len(self._queue) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "skip":
            return self.alert() is not None
        if action == "before":
            return self._at > 0
        if action == "undo":
            return self.alert() is not None or bool(self._reviewed)
        return super().check_action(action, parameters)

    def load(self) -> None:
        """What is settled leaves the queue; what undo brought back returns to it."""
        open_now = {alert.id: alert for alert in self.ledger.today.alerts()}
        self._forget_undone(open_now)
        self._note_settled(open_now)
        passed = sum(alert.id in open_now for alert in self._queue[: self._at])
        self._queue = [open_now[alert.id] for alert in self._queue if alert.id in open_now]
        self._at = passed
        self._show()

    def _note_settled(self, open_now: dict[str, Alert]) -> None:
        """What is gone was done, unless it is about others: then restraint holds it for now."""
        done, here = self.ledger.last_change, self.alert()
        for alert in self._queue:
            if alert.id in open_now:
                continue
            if done is not None and here is not None and alert.contact_id == here.contact_id:
                self._reviewed.append(Reviewed(alert, done.change_id, done.label))
            else:
                self._held.append(alert)

    def _forget_undone(self, open_now: dict[str, Alert]) -> None:
        for reviewed in [r for r in self._reviewed if r.alert.id in open_now]:
            self._reviewed.remove(reviewed)
            if all(alert.id != reviewed.alert.id for alert in self._queue):
                self._queue.insert(self._at, reviewed.alert)
        for alert in [one for one in self._held if one.id in open_now]:
            self._held.remove(alert)
            self._queue.append(alert)

    # -- drawing ---------------------------------------------------------------------------------

    def _show(self) -> None:
        self.show_lines("far", self._far)
        alert = self.alert()
        ended = alert is None
        card = self.query_one("#card", VerticalScroll)
        card.display = not ended
        self._done.display = ended and bool(self._reviewed)
        self.query_one("#end", LinesView).display = ended
        if alert is None:
            self._show_end()
        else:
            self._show_alert(alert, card)
        self.refresh_bindings()

    def _show_alert(self, alert: Alert, card: VerticalScroll) -> None:
        day = self.ledger.day
        page = self.ledger.contacts.page(alert.contact_id) if alert.contact_id else None
        text = self._text_to_send(alert, page.contact) if page else ""
        card.border_title = title(page.contact.name if page else "This week")
        self.show_lines(
            "facts",
            lambda width: [
                *present.alert_lines(alert, day, width),
                *present.text_lines(text, width),
                *(present.person_lines(page, day, width) if page else []),
            ],
        )
        card.scroll_home(animate=False)
        if not isinstance(self.focused, VerticalScroll):
            card.focus()

    def _text_to_send(self, alert: Alert, contact: Contact) -> str:
        """What the alert's key will copy; '' where something is to be written or marked."""
        if alert.ask_id is None or alert.step is None:
            return ""
        ask = self.ledger.asks.get(alert.ask_id)
        coming = next_step(ask, contact, self.ledger.settings.policy, self.ledger.day)
        if coming is None or coming.step not in SENT:
            return ""
        return self.ledger.writing.step_text(ask, coming)

    def _show_end(self) -> None:
        held = self._done.cursor_line
        self._done.border_title = "Done" if not self._queue else "Done, and some skipped"
        self._done.set_entries(list(self._reviewed), held)
        left, rest, any_done = len(self._queue), self._rest, bool(self._reviewed)
        self.show_lines("end", lambda width: present.end_lines(any_done, left, rest, width))
        if self._reviewed:
            self._done.focus()

    def _draw_done(self, reviewed: Reviewed, width: int) -> Line:
        return (Span("✓ ", "fresh"), Span(cut(reviewed.label, max(1, width - 2))))

    def _far(self, width: int) -> list[Line]:
        total = len(self._queue) + len(self._reviewed)
        gone = len(self._reviewed) + min(self._at, len(self._queue))
        words = present.far_words(gone, total, at_end=self.alert() is None)
        return [(*bar(gone, total, min(_BAR, width // 2)), Span(f"  {words}", "ink-muted"))]

    # -- moving ----------------------------------------------------------------------------------

    def action_skip(self) -> None:
        if self.alert() is not None:
            self._at += 1
            self._show()

    def action_before(self) -> None:
        """One back; from the end to the first of those skipped."""
        if self._at:
            self._at = 0 if self.alert() is None else self._at - 1
            self._show()

    def action_undo(self) -> None:
        """At the end: the line under the cursor, whatever was done since; else the last change."""
        chosen = self._done.highlighted if self.alert() is None else None
        if chosen is None:
            super().action_undo()
            return
        self._at = len(self._queue)
        self.undo_or_redo("Undo", "Undone", lambda ledger: ledger.log.undo_one(chosen.change_id))
