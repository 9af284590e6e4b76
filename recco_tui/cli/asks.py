"""`recco ask`: my asks and their steps."""

from datetime import date
from functools import partial
from shlex import quote

import click

from recco_tui.cli.checking import read_text
from recco_tui.cli.documents import Document, ask_document, message_document, next_document
from recco_tui.cli.parameters import (
    EnumChoice,
    OrderedGroup,
    on_option,
    on_option_to_edit,
    row_argument,
    rows_argument,
    via_option,
)
from recco_tui.cli.printing import (
    FIXED,
    SHRINKABLE,
    Column,
    report,
    write_json,
    write_line,
    write_list,
    write_message,
    write_table,
)
from recco_tui.cli.rows import remove_as_one_change
from recco_tui.cli.session import Session
from recco_tui.cli.whom import find_contact
from recco_tui.core.asks import is_open, state_of
from recco_tui.core.errors import NotAllowed, NothingFound
from recco_tui.core.linkedin_pages import page_for
from recco_tui.core.models import Ask, Channel, Contact, Step
from recco_tui.core.received import awaits_text

_project_option = click.option("--project", metavar="TITLE", help="The project it is about.")
_text_option = click.option(
    "--text", "file", metavar="FILE", help="The message: a file, or - for standard input."
)
_channel_option = click.option("--via", type=EnumChoice(Channel), help="The channel you used.")


@click.group(cls=OrderedGroup)
def ask() -> None:
    """Your asks for a recommendation: start, mark steps, show, list, edit, remove."""


@ask.verb()
@click.argument("name")
@_project_option
@click.option("--focus", default="", metavar="TEXT", help="What they could mention.")
@_text_option
@on_option
def start(
    session: Session,
    name: str,
    project: str | None,
    focus: str,
    file: str | None,
    on: date | None,
) -> None:
    """Start an ask. First comes a warm message, then the LinkedIn request."""
    ledger = session.ledger
    contact = find_contact(session, name)
    project_id = session.project_id(project)
    text = read_text(file) if file else ""
    objections = ledger.today.objections(contact.id)
    started = ledger.asks.start(contact.id, project_id=project_id, focus=focus, text=text, on=on)
    if session.as_json:
        write_json({**_document(session, started), "warnings": objections})
        return
    _report(session, started, on)
    for objection in objections:
        write_line(f"Note: {objection}.")


@ask.verb()
@click.argument("name")
@click.argument("step", type=EnumChoice(Step), metavar="STEP")
@_channel_option
@on_option
@click.option("--because", default="", metavar="TEXT", help="Why the order is unusual.")
def mark(
    session: Session,
    name: str,
    step: Step,
    via: Channel | None,
    on: date | None,
    because: str,
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
    _report(session, marked, on)
    if step is Step.RECEIVED and not session.as_json:
        _write_how_to_add_the_text(session, marked)


@ask.verb()
@click.argument("name")
def show(session: Session, name: str) -> None:
    """Show the ask to NAME: its steps and what comes next."""
    contact = find_contact(session, name)
    latest = _latest_ask(session, contact)
    if session.as_json:
        write_json(_document(session, latest))
        return
    write_line(f"Ask to {contact.name}: {state_of(latest)}")
    rows = [
        (f"#{step.id}", step.on, step.step, f"via {step.via}" if step.via else "", step.because)
        for step in latest.steps
    ]
    write_table((Column("step"), FIXED, FIXED, FIXED, SHRINKABLE), rows, indent=2)
    _write_next_step(session, latest)


@ask.verb()
@click.argument("name")
@click.option(
    "--step",
    type=EnumChoice(Step),
    metavar="STEP",
    help="For this step: checked-lead, warm, linkedin, nudged or thanked. Default: the next one.",
)
@via_option
def text(session: Session, name: str, step: Step | None, via: Channel | None) -> None:
    """Print the message to NAME that the composer would draft.

    A missing fact leaves a gap in [brackets].
    """
    if step is Step.LINKEDIN and via not in (None, Channel.LINKEDIN):
        raise click.UsageError("The LinkedIn request goes out on LinkedIn. Leave out --via.")
    contact = find_contact(session, name)
    drafted = session.ledger.writing.next_message(contact.id, step, via)
    if session.as_json:
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
    write_message(drafted.message)


@ask.verb("list")
@click.argument("text", required=False, default="")
@click.option("--all", "include_ended", is_flag=True, help="Show finished ones too.")
def list_asks(session: Session, text: str, include_ended: bool) -> None:
    """List your open asks, or those that match TEXT, longest waiting first.

    TEXT works as in 'recco board --filter'. A word may also be the project or the state.
    """
    titles = session.project_titles()
    fitting = reversed(session.ledger.asks.filtered(text))
    write_list(
        session,
        [mine for mine in fitting if include_ended or is_open(mine)],
        document=lambda shown: _document(session, shown, titles),
        columns=(
            Column("name", shrinkable=True),
            Column("state"),
            Column("since"),
            Column("next"),
            Column("by"),
        ),
        cells=partial(_cells, session),
        empty=f"No ask matches {text!r}."
        if text
        else "No asks yet."
        if include_ended
        else "No open asks.",
    )


def _cells(session: Session, shown: Ask) -> tuple[object, ...]:
    step = session.ledger.asks.next_step(shown)
    return (
        session.name_of(shown.contact_id),
        state_of(shown),
        shown.steps[-1].on if shown.steps else None,
        step and step.action,
        step and step.due,
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


def _document(session: Session, shown: Ask, titles: dict[int, str] | None = None) -> Document:
    """`titles` of all projects by their id, read where they are not given."""
    titles = session.project_titles() if titles is None else titles
    return {
        **ask_document(shown, session.name_of(shown.contact_id), titles),
        **next_document(session.ledger.asks.next_step(shown)),
    }


def _report(session: Session, changed: Ask, on: date | None) -> None:
    report(session, _document(session, changed), session.say_date(on))
    if not session.as_json:
        _write_next_step(session, changed)


def _write_next_step(session: Session, shown: Ask) -> None:
    step = session.ledger.asks.next_step(shown)
    if step is None:
        return
    way = f" via {step.via}" if step.via else ""
    when = f"from {session.say_date(step.due)} on" if step.due > session.day else f"now: {step.why}"
    write_line(f"Next: {step.action}{way}, {when}.")


@ask.verb("edit")
@click.argument("name")
@_project_option
@click.option("--focus", metavar="TEXT", help="What they could mention.")
@_text_option
def edit_ask(
    session: Session, name: str, project: str | None, focus: str | None, file: str | None
) -> None:
    """Edit the ask to NAME. What you don't name stays."""
    latest = _latest_ask(session, find_contact(session, name))
    if (project, focus, file) == (None, None, None):
        raise click.UsageError("Say what to change, for example --focus 'the API'.")
    edited = session.ledger.asks.edit(
        latest.id,
        text=read_text(file) if file is not None else None,
        focus=focus,
        project_id=session.project_id(project),
    )
    _report(session, edited, None)


@ask.verb("remove")
@click.argument("name")
def remove_ask(session: Session, name: str) -> None:
    """Remove the open or latest ask to NAME with its steps."""
    latest = _latest_ask(session, find_contact(session, name))
    document = _document(session, latest)
    session.ledger.asks.remove(latest.id)
    report(session, {"removed": document, "undo": session.change_id})


@click.group("step", cls=OrderedGroup)
def ask_step() -> None:
    """Correct the steps of an ask. 'recco ask show NAME' shows their numbers."""


ask.add_command(ask_step)


@ask_step.verb("edit")
@row_argument
@click.option("--step", type=EnumChoice(Step), metavar="STEP", help="The step.")
@_channel_option
@click.option("--no-via", is_flag=True, help="The channel is not known.")
@on_option_to_edit
@click.option("--because", metavar="TEXT", help="Why the order was unusual.")
def edit_step(
    session: Session,
    row: int,
    step: Step | None,
    via: Channel | None,
    no_via: bool,
    on: date | None,
    because: str | None,
) -> None:
    """Correct a step. What you don't name stays."""
    its_ask, _ = session.ledger.asks.step(row)
    if (step, via, on, because) == (None, None, None, None) and not no_via:
        raise click.UsageError("Say what to change, for example --on yesterday.")
    correct = session.ledger.asks.correct
    edited = correct(its_ask.id, row, step=step, on=on, via=via, because=because, no_via=no_via)
    _report(session, edited, on)


@ask_step.verb("remove")
@rows_argument
def remove_step(session: Session, rows: tuple[int, ...]) -> None:
    """Remove steps that never happened. An ask without steps is removed too."""
    asks = session.ledger.asks
    touched = {asks.step(row)[0].contact_id for row in rows}
    remove_as_one_change(
        session, rows, lambda row: asks.remove_step(asks.step(row)[0].id, row), "step"
    )
    left = [found for id_ in touched if (found := asks.latest(id_)) is not None]
    document = {"asks": [_document(session, shown) for shown in left], "undo": session.change_id}
    report(session, document, f"now {state_of(left[0])}" if len(left) == 1 else "")
