"""Undo and redo of every change, across restarts.

Triggers (migrations.record_table) note each row as it was before a change. Undo puts these back in
reverse order and keeps what stood there, so that redo can put that back in turn. One line of
changes: a new change overtakes what was undone before it, which then can no longer be redone.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from recco_tui.core.errors import DatabaseError
from recco_tui.core.models import Change
from recco_tui.storage.columns import COLUMNS
from recco_tui.storage.dates import known_time, stamp, time_since

_UNREADABLE = (
    "What the log keeps of this change cannot be read: nothing was taken back. "
    "'recco restore' lists the snapshots from before it."
)
_ROWS = "SELECT id, table_name, row_id, {side} FROM change_rows WHERE change_id = ? ORDER BY id"


@dataclass(slots=True)
class Recording:
    """A change under way; its label may be worded when it is known what was done."""

    change_id: int
    label: str


@contextmanager
def recorded(
    connection: sqlite3.Connection, label: str, origin: str, now: datetime
) -> Iterator[Recording]:
    """Inside a transaction: what is written in this block is one change, called `label`.

    A block that writes nothing leaves no change behind. A nested block joins the outer change.
    """
    (outer,) = connection.execute("SELECT change_id FROM recording").fetchone()
    if outer is not None:
        yield Recording(outer, label)
        return
    cursor = connection.execute(
        "INSERT INTO changes (label, origin, made_at) VALUES (?, ?, ?)",
        (label, origin, stamp(now)),
    )
    recording = Recording(int(cursor.lastrowid or 0), label)
    connection.execute("UPDATE recording SET change_id = ?", (recording.change_id,))
    yield recording
    connection.execute("UPDATE recording SET change_id = NULL")
    (rows,) = connection.execute(
        "SELECT count(*) FROM change_rows WHERE change_id = ?", (recording.change_id,)
    ).fetchone()
    if not rows:
        connection.execute("DELETE FROM changes WHERE id = ?", (recording.change_id,))
        recording.change_id = 0
        return
    connection.execute(
        "UPDATE changes SET label = ?, row_count = ? WHERE id = ?",
        (recording.label, rows, recording.change_id),
    )
    connection.execute(
        "UPDATE changes SET overtaken = 1 WHERE undone_at IS NOT NULL AND overtaken = 0"
    )


def changes(connection: sqlite3.Connection, most: int | None = None) -> tuple[Change, ...]:
    """The log, newest first."""
    rows = connection.execute(
        "SELECT id, label, made_at, origin, undone_at, overtaken, row_count FROM changes "
        "ORDER BY id DESC LIMIT ?",
        (-1 if most is None else most,),
    )
    return tuple(
        Change(
            id=id_,
            label=label,
            made_at=known_time(made_at),
            origin=origin,
            undone_at=time_since(undone_at),
            redoable=bool(undone_at) and not overtaken,
            rows=row_count,
        )
        for id_, label, made_at, origin, undone_at, overtaken, row_count in rows
    )


def last_done(connection: sqlite3.Connection) -> int | None:
    """Id of the change that undo takes back, None when there is none."""
    row = connection.execute("SELECT max(id) FROM changes WHERE undone_at IS NULL").fetchone()
    return None if row[0] is None else int(row[0])


def first_undone(connection: sqlite3.Connection) -> int | None:
    """Id of the change that redo brings back, None when there is none."""
    row = connection.execute(
        "SELECT min(id) FROM changes WHERE undone_at IS NOT NULL AND overtaken = 0"
    ).fetchone()
    return None if row[0] is None else int(row[0])


def undo(connection: sqlite3.Connection, change_id: int, now: datetime) -> None:
    """Inside a transaction: put every row of the change back as it was before."""
    rows = connection.execute(_ROWS.format(side="before"), (change_id,)).fetchall()
    columns = _Columns(connection)
    after: list[tuple[str | None, int]] = []
    for id_, table, row_id, before in reversed(rows):
        after.append((columns.current(table, row_id), id_))
        columns.put(table, row_id, before)
    connection.executemany("UPDATE change_rows SET after = ? WHERE id = ?", after)
    connection.execute("UPDATE changes SET undone_at = ? WHERE id = ?", (stamp(now), change_id))


def built_upon(connection: sqlite3.Connection, change_id: int) -> str | None:
    """The label of the first later change, not undone, that wrote to the same rows; None if none.

    Where there is one, the change cannot be taken back alone.
    """
    row = connection.execute(
        "SELECT later.label FROM change_rows mine "
        "JOIN change_rows theirs ON theirs.table_name = mine.table_name "
        "AND theirs.row_id = mine.row_id AND theirs.change_id > mine.change_id "
        "JOIN changes later ON later.id = theirs.change_id AND later.undone_at IS NULL "
        "WHERE mine.change_id = ? ORDER BY later.id LIMIT 1",
        (change_id,),
    ).fetchone()
    return None if row is None else str(row[0])


def has_orphans(connection: sqlite3.Connection) -> bool:
    """Whether some row names another one that is not there; asked before committing."""
    return connection.execute("PRAGMA foreign_key_check").fetchone() is not None


def redo(connection: sqlite3.Connection, change_id: int) -> None:
    """Inside a transaction: put every row of the undone change back as undo found it."""
    rows = connection.execute(_ROWS.format(side="after"), (change_id,)).fetchall()
    columns = _Columns(connection)
    for _, table, row_id, after in rows:
        columns.put(table, row_id, after)
    connection.execute("UPDATE change_rows SET after = NULL WHERE change_id = ?", (change_id,))
    connection.execute("UPDATE changes SET undone_at = NULL WHERE id = ?", (change_id,))


def forget(connection: sqlite3.Connection) -> None:
    """Inside a transaction: drop the whole log."""
    connection.execute("DELETE FROM change_rows")
    connection.execute("DELETE FROM changes")


class _Columns:
    """Reads and writes whole rows as JSON, learning each table's columns once.

    A row written before a column was added lacks it: the column then keeps its default.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._names: dict[str, list[str]] = {}

    def _of(self, table: str) -> list[str]:
        if table not in COLUMNS:
            raise DatabaseError(_UNREADABLE)
        if table not in self._names:
            rows = self._connection.execute(f"PRAGMA table_info({table})")
            self._names[table] = [row[1] for row in rows]
        return self._names[table]

    def current(self, table: str, row_id: int) -> str | None:
        pairs = ", ".join(f"'{name}', {name}" for name in self._of(table))
        row = self._connection.execute(
            f"SELECT json_object({pairs}) FROM {table} WHERE id = ?", (row_id,)
        ).fetchone()
        return None if row is None else str(row[0])

    def put(self, table: str, row_id: int, content: str | None) -> None:
        if content is None:
            self._connection.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,))
            return
        try:
            values = json.loads(content)
        except (ValueError, RecursionError):
            values = None
        if not isinstance(values, dict):
            raise DatabaseError(_UNREADABLE)
        names = [name for name in self._of(table) if name in values]
        updates = ", ".join(f"{name} = excluded.{name}" for name in names if name != "id")
        self._connection.execute(
            f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))}) "
            f"ON CONFLICT (id) DO UPDATE SET {updates}",
            [values[name] for name in names],
        )
