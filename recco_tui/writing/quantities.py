"""Numbers in a text, in figures and in words, and whether other numbers bear them out.

"Forty percent" is 40%, "a week early" is seven days, and who noted "40 minutes, then 15" may write
"25 minutes less" or "more than half".
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations

from recco_tui.writing.lazy_regex import LazyRegex

_SMALL_WORDS = """
one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen
"""
_SMALL = {word: value for value, word in enumerate(_SMALL_WORDS.split(), 1)}
_TENS_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = {word: 10 * value for value, word in enumerate(_TENS_WORDS.split(), 2)}
_LARGE = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_FACTORS = {"k": 1000, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9}
_MANY = {"dozen": 12, "dozens": 24, "hundreds": 200, "thousands": 2000, "millions": 2 * 10**6}
_TIMES = {
    **dict.fromkeys(("double", "doubled", "doubles", "doubling", "twice", "twofold"), 2.0),
    **dict.fromkeys(("triple", "tripled", "triples", "tripling", "threefold"), 3.0),
    **dict.fromkeys(("quadruple", "quadrupled", "fourfold"), 4.0),
    **dict.fromkeys(("tenfold",), 10.0),
    **dict.fromkeys(("halved", "halving", "halves"), 0.5),
}
_PARTS = {"half": 0.5, "third": 1 / 3, "thirds": 1 / 3, "quarter": 0.25, "quarters": 0.25}
_SECONDS = {
    **dict.fromkeys(("ms", "millisecond", "milliseconds"), 0.001),
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), 1.0),
    **dict.fromkeys(("min", "mins", "minute", "minutes"), 60.0),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), 3600.0),
    **dict.fromkeys(("d", "day", "days"), 86_400.0),
    **dict.fromkeys(("week", "weeks"), 604_800.0),
    **dict.fromkeys(("month", "months"), 2_629_800.0),
    **dict.fromkeys(("year", "years", "yr", "yrs"), 31_557_600.0),
}
_NUMBER_WORD = "|".join((*_SMALL, *_TENS, *_LARGE))
_UNIT = rf"(?:\s?-?\s?(?P<unit>%|per ?cent|percent(?:age points?)?|{'|'.join(_SECONDS)})(?!\w))"
_QUANTITY = LazyRegex(
    r"(?<![\w.,/])(?P<sign>[$€£]\s?)?"
    r"(?:(?P<figures>\d+(?:[.,]\d+)*)(?P<factor>(?:k|mn?|bn?)(?!\w))?"
    r"(?:st|nd|rd|th|x|\+|s)?(?![\w/])"
    r"(?:\s(?P<large>hundred|thousand|million|billion)(?!\w))?"
    r"|(?P<part>(?:(?:(?P<count>one|two|three|a|by|in)[ -])(?:half|thirds?|quarters?)|half)(?!\w)"
    rf"(?:\s(?:of\s)?an?\s(?P<span>{'|'.join(_SECONDS)})(?!\w))?)"
    rf"|(?P<words>(?:{_NUMBER_WORD})(?:(?:\s|-|\sand\s)(?:{_NUMBER_WORD}))*)(?!\w)"
    rf"|(?P<many>{'|'.join(_MANY)})(?!\w)"
    rf"|(?P<times>{'|'.join(_TIMES)})(?!\w)"
    r"|(?P<a>an?)(?=\s(?:second|minute|hour|day|week|month|year|decade)(?!\w)))"
    rf"{_UNIT}?(?P<money>\s(?:dollars|euros|pounds)(?!\w))?",
    re.IGNORECASE,
)
_ABOUT = LazyRegex(
    r"(?P<more>more than|over|above|at least|well over|upwards of)\s(?:an?\s)?\Z"
    r"|(?P<less>almost|nearly|close to|under|less than|fewer than|up to|not even)\s(?:an?\s)?\Z"
    r"|(?P<near>about|around|some|roughly|approximately|a good)\s(?:an?\s)?\Z",
    re.IGNORECASE,
)
_IDIOM = LazyRegex(
    r"\b(?:the|us|these|those|both) two\b|\btwo of (?:us|them)\b|\bone (?:or|of|another)\b"
    r"|\bone\b|\b(?:two|2) (?:or|to) (?:three|3)(?= (?:sentences|lines|words|bullet))"
    r"|\b(?:three|two|four|five|3|2) (?:or|to|bullet|short)?\s?(?:(?:four|five|4|5) )?"
    r"(?:sentences|lines|bullet points)\b"
    r"|\b24/7\b|\b(?:100|110|1000|hundred|one hundred)\s?(?:%|percent|per cent)"
    r"(?= (?:recommend|sure|certain|confiden|behind|commit|reliab|trust|of))"
    r"|\brecommend\w* (?:\w+ ){0,2}(?:100|110)\s?%|\bdouble-\w+"
    r"|\btwice\b(?! (?:as|the|its|their|our|what|that))"
    r"|\b\w+ or (?:two|three|so)\b"
    r"|\bdouble check\w*|\ba (?:thousand|million) (?:thanks|times)\b|\bthousand thanks\b"
    r"|\bone in a million\b|\bhalf[ -](?:way|hearted|baked)\b|\bother half\b|\b(?:a|the) third of\b"
    r"|\ba half\b|\bthird part(?:y|ies)\b|\bthe third\b|\bthird[ -]party\b|\b3d\b|\b5g\b"
    r"|\ban? (?:second|minute|hour|day|week|month|year)\b"
    r"(?! (?:early|earlier|late|ahead|faster|sooner|less))"
    r"|\b(?:two|three|four) (?:things|reasons|words|qualities|ways|strengths|traits|sides)\b"
    r"|\bat (?:six|sixes) and sevens\b|\bten times\b|\ba (?:quarter|third)(?= century)",
    re.IGNORECASE,
)
_SLACK = {"%": 0.03, "x": 0.06}
"""By how much two numbers may differ and still be the same."""
_LONG, _CALENDAR = 20 * 86_400, 0.12
"""From three weeks on spans of time agree more loosely: a month has no fixed number of days."""
_FEW = 4
"""Numbers of one line of which others are derived: of more, anything would follow."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number at a place: `value` in `unit`, which is "%", "$", "s" (any time, in seconds), "x" (a
    factor or a share) or '' for a count. `number` is the same as it is written, `low` and `high`
    the factors between which it may lie."""

    start: int
    end: int
    number: float
    value: float
    unit: str = ""
    low: float = 1.0
    high: float = 1.0

    def is_borne_out_by(self, known: "Quantity") -> bool:
        """Whether it may mean the other number; a unit may be missing on one side."""
        if self.unit == known.unit:
            return self.low * self.value <= known.value <= self.high * self.value
        if not self.unit or (not known.unit and self.unit in ("s", "$")):
            return self.low * self.number <= known.number <= self.high * self.number
        return False


def quantities(text: str) -> Iterator[Quantity]:
    """The numbers that a text claims: years and those of turns of phrase are none."""
    idioms = [match.span() for match in _IDIOM.finditer(text)]
    for found in numbers_of(text):
        if not any(first < found.end and found.start < last for first, last in idioms):
            yield found


def numbers_of(text: str) -> Iterator[Quantity]:
    """All numbers of a text but years."""
    for match in _QUANTITY.finditer(text):
        if is_year(match["figures"] or "") and not match["unit"] and not match["sign"]:
            continue
        number, value, unit = _value(match)
        start, end = match.span()
        slack = _CALENDAR if unit == "s" and value > _LONG else _SLACK.get(unit, 0.01)
        about = _ABOUT.search(text[max(0, start - 24) : start])
        low, high = 1 - slack, 1 + slack
        if about is not None:
            low = low if about["more"] else 0.85 if about["near"] else 0.7
            high = high if about["less"] else 1.15 if about["near"] else 1.6
        if number:
            yield Quantity(start, end, number, value, unit, low, high)


def is_year(figures: str) -> bool:
    return len(figures) == 4 and figures.isdigit() and 1900 <= int(figures) < 2100


def follows_from(line: str) -> list[Quantity]:
    """The numbers of a note, and what follows from two of them: the difference, the ratio, the
    change in percent."""
    own = list(numbers_of(line))
    known = list(own)
    for one, other in permutations(own, 2) if len(own) <= _FEW else ():
        known += _derived(one, other)
    for found in own:
        if found.unit == "%":
            known.append(_plain(found.value / 100, "x"))
        elif found.unit == "x" and found.value < 1:
            known.append(_plain(100 * found.value, "%"))
    return known


def _derived(one: Quantity, other: Quantity) -> Iterator[Quantity]:
    first, second = one.value, other.value
    if one.unit != other.unit:  # "from 40 minutes to 15"
        if one.unit and other.unit:
            return
        first = first if one.unit else one.number * other.value / other.number
        second = second if other.unit else other.number * one.value / one.number
    ratio = first / second
    yield _plain(ratio, "x")
    yield _plain(abs(1 - ratio), "x")
    yield _plain(100 * abs(1 - ratio), "%")
    if ratio > 1:
        yield _plain(ratio)
        yield _plain(one.number - other.number)
        yield _plain(first - second, one.unit or other.unit)
    else:
        yield _plain(100 * ratio, "%")


def _plain(value: float, unit: str = "") -> Quantity:
    """A number that nobody wrote: it stands for its value alone."""
    return Quantity(0, 0, math.nan if unit else value, value, unit)


def span_of(days: int) -> Quantity:
    """A time of so many days."""
    return _plain(86_400.0 * days, "s")


def _value(match: re.Match[str]) -> tuple[float, float, str]:
    """The number as it is written, its value, and the unit of that; a number 0 is none."""
    unit = (match["unit"] or match["span"] or "").casefold()
    seconds = _SECONDS.get(unit)
    sign = "%" if unit and seconds is None else "$" if match["sign"] or match["money"] else ""
    if match["times"]:
        number = _TIMES[match["times"].casefold()]
        return number, number, "x"
    if match["part"]:
        name = next(word for word in re.split(r"[ -]", match["part"].casefold()) if word in _PARTS)
        number, sign = _SMALL.get((match["count"] or "").casefold(), 1) * _PARTS[name], "x"
    else:
        number = 1.0 if match["a"] else _number(match)
    return (number, number, sign) if seconds is None else (number, number * seconds, "s")


def _number(match: re.Match[str]) -> float:
    if match["many"]:
        return float(_MANY[match["many"].casefold()])
    if match["words"]:
        return _in_words(match["words"].casefold())
    figures = match["figures"]
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", figures):
        figures = figures.replace(",", "")
    try:
        value = float(figures.replace(",", "."))
    except ValueError:  # a version or a date, "1.2.3"
        return 0.0
    value *= _FACTORS.get((match["factor"] or "").casefold(), 1)
    return value * _LARGE.get((match["large"] or "").casefold(), 1)


def _in_words(words: str) -> float:
    total = part = 0
    for word in re.split(r"\s|-", words):
        if word in _LARGE:
            part = max(part, 1) * _LARGE[word]
            if _LARGE[word] >= 1000:
                total, part = total + part, 0
        else:
            part += _SMALL.get(word, 0) or _TENS.get(word, 0)
    return float(total + part)
