"""Copies of the whole file: taken, listed, compared, put back.

These verbs take a path, not the open ledger: one needs them when the file cannot be opened.
"""

import os
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from recco_tui.core.errors import DatabaseError, FileDamaged, NothingFound, reason_of
from recco_tui.core.models import SnapshotReason
from recco_tui.core.settings import OWN
from recco_tui.core.time_of_day import say_time
from recco_tui.storage import history, restoring, snapshots
from recco_tui.storage.snapshots import Snapshot as Snapshot

snapshots_of = snapshots.described
folder_of = snapshots.folder_of
counts_of = restoring.counts_in


class Difference(NamedTuple):
    """One noun of two files: how many there are now, and how many there would be."""

    what: str
    now: int
    then: int


def found(path: Path, name: str) -> Path:
    """The copy meant by a path, by the name of a snapshot, or by how one begins or ends.

    Raises `NothingFound` when there is none, or several.
    """
    given = Path(os.path.expanduser(name))
    if given.is_file():
        return given
    every = snapshots.described(path)
    fitting = [snapshot.path for snapshot in every if name in snapshot.path.name]
    if len(fitting) != 1:
        which = "No snapshot is" if not fitting else f"{len(fitting)} snapshots are"
        raise NothingFound(f"{which} called {name!r}: 'recco restore' lists all of them.")
    return fitting[0]


def newest_by(path: Path, at: datetime) -> Path:
    """The newest snapshot that was taken by then; raises `NothingFound`."""
    every = snapshots.described(path)  # newest first
    if not every:
        raise NothingFound("No snapshots yet. recco takes one each day.")
    for snapshot in every:
        if snapshot.taken_at <= at:
            return snapshot.path
    oldest = say_time(every[-1].taken_at.astimezone(at.tzinfo), at)
    raise NothingFound(f"No snapshot is that old. The oldest is from {oldest}.")


def differences(path: Path, source: Path) -> tuple[Difference, ...]:
    """What restoring `source` would change, noun by noun; a present file that cannot be read counts
    as empty."""
    then = restoring.counts_in(source)
    try:
        present = restoring.counts_in(path)
    except DatabaseError:
        present = {}
    return tuple(Difference(what, present.get(what, 0), many) for what, many in then.items())


class NewerChanges(NamedTuple):
    """What the present file has and a copy has not: how many changes, and the last one's words."""

    changes: int
    last: str


def newer_changes(path: Path, source: Path) -> NewerChanges | None:
    """What restoring `source` would put aside in a snapshot; None when that is nothing, and where
    there is no file, or a damaged one."""
    if not path.exists():
        return None
    with restoring.read_only(source) as copy:
        known = history.newest(copy)
    try:
        with restoring.read_only(path) as present:
            newer = history.done_after(present, known)
    except FileDamaged:
        return None
    return NewerChanges(len(newer), newer[0]) if newer else None


def settings_left_out(path: Path, source: Path) -> tuple[str, ...]:
    """What of a copy from elsewhere does not come with a restore, as "editor (it names …)"."""
    names = restoring.settings_left_out(path, source)
    return tuple(f"{name} (it names {OWN[name]})" for name in names)


class Backup(NamedTuple):
    """Where a copy went, and how much of everything it holds."""

    path: Path
    counts: dict[str, int]


def backup(path: Path, target: Path | None, now: datetime) -> Backup:
    """Copy the file to `target`, which may be a folder, or to a snapshot."""
    with restoring.read_only(path) as connection:
        connection.execute("BEGIN")
        counts = snapshots.counts(connection)
        if target is None:
            return Backup(snapshots.take(path, connection, now, SnapshotReason.BY_HAND), counts)
        if target.is_dir():
            target = target / f"{path.stem}-{now:%Y%m%dT%H%M%S}{path.suffix}"
        if target.exists() and target.samefile(path):
            raise DatabaseError(f"{target} is the file itself. Choose another path for the copy.")
        try:
            target.parent.mkdir(parents=True, mode=0o700, exist_ok=True)
            snapshots.copy_to(target, connection)
        except OSError as error:
            raise DatabaseError(f"{target} can't be written ({reason_of(error)}).") from error
        return Backup(target, counts)


def restore(path: Path, source: Path, now: datetime) -> Path | None:
    """Put a copy in the place of the file; where that one was kept, None when there was none."""
    if path.exists() and source.samefile(path):
        raise DatabaseError(f"{source} is the file itself. Name a snapshot.")
    try:
        return restoring.restore(path, source, now)
    except OSError as error:
        raise DatabaseError(
            f"{path} cannot be written ({reason_of(error)}). It was left unchanged."
        ) from error
