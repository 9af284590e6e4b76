"""Forms for what a contact's timeline is made of: adding it, and putting it right."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from textual.widgets import Static

from recco_tui.core.models import (
    AskStep,
    Channel,
    DebtKind,
    Direction,
    Meeting,
    Moment,
    MomentKind,
    Project,
    Recommendation,
    Request,
    Status,
    Step,
    Waiver,
)
from recco_tui.core.when import Tense, two_examples
from recco_tui.ui.dialogs.form import Form, InvalidField
from recco_tui.ui.formatting import content, plain
from recco_tui.ui.widgets.date_field import DateField
from recco_tui.ui.widgets.keys import bind
from recco_tui.ui.widgets.line_input import LineInput
from recco_tui.ui.widgets.option_row import OptionRow
from recco_tui.ui.widgets.text_box import TextBox


@dataclass(frozen=True, slots=True)
class MomentEntry:
    """A filled form; `text` is one line, never empty."""

    kind: MomentKind
    text: str
    on: date
    project_id: int | None


class MomentForm(Form[MomentEntry]):
    """The line comes first: it has no default, as the rest has."""

    BINDINGS = [bind("moment.kind", "f2", "Other type", "Switch the type.", "other_kind")]

    def __init__(
        self,
        name: str,
        today: date,
        projects: Sequence[Project] = (),
        known: Moment | None = None,
        kind: MomentKind = MomentKind.WIN,
    ) -> None:
        """`projects` are those to tie it to, the likeliest first; `known` is one to be edited, else
        it begins as that `kind`."""
        super().__init__(f"Moment with {plain(name)}")
        text, kind, on, project = (
            (known.text, known.kind, known.on, known.project_id)
            if known
            else ("", kind, None, None)
        )
        self._text = self.row("what", LineInput(text, "what happened, in one line"))
        kinds = [(moment_kind, moment_kind.label) for moment_kind in MomentKind]
        self._kind = self.row("type", OptionRow(kinds, kind))
        self._on = self.row("when", DateField(today, on, placeholder="today"))
        titles = [(project.id, project.title) for project in projects]
        self._project = OptionRow[int | None]([(None, "none"), *titles], project)
        if titles:
            self.row("project", self._project)

    def answer(self) -> MomentEntry:
        text = self._text.value.strip()
        if not text:
            raise InvalidField("Write in one line what happened.", self._text)
        on = self.past_day_of(
            self._on, else_wrong="That day is in the future. Log it once it has happened."
        )
        return MomentEntry(self._kind.value, text, on, self._project.value)

    def action_other_kind(self) -> None:
        self._kind.action_step(1)


@dataclass(frozen=True, slots=True)
class MeetingEntry:
    """A filled form, by the ledger's names."""

    on: date
    company: str
    about: str


class MeetingForm(Form[MeetingEntry]):
    """The day comes first: Today mentions it the day before."""

    def __init__(
        self, name: str, today: date, company: str = "", known: Meeting | None = None
    ) -> None:
        """`company` is where they work; `known` is one to be edited."""
        super().__init__(f"Meeting with {plain(name)}")
        on = known.on if known else None
        self._on = self.row("when", DateField(today, on, empty="", tense=Tense.FUTURE))
        about = known.about if known else ""
        self._about = self.row("what", LineInput(about, "interview, coffee, a call"))
        self._company = self.row("at", LineInput(known.company if known else company, "company"))

    def answer(self) -> MeetingEntry:
        on = self.day_of(self._on)
        if on is None:
            tried = two_examples(self._on.today, Tense.FUTURE)
            raise InvalidField(f"When do you meet? Try {tried}.", self._on)
        return MeetingEntry(on, self._company.value.strip(), self._about.value.strip())


_STATUSES = {
    Direction.RECEIVED: (Status.VISIBLE, Status.HIDDEN, Status.PENDING),
    Direction.GIVEN: (Status.SENT, Status.VISIBLE, Status.HIDDEN),
}
"""What can be said of one that exists, by direction, the usual one first."""


def _statuses(direction: Direction, *others: Status) -> list[tuple[Status, str]]:
    received = direction is Direction.RECEIVED
    return [
        (status, (status.of_received if received else status.of_given) or status.value)
        for status in dict.fromkeys((*_STATUSES[direction], *others))
    ]


@dataclass(frozen=True, slots=True)
class RecommendationEntry:
    """A filled form; `text` is as it was pasted, '' for one received that is not here yet."""

    direction: Direction
    text: str
    on: date
    status: Status


class RecommendationForm(Form[RecommendationEntry]):
    """The text comes first: it is on the clipboard."""

    BINDINGS = [
        bind(
            "text.direction",
            "f2",
            "Given/received",
            "Switch between received and given.",
            "other_direction",
        )
    ]

    def __init__(self, name: str, today: date, direction: Direction = Direction.RECEIVED) -> None:
        super().__init__(f"Recommendation: {plain(name)}")
        self._text = TextBox(placeholder="paste the text, or leave it empty for now")
        self.rows.append(self._text)
        ways = [(Direction.RECEIVED, "received from them"), (Direction.GIVEN, "given to them")]
        self._direction = self.row(
            "direction", OptionRow(ways, direction, changed=self._other_statuses)
        )
        self._on = self.row("when", DateField(today, placeholder="today"))
        status = OptionRow(_statuses(direction), _STATUSES[direction][0])
        self._status = self.row("status", status)

    def answer(self) -> RecommendationEntry:
        is_given = self._direction.value is Direction.GIVEN
        if is_given and not plain(self._text.value).strip():
            raise InvalidField("Paste or type the text first.", self._text)
        on = self.past_day_of(self._on)
        return RecommendationEntry(
            self._direction.value, self._text.value.strip(), on, self._status.value
        )

    def action_other_direction(self) -> None:
        self._direction.action_step(1)

    def _other_statuses(self) -> None:
        direction = self._direction.value
        self._status.set_options(_statuses(direction), _STATUSES[direction][0])


@dataclass(frozen=True, slots=True)
class RecommendationChange:
    """A filled form; the text may be empty: it is not here yet."""

    text: str
    on: date
    status: Status
    change_asked: bool
    project_id: int | None


class RecommendationEdit(Form[RecommendationChange]):
    """One that is withdrawn or replaced counts no longer; a hidden one does."""

    def __init__(
        self, name: str, known: Recommendation, today: date, projects: tuple[Project, ...] = ()
    ) -> None:
        """`projects` are those that it can be about."""
        way = "from" if known.direction is Direction.RECEIVED else "for"
        super().__init__(f"Recommendation {way} {plain(name)}")
        self._text = TextBox(known.text, placeholder="no text yet: paste it here")
        self.rows.append(self._text)
        self._on = self.row("when", DateField(today, known.on))
        options = _statuses(known.direction, Status.WITHDRAWN, Status.REPLACED, known.status)
        self._status = self.row("status", OptionRow(options, known.status, most_lines=3))
        asked = [(False, "no"), (True, "asked for, not made yet")]
        self._asked = self.row("change", OptionRow(asked, known.change_asked_on is not None))
        titles = [(project.id, project.title) for project in projects]
        self._project = OptionRow[int | None]([(None, "none"), *titles], known.project_id)
        if titles:
            self.row("project", self._project)

    def answer(self) -> RecommendationChange:
        return RecommendationChange(
            self._text.value.strip(),
            self.past_day_of(self._on),
            self._status.value,
            self._asked.value,
            self._project.value,
        )


_DEBTS = [(DebtKind.REQUEST, "they asked me"), (DebtKind.PROMISE, "I promised")]


@dataclass(frozen=True, slots=True)
class RequestEntry:
    """A filled form; `due_on` None when no day was said: the settings' working days count."""

    kind: DebtKind
    asked_on: date
    due_on: date | None
    note: str


class RequestForm(Form[RequestEntry]):
    """With nothing filled in it is a request of today."""

    BINDINGS = [
        bind(
            "request.kind",
            "f2",
            "Asked/promised",
            "Switch between asked and promised.",
            "other_kind",
        )
    ]

    def __init__(self, name: str, today: date) -> None:
        super().__init__(f"A recommendation for {plain(name)}")
        self._kind = self.row("what", OptionRow(_DEBTS, DebtKind.REQUEST))
        self._asked_on = self.row("asked on", DateField(today, placeholder="today"))
        due = DateField(today, empty="the usual time", placeholder="no date", tense=Tense.FUTURE)
        self._due_on = self.row("due", due)
        self._note = self.row("note", LineInput(placeholder="what for, what to mention"))

    def answer(self) -> RequestEntry:
        asked_on = self.past_day_of(self._asked_on, else_wrong="That day is in the future.")
        due_on = self.day_of(self._due_on)
        if due_on is not None and due_on < asked_on:
            raise InvalidField("The due date is before the day they asked.", self._due_on)
        return RequestEntry(self._kind.value, asked_on, due_on, self._note.value.strip())

    def action_other_kind(self) -> None:
        self._kind.action_step(1)


@dataclass(frozen=True, slots=True)
class RequestChange:
    """A filled form, by the ledger's names; a day None where there is none."""

    kind: DebtKind
    asked_on: date
    due_on: date | None
    answered_on: date | None
    delivered_on: date | None
    declined_on: date | None
    closed_on: date | None
    note: str
    because: str


class RequestEdit(Form[RequestChange]):
    """An empty day says that it has not happened."""

    def __init__(self, name: str, known: Request, today: date) -> None:
        super().__init__(f"A recommendation for {plain(name)}")
        self._kind = self.row("what", OptionRow(_DEBTS, known.kind))
        self._asked_on = self.row("asked on", DateField(today, known.asked_on))
        due = DateField(today, known.due_on, empty="the usual time", tense=Tense.FUTURE)
        self._due_on = self.row("due", due)
        self._answered_on = self.row("said yes", self._past(today, known.answered_on))
        self._delivered_on = self.row("wrote it", self._past(today, known.delivered_on))
        self._declined_on = self.row("said no", self._past(today, known.declined_on))
        self._closed_on = self.row("closed", self._past(today, known.closed_on))
        self._note = self.row("note", LineInput(known.note, "what for, what to mention"))
        self._because = self.row("because", LineInput(known.because, "why you said no"))

    @staticmethod
    def _past(today: date, known: date | None) -> DateField:
        return DateField(today, known, empty="not yet")

    def answer(self) -> RequestChange:
        if (asked_on := self.day_of(self._asked_on)) is None:
            raise InvalidField("Enter the day they asked, or you promised.", self._asked_on)
        return RequestChange(
            self._kind.value,
            asked_on,
            self.day_of(self._due_on),
            self.day_of(self._answered_on),
            self.day_of(self._delivered_on),
            self.day_of(self._declined_on),
            self.day_of(self._closed_on),
            self._note.value.strip(),
            self._because.value.strip(),
        )


@dataclass(frozen=True, slots=True)
class StepEntry:
    """A filled form; `because` is '' where no reason was needed or given."""

    step: Step
    on: date
    via: Channel | None
    because: str


class StepForm(Form[StepEntry]):
    """Asks for a reason exactly when the rules want one."""

    BINDINGS = [bind("step.channel", "f2", "Channel", "Choose the next channel.", "turn_way")]

    def __init__(
        self,
        heading: str,
        today: date,
        steps: Sequence[Step],
        question: Callable[[StepEntry], str | None],
        known: AskStep | None = None,
    ) -> None:
        """`steps` are those to choose from; `known` is the one to correct, which stays what it is.

        `question` says why a step needs a reason, None when it does not; may raise `ReccoError`.
        """
        super().__init__(heading)
        self._question = question
        chosen = known.step if known else steps[0]
        offered = [chosen] if known else list(steps)
        self._step = OptionRow([(step, step.label) for step in offered], chosen, most_lines=3)
        if known:
            self.row("step", Static(content(known.step.label), classes="value"))
        else:
            self.row("step", self._step)
        day = DateField(today, known.on if known else None)
        self._on = self.row("on", day)
        ways: list[tuple[Channel | None, str]] = [(None, "not set")]
        ways += [(channel, channel.label) for channel in Channel]
        self._via = self.row("channel", OptionRow(ways, known.via if known else None))
        because = LineInput(known.because if known else "", "only if the order is unusual")
        self._because = self.row("because", because)

    def answer(self) -> StepEntry:
        on = self.past_day_of(
            self._on, else_wrong="That day is in the future. Log a step once it has happened."
        )
        entry = StepEntry(self._step.value, on, self._via.value, self._because.value.strip())
        if not entry.because and (why := self._question(entry)):
            raise InvalidField(why, self._because)
        return entry

    def action_turn_way(self) -> None:
        self._via.action_step(1)


@dataclass(frozen=True, slots=True)
class WaiverEntry:
    """A filled form."""

    count: int
    because: str
    on: date


class WaiverForm(Form[WaiverEntry]):
    """Nothing owed, because …"""

    def __init__(self, name: str, known: Waiver, today: date) -> None:
        super().__init__(f"Waived for {plain(name)}")
        self._count = self.row("how many", LineInput(str(known.count)))
        self._because = self.row("because", LineInput(known.because))
        self._on = self.row("when", DateField(today, known.on))

    def answer(self) -> WaiverEntry:
        count = self._count.value.strip()
        if not (count.isascii() and count.isdigit() and len(count) < 8):
            raise InvalidField("Enter how many recommendations, for example 1.", self._count)
        return WaiverEntry(int(count), self._because.value.strip(), self.past_day_of(self._on))
