"""`recco ask`: my asks, begun, moved on step by step, and listed."""

from datetime import date
from typing import TYPE_CHECKING

import click

from recco_tui.cli.checking import read_text
from recco_tui.cli.documents import Document, ask_document, iso
from recco_tui.cli.lazy import InOrder
from recco_tui.cli.parameters import HAPPENED, day_or_dash, json_option, one_of, understood
from recco_tui.cli.printing import Column, tell, write_json, write_table
from recco_tui.cli.reporting import report
from recco_tui.cli.session import Session
from recco_tui.core.asks import is_open, state_of
from recco_tui.core.errors import NotAllowed, NothingFound
from recco_tui.core.models import Ask, Channel, Contact, Step

if TYPE_CHECKING:
    from recco_tui.core.next_step import NextStep


@click.group(cls=InOrder)
def ask() -> None:
    """Your asks for a recommendation: start, mark steps, show, list."""


_on = click.option("--on", type=HAPPENED, metavar="DATE", help="Today unless you say.")


@ask.command()
@click.argument("name")
@click.option("--project", metavar="TITLE", help="The work it is about.")
@click.option("--focus", default="", metavar="TEXT", help="What they might mention.")
@click.option("--text", "file", metavar="FILE", help="The message, from a file or - for input.")
@_on
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
    """Begin an ask. The warm message comes first, then the LinkedIn request."""
    ledger = session.ledger
    contact = ledger.contacts.find(name)
    project_id = ledger.projects.find(project).id if project else None
    text = read_text(file) if file else ""
    objections = session.ledger.today.objections(contact.id)
    begun = ledger.asks.start(contact.id, project_id=project_id, focus=focus, text=text, on=on)
    if as_json:
        write_json({**_document(session, begun, contact), "warnings": list(objections)})
        return
    _report(session, begun, as_json, understood(session, on))
    for words in objections:
        tell(f"Careful: {words}.")


@ask.command()
@click.argument("name")
@click.argument("step", type=one_of(Step), metavar="STEP")
@click.option("--via", type=one_of(Channel), help="The way it went.")
@_on
@click.option("--because", default="", metavar="TEXT", help="Why the order is another one.")
@json_option
@click.pass_obj
def mark(
    session: Session,
    name: str,
    step: str,
    via: str | None,
    on: date | None,
    because: str,
    as_json: bool,
) -> None:
    """Record a step of the ask to NAME.

    STEP is one of warm, agreed, declined, linkedin, nudged, received, thanked, closed; also
    drafted, checked-lead, reopened.
    """
    contact = session.ledger.contacts.find(name)
    present = _present(session, contact)
    way = Channel(via) if via else None
    if not because.strip():
        _ask_for_reason(session, present, contact, Step(step), way, on)
    marked = session.ledger.asks.mark(present.id, Step(step), via=way, on=on, because=because)
    _report(session, marked, as_json, understood(session, on))


def _ask_for_reason(
    session: Session, one: Ask, contact: Contact, step: Step, via: Channel | None, on: date | None
) -> None:
    """Refuse an unusual step that has no reason, naming the option that gives it."""
    from recco_tui.core.asks import reason_needed

    day, policy = session.day, session.ledger.settings.policy
    why = reason_needed(one, step, on=on or day, via=via, contact=contact, policy=policy, today=day)
    if why:
        raise NotAllowed(f"{why.rstrip('.')} (--because TEXT).")


@ask.command()
@click.argument("name")
@json_option
@click.pass_obj
def show(session: Session, name: str, as_json: bool) -> None:
    """The ask to NAME with its steps, and what comes next."""
    contact = session.ledger.contacts.find(name)
    present = _present(session, contact)
    if as_json:
        write_json(_document(session, present, contact))
        return
    tell(f"Ask to {contact.name}: {state_of(present).value}")
    rows = [
        (step.on.isoformat(), step.step.value, f"via {step.via}" if step.via else "", step.because)
        for step in present.steps
    ]
    write_table((Column(""), Column(""), Column(""), Column("", gives=True)), rows, indent=2)
    _say_next(session, present, contact)


@ask.command(name="list")
@click.option("--all", "every", is_flag=True, help="The ended ones too.")
@json_option
@click.pass_obj
def list_(session: Session, every: bool, as_json: bool) -> None:
    """Your open asks with their states, those that wait longest first."""
    ledger = session.ledger
    found = [one for one in ledger.asks.every() if every or is_open(one)]
    pairs = [(one, ledger.contacts.get(one.contact_id)) for one in reversed(found)]
    if as_json:
        titles = _titles(session)
        write_json([_document(session, one, contact, titles) for one, contact in pairs])
        return
    if not pairs:
        tell("You have asked nobody yet." if every else "No ask is open.")
    columns = (
        Column("name", gives=True),
        Column("state"),
        Column("since"),
        Column("next"),
        Column("by"),
    )
    write_table(columns, [_row(session, one, contact) for one, contact in pairs])


def _row(session: Session, one: Ask, contact: Contact) -> tuple[str, ...]:
    coming = _next(session, one, contact)
    last = one.steps[-1].on if one.steps else None
    return (
        contact.name,
        state_of(one).value,
        day_or_dash(last),
        coming.action.value if coming else "–",
        day_or_dash(coming.due if coming else None),
    )


def _present(session: Session, contact: Contact) -> Ask:
    present = session.ledger.asks.latest(contact.id)
    if present is None:
        raise NothingFound(
            f"There is no ask to {contact.name} yet: begin it with 'recco ask start'."
        )
    return present


def _next(session: Session, one: Ask, contact: Contact) -> "NextStep | None":
    from recco_tui.core.next_step import next_step

    return next_step(one, contact, session.ledger.settings.policy, session.day)


def _titles(session: Session) -> dict[int, str]:
    return {project.id: project.title for project in session.ledger.projects.every()}


def _document(
    session: Session, one: Ask, contact: Contact, titles: dict[int, str] | None = None
) -> Document:
    coming = _next(session, one, contact)
    titles = _titles(session) if titles is None else titles
    return {
        **ask_document(one, contact.name, titles),
        "next": coming.action.value if coming else None,
        "next_on": iso(coming.due) if coming else None,
    }


def _report(session: Session, one: Ask, as_json: bool, when: str) -> None:
    contact = session.ledger.contacts.get(one.contact_id)
    report(session, _document(session, one, contact) if as_json else None, as_json, when)
    if not as_json:
        _say_next(session, one, contact)


def _say_next(session: Session, one: Ask, contact: Contact) -> None:
    coming = _next(session, one, contact)
    if coming is None:
        return
    way = f" via {coming.via.value}" if coming.via else ""
    if coming.due > session.day:
        tell(f"Next: {coming.action.value}{way}, from {understood(session, coming.due)} on.")
    else:
        tell(f"Next: {coming.action.value}{way}, now: {coming.why}.")
