"""Putting a copy of the file in the place of the present one, and reading copies without harm."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from recco_tui.core.errors import DatabaseError, FileDamaged
from recco_tui.core.models import SnapshotReason
from recco_tui.core.settings import OWN
from recco_tui.storage import settings, snapshots
from recco_tui.storage.database import BUSY_SECONDS, begins_like_sqlite, has_content, open_database
from recco_tui.storage.schema import MIGRATION_NAMES, applied_migrations, unexpected_objects
from recco_tui.storage.sqlite_errors import translate_sqlite_errors
from recco_tui.unfinished import sweep_unfinished, sync_folder, unfinished_folder

_WITHOUT_LOG = b"\x01\x01"
"""Bytes 18 and 19 of a database that has no write-ahead log: recco gives it one by opening it."""


@contextmanager
def read_only(path: Path) -> Iterator[sqlite3.Connection]:
    """A recco file opened for reading alone; `DatabaseError` for anything that is none."""
    if not path.is_file():
        raise DatabaseError(f"{path} does not exist. 'recco restore' lists the snapshots.")
    if not begins_like_sqlite(path):
        raise FileDamaged(f"{path} is not a recco database. Name a snapshot or a backup.")
    with translate_sqlite_errors(path):
        uri = f"{path.resolve().as_uri()}?mode=ro"
        with closing(sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS)) as connection:
            _require_recco(path, connection)
            yield connection


def _require_recco(path: Path, connection: sqlite3.Connection) -> None:
    """Raise `DatabaseError` for a database of another program, or of a recco newer than this."""
    done = applied_migrations(connection)
    newer = [name for name in done if name not in MIGRATION_NAMES]
    if newer:
        raise DatabaseError(
            f"{path} was written by a newer recco (it has {newer[0]}). Update recco first."
        )
    if not done:
        raise DatabaseError(f"{path} is a database of another program. Name a snapshot.")


def counts_in(path: Path) -> dict[str, int]:
    """How much of everything a file holds; raises `DatabaseError` when it cannot be read."""
    with read_only(path) as connection:
        return snapshots.counts(connection)


def restore(path: Path, source: Path, now: datetime) -> Path | None:
    """Make `path` hold what `source` holds; what it held before becomes a snapshot, returned.

    The copy is made ready beside the file first: brought up to date and checked. It then comes in
    as one transaction of SQLite's own, so that other windows see it, and that whatever fails leaves
    the file as it was. A file that SQLite calls damaged is put aside with its log instead, under a
    name that is returned, and the copy takes its place. None when there was no file.
    """
    with _made_ready(source, path, now) as ready:
        if not has_content(path):
            if has_content(Path(f"{path}-wal")):
                return _put_aside(path, ready, now)
            put_in_place(ready, path)
            return None
        try:
            # Looked at before it is opened for writing: SQLite would clear a damaged log away.
            with read_only(path):
                pass
            return _copied_over(path, ready, now)
        except FileDamaged:
            return _put_aside(path, ready, now)


@contextmanager
def _made_ready(source: Path, path: Path, now: datetime) -> Iterator[Path]:
    """A whole copy of `source`, of this recco's version, beside `path`; gone unless moved."""
    path.parent.mkdir(parents=True, mode=0o700, exist_ok=True)
    sweep_unfinished(path.parent)
    with translate_sqlite_errors(path), unfinished_folder(path.parent) as folder:
        ready = folder / path.name
        with read_only(source) as copy, _said_of(path, ready):
            snapshots.copy_to(ready, copy)
        try:
            with (
                _said_of(path, ready),
                closing(open_database(ready, now).connection) as opened,
                translate_sqlite_errors(ready),
            ):
                broken = opened.execute("PRAGMA integrity_check").fetchone() != ("ok",)
                broken = broken or opened.execute("PRAGMA foreign_key_check").fetchone() is not None
                _require_own_schema(source, opened)
                if not _is_own_snapshot(path, source):
                    opened.execute("BEGIN IMMEDIATE")
                    settings.remove_untrusted(opened, OWN, settings_in(path))
                    opened.execute("COMMIT")
                snapshots.leave_wal_mode(opened)
        except FileDamaged:
            broken = True
        if broken:
            raise DatabaseError(f"{source} is damaged too. Choose another snapshot.")
        yield ready


def settings_left_out(path: Path, source: Path) -> list[str]:
    """Which settings of a copy from elsewhere stay as they are in the file: they name a program,
    which would be started, or a file, which would be written over. None of a snapshot's do."""
    if _is_own_snapshot(path, source):
        return []
    present, stored = settings_in(path), settings_in(source)
    return [name for name in OWN if name in stored and present.get(name) != stored[name]]


def _is_own_snapshot(path: Path, source: Path) -> bool:
    return source.resolve().parent == snapshots.folder_of(path).resolve()


def settings_in(path: Path) -> dict[str, str]:
    """The settings of a file; empty where there is none that can be read."""
    try:
        with read_only(path) as connection:
            return settings.every(connection)
    except DatabaseError:
        return {}


def _require_own_schema(source: Path, opened: sqlite3.Connection) -> None:
    """Refuse a file whose triggers or tables are not recco's: they would act with each change.

    Tables and views of the user's own are in no one's way.
    """
    strange = [
        found
        for found in unexpected_objects(opened)
        if found.endswith(")") or found.partition(" ")[0] not in ("table", "index", "view")
    ]
    if strange:
        raise DatabaseError(
            f"{source} is not as recco wrote it ({', '.join(strange[:3])}). Choose another "
            "snapshot."
        )


@contextmanager
def _said_of(path: Path, ready: Path) -> Iterator[None]:
    """What goes wrong with the copy is said of the file: no one knows the copy's name."""
    try:
        yield
    except DatabaseError as error:
        raise type(error)(str(error).replace(str(ready), str(path))) from error


def _copied_over(path: Path, ready: Path, now: datetime) -> Path:
    """Write the ready copy over the pages of the file, all or nothing; the snapshot made before."""
    kept: list[Path] = []
    with (
        translate_sqlite_errors(path),
        closing(sqlite3.connect(ready, timeout=BUSY_SECONDS)) as copy,
        closing(sqlite3.connect(path, isolation_level=None, timeout=0)) as live,
    ):
        live.execute("PRAGMA synchronous = FULL")
        snapshots.copy_pages(
            copy,
            live,
            once_held=lambda: kept.append(
                snapshots.take_committed(path, now, SnapshotReason.BEFORE_RESTORE)
            ),
        )
    return kept[0]


def _put_aside(path: Path, ready: Path, now: datetime) -> Path:
    """Keep a damaged file with its log under a name of its own, and put the copy in its place.

    It has both names until the copy takes the first, so that at no moment there is none; what fails
    on the way is turned back.
    """
    path.touch(mode=0o600)
    aside = _second_name(path, now)
    moved: list[tuple[Path, Path]] = []
    try:
        for rest in ("-wal", "-shm"):
            log, kept = Path(f"{path}{rest}"), Path(f"{aside}{rest}")
            if log.exists():
                os.rename(log, kept)
                moved.append((log, kept))
        put_in_place(ready, path)
    except BaseException:
        for log, kept in moved:
            os.rename(kept, log)
        if path.exists():
            aside.unlink()
        else:
            os.rename(aside, path)
        raise
    return aside


def put_in_place(ready: Path, path: Path) -> None:
    """Give a finished file its name, on the disk."""
    os.replace(ready, path)
    sync_folder(path.parent)


def is_backup(path: Path) -> bool:
    """Whether it is a recco database that no one has opened since it was copied."""
    try:
        with path.open("rb") as file:
            head = file.read(20)
        if not head.startswith(b"SQLite format 3\x00") or head[18:] != _WITHOUT_LOG:
            return False
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            return bool(applied_migrations(connection))
    except (OSError, sqlite3.Error):
        return False


def _second_name(path: Path, now: datetime) -> Path:
    """Give the damaged file its other name, unless a restore that was cut short did so already.

    Where that one's log is aside too, a log that the file has got since does not take its place.
    """
    prefix = f"{path.stem}-unreadable-"
    for other in sorted(path.parent.iterdir()):
        is_named_so = other.name.startswith(prefix) and other.suffix == ".db"
        have_logs = all(Path(f"{file}-wal").exists() for file in (path, other))
        if is_named_so and other.samefile(path) and not have_logs:
            return other
    return snapshots.give_free_name(path, path.with_name(f"{prefix}{now:%Y%m%dT%H%M%S}"))
