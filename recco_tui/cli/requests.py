"""`recco request` and `recco promise`: their requests to me, and my promises."""

from datetime import date
from functools import partial

import click

from recco_tui.cli.documents import Document, message_document, request_document
from recco_tui.cli.parameters import (
    COMING_DATE,
    OPTIONAL_DATE,
    OPTIONAL_PAST_DATE,
    EnumChoice,
    OrderedGroup,
    on_option,
    row_argument,
    rows_argument,
    verb,
    via_option,
)
from recco_tui.cli.printing import (
    Column,
    report,
    write_json,
    write_list,
    write_message,
    write_words_to_send,
)
from recco_tui.cli.rows import changes_of, remove_rows
from recco_tui.cli.session import Session
from recco_tui.cli.whom import find_contact
from recco_tui.core.errors import NothingFound
from recco_tui.core.models import Channel, DebtKind, Request
from recco_tui.storage.columns import Value


@click.group(cls=OrderedGroup)
def request() -> None:
    """Their requests to you, and your promises: add, answer, deliver, decline, close, edit."""


_due_option = click.option(
    "--due", type=COMING_DATE, metavar="DATE", help="When you will write it: friday, in 2 weeks."
)
_note_option = click.option("--note", default="", metavar="TEXT", help="What they asked for.")


@request.verb()
@click.argument("name")
@click.option("--promise", "promised", is_flag=True, help="You promised it without being asked.")
@on_option
@_due_option
@_note_option
def add(
    session: Session,
    name: str,
    promised: bool,
    on: date | None,
    due: date | None,
    note: str,
) -> None:
    """Log that NAME asked you for a recommendation."""
    kind = DebtKind.PROMISE if promised else DebtKind.REQUEST
    _add(session, name, kind, on, due, note)


@verb()
@click.argument("name")
@on_option
@_due_option
@_note_option
def promise(session: Session, name: str, on: date | None, due: date | None, note: str) -> None:
    """Log that you promised NAME a recommendation."""
    _add(session, name, DebtKind.PROMISE, on, due, note)


def _add(
    session: Session, name: str, kind: DebtKind, on: date | None, due: date | None, note: str
) -> None:
    contact = find_contact(session, name)
    added = session.ledger.requests.add(contact.id, kind, asked_on=on, due_on=due, note=note)
    when = session.say_date(on) + (f", due {session.say_date(due)}" if due else "")
    report(session, request_document(added, contact.name), when)


@request.verb()
@click.argument("name")
@on_option
@_due_option
def answer(session: Session, name: str, on: date | None, due: date | None) -> None:
    """Log that you said yes to NAME."""
    before = _open_request(session, name)
    session.ledger.requests.answer(before.id, on, due)
    changed = session.ledger.requests.get(before.id)
    words = session.ledger.writing.answer_to_request(changed, agrees=True).text
    _report(session, before, f"due {session.say_date(due)}" if due else "", words)


@request.verb()
@click.argument("name")
@on_option
def deliver(session: Session, name: str, on: date | None) -> None:
    """Log that you wrote what NAME asked for, or what you promised."""
    before = _open_request(session, name)
    session.ledger.requests.deliver(before.id, on)
    _report(session, before, session.say_date(on))


@request.verb()
@click.argument("name")
@on_option
@click.option("--because", default="", metavar="TEXT", help="What you told them.")
def decline(session: Session, name: str, on: date | None, because: str) -> None:
    """Log that you said no to NAME."""
    before = _open_request(session, name)
    session.ledger.requests.decline(before.id, on, because)
    words = session.ledger.writing.answer_to_request(before, agrees=False).text
    _report(session, before, session.say_date(on), words)


@request.verb()
@click.argument("name")
@on_option
@click.option("--because", default="", metavar="TEXT", help="Why no one is waiting for it.")
def close(session: Session, name: str, on: date | None, because: str) -> None:
    """Close the request from NAME without a no."""
    before = _open_request(session, name)
    session.ledger.requests.close(before.id, on, because)
    _report(session, before, session.say_date(on))


@request.verb("text")
@click.argument("name")
@click.option("--no", "declines", is_flag=True, help="A kind no instead of a yes.")
@via_option
def answer_text(session: Session, name: str, declines: bool, via: Channel | None) -> None:
    """Print a yes to NAME's request with its date, or a kind no."""
    known = _open_request(session, name)
    message = session.ledger.writing.answer_to_request(known, agrees=not declines, via=via)
    if session.as_json:
        write_json(message_document(message))
    else:
        write_message(message)


@request.verb("list")
@click.option("--all", "include_settled", is_flag=True, help="Show settled ones too.")
def list_requests(session: Session, include_settled: bool) -> None:
    """List open requests and promises, oldest first."""
    requests = session.ledger.requests
    write_list(
        session,
        requests.every()[::-1] if include_settled else requests.still_open(),
        document=partial(_document, session),
        columns=(
            Column("id", right=True),
            Column("name", shrinkable=True),
            *map(Column, ("what", "asked", "answered", "due", "delivered")),
            Column("note", shrinkable=True),
        ),
        cells=lambda shown: (
            f"#{shown.id}",
            session.name_of(shown.contact_id),
            shown.kind,
            *(shown.asked_on, shown.answered_on, shown.due_on, shown.delivered_on),
            shown.note,
        ),
        empty="No requests yet." if include_settled else "No open requests.",
    )


def _document(session: Session, shown: Request) -> Document:
    return request_document(shown, session.name_of(shown.contact_id))


def _open_request(session: Session, name: str) -> Request:
    """The oldest request or promise to this person that is not settled."""
    contact = find_contact(session, name)
    found = session.ledger.requests.open_with(contact.id)
    if not found:
        raise NothingFound(
            f"No open request from {contact.name}. 'recco request list --all' shows all."
        )
    return found[0]


def _report(session: Session, before: Request, added: str = "", words: str = "") -> None:
    """Report how it is now; `words` are for the person, to send."""
    document = _document(session, session.ledger.requests.get(before.id))
    report(session, {**document, "message": words} if words else document, added)
    if words and not session.as_json:
        write_words_to_send(words)


_past_day_option = partial(click.option, type=OPTIONAL_PAST_DATE, metavar="DATE")


@request.verb("edit")
@row_argument
@click.option("--kind", type=EnumChoice(DebtKind), help="request or promise.")
@_past_day_option("--on", "asked_on", help="When they asked, or you promised.")
@click.option(
    "--due", "due_on", type=OPTIONAL_DATE, metavar="DATE", help="When you will write it; none."
)
@_past_day_option("--answered", "answered_on", help="When you said yes; 'none' clears it.")
@_past_day_option("--delivered", "delivered_on", help="When you wrote it; 'none' clears it.")
@_past_day_option("--declined", "declined_on", help="When you said no; 'none' clears it.")
@_past_day_option("--closed", "closed_on", help="When you closed it; 'none' clears it.")
@click.option("--note", metavar="TEXT", help="What they asked for.")
@click.option("--because", metavar="TEXT", help="Why you declined or closed it.")
def edit_request(session: Session, /, row: int, **given: Value) -> None:
    """Correct a request or promise. 'recco request list' shows its number."""
    changes = changes_of(session, given, "--due friday")
    if changes.get("asked_on", row) is None:
        raise click.UsageError("--on needs a date.")
    before = session.ledger.requests.get(row)
    session.ledger.requests.edit(row, changes)
    _report(session, before)


@request.verb("remove")
@rows_argument
def remove_request(session: Session, rows: tuple[int, ...]) -> None:
    """Remove requests or promises. 'recco undo' brings them back."""
    remove_rows(session, session.ledger.requests, rows, "request", partial(_document, session))
