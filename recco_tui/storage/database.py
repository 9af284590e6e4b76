"""Opening recco's one file: permissions, write-ahead log, version, migrations, snapshots.

Longer than the house allows: opening the file and writing to it are one idea.
"""

import random
import sqlite3
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from recco_tui.core.errors import DatabaseError, FileLocked, FileReplaced, reason_of
from recco_tui.core.models import SnapshotReason
from recco_tui.storage import snapshots
from recco_tui.storage.columns import text_of
from recco_tui.storage.schema import MIGRATION_NAMES, applied_migrations, empty_database, migrate
from recco_tui.storage.sqlite_errors import is_locked, translate_sqlite_errors
from recco_tui.unfinished import link, sweep_unfinished

BUSY_SECONDS = snapshots.BUSY_SECONDS
# SQLite's own waiting grows to 100 ms between two looks and so misses the gaps that a busy writer
# leaves: on a slow disk one of two got no turn for five seconds. Short uneven pauses find them.
PAUSES = (0.0001, 0.001)
_OPEN_HERE: Counter[tuple[int, int] | None] = Counter()
"""How often this process has each file open, by device and inode."""


class Database:
    """One open file. `connection` is plain sqlite3 in autocommit; writes go through `write()`.

    A connection belongs to the thread that made it: a worker opens its own by `path`.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection
        self._busy_timeout = BUSY_SECONDS
        self.commits = 0
        """How many transactions that wrote something came through."""
        self._identity = _identity_of(path)
        self.is_closed = False
        _OPEN_HERE[self._identity] += 1

    @property
    def busy_timeout(self) -> float:
        """Seconds to wait for another connection, counted anew with each commit of its that is
        seen; less than the usual ones are all there are, for a screen that must go on."""
        return self._busy_timeout

    @busy_timeout.setter
    def busy_timeout(self, seconds: float) -> None:
        self._busy_timeout = seconds
        self._wait_as_usual()

    def _wait_as_usual(self) -> None:
        with translate_sqlite_errors(self.path):
            self.connection.execute(f"PRAGMA busy_timeout = {int(self._busy_timeout * 1000)}")

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all or nothing. Nested calls join the outer one."""
        connection = self.connection
        if connection.in_transaction:
            yield connection
            return
        self.require_in_place()
        with translate_sqlite_errors(self.path):
            self._take_a_turn()
            try:
                # Once more with the lock in hand: it may have been replaced while waiting for it.
                self.require_in_place()
                before = connection.total_changes
                yield connection
                connection.execute("COMMIT")
                self.commits += connection.total_changes > before
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def _take_a_turn(self) -> None:
        """Begin to write; the timeout starts anew with each commit of another that is seen."""
        connection = self.connection
        connection.execute("PRAGMA busy_timeout = 0")
        try:
            seen, until = self.data_version(), time.monotonic() + self.busy_timeout
            while True:
                try:
                    connection.execute("BEGIN IMMEDIATE")
                    return
                except sqlite3.OperationalError as error:
                    if not is_locked(error) or time.monotonic() > until:
                        raise
                time.sleep(random.uniform(*PAUSES))
                if self.busy_timeout < BUSY_SECONDS:
                    continue
                if (now_seen := self.data_version()) != seen:
                    seen, until = now_seen, time.monotonic() + self.busy_timeout
        finally:
            self._wait_as_usual()

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
                f"{self.path} {what} while recco had it open. recco writes nothing more to it. "
                "Open it again to continue."
            )

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """Read with faults said in a sentence."""
        with translate_sqlite_errors(self.path, reading=True):
            yield self.connection

    def require_unlocked(self) -> None:
        """Raise `FileLocked` when another connection is writing; nothing is written here."""
        with translate_sqlite_errors(self.path):
            self._take_a_turn()
            self.connection.execute("ROLLBACK")

    def checkpoint(self) -> bool:
        """Move what the write-ahead log holds into the file itself, which then is all there is.

        Never waits: False when another connection is in the way. An empty log is left alone: to
        other connections a checkpoint looks like something written.
        """
        if not has_content(Path(f"{self.path}-wal")):
            return True
        self.connection.execute("PRAGMA busy_timeout = 0")
        try:
            with self.read() as connection:
                (busy, _, _) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except FileLocked:
            return False
        finally:
            self._wait_as_usual()
        return not busy

    def data_version(self) -> int:
        """Changes when another connection has written."""
        with self.read() as connection:
            return int(connection.execute("PRAGMA data_version").fetchone()[0])

    def close(self) -> None:
        """Close; afterwards the file stands alone when no one else has it open."""
        if not self.is_closed:
            self.is_closed = True
            _OPEN_HERE[self._identity] -= 1
        with translate_sqlite_errors(self.path):
            self.connection.close()


def open_database(path: Path, now: datetime) -> Database:
    """Open `path`, making or migrating it where needed; `now` names the copy made before.

    Raises `DatabaseError` in one sentence for anything that keeps the file from being used.
    """
    if _must_be_made(path):
        _make(path)
    return Database(path, _connected(path, now))


def _connected(path: Path, now: datetime) -> sqlite3.Connection:
    with translate_sqlite_errors(path):
        connection = sqlite3.connect(path, isolation_level=None, timeout=BUSY_SECONDS)
        connection.text_factory = text_of
        try:
            _make_ready(path, connection, now)
        except BaseException:
            connection.close()
            raise
        return connection


def _make(path: Path) -> None:
    """A new file gets its name when it is whole; another window may have been quicker."""
    with translate_sqlite_errors(path):
        try:
            sweep_unfinished(path.parent)
            empty = empty_database(MIGRATION_NAMES)
            with snapshots.whole_copy(path, empty) as new, suppress(FileExistsError):
                link(new, path)
        except OSError as error:
            raise _cannot_be_made(path, error) from error


def _make_ready(path: Path, connection: sqlite3.Connection, now: datetime) -> None:
    done = applied_migrations(connection)
    _refuse_others(path, connection, done)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA cache_size = -1024")  # 1 MB: the system keeps the pages anyway
    if done != MIGRATION_NAMES:
        _migrate(path, connection, now, bool(done))
    connection.execute("PRAGMA foreign_keys = ON")


def _identity_of(path: Path) -> tuple[int, int] | None:
    """Device and inode of the file at the path; None when there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def has_content(path: Path) -> bool:
    """Whether there is a file with anything in it."""
    try:
        return path.stat().st_size > 0
    except OSError:
        return False


def _must_be_made(path: Path) -> bool:
    """Whether there is no file yet; its folder is there then, for its owner alone.

    Raises `DatabaseError` for what cannot be recco's file.
    """
    try:
        if not path.parent.exists():
            path.parent.mkdir(parents=True, mode=0o700)
        if path.is_dir():
            raise DatabaseError(f"{path} is a folder. Name a file with --db.")
        there = path.exists()
        if there and path.stat().st_size > 0:
            if not begins_like_sqlite(path):
                raise DatabaseError(
                    f"{path} is not a recco database. Name another file with --db. "
                    "It was left unchanged."
                )
            return False
        refuse_orphaned_log(path)
        return not there
    except OSError as error:
        raise _cannot_be_made(path, error) from error


def _cannot_be_made(path: Path, error: OSError) -> DatabaseError:
    return DatabaseError(
        f"{path} can't be created ({reason_of(error)}). Name another file with --db."
    )


def refuse_orphaned_log(path: Path) -> None:
    """A log without its file: SQLite would throw it away, with the last changes of a file that was
    moved elsewhere."""
    log = Path(f"{path}-wal")
    if has_content(log):
        raise DatabaseError(
            f"{path} is gone, but its last changes are still in {log.name}. Put the file back "
            "beside it, or move that one away to start over."
        )


def begins_like_sqlite(path: Path) -> bool:
    """SQLite itself takes any file of a few bytes for an empty one, and would write over it.

    A file that is open here is not opened once more for that: closing it again would give up every
    lock that this process holds on it. The next program to close the file would then delete the
    write-ahead log in use, and with it whatever is acknowledged from then on.
    """
    identity = _identity_of(path)
    if identity is not None and _OPEN_HERE[identity] > 0:
        return True
    with path.open("rb") as file:
        return file.read(16) == b"SQLite format 3\x00"


def _refuse_others(path: Path, connection: sqlite3.Connection, done: tuple[str, ...]) -> None:
    """Say no, before anything is written, to a file that is not this recco's."""
    unknown = [name for name in done if name not in MIGRATION_NAMES]
    if unknown:
        raise DatabaseError(
            f"{path} was written by a newer recco (it has {unknown[0]}). Update recco. "
            "The file was left unchanged."
        )
    if not done and connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        raise DatabaseError(
            f"{path} is a database of another program. Name another file with --db. "
            "It was left unchanged."
        )


def _migrate(path: Path, connection: sqlite3.Connection, now: datetime, in_use: bool) -> None:
    """Apply what is pending, all or nothing, after a copy of a file that is in use."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another window may have done it while this one waited for its turn.
        if applied_migrations(connection) != MIGRATION_NAMES:
            if in_use:
                snapshots.take_committed(path, now, SnapshotReason.BEFORE_MIGRATION)
            migrate(connection)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
