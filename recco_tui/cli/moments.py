"""`recco moment`: lines noted while they happen."""

from datetime import date
from functools import partial

import click

from recco_tui.cli.documents import Document, moment_document
from recco_tui.cli.parameters import (
    EnumChoice,
    OrderedGroup,
    on_option,
    on_option_to_edit,
    row_argument,
    rows_argument,
)
from recco_tui.cli.printing import FIXED, SHRINKABLE, report, write_list
from recco_tui.cli.rows import changes_of, remove_rows
from recco_tui.cli.session import Session
from recco_tui.cli.whom import find_contact
from recco_tui.core.models import Moment, MomentKind
from recco_tui.storage.columns import Value


@click.group(cls=OrderedGroup)
def moment() -> None:
    """Wins of theirs (to write about), feedback to you (a moment to ask), and what you read about
    them in their recommendations."""


@moment.verb()
@click.argument("name")
@click.argument("text")
@click.option("--feedback", is_flag=True, help="It is feedback to you, not a win of theirs.")
@click.option("--seen", is_flag=True, help="It is what others wrote about them.")
@on_option
@click.option("--project", metavar="TITLE", help="The project it happened in.")
def add(
    session: Session,
    name: str,
    text: str,
    feedback: bool,
    seen: bool,
    on: date | None,
    project: str | None,
) -> None:
    """Log what NAME did well, with --feedback what they said about you, or with --seen what you
    read in their recommendations."""
    if feedback and seen:
        raise click.UsageError("Use --feedback or --seen, not both.")
    moments = session.ledger.moments
    contact = find_contact(session, name)
    kind = MomentKind.SEEN if seen else MomentKind.FEEDBACK if feedback else MomentKind.WIN
    moments.add(contact.id, kind, text, on=on, project_id=session.project_id(project))
    newest = max(moments.of(contact.id), key=lambda moment: moment.id)
    report(session, _document(session, newest), session.say_date(on))


@moment.verb("list")
@click.argument("name")
def list_moments(session: Session, name: str) -> None:
    """List the moments with NAME, newest first."""
    contact = find_contact(session, name)
    titles = session.project_titles()
    write_list(
        session,
        session.ledger.moments.of(contact.id),
        document=lambda found: moment_document(found, contact.name, titles),
        columns=(FIXED, FIXED, FIXED, SHRINKABLE),
        cells=lambda found: (f"#{found.id}", found.on, found.kind, found.text),
        empty=f"No moments with {contact.name} yet.",
    )


@moment.verb()
@row_argument
@click.option("--text", help="What happened, in one line.")
@click.option("--kind", type=EnumChoice(MomentKind), help="win, feedback or seen.")
@on_option_to_edit
@click.option("--project", metavar="TITLE", help="The project it happened in; '' for none.")
def edit(session: Session, /, row: int, **given: Value) -> None:
    """Correct a moment. 'recco moment list NAME' shows its number."""
    before = session.ledger.moments.get(row)
    changes = changes_of(session, given, "--text 'fixed the flaky test'")
    edited = session.ledger.moments.edit(before.id, changes)
    report(session, _document(session, edited), session.say_date(edited.on))


@moment.verb()
@rows_argument
def remove(session: Session, rows: tuple[int, ...]) -> None:
    """Remove moments. 'recco undo' brings them back."""
    remove_rows(session, session.ledger.moments, rows, "moment", partial(_document, session))


def _document(session: Session, shown: Moment) -> Document:
    return moment_document(shown, session.name_of(shown.contact_id), session.project_titles())
