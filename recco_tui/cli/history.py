"""`recco undo`, `recco redo`, `recco log`."""

import click

from recco_tui.cli.parameters import json_option
from recco_tui.cli.printing import Column, tell, write_json, write_table
from recco_tui.cli.session import Session
from recco_tui.core.models import Change

_MANY = 10**9
"""More entries than any log has, and few enough for SQLite."""


@click.command()
@click.option(
    "--to", "entry", type=int, metavar="ID", help="Take back all that was done after this entry."
)
@json_option
@click.pass_obj
def undo(session: Session, entry: int | None, as_json: bool) -> None:
    """Take back the last change.

    Run it again to go further back; `recco redo` brings changes back one by one.
    """
    session.require_file("undo")
    log = session.ledger.log
    taken = (log.undo(),) if entry is None else log.back_to(entry)
    if as_json:
        write_json([_document(change) for change in taken])
        return
    for change in taken:
        tell(f"Took back: {change.label}")


@click.command()
@json_option
@click.pass_obj
def redo(session: Session, as_json: bool) -> None:
    """Bring back what was undone."""
    session.require_file("redo")
    change = session.ledger.log.redo()
    if as_json:
        write_json([_document(change)])
        return
    tell(f"Brought back: {change.label}")


@click.command()
@click.option("--most", type=click.IntRange(min=1), help="Show so many entries at most.")
@json_option
@click.pass_obj
def log(session: Session, most: int | None, as_json: bool) -> None:
    """Everything done, newest first."""
    entries = session.ledger.log.entries(most and min(most, _MANY))
    if as_json:
        write_json([_document(change) for change in entries])
        return
    if not entries:
        tell("Nothing was done yet.")
    columns = (Column("id", right=True), Column("when"), Column("what", gives=True), Column(""))
    write_table(columns, [_row(change) for change in entries])


def _row(change: Change) -> tuple[str, str, str, str]:
    made = change.made_at.astimezone().strftime("%Y-%m-%d %H:%M")
    return str(change.id), made, change.label, "undone" if change.undone_at else ""


def _document(change: Change) -> dict[str, object]:
    return {
        "id": change.id,
        "label": change.label,
        "made_at": change.made_at.isoformat(),
        "origin": change.origin,
        "undone_at": change.undone_at.isoformat() if change.undone_at else None,
        "rows": change.rows,
    }
