"""`recco import`: read, plan, and write all of it or nothing."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import click

from recco_tui.cli.documents import address_book_document, import_document, owner_document
from recco_tui.cli.parameters import verb
from recco_tui.cli.printing import (
    FIXED,
    Column,
    one_line,
    write_heading,
    write_json,
    write_line,
    write_table,
)
from recco_tui.cli.session import Session
from recco_tui.core.errors import ArchiveError
from recco_tui.core.export import Export
from recco_tui.core.import_outcome import ImportOutcome, combined, outcome_of
from recco_tui.core.import_plan import (
    GONE,
    GONE_KEY,
    PART,
    SOMEONE_ELSE,
    Candidate,
    ImportPlan,
    PersonQuestion,
    Tally,
)
from recco_tui.core.ownership import SAME_PERSON, SAME_PERSON_KEY, AnotherOwner, Owner
from recco_tui.core.when import count_of
from recco_tui.importing.document import looks_like_ours, read_json
from recco_tui.importing.plan.planning import plan_import
from recco_tui.importing.read.fingerprint import fingerprint
from recco_tui.importing.read.reader import ReadingProgress, read_export
from recco_tui.ledger.dump import document_of
from recco_tui.ledger.imports import rehearse_first_import

MOST_LISTED = 20
"""Rows left out, warnings, and people who may be meant: more of them are only counted."""


@verb("import")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@click.option(
    "--answer",
    "answers",
    multiple=True,
    metavar="KEY=CHOICE",
    help="Answer a question of an import; 'someone else' is a choice too.",
)
@click.option("--gone", "absent", flag_value=GONE, help="Connections missing from it are gone.")
@click.option("--part", "absent", flag_value=PART, help="It is only part of your connections.")
@click.option("--same-person", is_flag=True, help="It is yours, under a new name and address.")
@click.option(
    "--as",
    "kind",
    type=click.Choice(["export", "contacts"]),
    default="export",
    help="'contacts' adds the people from a vCard file, or from a table with a column of names.",
)
def import_archives(
    session: Session,
    paths: tuple[str, ...],
    dry_run: bool,
    answers: tuple[str, ...],
    absent: str | None,
    same_person: bool,
    kind: str,
) -> None:
    """Import LinkedIn data exports: .zip files, unpacked folders, single CSV files.

    Several archives are imported one by one, oldest first; single tables belong
    together. The files are only read, and the same export again changes nothing. A file from
    'recco export json' is loaded into an empty recco file.
    """
    session.may_create_folder = not dry_run
    if kind == "contacts":
        _import_address_books(session, [Path(path) for path in paths], dry_run)
        return
    if len(paths) == 1 and looks_like_ours(Path(paths[0])):
        _restore_document(session, Path(paths[0]), dry_run)
        return
    choices = _parse_answers(answers)
    if absent:
        choices[GONE_KEY] = absent
    if same_person:
        choices[SAME_PERSON_KEY] = SAME_PERSON
    outcomes, owner = _import_exports(
        session, [Path(path) for path in dict.fromkeys(paths)], choices, dry_run
    )
    if session.as_json:
        document = import_document(combined(outcomes))
        write_json({**document, "owner": owner_document(owner), "undo": session.change_id})
        return
    _write_outcomes(outcomes, written=session.change_id is not None, dry_run=dry_run)


def _import_address_books(session: Session, paths: Sequence[Path], dry_run: bool) -> None:
    """Add the people of vCards and tables, after saying which columns are read as what."""
    from recco_tui.importing.read.address_book import read_address_book

    if session.has_file:
        session.ledger.imports.refuse_own_file(paths)
    books = [(path, read_address_book(path)) for path in paths]
    entries = [entry for _, book in books for entry in book.entries]
    session.require_folder()
    if dry_run:
        people = session.ledger.contacts.who_is_new(entries)
    else:
        people = session.ledger.contacts.add_people(entries)
    if session.as_json:
        write_json(
            {
                "files": [address_book_document(path.name, book) for path, book in books],
                "added": people.added,
                "known": people.known,
                "undo": session.change_id,
            }
        )
        return
    for path, book in books:
        write_line(f"{path.name}: {book.columns_in_words}")
        if book.unused:
            write_line(f"not read: {', '.join(book.unused[:MOST_LISTED])}", indent=2)
        if book.nameless:
            write_line(f"{count_of(book.nameless, 'row')} without a name", indent=2)
    for title, names in (("New", people.added), ("Already there", people.known)):
        if names:
            write_heading(f"{title}: {len(names)}")
            for name in names[:MOST_LISTED]:
                write_line(name, indent=2)
            _write_more(len(names), indent=2)
    if dry_run:
        write_line("Nothing was written (--dry-run).")
    elif people.added:
        write_line(f"Added {count_of(len(people.added), 'contact')}; 'recco undo' reverts it.")
    else:
        write_line("No one new in it. Nothing was added.")


def _restore_document(session: Session, path: Path, dry_run: bool) -> None:
    """Bring back all of what `recco export json` wrote, into an empty file."""
    document = document_of(read_json(path), path.name)
    if not dry_run:
        session.ledger.dump.load(document)
    elif session.has_file:
        session.ledger.dump.require_empty()
    counts = document.counts
    if session.as_json:
        write_json({"rows": counts, "left_out": document.left_out, "undo": session.change_id})
        return
    if dry_run:
        write_line(
            f"{sum(counts.values())} rows would be restored. Nothing was written (--dry-run)."
        )
    else:
        write_line(f"Restored {sum(counts.values())} rows; 'recco undo' reverts it.")
    for sentence in document.left_out:
        write_line(sentence)


def _import_exports(
    session: Session, paths: Sequence[Path], answers: Mapping[str, str], dry_run: bool
) -> tuple[Sequence[ImportOutcome], Owner]:
    """The outcome of each export, which is one change in the log, or none with `dry_run`; whose.

    Files that were imported before are not read again, unless what they are about changed since.
    """
    if session.has_file:
        session.ledger.imports.refuse_own_file(paths)
    mark = "" if answers else fingerprint(paths)
    known = session.ledger.imports.remembered(mark) if mark and session.has_file else None
    if known is not None:
        return known, session.ledger.imports.owner()
    try:
        exports = read_exports(paths, session.clock.today())
    except ArchiveError as error:
        raise _with_other_use(error, paths) from None
    told = [owner for export in exports if (owner := Owner.of_export(export)).is_known]
    # Read before anything is written: what fails from then on would hide that it was.
    stored = session.ledger.imports.owner() if session.has_file else Owner("")
    try:
        if dry_run:
            plans = _rehearsed(session, exports, answers)
        else:
            plans = session.ledger.imports.apply_each(plan_import, exports, answers, mark)
    except AnotherOwner as error:
        if stored.words == error.ours:
            raise
        raise ArchiveError(
            f"These are exports of different people ({error.ours} and {error.theirs}). Import "
            "one person's only, or add --same-person if both are you."
        ) from None
    return [outcome_of(plan) for plan in plans], told[-1] if told else stored


def _with_other_use(error: ArchiveError, paths: Sequence[Path]) -> ArchiveError:
    """The refusal; of a table that holds people all the same, with what can be made of it."""
    from recco_tui.importing.read.address_book import read_address_book

    if len(paths) != 1 or not paths[0].is_file() or paths[0].suffix.casefold() != ".csv":
        return error
    try:
        count = len(read_address_book(paths[0]).entries)
    except ArchiveError:
        return error
    people = "1 person" if count == 1 else f"{count:,} people"
    return ArchiveError(f"{error} It lists {people}. --as contacts adds them.") if count else error


def _parse_answers(options: Sequence[str]) -> dict[str, str]:
    answers = {}
    for option in options:
        key, equals, choice = option.rpartition("=")
        if not (equals and key and choice):
            raise click.BadParameter(f"{option!r} is not KEY=CHOICE.", param_hint="'--answer'")
        answers[key] = choice
    return answers


def read_exports(paths: Sequence[Path], today: date) -> list[Export]:
    """All exports, oldest first; single tables count as one. Shows progress on a terminal."""
    tables = [path for path in paths if path.suffix.casefold() == ".csv" and path.is_file()]
    groups = [[path] for path in paths if path not in tables]
    groups += [tables] if tables else []
    with _progress_line() as show:
        exports = [read_export(group, today=today, progress=show) for group in groups]
    return sorted(exports, key=lambda export: export.exported_on or date.max)


def _rehearsed(
    session: Session, exports: Sequence[Export], answers: Mapping[str, str]
) -> Sequence[ImportPlan]:
    """What importing would do; where there is no file yet, none is made."""
    session.require_folder()
    if session.has_file:
        return session.ledger.imports.rehearse(plan_import, exports, answers)
    return rehearse_first_import(plan_import, exports, answers, session.clock)


def _show_progress(progress: ReadingProgress) -> None:
    """Overwrite the line on the terminal that says how far reading is."""
    share = f" {100 * progress.done // progress.total} %" if progress.total else ""
    sys.stderr.write(f"\r\x1b[K{one_line(progress.file)[:60]}{share}")
    sys.stderr.flush()


@contextmanager
def _progress_line() -> Iterator[Callable[[ReadingProgress], None] | None]:
    """What shows how far reading is; None where no one is watching."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    try:
        yield _show_progress
    finally:
        sys.stderr.write("\r\x1b[K")
        sys.stderr.flush()


_TALLY_COLUMNS = (FIXED, *(Column(name, right=True) for name in Tally._fields))


def _write_outcomes(outcomes: Sequence[ImportOutcome], *, written: bool, dry_run: bool) -> None:
    """Print what was done, or would be: counts, what was left out and why, what is not sure."""
    for outcome in outcomes:
        if len(outcomes) > 1:
            write_heading(f"Export from {outcome.exported_on.isoformat()}")
        write_table(_TALLY_COLUMNS, _tallies(outcome))
        if outcome.counts.nameless:
            rows = count_of(outcome.counts.nameless, "row")
            write_line(f"{rows} without a name: members who left LinkedIn.")
        _write_gone(outcome)
        for warning in outcome.remarks[:MOST_LISTED]:
            write_line(f"! {warning}")
        if len(outcome.remarks) > MOST_LISTED:
            write_line(f"! and {len(outcome.remarks) - MOST_LISTED} more")
        _write_ignored(outcome)
        for question in outcome.unsure:
            _write_question(question)
        if outcome.offers:
            offers = count_of(outcome.offers, "row")
            write_line(
                f"{offers} about your work could become projects. 'recco project add' adds one."
            )
    is_open = any(outcome.absence.is_open for outcome in outcomes)
    if dry_run:
        asked = " Without --part or --gone it would be refused." if is_open else ""
        write_line(f"Nothing was written (--dry-run).{asked}")
    else:
        write_line(_result(combined(outcomes), written, len(outcomes)))


def _write_gone(outcome: ImportOutcome) -> None:
    if outcome.gone and not outcome.absence.is_notable:
        people = count_of(outcome.gone, "connection")
        write_line(f"{people} no longer in your network: marked as gone, never deleted.")
    if outcome.gone_texts:
        texts = count_of(outcome.gone_texts, "recommendation")
        write_line(f"{texts} no longer in the export: marked as gone, never deleted.")


def _tallies(outcome: ImportOutcome) -> Iterator[tuple[object, ...]]:
    counts = outcome.counts
    yield ("people", *counts.contacts)
    yield ("recommendations given", *counts.given)
    yield ("recommendations received", *counts.received)
    yield ("asks", *counts.asks)
    yield ("requests", *counts.requests)


def _write_ignored(outcome: ImportOutcome) -> None:
    if not outcome.ignored:
        return
    write_heading(f"Skipped: {len(outcome.ignored)}")
    for row in outcome.ignored[:MOST_LISTED]:
        place = f"{row.file}:{row.line}" if row.line else row.file
        write_line(f"{place}: {row.why}", indent=2)
    _write_more(len(outcome.ignored), indent=2)


def _write_question(question: PersonQuestion) -> None:
    write_line(f"? {question.text}")
    for candidate in question.candidates[:MOST_LISTED]:
        write_line(
            f"--answer '{question.key}={candidate.choice}'   {_candidate_facts(candidate)}",
            indent=4,
        )
        write_line("; ".join(filter(None, (candidate.why, candidate.does))), indent=8)
    _write_more(len(question.candidates), indent=4)
    write_line(f"--answer '{question.key}={SOMEONE_ELSE}'", indent=4)
    if question.otherwise:
        write_line(question.otherwise, indent=8)


def _write_more(count: int, indent: int) -> None:
    if count > MOST_LISTED:
        write_line(f"and {count - MOST_LISTED} more: --json lists all", indent=indent)


def _candidate_facts(candidate: Candidate) -> str:
    work = " at ".join(filter(None, (candidate.position, candidate.company)))
    since = f"connected {candidate.connected_on}" if candidate.connected_on else ""
    return ", ".join(filter(None, (candidate.name, work, since)))


def _result(outcome: ImportOutcome, written: bool, count: int) -> str:
    if outcome.is_of_no_one:
        return "There is no one in it. Nothing was imported."
    if not (written and (outcome.brought or outcome.gone_texts)):
        return "Nothing in it was new."
    times = "" if count == 1 else f", up to {count} times"
    return f"Imported; 'recco undo' reverts it{times}."


@verb()
def whose(session: Session) -> None:
    """Show whose LinkedIn exports are in the file.

    Exit status 1: no export has named an owner yet.
    """
    session.require_file("look at")
    owner = session.ledger.imports.owner()
    if session.as_json:
        write_json(owner_document(owner))
    elif owner.is_known:
        page = f" ({owner.page})" if owner.page and owner.name else ""
        write_line(f"{owner.words}{page}")
    else:
        write_line("No export has named an owner yet. Import one with Profile.csv.")
    if not owner.is_known:
        raise click.exceptions.Exit(1)
