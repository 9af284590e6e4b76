"""`recco moment`: lines noted while they happen."""

from datetime import date

import click

from recco_tui.cli.documents import Document, moment_document
from recco_tui.cli.parameters import (
    EnumChoice,
    OrderedGroup,
    json_option,
    on_option,
    on_option_to_edit,
    remove_rows,
    row_argument,
    rows_argument,
)
from recco_tui.cli.printing import Column, report, write_list
from recco_tui.cli.session import Session
from recco_tui.cli.whom import find_contact
from recco_tui.core.models import Moment, MomentKind
from recco_tui.storage.columns import Value


@click.group(cls=OrderedGroup)
def moment() -> None:
    """Wins of theirs (to write about), feedback to you (a moment to ask), and what you read about
    them in their recommendations."""


@moment.command()
@click.argument("name")
@click.argument("text")
@click.option("--feedback", is_flag=True, help="It is feedback to you, not a win of theirs.")
@click.option("--seen", is_flag=True, help="It is what others wrote about them.")
@on_option
@click.option("--project", metavar="TITLE", help="The project it happened in.")
@json_option
@click.pass_obj
def add(
    session: Session,
    name: str,
    text: str,
    feedback: bool,
    seen: bool,
    on: date | None,
    project: str | None,
    as_json: bool,
) -> None:
    """Log what NAME did well, with --feedback what they said about you, or with --seen what you
    read in their recommendations."""
    if feedback and seen:
        raise click.UsageError("Choose one of --feedback and --seen.")
    ledger = session.ledger
    contact = find_contact(session, name)
    kind = MomentKind.SEEN if seen else MomentKind.FEEDBACK if feedback else MomentKind.WIN
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
    """List the moments with NAME, newest first."""
    ledger = session.ledger
    contact = find_contact(session, name)
    titles = {project.id: project.title for project in ledger.projects.every()}
    write_list(
        ledger.moments.of(contact.id),
        as_json,
        document=lambda found: moment_document(found, contact.name, titles),
        columns=(Column(), Column(), Column(), Column(shrinkable=True)),
        cells=lambda found: (
            f"#{found.id}",
            found.on.isoformat(),
            found.kind.value,
            found.text,
        ),
        empty=f"No moments with {contact.name} yet.",
    )


@moment.command()
@row_argument
@click.option("--text", help="What happened, in one line.")
@click.option("--kind", type=EnumChoice(MomentKind), help="win, feedback or seen.")
@on_option_to_edit
@click.option("--project", metavar="TITLE", help="The project it happened in; '' for none.")
@json_option
@click.pass_obj
def edit(
    session: Session,
    row: int,
    text: str | None,
    kind: MomentKind | None,
    on: date | None,
    project: str | None,
    as_json: bool,
) -> None:
    """Correct a moment. 'recco moment list NAME' shows its number."""
    ledger = session.ledger
    before = ledger.moments.get(row)
    given: dict[str, Value] = {"text": text, "kind": kind, "on": on}
    changes: dict[str, Value] = {
        field: value for field, value in given.items() if value is not None
    }
    if project is not None:
        changes["project_id"] = ledger.projects.find(project).id if project.strip() else None
    if not changes:
        raise click.UsageError("Say what to change, for example --text 'fixed the flaky test'.")
    edited = ledger.moments.edit(before.id, changes)
    report(session, _document(session, edited), as_json, session.say_date(edited.on))


@moment.command()
@rows_argument
@json_option
@click.pass_obj
def remove(session: Session, rows: tuple[int, ...], as_json: bool) -> None:
    """Remove moments. 'recco undo' brings them back."""
    moments = session.ledger.moments
    documents = [_document(session, moments.get(row)) for row in dict.fromkeys(rows)]
    remove_rows(session, rows, moments.remove, "moment")
    report(session, {"removed": documents, "undo": session.change_id}, as_json)


def _document(session: Session, shown: Moment) -> Document:
    titles = {project.id: project.title for project in session.ledger.projects.every()}
    return moment_document(shown, session.ledger.contacts.get(shown.contact_id).name, titles)
