"""Records out of their tables, and rows into them."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
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


class Table(Generic[Record]):
    """The rows of one table, each as a record; in `order` (SQL)."""

    def __init__(
        self,
        name: str,
        record: type[Record],
        order: str,
        *,
        columns: Mapping[str, str] | None = None,
    ) -> None:
        """`columns` as in `Selection`."""
        self.name, self.order = name, order
        self.selection = Selection.of_table(record, name, columns=columns)

    def where(
        self, connection: sqlite3.Connection, condition: str, *values: Stored
    ) -> tuple[Record, ...]:
        """Those that meet a condition, our own SQL."""
        rest = f"FROM {self.name} WHERE {condition} ORDER BY {self.order}"
        return self.selection.read(connection, rest, values)

    def get(self, connection: sqlite3.Connection, row_id: int) -> Record | None:
        """The row of this id, None when there is none."""
        return next(iter(self.where(connection, "id = ?", row_id)), None)

    def every(self, connection: sqlite3.Connection) -> tuple[Record, ...]:
        """All of them, archived contacts' too."""
        return self.where(connection, "1")

    def of_contact(self, connection: sqlite3.Connection, contact_id: int) -> tuple[Record, ...]:
        """Those about one person."""
        return self.where(connection, "contact_id = ?", contact_id)

    def unarchived(self, connection: sqlite3.Connection) -> tuple[Record, ...]:
        """Those about people who are not archived."""
        return self.where(connection, UNARCHIVED)


UNARCHIVED = "contact_id NOT IN (SELECT id FROM contacts WHERE archived_on NOTNULL)"
"""A condition on rows that are about a contact."""


def insertion(table: str, names: Collection[str]) -> str:
    """The SQL that inserts a row with values for these columns."""
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"


def insert(connection: sqlite3.Connection, table: str, fields: Mapping[str, Value]) -> int:
    """Insert one row; its id. Here and below, a column goes by the name of its field, too."""
    values = _by_column(fields)
    cursor = connection.execute(insertion(table, values), [*values.values()])
    return int(cursor.lastrowid or 0)


def _by_column(fields: Mapping[str, Value]) -> dict[str, Stored]:
    return {column_name(field): stored(value) for field, value in fields.items()}


def update(
    connection: sqlite3.Connection, table: str, row_id: int, fields: Mapping[str, Value]
) -> None:
    """Change the named columns of one row; a row that already holds them is not touched."""
    if not fields:
        return
    values = _by_column(fields)
    sets = ", ".join(f"{name} = :{name}" for name in values)
    differs = " OR ".join(f"{name} IS NOT :{name}" for name in values)
    connection.execute(
        f"UPDATE {table} SET {sets} WHERE id = :row_id AND ({differs})",
        {**values, "row_id": row_id},
    )


def delete(connection: sqlite3.Connection, table: str, where: str, values: Iterable[Value]) -> None:
    """Delete the rows that `where` (our own SQL) selects."""
    connection.execute(f"DELETE FROM {table} WHERE {where}", [stored(v) for v in values])


def delete_equal(connection: sqlite3.Connection, table: str, equal: Mapping[str, int]) -> None:
    """Delete the rows whose columns hold these values."""
    delete(connection, table, " AND ".join(f"{column} = ?" for column in equal), [*equal.values()])
