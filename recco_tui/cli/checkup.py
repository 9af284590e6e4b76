"""`recco doctor`."""

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

from recco_tui.cli.parameters import FILE_TO_WRITE, json_option
from recco_tui.cli.printing import Column, tell, write_json, write_table
from recco_tui.cli.session import Session
from recco_tui.core.errors import FileLocked, UsageError
from recco_tui.core.when import count_of

if TYPE_CHECKING:
    from recco_tui.ledger.checkup import Remark
    from recco_tui.ledger.salvage import Salvaged

UNWELL, UNREADABLE = 1, 3


@click.command()
@click.option("--fix", is_flag=True, help="Fix what can be fixed; rows so that undo takes it back.")
@click.option(
    "--salvage",
    metavar="NEWFILE",
    type=FILE_TO_WRITE,
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
        from recco_tui.cli.replica import replica_remark

        now = session.clock.now().astimezone()
        remarks = (*remarks, replica_remark(replica, session.path.absolute(), now))
    if as_json:
        well = not any(one.is_left for one in remarks)
        write_json({"ok": well, "checks": [_document(one) for one in remarks]})
    else:
        for one in remarks:
            tell(_line(one))
    ctx.exit(_status(remarks))


def _status(remarks: "tuple[Remark, ...]") -> int:
    left = [one for one in remarks if one.is_left]
    if any(isinstance(one.trouble, FileLocked) for one in left):
        return FileLocked.exit_status
    if any(one.check == "integrity" and one.trouble for one in left):
        return UNREADABLE
    return UNWELL if left else 0


def _document(one: "Remark") -> dict[str, object]:
    return {**one._asdict(), "trouble": str(one.trouble) if one.trouble else None}


def _line(one: "Remark") -> str:
    sign = "✗" if one.is_left else "!" if one.notice else "✓"
    done = ""
    if one.mended:
        done = " Fixed."
    elif one.mends and one.trouble:
        done = f" Not fixed: {one.trouble}"
    elif one.mends:
        done = f" --fix would {one.mends}."
    return f"{sign} {one.check}: {one.says}{done}"


def _salvage(session: Session, target: Path, as_json: bool) -> None:
    from recco_tui.ledger.salvage import salvage

    salvaged = salvage(session.path, target, session.clock.real_now())
    if as_json:
        write_json(
            {
                "salvaged": str(target),
                "whole": salvaged.whole,
                "log": salvaged.log_is_whole,
                "tables": [one._asdict() for one in salvaged.tables],
            }
        )
        return
    tell(f"Copied what can be read of {session.path} to {target}:")
    columns = (Column(""), Column("copied", right=True), Column("of", right=True), Column(""))
    write_table(
        columns,
        [
            (
                one.table.replace("_", " "),
                f"{one.rows:,}",
                "?" if one.known is None else f"{one.known:,}",
                _remarks_on(one.changed, one.stand_ins),
            )
            for one in salvaged.tables
            if one.rows or one.known != 0
        ],
        indent=2,
    )
    for sentence in _sentences(salvaged):
        tell(sentence)
    new = shlex.quote(str(target))
    own = f"--db {shlex.quote(str(session.path))} " if session.db else ""
    tell(f"Look at it with: recco --db {new}")
    tell(f"To put it in place: recco {own}restore {new} (the damaged file is kept)")


def _remarks_on(changed: int, stand_ins: int) -> str:
    words = []
    if changed:
        words.append(f"{changed:,} with something left empty")
    if stand_ins:
        words.append(f"{stand_ins:,} lost, but kept by number for what is tied to them")
    return "; ".join(words)


def _sentences(salvaged: "Salvaged") -> list[str]:
    """What else is to be known of what came over."""
    if salvaged.whole:
        return ["Nothing is missing."]
    found = []
    lost = sum(one.known - one.rows for one in salvaged.tables if one.known is not None)
    if lost:
        found.append(f"{count_of(lost, 'row')} could not be read, or belonged to one that is lost.")
    if any(one.known is None for one in salvaged.tables):
        found.append("Where it says ?, nothing tells how many there were.")
    if any(one.stand_ins for one in salvaged.tables):
        found.append("An import of your LinkedIn export brings lost names back where it can.")
    if not salvaged.log_is_whole:
        found.append("The log was not copied: what was done before cannot be undone in it.")
    if salvaged.ends_early:
        found.append("The newest changes were in a log that breaks off and may be missing.")
    return found
