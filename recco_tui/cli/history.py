"""`recco undo`, `recco redo`, `recco log`."""

import click

from recco_tui.cli.documents import change_document
from recco_tui.cli.parameters import json_option
from recco_tui.cli.printing import Column, write_json, write_line, write_list
from recco_tui.cli.session import Session
from recco_tui.core.models import Change

_MOST = 10**9
"""More entries than any log has, and few enough for SQLite."""


@click.command()
@click.option("--to", "entry", type=int, metavar="ID", help="Undo everything after this entry.")
@json_option
@click.pass_obj
def undo(session: Session, entry: int | None, as_json: bool) -> None:
    """Undo the last change.

    Run it again to go further back. 'recco redo' redoes changes one by one.
    """
    session.require_file("undo")
    log = session.ledger.log
    undone = (log.undo(),) if entry is None else log.back_to(entry)
    if as_json:
        write_json([change_document(change) for change in undone])
        return
    for change in undone:
        write_line(f"Undone: {change.label}")


@click.command()
@json_option
@click.pass_obj
def redo(session: Session, as_json: bool) -> None:
    """Redo what was undone."""
    session.require_file("redo")
    change = session.ledger.log.redo()
    if as_json:
        write_json([change_document(change)])
        return
    write_line(f"Redone: {change.label}")


@click.command()
@click.option("--most", type=click.IntRange(min=1), help="Show at most this many entries.")
@json_option
@click.pass_obj
def log(session: Session, most: int | None, as_json: bool) -> None:
    """Show everything done, newest first."""
    write_list(
        session.ledger.log.entries(most and min(most, _MOST)),
        as_json,
        document=change_document,
        columns=(
            Column("id", right=True),
            Column("when"),
            Column("what", shrinkable=True),
            Column(),
        ),
        cells=_cells,
        empty="Nothing done yet.",
    )


def _cells(change: Change) -> tuple[str, str, str, str]:
    made = f"{change.made_at.astimezone():%Y-%m-%d %H:%M}"
    return str(change.id), made, change.label, "undone" if change.undone_at else ""
