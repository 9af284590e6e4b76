"""`recco import`: read, plan, and write all of it or nothing."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from recco_tui.cli.import_words import write_import
from recco_tui.cli.parameters import json_option
from recco_tui.cli.printing import one_line, tell, write_json
from recco_tui.cli.session import Session
from recco_tui.core.errors import ArchiveError
from recco_tui.core.export import Export
from recco_tui.core.import_outcome import Outcome, outcome_of
from recco_tui.core.import_plan import ImportPlan
from recco_tui.importing.document import looks_like_ours, read_json
from recco_tui.importing.planning import plan_import
from recco_tui.importing.read.fingerprint import fingerprint

if TYPE_CHECKING:
    from recco_tui.importing.read.reader import Progress


@click.command(name="import")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--dry-run", is_flag=True, help="Say what would be done, and write nothing.")
@click.option(
    "--answer",
    "answers",
    multiple=True,
    metavar="KEY=CHOICE",
    help="Settle a question that an import asks; 'someone else' is a choice too.",
)
@json_option
@click.pass_obj
def import_archives(
    session: Session,
    paths: tuple[str, ...],
    dry_run: bool,
    answers: tuple[str, ...],
    as_json: bool,
) -> None:
    """Take in LinkedIn data exports: .zip files, unpacked folders, single CSV files.

    Several archives are taken in one after the other, oldest first; single tables belong
    together. The files are only read, and the same export again changes nothing. A file that
    'recco export json' wrote goes back into an empty recco file, all of it.
    """
    session.begins = not dry_run
    if len(paths) == 1 and looks_like_ours(Path(paths[0])):
        _put_back(session, Path(paths[0]), dry_run, as_json)
        return
    outcomes, undo = _taken_in(
        session, [Path(path) for path in dict.fromkeys(paths)], _answers(answers), dry_run
    )
    document = {**_together([one.as_document() for one in outcomes]), "undo": undo}
    if as_json:
        write_json(document)
        return
    write_import(outcomes, written=undo is not None, dry_run=dry_run)


def _put_back(session: Session, path: Path, dry_run: bool, as_json: bool) -> None:
    """recco's own JSON, into an empty file."""
    from recco_tui.ledger.dump import document_of

    document = document_of(read_json(path), path.name)
    undo = None
    if not dry_run:
        session.ledger.dump.load(document)
        done = session.ledger.last_change
        undo = done.change_id if done else None
    elif session.has_file:
        session.ledger.dump.require_empty()
    counts = document.counts
    if as_json:
        write_json({"rows": counts, "left_out": document.left_out, "undo": undo})
        return
    if dry_run:
        tell(f"{sum(counts.values())} rows would come back. Nothing was written (--dry-run).")
    else:
        tell(f"Brought {sum(counts.values())} rows back; 'recco undo' takes it back.")
    for sentence in document.left_out:
        tell(sentence)


def _taken_in(
    session: Session, paths: Sequence[Path], answers: Mapping[str, str], dry_run: bool
) -> tuple[Sequence[Outcome], int | None]:
    """What it came to, and the id of the change, None when nothing was written.

    Files that were taken in before, with nothing they tell of changed since, are not read again.
    """
    if session.has_file:
        session.ledger.imports.refuse_own_file(paths)
    mark = "" if answers else fingerprint(paths)
    known = session.ledger.imports.remembered(mark) if mark and session.has_file else None
    if known is not None:
        return known, None
    exports = read_exports(paths)
    if dry_run:
        plans, undo = _rehearsed(session, exports, answers)
    else:
        plans, undo = _done(session, exports, answers, mark)
    return [outcome_of(plan) for plan in plans], undo


def _answers(answers: Sequence[str]) -> dict[str, str]:
    said = {}
    for one in answers:
        key, equals, choice = one.rpartition("=")
        if not (equals and key and choice):
            raise click.BadParameter(f"{one!r} is not KEY=CHOICE.", param_hint="'--answer'")
        said[key] = choice
    return said


def read_exports(paths: Sequence[Path]) -> list[Export]:
    """Every archive, oldest first; single tables count as one archive. Progress on a terminal."""
    from recco_tui.importing.read.reader import read_export

    tables = [path for path in paths if path.suffix.casefold() == ".csv" and path.is_file()]
    groups = [[path] for path in paths if path not in tables]
    groups += [tables] if tables else []
    with _progress() as show:
        exports = [read_export(group, progress=show) for group in groups]
    _check_one_owner(exports)
    return sorted(exports, key=lambda export: export.exported_on or date.max)


def _check_one_owner(exports: Sequence[Export]) -> None:
    """Each archive is read on its own, so that whose they are is compared here."""
    told = {one.owner_slug: one.owner_name for one in exports if one.owner_slug and one.owner_name}
    if len(set(told.values())) > 1:
        people = " and ".join(sorted(set(told.values())))
        raise ArchiveError(f"These are exports of different people ({people}): give one's only.")


def _done(
    session: Session, exports: Sequence[Export], answers: Mapping[str, str], mark: str
) -> tuple[list[ImportPlan], int | None]:
    """Import them as one change; its id, None when nothing was written."""
    plans = session.ledger.imports.apply_each(plan_import, exports, answers, mark)
    done = session.ledger.last_change
    return list(plans), done.change_id if done else None


def _rehearsed(
    session: Session, exports: Sequence[Export], answers: Mapping[str, str]
) -> tuple[list[ImportPlan], None]:
    """What importing would do; where there is no file yet, none is made."""
    session.require_folder()
    if session.has_file:
        return list(session.ledger.imports.rehearse(plan_import, exports, answers)), None
    from recco_tui.ledger.imports import rehearse_first_import

    return list(rehearse_first_import(plan_import, exports, answers, session.clock)), None


def _together(documents: Sequence[dict[str, object]]) -> dict[str, object]:
    """The documents of several archives as one: counts added, lists joined, questions once."""
    total: dict[str, object] = {}
    for document in documents:
        for key, value in document.items():
            total[key] = _sum(total[key], value) if key in total else value
    unsure = total.get("unsure")
    if isinstance(unsure, list):
        total["unsure"] = list({question["key"]: question for question in unsure}.values())
    return total


def _sum(one: object, other: object) -> object:
    if isinstance(one, dict) and isinstance(other, dict):
        return {key: _sum(one[key], other[key]) for key in one}
    if isinstance(one, list) and isinstance(other, list):
        return one + other
    assert isinstance(one, int)
    assert isinstance(other, int)
    return one + other


def _show(progress: "Progress") -> None:
    """Write over the line on the terminal that says how far reading is."""
    share = f" {100 * progress.done // progress.total} %" if progress.total else ""
    sys.stderr.write(f"\r\x1b[K{one_line(progress.file)[:60]}{share}")
    sys.stderr.flush()


@contextmanager
def _progress() -> Iterator[Callable[["Progress"], None] | None]:
    """Tells how far reading is, when somebody is watching."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    try:
        yield _show
    finally:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()
