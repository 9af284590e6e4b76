"""Database files for tests: a new one, and one as an earlier recco left it."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from recco_tui.storage import schema
from recco_tui.storage.database import open_database
from recco_tui.storage.migrations import migrations

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def new_file(path: Path) -> Path:
    """An empty file of today's version."""
    open_database(path, NOW).close()
    return path


def file_of_version(path: Path, newest: str) -> Path:
    """An empty file whose last migration is `newest`."""
    later = schema.MIGRATION_NAMES[schema.MIGRATION_NAMES.index(newest) + 1 :]
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        migrations.apply(Database(connection, execute_plugins=False), stop_before=later[:1])
    return path
