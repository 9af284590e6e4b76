"""All rows of all tables a user fills, out and back in, exactly as they are."""

import sqlite3
from collections.abc import Collection, Mapping, Sequence

from recco_tui.storage import contacts, settings
from recco_tui.storage.migrations import RECORDED

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
            if table == contacts.TABLE:
                words = (str(row.get(name, "")) for name in ("name", "company", "position"))
                row = {**row, "search": contacts.search_key(*words)}
            names, marks = ", ".join(row), ", ".join("?" * len(row))
            connection.execute(
                f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(row.values())
            )


def choose(
    connection: sqlite3.Connection, chosen: Mapping[str, str], kept: Collection[str]
) -> None:
    """Within a change: these settings instead of the file's, of which only `kept` stay."""
    for name in settings.every(connection).keys() - set(kept):
        settings.drop(connection, name)
    for name, value in chosen.items():
        settings.put(connection, name, value)
