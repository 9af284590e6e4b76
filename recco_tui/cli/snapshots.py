"""`recco backup` and `recco restore`."""

from pathlib import Path

import click

from recco_tui.cli.confirming import confirm, yes_option
from recco_tui.cli.parameters import FILE_TO_WRITE, json_option
from recco_tui.cli.printing import Column, tell, write_json, write_table
from recco_tui.cli.session import Session
from recco_tui.core.errors import DataError, ReccoError, UsageError


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
    from recco_tui.exchange.private_file import make_folder
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
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
@json_option
@click.pass_obj
def restore(
    session: Session, name: str | None, replica: str | None, dry_run: bool, as_json: bool
) -> None:
    """List the snapshots, or put one (NAME, or the path of a backup) in the file's place.

    The present file is kept as a snapshot first.
    """
    if replica is not None:
        if name is not None:
            raise UsageError("Name a snapshot, or --from a replica: not both.")
        if dry_run:
            raise UsageError("--dry-run is for snapshots: a replica is not compared beforehand.")
        _from_replica(session, replica, as_json)
        return
    if name is None:
        _list(session, as_json)
        return
    from recco_tui.ledger import snapshots

    source = snapshots.found(session.path, name)
    changes = snapshots.differences(session.path, source)
    kept = None if dry_run else snapshots.restore(session.path, source, session.clock.real_now())
    if as_json:
        write_json(
            {
                "restored": None if dry_run else str(source),
                "kept": str(kept) if kept else None,
                "differences": {one.what: [one.now, one.then] for one in changes},
            }
        )
        return
    columns = (Column(""), Column("now", right=True), Column("then", right=True))
    different = [(one.what, str(one.now), str(one.then)) for one in changes if one.now != one.then]
    write_table(columns, different)
    if not different:
        tell("It holds as many of everything as the present file.")
    if not dry_run:
        tell(f"Restored {source.name}." + (f" What was there before: {kept}." if kept else ""))


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


def _from_replica(session: Session, replica: str, as_json: bool) -> None:
    from recco_tui.cli.replicating import fetched

    if session.demo:
        raise UsageError("--demo uses a throw-away file: leave it out.")
    from recco_tui.ledger import snapshots

    with fetched(replica) as copy:
        kept = snapshots.restore(session.path, copy, session.clock.real_now())
    counts = snapshots.counts_of(session.path)
    if as_json:
        write_json({"restored": replica, "kept": str(kept) if kept else None, "counts": counts})
        return
    before = f" What was there before: {kept}." if kept else ""
    tell(f"Brought back {_in_words(counts)} from {replica}.{before}")


def _in_words(counts: dict[str, int]) -> str:
    return (
        f"{counts['contacts']} contacts, {counts['received']} received, {counts['given']} given, "
        f"{counts['drafts']} drafts"
    )
