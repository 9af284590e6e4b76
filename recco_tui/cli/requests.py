"""`recco request` and `recco promise`: debts that have dates."""

from datetime import date

import click

from recco_tui.cli.documents import request_document
from recco_tui.cli.lazy import InOrder
from recco_tui.cli.parameters import DUE, HAPPENED, day_or_dash, json_option, understood
from recco_tui.cli.printing import Column, tell, write_json, write_table
from recco_tui.cli.reporting import report
from recco_tui.cli.session import Session
from recco_tui.core.errors import NothingFound
from recco_tui.core.models import DebtKind, Request


@click.group(cls=InOrder)
def request() -> None:
    """Their requests to you, and your promises: add, answer, deliver, decline, list."""


_on = click.option("--on", type=HAPPENED, metavar="DATE", help="Today unless you say.")
_due = click.option(
    "--due", type=DUE, metavar="DATE", help="When you said you would: friday, in 2 weeks."
)
_note = click.option("--note", default="", metavar="TEXT", help="What they asked for.")


@request.command()
@click.argument("name")
@click.option("--promise", "promised", is_flag=True, help="You promised it unasked.")
@_on
@_due
@_note
@json_option
@click.pass_obj
def add(
    session: Session,
    name: str,
    promised: bool,
    on: date | None,
    due: date | None,
    note: str,
    as_json: bool,
) -> None:
    """Note that NAME asked you for a recommendation."""
    kind = DebtKind.PROMISE if promised else DebtKind.REQUEST
    _add(session, name, kind, on, due, note, as_json)


@click.command()
@click.argument("name")
@_on
@_due
@_note
@json_option
@click.pass_obj
def promise(
    session: Session, name: str, on: date | None, due: date | None, note: str, as_json: bool
) -> None:
    """Note that you promised NAME a recommendation."""
    _add(session, name, DebtKind.PROMISE, on, due, note, as_json)


def _add(
    session: Session,
    name: str,
    kind: DebtKind,
    on: date | None,
    due: date | None,
    note: str,
    as_json: bool,
) -> None:
    contact = session.ledger.contacts.find(name)
    added = session.ledger.requests.add(contact.id, kind, asked_on=on, due_on=due, note=note)
    when = understood(session, on)
    if due:
        when += f", due {understood(session, due)}"
    report(session, request_document(added, contact.name), as_json, when)


@request.command()
@click.argument("name")
@_on
@_due
@json_option
@click.pass_obj
def answer(session: Session, name: str, on: date | None, due: date | None, as_json: bool) -> None:
    """You said yes to NAME."""
    found = _open(session, name)
    session.ledger.requests.answer(found.id, on, due)
    _report(session, found, as_json, f"due {understood(session, due)}" if due else "")


@request.command()
@click.argument("name")
@_on
@json_option
@click.pass_obj
def deliver(session: Session, name: str, on: date | None, as_json: bool) -> None:
    """You wrote what NAME asked for, or what you promised."""
    found = _open(session, name)
    session.ledger.requests.deliver(found.id, on)
    _report(session, found, as_json, understood(session, on))


@request.command()
@click.argument("name")
@_on
@click.option("--because", default="", metavar="TEXT", help="What you told them.")
@json_option
@click.pass_obj
def decline(session: Session, name: str, on: date | None, because: str, as_json: bool) -> None:
    """You said no to NAME, kindly."""
    found = _open(session, name)
    session.ledger.requests.decline(found.id, on, because)
    _report(session, found, as_json, understood(session, on))


@request.command(name="list")
@click.option("--all", "every", is_flag=True, help="The settled ones too.")
@json_option
@click.pass_obj
def list_(session: Session, every: bool, as_json: bool) -> None:
    """Open requests and promises, oldest first."""
    ledger = session.ledger
    found = reversed(ledger.requests.every()) if every else ledger.requests.still_open()
    pairs = [(one, ledger.contacts.get(one.contact_id).name) for one in found]
    if as_json:
        write_json([request_document(one, name) for one, name in pairs])
        return
    if not pairs:
        tell("Nobody has asked you yet." if every else "No request is open.")
    columns = (
        Column("name", gives=True),
        Column("what"),
        Column("asked"),
        Column("answered"),
        Column("due"),
        Column("delivered"),
        Column("note", gives=True),
    )
    write_table(columns, [_row(one, name) for one, name in pairs])


def _row(one: Request, name: str) -> tuple[str, ...]:
    days = (one.asked_on, one.answered_on, one.due_on, one.delivered_on)
    return (name, one.kind.value, *map(day_or_dash, days), one.note)


def _open(session: Session, name: str) -> Request:
    """The oldest request or promise to this person that is not settled."""
    contact = session.ledger.contacts.find(name)
    found = session.ledger.requests.open_with(contact.id)
    if not found:
        raise NothingFound(f"No request of {contact.name} is open: see 'recco request list --all'.")
    return found[0]


def _report(session: Session, before: Request, as_json: bool, added: str) -> None:
    now = session.ledger.requests.get(before.id)
    name = session.ledger.contacts.get(now.contact_id).name
    report(session, request_document(now, name), as_json, added)
