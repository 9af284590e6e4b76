"""All rows of all tables a user fills: out, checked as a document of others, and back in.

What is wrong anywhere in a document refuses all of it; what recco has no place for is left out and
said.
"""

import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from recco_tui.core.cleaning import first_of, shortened
from recco_tui.core.errors import ArchiveError
from recco_tui.core.when import count_of
from recco_tui.storage import contacts, settings
from recco_tui.storage.columns import (
    COLUMNS,
    LONGEST,
    StoredColumn,
    references,
    unique_columns,
)
from recco_tui.storage.migrations import RECORDED
from recco_tui.storage.rows import insertion

StoredRow = dict[str, str | int | float | None]
TABLES = (*RECORDED, "draft_versions")
"""Everything but the log of changes, in the order of writing."""


def read(connection: sqlite3.Connection) -> dict[str, list[StoredRow]]:
    """Every table as a list of rows, in the order of their ids."""
    return {table: _rows(connection, table) for table in TABLES}


def _rows(connection: sqlite3.Connection, table: str) -> list[StoredRow]:
    cursor = connection.execute(f"SELECT * FROM {table} ORDER BY id")
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def is_empty(connection: sqlite3.Connection) -> bool:
    """Whether nothing has been written yet, settings apart."""
    return not any(
        connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone()
        for table in TABLES
        if table != "settings"
    )


def write(connection: sqlite3.Connection, tables: Mapping[str, Sequence[StoredRow]]) -> None:
    """Put rows that were checked back under their own ids, within a change."""
    for table in TABLES:
        for row in tables.get(table, ()):
            if table == "contacts":
                row = {**row, "search": contacts.search_key_of_row(row)}
            connection.execute(insertion(table, row), tuple(row.values()))


def choose(
    connection: sqlite3.Connection, chosen: Mapping[str, str], kept: Collection[str]
) -> None:
    """Within a change: these settings instead of the file's, of which only `kept` stay."""
    for name in settings.every(connection).keys() - set(kept):
        settings.drop(connection, name)
    for name, value in chosen.items():
        settings.put(connection, name, value)


class Incoming(NamedTuple):
    """Rows by table, fit to be written in this order, and sentences on what was left out."""

    tables: dict[str, list[StoredRow]]
    left_out: tuple[str, ...]


def checked(tables: Mapping[str, object]) -> Incoming:
    """The rows of a document as they would be stored.

    Raises `ArchiveError` whose words name the table, the row (the first is 1), the column and the
    reason; it has no full stop, so that the caller says to which file it happened.
    """
    found = {table: _rows_of(table, tables.get(table, [])) for table in TABLES}
    left_out = _unknown_words(tables)
    for table, rows in found.items():
        _refuse_twins(table, rows)
    ids = {table: {row["id"] for row in rows} for table, rows in found.items()}
    for table, rows in found.items():
        if lost := _drop_loose(table, rows, ids):
            left_out.append(f"{count_of(lost, 'earlier text')} of deleted drafts: skipped.")
        _refuse_dangling(table, rows, ids)
    return Incoming(found, tuple(left_out))


def _rows_of(table: str, given: object) -> list[StoredRow]:
    if not isinstance(given, list):
        raise ArchiveError(f"{table} is not a list of rows")
    return [_row_of(table, number, row) for number, row in enumerate(given, 1)]


def _row_of(table: str, number: int, given: object) -> StoredRow:
    if not isinstance(given, dict):
        raise ArchiveError(f"{table}, row {number}: not a row of columns")
    row: StoredRow = {}
    for name, column in COLUMNS[table].items():
        if column.remade:
            continue
        if name in given:
            row[name] = _value(_Place(table, number, name), column, given[name])
        elif column.default is None and not column.null:
            raise ArchiveError(f"{_Place(table, number, name)} is missing")
    return row


class _Place(NamedTuple):
    table: str
    row: int
    column: str

    def __str__(self) -> str:
        return f"{self.table}, row {self.row}: {self.column}"


def _value(place: _Place, column: StoredColumn, given: object) -> Any:
    value = column.cleaned(given)
    if isinstance(value, str) and len(value) > LONGEST:
        raise ArchiveError(f"{place} is longer than {LONGEST:,} characters")
    if problem := column.problem(value):
        shown = "" if given is None else shortened(str(given))
        raise ArchiveError(f"{place} '{shown}' {problem}" if shown else f"{place} {problem}")
    return value


def _refuse_twins(table: str, rows: Iterable[StoredRow]) -> None:
    """Values that may stand in one row only."""
    for names in [("id",), *unique_columns(table)]:
        seen: set[tuple[object, ...]] = set()
        for number, row in enumerate(rows, 1):
            value = tuple(row.get(name) for name in names)
            if value in seen:
                told = " and ".join(f"'{shortened(str(part))}'" for part in value)
                place = f"{table}, row {number}: {' and '.join(names)}"
                raise ArchiveError(f"{place} {told}: an earlier row has the same")
            if None not in value:
                seen.add(value)


def _drop_loose(table: str, rows: list[StoredRow], ids: Mapping[str, set[Any]]) -> int:
    """Take out rows that belong to one that only the log could bring back; how many."""
    before = len(rows)
    for name, column in references(table).items():
        if column.loose:
            rows[:] = [row for row in rows if row[name] in ids[column.table]]
    return before - len(rows)


def _refuse_dangling(table: str, rows: Iterable[StoredRow], ids: Mapping[str, set[Any]]) -> None:
    for name, column in references(table).items():
        there = ids[column.table]
        for number, row in enumerate(rows, 1):
            value = row.get(name)
            if value is not None and value not in there:
                place = _Place(table, number, name)
                raise ArchiveError(f"{place} {value} is not a row of {column.table}")


def _unknown_words(tables: Mapping[str, object]) -> list[str]:
    """Sentences on the tables and columns that this recco has no place for."""
    strange = [table for table in tables if table not in TABLES]
    columns = sorted(
        {
            f"{table}.{name}"
            for table, rows in tables.items()
            if table in TABLES and isinstance(rows, list)
            for row in rows
            if isinstance(row, dict)
            for name in row.keys() - COLUMNS[table].keys()
        }
    )
    return [*_unknown("table", strange), *_unknown("column", columns)]


_MOST_NAMED = 5


def _unknown(noun: str, names: list[str]) -> list[str]:
    if not names:
        return []
    told = first_of([*map(shortened, names)], _MOST_NAMED)
    return [f"{count_of(len(names), noun)} unknown to this version of recco: {told}; skipped."]
