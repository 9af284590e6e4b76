"""`recco backup` and `recco restore`."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from recco_tui.cli.confirming import confirm, yes_option
from recco_tui.cli.parameters import FILE_TO_WRITE, json_option
from recco_tui.cli.printing import Column, tell, write_json, write_table
from recco_tui.cli.session import Session
from recco_tui.core.errors import DataError, NothingFound, ReccoError, UsageError
from recco_tui.core.when import count_of

if TYPE_CHECKING:
    from recco_tui.ledger.snapshots import Snapshot


@click.command()
@click.argument("path", required=False, type=FILE_TO_WRITE)
@yes_option
@json_option
@click.pass_obj
def backup(session: Session, path: Path | None, yes: bool, as_json: bool) -> None:
    """Copy everything to PATH, a file or a folder; without one, to a snapshot beside the file.

    An earlier backup is replaced; any other file only after a question, or with --yes. No database
    in use is ever written over.
    """
    from recco_tui.ledger import snapshots

    session.require_file("back up")
    if path is not None:
        _make_sure(session, path, yes)
    target, counts = snapshots.backup(session.path, path, session.clock.real_now())
    if as_json:
        write_json({"path": str(target), "counts": counts})
        return
    tell(f"Copied {_in_words(counts)} to {target}.")


def _make_sure(session: Session, path: Path, yes: bool) -> None:
    """Before a copy takes the place of another file. Into a folder it goes under a new name."""
    from recco_tui.exporting.private_file import make_folder
    from recco_tui.ledger.files import is_backup, why_not_replace

    session.refuse_own(path, backups=True)
    if path.is_dir():
        return
    if not is_backup(path) and (why := why_not_replace(path)):
        confirm(f"{path} {why}.", "Replace it?", yes)
    try:
        make_folder(path.parent)
    except OSError as error:
        raise DataError(f"{path} cannot be written ({error.strerror}).") from error


@click.command()
@click.argument("name", required=False)
@click.option(
    "--from", "replica", metavar="TARGET", help="Bring back what 'recco replicate' keeps."
)
@click.option("--at", "when", metavar="TIME", help='As of then: "yesterday 18:00", "2 hours ago".')
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
@yes_option
@json_option
@click.pass_obj
def restore(
    session: Session,
    name: str | None,
    replica: str | None,
    when: str | None,
    dry_run: bool,
    yes: bool,
    as_json: bool,
) -> None:
    """List the snapshots, or put one (NAME, or the path of a backup) in the file's place.

    With --at, the newest snapshot taken by then, or the replica as it was. The present file is kept
    as a snapshot first; where it has changes that the other has not, that is asked, or --yes.
    """
    at = None if when is None else _moment(session, when)
    if replica is not None:
        if name is not None:
            raise UsageError("Name a snapshot, or --from a replica: not both.")
        if dry_run:
            raise UsageError("--dry-run is for snapshots: a replica is not compared beforehand.")
        _from_replica(session, replica, at, yes, as_json)
    elif name is not None and at is not None:
        raise UsageError("Name a snapshot, or --at a time: not both.")
    elif at is not None:
        _put_back(session, _taken_by(session, at), at, dry_run, yes, as_json)
    elif name is not None:
        _put_back(session, name, at, dry_run, yes, as_json)
    else:
        _list(session, as_json)


def _put_back(
    session: Session, name: str, at: datetime | None, dry_run: bool, yes: bool, as_json: bool
) -> None:
    """Put a snapshot in the file's place, unless it is only to be said what would change."""
    from recco_tui.ledger import snapshots

    source = snapshots.found(session.path, name)
    changes = snapshots.differences(session.path, source)
    kept, left_out = None, snapshots.settings_left_out(session.path, source)
    if not dry_run:
        _confirm(session, source, source.name, yes)
        kept = snapshots.restore(session.path, source, session.clock.real_now())
    if as_json:
        write_json(
            {
                "restored": None if dry_run else str(source),
                "kept": str(kept) if kept else None,
                "differences": {one.what: [one.now, one.then] for one in changes},
                "left_out": list(left_out),
            }
        )
        return
    columns = (Column(""), Column("now", right=True), Column("then", right=True))
    different = [(one.what, str(one.now), str(one.then)) for one in changes if one.now != one.then]
    write_table(columns, different)
    if not different:
        tell("It holds as many of everything as the present file.")
    if left_out:
        tell(f"Settings that stay as they are here: {', '.join(left_out)}.")
    if not dry_run:
        before = f" What was there before: {kept}." if kept else ""
        newest = f", the newest snapshot{_as_of(session, at)}" if at else ""
        tell(f"Restored {source.name}{newest}.{before}")


def _confirm(session: Session, source: Path, name: str, yes: bool) -> None:
    """Ask before changes are put aside that the copy has not."""
    from recco_tui.ledger import snapshots

    newer = snapshots.newer_changes(session.path, source)
    if newer is not None:
        many = count_of(newer.changes, "change")
        what = f"{session.path} has {many} that {name} does not have (the last: {newer.last})."
        confirm(what, "Restore it? The present file is kept as a snapshot.", yes)


def _moment(session: Session, when: str) -> datetime:
    from dateutil.tz import tzlocal

    from recco_tui.core.time_of_day import read_past

    return read_past(when, session.clock.now().astimezone(tzlocal()))


def _taken_by(session: Session, at: datetime) -> str:
    """The newest snapshot that was taken by then."""
    from recco_tui.core.time_of_day import say_time
    from recco_tui.ledger import snapshots

    every = snapshots.snapshots_of(session.path)
    taken = max((one for one in every if one.taken_at <= at), key=_age, default=None)
    if taken is not None:
        return str(taken.path)
    if not every:
        raise NothingFound("There is no snapshot yet: one is taken each day.")
    oldest = say_time(min(every, key=_age).taken_at.astimezone(at.tzinfo), at)
    raise NothingFound(f"No snapshot is that old: the oldest was taken {oldest}.")


def _age(one: "Snapshot") -> datetime:
    return one.taken_at


def _list(session: Session, as_json: bool) -> None:
    from recco_tui.ledger import snapshots

    session.require_folder()
    rows, documents = [], []
    for one in snapshots.snapshots_of(session.path):
        try:
            counts = snapshots.counts_of(one.path)
            held = _in_words(counts)
        except ReccoError:
            counts, held = {}, "cannot be read"
        when = one.taken_at.astimezone().strftime("%Y-%m-%d %H:%M")
        rows.append((when, one.why, held, f"{one.size / 1024:.0f} kB", one.path.name))
        documents.append(
            {
                "name": one.path.name,
                "taken_at": one.taken_at.isoformat(),
                "why": one.why,
                "bytes": one.size,
                "counts": counts,
            }
        )
    if as_json:
        write_json(documents)
        return
    if not rows:
        tell("There is no snapshot yet: one is taken each day, and before each import.")
        return
    titles = ("taken", "why", "holds", "size", "name")
    write_table(
        [Column(title, right=title == "size", gives=title == "holds") for title in titles], rows
    )


def _from_replica(
    session: Session, replica: str, at: datetime | None, yes: bool, as_json: bool
) -> None:
    from recco_tui.cli.litestream import shown
    from recco_tui.cli.replica import checked

    if session.demo:
        raise UsageError("--demo uses a throw-away file: leave it out.")
    from recco_tui.ledger import snapshots

    with checked(replica, session.path.absolute().parent, at) as copy:
        _confirm(session, copy, shown(replica), yes)
        left_out = snapshots.settings_left_out(session.path, copy)
        kept = snapshots.restore(session.path, copy, session.clock.real_now())
    counts = snapshots.counts_of(session.path)
    if as_json:
        document = {"restored": replica, "kept": str(kept) if kept else None, "counts": counts}
        write_json(document | ({} if at is None else {"at": at.isoformat()}))
        return
    if left_out:
        tell(f"Settings that stay as they are here: {', '.join(left_out)}.")
    before = f" What was there before: {kept}." if kept else ""
    tell(f"Brought back {_in_words(counts)} from {shown(replica)}{_as_of(session, at)}.{before}")


def _as_of(session: Session, at: datetime | None) -> str:
    from recco_tui.core.time_of_day import say_time

    return "" if at is None else f" as of {say_time(at, session.clock.now())}"


def _in_words(counts: dict[str, int]) -> str:
    return (
        f"{count_of(counts['contacts'], 'contact')}, {counts['received']} received, "
        f"{counts['given']} given, {count_of(counts['drafts'], 'draft')}"
    )
