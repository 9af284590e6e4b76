"""All rows of all tables a user fills, out and back in, exactly as they are."""

import sqlite3
from collections.abc import Mapping, Sequence

from recco_tui.storage.migrations import RECORDED

Row = dict[str, str | int | float | None]
TABLES = (*RECORDED, "draft_versions")
"""Everything but the log of changes, in the order of writing."""


def read(connection: sqlite3.Connection) -> dict[str, list[Row]]:
    """Every table as a list of rows, in the order of their ids."""
    return {table: _rows(connection, table) for table in TABLES}


def _rows(connection: sqlite3.Connection, table: str) -> list[Row]:
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


def write(connection: sqlite3.Connection, tables: Mapping[str, Sequence[Row]]) -> int:
    """Put rows back under their own ids, within a change; how many there were.

    Raises sqlite3's errors for what a column does not take: nothing is written then.
    """
    many = 0
    connection.execute("DELETE FROM settings")
    for table in TABLES:
        columns = {name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")}
        for row in tables.get(table, ()):
            known = {name: value for name, value in row.items() if name in columns}
            names, marks = ", ".join(known), ", ".join("?" * len(known))
            connection.execute(
                f"INSERT INTO {table} ({names}) VALUES ({marks})", tuple(known.values())
            )
            many += 1
    return many
