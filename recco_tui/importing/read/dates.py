"""Dates as LinkedIn's exports and the spreadsheets they were saved from write them.

Month names are English (measured), or of a language that spreadsheets and edited files bring: see
`_MONTH_NAMES`. A day in figures with slashes is month/day/year, unless the file holds one that can
only be day/month/year.
"""

import re
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from unicodedata import normalize

from recco_tui.core.when import YEARS

_MONTH_NAMES = """
    jan january januar janv janvier ene enero janeiro gen gennaio januari
    |feb february februar fév fev févr fevr février fevrier febrero fevereiro febbraio februari
    |mar march märz maerz mär mrz mars marzo março marco mrt maart
    |apr april avr avril abr abril aprile
    |may mai mayo maio mag maggio mei maj
    |jun june juni juin junio junho giu giugno
    |jul july juli juil juillet julio julho lug luglio
    |aug august aoû aou août aout ago agosto augustus
    |sep sept september septembre septiembre setiembre set setembro settembre
    |oct october okt oktober octobre octubre out outubro ott ottobre
    |nov november novembre noviembre novembro
    |dec december dez dezember déc décembre decembre dic diciembre dezembro dicembre"""
"""In English, German, French, Spanish, Portuguese, Italian and Dutch; no word means two months."""
MONTHS = {
    name: number
    for number, names in enumerate(_MONTH_NAMES.split("|"), 1)
    for name in names.split()
}

_TAIL = r"""
    (?: (?: ,?\s+ | T )
        (?P<hour>\d{1,2}):(?P<minute>\d\d)(?: :(?P<second>\d\d)(?:\.\d+)? )?
        (?: \s*(?P<half>[AaPp])\.?\s?[Mm]\.? )?
        (?: \s*(?: UTC | Z | \(?GMT(?P<gmt>[+-]\d{1,2}(?: :?\d\d)?)?\)?
                 | (?P<offset>[+-]\d\d:?\d\d) ) )?
    )?"""
_NAME = r"(?P<name>[^\W\d_]{3,10})\.?"
_YEAR = r"(?P<year>\d{4}|\d\d)"
_FORMS = tuple(
    re.compile(head + _TAIL, re.VERBOSE)
    for head in (
        # 04 Apr 2021, 4-Apr-21, 4. Apr 21, 14 de mar. de 2021, 1er janv. 2021
        rf"(?P<day>\d{{1,2}})(?:er|º|\.)?[\s/-](?:de\s)?{_NAME}(?:\sdel?\s|[\s,/-]\s*){_YEAR}",
        rf"(?P<a>\d{{1,2}})/(?P<b>\d{{1,2}})/{_YEAR}",  # 4/4/21
        r"(?P<year>\d{4})(?P<sep>[-/])(?P<month>\d{1,2})(?P=sep)(?P<day>\d{1,2})",  # 2021-04-04
        rf"{_NAME}\s(?P<day>\d{{1,2}}),?\s+{_YEAR}",  # Apr 4, 2021
        rf"(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.{_YEAR}",  # 04.04.2021
        r"(?P<year>\d{4})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日",
    )
)
_MONTH_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_NAME}[\s-](?P<year>\d{{4}}|\d\d)",  # Apr 2021, Apr-21
        r"(?P<month>\d{1,2})[/.](?P<year>\d{4})",  # 04/2021
        r"(?P<year>\d{4})-(?P<month>\d{1,2})",
        r"(?P<year>\d{4})",
    )
)

FIRST_YEAR = 3
"""LinkedIn opened in 2003: a year in two figures lies in 2003 … 2102."""
_LONGEST = 60
"""Letters of a date; the longest form has 35."""
_MOST_KNOWN = 10_000


class DateReader:
    """Reads the dates of one file, each written form once as long as there are not very many.

    `swapped` turns true when a date can only be day/month/year: read the file again with
    `day_first`, or its other dates would come out wrong. A day behind `latest` is none.
    """

    def __init__(self, *, day_first: bool = False, latest: date | None = None) -> None:
        self.day_first = day_first
        self._latest = latest
        self.swapped = False
        self._known: dict[str, datetime | None] = {}
        self._ahead: set[str] = set()

    def moment(self, text: str) -> datetime | None:
        """UTC, midnight when only a day is written; None when it is no date."""
        text = text.strip()
        if text in self._known:
            return self._known[text]
        if len(text) > _LONGEST:
            return None
        if len(self._known) >= _MOST_KNOWN:
            self._known.clear()
            self._ahead.clear()
        moment = self._known[text] = self._read(text)
        return moment

    def is_ahead(self, text: str) -> bool:
        """Whether what `moment` has just read is a date, but of a day that is still to come."""
        return text.strip() in self._ahead

    def day(self, text: str) -> date | None:
        """The day as written (a UTC date in LinkedIn's own files); None when it is no date."""
        moment = self.moment(text)
        return moment.date() if moment else None

    def _read(self, text: str) -> datetime | None:
        written = text if text.isascii() else normalize("NFC", text)
        for form in _FORMS:
            found = form.fullmatch(written)
            if found:
                try:
                    moment = self._built(found.groupdict())
                except (ValueError, OverflowError):
                    return None
                if self._latest is None or moment.date() <= self._latest:
                    return moment
                self._ahead.add(text)
        return None

    def _built(self, part: dict[str, str | None]) -> datetime:
        year, month, day = _year(part["year"] or ""), 0, int(part.get("day") or 0)
        if part.get("name"):
            month = MONTHS.get((part["name"] or "").casefold(), 0)
        elif part.get("month"):
            month = int(part["month"] or 0)
        else:
            month, day = self._month_and_day(int(part["a"] or 0), int(part["b"] or 0))
        hour, half = int(part["hour"] or 0), (part["half"] or "").lower()
        if half:
            if hour > 12:
                raise ValueError(hour)
            hour = hour % 12 + (12 if half == "p" else 0)
        moment = datetime(
            year, month, day, hour, int(part["minute"] or 0), int(part["second"] or 0), tzinfo=UTC
        )
        moment -= _offset(part["gmt"] or part["offset"] or "")
        if moment.year not in YEARS:
            raise ValueError(moment)
        return moment

    def _month_and_day(self, first: int, second: int) -> tuple[int, int]:
        if first > 12 and not self.day_first:
            self.swapped = True
        day_first = second <= 12 and (self.day_first or first > 12)
        return (second, first) if day_first else (first, second)


def _year(text: str) -> int:
    year = int(text)
    if len(text) == 2:
        return 2000 + year if year >= FIRST_YEAR else 2100 + year
    if year not in YEARS:
        raise ValueError(year)
    return year


def _offset(text: str) -> timedelta:
    if not text:
        return timedelta()
    figures = text[1:].replace(":", "")
    hours, minutes = (figures, "0") if len(figures) < 3 else (figures[:-2], figures[-2:])
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    return -offset if text[0] == "-" else offset


def read_month(text: str, *, last_day: bool = False) -> date | None:
    """The first or last day of `Apr 2021`, `04/2021`, `2021`; a whole date is itself.

    None for nothing, `Present` and whatever is no date. Years in two figures are 1970 … 2069.
    """
    text = text.strip()
    for form in _MONTH_FORMS:
        found = form.fullmatch(text)
        if found:
            return _month_day(found.groupdict(), last_day)
    return DateReader().day(text)


def _month_day(part: dict[str, str | None], last_day: bool) -> date | None:
    written, name, figures = part["year"] or "", part.get("name"), part.get("month")
    year = int(written)
    if len(written) == 2:
        year += 2000 if year < 70 else 1900
    month = 12 if last_day else 1
    if name is not None:
        month = MONTHS.get(name.casefold(), 0)
    elif figures is not None:
        month = int(figures)
    if year not in YEARS or not 1 <= month <= 12:
        return None
    return date(year, month, monthrange(year, month)[1] if last_day else 1)
