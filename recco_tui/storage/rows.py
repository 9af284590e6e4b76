"""Records out of their tables, and rows into them."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from typing import Any, Generic, Self, TypeVar

from recco_tui.storage.columns import COLUMNS, Stored, Value, column_name, fields_of, stored

Record = TypeVar("Record")
_Values = Sequence[Stored] | Mapping[str, Stored]
_AT_ONCE = 1000


class Selection(Generic[Record]):
    """What a SELECT asks for so that records can be made of it.

    `columns` has the SQL of each field, `converted` what makes the field of what SQLite gives; a
    field without SQL gets its default. Values are converted a column of many rows at a time: a
    board is made of 30,000 records.
    """

    def __init__(
        self,
        record: type[Record],
        columns: Mapping[str, str],
        converted: Mapping[str, Callable[[Any], Any]],
    ) -> None:
        self._record = record
        fields = fields_of(record)
        self._fields = [
            (name in columns, converted.get(name), default) for name, (_, default) in fields.items()
        ]
        self.columns = ", ".join(columns[name] for name in fields if name in columns)

    @classmethod
    def of_table(
        cls,
        record: type[Record],
        table: str,
        *,
        without: Iterable[str] = (),
        columns: Mapping[str, str] | None = None,
        converted: Mapping[str, Callable[[Any], Any]] | None = None,
    ) -> Self:
        """Every field that has a column in the table, but those named; others as given."""
        held = {
            field: COLUMNS[table][column_name(field)]
            for field in fields_of(record)
            if field not in without and column_name(field) in COLUMNS[table]
        }
        reads = {field: column.read for field, column in held.items() if column.converted}
        return cls(
            record,
            {**{field: column_name(field) for field in held}, **(columns or {})},
            {**reads, **(converted or {})},
        )

    def read(
        self, connection: sqlite3.Connection, rest: str, values: _Values = (), *, ctes: str = ""
    ) -> tuple[Record, ...]:
        """The records of the rows that `rest`, our own SQL from FROM on, selects."""
        cursor = connection.execute(f"{ctes}SELECT {self.columns} {rest}", values)
        found: list[Record] = []
        while rows := cursor.fetchmany(_AT_ONCE):
            found += self._records(zip(*rows, strict=True))
        return tuple(found)

    def one(self, connection: sqlite3.Connection, rest: str, values: _Values = ()) -> Record | None:
        """The first of them, None when there is none."""
        return next(iter(self.read(connection, rest, values)), None)

    def by(
        self, column: str, connection: sqlite3.Connection, rest: str, values: _Values = ()
    ) -> dict[Any, list[Record]]:
        """The same by what stands in a column that the records lack."""
        rows = connection.execute(f"SELECT {column}, {self.columns} {rest}", values).fetchall()
        found: dict[Any, list[Record]] = defaultdict(list)
        if rows:
            selected = zip(*rows, strict=True)
            for key, record in zip(next(selected), self._records(selected), strict=True):
                found[key].append(record)
        return found

    def _records(self, columns: Iterator[tuple[Any, ...]]) -> Iterator[Record]:
        fields: list[Iterable[Any]] = []
        for selected, convert, default in self._fields:
            column = next(columns) if selected else repeat(default)
            fields.append(map(convert, column) if selected and convert else column)
        return map(self._record, *fields)


def insert(connection: sqlite3.Connection, table: str, values: Mapping[str, Value]) -> int:
    """Insert one row; its id."""
    names, marks = ", ".join(values), ", ".join("?" * len(values))
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


def delete_equal(connection: sqlite3.Connection, table: str, equal: Mapping[str, int]) -> None:
    """Delete the rows whose columns hold these values."""
    delete(connection, table, " AND ".join(f"{column} = ?" for column in equal), [*equal.values()])
