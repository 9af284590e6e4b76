"""The list of those whom I owe a text, in the order of Today."""

from datetime import date, timedelta
from typing import NamedTuple

from recco_tui.core.alerts.owing import owing_matters
from recco_tui.core.alerts.ranking import rank, with_leader
from recco_tui.core.models import Status
from recco_tui.core.reciprocity import (
    balance_of,
    open_requests,
    owed_since,
    owes_text,
    say_debt,
    say_received,
    unpaid,
)
from recco_tui.core.situation import Person, Situation


class Debt(NamedTuple):
    """Someone whom I still owe a text; one line a person.

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
    return tuple(
        _debt_of(situation.people[contact_id], situation, is_quiet=is_quiet)
        for contact_id, is_quiet in _in_order(situation)
    )


def count_debts(situation: Situation) -> int:
    """How many people are in that list."""
    return sum(map(owes_text, situation.people.values()))


def debt_places(situation: Situation) -> dict[int, tuple[int, bool]]:
    """Where each contact stands in that list, and whether it is of years ago, by their id."""
    ordered = _in_order(situation)
    return {id_: (place, is_quiet) for place, (id_, is_quiet) in enumerate(ordered)}


def _in_order(situation: Situation) -> list[tuple[int, bool]]:
    """The contacts, by what is most urgent with each, and whether that is of years ago."""
    policy, today = situation.policy, situation.today
    owing = [
        matter
        for person in situation.people.values()
        for matter in owing_matters(person, policy, today)
    ]
    found: dict[int, bool] = {}
    for matter in sorted(with_leader(owing), key=lambda matter: (matter.is_quiet, rank(matter))):
        found.setdefault(matter.contact_id, matter.is_quiet)
    return list(found.items())


def _debt_of(person: Person, situation: Situation, *, is_quiet: bool) -> Debt:
    policy, today = situation.policy, situation.today
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
