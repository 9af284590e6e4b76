"""Days and times as SQLite keeps them, read whoever wrote them: nothing here ever raises.

A file may hold what an older recco or a hand wrote; `recco doctor` names it, and reading makes of
it what can honestly be made: the day in a longer text, else none, else one that no rule takes for
news.
"""

from datetime import UTC, date, datetime, time
from functools import lru_cache

from recco_tui.core.when import YEARS

STORED_YEARS = range(YEARS[0] - 100, YEARS[-1] + 101)
"""Days in the file: what a rule adds to one of `YEARS`, or a time zone, stays among them."""
UNKNOWN_DAY = date(YEARS[0], 1, 1)
"""Stands for a day that must be there and cannot be read."""
UNKNOWN_TIME = datetime.combine(UNKNOWN_DAY, time(), UTC)


def stamp(now: datetime) -> str:
    """UTC ISO-8601, to the second."""
    return now.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


@lru_cache(4096)
def day(text: str | None) -> date | None:
    """A local date; None when the column is empty or cannot be read."""
    if not text:
        return None
    try:
        found = date.fromisoformat(text)
    except (ValueError, TypeError):
        found = _beginning(text)
    return found if found.year in STORED_YEARS else None


def _beginning(text: object) -> date:
    """The day that a longer text, such as a time, begins with."""
    try:
        return date.fromisoformat(str(text)[:10])
    except ValueError:
        return date.min


def known_day(text: str) -> date:
    """A local date that must be there."""
    return day(text) or UNKNOWN_DAY


@lru_cache(4096)
def day_since(text: str | None) -> date | None:
    """The day since which something holds (archived, delivered …): that it does is known as soon
    as anything is written there."""
    return None if text is None else known_day(text)


def moment_in_time(text: str | None) -> datetime | None:
    """An aware UTC time; None when the column is empty or cannot be read."""
    if not text:
        return None
    try:
        found = datetime.fromisoformat(text)
    except (ValueError, TypeError):
        return None
    if found.year not in STORED_YEARS:
        return None
    return found.replace(tzinfo=found.tzinfo or UTC)


def known_time(text: str) -> datetime:
    """An aware UTC time that must be there."""
    return moment_in_time(text) or UNKNOWN_TIME


def time_since(text: str | None) -> datetime | None:
    """As `day_since`, a time."""
    return None if text is None else known_time(text)
