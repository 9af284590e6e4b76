"""Which rows of which table stand on which pages of a file that SQLite no longer reads.

A table is a tree of pages. Where a page is lost, those below it are detached: they say what stands
on them but not whose they are, so that it takes the shape of their rows to tell.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import NamedTuple

from recco_tui.storage.sqlite_file import (
    INDEX_INNER,
    TABLE_INNER,
    TABLE_LEAF,
    PageRow,
    PageRows,
    Pages,
    Unreadable,
    Value,
)

_SCHEMA_COLUMNS = 5
_TYPES: dict[str, type] = {"INTEGER": int, "TEXT": str}
_DEEPEST = 20
"""Levels of a tree: far more than any file has, so that pages that go round come to an end."""


class ColumnShape(NamedTuple):
    """A column of a table as recco makes it; `optional` ones may be left out of a row."""

    name: str
    type: type
    nullable: bool
    optional: bool


class TableShape(NamedTuple):
    """A table as recco makes it; the pages with which it and its full indexes begin then, and the
    columns of these."""

    name: str
    columns: tuple[ColumnShape, ...]
    root: int
    indexes: dict[str, int]
    indexed_columns: dict[str, tuple[str, ...]]

    def fits(self, row: PageRow) -> bool:
        """Whether the row could be one of this table, by the number and types of its columns."""
        values = row.values
        if not 1 <= len(values) <= len(self.columns) or values[0] is not None:
            return False
        given = zip(self.columns[1:], values[1:], strict=False)
        return all(
            isinstance(value, column.type) or (value is None and column.nullable)
            for column, value in given
        ) and all(column.optional for column in self.columns[len(values) :])


class ReadableRows(NamedTuple):
    """What can be read of a table. `indexed` are the ids that it had; None when that is lost."""

    rows: list[PageRow]
    whole: bool
    indexed: frozenset[int] | None


def shapes_of(connection: sqlite3.Connection) -> dict[str, TableShape]:
    """Every table of the open database that has an id, by its name."""
    roots = dict(connection.execute("SELECT name, rootpage FROM sqlite_master WHERE rootpage > 0"))
    found = {}
    for name, root in roots.items():
        information = connection.execute(f"PRAGMA table_info('{name}')").fetchall()
        if not information or information[0][1] != "id":
            continue
        columns = tuple(
            ColumnShape(
                column, _TYPES.get(kind, object), not required, not required or default is not None
            )
            for _, column, kind, required, default, _ in information
        )
        full = [
            index
            for _, index, _, _, partial in connection.execute(f"PRAGMA index_list('{name}')")
            if not partial
        ]
        indexed = {
            index: tuple(
                column for _, _, column in connection.execute(f"PRAGMA index_info('{index}')")
            )
            for index in full
        }
        found[name] = TableShape(
            name, columns, root, {index: roots[index] for index in full}, indexed
        )
    return found


class TablePages:
    """The trees of a file. `roots` are where its own schema says that they begin."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        self._passed: set[int] = set()
        schema, _ = self._walk(1, _is_schema)
        self.roots = {
            str(row.values[1]): row.values[3]
            for row in schema
            if isinstance(row.values[3], int) and row.values[3] > 1
        }

    def readable_rows(self, shape: TableShape) -> ReadableRows:
        """What can be read of a table, following its tree and its indexes."""
        of_indexes = (self._indexed(name, root) for name, root in shape.indexes.items())
        indexed = next((ids for ids in of_indexes if ids is not None), None)
        for root in self._begins(shape.name, shape.root):
            if self._leads_to(root, shape):
                rows, whole = self._walk(root, shape.fits)
                lost = (indexed or frozenset()).difference(row.id for row in rows)
                return ReadableRows(rows, whole and not lost, indexed)
        return ReadableRows([], False, indexed)

    def numbers_given_out(self) -> dict[str, int]:
        """The last id that each table gave out, even to a row that is gone; those to be read."""
        root = self.roots.get("sqlite_sequence")
        rows = self._walk(root, lambda row: len(row.values) == 2)[0] if root else []
        return {str(row.values[0]): row.values[1] for row in rows if isinstance(row.values[1], int)}

    def named_by_index(self, shape: TableShape, column: str) -> dict[int, Value]:
        """What an index of one column says of it, by id: also of rows that are lost themselves."""
        for name, root in shape.indexes.items():
            if shape.indexed_columns[name] == (column,):
                entries = [e for at in self._begins(name, root) for e in self._entries(at)[0]]
                return {entry.id: entry.values[0] for entry in entries if len(entry.values) == 1}
        return {}

    def detached_rows(self) -> Iterator[list[PageRow]]:
        """The rows of each page that is in no tree followed so far and is not free."""
        free = self._pages.free()
        for number in range(1, self._pages.count + 1):
            if number in self._passed or number in free or self._pages.kind(number) != TABLE_LEAF:
                continue
            with suppress(Unreadable):
                if rows := self._pages.leaf(number).rows:
                    yield rows

    def _begins(self, name: str, usually: int) -> Iterable[int]:
        """Where a tree may begin: the schema first, then where recco's own migrations put it."""
        return dict.fromkeys((self.roots.get(name, usually), usually))

    def _leads_to(self, number: int, shape: TableShape) -> bool:
        """Whether a leaf below the page holds rows of this shape, or the page is an empty one."""
        waiting = [(number, 0)]
        passed = set(self._passed)
        while waiting:
            at, depth = waiting.pop()
            if at in passed or depth > _DEEPEST:
                continue
            passed.add(at)
            with suppress(Unreadable):
                if self._pages.kind(at) == TABLE_INNER:
                    waiting += [(page, depth + 1) for page in self._pages.below(at).numbers]
                    continue
                leaf = self._pages.leaf(at)
                if any(map(shape.fits, leaf.rows)) or (not leaf.rows and leaf.whole and not depth):
                    return True
        return False

    def _walk(self, root: int, fits: Callable[[PageRow], bool]) -> tuple[list[PageRow], bool]:
        """The rows of a table's tree in order, and whether no page and no row was lost."""

        def read(number: int) -> PageRows:
            if self._pages.kind(number) == TABLE_INNER:
                return PageRows([], True)
            leaf = self._pages.leaf(number)
            fitting = [row for row in leaf.rows if fits(row)]
            if not fitting and (leaf.rows or number != root):
                raise Unreadable("empty, or rows of another table")
            return PageRows(fitting, leaf.whole and len(fitting) == len(leaf.rows))

        return self._read_tree(root, TABLE_INNER, read, self._passed)

    def _indexed(self, name: str, usually: int) -> frozenset[int] | None:
        """The ids that an index names; None when a part of it is lost."""
        for root in self._begins(name, usually):
            entries, whole = self._entries(root)
            if whole:
                return frozenset(entry.id for entry in entries)
        return None

    def _entries(self, root: int) -> tuple[list[PageRow], bool]:
        return self._read_tree(root, INDEX_INNER, self._pages.entries, set())

    def _read_tree(
        self, root: int, inner: int, read: Callable[[int], PageRows], passed: set[int]
    ) -> tuple[list[PageRow], bool]:
        """What `read` gives of each page, and whether all could be read."""
        rows: list[PageRow] = []
        whole, waiting = True, [root]
        while waiting:
            number = waiting.pop()
            try:
                if number in passed:
                    raise Unreadable("a tree with a loop")
                found = read(number)
                if self._pages.kind(number) == inner:
                    below = self._pages.below(number)
                    waiting += reversed(below.numbers)
                    whole = whole and below.whole
                rows += found.rows
                whole = whole and found.whole
                passed.add(number)
            except Unreadable:
                whole = False
        return rows, whole


def _is_schema(row: PageRow) -> bool:
    return len(row.values) == _SCHEMA_COLUMNS and isinstance(row.values[1], str)
