"""`recco meet`: meetings and interviews, so that one has read up before."""

from datetime import date
from functools import partial

import click

from recco_tui.cli.documents import Document, meeting_document
from recco_tui.cli.parameters import (
    COMING_DATE,
    OrderedGroup,
    row_argument,
    rows_argument,
)
from recco_tui.cli.printing import FIXED, SHRINKABLE, report, write_line, write_list
from recco_tui.cli.rows import changes_of, remove_rows
from recco_tui.cli.session import Session
from recco_tui.cli.whom import find_contact, joining_of
from recco_tui.core.alerts.meetings import say_meeting
from recco_tui.core.models import Meeting
from recco_tui.core.when import count_of
from recco_tui.storage.columns import Value

_at_option = click.option("--at", "company", metavar="COMPANY", help="The company.")
_about_option = click.option(
    "--about", metavar="TEXT", help="What it is: interview, coffee, a call."
)


@click.group(cls=OrderedGroup)
def meet() -> None:
    """Meetings and interviews: add, list, edit, remove.

    The day before, Today reminds you to read their recommendations.
    """


@meet.verb()
@click.argument("name")
@click.option("--on", type=COMING_DATE, required=True, metavar="DATE", help="When: friday, 4 Dec.")
@_at_option
@_about_option
def add(session: Session, name: str, on: date, company: str | None, about: str | None) -> None:
    """Add a meeting with NAME; an unknown name becomes a contact."""
    (whom,) = joining_of(session, [name])
    added = session.ledger.meetings.add(
        whom.contact_id or whom.name, on, company or "", about or ""
    )
    report(session, _document(session, added), f"#{added.id}, {say_meeting(added)}")
    if not session.as_json and added.company:
        wanted = f'company:"{added.company}"'
        others = len(session.ledger.board.filtered(wanted)) - 1
        if others > 0:
            people = count_of(others, "more contact")
            write_line(f"{people} at {added.company}: recco board --all --filter '{wanted}'")


@meet.verb("list")
@click.argument("name", required=False)
@click.option("--all", "with_past", is_flag=True, help="Show past ones too.")
def list_meetings(session: Session, name: str | None, with_past: bool) -> None:
    """List upcoming meetings, the next one first."""
    whom = find_contact(session, name).id if name else None
    found = [
        meeting
        for meeting in session.ledger.meetings.every()
        if (with_past or meeting.on >= session.day) and whom in (None, meeting.contact_id)
    ]
    write_list(
        session,
        found,
        document=partial(_document, session),
        columns=(FIXED, FIXED, SHRINKABLE, SHRINKABLE),
        cells=lambda meeting: (
            f"#{meeting.id}",
            meeting.on,
            session.name_of(meeting.contact_id),
            say_meeting(meeting),
        ),
        empty="No meetings." if with_past else "No upcoming meetings.",
    )


@meet.verb()
@row_argument
@click.option("--on", type=COMING_DATE, metavar="DATE", help="The new day.")
@_at_option
@_about_option
def edit(session: Session, /, row: int, **given: Value) -> None:
    """Edit a meeting. What you don't name stays."""
    changes, meetings = changes_of(session, given, "--on friday"), session.ledger.meetings
    edited = meetings.edit(meetings.get(row).id, changes)
    words = f"#{edited.id}, {say_meeting(edited)}, {session.say_date(edited.on)}"
    report(session, _document(session, edited), words)


@meet.verb()
@rows_argument
def remove(session: Session, rows: tuple[int, ...]) -> None:
    """Remove meetings. 'recco undo' brings them back."""
    remove_rows(session, session.ledger.meetings, rows, "meeting", partial(_document, session))


def _document(session: Session, shown: Meeting) -> Document:
    return meeting_document(shown, session.name_of(shown.contact_id))
