"""Undo and redo of every change, across restarts.

Triggers (migrations.record_table) note each row as it was before a change. Undo puts these back in
reverse order and keeps what stood there, so that redo can put that back in turn. One line of
changes: a new change overtakes what was undone before it, which then can no longer be redone.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from recco_tui.core.errors import DatabaseError
from recco_tui.core.models import Change
from recco_tui.storage.columns import COLUMNS
from recco_tui.storage.dates import stamp
from recco_tui.storage.rows import Selection, insertion

_ADDED = (
    "SELECT row_id FROM change_rows "
    "WHERE change_id = :change AND table_name = :table AND before IS NULL"
)
"""Rows of a table that a change added: they are put back and taken out many at a time."""
_TABLES_ADDED_TO = (
    "SELECT DISTINCT table_name FROM change_rows WHERE change_id = ? AND before IS NULL"
)
_OTHER_ROWS = (
    "SELECT id, table_name, row_id, {side} FROM change_rows WHERE change_id = :change "
    "AND (table_name, row_id) NOT IN (SELECT table_name, row_id FROM change_rows "
    "WHERE change_id = :change AND before IS NULL) ORDER BY id"
)
_UNREADABLE = (
    "The log of this change cannot be read. Nothing was undone. "
    "'recco restore' lists the snapshots from before it."
)


_CHANGES = Selection.of_table(
    Change,
    "changes",
    columns={
        "id": "changes.id",
        "redoable": "undone_at IS NOT NULL AND NOT overtaken",
        "rows": "row_count",
    },
    converted={"redoable": bool},
)


@dataclass(slots=True)
class Recording:
    """A change under way; its label may be set when it is known what was done."""

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
    return _CHANGES.read(
        connection, "FROM changes ORDER BY id DESC LIMIT ?", (-1 if most is None else most,)
    )


def with_ids(connection: sqlite3.Connection, change_ids: Iterable[int]) -> tuple[Change, ...]:
    """These changes, in this order; those that are there."""
    listed = json.dumps(list(change_ids))
    return _CHANGES.read(
        connection,
        "FROM changes JOIN json_each(?) wanted ON wanted.value = changes.id ORDER BY wanted.key",
        (listed,),
    )


def exists(connection: sqlite3.Connection, change_id: int) -> bool:
    """Whether the log has this change, done or undone."""
    return change_id <= newest(connection) and bool(
        connection.execute("SELECT 1 FROM changes WHERE id = ?", (change_id,)).fetchone()
    )


def done(connection: sqlite3.Connection) -> list[int]:
    """Ids of the changes in force, newest first: undo takes the first back."""
    rows = connection.execute("SELECT id FROM changes WHERE undone_at IS NULL ORDER BY id DESC")
    return [int(id_) for (id_,) in rows]


def undone(connection: sqlite3.Connection) -> list[int]:
    """Ids of the changes that can be brought back, oldest first: redo brings the first back."""
    rows = connection.execute(
        "SELECT id FROM changes WHERE undone_at IS NOT NULL AND overtaken = 0 ORDER BY id"
    )
    return [int(id_) for (id_,) in rows]


def newest(connection: sqlite3.Connection) -> int:
    """Id of the last change that was ever made, 0 before any."""
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'changes'").fetchone()
    return 0 if row is None else int(row[0])


def done_after(connection: sqlite3.Connection, change_id: int) -> list[str]:
    """Labels of the changes in force that came after this one, newest first."""
    rows = connection.execute(
        "SELECT label FROM changes WHERE undone_at IS NULL AND id > ? ORDER BY id DESC",
        (change_id,),
    )
    return [str(label) for (label,) in rows]


def undo(connection: sqlite3.Connection, change_id: int, now: datetime) -> None:
    """Inside a transaction: put every row of the change back as it was before."""
    columns = _Columns(connection)
    for table in _tables_added_to(connection, change_id):
        columns.take_out_added(table, change_id)
    rows = connection.execute(_OTHER_ROWS.format(side="before"), {"change": change_id}).fetchall()
    after: list[tuple[str | None, int]] = []
    for id_, table, row_id, before in reversed(rows):
        after.append((columns.current(table, row_id), id_))
        columns.put(table, row_id, before)
    connection.executemany("UPDATE change_rows SET after = ? WHERE id = ?", after)
    connection.execute("UPDATE changes SET undone_at = ? WHERE id = ?", (stamp(now), change_id))


def _tables_added_to(connection: sqlite3.Connection, change_id: int) -> list[str]:
    return [str(table) for (table,) in connection.execute(_TABLES_ADDED_TO, (change_id,))]


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
    columns = _Columns(connection)
    rows = connection.execute(_OTHER_ROWS.format(side="after"), {"change": change_id}).fetchall()
    for _, table, row_id, after in rows:
        columns.put(table, row_id, after)
    for table in _tables_added_to(connection, change_id):
        columns.put_added(table, change_id)
    connection.execute("UPDATE change_rows SET after = NULL WHERE change_id = ?", (change_id,))
    connection.execute("UPDATE changes SET undone_at = NULL WHERE id = ?", (change_id,))


def clear(connection: sqlite3.Connection) -> None:
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

    def _as_json(self, table: str) -> str:
        pairs = ", ".join(f"'{name}', {name}" for name in self._of(table))
        return f"SELECT json_object({pairs}) FROM {table}"

    def current(self, table: str, row_id: int) -> str | None:
        row = self._connection.execute(f"{self._as_json(table)} WHERE id = ?", (row_id,)).fetchone()
        return None if row is None else str(row[0])

    def take_out_added(self, table: str, change_id: int) -> None:
        """Delete what the change added, and keep how each row was."""
        values = {"change": change_id, "table": table}
        self._connection.execute(
            f"UPDATE change_rows SET after = ({self._as_json(table)} WHERE id = row_id) "
            f"WHERE change_id = :change AND table_name = :table AND row_id IN ({_ADDED})",
            values,
        )
        self._connection.execute(f"DELETE FROM {table} WHERE id IN ({_ADDED})", values)

    def put_added(self, table: str, change_id: int) -> None:
        """Bring back what the change added, each row as it was when it was taken out."""
        values = {"change": change_id, "table": table}
        last = (
            "SELECT after, row_id FROM change_rows WHERE id IN (SELECT max(id) FROM change_rows "
            f"WHERE change_id = :change AND table_name = :table AND row_id IN ({_ADDED}) "
            "GROUP BY row_id) AND after IS NOT NULL ORDER BY row_id"
        )
        row = self._connection.execute(last, values).fetchone()
        if row is None:
            return
        names = [name for name in self._of(table) if name in _values_of(row[0])]
        values_of = ", ".join(f"json_extract(after, '$.{name}')" for name in names)
        self._connection.execute(
            f"INSERT INTO {table} ({', '.join(names)}) SELECT {values_of} FROM ({last})", values
        )

    def put(self, table: str, row_id: int, content: str | None) -> None:
        if content is None:
            self._connection.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,))
            return
        values = _values_of(content)
        names = [name for name in self._of(table) if name in values]
        updates = ", ".join(f"{name} = excluded.{name}" for name in names if name != "id")
        self._connection.execute(
            f"{insertion(table, names)} ON CONFLICT (id) DO UPDATE SET {updates}",
            [values[name] for name in names],
        )


def _values_of(content: str) -> dict[str, str | int | float | None]:
    """A row as the log keeps it; raises `DatabaseError` for what is none."""
    try:
        values = json.loads(content)
    except (ValueError, RecursionError):
        values = None
    if not isinstance(values, dict):
        raise DatabaseError(_UNREADABLE)
    return values
