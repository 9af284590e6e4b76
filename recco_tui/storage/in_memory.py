"""recco's file in memory: for what is tried out, and until a new file has anything to hold."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from recco_tui.storage.database import Database, open_database, refuse_orphaned_log
from recco_tui.storage.schema import MIGRATION_NAMES, empty_database
from recco_tui.storage.snapshots import copy_pages
from recco_tui.storage.sqlite_errors import translate_sqlite_errors


@contextmanager
def copy_in_memory(path: Path, source: sqlite3.Connection | None) -> Iterator[Database]:
    """All that `source`, the open file at `path`, holds; None makes it as a new file would be."""
    with translate_sqlite_errors(path), closing(_connection()) as connection:
        copy_pages(source or empty_database(MIGRATION_NAMES), connection)
        connection.execute("PRAGMA foreign_keys = ON")
        yield Database(path, connection)


def empty_in_memory() -> sqlite3.Connection:
    """What a new file would hold."""
    connection = _connection()
    copy_pages(empty_database(MIGRATION_NAMES), connection)
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _connection() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def open_without_making(path: Path, now: datetime) -> Database:
    """As `open_database`, but where there is no file, none is made before the first change."""
    try:
        missing = not path.exists() and (path.parent.is_dir() or not path.parent.exists())
    except OSError:
        missing = False
    if not missing:
        return open_database(path, now)
    refuse_orphaned_log(path)
    return _Missing(path, now)


class _Missing(Database):
    """`connection` is to an empty database in memory, until something is written."""

    def __init__(self, path: Path, now: datetime) -> None:
        self._empty = empty_in_memory()
        self._now = now
        super().__init__(path, self._empty)

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """The first time the file is made; where another program was quicker, it is opened."""
        if self.connection is self._empty:
            made = open_database(self.path, self._now)
            self.connection, self._identity = made.connection, made._identity
        with super().write() as connection:
            yield connection

    def close(self) -> None:
        super().close()
        self._empty.close()
