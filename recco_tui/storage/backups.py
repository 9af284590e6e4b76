"""Telling a copy that `recco backup` wrote from a database in use."""

import sqlite3
from contextlib import closing
from pathlib import Path

from recco_tui.storage import versions

_WITHOUT_LOG = b"\x01\x01"
"""Bytes 18 and 19 of a database that has no write-ahead log: recco gives it one by opening it."""


def is_backup(path: Path) -> bool:
    """Whether it is a recco database that nobody has opened since it was copied."""
    try:
        with path.open("rb") as file:
            head = file.read(20)
        if not head.startswith(b"SQLite format 3\x00") or head[18:] != _WITHOUT_LOG:
            return False
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            return bool(versions.applied(connection))
    except (OSError, sqlite3.Error):
        return False
