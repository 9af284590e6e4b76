"""Copies of the whole file by SQLite's backup API, in `snapshots/` beside it."""

import os
import re
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from recco_tui.core.models import SnapshotReason
from recco_tui.storage.sqlite_errors import translate_sqlite_errors
from recco_tui.unfinished import link, sweep_unfinished, sync, sync_folder, unfinished_file

BUSY_SECONDS = 5.0
"""How long another program's lock is waited for."""
KEEP_DAYS = 7
KEEP_WEEKS = 4
KEEP_EACH = 3
"""Of what was there before a restore, an import …, so many stay however old they are."""
_STAMP = "%Y%m%dT%H%M%S"
_NAMED = re.compile(r"-(?P<stamp>\d{8}T\d{6})-(?P<why>[a-z-]+?)(?:-\d+)?\.db")
COUNTED = {
    "contacts": "contacts",
    "received": "recommendations WHERE direction = 'received'",
    "given": "recommendations WHERE direction = 'given'",
    "asks": "asks",
    "requests": "requests",
    "projects": "projects",
    "moments": "moments",
    "drafts": "drafts",
    "changes": "changes",
}
"""What is counted in a file, by the word for it."""


class Snapshot(NamedTuple):
    """One copy: `taken_at` in UTC, `why` as in its name (daily, before-import …), size in bytes."""

    path: Path
    taken_at: datetime
    why: str
    size: int


def folder_of(path: Path) -> Path:
    """Where the snapshots of the database `path` are."""
    return path.parent / "snapshots"


def take(path: Path, connection: sqlite3.Connection, now: datetime, why: str) -> Path:
    """Copy the open database to `snapshots/NAME-YYYYMMDDTHHMMSS-WHY.db`, mode 0600.

    The connection must not be writing. A copy never takes the place of another: a second one of the
    same second and reason gets a number behind it.
    """
    folder = folder_of(path)
    with translate_sqlite_errors(folder):
        folder.mkdir(mode=0o700, exist_ok=True)
        sweep_unfinished(folder)
        sweep_unfinished(path.parent)
        with whole_copy(folder / path.name, connection) as copy:
            return give_free_name(copy, folder / f"{path.stem}-{now:{_STAMP}}-{why}")


def take_committed(path: Path, now: datetime, why: str) -> Path:
    """The same of what was written by now, also while a connection holds the file for writing."""
    uri = f"{path.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS)) as reader:
        return take(path, reader, now, why)


def copy_to(target: Path, connection: sqlite3.Connection) -> None:
    """Write a copy of the open database, mode 0600; what was there stands until it is whole."""
    with translate_sqlite_errors(target), whole_copy(target, connection) as copy:
        copy.replace(target)
        sync_folder(target.parent)


@contextmanager
def whole_copy(target: Path, connection: sqlite3.Connection) -> Iterator[Path]:
    """A copy beside `target` that is on the disk; it goes away unless it is given a name."""
    with unfinished_database(target) as unfinished:
        made = sqlite3.connect(unfinished, isolation_level=None, timeout=BUSY_SECONDS)
        with closing(made) as copy:
            # No one else reads it yet, and what is left of it after a crash is thrown away.
            copy.execute("PRAGMA journal_mode = MEMORY")
            copy_pages(connection, copy)
            leave_wal_mode(copy)
        sync(unfinished)
        yield unfinished


@contextmanager
def unfinished_database(target: Path) -> Iterator[Path]:
    """As `unfinished_file`, for a database: it and its logs are removed afterwards."""
    file = unfinished_file(target)
    try:
        yield file
    finally:
        for rest in ("", "-journal", "-wal", "-shm"):
            with suppress(OSError):
                os.unlink(f"{file}{rest}")


def leave_wal_mode(connection: sqlite3.Connection) -> None:
    """Bring all of a database that no one else has open into its one file, without a log beside it.

    Raises SQLite's error where that fails: closing does the same and tells no one that it could
    not.
    """
    (mode,) = connection.execute("PRAGMA journal_mode = DELETE").fetchone()
    if mode != "delete":
        raise sqlite3.OperationalError("the log could not be written into the file")


def copy_pages(
    source: sqlite3.Connection,
    target: sqlite3.Connection,
    *,
    once_held: Callable[[], None] | None = None,
) -> None:
    """Make one open database hold what another holds, in one transaction of the target's.

    Waits `BUSY_SECONDS` for a lock, then raises SQLite's own error. `once_held` is called when
    no one else can write to the target any more, and before any of it is there to be seen.
    """
    until = time.monotonic() + BUSY_SECONDS
    held = once_held is None

    def after_each_step(status: int, _left: int, _all: int) -> None:
        nonlocal held
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            if time.monotonic() > until:
                raise _busy()
        elif not held and once_held is not None:
            held = True
            once_held()

    pages = -1 if held else 1
    source.backup(target, pages=pages, progress=after_each_step, sleep=0.01)


def _busy() -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("database is locked")
    error.sqlite_errorcode = sqlite3.SQLITE_BUSY
    return error


def give_free_name(file: Path, wanted: Path) -> Path:
    """Also name the file `WANTED.db`, or `WANTED-2.db` …: whichever is free; which it was."""
    number = 1
    while True:
        target = wanted.with_name(f"{wanted.name}{'' if number == 1 else f'-{number}'}.db")
        try:
            link(file, target)
        except FileExistsError:
            number += 1
            continue
        sync_folder(target.parent)
        return target


def taken(path: Path) -> list[Path]:
    """The same by their paths alone."""
    return [snapshot.path for snapshot in described(path)]


def described(path: Path) -> tuple[Snapshot, ...]:
    """The snapshots of `path`, newest first, with what their names and sizes say."""
    found = [snapshot for file in _files(folder_of(path)) if (snapshot := _described(path, file))]
    return tuple(
        sorted(found, key=lambda snapshot: (snapshot.taken_at, snapshot.path.name), reverse=True)
    )


def _files(folder: Path) -> Iterable[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return ()


def _described(path: Path, file: Path) -> Snapshot | None:
    """What the name of a file says, None when it is no snapshot of `path`."""
    if not file.name.startswith(path.stem):
        return None
    named = _NAMED.fullmatch(file.name, len(path.stem))
    if named is None:
        return None
    try:
        at = datetime.strptime(named["stamp"], _STAMP).replace(tzinfo=UTC)
        return Snapshot(file, at, named["why"], file.stat().st_size)
    except (OSError, ValueError):
        return None


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """How much of everything there is, by the words of `COUNTED`."""
    return {
        word: int(connection.execute(f"SELECT count(*) FROM {what}").fetchone()[0])
        for word, what in COUNTED.items()
    }


def due_today(path: Path, now: datetime) -> bool:
    """Whether no snapshot was taken on the day of `now` yet."""
    return all(snapshot.taken_at.date() != now.date() for snapshot in described(path))


def prune(path: Path, now: datetime) -> None:
    """Remove what is older than it need be kept.

    Of the daily ones the newest of each of the last 7 days and 4 weeks that have one stay; of what
    was there before something (an import, a restore …) the last week, and three of each whatever
    their age; what was asked for by hand is never removed, nor what bears a day still to come: a
    clock that was wrong for a while pushes nothing out.
    """
    past = [
        snapshot for snapshot in described(path) if snapshot.taken_at <= now + timedelta(days=1)
    ]
    kept = _kept_of_days([snapshot for snapshot in past if snapshot.why == SnapshotReason.DAILY])
    for why in {snapshot.why for snapshot in past} - {SnapshotReason.DAILY}:
        same = [snapshot for snapshot in past if snapshot.why == why]
        if why != SnapshotReason.BY_HAND:
            young = [
                snapshot
                for snapshot in same
                if now - snapshot.taken_at <= timedelta(days=KEEP_DAYS)
            ]
            same = [*same[:KEEP_EACH], *young]
        kept |= {snapshot.path for snapshot in same}
    for snapshot in past:
        if snapshot.path not in kept:
            with suppress(OSError):
                snapshot.path.unlink()


def _kept_of_days(newest_first: Iterable[Snapshot]) -> set[Path]:
    days: dict[str, Path] = {}
    weeks: dict[str, Path] = {}
    for snapshot in newest_first:
        days.setdefault(f"{snapshot.taken_at:%Y%m%d}", snapshot.path)
        weeks.setdefault(f"{snapshot.taken_at:%G-%V}", snapshot.path)
    return set(list(days.values())[:KEEP_DAYS]) | set(list(weeks.values())[:KEEP_WEEKS])
