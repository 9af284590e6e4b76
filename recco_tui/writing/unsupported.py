"""What a text says that nobody noted: details that stand neither in the facts nor in the draft.

The facts are the lines that an assistant is told (`prompts/assistant.fact_lines`), so whatever it
adds to them by itself is found; a text from anywhere else is held against the same lines.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import combinations

from recco_tui.writing.details import (
    DATE,
    MONTHS,
    SEASONS,
    WEEKDAYS,
    Detail,
    key_of,
    names,
    titles,
    tokens,
)
from recco_tui.writing.language import is_english
from recco_tui.writing.lazy_regex import LazyRegex
from recco_tui.writing.names import names_of
from recco_tui.writing.quantities import Quantity, follows_from, numbers_of, quantities, span_of

_DAY = LazyRegex(
    rf"\b(?:(?P<year>\d{{4}})-(?P<number>\d\d)-(?P<iso_day>\d\d)"
    rf"|(?P<day>\d{{1,2}}) (?P<month>{'|'.join(MONTHS)}) (?P<after>\d{{4}}))\b",
    re.IGNORECASE,
)
_SAME_WORDS = """
engineer developer programmer coder
manager lead leader supervisor head boss
representative rep
instructor teacher lecturer trainer
javascript js
typescript ts
postgres postgresql
kubernetes k8s
go golang
mongo mongodb
node nodejs node.js
vue vue.js
react react.js reactjs
nextjs next.js
frontend front-end
backend back-end
percent per
hospital clinic
"""
_SAME: dict[str, frozenset[str]] = {
    word: frozenset(line.split())
    for line in _SAME_WORDS.strip().splitlines()
    for word in line.split()
}
_SAYS_NOTHING = frozenset(["team", "group", "project", "the", "of", "and", "at", "for", "a", "an"])
"""Of a title: everybody is in a team."""
_ENDINGS = ("s", "es", "ian", "an", "ese", "js", "sql", ".js")
_SHORTEST = 3


@dataclass(frozen=True)
class Known:
    """What may be said: the lines of the facts, the user's own words, the names of the two.

    `today` says how long ago a day is; None where that is not known.
    """

    lines: Sequence[str]
    people: Sequence[str] = ()
    today: date | None = None

    @cached_property
    def words(self) -> frozenset[str]:
        found = {token.key for line in self.lines for token in tokens(line)}
        found |= {key_of(part) for key in found for part in re.split(r"[./&+]", key) if part}
        for name in self.people:
            found |= names_of(name)
        return frozenset(found)

    @cached_property
    def initials(self) -> frozenset[str]:
        """Of every run of names: "aws" where Amazon Web Services is noted."""
        runs = [detail.keys for line in self.lines for detail in names(line)]
        return frozenset("".join(key[0] for key in keys) for keys in runs if len(keys) > 1)

    @cached_property
    def days(self) -> tuple[date, ...]:
        return tuple(day for line in self.lines for day in _days_in(line))

    @cached_property
    def months(self) -> frozenset[int]:
        named = {at for at, month in enumerate(MONTHS, 1) if month in self.words}
        return frozenset(named | {day.month for day in self.days})

    @cached_property
    def numbers(self) -> list[Quantity]:
        found = [number for line in self.lines for number in follows_from(_blank(line))]
        spans = [
            abs(first - last)
            for line in self.lines
            for first, last in combinations(_days_in(line), 2)
        ]
        spans += [self.today - day for day in self.days if self.today]
        return found + [span_of(span.days) for span in spans if span.days > 0]

    @cached_property
    def years(self) -> frozenset[int]:
        """Those that are named, and those between two days of one line."""
        named = {
            int(year) for line in self.lines for year in re.findall(r"\b(?:19|20)\d\d\b", line)
        }
        for line in self.lines:
            days = _days_in(line)
            named |= set(range(min(days).year, max(days).year + 1)) if days else set()
        return frozenset(named | ({self.today.year} if self.today else set()))

    def has_word(self, key: str) -> bool:
        """Whether the word is known, in another form or by another name of the same."""
        if not key or key in self.words or self.words & _SAME.get(key, frozenset()):
            return True
        if key in self.initials:
            return True
        return len(key) >= _SHORTEST and any(
            key == word + ending or word == key + ending
            for ending in _ENDINGS
            for word in (key.removesuffix(ending), key + ending)
            if word in self.words
        )

    def has_date(self, words: str) -> bool:
        """Whether every part of a date that is said stands in some date that is known."""
        said = words.casefold()
        return all(check(said) for check in (self._year, self._day, self._season, self._time))

    def _year(self, said: str) -> bool:
        years = re.findall(r"\b((?:19|20)\d\d)s?\b", said)
        return all(int(year) in self.years for year in years)

    def _day(self, said: str) -> bool:
        month = next((at for at, name in enumerate(MONTHS, 1) if name[:3] in said), None)
        weekday = next((at for at, name in enumerate(WEEKDAYS) if name in said), None)
        if weekday is not None:
            named = WEEKDAYS[weekday] in self.words
            return named or any(day.weekday() == weekday for day in self.days)
        if month is None or re.match(r"\d{4}-", said):
            return True
        number = re.search(r"\b(\d{1,2})(?:st|nd|rd|th)?\b", said)
        if number is None:
            return month in self.months
        return any((day.month, day.day) == (month, int(number[1])) for day in self.days) or any(
            said in line.casefold() for line in self.lines
        )

    def _season(self, said: str) -> bool:
        season = next((name for name in SEASONS if name in said), None)
        season = "autumn" if season is None and re.search(r"\bfall\b", said) else season
        quarter = re.search(r"\bq([1-4])\b", said)
        if season is not None:
            return season in self.words or bool(self.months.intersection(SEASONS[season]))
        if quarter is not None:
            first = 3 * int(quarter[1]) - 2
            return quarter[0] in self.words or bool(self.months & {first, first + 1, first + 2})
        return True

    def _time(self, said: str) -> bool:
        if not re.search(r"\d\s?[ap]\.?m\b", said):
            return True
        bare = re.sub(r"[\s.]", "", said)
        return any(bare in re.sub(r"[\s.]", "", line.casefold()) for line in self.lines)


def unsupported(text: str, known: Known) -> tuple[tuple[int, int], ...]:
    """The places in the text of what is not known, in order, none over another."""
    found = [*_dates(text, known)]
    rest = _blank(text)
    found += _names(rest, known)
    if is_english(text):
        found += [
            (title.start, title.end)
            for title in titles(rest)
            if not all(known.has_word(key) for key in title.keys if key not in _SAYS_NOTHING)
        ]
    found += [
        (number.start, number.end)
        for number in quantities(rest)
        if not any(number.is_borne_out_by(other) for other in known.numbers)
    ]
    return _merged(found)


def is_known(words: str, known: Known) -> bool:
    """Whether these words, taken by themselves, hold nothing that is not known."""
    if any(words.casefold() in line.casefold() for line in known.lines):
        return True
    rest = _blank(words)
    for number in numbers_of(rest):
        if not any(number.is_borne_out_by(other) for other in known.numbers):
            return False
        rest = rest[: number.start] + " " * (number.end - number.start) + rest[number.end :]
    dates = all(known.has_date(match[0]) for match in DATE.finditer(words))
    keys = [token.key for token in tokens(rest)]
    return dates and all(known.has_word(key) for key in keys if key not in _SAYS_NOTHING)


def _dates(text: str, known: Known) -> Iterator[tuple[int, int]]:
    for match in DATE.finditer(text):
        after = text[match.end() : match.end() + 5]
        is_verb = match[0] in ("May", "March") and re.match(r" (?:I|you|we|the)\b", after)
        is_person = key_of(match[0]) in known.words
        if not is_verb and not is_person and not known.has_date(match[0]):
            yield match.span()


def _names(text: str, known: Known) -> Iterator[tuple[int, int]]:
    """Runs of names in which a word is not known, without the known ones at their ends."""
    for run in names(text):
        if not all(map(known.has_word, run.keys)):
            yield _unknown_part(text, run, known)


def _unknown_part(text: str, run: Detail, known: Known) -> tuple[int, int]:
    parts = [token for token in tokens(text[run.start : run.end]) if token.key in run.keys]
    unknown = [token for token in parts if not known.has_word(token.key)]
    return run.start + unknown[0].start, run.start + unknown[-1].end


def _blank(text: str) -> str:
    """The text without its dates, all else in its place."""
    for match in DATE.finditer(text):
        text = text[: match.start()] + " " * len(match[0]) + text[match.end() :]
    return text


def _days_in(line: str) -> list[date]:
    found = []
    for match in _DAY.finditer(line):
        month = int(match["number"] or 0) or 1 + MONTHS.index((match["month"] or "").casefold())
        try:
            day = int(match["day"] or match["iso_day"])
            found.append(date(int(match["year"] or match["after"]), month, day))
        except ValueError:
            continue
    return found


def _merged(places: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
