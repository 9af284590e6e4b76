"""Working days: weekends are left out, or nothing is; public holidays are not known to recco."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from recco_tui.core.policy import Policy

WEEKEND = (5, 6)
"""Saturday and Sunday, as `date.weekday()` numbers them."""


def is_working_day(day: date, weekend: tuple[int, ...] = WEEKEND) -> bool:
    """Whether work is done on this day of the week."""
    return day.weekday() not in weekend


def add_working_days(start: date, count: int, weekend: tuple[int, ...] = WEEKEND) -> date:
    """The day on which `count` working days after `start` have passed; `start` is not counted.

    With 0 it is `start` itself, or the first working day after it. A weekend of all seven days
    would never end, so it is treated as none.
    """
    if len(set(weekend)) >= 7 or not weekend:
        return start + timedelta(days=count)
    weeks, rest = divmod(count, 7 - len(set(weekend)))
    day = start
    while not is_working_day(day, weekend):
        day += timedelta(days=1 if count == 0 else -1)
    day += timedelta(weeks=weeks)
    while rest:
        day += timedelta(days=1)
        rest -= is_working_day(day, weekend)
    return day


def subtract_working_days(start: date, count: int, weekend: tuple[int, ...] = WEEKEND) -> date:
    """The working day `count` (1 or more) before `start`, which is not counted."""
    if len(set(weekend)) >= 7 or not weekend:
        return start - timedelta(days=count)
    weeks, rest = divmod(count - 1, 7 - len(set(weekend)))
    day = start - timedelta(weeks=weeks)
    for _ in range(rest + 1):
        day -= timedelta(days=1)
        while not is_working_day(day, weekend):
            day -= timedelta(days=1)
    return day


def working_days_between(start: date, end: date, weekend: tuple[int, ...] = WEEKEND) -> int:
    """How many working days lie after `start` up to and with `end`; 0 when `end` is not after."""
    days = (end - start).days
    if days <= 0:
        return 0
    weeks, rest = divmod(days, 7)
    tail = sum(is_working_day(end - timedelta(days=back), weekend) for back in range(rest))
    return weeks * (7 - len(set(weekend))) + tail


def weekend_of(policy: "Policy") -> tuple[int, ...]:
    """The weekend that the settings name: Saturday and Sunday, or none."""
    return WEEKEND if policy.skip_weekends else ()
