"""`recco waiver`: waived debts, put right or taken back."""

from datetime import date

import click

from recco_tui.cli.documents import Document, waiver_document
from recco_tui.cli.parameters import (
    OrderedGroup,
    json_option,
    on_option_to_edit,
    remove_rows,
    row_argument,
    rows_argument,
)
from recco_tui.cli.printing import Column, report, write_list
from recco_tui.cli.session import Session
from recco_tui.cli.whom import find_contact
from recco_tui.core.models import Waiver
from recco_tui.storage.columns import Value


@click.group(cls=OrderedGroup)
def waiver() -> None:
    """Waived debts: list, edit, remove. 'recco contact waive' waives one."""


@waiver.command("list")
@click.argument("name", required=False)
@json_option
@click.pass_obj
def list_waivers(session: Session, name: str | None, as_json: bool) -> None:
    """List waived debts, of NAME or of all contacts, newest first."""
    waivers = session.ledger.waivers
    found = waivers.of(find_contact(session, name).id) if name else waivers.every()
    write_list(
        found,
        as_json,
        document=lambda waiver: _document(session, waiver),
        columns=(
            Column(),
            Column(),
            Column(shrinkable=True),
            Column(right=True),
            Column(shrinkable=True),
        ),
        cells=lambda waiver: (
            f"#{waiver.id}",
            waiver.on.isoformat(),
            session.ledger.contacts.get(waiver.contact_id).name,
            str(waiver.count),
            waiver.because,
        ),
        empty="Nothing is waived.",
    )


@waiver.command()
@row_argument
@click.option("--because", metavar="TEXT", help="Why nothing is owed.")
@click.option("--count", type=int, help="How many recommendations to waive.")
@on_option_to_edit
@json_option
@click.pass_obj
def edit(
    session: Session,
    row: int,
    because: str | None,
    count: int | None,
    on: date | None,
    as_json: bool,
) -> None:
    """Correct a waiver. What you don't name stays."""
    given: dict[str, Value] = {"because": because, "count": count, "on": on}
    changes = {field: value for field, value in given.items() if value is not None}
    if not changes:
        raise click.UsageError("Say what to change, for example --because 'long ago'.")
    waivers = session.ledger.waivers
    edited = waivers.edit(waivers.get(row).id, changes)
    report(session, _document(session, edited), as_json, _balance(session, edited))


@waiver.command()
@rows_argument
@json_option
@click.pass_obj
def remove(session: Session, rows: tuple[int, ...], as_json: bool) -> None:
    """Remove waivers: what they waived is owed again."""
    waivers = session.ledger.waivers
    before = [waivers.get(row) for row in dict.fromkeys(rows)]
    remove_rows(session, rows, waivers.remove, "waiver")
    document = {
        "removed": [_document(session, waiver) for waiver in before],
        "undo": session.change_id,
    }
    report(session, document, as_json, _balance(session, before[0]) if len(before) == 1 else "")


def _document(session: Session, shown: Waiver) -> Document:
    name = session.ledger.contacts.get(shown.contact_id).name
    return {"contact": name, "contact_id": shown.contact_id, **waiver_document(shown)}


def _balance(session: Session, shown: Waiver) -> str:
    return f"balance: {session.ledger.recommendations.balance(shown.contact_id).word}"
