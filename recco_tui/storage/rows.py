"""Rows in: dates, codes and JSON as SQLite keeps them. What comes out is read by `columns`."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum

from recco_tui.storage.dates import stamp

Value = str | int | float | date | datetime | StrEnum | tuple[str, ...] | None


def stored(value: Value) -> str | int | float | None:
    """A value as its column holds it."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, datetime):
        return stamp(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return json.dumps(value, ensure_ascii=False)
    return value


def phrases(text: str) -> tuple[str, ...]:
    """A JSON list of strings; none when it cannot be read."""
    try:
        found = json.loads(text)
    except (ValueError, TypeError, RecursionError):
        return ()
    return tuple(one for one in found if isinstance(one, str)) if isinstance(found, list) else ()


def insert(connection: sqlite3.Connection, table: str, values: Mapping[str, Value]) -> int:
    """Insert one row; its id."""
    names = ", ".join(values)
    marks = ", ".join("?" * len(values))
    cursor = connection.execute(
        f"INSERT INTO {table} ({names}) VALUES ({marks})", [stored(v) for v in values.values()]
    )
    return int(cursor.lastrowid or 0)


def update(
    connection: sqlite3.Connection, table: str, row_id: int, values: Mapping[str, Value]
) -> None:
    """Change the named columns of one row; a row that already holds them is not touched."""
    if not values:
        return
    sets = ", ".join(f"{name} = :{name}" for name in values)
    differs = " OR ".join(f"{name} IS NOT :{name}" for name in values)
    connection.execute(
        f"UPDATE {table} SET {sets} WHERE id = :row_id AND ({differs})",
        {**{name: stored(value) for name, value in values.items()}, "row_id": row_id},
    )


def delete(connection: sqlite3.Connection, table: str, where: str, values: Iterable[Value]) -> None:
    """Delete the rows that `where` (our own SQL) selects."""
    connection.execute(f"DELETE FROM {table} WHERE {where}", [stored(v) for v in values])
