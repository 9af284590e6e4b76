"""What I owe: a text for a text, an answer to a request, a text I said yes to or promised."""

from collections.abc import Iterator
from datetime import date, timedelta

from recco_tui.core.alerts.alert import Action, Alert, Urgency
from recco_tui.core.alerts.day import Day
from recco_tui.core.guards import swap_warning
from recco_tui.core.models import DebtKind, Request
from recco_tui.core.policy import HALF_A_YEAR
from recco_tui.core.reciprocity import deliver_by, open_requests, owed_since, say_received
from recco_tui.core.situation import Person
from recco_tui.core.when import say_day, say_days_ago
from recco_tui.core.working_days import add_working_days, weekend_of


def alerts(day: Day) -> Iterator[Alert]:
    """Those of all people."""
    return (alert for person in day for alert in owing_alerts(person, day))


def owing_alerts(person: Person, day: Day) -> Iterator[Alert]:
    """Requests and promises; a received text only without these, since one text settles both."""
    requests = open_requests(person.requests, person.given)
    for request in requests:
        yield _request_alert(person, request, day)
    if not requests and (since := owed_since(person, day.today)):
        yield _write_alert(person, since, day)


def _write_alert(person: Person, since: date, day: Day) -> Alert:
    contact, policy, today = person.contact, day.policy, day.today
    days = (today - since).days
    newest = person.received[-1]
    project = day.projects.get(newest.project_id or 0)
    swap = swap_warning(min(newest.on, today), today, policy)
    return Alert(
        action=Action.WRITE,
        why=say_received(person, since, today),
        key="w",
        id=Action.WRITE.alert_id(contact.id, f"r{newest.id}"),
        urgency=_debt_urgency(days, day),
        contact_id=contact.id,
        contact=contact.name,
        since=since,
        due=since + timedelta(days=policy.debt_old_days),
        project=project.title if project else None,
        project_id=project.id if project else None,
        old=days >= policy.debt_old_days,
        warnings=(swap,) if swap else (),
    )


def _debt_urgency(days: int, day: Day) -> int:
    if days >= day.policy.debt_quiet_days:
        return Urgency.QUIET
    return Urgency.OLD_DEBT if days >= day.policy.debt_old_days else Urgency.NEW_DEBT


def _request_alert(person: Person, request: Request, day: Day) -> Alert:
    contact, policy, today = person.contact, day.policy, day.today
    weekend = weekend_of(policy)
    asked = min(request.asked_on, today)
    deliver = deliver_by(request, policy)
    answers = request.awaits_answer
    answer_by = add_working_days(request.asked_on, policy.answer_working_days, weekend)
    due = min(answer_by, deliver) if answers else deliver
    action = Action.ANSWER if answers else Action.DELIVER
    is_history = today - due >= HALF_A_YEAR
    return Alert(
        action=action,
        why=_say_request(request, asked, due, today),
        key="n" if answers else "w",
        id=action.alert_id(contact.id, f"q{request.id}"),
        urgency=Urgency.QUIET if is_history else _due_urgency(due, day, answers=answers),
        contact_id=contact.id,
        contact=contact.name,
        since=asked,
        due=due,
        until=deliver if answers else None,
        request_id=request.id,
        old=is_history,
    )


def _due_urgency(due: date, day: Day, *, answers: bool) -> int:
    if due < day.today:
        return Urgency.OVERDUE
    if due == day.today:
        return Urgency.DUE_TODAY
    if answers:
        return Urgency.UNANSWERED
    next_day = add_working_days(day.today, 1, weekend_of(day.policy))
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
