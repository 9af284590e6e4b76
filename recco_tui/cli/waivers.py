"""`recco waiver`: waived debts, put right or taken back."""

from functools import partial

import click

from recco_tui.cli.documents import Document, waiver_document
from recco_tui.cli.parameters import (
    OrderedGroup,
    on_option_to_edit,
    row_argument,
    rows_argument,
)
from recco_tui.cli.printing import FIXED, SHRINKABLE, Column, report, write_list
from recco_tui.cli.rows import changes_of, remove_rows
from recco_tui.cli.session import Session
from recco_tui.cli.whom import find_contact
from recco_tui.core.models import Waiver
from recco_tui.storage.columns import Value


@click.group(cls=OrderedGroup)
def waiver() -> None:
    """Waived debts: list, edit, remove. 'recco contact waive' waives one."""


@waiver.verb("list")
@click.argument("name", required=False)
def list_waivers(session: Session, name: str | None) -> None:
    """List waived debts, of NAME or of all contacts, newest first."""
    waivers = session.ledger.waivers
    found = waivers.of(find_contact(session, name).id) if name else waivers.every()
    write_list(
        session,
        found,
        document=partial(_document, session),
        columns=(FIXED, FIXED, SHRINKABLE, Column(right=True), SHRINKABLE),
        cells=lambda waiver: (
            f"#{waiver.id}",
            waiver.on,
            session.name_of(waiver.contact_id),
            waiver.count,
            waiver.because,
        ),
        empty="Nothing is waived.",
    )


@waiver.verb()
@row_argument
@click.option("--because", metavar="TEXT", help="Why nothing is owed.")
@click.option("--count", type=int, help="How many recommendations to waive.")
@on_option_to_edit
def edit(session: Session, /, row: int, **given: Value) -> None:
    """Correct a waiver. What you don't name stays."""
    changes, waivers = changes_of(session, given, "--because 'long ago'"), session.ledger.waivers
    edited = waivers.edit(waivers.get(row).id, changes)
    report(session, _document(session, edited), _balance(session, edited))


@waiver.verb()
@rows_argument
def remove(session: Session, rows: tuple[int, ...]) -> None:
    """Remove waivers: what they waived is owed again."""
    document, added = partial(_document, session), partial(_balance, session)
    remove_rows(session, session.ledger.waivers, rows, "waiver", document, added)


def _document(session: Session, shown: Waiver) -> Document:
    name = session.name_of(shown.contact_id)
    return {"contact": name, "contact_id": shown.contact_id, **waiver_document(shown)}


def _balance(session: Session, shown: Waiver) -> str:
    return f"balance: {session.ledger.recommendations.balance(shown.contact_id).word}"
