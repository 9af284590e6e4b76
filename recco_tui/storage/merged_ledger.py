"""The merged ledger of several machines, in memory beside the one of the open file.

By apsw: SQLite's session extension makes the changesets, which the sqlite3 of Python cannot. It is
not attached to the connections that write, as SQLite means it to be: those are many, in several
processes, and are sqlite3's. It finds the difference between two states instead. That sees what the
log of changes (`history`) does not have: undo and redo themselves, saves of drafts, what the doctor
or another program wrote, a snapshot put back. apsw never opens the file itself, for two SQLite
libraries in one process would give up each other's locks on it.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from typing import Any

from recco_tui.core.errors import NotInstalled
from recco_tui.core.kept_values import KeptValue
from recco_tui.core.settings import OWN
from recco_tui.storage import row_changes
from recco_tui.storage.columns import COLUMNS, Stored
from recco_tui.storage.dump import TABLES
from recco_tui.storage.row_changes import Row, RowChange


class MergedLedger:
    """Rows of the merged ledger, and beside them those of the open file (`connection`)."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = _in_memory()
        self._db.execute("ATTACH ':memory:' AS open_file")
        self.columns = {
            table: tuple(row[1] for row in connection.execute(f"PRAGMA table_info({table})"))
            for table in TABLES
        }
        self._make_tables(connection)
        self._copy(connection)
        self.forget()

    def _make_tables(self, connection: sqlite3.Connection) -> None:
        marks = ", ".join("?" * len(TABLES))
        for (sql,) in connection.execute(
            f"SELECT sql FROM sqlite_master WHERE tbl_name IN ({marks}) AND sql IS NOT NULL "
            "AND type IN ('table', 'index') ORDER BY type DESC",
            TABLES,
        ):
            self._db.execute(sql)
            if sql.startswith("CREATE TABLE"):
                self._db.execute(sql.replace("CREATE TABLE ", "CREATE TABLE open_file.", 1))
        self._db.execute(
            "CREATE TABLE removed (table_name TEXT, id INTEGER, content TEXT, "
            "PRIMARY KEY (table_name, id)) WITHOUT ROWID"
        )

    def _copy(self, connection: sqlite3.Connection) -> None:
        """What the open file holds, but for settings that are this machine's own."""
        for table, names in self.columns.items():
            rows = connection.execute(f"SELECT {', '.join(names)} FROM {table}")
            marks = ", ".join("?" * len(names))
            self._db.executemany(f"INSERT INTO open_file.{table} VALUES ({marks})", rows)
        self.drop_own_settings("open_file")

    def drop_own_settings(self, schema: str = "main") -> None:
        """Take out the settings that are one machine's own, whoever wrote them into a batch."""
        marks = ", ".join("?" * len(OWN))
        self._db.execute(f"DELETE FROM {schema}.settings WHERE name IN ({marks})", tuple(OWN))

    def forget(self) -> None:
        """Empty the merged ledger."""
        for table in (*TABLES, "removed"):
            self._db.execute(f"DELETE FROM main.{table}")
        self.kept: list[KeptValue] = []
        self._added: dict[tuple[str, int], int] = {}
        self._aliases: dict[tuple[str, int], list[tuple[int, int, int]]] = defaultdict(list)
        """By a row's own id: the batch that added it, the one whose row has that id (-1: none), and
        the id that it got instead. Read so by a batch that knew the first and not the second."""

    def apply_as_it_is(self, changes: Iterable[RowChange], index: int) -> None:
        """Apply a batch whose machine knew all that comes before it."""
        for change in changes:
            if change.after is None:
                self.keep_removed(change.table, change.id)
            elif change.before is None:
                self._added.setdefault((change.table, change.id), index)
        row_changes.write_changes(self._db.execute, changes)

    def own_changes(self) -> bytes:
        """What the open file has changed since the merged ledger was the same, as a changeset."""
        return self._difference("main", "open_file")

    def missing_here(self) -> list[RowChange]:
        """What the open file lacks of the merged ledger."""
        return row_changes.read_changeset(self._difference("open_file", "main"), self.columns)

    def _difference(self, source: str, target: str) -> bytes:
        import apsw

        session = apsw.Session(self._db, target)
        try:
            for table in filter(self._has_rows, TABLES):
                session.attach(table)
                session.diff(source, table)
            return bytes(session.changeset())
        finally:
            session.close()

    def _has_rows(self, table: str) -> bool:
        one, other = (
            f"EXISTS (SELECT 1 FROM {schema}.{table})" for schema in ("main", "open_file")
        )
        return bool(self._db.execute(f"SELECT {one} OR {other}").fetchone()[0])

    def resolve(self, table: str, id_: int, seen: int) -> int:
        """The id that a row has here which a batch that knew `seen` calls `id_`."""
        for added, other, instead in self._aliases.get((table, id_), ()):
            if seen >> added & 1 and (other < 0 or not seen >> other & 1):
                return instead
        return id_

    def add_alias(self, table: str, id_: int, added: int, instead: int) -> None:
        """Note that what this batch calls `id_` is `instead`."""
        other = self._added.get((table, id_), -1)
        self._aliases[table, id_].append((added, -1 if other == added else other, instead))

    def row(self, table: str, id_: int) -> Row | None:
        """The row, None when there is none."""
        return self.found(table, {"id": id_})

    def found(self, table: str, values: Mapping[str, Stored], besides: int = 0) -> Row | None:
        """The first row with these values, `besides` one."""
        where = " AND ".join(f"{name} IS ?" for name in values)
        names = self.columns[table]
        found = self._db.execute(
            f"SELECT {', '.join(names)} FROM main.{table} WHERE {where} AND id <> ? ORDER BY id",
            (*values.values(), besides),
        ).fetchone()
        return None if found is None else dict(zip(names, found, strict=True))

    def all_found(self, table: str, values: Mapping[str, Stored]) -> list[int]:
        """The ids of all rows with these values."""
        where = " AND ".join(f"{name} IS ?" for name in values)
        rows = self._db.execute(
            f"SELECT id FROM main.{table} WHERE {where} ORDER BY id", tuple(values.values())
        )
        return [id_ for (id_,) in rows]

    def insert(self, table: str, row: Row, index: int) -> None:
        """Add a row that the batch of this index has."""
        row_changes.insert(self._db.execute, f"main.{table}", row)
        self._added.setdefault((table, int(row["id"] or 0)), index)

    def update(self, table: str, id_: int, values: Mapping[str, Stored]) -> None:
        """Put these values into a row."""
        row_changes.update(self._db.execute, f"main.{table}", id_, values)

    def added_by(self, table: str, id_: int) -> int:
        """The batch that added a row, -1 when none did."""
        return self._added.get((table, id_), -1)

    def keep_removed(self, table: str, id_: int) -> None:
        """Keep a row that is about to go."""
        if row := self.row(table, id_):
            self._db.execute(
                "INSERT OR REPLACE INTO removed VALUES (?, ?, ?)", (table, id_, json.dumps(row))
            )

    def remove(self, table: str, id_: int) -> None:
        """Take a row out, and keep it."""
        self.keep_removed(table, id_)
        self._db.execute(f"DELETE FROM main.{table} WHERE id = ?", (id_,))

    def removed_row(self, table: str, id_: int) -> Row | None:
        """A row as it was when it was taken out."""
        found = self._db.execute(
            "SELECT content FROM removed WHERE table_name = ? AND id = ?", (table, id_)
        ).fetchone()
        return None if found is None else {**self._defaults(table), **json.loads(found[0])}

    def _defaults(self, table: str) -> Row:
        return {name: COLUMNS[table][name].default for name in self.columns[table]}

    def is_taken(self, table: str, id_: int) -> bool:
        """Whether a row has or had this id."""
        return self.row(table, id_) is not None or self.removed_row(table, id_) is not None

    def dangling(self) -> list[tuple[str, int, str]]:
        """Table, row and column of everything tied to something that is not there."""
        rows = self._db.execute("PRAGMA main.foreign_key_check").fetchall()
        found = []
        for table, id_, _, key in rows:
            keys = self._db.execute(f"PRAGMA main.foreign_key_list({table})").fetchall()
            found.append((table, int(id_), next(str(row[3]) for row in keys if row[0] == key)))
        return found


def require_apsw() -> None:
    """Raise `NotInstalled` where the extra is not installed."""
    if find_spec("apsw") is None:
        raise NotInstalled("The sync part", "sync")


def _in_memory() -> Any:
    require_apsw()
    import apsw

    db = apsw.Connection(":memory:")
    db.execute("PRAGMA journal_mode = OFF")
    return db
