"""What can still be read of a damaged file, put into a new and whole one.

What a column does not take is left empty, or to its default; a row is left out only when it cannot
do without. What is tied to a lost row goes the same way, but no text about a contact is left out.

Not by the `.recover` of SQLite's own program: that is not on every machine, some releases stop at
recco's tables, and rows on detached pages it cannot put back, which takes knowing the tables.
"""

import json
import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from recco_tui.core.errors import DatabaseError, FileLocked, reason_of
from recco_tui.storage import checkup, contacts, snapshots
from recco_tui.storage.columns import COLUMNS, DateColumn, ListColumn, TimeColumn
from recco_tui.storage.damaged_tables import ReadableRows, TablePages, TableShape, shapes_of
from recco_tui.storage.dates import stamp
from recco_tui.storage.dump import TABLES
from recco_tui.storage.rows import insertion
from recco_tui.storage.schema import MIGRATION_NAMES, MIGRATION_SET, empty_database, migrate
from recco_tui.storage.sqlite_errors import translate_sqlite_errors
from recco_tui.storage.sqlite_file import PageRow, Pages, Value
from recco_tui.storage.tables import CONTACTS

_LOG = ("changes", "change_rows")
_MIGRATIONS = "_sqlite_migrations"
_A_MIGRATION = re.compile(r"m[0-9]{3}_[a-z0-9_]+")
_TRIES = 3
_MOST = 2**53
"""No number that a table gave out is larger: one that is was not written by recco."""
_MOST_ID = 2**62
"""No id is larger: the one after the largest that SQLite knows could never be given out."""


class SalvagedTable(NamedTuple):
    """What came over of a table: how many rows of how many (None when nothing tells), in how many
    of them something is left empty or stands for what could not be read, and how many rows were
    made to stand for lost ones to which others are tied."""

    table: str
    rows: int
    known: int | None
    changed: int
    stand_ins: int

    @property
    def whole(self) -> bool:
        """Whether all of it came over as it was."""
        return self.rows == self.known and not self.changed


class Salvaged(NamedTuple):
    """What came over, by table. `log_is_whole`: what was done before can still be undone;
    `ends_early`: the newest changes stood in a write-ahead log that breaks off."""

    tables: tuple[SalvagedTable, ...]
    log_is_whole: bool
    ends_early: bool

    @property
    def whole(self) -> bool:
        """Whether nothing is known to be lost."""
        return (
            all(table.whole for table in self.tables) and self.log_is_whole and not self.ends_early
        )


def salvage(path: Path, target: Path, now: datetime) -> Salvaged:
    """Write what can be read of `path`, of which no byte is changed, to the new file `target`.

    `now` stands where a day that a row must have cannot be read. Raises `DatabaseError` when there
    is nothing to read or no way to write, `FileLocked` when another program keeps writing.
    """
    for _ in range(_TRIES):
        before = _state(path)
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as new:
            try:
                with closing(Pages(path)) as pages:
                    salvaged = _refilled(path, pages, new, now)
            except OSError as error:
                raise DatabaseError(f"{path} cannot be read ({reason_of(error)}).") from error
            # No lock is taken, so that no byte of the file or beside it changes.
            if _state(path) == before:
                _write(path, target, new, salvaged)
                return salvaged
    raise FileLocked(f"{path} is being written by another program. Try again when it has finished.")


def _write(path: Path, target: Path, new: sqlite3.Connection, salvaged: Salvaged) -> None:
    if not any(table.rows or table.known == 0 for table in salvaged.tables):
        raise DatabaseError(
            f"Nothing in {path} can be read. 'recco restore' lists the snapshots that can "
            "replace it."
        )
    if checkup.broken_pages(new) or checkup.dangling_rows(new):
        raise DatabaseError(f"What can be read of {path} is contradictory.")
    try:
        with translate_sqlite_errors(target):
            snapshots.copy_to(target, new)
    except OSError as error:
        raise DatabaseError(f"{target} cannot be written ({reason_of(error)}).") from error


def _state(path: Path) -> list[tuple[int, int, int] | None]:
    """What changes when the file or its log is written or replaced."""
    state: list[tuple[int, int, int] | None] = []
    for file in (path, Path(f"{path}-wal")):
        try:
            found = file.stat()
            state.append((found.st_ino, found.st_size, found.st_mtime_ns))
        except OSError:
            state.append(None)
    return state


def _refilled(path: Path, pages: Pages, new: sqlite3.Connection, now: datetime) -> Salvaged:
    """Make recco's tables as the file has them, fill them, and bring them up to date."""
    found = TablePages(pages)
    snapshots.copy_pages(empty_database(_done(path, found)), new)
    refilling = Refilling(new, found, now)
    salvaged = Salvaged(refilling.fill(), refilling.log_is_whole, not pages.log_is_whole)
    migrate(new)
    _bring_up_to_date(new, found.numbers_given_out())
    return salvaged


def _done(path: Path, found: TablePages) -> tuple[str, ...]:
    """The migrations that the file has had; all of them when that cannot be read."""
    usual = _usual_shapes()
    rows = found.readable_rows(usual[_MIGRATIONS]).rows
    # Each is numbered as it is done, so a damaged name is still known by its number.
    of_recco = [row for row in rows if MIGRATION_SET in row.values[1:2]]
    names = {row.id: str(name) for row in of_recco for name in row.values[2:3]}
    for number, name in names.items():
        is_later = _A_MIGRATION.fullmatch(name) and name[:4] > MIGRATION_NAMES[-1][:4]
        if is_later and number > len(MIGRATION_NAMES):
            raise DatabaseError(
                f"{path} was written by a newer recco (it has {name}). Update recco first."
            )
    if found.roots and not {_MIGRATIONS, *usual} & found.roots.keys():
        raise DatabaseError(
            f"{path} is a database of another program. Name a recco file with --db."
        )
    known = [
        at for at, name in enumerate(MIGRATION_NAMES, 1) if at in names or name in names.values()
    ]
    return MIGRATION_NAMES[: max(known, default=len(MIGRATION_NAMES))]


@cache
def _usual_shapes() -> dict[str, TableShape]:
    """The tables of a file that is up to date."""
    return shapes_of(empty_database(MIGRATION_NAMES))


def _bring_up_to_date(connection: sqlite3.Connection, numbers: Mapping[str, int]) -> None:
    """What follows from the rows: the search, and that no number is given out a second time."""
    for person in CONTACTS.every(connection):
        key = contacts.search_key_of(person)
        connection.execute("UPDATE contacts SET search = ? WHERE id = ?", (key, person.id))
    checkup.rebuild_search(connection)
    names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    for table, number in numbers.items():
        if table in names and 0 < number < _MOST:
            used = connection.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0]
            connection.execute("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
            connection.execute(
                "INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (table, max(number, used))
            )


@dataclass
class _Table:
    """A table on its way. `ids` are those that are in; `known` as in `SalvagedTable`."""

    shape: TableShape
    whole: bool
    indexed: frozenset[int] | None
    known: int | None
    ids: set[int] = field(default_factory=set)
    changed: set[int] = field(default_factory=set)
    stand_ins: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, shape: TableShape, found: ReadableRows) -> "_Table":
        known = len(found.rows) if found.whole else None
        return cls(shape, found.whole, found.indexed, known)

    def misses(self, row: PageRow) -> bool:
        """Whether the row may be one of those that were lost."""
        known_to_be_lost = self.indexed is None or row.id in self.indexed
        return known_to_be_lost and row.id not in self.ids and self.shape.fits(row)


class Refilling:
    """Fills the empty tables of `connection`, made by recco's migrations, once."""

    def __init__(self, connection: sqlite3.Connection, found: TablePages, now: datetime) -> None:
        self._connection, self._found, self._now = connection, found, now
        shapes = shapes_of(connection)
        self._shapes = {name: shapes[name] for name in (*TABLES, *_LOG) if name in shapes}
        self._keys = {name: _keys(connection, name) for name in self._shapes}
        self.log_is_whole = True
        """Whether all that was done can be undone; the log is left out otherwise: to undo half of
        a change, or one that names rows that are lost, would do more harm."""

    def fill(self) -> tuple[SalvagedTable, ...]:
        """Put everything that can be read into the tables; what came over of each but the log."""
        tables = {}
        for name, shape in self._shapes.items():
            found = self._found.readable_rows(shape)
            tables[name] = table = _Table.of(shape, found)
            for row in found.rows:
                self._put(table, row)
        self._take_detached([table for table in tables.values() if not table.whole])
        self._untie(tables)
        saved = {name: self._saved(table) for name, table in tables.items()}
        self.log_is_whole = all(table.whole for table in saved.values()) and self._log_adds_up()
        if not self.log_is_whole:
            for name in reversed(_LOG):
                self._connection.execute(f"DELETE FROM {name}")
        return tuple(table for name, table in saved.items() if name not in _LOG)

    def _put(self, table: _Table, row: PageRow, *, as_it_is: bool = False) -> bool:
        """Put a row in; with what its columns do not take left out, unless only `as_it_is`."""
        if row.id in table.ids or not 0 < row.id < _MOST_ID:
            return False
        values = dict(zip((c.name for c in table.shape.columns), row.values, strict=False))
        values["id"] = row.id
        if self._readable(table.shape, values) and self._insert(table, values):
            return True
        if as_it_is or not any(
            self._insert(table, fewer) for fewer in self._without(table, values)
        ):
            return False
        table.changed.add(row.id)
        return True

    def _insert(self, table: _Table, values: Mapping[str, Value]) -> bool:
        try:
            self._connection.execute(insertion(table.shape.name, values), tuple(values.values()))
        except sqlite3.IntegrityError:
            return False
        table.ids.add(int(str(values["id"])))
        return True

    def _readable(self, shape: TableShape, values: Mapping[str, Value]) -> bool:
        return all(
            _can_be_read(shape.name, column.name, values[column.name])
            for column in shape.columns[: len(values)]
        )

    def _without(self, table: _Table, values: dict[str, Value]) -> Iterator[dict[str, Value]]:
        """The row without what cannot be read; then with one more column left out."""
        usable = {}
        for column in table.shape.columns[: len(values)]:
            value = values[column.name]
            if _can_be_read(table.shape.name, column.name, value):
                usable[column.name] = value
            elif not column.optional:
                usable[column.name] = self._stand_in(table.shape.name, column.name)
        yield usable
        for column in table.shape.columns[1:]:
            if column.optional and column.name in usable:
                yield {name: value for name, value in usable.items() if name != column.name}

    def _stand_in(self, table: str, name: str) -> str:
        """What stands for a day or a time that is none where there must be one."""
        is_time = isinstance(COLUMNS[table][name], TimeColumn)
        return stamp(self._now) if is_time else self._now.date().isoformat()

    def _take_detached(self, missing: Sequence[_Table]) -> None:
        """Put in what stands on pages that are in no tree: first where only one table fits."""
        # Where an index tells which ids are lost is the surest: that comes first among equals.
        missing = sorted(missing, key=lambda table: table.indexed is None)
        unsure: list[list[PageRow]] = []
        for rows in self._found.detached_rows() if missing else ():
            fitting = [table for table in missing if self._score(table, rows)[0]]
            if len(fitting) == 1:
                self._put_all(fitting[0], rows)
            elif fitting:
                unsure.append(rows)
        for rows in unsure:
            scores = [self._score(table, rows) for table in missing]
            best = max(range(len(scores)), key=lambda at: scores[at])
            self._put_all(missing[best], rows)

    def _put_all(self, table: _Table, rows: Sequence[PageRow]) -> None:
        for row in rows:
            if table.misses(row):
                self._put(table, row)

    def _score(self, table: _Table, rows: Sequence[PageRow]) -> tuple[int, int]:
        """How many of the rows the table would take as they are, and how many of its ties hold."""
        wanted = [row for row in rows if table.misses(row)]
        if not wanted:
            return 0, 0
        trial = _Table(table.shape, False, None, None, set(table.ids))
        self._connection.execute("SAVEPOINT trial")
        taken = [row.id for row in wanted if self._put(trial, row, as_it_is=True)]
        ties = sum(
            self._connection.execute(
                f"SELECT count(*) FROM {table.shape.name} c JOIN {parent} p ON p.id = c.{column} "
                "WHERE c.id IN (SELECT value FROM json_each(?))",
                (json.dumps(taken),),
            ).fetchone()[0]
            for column, parent in self._keys[table.shape.name].values()
        )
        self._connection.execute("ROLLBACK TO trial")
        self._connection.execute("RELEASE trial")
        return len(taken), ties

    def _untie(self, tables: Mapping[str, _Table]) -> None:
        """Deal with each row that names a lost one, until none does."""
        while found := self._connection.execute("PRAGMA foreign_key_check").fetchall():
            for name, row_id, _, key in found:
                column, parent = self._keys[name][key]
                self._untie_one(tables[name], row_id, column, tables[parent])

    def _untie_one(self, table: _Table, row_id: int, column: str, parent: _Table) -> None:
        """Empty the column where it may be empty. Where not, a stand-in keeps what someone wrote
        about a contact or a project; of anything else the row is left out."""
        name = table.shape.name
        (named,) = self._connection.execute(
            f"SELECT {column} FROM {name} WHERE id = ?", (row_id,)
        ).fetchone() or (None,)
        if named is None or named in parent.ids:
            return
        if any(declared.nullable for declared in table.shape.columns if declared.name == column):
            self._connection.execute(f"UPDATE {name} SET {column} = NULL WHERE id = ?", (row_id,))
            table.changed.add(row_id)
        elif not self._stand_for(parent, named):
            self._connection.execute(f"DELETE FROM {name} WHERE id = ?", (row_id,))
            table.ids.discard(row_id)
            table.changed.discard(row_id)

    def _stand_for(self, table: _Table, row_id: int) -> bool:
        """Make a row for a lost one, with the address that the index still has of a contact."""
        wordings: dict[str, list[dict[str, Value]]] = {
            "contacts": [
                {"name": f"Lost contact {row_id}", "slug": self._addresses.get(row_id)},
                {"name": f"Lost contact {row_id}"},
            ],
            "projects": [{"title": f"Lost project {row_id}"}],
        }
        if not 0 < row_id < _MOST_ID:
            return False
        for values in wordings.get(table.shape.name, []):
            if self._insert(table, {"id": row_id, **values}):
                table.stand_ins.add(row_id)
                return True
        return False

    @cached_property
    def _addresses(self) -> dict[int, Value]:
        return self._found.named_by_index(self._shapes["contacts"], "slug")

    def _saved(self, table: _Table) -> SalvagedTable:
        rows = table.ids - table.stand_ins
        known = table.known
        if known is None and table.indexed is not None:
            known = len(table.indexed | rows)
        return SalvagedTable(
            table.shape.name, len(rows), known, len(table.changed), len(table.stand_ins)
        )

    def _log_adds_up(self) -> bool:
        """Whether each change has as many rows as it had, each as readable as it was."""
        found = self._connection.execute(
            "SELECT 1 FROM changes c WHERE row_count != "
            "(SELECT count(*) FROM change_rows r WHERE r.change_id = c.id) UNION ALL "
            "SELECT 1 FROM change_rows WHERE NOT json_valid(coalesce(before, '{}')) "
            "OR NOT json_valid(coalesce(after, '{}')) LIMIT 1"
        ).fetchone()
        return found is None


def _keys(connection: sqlite3.Connection, table: str) -> dict[int, tuple[str, str]]:
    """The column and the other table of each foreign key, by SQLite's number for it."""
    return {
        number: (column, parent)
        for number, _, parent, column, *_ in connection.execute(
            f"PRAGMA foreign_key_list('{table}')"
        )
    }


def _can_be_read(table: str, name: str, value: Value) -> bool:
    """Whether there is a day, a time or a list where the column has to hold one."""
    column = COLUMNS.get(table, {}).get(name)
    if value is None or not isinstance(column, DateColumn | ListColumn):
        return True
    try:
        if isinstance(column, TimeColumn):
            return datetime.fromisoformat(str(value)).tzinfo is not None
        if isinstance(column, DateColumn):
            date.fromisoformat(str(value))
            return True
        return all(isinstance(text, str) for text in json.loads(str(value)))
    except (ValueError, TypeError):
        return False
