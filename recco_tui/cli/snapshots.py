"""`recco backup` and `recco restore`."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import click
from dateutil.tz import tzlocal

from recco_tui.cli.asking import confirm
from recco_tui.cli.documents import snapshot_document
from recco_tui.cli.parameters import OUTPUT_PATH, verb, yes_option
from recco_tui.cli.printing import FIXED, Column, write_json, write_line, write_list, write_table
from recco_tui.cli.replicating import fetched_and_checked, without_password
from recco_tui.cli.session import Session
from recco_tui.core.errors import DataError, ReccoError, UsageError
from recco_tui.core.time_of_day import read_past, say_time
from recco_tui.core.when import count_of
from recco_tui.exporting.private_file import make_folder
from recco_tui.ledger import snapshots
from recco_tui.ledger.files import is_backup, why_not_replace
from recco_tui.ledger.snapshots import Snapshot


@verb()
@click.argument("path", required=False, type=OUTPUT_PATH)
@yes_option
def backup(session: Session, path: Path | None, yes: bool) -> None:
    """Copy everything to PATH, a file or a folder; without one, to a snapshot beside the file.

    recco replaces an earlier backup, and any other file only after asking, or with --yes. It never
    overwrites a database in use.
    """
    session.require_file("back up")
    if path is not None:
        _prepare_target(session, path, yes)
    target, counts = snapshots.backup(session.path, path, session.clock.real_now())
    if session.as_json:
        write_json({"path": str(target), "counts": counts})
        return
    write_line(f"Copied {_in_words(counts)} to {target}.")


def _prepare_target(session: Session, path: Path, yes: bool) -> None:
    """Ask before the copy replaces another file, and make its folder."""
    session.refuse_own(path, backups=True)
    if path.is_dir():  # there it gets a name that no file has
        return
    if not is_backup(path) and (why := why_not_replace(path)):
        confirm(f"{path} {why}.", "Replace it?", yes)
    try:
        make_folder(path.parent)
    except OSError as error:
        raise DataError(f"{path} cannot be written ({error.strerror}).") from error


@verb()
@click.argument("name", required=False)
@click.option(
    "--from", "replica", metavar="TARGET", help="Restore the copy that 'recco replicate' keeps."
)
@click.option(
    "--at", "when", metavar="TIME", help='From this time: "yesterday 18:00", "2 hours ago".'
)
@click.option("--dry-run", is_flag=True, help="Only show what would change.")
@yes_option
def restore(
    session: Session,
    name: str | None,
    replica: str | None,
    when: str | None,
    dry_run: bool,
    yes: bool,
) -> None:
    """List the snapshots, or restore one (NAME, or the path of a backup).

    With --at, the newest snapshot taken by then, or the replica as it was. The current file is kept
    as a snapshot first. If it has newer changes, recco asks (or --yes).
    """
    session.use_date_style()
    at = None if when is None else read_past(when, session.clock.now().astimezone(tzlocal()))
    if replica is not None:
        if name is not None:
            raise UsageError("Name a snapshot or --from a replica, not both.")
        if dry_run:
            raise UsageError("--dry-run works only with snapshots.")
        _restore_replica(session, replica, at, yes)
    elif name is not None and at is not None:
        raise UsageError("Name a snapshot or --at a time, not both.")
    elif at is not None:
        _restore_snapshot(session, snapshots.newest_by(session.path, at), at, dry_run, yes)
    elif name is not None:
        _restore_snapshot(session, snapshots.found(session.path, name), None, dry_run, yes)
    else:
        _list_snapshots(session)


def _restore_snapshot(
    session: Session, source: Path, at: datetime | None, dry_run: bool, yes: bool
) -> None:
    """Put a snapshot in the file's place; with `dry_run` only print what would change."""
    changes = snapshots.differences(session.path, source)
    kept, left_out = None, snapshots.settings_left_out(session.path, source)
    if not dry_run:
        _confirm(session, source, source.name, yes)
        kept = snapshots.restore(session.path, source, session.clock.real_now())
    if session.as_json:
        write_json(
            {
                "restored": None if dry_run else str(source),
                "kept": str(kept) if kept else None,
                "differences": {change.what: [change.now, change.then] for change in changes},
                "left_out": list(left_out),
            }
        )
        return
    columns = (FIXED, Column("now", right=True), Column("then", right=True))
    different = [(c.what, c.now, c.then) for c in changes if c.now != c.then]
    write_table(columns, different)
    if not different:
        write_line("It has as many contacts, texts and drafts as the current file.")
    newest = f", the newest snapshot{_as_of(session, at)}" if at else ""
    _write_restored("" if dry_run else f"{source.name}{newest}", kept, left_out)


def _confirm(session: Session, source: Path, name: str, yes: bool) -> None:
    """Ask before replacing a file that has changes which the copy lacks."""
    newer = snapshots.newer_changes(session.path, source)
    if newer is not None:
        changes = count_of(newer.changes, "change")
        what = f"{session.path} has {changes} that {name} does not have (the last: {newer.last})."
        confirm(what, "Restore it? The current file is kept as a snapshot.", yes)


def _list_snapshots(session: Session) -> None:
    session.require_folder()
    every = snapshots.snapshots_of(session.path)
    counts = {snapshot: _counts_or_none(snapshot) for snapshot in every}
    write_list(
        session,
        every,
        document=lambda snapshot: snapshot_document(snapshot, counts[snapshot] or {}),
        columns=(
            Column("name"),
            Column("taken"),
            Column("holds", shrinkable=True),
            Column("size", right=True),
        ),
        cells=lambda snapshot: _cells(snapshot, counts[snapshot]),
        empty="No snapshots yet. recco takes one each day and before each import.",
    )


def _counts_or_none(snapshot: Snapshot) -> dict[str, int] | None:
    """How much of everything it holds; None when it cannot be read."""
    try:
        return snapshots.counts_of(snapshot.path)
    except ReccoError:
        return None


def _cells(snapshot: Snapshot, counts: dict[str, int] | None) -> tuple[str, ...]:
    return (
        snapshot.path.name,
        f"{snapshot.taken_at.astimezone():%Y-%m-%d %H:%M}",
        "cannot be read" if counts is None else _in_words(counts),
        f"{snapshot.size / 1024:.0f} kB",
    )


def _restore_replica(session: Session, replica: str, at: datetime | None, yes: bool) -> None:
    if session.demo:
        raise UsageError("--demo uses a temporary file. Leave it out.")
    with fetched_and_checked(replica, session.path.absolute().parent, at) as copy:
        _confirm(session, copy, without_password(replica), yes)
        left_out = snapshots.settings_left_out(session.path, copy)
        kept = snapshots.restore(session.path, copy, session.clock.real_now())
    counts = snapshots.counts_of(session.path)
    if session.as_json:
        document = {"restored": replica, "kept": str(kept) if kept else None, "counts": counts}
        write_json(document | ({"at": at} if at else {}))
        return
    what = f"{_in_words(counts)} from {without_password(replica)}{_as_of(session, at)}"
    _write_restored(what, kept, left_out)


def _write_restored(what: str, kept: Path | None, left_out: Sequence[str]) -> None:
    """Print what was restored, if anything, and what of this file stays."""
    if left_out:
        write_line(f"Settings kept from this file: {', '.join(left_out)}.")
    if what:
        write_line(f"Restored {what}." + (f" The file from before: {kept}." if kept else ""))


def _as_of(session: Session, at: datetime | None) -> str:
    return "" if at is None else f" as of {say_time(at, session.clock.now())}"


def _in_words(counts: dict[str, int]) -> str:
    return (
        f"{count_of(counts['contacts'], 'contact')}, {counts['received']} received, "
        f"{counts['given']} given, {count_of(counts['drafts'], 'draft')}"
    )
