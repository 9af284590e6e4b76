"""What I owe: a text for a text, an answer to a request, a text I said yes to or promised."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from recco_tui.core.alerts.alert import Action, Alert, Urgency
from recco_tui.core.guards import swap_warning
from recco_tui.core.models import Contact, DebtKind, Request
from recco_tui.core.policy import HALF_A_YEAR, Policy
from recco_tui.core.reciprocity import deliver_by, open_requests, owed_since, say_received
from recco_tui.core.situation import Person
from recco_tui.core.when import say_day, say_days_ago
from recco_tui.core.working_days import add_working_days, weekend_of

if TYPE_CHECKING:
    from recco_tui.core.alerts.day import Day


class Matter(NamedTuple):
    """Something that I owe a person, before it is put into words; named as in `Alert`.

    `request` is what they asked for, or I promised; None where it is a text for theirs.
    """

    action: Action
    id: str
    urgency: int
    contact_id: int
    contact: str
    since: date
    due: date
    until: date | None = None
    request: Request | None = None
    old: bool = False
    pinned: bool = False

    @property
    def is_quiet(self) -> bool:
        """Of years ago: nothing more is lost by another day."""
        return self.old and self.urgency == Urgency.QUIET


def alerts(day: "Day") -> Iterator[Alert]:
    """Those of all people."""
    return (alert for person in day for alert in owing_alerts(person, day))


def owing_matters(person: Person, policy: Policy, today: date) -> Iterator[Matter]:
    """Requests and promises; a received text only without these, since one text settles both."""
    requests = open_requests(person.requests, person.given)
    for request in requests:
        yield _of_request(person.contact, request, policy, today)
    if not requests and (since := owed_since(person, today)):
        yield _of_text(person, since, policy, today)


def owing_alerts(person: Person, day: "Day") -> Iterator[Alert]:
    """What I owe them, in words."""
    for matter in owing_matters(person, day.policy, day.today):
        if matter.request is None:
            yield _received_alert(person, matter, day)
        else:
            yield _asked_alert(matter, matter.request, day.today)


def _of_text(person: Person, since: date, policy: Policy, today: date) -> Matter:
    contact = person.contact
    days = (today - since).days
    return Matter(
        Action.WRITE,
        Action.WRITE.alert_id(contact.id, f"r{person.received[-1].id}"),
        _debt_urgency(days, policy),
        contact.id,
        contact.name,
        since,
        due=since + timedelta(days=policy.debt_old_days),
        old=days >= policy.debt_old_days,
    )


def _debt_urgency(days: int, policy: Policy) -> int:
    if days >= policy.debt_quiet_days:
        return Urgency.QUIET
    return Urgency.OLD_DEBT if days >= policy.debt_old_days else Urgency.NEW_DEBT


def _of_request(contact: Contact, request: Request, policy: Policy, today: date) -> Matter:
    deliver = deliver_by(request, policy)
    answers = request.awaits_answer
    answer_by = add_working_days(request.asked_on, policy.answer_working_days, weekend_of(policy))
    due = min(answer_by, deliver) if answers else deliver
    action = Action.ANSWER if answers else Action.DELIVER
    is_history = today - due >= HALF_A_YEAR
    return Matter(
        action,
        action.alert_id(contact.id, f"q{request.id}"),
        Urgency.QUIET if is_history else _due_urgency(due, policy, today, answers=answers),
        contact.id,
        contact.name,
        min(request.asked_on, today),
        due,
        until=deliver if answers else None,
        request=request,
        old=is_history,
    )


def _received_alert(person: Person, matter: Matter, day: "Day") -> Alert:
    newest = person.received[-1]
    project = day.projects.get(newest.project_id or 0)
    swap = swap_warning(min(newest.on, day.today), day.today, day.policy)
    return _alert_of(
        matter,
        say_received(person, matter.since, day.today),
        "w",
        project=project.title if project else None,
        project_id=project.id if project else None,
        warnings=(swap,) if swap else (),
    )


def _asked_alert(matter: Matter, request: Request, today: date) -> Alert:
    why = _say_request(request, matter.since, matter.due, today)
    return _alert_of(
        matter, why, "n" if matter.action is Action.ANSWER else "w", request_id=request.id
    )


def _alert_of(
    matter: Matter,
    why: str,
    key: str,
    *,
    project: str | None = None,
    project_id: int | None = None,
    request_id: int | None = None,
    warnings: tuple[str, ...] = (),
) -> Alert:
    return Alert(
        matter.action,
        why,
        key,
        matter.id,
        matter.urgency,
        matter.contact_id,
        matter.contact,
        matter.since,
        matter.due,
        matter.until,
        project=project,
        project_id=project_id,
        request_id=request_id,
        old=matter.old,
        warnings=warnings,
    )


def _due_urgency(due: date, policy: Policy, today: date, *, answers: bool) -> int:
    if due < today:
        return Urgency.OVERDUE
    if due == today:
        return Urgency.DUE_TODAY
    if answers:
        return Urgency.UNANSWERED
    next_day = add_working_days(today, 1, weekend_of(policy))
    return Urgency.DUE_SOON if due <= next_day else Urgency.DUE_LATER


def _say_request(request: Request, asked: date, due: date, today: date) -> str:
    ago, by = say_days_ago(asked, today), say_day(due, today)
    if request.kind is DebtKind.PROMISE:
        what, verb = f"you promised a text {ago}", "deliver"
    elif request.answered_on is None:
        what, verb = f"asked you for a recommendation {ago}", "answer"
    else:
        what, verb = f"you said yes {say_days_ago(request.answered_on, today)}", "deliver"
    if due < today:
        return f"{what}: it was due {by}" if verb == "deliver" else f"{what}: answer was due {by}"
    return f"{what}: {verb} by {by}" if due > today else f"{what}: {verb} today"
