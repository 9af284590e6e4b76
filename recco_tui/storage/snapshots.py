"""Copies of the whole file by SQLite's backup API, in `snapshots/` beside it."""

import os
import sqlite3
from datetime import datetime
from pathlib import Path

KEEP_DAILY = 7
KEEP_WEEKLY = 4


def folder_of(path: Path) -> Path:
    """Where the snapshots of the database `path` are."""
    return path.parent / "snapshots"


def take(path: Path, connection: sqlite3.Connection, now: datetime, why: str) -> Path:
    """Copy the open database to `snapshots/NAME-YYYYMMDDTHHMMSS-WHY.db`, mode 0600."""
    folder = folder_of(path)
    folder.mkdir(mode=0o700, exist_ok=True)
    target = folder / f"{path.stem}-{now:%Y%m%dT%H%M%S}-{why}.db"
    partial = target.with_suffix(".partial")
    partial.unlink(missing_ok=True)
    os.close(os.open(partial, os.O_CREAT | os.O_RDWR, 0o600))
    copy = sqlite3.connect(partial, isolation_level=None)
    try:
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
    finally:
        copy.close()
    partial.replace(target)
    return target


def taken(path: Path) -> list[Path]:
    """The snapshots of `path`, newest first."""
    folder = folder_of(path)
    if not folder.is_dir():
        return []
    return sorted(
        folder.glob(f"{path.stem}-????????T??????-*.db"),
        key=lambda file: file.name[len(path.stem) + 1 :][:15],
        reverse=True,
    )


def due_today(path: Path, now: datetime) -> bool:
    """Whether no snapshot was taken on the day of `now` yet."""
    return not any(f"-{now:%Y%m%d}T" in file.name for file in taken(path))


def prune(path: Path) -> None:
    """Keep the newest of each of the last 7 days and 4 weeks; forget the rest."""
    days: dict[str, Path] = {}
    weeks: dict[str, Path] = {}
    for file in taken(path):
        stamp = datetime.strptime(file.name[len(path.stem) + 1 :][:15], "%Y%m%dT%H%M%S")
        days.setdefault(f"{stamp:%Y%m%d}", file)
        weeks.setdefault(f"{stamp:%G-%V}", file)
    kept = set(list(days.values())[:KEEP_DAILY]) | set(list(weeks.values())[:KEEP_WEEKLY])
    for file in taken(path):
        if file not in kept:
            file.unlink(missing_ok=True)
