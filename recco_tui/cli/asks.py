"""`recco ask`, `recco request` and `recco promise`: my asks, their requests, and my promises."""

from collections.abc import Callable
from datetime import date
from functools import partial
from shlex import quote
from typing import TYPE_CHECKING, Any

import click

from recco_tui.cli.checking import read_text
from recco_tui.cli.documents import (
    Document,
    ask_document,
    message_document,
    next_document,
    request_document,
)
from recco_tui.cli.parameters import (
    COMING_DATE,
    NO_DATE,
    OPTIONAL_DATE,
    OPTIONAL_PAST_DATE,
    EnumChoice,
    OrderedGroup,
    json_option,
    on_option,
    on_option_to_edit,
    remove_rows,
    row_argument,
    rows_argument,
)
from recco_tui.cli.printing import (
    Column,
    or_dash,
    report,
    write_json,
    write_line,
    write_list,
    write_table,
    write_text,
    write_words_to_send,
)
from recco_tui.cli.session import Session
from recco_tui.cli.whom import find_contact
from recco_tui.core.asks import is_open, state_of
from recco_tui.core.errors import NotAllowed, NothingFound
from recco_tui.core.linkedin_pages import page_for
from recco_tui.core.models import Ask, Channel, Contact, DebtKind, Request, Step
from recco_tui.core.received import awaits_text
from recco_tui.storage.columns import Value

if TYPE_CHECKING:
    from recco_tui.writing.prompts.messages import Message

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


@click.group(cls=OrderedGroup)
def ask() -> None:
    """Your asks for a recommendation: start, mark steps, show, list, edit, remove."""


@ask.command()
@click.argument("name")
@click.option("--project", metavar="TITLE", help="The project it is about.")
@click.option("--focus", default="", metavar="TEXT", help="What they could mention.")
@click.option("--text", "file", metavar="FILE", help="The message, from a file or - for input.")
@on_option
@json_option
@click.pass_obj
def start(
    session: Session,
    name: str,
    project: str | None,
    focus: str,
    file: str | None,
    on: date | None,
    as_json: bool,
) -> None:
    """Start an ask. First comes a warm message, then the LinkedIn request."""
    ledger = session.ledger
    contact = find_contact(session, name)
    project_id = ledger.projects.find(project).id if project else None
    text = read_text(file) if file else ""
    objections = ledger.today.objections(contact.id)
    started = ledger.asks.start(contact.id, project_id=project_id, focus=focus, text=text, on=on)
    if as_json:
        write_json({**_ask_document(session, started), "warnings": objections})
        return
    _report_ask(session, started, as_json, on)
    for objection in objections:
        write_line(f"Note: {objection}.")


@ask.command()
@click.argument("name")
@click.argument("step", type=EnumChoice(Step), metavar="STEP")
@click.option("--via", type=EnumChoice(Channel), help="The channel you used.")
@on_option
@click.option("--because", default="", metavar="TEXT", help="Why the order is unusual.")
@json_option
@click.pass_obj
def mark(
    session: Session,
    name: str,
    step: Step,
    via: Channel | None,
    on: date | None,
    because: str,
    as_json: bool,
) -> None:
    """Log a step of the ask to NAME.

    STEP is warm, agreed, declined, linkedin, nudged, received, thanked or closed; also
    drafted, checked-lead or reopened.
    """
    asks = session.ledger.asks
    latest = _latest_ask(session, find_contact(session, name))
    if not because.strip() and (why := asks.question(latest.id, step, via=via, on=on)):
        raise NotAllowed(f"{why.rstrip('.')} (--because TEXT).")
    marked = asks.mark(latest.id, step, via=via, on=on, because=because)
    _report_ask(session, marked, as_json, on)
    if step is Step.RECEIVED and not as_json:
        _write_how_to_add_the_text(session, marked)


@ask.command()
@click.argument("name")
@json_option
@click.pass_obj
def show(session: Session, name: str, as_json: bool) -> None:
    """Show the ask to NAME: its steps and what comes next."""
    contact = find_contact(session, name)
    latest = _latest_ask(session, contact)
    if as_json:
        write_json(_ask_document(session, latest))
        return
    write_line(f"Ask to {contact.name}: {state_of(latest).value}")
    rows = [
        (
            f"#{step.id}",
            step.on.isoformat(),
            step.step.value,
            f"via {step.via}" if step.via else "",
            step.because,
        )
        for step in latest.steps
    ]
    columns = (Column("step"), Column(), Column(), Column(), Column(shrinkable=True))
    write_table(columns, rows, indent=2)
    _write_next_step(session, latest)


@ask.command()
@click.argument("name")
@click.option(
    "--step",
    type=EnumChoice(Step),
    metavar="STEP",
    help="For this step: checked-lead, warm, linkedin, nudged or thanked. Default: the next one.",
)
@click.option("--via", type=EnumChoice(Channel), help="Write it for this channel.")
@json_option
@click.pass_obj
def text(
    session: Session, name: str, step: Step | None, via: Channel | None, as_json: bool
) -> None:
    """Print the message to NAME that the composer would draft.

    A missing fact leaves a gap in [brackets].
    """
    if step is Step.LINKEDIN and via not in (None, Channel.LINKEDIN):
        raise click.UsageError("The LinkedIn request goes out on LinkedIn. Leave out --via.")
    contact = find_contact(session, name)
    drafted = session.ledger.writing.next_message(contact.id, step, via)
    if as_json:
        write_json(
            {
                "contact": contact.name,
                "contact_id": contact.id,
                "step": drafted.step.value,
                "via": drafted.via.value,
                "page": page_for(drafted.step, contact.slug) if contact.slug else None,
                **message_document(drafted.message),
            }
        )
        return
    _write_message(drafted.message)


def _write_message(message: "Message") -> None:
    subject = f"Subject: {message.subject}\n\n" if message.subject else ""
    write_text(f"{subject}{message.text}\n")


@ask.command("list")
@click.argument("text", required=False, default="")
@click.option("--all", "include_ended", is_flag=True, help="Show finished ones too.")
@json_option
@click.pass_obj
def list_asks(session: Session, text: str, include_ended: bool, as_json: bool) -> None:
    """List your open asks, or those that match TEXT, longest waiting first.

    TEXT works as in 'recco board --filter'. A word may also be the project or the state.
    """
    titles = {project.id: project.title for project in session.ledger.projects.every()}
    fitting = reversed(session.ledger.asks.filtered(text))
    write_list(
        [mine for mine in fitting if include_ended or is_open(mine)],
        as_json,
        document=lambda shown: _ask_document(session, shown, titles),
        columns=(
            Column("name", shrinkable=True),
            Column("state"),
            Column("since"),
            Column("next"),
            Column("by"),
        ),
        cells=partial(_ask_cells, session),
        empty=f"No ask matches {text!r}."
        if text
        else "No asks yet."
        if include_ended
        else "No open asks.",
    )


def _ask_cells(session: Session, shown: Ask) -> tuple[str, ...]:
    step = session.ledger.asks.next_step(shown)
    return (
        session.ledger.contacts.get(shown.contact_id).name,
        state_of(shown).value,
        or_dash(shown.steps[-1].on if shown.steps else None),
        or_dash(step and step.action),
        or_dash(step and step.due),
    )


def _write_how_to_add_the_text(session: Session, answered: Ask) -> None:
    """It counts without its text, which can be pasted now or later."""
    contact = session.ledger.contacts.get(answered.contact_id)
    texts = session.ledger.contacts.page(contact.id).recommendations
    if any(awaits_text(text) for text in texts):
        command = f"recco recommendation add {quote(contact.name)} received"
        write_line(f"It counts. Paste the text now or later: {command}")


def _latest_ask(session: Session, contact: Contact) -> Ask:
    latest = session.ledger.asks.latest(contact.id)
    if latest is None:
        raise NothingFound(f"No ask to {contact.name} yet. Start one with 'recco ask start'.")
    return latest


def _ask_document(session: Session, shown: Ask, titles: dict[int, str] | None = None) -> Document:
    """`titles` of all projects by their id, read where they are not given."""
    if titles is None:
        titles = {project.id: project.title for project in session.ledger.projects.every()}
    name = session.ledger.contacts.get(shown.contact_id).name
    return {
        **ask_document(shown, name, titles),
        **next_document(session.ledger.asks.next_step(shown)),
    }


def _report_ask(session: Session, changed: Ask, as_json: bool, on: date | None) -> None:
    document = _ask_document(session, changed) if as_json else None
    report(session, document, as_json, session.say_date(on))
    if not as_json:
        _write_next_step(session, changed)


def _write_next_step(session: Session, shown: Ask) -> None:
    step = session.ledger.asks.next_step(shown)
    if step is None:
        return
    way = f" via {step.via.value}" if step.via else ""
    when = f"from {session.say_date(step.due)} on" if step.due > session.day else f"now: {step.why}"
    write_line(f"Next: {step.action.value}{way}, {when}.")


@ask.command("edit")
@click.argument("name")
@click.option("--project", metavar="TITLE", help="The project it is about.")
@click.option("--focus", metavar="TEXT", help="What they could mention.")
@click.option("--text", "file", metavar="FILE", help="The message, from a file or - for input.")
@json_option
@click.pass_obj
def edit_ask(
    session: Session,
    name: str,
    project: str | None,
    focus: str | None,
    file: str | None,
    as_json: bool,
) -> None:
    """Edit the ask to NAME. What you don't name stays."""
    latest = _latest_ask(session, find_contact(session, name))
    if (project, focus, file) == (None, None, None):
        raise click.UsageError("Say what to change, for example --focus 'the API'.")
    edited = session.ledger.asks.edit(
        latest.id,
        text=read_text(file) if file is not None else None,
        focus=focus,
        project_id=session.ledger.projects.find(project).id if project else None,
    )
    _report_ask(session, edited, as_json, None)


@ask.command("remove")
@click.argument("name")
@json_option
@click.pass_obj
def remove_ask(session: Session, name: str, as_json: bool) -> None:
    """Remove the open or latest ask to NAME with its steps."""
    latest = _latest_ask(session, find_contact(session, name))
    document = _ask_document(session, latest)
    session.ledger.asks.remove(latest.id)
    report(session, {"removed": document, "undo": session.change_id}, as_json)


@ask.group("step", cls=OrderedGroup)
def ask_step() -> None:
    """Correct the steps of an ask. 'recco ask show NAME' shows their numbers."""


@ask_step.command("edit")
@row_argument
@click.option("--step", type=EnumChoice(Step), metavar="STEP", help="The step.")
@click.option("--via", type=EnumChoice(Channel), help="The channel you used.")
@click.option("--no-via", is_flag=True, help="The channel is not known.")
@on_option_to_edit
@click.option("--because", metavar="TEXT", help="Why the order was unusual.")
@json_option
@click.pass_obj
def edit_step(
    session: Session,
    row: int,
    step: Step | None,
    via: Channel | None,
    no_via: bool,
    on: date | None,
    because: str | None,
    as_json: bool,
) -> None:
    """Correct a step. What you don't name stays."""
    its_ask, _ = session.ledger.asks.step(row)
    if (step, via, on, because) == (None, None, None, None) and not no_via:
        raise click.UsageError("Say what to change, for example --on yesterday.")
    correct = session.ledger.asks.correct
    edited = correct(its_ask.id, row, step=step, on=on, via=via, because=because, no_via=no_via)
    _report_ask(session, edited, as_json, on)


@ask_step.command("remove")
@rows_argument
@json_option
@click.pass_obj
def remove_step(session: Session, rows: tuple[int, ...], as_json: bool) -> None:
    """Remove steps that never happened. An ask without steps is removed too."""
    asks = session.ledger.asks
    touched = {asks.step(row)[0].contact_id for row in rows}
    remove_rows(session, rows, lambda row: asks.remove_step(asks.step(row)[0].id, row), "step")
    left = [found for id_ in touched if (found := asks.latest(id_)) is not None]
    document = {
        "asks": [_ask_document(session, shown) for shown in left],
        "undo": session.change_id,
    }
    report(session, document, as_json, f"now {state_of(left[0]).value}" if len(left) == 1 else "")


@click.group(cls=OrderedGroup)
def request() -> None:
    """Their requests to you, and your promises: add, answer, deliver, decline, close, edit."""


_due_option = click.option(
    "--due", type=COMING_DATE, metavar="DATE", help="When you will write it: friday, in 2 weeks."
)
_note_option = click.option("--note", default="", metavar="TEXT", help="What they asked for.")


@request.command()
@click.argument("name")
@click.option("--promise", "promised", is_flag=True, help="You promised it without being asked.")
@on_option
@_due_option
@_note_option
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
    """Log that NAME asked you for a recommendation."""
    kind = DebtKind.PROMISE if promised else DebtKind.REQUEST
    _add_request(session, name, kind, on, due, note, as_json)


@click.command()
@click.argument("name")
@on_option
@_due_option
@_note_option
@json_option
@click.pass_obj
def promise(
    session: Session, name: str, on: date | None, due: date | None, note: str, as_json: bool
) -> None:
    """Log that you promised NAME a recommendation."""
    _add_request(session, name, DebtKind.PROMISE, on, due, note, as_json)


def _add_request(
    session: Session,
    name: str,
    kind: DebtKind,
    on: date | None,
    due: date | None,
    note: str,
    as_json: bool,
) -> None:
    contact = find_contact(session, name)
    added = session.ledger.requests.add(contact.id, kind, asked_on=on, due_on=due, note=note)
    when = session.say_date(on) + (f", due {session.say_date(due)}" if due else "")
    report(session, request_document(added, contact.name), as_json, when)


@request.command()
@click.argument("name")
@on_option
@_due_option
@json_option
@click.pass_obj
def answer(session: Session, name: str, on: date | None, due: date | None, as_json: bool) -> None:
    """Log that you said yes to NAME."""
    answered = _open_request(session, name)
    session.ledger.requests.answer(answered.id, on, due)
    changed = session.ledger.requests.get(answered.id)
    words = session.ledger.writing.answer_to_request(changed, agrees=True).text
    document = {**_request_document(session, changed), "message": words}
    report(session, document, as_json, f"due {session.say_date(due)}" if due else "")
    if not as_json:
        write_words_to_send(words)


@request.command()
@click.argument("name")
@on_option
@json_option
@click.pass_obj
def deliver(session: Session, name: str, on: date | None, as_json: bool) -> None:
    """Log that you wrote what NAME asked for, or what you promised."""
    delivered = _open_request(session, name)
    session.ledger.requests.deliver(delivered.id, on)
    _report_request(session, delivered, as_json, session.say_date(on))


@request.command()
@click.argument("name")
@on_option
@click.option("--because", default="", metavar="TEXT", help="What you told them.")
@json_option
@click.pass_obj
def decline(session: Session, name: str, on: date | None, because: str, as_json: bool) -> None:
    """Log that you said no to NAME."""
    declined = _open_request(session, name)
    session.ledger.requests.decline(declined.id, on, because)
    words = session.ledger.writing.answer_to_request(declined, agrees=False).text
    changed = session.ledger.requests.get(declined.id)
    document = {**_request_document(session, changed), "message": words}
    report(session, document, as_json, session.say_date(on))
    if not as_json:
        write_words_to_send(words)


@request.command()
@click.argument("name")
@on_option
@click.option("--because", default="", metavar="TEXT", help="Why no one is waiting for it.")
@json_option
@click.pass_obj
def close(session: Session, name: str, on: date | None, because: str, as_json: bool) -> None:
    """Close the request from NAME without a no."""
    closed = _open_request(session, name)
    session.ledger.requests.close(closed.id, on, because)
    _report_request(session, closed, as_json, session.say_date(on))


@request.command("text")
@click.argument("name")
@click.option("--no", "declines", is_flag=True, help="A kind no instead of a yes.")
@click.option("--via", type=EnumChoice(Channel), help="Write it for this channel.")
@json_option
@click.pass_obj
def answer_text(
    session: Session, name: str, declines: bool, via: Channel | None, as_json: bool
) -> None:
    """Print a yes to NAME's request with its date, or a kind no."""
    known = _open_request(session, name)
    message = session.ledger.writing.answer_to_request(known, agrees=not declines, via=via)
    if as_json:
        write_json(message_document(message))
        return
    _write_message(message)


@request.command("list")
@click.option("--all", "include_settled", is_flag=True, help="Show settled ones too.")
@json_option
@click.pass_obj
def list_requests(session: Session, include_settled: bool, as_json: bool) -> None:
    """List open requests and promises, oldest first."""
    requests = session.ledger.requests
    write_list(
        requests.every()[::-1] if include_settled else requests.still_open(),
        as_json,
        document=partial(_request_document, session),
        columns=(
            Column("id", right=True),
            Column("name", shrinkable=True),
            Column("what"),
            Column("asked"),
            Column("answered"),
            Column("due"),
            Column("delivered"),
            Column("note", shrinkable=True),
        ),
        cells=partial(_request_cells, session),
        empty="No requests yet." if include_settled else "No open requests.",
    )


def _request_cells(session: Session, shown: Request) -> tuple[str, ...]:
    name = session.ledger.contacts.get(shown.contact_id).name
    days = (shown.asked_on, shown.answered_on, shown.due_on, shown.delivered_on)
    return (f"#{shown.id}", name, shown.kind.value, *map(or_dash, days), shown.note)


def _request_document(session: Session, shown: Request) -> Document:
    return request_document(shown, session.ledger.contacts.get(shown.contact_id).name)


def _open_request(session: Session, name: str) -> Request:
    """The oldest request or promise to this person that is not settled."""
    contact = find_contact(session, name)
    found = session.ledger.requests.open_with(contact.id)
    if not found:
        raise NothingFound(
            f"No open request from {contact.name}. 'recco request list --all' shows all."
        )
    return found[0]


def _report_request(session: Session, before: Request, as_json: bool, added: str) -> None:
    changed = session.ledger.requests.get(before.id)
    report(session, _request_document(session, changed), as_json, added)


def _day_option(name: str, words: str) -> Decorator:
    return click.option(name, type=OPTIONAL_PAST_DATE, metavar="DATE", help=words)


@request.command("edit")
@row_argument
@click.option("--kind", type=EnumChoice(DebtKind), help="request or promise.")
@_day_option("--on", "When they asked, or you promised.")
@click.option("--due", type=OPTIONAL_DATE, metavar="DATE", help="When you will write it; none.")
@_day_option("--answered", "When you said yes; 'none' clears it.")
@_day_option("--delivered", "When you wrote it; 'none' clears it.")
@_day_option("--declined", "When you said no; 'none' clears it.")
@_day_option("--closed", "When you closed it; 'none' clears it.")
@click.option("--note", metavar="TEXT", help="What they asked for.")
@click.option("--because", metavar="TEXT", help="Why you declined or closed it.")
@json_option
@click.pass_obj
def edit_request(
    session: Session,
    row: int,
    kind: DebtKind | None,
    on: date | None,
    due: date | None,
    answered: date | None,
    delivered: date | None,
    declined: date | None,
    closed: date | None,
    note: str | None,
    because: str | None,
    as_json: bool,
) -> None:
    """Correct a request or promise. 'recco request list' shows its number."""
    days = {
        "asked_on": on,
        "due_on": due,
        "answered_on": answered,
        "delivered_on": delivered,
        "declined_on": declined,
        "closed_on": closed,
    }
    changes: dict[str, Value] = {
        field: None if day == NO_DATE else day for field, day in days.items() if day is not None
    }
    changes |= {"kind": kind} if kind is not None else {}
    changes |= {"note": note} if note is not None else {}
    changes |= {"because": because} if because is not None else {}
    if not changes:
        raise click.UsageError("Say what to change, for example --due friday.")
    if "asked_on" in changes and changes["asked_on"] is None:
        raise click.UsageError("--on needs a date.")
    before = session.ledger.requests.get(row)
    session.ledger.requests.edit(row, changes)
    _report_request(session, before, as_json, "")


@request.command("remove")
@rows_argument
@json_option
@click.pass_obj
def remove_request(session: Session, rows: tuple[int, ...], as_json: bool) -> None:
    """Remove requests or promises. 'recco undo' brings them back."""
    requests = session.ledger.requests
    before = [_request_document(session, requests.get(row)) for row in dict.fromkeys(rows)]
    remove_rows(session, rows, requests.remove, "request")
    report(session, {"removed": before, "undo": session.change_id}, as_json)
