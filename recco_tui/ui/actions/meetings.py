"""What keys do around a meeting: note one, and see who else is at that company."""

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from recco_tui.core.models import Contact
from recco_tui.core.timeline import RowKind
from recco_tui.ui import dialogs
from recco_tui.ui.actions.people import for_one_person
from recco_tui.ui.actions.verb import verb
from recco_tui.ui.screen import ReccoScreen
from recco_tui.ui.widgets.contact_pane import ContactPane


@verb("meeting.add", "I", "Meeting", "Add a meeting or interview with this contact.")
@for_one_person
async def add_meeting(screen: ReccoScreen, contact: Contact) -> None:
    add = screen.ledger.meetings.add
    await screen.fill_form(
        dialogs.MeetingForm(contact.name, screen.ledger.day, contact.company),
        lambda entry: add(contact.id, entry.on, entry.company, entry.about),
        "Meeting",
    )


@verb("contact.company", "C", "Company", "Show all contacts at the same company.")
@for_one_person
def show_company(screen: ReccoScreen, contact: Contact) -> None:
    """All who are at the company of the meeting at the cursor, else at this person's."""
    company = _company_of(screen, contact)
    if company:
        typed = f'company:"{company.replace(chr(34), " ").strip()}"'
        screen.action_view("board")
        if isinstance(board := screen.recco.top, _Board):
            # Behind its coming back, which gives the cursor to where it was.
            board.call_later(board.show_filtered, typed)
    else:
        screen.say(f"No company known for {contact.name}. e adds it.")


@runtime_checkable
class _Board(Protocol):
    """The view with a filter."""

    def show_filtered(self, typed: str) -> None: ...
    def call_later(self, callback: Callable[[str], None], typed: str) -> bool: ...


def _company_of(screen: ReccoScreen, contact: Contact) -> str:
    meetings = screen.ledger.contacts.page(contact.id).meetings
    pane, alert = screen.focused, screen.alert()
    row = pane.row if isinstance(pane, ContactPane) else None
    for meeting in meetings:
        of_row = row is not None and row.kind is RowKind.MEETING and row.id == meeting.id
        of_alert = alert is not None and alert.id.endswith(f":e{meeting.id}")
        if (of_row or of_alert) and meeting.company:
            return meeting.company
    return contact.company or next((meeting.company for meeting in meetings if meeting.company), "")
