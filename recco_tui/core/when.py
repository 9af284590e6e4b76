"""Dates as people write them and as people say them.

`read_date` understands a small grammar; what it understood is always echoed, and what can mean two
days is refused with both. Days and months are English words, `20.11.2026` is day first.
"""

import re
from datetime import date, timedelta

from recco_tui.core.cleaning import shortened as _shown
from recco_tui.core.errors import UsageError

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_NEAR = {
    "today": 0,
    "now": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "day before yesterday": -2,
    "day after tomorrow": 2,
}
_NUMBERS = (
    *("zero", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_UNITS = {
    **dict.fromkeys(("d", "day", "days"), "days"),
    **dict.fromkeys(("w", "wk", "week", "weeks"), "weeks"),
    **dict.fromkeys(("mo", "month", "months"), "months"),
    **dict.fromkeys(("y", "yr", "year", "years"), "years"),
}
YEARS = range(1900, 2200)
"""The years that a person or an export may speak of; another one is a slip."""
_FILLERS = ("the", "of", "on", "at")
_EXAMPLES = "write yesterday, last friday, 3 days ago, 20 nov or 2026-11-20"


def read_date(text: str, today: date, *, ahead: bool = False) -> date:
    """The day that is meant; `UsageError` says what would do.

    A bare weekday is the latest one up to today, "last friday" lies before today and "next friday"
    is the first after it; a day without a year is the latest one up to a month ahead. With `ahead`
    (a date to come is asked for) both are the first from today on.
    """
    words = [word for word in text.casefold().replace(",", " ").split() if word not in _FILLERS]
    if not words:
        raise UsageError(f"No date is given: {_EXAMPLES}.")
    try:
        found = _near(words, today) or _distance(words, today) or _weekday(words, today, ahead)
        found = found or _dated(words, today, ahead)
        if found and found.year not in YEARS:
            raise ValueError(found)
    except (ValueError, OverflowError):
        raise UsageError(f"There is no such day as '{_shown(text)}': {_EXAMPLES}.") from None
    if found is None:
        raise UsageError(f"'{_shown(text)}' is no date that recco can read: {_EXAMPLES}.")
    return found


def _near(words: list[str], today: date) -> date | None:
    days = _NEAR.get(" ".join(words))
    return None if days is None else today + timedelta(days=days)


def _distance(words: list[str], today: date) -> date | None:
    """`3 days ago`, `3d ago`, `in two weeks`, `a month from now`, `last week`."""
    if len(words) == 2 and words[0] in ("last", "next") and words[1] in ("week", "month", "year"):
        return _moved(today, -1 if words[0] == "last" else 1, words[1] + "s")
    if words[-1] == "ago":
        sign, words = -1, words[:-1]
    elif words[0] == "in":
        sign, words = 1, words[1:]
    elif words[-2:] == ["from", "now"]:
        sign, words = 1, words[:-2]
    else:
        return None
    if len(words) == 1 and (short := re.fullmatch(r"([0-9]+)([a-z]+)", words[0])):
        words = list(short.groups())
    if len(words) != 2 or words[1] not in _UNITS:
        return None
    count = _number(words[0])
    return None if count is None else _moved(today, sign * count, _UNITS[words[1]])


def _number(word: str) -> int | None:
    if word in ("a", "an"):
        return 1
    if word in _NUMBERS:
        return _NUMBERS.index(word)
    return int(word) if re.fullmatch(r"[0-9]{1,6}", word) else None


def _moved(day: date, count: int, unit: str) -> date:
    if unit in ("days", "weeks"):
        return day + timedelta(days=count * (7 if unit == "weeks" else 1))
    months = count * (12 if unit == "years" else 1) + day.year * 12 + day.month - 1
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, _days_in(year, month + 1)))


def _days_in(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _index(word: str, names: tuple[str, ...], least: int = 3) -> int | None:
    """Which name begins with this word, of which at least three letters are given."""
    word = word.rstrip(".")
    word = word[:4] if word in ("sept", "tues", "thur", "thurs", "weds") else word
    word = {"weds": "wed"}.get(word, word)
    found = [i for i, name in enumerate(names) if len(word) >= least and name.startswith(word)]
    return found[0] if found else None


def _weekday(words: list[str], today: date, ahead: bool) -> date | None:
    which = words[0] if len(words) == 2 else ""
    if len(words) > 2 or which not in ("", "last", "past", "this", "next", "coming"):
        return None
    wanted = _index(words[-1], _DAYS)
    if wanted is None:
        return None
    back = (today.weekday() - wanted) % 7
    if which in ("last", "past"):
        return today - timedelta(days=back or 7)
    if which == "this":
        return today + timedelta(days=wanted - today.weekday())
    if which in ("next", "coming") or (ahead and back):
        return today + timedelta(days=7 - back)
    return today - timedelta(days=back)


def _dated(words: list[str], today: date, ahead: bool) -> date | None:
    """A calendar day in figures or with the month's name, a weekday in front of it checked."""
    named = _index(words[0], _DAYS) if len(words) > 1 else None
    rest = words[1:] if named is not None else words
    found = _in_figures(rest[0], today, ahead) if len(rest) == 1 else None
    found = found or _with_month(rest, today, ahead)
    if found and named is not None and found.weekday() != named:
        right = _DAYS[found.weekday()].capitalize()
        raise UsageError(f"{found.isoformat()} is a {right}, not a {_DAYS[named].capitalize()}.")
    return found


def _in_figures(word: str, today: date, ahead: bool) -> date | None:
    if iso := re.fullmatch(r"([0-9]{4})([-/.]?)([0-9]{1,2})\2([0-9]{1,2})", word):
        if iso[2] == "" and len(word) != 8:
            return None
        return date(int(iso[1]), int(iso[3]), int(iso[4]))
    if dotted := re.fullmatch(r"([0-9]{1,2})\.([0-9]{1,2})\.?([0-9]{4}|[0-9]{2})?", word):
        return _day_of(int(dotted[1]), int(dotted[2]), dotted[3], today, ahead)
    slashed = re.fullmatch(r"([0-9]{1,2})([/-])([0-9]{1,2})(?:\2([0-9]{4}|[0-9]{2}))?", word)
    if not slashed:
        return None
    first, second = int(slashed[1]), int(slashed[3])
    if first <= 12 and second <= 12 and first != second:
        one, other = _say_month(first, second), _say_month(second, first)
        raise UsageError(f"'{word}' can be {one} or {other}: write it as 2026-11-20 or 20 nov.")
    day, month = (first, second) if second <= 12 else (second, first)
    return _day_of(day, month, slashed[4], today, ahead)


def _say_month(day: int, month: int) -> str:
    return f"{day} {_MONTHS[month - 1].capitalize()}"


def _with_month(words: list[str], today: date, ahead: bool) -> date | None:
    """`20 nov`, `nov 20 2025`, `20th november 2025`."""
    if len(words) not in (2, 3):
        return None
    first, second = words[:2]
    month = _index(second, _MONTHS)
    day_word = first
    if month is None:
        month, day_word = _index(first, _MONTHS), second
    day = re.fullmatch(r"([0-9]{1,2})(?:st|nd|rd|th|\.)?", day_word)
    if month is None or not day or (words[2:] and not re.fullmatch("[0-9]{4}", words[2])):
        return None
    return _day_of(int(day[1]), month + 1, words[2] if words[2:] else None, today, ahead)


def _day_of(day: int, month: int, year: str | None, today: date, ahead: bool) -> date:
    """The day; without a year the latest up to a month ahead, or the first from today on."""
    if year:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    years = range(max(1, today.year - 8), min(9999, today.year + 8) + 1)
    if not 1 <= month <= 12:
        raise ValueError(month)
    days = [date(one, month, day) for one in years if day <= _days_in(one, month)]
    if ahead:
        return min(one for one in days if one >= today)
    return max(one for one in days if one <= today + timedelta(days=31))


def say_day(day: date, today: date) -> str:
    """Where a day lies, as short as it is clear: today, Wed (within a week), 2 Dec, 2 Dec 2027."""
    days = (day - today).days
    if days in (-1, 0, 1):
        return ("yesterday", "today", "tomorrow")[days + 1]
    if 1 < days < 7:
        return _DAYS[day.weekday()][:3].capitalize()
    text = f"{day.day} {_MONTHS[day.month - 1][:3].capitalize()}"
    return text if day.year == today.year else f"{text} {day.year}"


def say_date(day: date, today: date) -> str:
    """The date that was understood: `Fri 20 Nov`, and with the year when it is not this one."""
    text = f"{_DAYS[day.weekday()][:3].capitalize()} {day.day} "
    text += _MONTHS[day.month - 1][:3].capitalize()
    return text if day.year == today.year else f"{text} {day.year}"


def say_age(since: date, today: date) -> str:
    """How long ago, short: `52 d`, from three months on `3 mo`, `2 y`; a day to come is `0 d`."""
    count, unit = _span(since, today)
    return f"{count} {'d' if unit == 'day' else 'mo' if unit == 'month' else 'y'}"


def say_days_ago(day: date, today: date) -> str:
    """`today`, `yesterday`, `2 days ago`, `3 months ago`, `2 years ago`; a day to come is today.

    What happened cannot lie ahead: a clock that was set back must not make ages negative.
    """
    days = (today - day).days
    if days <= 1:
        return "yesterday" if days == 1 else "today"
    return f"{count_of(*_span(day, today))} ago"


def _span(since: date, today: date) -> tuple[int, str]:
    days = max(0, (today - since).days)
    months = (today.year - since.year) * 12 + today.month - since.month
    months -= today.day < since.day
    if months < 3:
        return days, "day"
    return (months, "month") if months < 24 else (months // 12, "year")


def count_of(count: int, word: str) -> str:
    """`1 day`, `2 days`."""
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
