"""The list of those whom I owe a text, in the order of Today."""

from datetime import date, timedelta
from typing import NamedTuple

from recco_tui.core.agenda import rank, with_leader
from recco_tui.core.alerts.day import Day, day_of
from recco_tui.core.alerts.owing import owing_alerts
from recco_tui.core.models import Status
from recco_tui.core.reciprocity import (
    balance_of,
    open_requests,
    owed_since,
    say_debt,
    say_received,
    unpaid,
)
from recco_tui.core.situation import Person, Situation


class Debt(NamedTuple):
    """Somebody whom I still owe a text; one line a person.

    `kind` is `request` or `promise` when one is open (its text settles a received one too), else
    `received`. `since` is the day of the oldest unpaid one. `old` from the policy's day on, `quiet`
    when it is of years ago. `hidden` counts the unpaid texts that my profile does not show.
    """

    contact: str
    contact_id: int
    owe: int
    since: date
    why: str
    kind: str
    old: bool
    quiet: bool = False
    hidden: int = 0


def debts(situation: Situation) -> tuple[Debt, ...]:
    """Whom I still owe, one line a person, in the order of Today.

    People who wait for a word or past their day lead; those of years ago come last.
    """
    day = day_of(situation)
    owing = [alert for person in day for alert in owing_alerts(person, day)]
    found: dict[int, Debt] = {}
    for alert in sorted(with_leader(owing), key=lambda alert: (alert.is_quiet, rank(alert))):
        id_ = alert.contact_id
        if id_ is not None and id_ not in found:
            found[id_] = _debt_of(day.people[id_], day, is_quiet=alert.is_quiet)
    return tuple(found.values())


def _debt_of(person: Person, day: Day, *, is_quiet: bool) -> Debt:
    policy, today = day.policy, day.today
    since = owed_since(person, today)
    requests = open_requests(person.requests, person.given)
    reasons = [say_debt(request, policy, today) for request in requests]
    if since is not None:
        reasons.append(say_received(person, since, today))
    days = [min(request.asked_on, today) for request in requests] + ([since] if since else [])
    return Debt(
        contact=person.contact.name,
        contact_id=person.contact.id,
        owe=max(balance_of(person).owe, len(requests)),
        since=min(days),
        why="; ".join(reasons),
        kind=requests[0].kind.value if requests else "received",
        old=today - min(days) >= timedelta(days=policy.debt_old_days),
        quiet=is_quiet,
        hidden=sum(text.status is Status.HIDDEN for text in unpaid(person)),
    )
