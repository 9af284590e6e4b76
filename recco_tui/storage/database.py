"""Opening recco's one file: permissions, write-ahead log, version, migrations, snapshots."""

import os
import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from recco_tui.core.errors import DatabaseError, FileReplaced
from recco_tui.storage import snapshots, versions
from recco_tui.storage.column_kinds import text_of
from recco_tui.storage.faults import is_locked, said_in_a_sentence

BUSY_SECONDS = 5.0
# SQLite's own waiting grows to 100 ms between two looks and so misses the gaps that a busy writer
# leaves: on a slow disk one of two got no turn for five seconds. Short uneven pauses find them.
PAUSES = (0.0001, 0.001)


class Database:
    """One open file. `connection` is plain sqlite3 in autocommit; writes go through `write()`.

    A connection belongs to the thread that made it: a worker opens its own by `path`.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection
        self.patience = BUSY_SECONDS
        """Seconds to wait for another writer, counted anew with each commit of its that is seen."""
        self._identity = _identity_of(path)

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all or nothing. Nested calls join the outer one."""
        connection = self.connection
        if connection.in_transaction:
            yield connection
            return
        self.require_in_place()
        with said_in_a_sentence(self.path):
            self._take_a_turn()
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def _take_a_turn(self) -> None:
        """Begin to write; the patience starts anew with each commit of another that is seen."""
        connection = self.connection
        connection.execute("PRAGMA busy_timeout = 0")
        try:
            seen, until = self.data_version(), time.monotonic() + self.patience
            while True:
                try:
                    connection.execute("BEGIN IMMEDIATE")
                    return
                except sqlite3.OperationalError as error:
                    if not is_locked(error) or time.monotonic() > until:
                        raise
                time.sleep(random.uniform(*PAUSES))
                if (now_seen := self.data_version()) != seen:
                    seen, until = now_seen, time.monotonic() + self.patience
        finally:
            connection.execute(f"PRAGMA busy_timeout = {int(self.patience * 1000)}")

    @property
    def is_in_place(self) -> bool:
        """Whether the path still leads to the file that was opened.

        A sync tool or `mv` may have put another one there: what is written now would be lost.
        """
        return _identity_of(self.path) == self._identity

    def require_in_place(self) -> None:
        """Raise `FileReplaced` when the path leads elsewhere by now."""
        if not self.is_in_place:
            what = "was replaced by another file" if self.path.exists() else "was moved or removed"
            raise FileReplaced(
                f"{self.path} {what} while recco had it open: nothing more is written to it. "
                "Open it again to go on."
            )

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """Read with faults said in a sentence."""
        with said_in_a_sentence(self.path):
            yield self.connection

    def data_version(self) -> int:
        """Changes when another connection has written."""
        with self.read() as connection:
            return int(connection.execute("PRAGMA data_version").fetchone()[0])

    def close(self) -> None:
        """Close; afterwards the file stands alone when nobody else has it open."""
        with said_in_a_sentence(self.path):
            self.connection.close()


def open_database(path: Path, now: datetime) -> Database:
    """Open `path`, making or migrating it where needed; `now` names the copy made before.

    Raises `DatabaseError` in one sentence for anything that keeps the file from being used.
    """
    _make_private(path)
    with said_in_a_sentence(path):
        connection = sqlite3.connect(path, isolation_level=None, timeout=BUSY_SECONDS)
        connection.text_factory = text_of
        try:
            done = versions.applied(connection)
            _refuse_others(path, connection, done)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA temp_store = MEMORY")
            if done != versions.NAMES:
                _migrate(path, connection, now, bool(done))
            connection.execute("PRAGMA foreign_keys = ON")
        except BaseException:
            connection.close()
            raise
    return Database(path, connection)


def _identity_of(path: Path) -> tuple[int, int] | None:
    """Device and inode of the file at the path; None when there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _make_private(path: Path) -> None:
    """Make the folder 0700 and the file 0600 before SQLite would make them wider."""
    try:
        if not path.parent.exists():
            path.parent.mkdir(parents=True, mode=0o700)
        if path.is_dir():
            raise DatabaseError(f"{path} is a folder: name a file with --db.")
        with_content = path.exists() and path.stat().st_size > 0
        if with_content and not begins_like_sqlite(path):
            raise DatabaseError(
                f"{path} is no recco database: name another file with --db; it was left as it is."
            )
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        reason = error.strerror or "no reason given"
        raise DatabaseError(
            f"{path} cannot be made ({reason.lower()}): name another file with --db."
        ) from error


def begins_like_sqlite(path: Path) -> bool:
    """SQLite itself takes any file of a few bytes for an empty one, and would write over it."""
    with path.open("rb") as file:
        return file.read(16) == b"SQLite format 3\x00"


def _refuse_others(path: Path, connection: sqlite3.Connection, done: tuple[str, ...]) -> None:
    """Say no, before anything is written, to a file that is not this recco's."""
    unknown = [name for name in done if name not in versions.NAMES]
    if unknown:
        raise DatabaseError(
            f"{path} was written by a newer recco (it has {unknown[0]}): update recco; "
            "the file was left as it is."
        )
    if not done and connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        raise DatabaseError(
            f"{path} is a database of another program: name another file with --db; "
            "it was left as it is."
        )


def _migrate(path: Path, connection: sqlite3.Connection, now: datetime, in_use: bool) -> None:
    """Apply what is pending, all or nothing, after a copy of a file that is in use."""
    if in_use:
        snapshots.take(path, connection, now, "before-migration")
    from sqlite_utils import Database as Migrated

    from recco_tui.storage.migrations import migrations

    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another window may have done it while this one waited for its turn.
        if versions.applied(connection) != versions.NAMES:
            migrated = Migrated(connection, execute_plugins=False)
            with migrated.atomic():
                migrations.apply(migrated)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
