"""The kinds of columns: what one may hold, how it is read, cleaned and put right."""

import json
import re
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any

from recco_tui.core.cleaning import clean_line, clean_text
from recco_tui.core.names import slug_of, url_of
from recco_tui.storage import dates, rows

Stored = str | int | float | None

LONGEST = 2**20
"""Characters of one value of a document: as much as a line of a LinkedIn export may have."""
HIGHEST_ID = 2**53 - 1
"""What every reader of JSON can hold; SQLite has room for new rows above it."""


class NoText(str):
    """What can be read of a value whose bytes are no UTF-8."""


def text_of(raw: bytes) -> str:
    """Text as the file has it: one value of other bytes must not keep all the rest from view."""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return NoText(raw.decode(errors="replace"))


class Column:
    """One column. `null`: it may be empty. `default`: what SQLite fills in, None for nothing.

    `remade`: it follows from others or is made anew, so that no document brings it. `guarded`:
    SQLite itself refuses a wrong value, so that one can be replaced, and not be put back.
    """

    type = "TEXT"
    guarded = False
    repairable = True

    def __init__(
        self,
        *,
        null: bool = False,
        default: Stored = None,
        unique: bool = False,
        remade: bool = False,
    ) -> None:
        self.null, self.default, self.unique, self.remade = null, default, unique, remade
        self.read: Callable[[Any], Any] = self._read
        """The value as Python has it; makes the best of what it should not be, and never raises."""

    def problem(self, value: object) -> str:
        """What is wrong with a stored value, as the end of a sentence; '' when nothing is."""
        if value is None:
            return "" if self.null else "is empty"
        return self._wrong(value)

    def repaired(self, value: Any) -> Stored:
        """What should be stored instead of a wrong value."""
        return rows.stored(self.read(value))

    def cleaned(self, value: Any) -> Any:
        """A value of a document as it would be stored, still to be checked."""
        return value

    def _read(self, value: Any) -> Any:
        return value

    def _wrong(self, value: object) -> str:
        raise NotImplementedError


class Number(Column):
    """A whole number from `least` to `most`."""

    type = "INTEGER"
    guarded = True

    def __init__(self, least: int, most: int, **more: Any) -> None:
        super().__init__(**more)
        self.least, self.most = least, most

    def _read(self, value: Any) -> int:
        number = int(value) if isinstance(value, int) else self.least
        return min(max(number, self.least), self.most)

    def _wrong(self, value: object) -> str:
        if not isinstance(value, int) or isinstance(value, bool):
            return "is no whole number"
        if not self.least <= value <= self.most:
            return f"is not from {self.least} to {self.most}"
        return ""


class Id(Number):
    """The number of the row."""

    repairable = False

    def __init__(self) -> None:
        super().__init__(1, HIGHEST_ID)


class Reference(Number):
    """The number of a row of another table. `loose`: that one may be gone, without SQLite's word:
    a document's row that points to nothing is then left out."""

    repairable = False

    def __init__(self, table: str, *, null: bool = False, loose: bool = False) -> None:
        super().__init__(1, HIGHEST_ID, null=null)
        self.table, self.loose = table, loose


class Text(Column):
    """Text of several lines; `line`: of one. `filled`: something must stand there, else this."""

    def __init__(self, *, line: bool = False, filled: str = "", **more: Any) -> None:
        super().__init__(**more)
        self.line, self.filled, self.guarded = line, filled, bool(filled)

    def _read(self, value: Any) -> str | None:
        text = str(value) if isinstance(value, str) else ""
        return text if text.strip() else self.filled or text

    def _wrong(self, value: object) -> str:
        if not isinstance(value, str):
            return "is no text"
        if isinstance(value, NoText):
            return "holds bytes that are no text (UTF-8)"
        return "is empty" if self.filled and not value.strip() else ""

    def repaired(self, value: Any) -> Stored:
        return str(self.cleaned(self.read(value)))

    def cleaned(self, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        return clean_line(value) if self.line else clean_text(value)


class Slug(Text):
    """The last part of a LinkedIn address, as `core.names` reads it; never ''."""

    def __init__(self, **more: Any) -> None:
        super().__init__(line=True, null=True, **more)

    def _read(self, value: Any) -> str | None:
        return super()._read(value) or None

    def _wrong(self, value: object) -> str:
        return super()._wrong(value) or ("" if str(value).strip() else "is empty")

    def repaired(self, value: Any) -> Stored:
        return super().repaired(value) or None

    def cleaned(self, value: Any) -> Any:
        line = super().cleaned(value)
        return (slug_of(url_of(line)) or line) if isinstance(line, str) else line


class Code(Column):
    """One of an enum's words; `otherwise` stands for a word that is none of them."""

    guarded = True

    def __init__(self, codes: type[StrEnum], otherwise: StrEnum | None, **more: Any) -> None:
        super().__init__(null=otherwise is None, **more)
        self.codes = codes
        self.read = _Words(codes, otherwise).__getitem__

    def _wrong(self, value: object) -> str:
        known = [code.value for code in self.codes]
        return "" if value in known else f"is none of {', '.join(known)}"


class _Words(dict[Any, StrEnum | None]):
    """Codes by their words: looked up 30,000 times for a board, so not by a function."""

    def __init__(self, codes: Iterable[StrEnum], otherwise: StrEnum | None) -> None:
        super().__init__((code.value, code) for code in codes)
        self._otherwise = otherwise

    def __missing__(self, word: object) -> StrEnum | None:
        return self._otherwise


class Day(Column):
    """A local date, YYYY-MM-DD. `since`: that it is there says that something holds."""

    form = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
    example = "a date such as 2026-11-23"

    def __init__(self, *, null: bool = False, since: bool = False, **more: Any) -> None:
        super().__init__(null=null or since, **more)
        self.since = since
        self.read = self._reader()

    def _reader(self) -> Callable[[Any], Any]:
        if self.since:
            return dates.day_since
        return dates.day if self.null else dates.known_day

    def _wrong(self, value: object) -> str:
        if not isinstance(value, str) or not self.form.fullmatch(value):
            return f"is not {self.example}"
        if int(value[:4]) not in dates.STORED_YEARS:
            return f"is not in the years {dates.STORED_YEARS[0]} to {dates.STORED_YEARS[-1]}"
        return "" if rows.stored(self.read(value)) == value else "is no day of the calendar"


class Time(Day):
    """A UTC time, YYYY-MM-DDTHH:MM:SSZ."""

    form = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
    example = "a time such as 2026-11-23T08:30:00Z"

    def _reader(self) -> Callable[[Any], Any]:
        if self.since:
            return dates.time_since
        return dates.moment_in_time if self.null else dates.known_time


class Words(Column):
    """A JSON list of strings."""

    def _read(self, value: Any) -> tuple[str, ...]:
        return rows.phrases(value)

    def _wrong(self, value: object) -> str:
        found = _json(value)
        fits = isinstance(found, list) and all(isinstance(one, str) for one in found)
        return "" if fits else 'is not a list of texts such as ["one", "two"]'


class Claims(Column):
    """The writer's own word on sentences, as `writing.claims` keeps it; '' for none."""

    def _read(self, value: Any) -> str:
        return value if isinstance(value, str) and not self._wrong(value) else ""

    def _wrong(self, value: object) -> str:
        found = [] if value == "" else _json(value)
        fits = isinstance(found, list) and all(map(_is_claim, found))
        return "" if fits else "is not what the writer said of sentences"


def _is_claim(one: object) -> bool:
    if not isinstance(one, dict) or set(one) != {"text", "parts"}:
        return False
    parts = one["parts"]
    return (
        isinstance(one["text"], str)
        and isinstance(parts, dict)
        and all(isinstance(carried, bool) for carried in parts.values())
    )


def _json(value: object) -> object:
    """What the JSON says; None when it is none."""
    if not isinstance(value, str):
        return None
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        return None
