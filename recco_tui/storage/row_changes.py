"""Changes of single rows: out of a SQLite changeset, and into tables.

The same for the tables of the open file and for those in memory that a sync works with.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from recco_tui.storage.columns import COLUMNS, ReferenceColumn, Stored, unique_columns
from recco_tui.storage.dump import TABLES
from recco_tui.storage.rows import insertion

Row = dict[str, Stored]
Execute = Callable[[str, Sequence[Stored]], object]
_ORDER = {table: place for place, table in enumerate(TABLES)}


class RowChange(NamedTuple):
    """A row as it was and as it is; of a row that was there before, only the columns that changed.

    `before` is None for a new row, `after` for a removed one.
    """

    table: str
    id: int
    before: Row | None
    after: Row | None


def read_changeset(changeset: bytes, columns: Mapping[str, Sequence[str]]) -> list[RowChange]:
    """What a changeset says, in the order of `TABLES` and of ids. Raises `ValueError` for tables or
    columns that there are none of."""
    import apsw

    found = []
    for change in _changes_in(changeset):
        names = columns.get(change.name, ())
        if change.name not in _ORDER or len(names) != change.column_count:
            raise ValueError(f"{change.name} is no table of recco's")
        old, new = (_row(names, values, apsw.no_change) for values in (change.old, change.new))
        id_ = int((old or new or {})["id"])  # type: ignore[arg-type]
        if old is not None and new is not None:
            old = {name: old[name] for name in new}
        found.append(RowChange(change.name, id_, old, new))
    return sorted(found, key=lambda change: (_ORDER[change.table], change.id))


def _changes_in(changeset: bytes) -> Iterator[Any]:
    import apsw

    try:
        yield from apsw.Changeset.iter(changeset)
    except apsw.Error as error:
        raise ValueError("no changeset") from error


def _row(names: Sequence[str], values: Sequence[Any] | None, unchanged: object) -> Row | None:
    if values is None:
        return None
    pairs = zip(names, values, strict=True)
    return {name: value for name, value in pairs if value is not unchanged}


def write_changes(execute: Execute, changes: Iterable[RowChange]) -> None:
    """Within a transaction that ties rows at its end: make the tables what the changes say.

    Values that only one row may have are given up before another row gets them.
    """
    removed: list[RowChange] = []
    changed: list[RowChange] = []
    added: list[RowChange] = []
    for change in changes:
        if change.before is None:
            added.append(change)
        else:
            (removed if change.after is None else changed).append(change)
    for change in reversed(removed):
        execute(f"DELETE FROM {change.table} WHERE id = ?", (change.id,))
    for change in changed:
        _give_up(execute, change)
    for change in changed:
        update(execute, change.table, change.id, change.after or {})
    for change in added:
        insert(execute, change.table, change.after or {})


def _give_up(execute: Execute, change: RowChange) -> None:
    names = {name for names in unique_columns(change.table) for name in names}
    given_up: Row = {}
    for name in names & (change.after or {}).keys():
        column = COLUMNS[change.table][name]
        given_up[name] = None if column.null else f"\0{change.id}"
        if isinstance(column, ReferenceColumn):
            given_up[name] = -change.id
    update(execute, change.table, change.id, given_up)


def update(execute: Execute, table: str, id_: int, values: Mapping[str, Stored]) -> None:
    """Put these values into a row."""
    if values:
        sets = ", ".join(f"{name} = ?" for name in values)
        execute(f"UPDATE {table} SET {sets} WHERE id = ?", (*values.values(), id_))


def insert(execute: Execute, table: str, row: Mapping[str, Stored]) -> None:
    """Put a row in."""
    execute(insertion(table, row), tuple(row.values()))


def counted(changes: Iterable[RowChange]) -> dict[str, int]:
    """How many rows of each table change."""
    found: dict[str, int] = defaultdict(int)
    for table, those in groupby(changes, key=lambda change: change.table):
        found[table] += len(list(those))
    return dict(found)
