"""Moments of the past as people write them: a day, and perhaps a time of day."""

import re
from datetime import date, datetime, time, timedelta

from recco_tui.core.cleaning import capitalized, shortened
from recco_tui.core.errors import UsageError
from recco_tui.core.when import Tense, read_date, say_date

_EXAMPLES = 'try "yesterday 18:00", "last friday 5pm", "2 hours ago" or "2026-11-20 09:30"'
_TIME = re.compile(
    r"(?:^|(?<=[\s,t]))(?:at\s+)?"
    r"(?:(?P<hour>[0-9]{1,2})(?::(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?)?"
    r"\s*(?P<half>am|pm|a\.m\.|p\.m\.)?|(?P<word>noon|midday|midnight))$"
)
_AGO = re.compile(r"(?P<count>[0-9]{1,6}|an?)\s*(?P<unit>h|hours?|hrs?|m|min|mins|minutes?)\s+ago")
_LAST = time(23, 59, 59)


def read_past(text: str, now: datetime) -> datetime:
    """The moment that is meant, up to `now`, in the time zone of `now`, which is aware.

    A day without a time is its end, today without one is `now`, a time without a day is today's.
    Raises `UsageError` for what is no moment, or not past yet.
    """
    words = " ".join(text.casefold().replace(",", " ").split())
    if not words:
        raise UsageError(f"No time given: {_EXAMPLES}.")
    meant = _ago(words, now) or _on_a_day(words, now)
    if meant is None:
        raise UsageError(f"'{shortened(text)}' is not a time: {_EXAMPLES}.")
    if meant > now:
        raise UsageError(f"{capitalized(say_time(meant, now))} is in the future: {_EXAMPLES}.")
    return meant


def read_coming(text: str, today: date) -> tuple[date, time | None]:
    """A day from today on and perhaps a time of it: `thu 18:00`, `friday`, `tomorrow noon`.

    Raises `UsageError` for what is none, or past.
    """
    words = " ".join(text.casefold().replace(",", " ").split())
    for filler in ("by ", "before "):
        words = words.removeprefix(filler)
    words, at = _without_time(words)
    day = read_date(words, today, Tense.FUTURE) if words or at is None else today
    if day < today:
        raise UsageError(f"{say_date(day, today)} is in the past. Choose today or later.")
    return day, at


def say_time(moment: datetime, now: datetime) -> str:
    """The moment that was understood: `Sun 29 Nov, 18:00`; the year when it is not this one's."""
    return f"{say_date(moment.date(), now.date())}, {moment:%H:%M}"


def _ago(words: str, now: datetime) -> datetime | None:
    """`2 hours ago`, `10 min ago`, `an hour ago`, `now`."""
    if words in ("now", "just now"):
        return now
    if not (ago := _AGO.fullmatch(words)):
        return None
    count = 1 if ago["count"].startswith("a") else int(ago["count"])
    try:
        hours = ago["unit"].startswith("h")
        return now - (timedelta(hours=count) if hours else timedelta(minutes=count))
    except OverflowError:
        return None


def _on_a_day(words: str, now: datetime) -> datetime | None:
    day_words, at = _without_time(words)
    try:
        day = read_date(day_words, now.date()) if day_words else now.date()
    except UsageError:
        if any(sign in day_words for sign in "-/."):
            raise  # it says which days are meant
        return None
    if at is None and day == now.date():
        return now
    return datetime.combine(day, at or _LAST, now.tzinfo)


def _without_time(words: str) -> tuple[str, time | None]:
    """The words of the day alone, and the time after them; a bare number belongs to the day."""
    found = _TIME.search(words)
    if found and (found["half"] or found["minute"] or found["word"]):
        return words[: found.start()].removesuffix("t").strip(), _time_of(found)
    return words, None


def _time_of(found: re.Match[str]) -> time:
    if word := found["word"]:
        return time(0) if word == "midnight" else time(12)
    hour, minute, second = (int(found[part] or 0) for part in ("hour", "minute", "second"))
    if half := found["half"]:
        if not 1 <= hour <= 12:
            raise UsageError(f"'{found[0].strip()}' is not a time. Write 18:00 or 6pm.")
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    try:
        return time(hour, minute, second)
    except ValueError:
        raise UsageError(f"'{found[0].strip()}' is not a time. Write 18:00 or 6pm.") from None
