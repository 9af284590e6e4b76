"""Every column of every table that a person's data is in: what it may hold, said once.

The columns of a record follow from its fields in `core/models.py`. A document that comes in is
checked by them before anything is written, `recco doctor` names by them what a file holds that
should not be there, and reading makes the best of such a value. A test holds them against the
schema: a new column cannot be forgotten.
"""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from types import NoneType
from typing import Annotated, Any, get_args, get_origin

from recco_tui.core.cleaning import clean_line, clean_text
from recco_tui.core.models import (
    Ask,
    AskStep,
    Contact,
    DebtKind,
    Direction,
    Draft,
    DraftVersion,
    Goal,
    GoalKind,
    Meeting,
    Moment,
    MomentKind,
    Project,
    ProjectKind,
    Recommendation,
    Request,
    Snooze,
    Status,
    Step,
    TextKind,
    Waiver,
)
from recco_tui.core.names import slug_of, url_of
from recco_tui.core.relationships import Kind
from recco_tui.storage import dates

Stored = str | int | float | None
Value = Stored | date | datetime | StrEnum | tuple[str, ...]
"""A value of a record's field."""

MOST_WAIVED = 1_000_000
LONGEST = 2**20
"""Characters of one value of a document: as much as a line of a LinkedIn export may have."""
HIGHEST_ID = 2**53 - 1
"""What every reader of JSON can hold; SQLite has room for new rows above it."""


def stored(value: Value) -> Stored:
    """A value as its column holds it."""
    if convert := _STORED.get(type(value)):
        return convert(value)
    return value.value if isinstance(value, StrEnum) else value  # type: ignore[return-value]


_STORED: dict[type, Callable[[Any], str]] = {
    datetime: dates.stamp,
    date: date.isoformat,
    tuple: partial(json.dumps, ensure_ascii=False),
}


def strings_in(text: object) -> tuple[str, ...]:
    """What a JSON list of strings holds; nothing when it cannot be read."""
    if text == "[]":  # of nearly all of 30,000 people
        return ()
    found = _json(text)
    return tuple(item for item in found if isinstance(item, str)) if isinstance(found, list) else ()


class InvalidText(str):
    """What can be read of a value whose bytes are no UTF-8."""


def text_of(raw: bytes) -> str:
    """Text as the file has it: one value of other bytes must not keep all the rest from view."""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return InvalidText(raw.decode(errors="replace"))


class StoredColumn:
    """One column. `null`: it may be empty. `default`: what SQLite fills in, None for nothing.

    `remade`: it follows from others or is made anew, so that no document brings it. `guarded`:
    SQLite itself refuses a wrong value, so that one can be replaced, and not be put back.
    `converted`: a record's field holds another type than the column.
    """

    type = "TEXT"
    guarded = False
    repairable = True
    converted = False

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
        return stored(self.read(value))

    def cleaned(self, value: Any) -> Any:
        """A value of a document as it would be stored, still to be checked."""
        return value

    def _read(self, value: Any) -> Any:
        return value

    def _wrong(self, value: object) -> str:
        raise NotImplementedError


class NumberColumn(StoredColumn):
    """A whole number from `least` to `most`."""

    type = "INTEGER"
    guarded = True
    converted = True

    def __init__(self, least: int, most: int, **more: Any) -> None:
        super().__init__(**more)
        self.least, self.most = least, most

    def _read(self, value: Any) -> int:
        number = int(value) if isinstance(value, int) else self.least
        return min(max(number, self.least), self.most)

    def _wrong(self, value: object) -> str:
        if not isinstance(value, int) or isinstance(value, bool):
            return "is not a whole number"
        if not self.least <= value <= self.most:
            return f"is not from {self.least} to {self.most}"
        return ""


class IdColumn(NumberColumn):
    """The number of the row."""

    repairable = False
    converted = False

    def __init__(self) -> None:
        super().__init__(1, HIGHEST_ID)


class ReferenceColumn(NumberColumn):
    """The number of a row of another table. `loose`: that one may be gone, without SQLite's word:
    a document's row that points to nothing is then left out."""

    repairable = False
    converted = False

    def __init__(self, table: str, *, null: bool = False, loose: bool = False) -> None:
        super().__init__(1, HIGHEST_ID, null=null)
        self.table, self.loose = table, loose


class TextColumn(StoredColumn):
    """Text of several lines; `line`: of one. `filled`: something must stand there, else this."""

    def __init__(self, *, line: bool = False, filled: str = "", **more: Any) -> None:
        super().__init__(**more)
        self.line, self.filled, self.guarded = line, filled, bool(filled)

    def _read(self, value: Any) -> str | None:
        text = str(value) if isinstance(value, str) else ""
        return text if text.strip() else self.filled or text

    def _wrong(self, value: object) -> str:
        if not isinstance(value, str):
            return "is not text"
        if isinstance(value, InvalidText):
            return "contains bytes that are not text (UTF-8)"
        return "is empty" if self.filled and not value.strip() else ""

    def repaired(self, value: Any) -> Stored:
        return str(self.cleaned(self.read(value)))

    def cleaned(self, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        return clean_line(value) if self.line else clean_text(value)


class SlugColumn(TextColumn):
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


class CodeColumn(StoredColumn):
    """One of an enum's words; `otherwise` stands for a word that is none of them."""

    guarded = True
    converted = True

    def __init__(self, codes: type[StrEnum], otherwise: StrEnum | None, **more: Any) -> None:
        super().__init__(null=otherwise is None, **more)
        self.codes = codes
        self.read = _CodesByWord(codes, otherwise).__getitem__

    def _wrong(self, value: object) -> str:
        known = [code.value for code in self.codes]
        return "" if value in known else f"is not one of {', '.join(known)}"


class _CodesByWord(dict[Any, StrEnum | None]):
    """Codes by their words: looked up 30,000 times for a board, so not by a function."""

    def __init__(self, codes: Iterable[StrEnum], otherwise: StrEnum | None) -> None:
        super().__init__((code.value, code) for code in codes)
        self._otherwise = otherwise

    def __missing__(self, word: object) -> StrEnum | None:
        return self._otherwise


class DateColumn(StoredColumn):
    """A local date, YYYY-MM-DD. `since`: that it is there says that something holds."""

    converted = True
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
        return "" if stored(self.read(value)) == value else "is not a real date"


class TimeColumn(DateColumn):
    """A UTC time, YYYY-MM-DDTHH:MM:SSZ."""

    form = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
    example = "a time such as 2026-11-23T08:30:00Z"

    def _reader(self) -> Callable[[Any], Any]:
        if self.since:
            return dates.time_since
        return dates.moment_in_time if self.null else dates.known_time


class ListColumn(StoredColumn):
    """A JSON list of strings."""

    converted = True

    def _read(self, value: Any) -> tuple[str, ...]:
        return strings_in(value)

    def _wrong(self, value: object) -> str:
        found = _json(value)
        fits = isinstance(found, list) and all(isinstance(item, str) for item in found)
        return "" if fits else 'is not a list of texts such as ["one", "two"]'


class ClaimsColumn(StoredColumn):
    """The writer's own word on sentences, as `writing.claims` keeps it; '' for none."""

    def _read(self, value: Any) -> str:
        return value if isinstance(value, str) and not self._wrong(value) else ""

    def _wrong(self, value: object) -> str:
        found = [] if value == "" else _json(value)
        fits = isinstance(found, list) and all(map(_is_claim, found))
        return "" if fits else "is not a list of the writer's choices"


def _is_claim(claim: object) -> bool:
    if not isinstance(claim, dict) or set(claim) != {"text", "parts"}:
        return False
    parts = claim["parts"]
    return (
        isinstance(claim["text"], str)
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


UNREADABLE_CODES: dict[type[StrEnum], StrEnum] = {
    Kind: Kind.UNKNOWN,
    ProjectKind: ProjectKind.PROJECT,
    MomentKind: MomentKind.WIN,
    Direction: Direction.RECEIVED,
    Status: Status.CLOSED,
    Step: Step.DRAFTED,
    DebtKind: DebtKind.REQUEST,
    GoalKind: GoalKind.ASKS,
    TextKind: TextKind.RECOMMENDATION,
}
"""What a word that is none of an enum's is read as, where there must be one."""


def fields_of(record: type) -> dict[str, tuple[Any, Any]]:
    """The type and the default (`MISSING` for none) of each field of a dataclass or named tuple."""
    if is_dataclass(record):
        defaults = {field.name: field.default for field in fields(record)}
    else:
        defaults = vars(record)["_field_defaults"]
    return {
        name: (type_, defaults.get(name, MISSING)) for name, type_ in record.__annotations__.items()
    }


def column_name(field: str) -> str:
    """The column of a record's field: the same word, but where SQL would read it as its own."""
    return "on_date" if field == "on" else field


def _columns_of(record: type, **others: StoredColumn) -> dict[str, StoredColumn]:
    """A column for each field that is no record itself. `others` belong to no field, or may hold
    less than the type of theirs says."""
    found = {}
    for field, (type_, default) in fields_of(record).items():
        name = column_name(field)
        if column := others.pop(name, None) or _column_of(name, type_, default):
            found[name] = column
    return {**found, **others}


def _column_of(name: str, type_: Any, default: Any) -> StoredColumn | None:
    marks: list[str] = []
    if get_origin(type_) is Annotated:
        type_, *marks = get_args(type_)
    if get_origin(type_) is tuple:
        return ListColumn(default="[]") if get_args(type_)[0] is str else None
    types = {*get_args(type_)} or {type_}
    null = NoneType in types
    (plain,) = types - {NoneType}
    if plain is str:
        return TextColumn(line="line" in marks, default="" if default == "" else None)
    if plain is int:
        return IdColumn() if name == "id" else ReferenceColumn(f"{name[:-3]}s", null=null)
    if plain in (date, datetime):
        column = DateColumn if plain is date else TimeColumn
        return column(null=null, since="since" in marks)
    fallback = None if null else UNREADABLE_CODES[plain]
    return CodeColumn(plain, fallback, default=None if default in (None, MISSING) else default)


COLUMNS: dict[str, dict[str, StoredColumn]] = {
    "contacts": _columns_of(
        Contact,
        name=TextColumn(line=True, filled="(no name)"),
        slug=SlugColumn(unique=True),
        typed=ListColumn(default="[]"),
        former_slugs=ListColumn(default="[]"),
        told_on=DateColumn(null=True),
        listed_on=DateColumn(null=True),
        search=TextColumn(default="", remade=True),
    ),
    "projects": _columns_of(Project, title=TextColumn(line=True, filled="(no title)")),
    "project_members": {
        "id": IdColumn(),
        "project_id": ReferenceColumn("projects"),
        "contact_id": ReferenceColumn("contacts"),
        "their_part": TextColumn(default=""),
        "my_part": TextColumn(default=""),
    },
    "moments": _columns_of(Moment, text=TextColumn(filled="(no text)")),
    "meetings": _columns_of(Meeting),
    "recommendations": _columns_of(Recommendation),
    "recommendation_versions": {
        "id": IdColumn(),
        "recommendation_id": ReferenceColumn("recommendations"),
        "text": TextColumn(),
        "written_at": TimeColumn(null=True),
        "replaced_at": TimeColumn(),
    },
    "asks": _columns_of(Ask),
    "ask_steps": _columns_of(AskStep, ask_id=ReferenceColumn("asks")),
    "requests": _columns_of(Request),
    "waivers": _columns_of(
        Waiver, count=NumberColumn(1, MOST_WAIVED), because=TextColumn(default="")
    ),
    "snoozes": _columns_of(Snooze, id=IdColumn(), alert=TextColumn(unique=True)),
    "drafts": _columns_of(Draft, text=TextColumn(default=""), claims=ClaimsColumn(default="")),
    "draft_versions": _columns_of(
        DraftVersion,
        draft_id=ReferenceColumn("drafts", loose=True),
        claims=ClaimsColumn(default=""),
    ),
    "settings": {"id": IdColumn(), "name": TextColumn(unique=True), "value": TextColumn()},
    "goals": _columns_of(
        Goal, count=NumberColumn(1, MOST_WAIVED), before=NumberColumn(0, MOST_WAIVED, default=0)
    ),
    "imports": {
        "id": IdColumn(),
        "imported_at": TimeColumn(),
        "owner_name": TextColumn(line=True, default=""),
        "owner_slug": SlugColumn(),
        "latest_connections": DateColumn(null=True),
        "latest_received": DateColumn(null=True),
        "latest_given": DateColumn(null=True),
        "fingerprint": TextColumn(default="", remade=True),
        "outcome": TextColumn(default="", remade=True),
    },
    "import_answers": {
        "id": IdColumn(),
        "question": TextColumn(unique=True),
        "answer": TextColumn(),
    },
    "changes": {
        "id": IdColumn(),
        "label": TextColumn(),
        "origin": TextColumn(default=""),
        "made_at": TimeColumn(),
        "undone_at": TimeColumn(since=True),
        "overtaken": NumberColumn(0, 1, default=0),
        "row_count": NumberColumn(0, HIGHEST_ID, default=0),
    },
}
"""By table and name. What only triggers write is not among them."""

UNIQUE_TOGETHER = {"project_members": ("project_id", "contact_id")}
"""Columns that no two rows of a table may have the same values in."""


def unique_columns(table: str) -> list[tuple[str, ...]]:
    """Columns that no two rows may have the same values in, the number of the row apart."""
    single: list[tuple[str, ...]] = [
        (name,) for name, column in COLUMNS[table].items() if column.unique
    ]
    together = UNIQUE_TOGETHER.get(table)
    return [*single, together] if together else single


def references(table: str) -> dict[str, ReferenceColumn]:
    """The columns that name a row of another table."""
    return {
        name: column
        for name, column in COLUMNS[table].items()
        if isinstance(column, ReferenceColumn)
    }
