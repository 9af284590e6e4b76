"""A file that is not there yet: it reads as an empty one, and the first change makes it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from recco_tui.storage.database import Database, open_database, refuse_orphaned_log
from recco_tui.storage.in_memory import empty_in_memory


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
