"""`recco moment`: lines noted while they happen."""

from datetime import date

import click

from recco_tui.cli.documents import moment_document
from recco_tui.cli.parameters import OrderedGroup, json_option, on_option
from recco_tui.cli.printing import Column, report, write_list
from recco_tui.cli.session import Session
from recco_tui.core.models import MomentKind


@click.group(cls=OrderedGroup)
def moment() -> None:
    """Wins of theirs (evidence for a recommendation) and feedback to you (a moment to ask)."""


@moment.command()
@click.argument("name")
@click.argument("text")
@click.option("--feedback", is_flag=True, help="It is praise from them, not a win of theirs.")
@on_option
@click.option("--project", metavar="TITLE", help="The work it happened in.")
@json_option
@click.pass_obj
def add(
    session: Session,
    name: str,
    text: str,
    feedback: bool,
    on: date | None,
    project: str | None,
    as_json: bool,
) -> None:
    """Note what NAME did well, or with --feedback what they said of you."""
    ledger = session.ledger
    contact = ledger.contacts.find(name)
    kind = MomentKind.FEEDBACK if feedback else MomentKind.WIN
    about = ledger.projects.find(project) if project else None
    ledger.moments.add(contact.id, kind, text, on=on, project_id=about.id if about else None)
    newest = max(ledger.moments.of(contact.id), key=lambda moment: moment.id)
    titles = {about.id: about.title} if about else {}
    report(session, moment_document(newest, contact.name, titles), as_json, session.say_date(on))


@moment.command("list")
@click.argument("name")
@json_option
@click.pass_obj
def list_moments(session: Session, name: str, as_json: bool) -> None:
    """What was noted with NAME, newest first."""
    ledger = session.ledger
    contact = ledger.contacts.find(name)
    titles = {project.id: project.title for project in ledger.projects.every()}
    write_list(
        ledger.moments.of(contact.id),
        as_json,
        document=lambda found: moment_document(found, contact.name, titles),
        columns=(Column(), Column(), Column(shrinkable=True)),
        cells=lambda found: (found.on.isoformat(), found.kind.value, found.text),
        empty=f"Nothing is noted with {contact.name} yet.",
    )
