"""Working days: weekends are left out, or nothing is; public holidays are not known to recco."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from recco_tui.core.policy import Policy

WEEKEND = (5, 6)
"""Saturday and Sunday, as `date.weekday()` numbers them."""


def add_working_days(start: date, count: int, weekend: tuple[int, ...] = WEEKEND) -> date:
    """The day on which `count` working days after `start` have passed; `start` is not counted.

    Below 0 it is the working day so many before. With 0 it is `start` itself, or the first working
    day after it. A weekend of all seven days would never end, so it is treated as none.
    """
    working = 7 - len(set(weekend))
    if working in (0, 7):
        return start + timedelta(days=count)
    step = timedelta(days=-1 if count < 0 else 1)
    weeks, rest = divmod(abs(count), working)
    day = start
    while day.weekday() in weekend:
        day += -step if count else step
    day += 7 * weeks * step
    while rest:
        day += step
        rest -= day.weekday() not in weekend
    return day


def weekend_of(policy: "Policy") -> tuple[int, ...]:
    """The weekend that the settings name: Saturday and Sunday, or none."""
    return WEEKEND if policy.skip_weekends else ()
