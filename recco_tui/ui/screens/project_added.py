"""After a project was added: whom to ask now and why, all at once, each line with its key."""

from textual.app import ComposeResult
from textual.containers import Vertical

from recco_tui.core.agenda import Alert
from recco_tui.core.errors import NothingFound
from recco_tui.core.models import Project
from recco_tui.core.when import count_of, say_day
from recco_tui.ui.actions.alerts import snooze
from recco_tui.ui.actions.asking import ask, take_next_step
from recco_tui.ui.actions.people import DISMISS, pin
from recco_tui.ui.actions.projects import add_project
from recco_tui.ui.actions.shared import WITH_ALERTS
from recco_tui.ui.actions.writing import write
from recco_tui.ui.formatting import title
from recco_tui.ui.present.board import key_name, today_rows
from recco_tui.ui.present.spans import BLANK, Line, Span, key_lines, wrapped
from recco_tui.ui.screen import ReccoScreen
from recco_tui.ui.widgets.keys import bind
from recco_tui.ui.widgets.lines_view import LinesView
from recco_tui.ui.widgets.today_list import TodayList


class ProjectAddedScreen(ReccoScreen):
    """What was asked or snoozed is left out; undo of the project itself leaves."""

    VIEW = "Project"
    SHEET = "project_added.tcss"
    AUTO_FOCUS = "#made"
    VERBS = (
        *WITH_ALERTS,
        DISMISS,
        pin.but(label="Shortlist", footer=True),
        write.but(footer=False),
        ask.but(tooltip="Ask the selected contact now."),
        take_next_step.but(footer=False),
        add_project.but(tooltip="Add another project.", footer=False),
        snooze.but(label="Tomorrow", footer=True),
    )
    BINDINGS = [
        bind("project_added.quit", "q,escape", "Leave", "Go back; everything is saved.", "leave")
    ]

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project = project
        self._alerts: tuple[Alert, ...] = ()

    def body(self) -> ComposeResult:
        with Vertical(id="page"):
            yield TodayList(id="made", empty="No one to ask now.")
            yield LinesView(id="told")

    def load(self) -> None:
        try:
            self._project = self.ledger.projects.get(self._project.id)
        except NothingFound:
            self.dismiss(None)
            return
        made = self.ledger.today.made_by(self._project)
        self._alerts = tuple(alert for alert in made if not alert.held)
        held = [alert for alert in made if alert.held]
        pane = self.query_one("#made", TodayList)
        pane.border_title = title(f"{self._project.title} · {count_of(len(made), 'alert')}")
        pane.set_rows(today_rows(self._alerts), _held_words(held))
        self.show_lines("told", lambda width: self._note_lines(bool(held), width))

    def _note_lines(self, some_held: bool, width: int) -> list[Line]:
        """What to do with the list, and what the project still lacks."""
        project, day = self._project, self.ledger.day
        lines: list[Line] = []
        if project.ended_on is None:
            lines += wrapped(
                "Still running. On its last day, d in Projects marks it as ended.", width
            )
        elif not self._alerts and not some_held:
            lines += wrapped(
                f"It ended {say_day(project.ended_on, day)}: too long ago for a reason to ask, "
                "or there is no one in it to ask now.",
                width,
            )
        if self._alerts:
            words = "Ask one now, or leave: they stay on Today."
            lines += wrapped(words, width, "ink-muted")
        keys = [("a", "a", "ask"), ("m", "m", "log a moment"), ("z", "z", "tomorrow")]
        keys = keys if self._alerts else []
        lines += [BLANK, *key_lines([*keys, ("q", "q", "done")], width)]
        if any(not member.their_part for member in project.members):
            lines += [
                BLANK,
                (Span("What did each one do? e in Projects (2) adds it.", "ink-muted"),),
            ]
        return lines

    # -- whom an action is about -------------------------------------------------------------------

    def alert(self) -> Alert | None:
        row = self.query_one("#made", TodayList).highlighted
        return next((alert for alert in self._alerts if row and alert.id == row.alert), None)

    def on_line_list_chosen(self, event: TodayList.Chosen) -> None:
        event.stop()
        self.app.simulate_key(key_name(event.entry.key))


def _held_words(held: list[Alert]) -> str:
    if not held:
        return ""
    names = ", ".join(sorted({alert.contact or "" for alert in held}))
    return f"on hold: {names} ({held[0].held})"
