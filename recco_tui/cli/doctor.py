"""`recco doctor`."""

import shlex
from pathlib import Path

import click

from recco_tui import second_reader
from recco_tui.cli.documents import check_document, salvage_document
from recco_tui.cli.parameters import OUTPUT_PATH, verb
from recco_tui.cli.printing import FIXED, Column, write_json, write_line, write_table
from recco_tui.cli.replicating import check_replica
from recco_tui.cli.session import Session
from recco_tui.core.errors import FileLocked, UsageError
from recco_tui.core.when import count_of
from recco_tui.ledger.checkup import CheckResult, examine
from recco_tui.ledger.salvage import Salvaged, salvage
from recco_tui.writing.evidence import WITHOUT_ANY

FAULTS_LEFT, UNREADABLE = 1, 3


@verb()
@click.option("--fix", is_flag=True, help="Fix what can be fixed. Fixed rows can be undone.")
@click.option(
    "--salvage",
    metavar="NEWFILE",
    type=OUTPUT_PATH,
    help="Copy what can still be read of a damaged file to a new one.",
)
@click.option("--replica", metavar="TARGET", help="Test whether this replica can be restored.")
def doctor(session: Session, fix: bool, salvage: Path | None, replica: str | None) -> None:
    """Check the file: intact, private, backed up, no duplicates.

    Exit status 1: something is left to fix; 3: the file cannot be read; 4: another
    program kept recco from fixing it.
    """
    session.require_file("look at")
    session.use_date_style()
    if salvage is not None:
        if fix:
            raise UsageError("Use --fix (this file) or --salvage (a new file), not both.")
        _salvage(session, salvage)
        return
    results = examine(session.path, session.clock, fix=fix)
    if replica is not None:
        now = session.clock.now().astimezone()
        results = (*results, check_replica(replica, session.path.absolute(), now))
    results = (*results, _of_the_readers())
    if session.as_json:
        ok = not any(result.is_left for result in results)
        write_json({"ok": ok, "checks": [check_document(result) for result in results]})
    else:
        for result in results:
            write_line(_line(result))
    raise click.exceptions.Exit(_status(results))


def _of_the_readers() -> CheckResult:
    if second_reader.read("We worked together for a year."):
        return CheckResult("check", True, "Texts are checked by both readers.")
    return CheckResult("check", True, WITHOUT_ANY, notice=True)


def _status(results: tuple[CheckResult, ...]) -> int:
    left = [result for result in results if result.is_left]
    if any(isinstance(result.error, FileLocked) for result in left):
        return FileLocked.exit_status
    if any(result.check == "integrity" and result.error for result in left):
        return UNREADABLE
    return FAULTS_LEFT if left else 0


def _line(result: CheckResult) -> str:
    sign = "✗" if result.is_left else "!" if result.notice else "✓"
    outcome = ""
    if result.repaired:
        outcome = " Fixed."
    elif result.repair and result.error:
        outcome = f" Not fixed: {result.error}"
    elif result.repair:
        outcome = f" --fix would {result.repair}."
    return f"{sign} {result.check}: {result.says}{outcome}"


def _salvage(session: Session, target: Path) -> None:
    salvaged = salvage(session.path, target, session.clock.real_now())
    if session.as_json:
        write_json(salvage_document(target, salvaged))
        return
    write_line(f"Copied what can be read of {session.path} to {target}:")
    write_table(
        (FIXED, Column("copied", right=True), Column("of", right=True), FIXED),
        [
            (
                table.table.replace("_", " "),
                f"{table.rows:,}",
                "?" if table.known is None else f"{table.known:,}",
                _losses(table.changed, table.stand_ins),
            )
            for table in salvaged.tables
            if table.rows or table.known != 0
        ],
        indent=2,
    )
    for sentence in _salvage_sentences(salvaged):
        write_line(sentence)
    new_file = shlex.quote(str(target))
    own = f"--db {shlex.quote(str(session.path))} " if session.db else ""
    write_line(f"Open it: recco --db {new_file}")
    write_line(f"Put it in place: recco {own}restore {new_file} (the damaged file is kept)")


def _losses(changed: int, stand_ins: int) -> str:
    words = []
    if changed:
        words.append(f"{changed:,} with empty values")
    if stand_ins:
        words.append(f"{stand_ins:,} lost; what belongs to them is kept under a number")
    return "; ".join(words)


def _salvage_sentences(salvaged: Salvaged) -> list[str]:
    """What is missing of what was salvaged, and what can be done about it."""
    if salvaged.whole:
        return ["Nothing is missing."]
    found = []
    lost = sum(table.known - table.rows for table in salvaged.tables if table.known is not None)
    if lost:
        found.append(f"{count_of(lost, 'row')} could not be read, or belonged to a lost one.")
    if any(table.known is None for table in salvaged.tables):
        found.append("A ? means the number is not known.")
    if any(table.stand_ins for table in salvaged.tables):
        found.append("Importing your LinkedIn export may bring lost names back.")
    if not salvaged.log_is_whole:
        found.append("The log was not copied: earlier changes can't be undone there.")
    if salvaged.ends_early:
        found.append("The newest changes may be missing: their log is cut off.")
    return found
