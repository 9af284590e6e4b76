"""`recco undo`, `recco redo`, `recco log`."""

import click

from recco_tui.cli.documents import change_document
from recco_tui.cli.parameters import verb
from recco_tui.cli.printing import FIXED, Column, write_json, write_line, write_list
from recco_tui.cli.session import Session

_MOST = 10**9
"""More entries than any log has, and few enough for SQLite."""


@verb()
@click.option("--to", "entry", type=int, metavar="ID", help="Undo everything after this entry.")
def undo(session: Session, entry: int | None) -> None:
    """Undo the last change.

    Run it again to go further back. 'recco redo' redoes changes one by one.
    """
    session.require_file("undo")
    log = session.ledger.log
    undone = (log.undo(),) if entry is None else log.back_to(entry)
    if session.as_json:
        write_json([change_document(change) for change in undone])
        return
    for change in undone:
        write_line(f"Undone: {change.label}")


@verb()
def redo(session: Session) -> None:
    """Redo what was undone."""
    session.require_file("redo")
    change = session.ledger.log.redo()
    if session.as_json:
        write_json([change_document(change)])
        return
    write_line(f"Redone: {change.label}")


@verb()
@click.option("--most", type=click.IntRange(min=1), help="Show at most this many entries.")
def log(session: Session, most: int | None) -> None:
    """Show everything done, newest first."""
    write_list(
        session,
        session.ledger.log.entries(most and min(most, _MOST)),
        document=change_document,
        columns=(Column("id", right=True), Column("when"), Column("what", shrinkable=True), FIXED),
        cells=lambda change: (
            change.id,
            f"{change.made_at.astimezone():%Y-%m-%d %H:%M}",
            change.label,
            "undone" if change.undone_at else "",
        ),
        empty="Nothing done yet.",
    )
