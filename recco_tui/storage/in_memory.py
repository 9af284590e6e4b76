"""recco's file in memory: what is tried out there leaves nothing on any disk."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from recco_tui.storage.database import Database
from recco_tui.storage.snapshots import copy_pages
from recco_tui.storage.sqlite_errors import translate_sqlite_errors


@contextmanager
def copy_in_memory(path: Path, source: sqlite3.Connection | None) -> Iterator[Database]:
    """All that `source`, the open file at `path`, holds; None makes it as a new file would be."""
    with translate_sqlite_errors(path), closing(_connection()) as connection:
        if source is None:
            _fill_in_tables(connection)
        else:
            copy_pages(source, connection)
        connection.execute("PRAGMA foreign_keys = ON")
        yield Database(path, connection)


def empty_in_memory() -> sqlite3.Connection:
    """What a new file would hold."""
    connection = _connection()
    _fill_in_tables(connection)
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _connection() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def _fill_in_tables(connection: sqlite3.Connection) -> None:
    from sqlite_utils import Database as Migrated

    from recco_tui.storage.migrations import migrations

    migrations.apply(Migrated(connection, execute_plugins=False))
