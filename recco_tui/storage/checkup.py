"""What can be wrong with the file, found by reading and fixed in one change."""

import os
import re
import shutil
import sqlite3
import stat
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from recco_tui.core.cleaning import shortened
from recco_tui.core.errors import DatabaseError, reason_of
from recco_tui.storage import restoring, snapshots
from recco_tui.storage.columns import COLUMNS
from recco_tui.storage.database import begins_like_sqlite

LEAST_FREE = 50 * 1024 * 1024
"""Bytes that should be free on the disk, besides three times the file."""


_OF_A_VALUE = re.compile(r"CHECK constraint failed in |(NULL|(non-)?[A-Z]+) value in ")


def is_sound(connection: sqlite3.Connection) -> bool:
    """Whether SQLite's quick look finds nothing wrong."""
    return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))


def broken_pages(connection: sqlite3.Connection) -> list[str]:
    """What SQLite's own check finds; empty when the file is whole. A value that its column should
    not hold breaks nothing: `bad_values` finds those, and more of them."""
    rows = connection.execute("PRAGMA integrity_check(1000)").fetchall()
    found = [str(row[0]) for row in rows if row[0] != "ok"]
    return [problem for problem in found if not _OF_A_VALUE.match(problem)]


class BadValue(NamedTuple):
    """One value that its column should not hold; `row` is its id, `problem` the end of a
    sentence."""

    table: str
    row: int
    column: str
    value: Any
    problem: str

    def __str__(self) -> str:
        shown = "" if self.value is None else shortened(str(self.value))
        place = f"{self.table} {self.row}: {self.column}"
        return f"{place} '{shown}' {self.problem}" if shown else f"{place} {self.problem}"

    @property
    def is_repairable(self) -> bool:
        """Not so the number of a row, or what a row is tied to."""
        return COLUMNS[self.table][self.column].repairable

    @property
    def is_undoable(self) -> bool:
        """Whether SQLite would take the wrong value again: what undo of the repair does."""
        return not COLUMNS[self.table][self.column].guarded


def bad_values(connection: sqlite3.Connection) -> list[BadValue]:
    """All of them, table by table."""
    found = []
    for table, columns in COLUMNS.items():
        rows = connection.execute(f"SELECT id, {', '.join(columns)} FROM {table} ORDER BY id")
        pairs = list(columns.items())
        for row_id, *values in rows:
            found += [
                BadValue(table, row_id, name, value, problem)
                for (name, column), value in zip(pairs, values, strict=True)
                if (problem := column.problem(value))
            ]
    return found


def repair_values(connection: sqlite3.Connection, values: Iterable[BadValue]) -> None:
    """Within a transaction: store what can be read of each, else what stands for nothing. A row in
    which that would clash with another is left."""
    by_row: dict[tuple[str, int], list[BadValue]] = defaultdict(list)
    for value in values:
        by_row[value.table, value.row].append(value)
    for (table, row), those in by_row.items():
        columns = COLUMNS[table]
        sets = ", ".join(f"{value.column} = ?" for value in those)
        connection.execute(
            f"UPDATE OR IGNORE {table} SET {sets} WHERE id = ?",
            [*(columns[value.column].repaired(value.value) for value in those), row],
        )


def dangling_rows(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    """Table and row of everything tied to something that is not there."""
    rows = connection.execute("PRAGMA foreign_key_check").fetchall()
    return [(str(table), int(row or 0)) for table, row, *_ in rows]


def search_is_whole(connection: sqlite3.Connection) -> bool:
    """Whether the full-text index holds what the recommendations say.

    Asked of a copy in memory: SQLite takes the question for a write, which a file that is read-only
    or locked does not allow.
    """
    with closing(sqlite3.connect(":memory:")) as copy:
        snapshots.copy_pages(connection, copy)
        try:
            copy.execute(
                "INSERT INTO recommendations_fts(recommendations_fts, rank) "
                "VALUES ('integrity-check', 1)"
            )
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_CORRUPT:
                return False
            raise
    return True


def rebuild_search(connection: sqlite3.Connection) -> None:
    """Make the full-text index anew."""
    connection.execute("INSERT INTO recommendations_fts(recommendations_fts) VALUES ('rebuild')")


def empty_drafts(connection: sqlite3.Connection) -> list[int]:
    """Ids of unfinished drafts in which nothing stands."""
    return _ids(
        connection,
        "SELECT id FROM drafts WHERE finished_at IS NULL AND trim(text) = '' ORDER BY id",
    )


def drafts_of_the_archived(connection: sqlite3.Connection) -> list[int]:
    """Ids of unfinished drafts for people who are hidden from every view."""
    return _ids(
        connection,
        "SELECT d.id FROM drafts d JOIN contacts c ON c.id = d.contact_id "
        "WHERE d.finished_at IS NULL AND c.archived_on IS NOT NULL ORDER BY d.id",
    )


def lost_versions(connection: sqlite3.Connection) -> list[int]:
    """Ids of earlier states whose draft is gone and cannot come back by undo."""
    return _ids(
        connection,
        "SELECT id FROM draft_versions WHERE draft_id NOT IN (SELECT id FROM drafts) "
        "AND draft_id NOT IN (SELECT row_id FROM change_rows WHERE table_name = 'drafts')",
    )


def _ids(connection: sqlite3.Connection, statement: str) -> list[int]:
    return [int(row[0]) for row in connection.execute(statement)]


def delete(connection: sqlite3.Connection, table: str, ids: Iterable[int]) -> None:
    """Remove these rows; inside a recorded change it can be undone."""
    connection.executemany(f"DELETE FROM {table} WHERE id = ?", [(id_,) for id_ in ids])


def delete_versions(connection: sqlite3.Connection, ids: Iterable[int]) -> None:
    """Remove these earlier states of drafts, which no trigger notes; inside a recorded change."""
    columns = [name for _, name, *_ in connection.execute("PRAGMA table_info(draft_versions)")]
    before = ", ".join(f"'{name}', {name}" for name in columns)
    for id_ in ids:
        connection.execute(
            "INSERT INTO change_rows (change_id, table_name, row_id, before) "
            f"SELECT (SELECT change_id FROM recording), 'draft_versions', id, "
            f"json_object({before}) FROM draft_versions WHERE id = ?",
            (id_,),
        )
        connection.execute("DELETE FROM draft_versions WHERE id = ?", (id_,))


def open_to_others(path: Path) -> list[tuple[Path, int]]:
    """Files and folders of recco's that others may read, with the mode they should have."""
    return [
        (file, mode)
        for file, mode in _own(path)
        if file.exists() and stat.S_IMODE(file.stat().st_mode) & 0o077
    ]


def _own(path: Path) -> Iterator[tuple[Path, int]]:
    yield path, 0o600
    for rest in ("-wal", "-shm"):
        yield Path(f"{path}{rest}"), 0o600
    folder = snapshots.folder_of(path)
    yield folder, 0o700
    for file in snapshots.taken(path):
        yield file, 0o600


def make_private(wrong: Iterable[tuple[Path, int]]) -> None:
    """Give each the mode it should have; raises `DatabaseError` naming those that did not take it.

    Some disks keep no modes and say nothing.
    """
    refused = []
    for file, mode in wrong:
        try:
            os.chmod(file, mode)
            if stat.S_IMODE(file.stat().st_mode) & 0o077:
                refused.append(f"{file} (the disk keeps no permissions)")
        except FileNotFoundError:
            continue
        except OSError as error:
            refused.append(f"{file} ({reason_of(error)})")
    if refused:
        raise DatabaseError(f"The permissions of {', '.join(refused)} cannot be changed.")


def free_space(path: Path) -> tuple[int, int]:
    """Bytes free on the disk, and how many there should be."""
    return shutil.disk_usage(path.parent).free, LEAST_FREE + 3 * path.stat().st_size


_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR)
"""What SQLite says of bytes that make no sense; an error of the disk may be one of a full disk."""


def is_damage(path: Path, error: DatabaseError) -> bool:
    """Whether a file could not be read because of what is in it, not of what is around it."""
    cause = error.__cause__
    if isinstance(cause, UnicodeDecodeError):
        return True
    if isinstance(cause, sqlite3.Error):
        return getattr(cause, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF in _DAMAGE
    return path.is_file() and not begins_like_sqlite(path)


def is_disk_error(error: DatabaseError) -> bool:
    """Whether the disk did not give or take bytes."""
    code = getattr(error.__cause__, "sqlite_errorcode", None)
    return code is not None and code & 0xFF == sqlite3.SQLITE_IOERR


def why_not_restorable(path: Path, *, thoroughly: bool) -> str:
    """Why a copy cannot be put back, as words for a bracket; '' when it can.

    A thorough look reads all of it, the other only opens it.
    """
    if not path.is_file():
        return "is not a file"
    try:
        with restoring.read_only(path) as connection:
            snapshots.counts(connection)
            if thoroughly and broken_pages(connection):
                return "damaged"
            if thoroughly and dangling_rows(connection):
                return "rows that belong to something gone"
    except DatabaseError as error:
        if is_damage(path, error):
            return "damaged"
        return str(error).removeprefix(f"{path} ").removesuffix(".")
    except OSError as error:
        return f"cannot be read, {reason_of(error)}"
    return ""
