"""`recco meet`: meetings and interviews, so that one has read up before."""

from datetime import date

import click

from recco_tui.cli.documents import Document, meeting_document
from recco_tui.cli.parameters import (
    COMING_DATE,
    OrderedGroup,
    json_option,
    remove_rows,
    row_argument,
    rows_argument,
)
from recco_tui.cli.printing import Column, report, write_line, write_list
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


@meet.command()
@click.argument("name")
@click.option("--on", type=COMING_DATE, required=True, metavar="DATE", help="When: friday, 4 Dec.")
@_at_option
@_about_option
@json_option
@click.pass_obj
def add(
    session: Session, name: str, on: date, company: str | None, about: str | None, as_json: bool
) -> None:
    """Add a meeting with NAME; an unknown name becomes a contact."""
    (whom,) = joining_of(session, [name])
    added = session.ledger.meetings.add(
        whom.contact_id or whom.name, on, company or "", about or ""
    )
    report(session, _document(session, added), as_json, f"#{added.id}, {say_meeting(added)}")
    if not as_json and added.company:
        wanted = f'company:"{added.company}"'
        others = len(session.ledger.board.filtered(wanted)) - 1
        if others > 0:
            people = count_of(others, "more contact")
            write_line(f"{people} at {added.company}: recco board --all --filter '{wanted}'")


@meet.command("list")
@click.argument("name", required=False)
@click.option("--all", "with_past", is_flag=True, help="Show past ones too.")
@json_option
@click.pass_obj
def list_meetings(session: Session, name: str | None, with_past: bool, as_json: bool) -> None:
    """List upcoming meetings, the next one first."""
    whom = find_contact(session, name).id if name else None
    found = [
        meeting
        for meeting in session.ledger.meetings.every()
        if (with_past or meeting.on >= session.day) and whom in (None, meeting.contact_id)
    ]
    write_list(
        found,
        as_json,
        document=lambda meeting: _document(session, meeting),
        columns=(Column(), Column(), Column(shrinkable=True), Column(shrinkable=True)),
        cells=lambda meeting: (
            f"#{meeting.id}",
            meeting.on.isoformat(),
            session.ledger.contacts.get(meeting.contact_id).name,
            say_meeting(meeting),
        ),
        empty="No meetings." if with_past else "No upcoming meetings.",
    )


@meet.command()
@row_argument
@click.option("--on", type=COMING_DATE, metavar="DATE", help="The new day.")
@_at_option
@_about_option
@json_option
@click.pass_obj
def edit(
    session: Session,
    row: int,
    on: date | None,
    company: str | None,
    about: str | None,
    as_json: bool,
) -> None:
    """Edit a meeting. What you don't name stays."""
    given: dict[str, Value] = {"on": on, "company": company, "about": about}
    changes = {field: value for field, value in given.items() if value is not None}
    if not changes:
        raise click.UsageError("Say what to change, for example --on friday.")
    meetings = session.ledger.meetings
    edited = meetings.edit(meetings.get(row).id, changes)
    report(session, _document(session, edited), as_json, _words(session, edited))


@meet.command()
@rows_argument
@json_option
@click.pass_obj
def remove(session: Session, rows: tuple[int, ...], as_json: bool) -> None:
    """Remove meetings. 'recco undo' brings them back."""
    meetings = session.ledger.meetings
    documents = [_document(session, meetings.get(row)) for row in dict.fromkeys(rows)]
    remove_rows(session, rows, meetings.remove, "meeting")
    report(session, {"removed": documents, "undo": session.change_id}, as_json)


def _document(session: Session, shown: Meeting) -> Document:
    return meeting_document(shown, session.ledger.contacts.get(shown.contact_id).name)


def _words(session: Session, shown: Meeting) -> str:
    return f"#{shown.id}, {say_meeting(shown)}, {session.say_date(shown.on)}"
