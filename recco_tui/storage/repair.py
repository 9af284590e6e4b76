"""Values that should not be in the file, written by an older recco or by hand, and their cure."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from recco_tui.core.cleaning import shortened
from recco_tui.storage.columns import COLUMNS


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
    def can_be_put_right(self) -> bool:
        """Not so the number of a row, or what a row is tied to."""
        return COLUMNS[self.table][self.column].repairable

    @property
    def can_be_put_back(self) -> bool:
        """Whether SQLite would take the wrong value again: what undo of the cure does."""
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


def put_right(connection: sqlite3.Connection, values: Iterable[BadValue]) -> None:
    """Within a transaction: store what can be read of each, else what stands for nothing. A row in
    which that would clash with another is left."""
    by_row: dict[tuple[str, int], list[BadValue]] = defaultdict(list)
    for one in values:
        by_row[one.table, one.row].append(one)
    for (table, row), those in by_row.items():
        columns = COLUMNS[table]
        sets = ", ".join(f"{one.column} = ?" for one in those)
        connection.execute(
            f"UPDATE OR IGNORE {table} SET {sets} WHERE id = ?",
            [*(columns[one.column].repaired(one.value) for one in those), row],
        )
