"""The list of those whom I owe a text, in the order of Today."""

from datetime import date, timedelta
from typing import NamedTuple

from recco_tui.core.agenda import rank
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

_Order = tuple[bool, bool, object]


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
    """Whom I still owe, one line a person.

    People who wait for what they asked, or were promised, lead. Texts received follow, those of
    years ago last. Within each the order is that of Today.
    """
    day = day_of(situation)
    found = [placed for person in day if (placed := _placed(person, day))]
    return tuple(debt for _, debt in sorted(found, key=lambda one: one[0]))


def _placed(person: Person, day: Day) -> tuple[_Order, Debt] | None:
    alerts = list(owing_alerts(person, day))
    if not alerts:
        return None
    first = min(alerts, key=rank)
    debt = _debt_of(person, day, is_quiet=first.is_quiet)
    return (first.is_quiet, debt.kind == "received", rank(first)), debt


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
