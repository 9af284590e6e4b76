"""The daily review: one alert at a time, one key does it, and what was done at the end."""

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll

from recco_tui.core.agenda import Alert
from recco_tui.locations import styles_folder
from recco_tui.ui.formatting import title
from recco_tui.ui.screens.alert_actions import AlertActions
from recco_tui.ui.screens.header import show_header
from recco_tui.ui.screens.review_words import alert_lines, done_lines, person_lines
from recco_tui.ui.widgets.header_bar import HeaderBar
from recco_tui.ui.widgets.key_footer import KeyFooter
from recco_tui.ui.widgets.lines_view import Line, LinesView, Span, bar

_BAR = 40


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One alert that is dealt with, by which change."""

    alert: Alert
    change_id: int
    label: str


class ReviewScreen(AlertActions):
    """The queue is Today's list as it was on entering; what a key settles falls out of it."""

    CSS_PATH = styles_folder() / "review.tcss"
    AUTO_FOCUS = "#card"
    BINDINGS = [
        Binding("s,right", "skip", "Skip", id="review.skip", tooltip="The next; this one later"),
        Binding("b,left", "before", "Back", False, id="review.back", tooltip="The one before"),
        Binding("z", "snooze", "Snooze", id="alert.snooze", tooltip="Not today: tomorrow"),
        Binding("x", "square", "Dismiss", id="alert.dismiss", tooltip="Never show this one again"),
        Binding("q,escape", "leave", "Leave", id="review.quit", tooltip="Back; all is kept"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._queue: list[Alert] = []
        self._at = 0
        self._reviewed: list[Reviewed] = []
        self._more = ""

    def compose(self) -> ComposeResult:
        yield HeaderBar(id="header")
        with VerticalScroll(id="review", classes="column", can_focus=False):
            yield LinesView(id="far")
            with VerticalScroll(id="card", classes="pane"):
                yield LinesView(id="facts")
        yield KeyFooter()

    def on_mount(self) -> None:
        overview = self.ledger.today.overview()
        self._queue = list(overview.shown)
        self._more = overview.held_back

    # -- the one under review --------------------------------------------------------------------

    def alert(self) -> Alert | None:
        return self._queue[self._at] if self._at < len(self._queue) else None

    def targets(self) -> list[int]:
        alert = self.alert()
        return [alert.contact_id] if alert and alert.contact_id is not None else []

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """At the end there is nothing left to do, snooze or skip."""
        if action in ("skip", "snooze", "snooze_longer", "square", "next_step", "write", "ask"):
            return self.alert() is not None
        return super().check_action(action, parameters)

    def reread(self) -> None:
        """What is settled falls out of the queue; what undo brought back returns to it."""
        open_now = {alert.id: alert for alert in self.ledger.today.alerts()}
        self._forget_undone(open_now)
        done = self.ledger.last_done
        settled = [alert for alert in self._queue if alert.id not in open_now]
        for alert in settled:
            if done is not None:
                self._reviewed.append(Reviewed(alert, done.change_id, done.label))
        passed = sum(alert.id in open_now for alert in self._queue[: self._at])
        self._queue = [open_now[alert.id] for alert in self._queue if alert.id in open_now]
        self._at = passed
        self._show()

    def _forget_undone(self, open_now: dict[str, Alert]) -> None:
        for reviewed in [r for r in self._reviewed if r.alert.id in open_now]:
            self._reviewed.remove(reviewed)
            if all(alert.id != reviewed.alert.id for alert in self._queue):
                self._queue.insert(self._at, reviewed.alert)

    # -- drawing ---------------------------------------------------------------------------------

    def _show(self) -> None:
        show_header(self, "Review")
        alert = self.alert()
        page = self.ledger.contacts.page(alert.contact_id) if alert and alert.contact_id else None
        card = self.query_one("#card", VerticalScroll)
        facts = self.query_one("#facts", LinesView)
        self.query_one("#far", LinesView).show(self._far)
        if alert is None:
            card.border_title = "Done" if not self._queue else "That was all"
            facts.show(
                lambda width: done_lines(self._summary(), len(self._queue), self._more, width)
            )
        else:
            card.border_title = title(page.contact.name if page else "Hint")
            day = self.ledger.day
            facts.show(
                lambda width: [
                    *alert_lines(alert, day, width),
                    *(person_lines(page, day, width) if page else []),
                ]
            )
        card.scroll_home(animate=False)
        self.refresh_bindings()

    def _summary(self) -> list[str]:
        return [reviewed.label for reviewed in self._reviewed]

    def _far(self, width: int) -> list[Line]:
        total = len(self._queue) + len(self._reviewed)
        gone = len(self._reviewed) + min(self._at, len(self._queue))
        words = f"  {min(gone + 1, total)} of {total}" if total else ""
        if self.alert() is None:
            words = "  through"
        return [(*bar(gone, total, min(_BAR, width // 2)), Span(words, "ink-muted"))]

    # -- moving ----------------------------------------------------------------------------------

    def action_skip(self) -> None:
        if self.alert() is not None:
            self._at += 1
            self._show()

    def action_before(self) -> None:
        if self._at:
            self._at -= 1
            self._show()

    def action_leave(self) -> None:
        self.dismiss(None)
