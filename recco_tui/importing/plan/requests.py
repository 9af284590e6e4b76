"""Their requests to me: those seen in the messages against those noted, and what I delivered."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from recco_tui.core.import_plan import NewRequest, RequestUpdate, Tally
from recco_tui.core.models import DebtKind, Request
from recco_tui.importing.plan.events import NEAR, Event


@dataclass(slots=True)
class _Debt:
    """A debt while it is planned. Id 0 of its request: a new one."""

    request: Request
    is_settled_now: bool = False

    def is_open_on(self, day: date) -> bool:
        """True up to the day that ended it: a reminder of that day may have come before the end."""
        ends = [on for on in (self.request.delivered_on, self.request.declined_on) if on]
        return self.request.asked_on <= day and all(on >= day for on in ends)


@dataclass(slots=True)
class RequestPlan:
    """New requests, deliveries of stored debts, and the counts."""

    new: list[NewRequest] = field(default_factory=list)
    updates: list[RequestUpdate] = field(default_factory=list)
    unchanged: int = 0

    @property
    def tally(self) -> Tally:
        return Tally(len(self.new), len(self.updates), self.unchanged)


def plan_requests(
    events: Mapping[int, list[Event]], stored: Iterable[tuple[int, Request]]
) -> RequestPlan:
    """Plan the requests of everybody with events, as `plan_asks` does for mine.

    A second request before I deliver is a reminder, one after that asks for a revision. What I
    deliver settles every debt to that person that was open then, promises too.
    """
    debts_of: dict[int, list[Request]] = {}
    for ref, request in stored:
        debts_of.setdefault(ref, []).append(request)
    plan = RequestPlan()
    for ref, happened in events.items():
        _plan_person(plan, ref, happened, debts_of.get(ref, ()))
    return plan


def _plan_person(
    plan: RequestPlan, ref: int, happened: Sequence[Event], stored: Sequence[Request]
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
            plan.new.append(NewRequest(ref, request.asked_on, request.delivered_on, request.note))
        elif debt.is_settled_now and request.delivered_on:
            plan.updates.append(RequestUpdate(request.id, request.delivered_on))
        elif request.id in touched:
            plan.unchanged += 1


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
