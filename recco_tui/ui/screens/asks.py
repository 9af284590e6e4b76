"""Asks: a lane per state, each ask with how long it has been there; its steps beside it."""

from collections.abc import Sequence
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.reactive import var
from textual.widgets import Input

from recco_tui.core.asks import ordered, state_of
from recco_tui.core.models import Ask, AskState, AskStep
from recco_tui.core.next_step import next_step
from recco_tui.ui import dialogs
from recco_tui.ui.actions import asking
from recco_tui.ui.actions.projects import add_moment, add_project
from recco_tui.ui.actions.shared import WITH_PEOPLE
from recco_tui.ui.actions.verb import verb
from recco_tui.ui.actions.writing import write
from recco_tui.ui.formatting import title
from recco_tui.ui.present.asks import LaneRow, about_lines, date_cells, lane_line, step_line
from recco_tui.ui.screen import ReccoScreen
from recco_tui.ui.widgets.keys import bind, bind_hidden
from recco_tui.ui.widgets.lines_view import LinesView
from recco_tui.ui.widgets.search_line import SearchLine
from recco_tui.ui.widgets.span_list import SpanList

_ORDER = list(AskState)
_OPEN = _ORDER[: _ORDER.index(AskState.THANKED)]


@verb(
    "asks.correct",
    "e",
    "Correct",
    "Correct a step: its day, channel or reason.",
    footer=True,
    group="writing",
)
async def correct_step(screen: "AsksScreen") -> None:
    """The step under the cursor; in the lanes the latest one."""
    ask, step = screen.ask, screen.step
    if ask is None or step is None:
        screen.say("No step here to correct.")
        return
    form = dialogs.StepForm("Correct a step", screen.ledger.day, [step.step], lambda _: None, step)
    entry = await screen.app.push_screen_wait(form)
    if entry is not None:
        correct = screen.ledger.asks.correct
        screen.attempt(
            lambda: correct(
                ask.id,
                step.id,
                on=entry.on,
                via=entry.via,
                because=entry.because,
                no_via=entry.via is None,
            ),
            "Correct",
        )


@verb("asks.remove", "D,X,delete", "Remove", "Remove the ask, or the step under the cursor.")
def remove(screen: "AsksScreen") -> None:
    """The step under the cursor where keys move in the steps, unless it is the only one; else the
    ask."""
    ask, step, asks = screen.ask, screen.step, screen.ledger.asks
    if ask is None:
        return
    if screen.is_in_steps and step is not None and len(ask.steps) > 1:
        screen.attempt(lambda: asks.remove_step(ask.id, step.id), "Remove")
    else:
        screen.attempt(lambda: asks.remove(ask.id), "Remove")


class AsksScreen(ReccoScreen):
    """Lanes are one below the other in the order of an ask; empty ones are left out.

    Enter goes over to the steps: there `e` corrects the one under the cursor and `D` removes it.
    From the lanes `e` corrects the latest.
    """

    VIEW = "Asks"
    SHEET = "projects.tcss"
    AUTO_FOCUS = "#asks"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-wide")]
    VERBS = (
        *WITH_PEOPLE,
        write.but(tooltip="Write a recommendation.", footer=False),
        asking.ask.but(label="Text", tooltip="Paste its text, or start a new ask."),
        asking.note_answer.but(label="What happened", footer=True),
        add_project.but(tooltip="Add a project.", footer=False),
        add_moment.but(tooltip="Log a moment.", footer=False),
        correct_step,
        remove,
    )
    BINDINGS = [
        bind("asks.search", "slash", "Filter", "Filter the asks as you type.", "search"),
        bind("asks.steps", "enter", "Steps", "Go to the steps of this ask, and back.", "steps"),
        bind("asks.finished", "f", "Finished", "Show finished asks too.", "finished"),
        bind_hidden("asks.board", "escape", "Board", "Go back to the board.", "back"),
    ]

    shows_finished: var[bool] = var(False)
    """Whether the lanes of asks that came to an end are there too."""

    def __init__(self) -> None:
        super().__init__()
        self._date_cells = 0
        self._lanes = SpanList[LaneRow](
            lambda row, width: lane_line(row, self.ledger.day, width),
            key=lambda entry: entry.ask.id if entry.ask else None,
            id="asks",
        )
        self._steps = SpanList[AskStep](
            lambda step, width: step_line(step, self.ledger.day, width, self._date_cells),
            id="steps",
        )
        self._facts = LinesView(id="facts")
        self._search = SearchLine("name, company, project, kind:mentor, ask:warm …", self._lanes)

    def body(self) -> ComposeResult:
        with Horizontal(id="middle"):
            yield self._lanes
            with Vertical(id="detail"):
                yield self._steps
                with VerticalScroll(id="about", classes="pane", can_focus=False):
                    yield self._facts
        yield self._search

    @property
    def ask(self) -> Ask | None:
        """The ask under the cursor of the lanes; None on a heading."""
        entry = self._lanes.highlighted
        return entry.ask if entry else None

    @property
    def step(self) -> AskStep | None:
        """The one of its steps that is under the cursor of the steps."""
        return self._steps.highlighted

    @property
    def is_in_steps(self) -> bool:
        """Whether keys move in the steps."""
        return self.focused is self._steps

    def targets(self) -> list[int]:
        return [self.ask.contact_id] if self.ask else []

    # -- reading ---------------------------------------------------------------------------------

    @on(Input.Changed, "#search")
    def load(self) -> None:
        entries = self._entries()
        self._lanes.set_empty(
            "No ask matches. Esc clears the filter."
            if self._search.words
            else "No open asks. a on the board starts one."
        )
        first = next((line for line, entry in enumerate(entries) if entry.ask), 0)
        self._lanes.set_entries(entries, first)
        self._lanes.border_title = "Asks"
        subtitle = "all" if self.shows_finished else "open · f shows finished ones"
        self._lanes.border_subtitle = subtitle
        self._show_detail()

    def _entries(self) -> list[LaneRow]:
        contacts = {c.id: c for c in self.ledger.contacts.every()}
        policy, day = self.ledger.settings.policy, self.ledger.day
        lanes: dict[AskState, list[Ask]] = {state: [] for state in _ORDER}
        for ask in self.ledger.asks.filtered(self._search.words):
            if ask.contact_id in contacts:
                lanes[state_of(ask)].append(ask)
        entries: list[LaneRow] = []
        for state in _ORDER if self.shows_finished else _OPEN:
            lane = sorted(lanes[state], key=lambda ask: _last_day(ask, day))
            if lane:
                entries.append(LaneRow(state, len(lane)))
            for ask in lane:
                person = contacts[ask.contact_id]
                coming = next_step(ask, person, policy, day)
                entries.append(LaneRow(state, len(lane), ask, person, coming))
        return entries

    @on(SpanList.Highlighted, "#asks")
    def _show_detail(self) -> None:
        entry, steps = self._lanes.highlighted, self._steps
        ask = entry.ask if entry else None
        shown = ordered(ask.steps) if ask else []
        day = self.ledger.day
        self._date_cells = date_cells(shown, day)
        steps.set_entries(shown, len(shown) - 1)
        name = entry.contact.name if entry and entry.contact else ""
        steps.border_title = title(name)
        steps.border_subtitle = "e corrects · D removes" if shown else ""
        project = self._project(ask)
        self._facts.show(lambda width: about_lines(entry, project, day, width) if entry else [])

    def _project(self, ask: Ask | None) -> str:
        if ask is None or ask.project_id is None:
            return ""
        return self.ledger.projects.get(ask.project_id).title

    @on(SpanList.Chosen, "#asks")
    def _next_step(self) -> None:
        self.action_verb("next")

    @on(SpanList.Chosen, "#steps")
    def _correct(self) -> None:
        self.action_verb("asks.correct")

    # -- moving ----------------------------------------------------------------------------------

    def action_steps(self) -> None:
        if self.is_in_steps:
            self._lanes.focus()
        elif self._steps.entries:
            self._steps.focus()

    def action_back(self) -> None:
        if self.is_in_steps:
            self._lanes.focus()
        elif not self._search.close():
            self.action_view("board")

    def action_finished(self) -> None:
        self.shows_finished = not self.shows_finished
        self.reload()


def _last_day(ask: Ask, today: date) -> date:
    steps: Sequence[AskStep] = ask.steps
    return steps[-1].on if steps else today
