"""What happened between me and each person, in order, and what it says of asks and requests.

My asks: those seen in the messages against those noted already, and what answered them. Their
requests to me: those seen against those noted, and what I delivered.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Generic, NamedTuple, TypeVar

from recco_tui.core.export import Export
from recco_tui.core.import_plan import AskUpdate, Tally
from recco_tui.core.models import (
    COUNTED,
    Ask,
    AskStep,
    Channel,
    DebtKind,
    Direction,
    Recommendation,
    Request,
    Step,
)
from recco_tui.core.policy import HALF_A_YEAR
from recco_tui.importing.plan.texts import Texts

LONG_AGO = "from long ago"
"""Why an ask is closed by the import that brings it: it is history, and no work."""

NEAR = 2
"""Days by which a step noted by hand may differ from the message that it was about."""


class DatedEvent(NamedTuple):
    """One thing that happened on a local day; sorts by day and time. `text` is the note of an ask.

    A text noted by hand has no time: it counts at the end of its day.
    """

    on: date
    at: datetime
    is_ask: bool
    text: str


def events_by_person(
    export: Export,
    row_refs: Sequence[int],
    message_refs: Sequence[int],
    texts: Texts,
    stored: Iterable[tuple[int, Recommendation]],
    tz: tzinfo,
) -> Mapping[Direction, dict[int, list[DatedEvent]]]:
    """Events of everyone whom the export speaks of, by direction of the text that is asked for.

    Deliveries are told by messages, by rows, and by what will be stored after the plan.
    """
    found: dict[Direction, dict[int, list[DatedEvent]]] = {d: {} for d in Direction}
    for row, ref in zip(export.recommendations, row_refs, strict=True):
        if ref and row.written_at:
            event = DatedEvent(texts.on(row), row.written_at, False, "")
            found[row.direction].setdefault(ref, []).append(event)
    for new in (planned.recommendation for planned in texts.new):
        if new.written_at is None and new.status in COUNTED:
            event = DatedEvent(new.on, _end_of(new.on), False, "")
            found[new.direction].setdefault(new.contact_id, []).append(event)
    for message, ref in zip(export.messages, message_refs, strict=True):
        if ref:
            kind = message.event
            day = message.at.astimezone(tz).date()
            event = DatedEvent(day, message.at, not kind.is_delivery, message.text)
            found[kind.direction].setdefault(ref, []).append(event)
    for ref, known in stored:
        events = found[known.direction].get(ref)
        if events is not None and known.status in COUNTED:
            events.append(_stored_delivery(known, texts))
    for people in found.values():
        for events in people.values():
            events.sort(key=lambda event: (event.on, event.at, not event.is_ask))
    return found


def _stored_delivery(known: Recommendation, texts: Texts) -> DatedEvent:
    changes = texts.updates[known.id].changes if known.id in texts.updates else {}
    on, at = changes.get("on", known.on), changes.get("written_at", known.written_at)
    if not isinstance(on, date):
        on = known.on
    if not isinstance(at, datetime):
        at = _end_of(on)
    return DatedEvent(on, at, False, "")


def _end_of(day: date) -> datetime:
    return datetime.combine(day, time.max, UTC)


def pair_days(asked: Sequence[date], noted: Sequence[date]) -> list[int | None]:
    """For each day asked the index of the noted day that means it, None when none does.

    A noted day means one ask only. Equal days pair first: what an import noted is found again by
    the next one, whatever stands near it.
    """
    pairs: list[int | None] = [None] * len(asked)
    free = set(range(len(noted)))
    for reach in (0, NEAR):
        for index, day in enumerate(asked):
            near = [(abs((noted[i] - day).days), i) for i in free]
            gap, best = min(near, default=(reach + 1, 0))
            if pairs[index] is None and gap <= reach:
                pairs[index] = best
                free.discard(best)
    return pairs


def first_a_day(asked: Iterable[DatedEvent]) -> list[DatedEvent]:
    """Asks without those that repeat another of the same day."""
    days: Counter[date] = Counter()
    kept = []
    for event in asked:
        days[event.on] += 1
        if days[event.on] == 1:
            kept.append(event)
    return kept


_SENT = (Step.LINKEDIN, Step.NUDGED)
_ENDS = (Step.DECLINED, Step.CLOSED, Step.RECEIVED, Step.THANKED)


@dataclass(slots=True)
class _PlannedAsk:
    """An ask while it is planned: the steps it has and those that it gains. Id 0: a new one."""

    id: int
    steps: list[tuple[date, Step]]
    gained: list[AskStep] = field(default_factory=list)
    text: str = ""

    def has(self, *steps: Step) -> bool:
        return any(step in steps for _, step in self.steps)

    def gain(self, step: Step, on: date) -> None:
        self.steps.append((on, step))
        via = Channel.LINKEDIN if step in _SENT else None
        self.gained.append(AskStep(0, step, on, via))

    def close_if_history(self, today: date) -> None:
        """A new one that has been silent for half a year is over, however it ended."""
        last = max((on for on, _ in self.steps), default=today)
        if not self.id and self.gained and today - last >= HALF_A_YEAR and self.is_open_on(last):
            self.steps.append((last, Step.CLOSED))
            self.gained.append(AskStep(0, Step.CLOSED, last, None, LONG_AGO))

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


New = TypeVar("New")
Update = TypeVar("Update")


@dataclass(slots=True)
class Planned(Generic[New, Update]):
    """What is new, what changes of what is stored, and the counts."""

    new: list[New] = field(default_factory=list)
    updates: list[Update] = field(default_factory=list)
    unchanged: int = 0

    @property
    def tally(self) -> Tally:
        return Tally(len(self.new), len(self.updates), self.unchanged)


def _by_person(stored: Iterable[tuple[int, New]]) -> Mapping[int, list[New]]:
    found: dict[int, list[New]] = defaultdict(list)
    for ref, one in stored:
        found[ref].append(one)
    return found


def plan_asks(
    events: Mapping[int, list[DatedEvent]], stored: Iterable[tuple[int, Ask]], today: date
) -> Planned[Ask, AskUpdate]:
    """Plan the asks of everyone with events; a stored ask that no event concerns is left alone.

    An ask before any delivery is an ask; another one before the answer a nudge, but for one half a
    year later, which is another ask; one after a
    delivery asks for a revision and is none. A delivery answers the ask that was open then.
    """
    asks_of = _by_person(stored)
    plan = Planned[Ask, AskUpdate]()
    for ref, happened in events.items():
        _plan_asks_of(plan, ref, happened, asks_of.get(ref, ()), today)
    return plan


def _plan_asks_of(
    plan: Planned[Ask, AskUpdate],
    ref: int,
    happened: Sequence[DatedEvent],
    stored: Sequence[Ask],
    today: date,
) -> None:
    courses = [_PlannedAsk(ask.id, [(s.on, s.step) for s in ask.steps]) for ask in stored]
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
        course.close_if_history(today)
        if course.gained and course.id:
            plan.updates.append(AskUpdate(course.id, tuple(course.gained)))
        elif course.gained:
            plan.new.append(Ask(0, ref, tuple(course.gained), text=course.text))
        elif course.id in touched:
            plan.unchanged += 1


def _asked(
    courses: list[_PlannedAsk], event: DatedEvent, delivered: date | None
) -> _PlannedAsk | None:
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
        last = max((on for on, _ in course.steps if on <= event.on), default=event.on)
        stale = stale or event.on - last >= HALF_A_YEAR
        if course.is_open_on(event.on) and not stale and not sent_later:
            course.gain(Step.NUDGED if sent else Step.LINKEDIN, event.on)
            return course
    if last_answer:
        return None
    course = _PlannedAsk(0, [], text=event.text)
    course.gain(Step.LINKEDIN, event.on)
    courses.append(course)
    return course


def _answered(courses: Sequence[_PlannedAsk], day: date) -> _PlannedAsk | None:
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


@dataclass(slots=True)
class _Debt:
    """A debt while it is planned. Id 0 of its request: a new one."""

    request: Request
    is_settled_now: bool = False

    def is_open_on(self, day: date) -> bool:
        """True up to the day that ended it: a reminder of that day may have come before the end.

        What comes half a year later is no reminder.
        """
        request = self.request
        ends = [on for on in (request.delivered_on, request.declined_on, request.closed_on) if on]
        is_recent = day - request.asked_on < HALF_A_YEAR
        return request.asked_on <= day and is_recent and all(on >= day for on in ends)


def plan_requests(
    events: Mapping[int, list[DatedEvent]], stored: Iterable[tuple[int, Request]], today: date
) -> Planned[Request, Request]:
    """Plan the requests of everyone with events, as `plan_asks` does for mine.

    A second request before I deliver is a reminder, one after that asks for a revision. What I
    deliver settles every debt to that person that was open then, promises too.
    """
    debts_of = _by_person(stored)
    plan = Planned[Request, Request]()
    for ref, happened in events.items():
        _plan_requests_of(plan, ref, happened, debts_of.get(ref, ()), today)
    return plan


def _plan_requests_of(
    plan: Planned[Request, Request],
    ref: int,
    happened: Sequence[DatedEvent],
    stored: Sequence[Request],
    today: date,
) -> None:
    debts = [_Debt(request) for request in stored]
    touched: set[int] = set()
    delivered = False
    for event in happened:
        if event.is_ask:
            debt = _meant(debts, event.on)
            if debt is None and not delivered:
                debt = _Debt(Request(0, ref, DebtKind.REQUEST, event.on, note=event.text))
                debts.append(debt)
            touched |= {debt.request.id} if debt else set()
        else:
            delivered = True
            touched |= _deliver(debts, event.on)
    for debt in debts:
        request = debt.request
        if not request.id:
            plan.new.append(_closed_if_history(request, today))
        elif debt.is_settled_now:
            plan.updates.append(request)
        elif request.id in touched:
            plan.unchanged += 1


def _closed_if_history(request: Request, today: date) -> Request:
    """One of long ago that no one answered is closed: it is no work any more."""
    if request.delivered_on is None and today - request.asked_on >= HALF_A_YEAR:
        return request._replace(closed_on=request.asked_on)
    return request


def _meant(debts: Sequence[_Debt], day: date) -> _Debt | None:
    """The debt that a request of that day is about: of about that day, else one still open."""
    requests = [debt for debt in debts if debt.request.kind is DebtKind.REQUEST]
    for debt in requests:
        if abs((debt.request.asked_on - day).days) <= NEAR:
            return debt
    return next((debt for debt in requests if debt.is_open_on(day)), None)


def _deliver(debts: Sequence[_Debt], day: date) -> set[int]:
    """Settle what is still open; the ids of all debts that this delivery is about."""
    about = set()
    for debt in debts:
        if debt.request.asked_on <= day and not debt.request.is_settled:
            debt.request = debt.request._replace(delivered_on=day)
            debt.is_settled_now = True
        delivered = debt.request.delivered_on
        if delivered and abs((delivered - day).days) <= NEAR:
            about.add(debt.request.id)
    return about
