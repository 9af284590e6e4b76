"""Putting a copy of the file in the place of the present one, and reading copies without harm."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from recco_tui.core.errors import DatabaseError, FileLocked
from recco_tui.storage import snapshots, versions
from recco_tui.storage.database import BUSY_SECONDS, begins_like_sqlite, open_database
from recco_tui.storage.faults import said_in_a_sentence


@contextmanager
def read_only(path: Path) -> Iterator[sqlite3.Connection]:
    """A recco file opened for reading alone; `DatabaseError` for anything that is none."""
    if not path.is_file():
        raise DatabaseError(f"{path} is not there: 'recco restore' lists the snapshots.")
    if not begins_like_sqlite(path):
        raise DatabaseError(f"{path} is no recco database: name a snapshot or a backup.")
    with said_in_a_sentence(path):
        uri = f"{path.resolve().as_uri()}?mode=ro"
        with closing(sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS)) as connection:
            done = versions.applied(connection)
            newer = [name for name in done if name not in versions.NAMES]
            if newer:
                raise DatabaseError(
                    f"{path} was written by a newer recco (it has {newer[0]}): update recco first."
                )
            if not done:
                raise DatabaseError(f"{path} is a database of another program: name a snapshot.")
            yield connection


def counts_in(path: Path) -> dict[str, int]:
    """How much of everything a file holds; raises `DatabaseError` when it cannot be read."""
    with read_only(path) as connection:
        return snapshots.counts(connection)


def restore(path: Path, source: Path, now: datetime) -> Path | None:
    """Make `path` hold what `source` holds; what it held before becomes a snapshot, returned.

    The pages are copied into the present file, so that other windows see it. A present file that
    cannot be read is put aside under another name, which is returned; None when there was none.
    """
    with read_only(source) as copy:
        (found,) = copy.execute("PRAGMA integrity_check").fetchone()
        if found != "ok":
            raise DatabaseError(f"{source} is damaged itself: choose another snapshot.")
        before = _kept(path, now)
        with said_in_a_sentence(path), closing(_writable(path)) as live:
            copy.backup(live)
    path.chmod(0o600)
    open_database(path, now).close()
    return before


def _kept(path: Path, now: datetime) -> Path | None:
    if not path.exists():
        path.parent.mkdir(parents=True, mode=0o700, exist_ok=True)
        return None
    try:
        with read_only(path):
            pass
        with closing(_writable(path)) as live:
            return snapshots.take(path, live, now, "before-restore")
    except (DatabaseError, sqlite3.DatabaseError) as error:
        if isinstance(error, FileLocked):
            raise
        aside = path.with_name(f"{path.stem}-unreadable-{now:%Y%m%dT%H%M%S}{path.suffix}")
        path.replace(aside)
        for rest in ("-wal", "-shm"):
            Path(f"{path}{rest}").unlink(missing_ok=True)
        return aside


def _writable(path: Path) -> sqlite3.Connection:
    """A connection that has been sure nobody else is writing."""
    connection = sqlite3.connect(path, isolation_level=None, timeout=BUSY_SECONDS)
    try:
        with said_in_a_sentence(path):
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("ROLLBACK")
    except BaseException:
        connection.close()
        raise
    return connection
