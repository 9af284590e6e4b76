"""Dates as people write them and as people say them.

`read_date` understands a small grammar; what it understood is always echoed, and what can mean two
days is refused with both. Days and months are English words, `20.11.2026` is day first.

What recco shows its user, on screens and in commands, is written in one style, which a setting
chooses. Texts that are sent to others are in American English: `spell_date`.
"""

import re
from datetime import date, timedelta
from enum import Enum
from typing import NamedTuple

from recco_tui.core.cleaning import shortened
from recco_tui.core.errors import UsageError
from recco_tui.core.labeled import LabeledEnum
from recco_tui.core.working_days import add_working_days

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
MONTHS = tuple(name[:3].capitalize() for name in _MONTHS)
_NEAR = {
    "today": 0,
    "now": 0,
    "tonight": 0,
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
    **dict.fromkeys(("w", "wk", "wks", "week", "weeks"), "weeks"),
    **dict.fromkeys(("fortnight", "fortnights"), "fortnights"),
    **dict.fromkeys(("mo", "month", "months"), "months"),
    **dict.fromkeys(("y", "yr", "yrs", "year", "years"), "years"),
    **dict.fromkeys(("workday", "workdays", "weekday", "weekdays"), "working days"),
}
YEARS = range(1900, 2200)
"""The years that a person or an export may speak of; another one is a slip."""
_FILLERS = ("the", "of", "on", "at")
_UP_TO = ("by", "until", "till", "til")
"""Words in front of a day on which something is due. The day itself is meant."""
_ENDS = {"eow": ["end", "week"], "eom": ["end", "month"], "eoy": ["end", "year"]}


class Tense(Enum):
    """Where the day lies that is asked for."""

    PAST = "past"
    """Something happened then. A day to come is read: the verb that is given it says no."""
    FUTURE = "future"
    """Something is due then. A day that is plainly past is read, for what is noted late."""
    EITHER = "either"
    """A project's end may be known before it comes."""


def read_date(text: str, today: date, tense: Tense = Tense.EITHER) -> date:
    """The day that is meant; `UsageError` says what would do.

    What names no year, week or direction lies where the tense says: "friday", "20 nov", "4th",
    "3d" and "end of month" are the latest one up to today, or the first one from today on. For
    `EITHER` a weekday is the latest, a day without a year the latest up to a month ahead, and what
    could be both is refused with both.
    """
    reader = _DateReader(today, tense)
    words = reader.words(text)
    if not words:
        raise UsageError(f"No date given: {reader.examples()}.")
    try:
        found = reader.read(words)
        if found and found.year not in YEARS:
            raise ValueError(found)
    except (ValueError, OverflowError):
        raise UsageError(f"There is no day '{shortened(text)}': {reader.examples()}.") from None
    if found is None:
        raise UsageError(f"'{shortened(text)}' is not a date: {reader.examples()}.")
    return found


class _DateReader(NamedTuple):
    """The grammar, seen from one day. Each rule answers None for what it does not know."""

    today: date
    tense: Tense

    def words(self, text: str) -> list[str]:
        words = text.casefold().replace(",", " ").split()
        words = [word for word in words if word not in _FILLERS]
        if self.tense is not Tense.PAST and words[:1] and words[0] in _UP_TO:
            words = words[1:]
        joined = re.sub(r"\b(working|business|work|week) (days?)\b", r"work\2", " ".join(words))
        words = joined.split()
        return _ENDS.get(words[0], words) if len(words) == 1 else words

    def examples(self) -> str:
        """Days as they can be written, which fit what is asked for."""
        day = _example(self.today, self.tense)
        words = "Friday, in 2 weeks, end of month"
        if self.tense is not Tense.FUTURE:
            words = "yesterday, last Friday, 3 days ago"
        named = "" if _style is DateStyle.ISO else f", {short_date(day, day)}"
        return f"try {words}{named} or {day.isoformat()}"

    def read(self, words: list[str]) -> date | None:
        for rule in (self._near, self._distance, self._weekday, self._later, self._end_of):
            found = rule(words)
            if found is not None:
                return found
        return self._dated(words)

    def _near(self, words: list[str]) -> date | None:
        days = _NEAR.get(" ".join(words))
        return None if days is None else self.today + timedelta(days=days)

    def _distance(self, words: list[str]) -> date | None:
        """`3 days ago`, `in two weeks`, `a month from now`, `last week`; `3d` where it is clear."""
        if len(words) == 2 and words[0] in ("last", "next"):
            unit = words[1] + "s"
            sign = -1 if words[0] == "last" else 1
            return self._moved(sign, unit) if unit in ("weeks", "months", "years") else None
        if words[-1] == "ago":
            return self._moved_by(words[:-1], -1)
        if words[0] == "in":
            return self._moved_by(words[1:], 1)
        if words[-2:] == ["from", "now"]:
            return self._moved_by(words[:-2], 1)
        if self.tense is not Tense.EITHER:
            return self._moved_by(words, 1 if self.tense is Tense.FUTURE else -1)
        before, after = self._moved_by(words, -1), self._moved_by(words, 1)
        if before is not None and after is not None and before != after:
            said = " ".join(words)
            raise UsageError(
                f"'{said}' can be {say_date(before, self.today)} or {say_date(after, self.today)}:"
                f" write {said} ago or in {said}."
            )
        return before

    def _moved_by(self, words: list[str], sign: int) -> date | None:
        """From today by `two weeks`, `3d`, `a couple of weeks`, `10 working days`."""
        if words[:2] == ["a", "couple"]:
            words = ["two", *words[2:]]
        if words == ["half", "a", "year"]:
            words = ["6", "months"]
        if len(words) == 1 and (short := re.fullmatch(r"([0-9]+)([a-z]+)", words[0])):
            words = list(short.groups())
        if len(words) != 2 or words[1] not in _UNITS:
            return None
        count = read_number(words[0])
        return None if count is None else self._moved(sign * count, _UNITS[words[1]])

    def _moved(self, count: int, unit: str) -> date:
        if unit == "working days":
            return add_working_days(self.today, count)
        if unit in ("days", "weeks", "fortnights"):
            days = {"days": 1, "weeks": 7, "fortnights": 14}[unit]
            return self.today + timedelta(days=count * days)
        months = count * (12 if unit == "years" else 1) + self.today.year * 12
        year, month = divmod(months + self.today.month - 1, 12)
        return date(year, month + 1, min(self.today.day, _days_in(year, month + 1)))

    def _weekday(self, words: list[str]) -> date | None:
        which = words[0] if len(words) == 2 else ""
        if len(words) > 2 or which not in ("", "last", "past", "this", "next", "coming"):
            return None
        wanted = _index(words[-1], _DAYS)
        if wanted is None:
            return None
        back = (self.today.weekday() - wanted) % 7
        if which in ("last", "past"):
            return self.today - timedelta(days=back or 7)
        if which in ("next", "coming"):
            return self.today + timedelta(days=7 - back)
        if which == "this" and self.tense is Tense.EITHER:
            return self.today + timedelta(days=wanted - self.today.weekday())
        if self.tense is Tense.FUTURE:
            return self.today + timedelta(days=(7 - back) % 7)
        return self.today - timedelta(days=back)

    def _later(self, words: list[str]) -> date | None:
        """`friday week`, `a week from friday`, `2 weeks from tomorrow`."""
        if len(words) >= 2 and words[-1] == "week" and words[:-1] != ["last"]:
            start, weeks = words[:-1], 1
        elif len(words) >= 3 and words[1] in ("week", "weeks") and words[0] != "in":
            number = read_number(words[0])
            if number is None:
                return None
            start, weeks = words[3:] if words[2] == "from" else words[2:], number
        else:
            return None
        ahead = _DateReader(self.today, Tense.FUTURE)
        found = ahead._near(start) or (ahead._weekday(start) if len(start) == 1 else None)
        return None if found is None else found + timedelta(weeks=weeks)

    def _end_of(self, words: list[str]) -> date | None:
        """`end of month`, `end of next week`, `start of december`, `mid january`."""
        part, rest = words[0], words[1:]
        if part not in ("end", "start", "beginning", "mid", "middle") or not rest:
            return None
        which = rest[0] if len(rest) == 2 and rest[0] in ("last", "this", "next") else ""
        if (unit := rest[-1]) in ("week", "month", "year") and len(rest) == (2 if which else 1):
            move = {"last": -1, "next": 1}.get(which, 0)
            day = self._part_of(part, unit, move)
            if not which and self.tense is Tense.PAST and day > self.today:
                day = self._part_of(part, unit, -1)
            if not which and self.tense is Tense.FUTURE and day < self.today:
                day = self._part_of(part, unit, 1)
            return day
        month = _index(rest[0], _MONTHS)
        if month is None or len(rest) > 2 or (rest[1:] and not re.fullmatch("[0-9]{4}", rest[1])):
            return None
        if part == "end" and not rest[1:]:
            ends = [
                date(year, month + 1, _days_in(year, month + 1))
                for year in range(self.today.year - 1, self.today.year + 2)
            ]
            return self._of_several(ends)
        year = rest[1] if rest[1:] else None
        day_of_month = {"end": _days_in(int(year or 1), month + 1), "mid": 15}.get(part[:3], 1)
        return self._day_of(day_of_month, month + 1, year)

    def _part_of(self, part: str, unit: str, move: int) -> date:
        """The first, middle or last day of this week, month or year, or of one `move` away."""
        today = self._moved(move, unit + "s")
        if unit == "week":
            day = {"end": 4, "mid": 2}.get(part[:3], 0)
            return today + timedelta(days=day - today.weekday())
        if unit == "year":
            month, day_of_month = {"end": (12, 31), "mid": (7, 1), "middle": (7, 1)}.get(
                part, (1, 1)
            )
            return date(today.year, month, day_of_month)
        last = _days_in(today.year, today.month)
        return today.replace(day={"end": last, "mid": 15}.get(part[:3], 1))

    def _dated(self, words: list[str]) -> date | None:
        """A calendar day in figures or with the month's name, a weekday in front of it checked."""
        named = _index(words[0], _DAYS) if len(words) > 1 else None
        rest = words[1:] if named is not None else words
        found = self._in_figures(rest[0]) if len(rest) == 1 else None
        found = found or self._with_month(rest)
        if found and named is not None and found.weekday() != named:
            right, wrong = spell_weekday(found), _DAYS[named].capitalize()
            raise UsageError(f"{found.isoformat()} is a {right}, not a {wrong}.")
        return found

    def _in_figures(self, word: str) -> date | None:
        if iso := re.fullmatch(r"([0-9]{4})([-/.]?)([0-9]{1,2})\2([0-9]{1,2})", word):
            if iso[2] == "" and len(word) != 8:
                return None
            return date(int(iso[1]), int(iso[3]), int(iso[4]))
        if dotted := re.fullmatch(r"([0-9]{1,2})\.([0-9]{1,2})\.?([0-9]{4}|[0-9]{2})?", word):
            return self._day_of(int(dotted[1]), int(dotted[2]), dotted[3])
        if alone := re.fullmatch(r"([0-9]{1,2})(?:st|nd|rd|th)", word):
            return self._day_of_a_month(int(alone[1]))
        slashed = re.fullmatch(r"([0-9]{1,2})([/-])([0-9]{1,2})(?:\2([0-9]{4}|[0-9]{2}))?", word)
        if not slashed:
            return None
        first, second = int(slashed[1]), int(slashed[3])
        if first <= 12 and second <= 12 and first != second:
            one, other = _named(first, second), _named(second, first)
            raise UsageError(f"'{word}' can be {one} or {other}: name the month.")
        day, month = (first, second) if second <= 12 else (second, first)
        return self._day_of(day, month, slashed[4])

    def _with_month(self, words: list[str]) -> date | None:
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
        return self._day_of(int(day[1]), month + 1, words[2] if words[2:] else None)

    def _day_of(self, day: int, month: int, year: str | None) -> date:
        if year:
            return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
        years = range(max(1, self.today.year - 8), min(9999, self.today.year + 8) + 1)
        if not 1 <= month <= 12:
            raise ValueError(month)
        return self._of_several(
            [date(year, month, day) for year in years if 0 < day <= _days_in(year, month)]
        )

    def _of_several(self, days: list[date]) -> date:
        """Which of the days without a year is meant."""
        if self.tense is Tense.FUTURE:
            return min(day for day in days if day >= self.today)
        last = self.today + timedelta(days=0 if self.tense is Tense.PAST else 31)
        return max(day for day in days if day <= last)

    def _day_of_a_month(self, day: int) -> date:
        """`the 4th`: of this month, or of the one before or after."""
        start = self.today.year * 12 + self.today.month - 1
        months = [divmod(start + move, 12) for move in range(-2, 3)]
        days = [
            date(year, month + 1, day)
            for year, month in months
            if 0 < day <= _days_in(year, month + 1)
        ]
        before = max(each for each in days if each <= self.today)
        after = min(day for day in days if day >= self.today)
        if self.tense is Tense.EITHER and before != after:
            one, other = say_date(before, self.today), say_date(after, self.today)
            raise UsageError(f"That can be {one} or {other}: name the month too.")
        return before if self.tense is Tense.PAST else after


def read_number(word: str) -> int | None:
    """`a`, `two`, `12`; None for what is no count."""
    if word in ("a", "an"):
        return 1
    if word in _NUMBERS:
        return _NUMBERS.index(word)
    return int(word) if re.fullmatch(r"[0-9]{1,6}", word) else None


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


class DateStyle(LabeledEnum):
    """How a date is written where there is little room."""

    DAY_FIRST = "day", "2 Oct"
    MONTH_FIRST = "month", "Oct 2"
    ISO = "iso", "10-02"


DATE_STYLE = "date_style"
"""The key of the setting."""
_style = DateStyle.DAY_FIRST


def use_date_style(style: str) -> bool:
    """Write all dates in this style from now on; whether that is another one than before.

    One for the program: one person reads it, in one style. What names no style is the first one.
    """
    global _style
    before = _style
    _style = next((each for each in DateStyle if each == style), DateStyle.DAY_FIRST)
    return before is not _style


def short_date(on: date, today: date) -> str:
    """`2 Oct`, and with the year when it is not this one; in the style in use."""
    if on.year != today.year:
        return full_date(on)
    return f"{on:%m-%d}" if _style is DateStyle.ISO else _named(on.day, on.month)


def two_examples(today: date, tense: Tense) -> str:
    """What may be typed where there is little room: `yesterday, 20 Nov`, `Friday, 7 Dec`."""
    day = _example(today, tense)
    named = day.isoformat() if _style is DateStyle.ISO else short_date(day, day)
    return f"{'Friday' if tense is Tense.FUTURE else 'yesterday'}, {named}"


def _example(today: date, tense: Tense) -> date:
    return today + timedelta(days=14 if tense is Tense.FUTURE else -3)


def full_date(on: date) -> str:
    """`2 Oct 2026`, in the style in use."""
    if _style is DateStyle.ISO:
        return on.isoformat()
    comma = "," if _style is DateStyle.MONTH_FIRST else ""
    return f"{_named(on.day, on.month)}{comma} {on.year}"


def _named(day: int, month: int) -> str:
    name = MONTHS[month - 1]
    return f"{name} {day}" if _style is DateStyle.MONTH_FIRST else f"{day} {name}"


def say_date(day: date, today: date) -> str:
    """With its weekday, as a date that was understood is echoed: `Fri 20 Nov`."""
    return f"{spell_weekday(day)[:3]} {short_date(day, today)}"


def say_day(day: date, today: date) -> str:
    """Where a day lies, as short as it is clear: today, Wed (within a week), 2 Dec, 2 Dec 2027."""
    days = (day - today).days
    if days in (-1, 0, 1):
        return ("yesterday", "today", "tomorrow")[days + 1]
    return spell_weekday(day)[:3] if 1 < days < 7 else short_date(day, today)


def spell_weekday(day: date) -> str:
    """`Friday`."""
    return _DAYS[day.weekday()].capitalize()


def spell_month(month: int) -> str:
    """`December` for 12."""
    return _MONTHS[month - 1].capitalize()


def spell_date(day: date) -> str:
    """In a text for others, whatever the style: `December 4, 2026`."""
    return f"{spell_month(day.month)} {day.day}, {day.year}"


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
