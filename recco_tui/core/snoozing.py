"""Putting a line of Today off: until which day, what that means, and what is put off now."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from recco_tui.core.alerts.alert import Action, Alert
from recco_tui.core.errors import UsageError
from recco_tui.core.models import Contact, Snooze
from recco_tui.core.when import Tense, read_date, say_date


class PutOff(NamedTuple):
    """A line that is snoozed: what it wants done, with whom (None: a hint), and until when."""

    action: str
    contact: str | None
    contact_id: int | None
    until: date
    on: date
    alert: str


def read_until(text: str, today: date) -> date:
    """The first day on which it is to stand there again: a weekday is the next one, never today."""
    found = read_date(text, today, Tense.FUTURE)
    if found > today:
        return found
    tomorrow = today + timedelta(days=1)
    later = read_date(text, tomorrow, Tense.FUTURE)
    if found == today and later == today + timedelta(days=7):
        return later
    raise UsageError(f"{say_date(found, today)} is not in the future. Choose tomorrow or later.")


def after_due(alert: Alert, until: date, today: date) -> str:
    """What to know of a day past the one by which it should be done; '' when it is in time."""
    if alert.due is None or alert.due < today or until <= alert.due:
        return ""
    return f"that is after it is due, on {say_date(alert.due, today)}"


def put_off_now(
    snoozes: Iterable[Snooze], contacts: Mapping[int, Contact], today: date
) -> tuple[PutOff, ...]:
    """What is snoozed on that day, what comes back first before the rest."""
    found = [
        _put_off(snooze, snooze.until, contacts)
        for snooze in snoozes
        if snooze.until is not None and snooze.until > today
    ]
    return tuple(
        sorted(found, key=lambda snoozed: (snoozed.until, snoozed.contact or "", snoozed.alert))
    )


def _put_off(snooze: Snooze, until: date, contacts: Mapping[int, Contact]) -> PutOff:
    action, _, about = snooze.alert.partition(":")
    digits = about.partition(":")[0]
    names_someone = (
        digits.isascii()
        and digits.isdigit()
        and action
        not in (
            Action.MISSING_KIND,
            Action.STOREFRONT,
            Action.GOAL,
        )
    )
    person = contacts.get(int(digits)) if names_someone else None
    return PutOff(
        action,
        person.name if person else None,
        person.id if person else None,
        until,
        snooze.on,
        snooze.alert,
    )
