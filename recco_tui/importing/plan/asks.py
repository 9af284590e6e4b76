"""My asks: those seen in the messages against those noted already, and what answered them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from recco_tui.core.import_plan import AskUpdate, NewAsk, PlannedStep, Tally
from recco_tui.core.models import Ask, Channel, Step
from recco_tui.importing.plan.events import NEAR, Event, first_a_day, pair_days

_SENT = (Step.LINKEDIN, Step.NUDGED)
_ENDS = (Step.DECLINED, Step.CLOSED, Step.RECEIVED, Step.THANKED)


@dataclass(slots=True)
class _Course:
    """An ask while it is planned: the steps it has and those that it gains. Id 0: a new one."""

    id: int
    steps: list[tuple[date, Step]]
    gained: list[PlannedStep] = field(default_factory=list)
    text: str = ""

    def has(self, *steps: Step) -> bool:
        return any(step in steps for _, step in self.steps)

    def gain(self, step: Step, on: date) -> None:
        self.steps.append((on, step))
        via = Channel.LINKEDIN if step in _SENT else None
        self.gained.append(PlannedStep(step, on, via))

    def begun_by(self, day: date) -> bool:
        return min(on for on, _ in self.steps) <= day if self.steps else False

    def is_open_on(self, day: date) -> bool:
        """True when, as far as its steps up to that day tell, an answer was awaited."""
        if not self.begun_by(day + timedelta(days=NEAR)):
            return False
        is_open = True
        for on, step in sorted(self.steps, key=lambda s: s[0]):
            if on <= day and (step in _ENDS or step is Step.REOPENED):
                is_open = step is Step.REOPENED
        return is_open


@dataclass(slots=True)
class AskPlan:
    """New asks, steps for stored ones, and the counts."""

    new: list[NewAsk] = field(default_factory=list)
    updates: list[AskUpdate] = field(default_factory=list)
    unchanged: int = 0

    @property
    def tally(self) -> Tally:
        return Tally(len(self.new), len(self.updates), self.unchanged)


def plan_asks(events: Mapping[int, list[Event]], stored: Iterable[tuple[int, Ask]]) -> AskPlan:
    """Plan the asks of everybody with events; a stored ask that no event concerns is left alone.

    An ask before any delivery is an ask; another one before the answer a nudge; one after a
    delivery asks for a revision and is none. A delivery answers the ask that was open then.
    """
    asks_of: dict[int, list[Ask]] = {}
    for ref, ask in stored:
        asks_of.setdefault(ref, []).append(ask)
    plan = AskPlan()
    for ref, happened in events.items():
        _plan_person(plan, ref, happened, asks_of.get(ref, ()))
    return plan


def _plan_person(plan: AskPlan, ref: int, happened: Sequence[Event], stored: Sequence[Ask]) -> None:
    courses = [_Course(ask.id, [(s.on, s.step) for s in ask.steps]) for ask in stored]
    noted = [(course, on) for course in courses for on, step in course.steps if step in _SENT]
    asked = first_a_day(event for event in happened if event.is_ask)
    pairs = pair_days([event.on for event in asked], [on for _, on in noted])
    noted_as = {event.at: pair for event, pair in zip(asked, pairs, strict=True)}
    touched: set[int] = set()
    delivered = None
    for event in happened:
        if not event.is_ask:
            course = _answered(courses, event.on)
            delivered = event.on
        elif event.at not in noted_as:
            continue
        elif (pair := noted_as.pop(event.at)) is not None:
            course = noted[pair][0]
        else:
            course = _asked(courses, event, delivered)
        if course:
            touched.add(course.id)
    for course in courses:
        if course.gained and course.id:
            plan.updates.append(AskUpdate(course.id, tuple(course.gained)))
        elif course.gained:
            plan.new.append(NewAsk(ref, tuple(course.gained), course.text))
        elif course.id in touched:
            plan.unchanged += 1


def _asked(courses: list[_Course], event: Event, delivered: date | None) -> _Course | None:
    """An ask that is not noted yet: a step of an open ask, a new ask, or none (a revision)."""
    answers = [on for c in courses for on, step in c.steps if step is Step.RECEIVED]
    answers += [delivered] if delivered else []
    last_answer = max((on for on in answers if on <= event.on), default=None)
    if delivered == event.on:
        return None
    for course in reversed(courses):
        sent = [on for on, step in course.steps if step in _SENT and on <= event.on]
        stale = last_answer and sent and min(sent) <= last_answer
        sent_later = not sent and course.has(*_SENT)
        if course.is_open_on(event.on) and not stale and not sent_later:
            course.gain(Step.NUDGED if sent else Step.LINKEDIN, event.on)
            return course
    if last_answer:
        return None
    course = _Course(0, [], text=event.text)
    course.gain(Step.LINKEDIN, event.on)
    courses.append(course)
    return course


def _answered(courses: Sequence[_Course], day: date) -> _Course | None:
    """The ask that a delivery answers, also one let go before; None for a text unasked for."""
    for course in courses:
        near = [on for on, step in course.steps if step is Step.RECEIVED]
        if any(abs((on - day).days) <= NEAR for on in near):
            return course
    for course in reversed(courses):
        if course.begun_by(day) and not course.has(Step.RECEIVED, Step.THANKED, Step.DECLINED):
            course.gain(Step.RECEIVED, day)
            return course
    return None
