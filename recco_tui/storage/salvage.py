"""What can still be read of a damaged file, put into a new and whole one.

Not by the `.recover` of SQLite's own program: that is not on every machine, some releases stop at
recco's tables, and rows on stray pages it cannot put back, which takes knowing the tables.
"""

import re
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple

from recco_tui.core.errors import DatabaseError, FileLocked
from recco_tui.storage import checkup, contacts, snapshots, versions
from recco_tui.storage.pages import Pages
from recco_tui.storage.refilling import Refilling, SalvagedTable
from recco_tui.storage.sqlite_errors import translate_sqlite_errors
from recco_tui.storage.table_pages import Shape, TablePages, shapes_of

_MIGRATIONS = "_sqlite_migrations"
_A_MIGRATION = re.compile(r"m[0-9]{3}_[a-z0-9_]+")
_TRIES = 3
_MOST = 2**53
"""No number that a table gave out is larger: one that is was not written by recco."""


class Salvaged(NamedTuple):
    """What came over, by table. `log_is_whole`: what was done before can still be undone;
    `ends_early`: the newest changes stood in a write-ahead log that breaks off."""

    tables: tuple[SalvagedTable, ...]
    log_is_whole: bool
    ends_early: bool

    @property
    def whole(self) -> bool:
        """Whether nothing is known to be lost."""
        return all(one.whole for one in self.tables) and self.log_is_whole and not self.ends_early


def salvage(path: Path, target: Path, now: datetime) -> Salvaged:
    """Write what can be read of `path`, of which no byte is changed, to the new file `target`.

    `now` stands where a day that a row must have cannot be read. Raises `DatabaseError` when there
    is nothing to read or no way to write, `FileLocked` when another program keeps writing.
    """
    for _ in range(_TRIES):
        before = _state(path)
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as new:
            try:
                with Pages(path) as pages:
                    salvaged = _refilled(path, pages, new, now)
            except OSError as error:
                raise DatabaseError(f"{path} cannot be read ({_reason(error)}).") from error
            # No lock is taken, so that no byte of the file or beside it changes.
            if _state(path) == before:
                _write(path, target, new, salvaged)
                return salvaged
    raise FileLocked(f"{path} is being written by another program: try again when it has finished.")


def _write(path: Path, target: Path, new: sqlite3.Connection, salvaged: Salvaged) -> None:
    if not any(one.rows or one.known == 0 for one in salvaged.tables):
        raise DatabaseError(
            f"Nothing in {path} can be read: 'recco restore' lists the snapshots that can take its "
            "place."
        )
    if checkup.broken_pages(new) or checkup.dangling_rows(new):
        raise DatabaseError(f"What can be read of {path} does not fit together.")
    try:
        with translate_sqlite_errors(target):
            snapshots.copy_to(target, new)
    except OSError as error:
        raise DatabaseError(f"{target} cannot be written ({_reason(error)}).") from error


def _state(path: Path) -> list[tuple[int, int, int] | None]:
    """What changes when the file or its log is written or replaced."""
    state: list[tuple[int, int, int] | None] = []
    for one in (path, Path(f"{path}-wal")):
        try:
            found = one.stat()
            state.append((found.st_ino, found.st_size, found.st_mtime_ns))
        except OSError:
            state.append(None)
    return state


def _refilled(path: Path, pages: Pages, new: sqlite3.Connection, now: datetime) -> Salvaged:
    """Make recco's tables as the file has them, fill them, and bring them up to date."""
    found = TablePages(pages)
    _migrate(new, _done(path, found))
    refilling = Refilling(new, found, now)
    salvaged = Salvaged(refilling.fill(), refilling.log_is_whole, not pages.log_is_whole)
    _migrate(new, versions.NAMES)
    _bring_up_to_date(new, found.numbers_given_out())
    return salvaged


def _done(path: Path, found: TablePages) -> tuple[str, ...]:
    """The migrations that the file has had; all of them when that cannot be read."""
    usual = _usual_shapes()
    rows = found.remains(usual[_MIGRATIONS]).rows
    of_recco = [row.values for row in rows if versions.MIGRATION_SET in row.values[1:2]]
    names = [str(name) for values in of_recco for name in values[2:3]]
    for name in names:
        if _A_MIGRATION.fullmatch(name) and name[:4] > versions.NAMES[-1][:4]:
            raise DatabaseError(
                f"{path} was written by a newer recco (it has {name}): update recco first."
            )
    if found.roots and not {_MIGRATIONS, *usual} & found.roots.keys():
        raise DatabaseError(
            f"{path} is a database of another program: name a file of recco's with --db."
        )
    known = [at for at, name in enumerate(versions.NAMES, 1) if name in names]
    return versions.NAMES[: max(known, default=len(versions.NAMES))]


@cache
def _usual_shapes() -> dict[str, Shape]:
    """The tables of a file that is up to date."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as newest:
        _migrate(newest, versions.NAMES)
        return shapes_of(newest)


def _migrate(connection: sqlite3.Connection, names: tuple[str, ...]) -> None:
    if names == versions.applied(connection):
        return
    from sqlite_utils import Database as Migrated

    from recco_tui.storage.migrations import migrations

    later = versions.NAMES[len(names) :]
    migrations.apply(Migrated(connection, execute_plugins=False), stop_before=later or None)


def _bring_up_to_date(connection: sqlite3.Connection, numbers: Mapping[str, int]) -> None:
    """What follows from the rows: the search, and that no number is given out a second time."""
    for id_, *words in connection.execute(
        "SELECT id, name, company, position FROM contacts"
    ).fetchall():
        connection.execute(
            "UPDATE contacts SET search = ? WHERE id = ?", (contacts.search_key(*words), id_)
        )
    checkup.rebuild_search(connection)
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    for table, number in numbers.items():
        if table in names and 0 < number < _MOST:
            used = connection.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0]
            connection.execute("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
            connection.execute(
                "INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (table, max(number, used))
            )


def _reason(error: OSError) -> str:
    return (error.strerror or "no reason given").lower()
