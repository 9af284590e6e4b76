"""Filling new tables with rows that were read from damaged pages.

What a column does not take is left empty, or to its default; a row is left out only when it cannot
do without. What is tied to a lost row goes the same way, but no text about a contact is left out.
"""

import json
import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import NamedTuple

from recco_tui.storage.dates import stamp
from recco_tui.storage.dump import TABLES
from recco_tui.storage.pages import Row
from recco_tui.storage.records import Value
from recco_tui.storage.table_pages import Remains, Shape, TablePages, shapes_of

_LOG = ("changes", "change_rows")
_KINDS = re.compile(
    "(?P<day>_on$|_date$|_since$|^until$|^latest_)|(?P<time>_at$)|(?P<list>^typed$|^key_phrases$)"
)
"""What recco reads a column as, by its name."""
_MOST = 2**62
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


@dataclass
class _Table:
    """A table on its way. `ids` are those that are in; `known` as in `SalvagedTable`."""

    shape: Shape
    whole: bool
    indexed: frozenset[int] | None
    known: int | None
    ids: set[int] = field(default_factory=set)
    changed: set[int] = field(default_factory=set)
    stand_ins: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, shape: Shape, remains: Remains) -> "_Table":
        known = len(remains.rows) if remains.whole else None
        return cls(shape, remains.whole, remains.indexed, known)

    def misses(self, row: Row) -> bool:
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
            remains = self._found.remains(shape)
            tables[name] = table = _Table.of(shape, remains)
            for row in remains.rows:
                self._put(table, row)
        self._take_strays([table for table in tables.values() if not table.whole])
        self._untie(tables)
        saved = {name: self._saved(table) for name, table in tables.items()}
        self.log_is_whole = all(one.whole for one in saved.values()) and self._log_adds_up()
        if not self.log_is_whole:
            for name in reversed(_LOG):
                self._connection.execute(f"DELETE FROM {name}")
        return tuple(one for name, one in saved.items() if name not in _LOG)

    def _put(self, table: _Table, row: Row, *, as_it_is: bool = False) -> bool:
        """Put a row in; with what its columns do not take left out, unless only `as_it_is`."""
        if row.id in table.ids or not 0 < row.id < _MOST:
            return False
        values = dict(zip((c.name for c in table.shape.columns), row.values, strict=False))
        values["id"] = row.id
        if self._readable(table.shape, values) and self._insert(table, values):
            return True
        if as_it_is or not any(self._insert(table, one) for one in self._without(table, values)):
            return False
        table.changed.add(row.id)
        return True

    def _insert(self, table: _Table, values: Mapping[str, Value]) -> bool:
        names, marks = ", ".join(values), ", ".join("?" * len(values))
        try:
            self._connection.execute(
                f"INSERT INTO {table.shape.name} ({names}) VALUES ({marks})",
                tuple(values.values()),
            )
        except sqlite3.IntegrityError:
            return False
        table.ids.add(int(str(values["id"])))
        return True

    def _readable(self, shape: Shape, values: Mapping[str, Value]) -> bool:
        return all(
            _can_be_read(column.name, values[column.name])
            for column in shape.columns[: len(values)]
        )

    def _without(self, table: _Table, values: dict[str, Value]) -> Iterator[dict[str, Value]]:
        """The row without what cannot be read; then with one more column left out."""
        usable = {}
        for column in table.shape.columns[: len(values)]:
            value = values[column.name]
            if _can_be_read(column.name, value):
                usable[column.name] = value
            elif not column.optional:
                usable[column.name] = self._stand_in(column.name)
        yield usable
        for column in table.shape.columns[1:]:
            if column.optional and column.name in usable:
                yield {name: value for name, value in usable.items() if name != column.name}

    def _stand_in(self, name: str) -> str:
        """What stands for a day or a time that is none where there must be one."""
        return stamp(self._now) if name.endswith("_at") else self._now.date().isoformat()

    def _take_strays(self, missing: Sequence[_Table]) -> None:
        """Put in what stands on pages that hang on no tree: first where only one table fits."""
        # Where an index tells which ids are lost is the surest: that comes first among equals.
        missing = sorted(missing, key=lambda table: table.indexed is None)
        unsure: list[list[Row]] = []
        for rows in self._found.strays() if missing else ():
            fitting = [table for table in missing if self._score(table, rows)[0]]
            if len(fitting) == 1:
                self._put_all(fitting[0], rows)
            elif fitting:
                unsure.append(rows)
        for rows in unsure:
            scores = [self._score(table, rows) for table in missing]
            best = max(range(len(scores)), key=lambda at: scores[at])
            self._put_all(missing[best], rows)

    def _put_all(self, table: _Table, rows: Sequence[Row]) -> None:
        for row in rows:
            if table.misses(row):
                self._put(table, row)

    def _score(self, table: _Table, rows: Sequence[Row]) -> tuple[int, int]:
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
        """Empty the column where it may be empty. Where not, a stand-in keeps what somebody wrote
        about a contact or a project; of anything else the row is left out."""
        name = table.shape.name
        (named,) = self._connection.execute(
            f"SELECT {column} FROM {name} WHERE id = ?", (row_id,)
        ).fetchone() or (None,)
        if named is None or named in parent.ids:
            return
        if any(one.nullable for one in table.shape.columns if one.name == column):
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
        if not 0 < row_id < _MOST:
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


def _can_be_read(name: str, value: Value) -> bool:
    """Whether what a column of this name holds is a day, a time or a list where it has to be."""
    if value is None or not (kind := _KINDS.search(name)):
        return True
    try:
        if kind["day"]:
            date.fromisoformat(str(value))
        elif kind["time"]:
            return datetime.fromisoformat(str(value)).tzinfo is not None
        else:
            return all(isinstance(one, str) for one in json.loads(str(value)))
    except (ValueError, TypeError):
        return False
    return True
