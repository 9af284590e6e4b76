"""Copies of the whole file by SQLite's backup API, in `snapshots/` beside it."""

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

KEEP_DAILY = 7
KEEP_WEEKLY = 4
BY_HAND = "by-hand"
_STAMP = "%Y%m%dT%H%M%S"
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
    """Copy the open database to `snapshots/NAME-YYYYMMDDTHHMMSS-WHY.db`, mode 0600."""
    folder = folder_of(path)
    folder.mkdir(mode=0o700, exist_ok=True)
    target = folder / f"{path.stem}-{now:{_STAMP}}-{why}.db"
    copy_to(target, connection)
    return target


def copy_to(target: Path, connection: sqlite3.Connection) -> None:
    """Write a copy of the open database, mode 0600; what was there stands until it is whole."""
    partial = target.with_name(target.name + ".partial")
    partial.unlink(missing_ok=True)
    os.close(os.open(partial, os.O_CREAT | os.O_RDWR, 0o600))
    try:
        with closing(sqlite3.connect(partial, isolation_level=None)) as copy:
            connection.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def taken(path: Path) -> list[Path]:
    """The snapshots of `path`, newest first."""
    folder = folder_of(path)
    if not folder.is_dir():
        return []
    return sorted(
        folder.glob(f"{path.stem}-????????T??????-*.db"),
        key=lambda file: _parts(path, file)[0],
        reverse=True,
    )


def described(path: Path) -> tuple[Snapshot, ...]:
    """The same with what their names and sizes say."""
    found = []
    for file in taken(path):
        stamp, why = _parts(path, file)
        try:
            at = datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
        except ValueError:
            continue
        found.append(Snapshot(file, at, why, file.stat().st_size))
    return tuple(found)


def _parts(path: Path, file: Path) -> tuple[str, str]:
    """Stamp and reason in the name of a snapshot."""
    rest = file.stem[len(path.stem) + 1 :]
    return rest[:15], rest[16:]


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """How much of everything there is, by the words of `COUNTED`."""
    return {
        word: int(connection.execute(f"SELECT count(*) FROM {what}").fetchone()[0])
        for word, what in COUNTED.items()
    }


def due_today(path: Path, now: datetime) -> bool:
    """Whether no snapshot was taken on the day of `now` yet."""
    return not any(f"-{now:%Y%m%d}T" in file.name for file in taken(path))


def prune(path: Path) -> None:
    """Keep the newest of each of the last 7 days and 4 weeks, and what was asked for by hand."""
    days: dict[str, Path] = {}
    weeks: dict[str, Path] = {}
    for one in described(path):
        if one.why == BY_HAND:
            continue
        days.setdefault(f"{one.taken_at:%Y%m%d}", one.path)
        weeks.setdefault(f"{one.taken_at:%G-%V}", one.path)
    kept = set(list(days.values())[:KEEP_DAILY]) | set(list(weeks.values())[:KEEP_WEEKLY])
    for one in described(path):
        if one.path not in kept and one.why != BY_HAND:
            one.path.unlink(missing_ok=True)
