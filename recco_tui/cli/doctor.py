"""`recco doctor`."""

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from recco_tui.cli.documents import remark_document, salvage_document
from recco_tui.cli.parameters import OUTPUT_PATH, json_option
from recco_tui.cli.printing import Column, write_json, write_line, write_table
from recco_tui.cli.session import Session
from recco_tui.core.errors import FileLocked, UsageError
from recco_tui.core.when import count_of

if TYPE_CHECKING:
    from recco_tui.ledger.checkup import Remark
    from recco_tui.ledger.salvage import Salvaged

FAULTS_LEFT, UNREADABLE = 1, 3


@click.command()
@click.option("--fix", is_flag=True, help="Fix what can be fixed; rows so that undo takes it back.")
@click.option(
    "--salvage",
    metavar="NEWFILE",
    type=OUTPUT_PATH,
    help="Copy what can still be read of a damaged file into a new one.",
)
@click.option("--replica", metavar="TARGET", help="Try whether this replica can be brought back.")
@json_option
@click.pass_context
def doctor(
    ctx: click.Context, fix: bool, salvage: Path | None, replica: str | None, as_json: bool
) -> None:
    """Look the file over: whole, private, backed up, nobody twice.

    Exit status 1 when something is left to be fixed, 3 when the file cannot be read, 4 when another
    program kept it from being fixed.
    """
    session: Session = ctx.obj
    session.require_file("look at")
    if salvage is not None:
        if fix:
            raise UsageError("--fix works on the file itself, --salvage on a new one: not both.")
        _salvage(session, salvage, as_json)
        return
    from recco_tui.ledger.checkup import examine

    remarks = examine(session.path, session.clock, fix=fix)
    if replica is not None:
        from recco_tui.cli.replicating import replica_remark

        now = session.clock.now().astimezone()
        remarks = (*remarks, replica_remark(replica, session.path.absolute(), now))
    if as_json:
        ok = not any(remark.is_left for remark in remarks)
        write_json({"ok": ok, "checks": [remark_document(remark) for remark in remarks]})
    else:
        for remark in remarks:
            write_line(_line(remark))
    ctx.exit(_status(remarks))


def _status(remarks: "tuple[Remark, ...]") -> int:
    left = [remark for remark in remarks if remark.is_left]
    if any(isinstance(remark.trouble, FileLocked) for remark in left):
        return FileLocked.exit_status
    if any(remark.check == "integrity" and remark.trouble for remark in left):
        return UNREADABLE
    return FAULTS_LEFT if left else 0


def _line(remark: "Remark") -> str:
    sign = "✗" if remark.is_left else "!" if remark.notice else "✓"
    outcome = ""
    if remark.mended:
        outcome = " Fixed."
    elif remark.mends and remark.trouble:
        outcome = f" Not fixed: {remark.trouble}"
    elif remark.mends:
        outcome = f" --fix would {remark.mends}."
    return f"{sign} {remark.check}: {remark.says}{outcome}"


def _salvage(session: Session, target: Path, as_json: bool) -> None:
    from recco_tui.ledger.salvage import salvage

    salvaged = salvage(session.path, target, session.clock.real_now())
    if as_json:
        write_json(salvage_document(target, salvaged))
        return
    write_line(f"Copied what can be read of {session.path} to {target}:")
    columns = (Column(), Column("copied", right=True), Column("of", right=True), Column())
    write_table(
        columns,
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
    write_line(f"Look at it with: recco --db {new_file}")
    write_line(f"To put it in place: recco {own}restore {new_file} (the damaged file is kept)")


def _losses(changed: int, stand_ins: int) -> str:
    words = []
    if changed:
        words.append(f"{changed:,} with something left empty")
    if stand_ins:
        words.append(f"{stand_ins:,} lost, but kept by number for what is tied to them")
    return "; ".join(words)


def _salvage_sentences(salvaged: "Salvaged") -> list[str]:
    """What is missing of what was salvaged, and what can be done about it."""
    if salvaged.whole:
        return ["Nothing is missing."]
    found = []
    lost = sum(table.known - table.rows for table in salvaged.tables if table.known is not None)
    if lost:
        found.append(f"{count_of(lost, 'row')} could not be read, or belonged to one that is lost.")
    if any(table.known is None for table in salvaged.tables):
        found.append("Where it says ?, nothing tells how many there were.")
    if any(table.stand_ins for table in salvaged.tables):
        found.append("An import of your LinkedIn export brings lost names back where it can.")
    if not salvaged.log_is_whole:
        found.append("The log was not copied: what was done before cannot be undone in it.")
    if salvaged.ends_early:
        found.append("The newest changes were in a log that breaks off and may be missing.")
    return found
