"""What one can do with meetings: note one with its day, put it right, take it out."""

from collections.abc import Mapping
from datetime import date

from recco_tui.core.cleaning import clean_line
from recco_tui.core.errors import UsageError
from recco_tui.core.models import Meeting
from recco_tui.core.when import say_day
from recco_tui.ledger.contacts import Contacts
from recco_tui.ledger.row_verbs import RowVerbs
from recco_tui.ledger.store import Store
from recco_tui.storage.columns import Value
from recco_tui.storage.tables import MEETINGS


class Meetings(RowVerbs[Meeting]):
    """Verbs on meetings. What is to be read before one is an alert (core/alerts/meetings.py)."""

    table, noun, editable = MEETINGS, "meeting", ("on", "company", "about")

    def __init__(self, store: Store, contacts: Contacts) -> None:
        super().__init__(store)
        self._contacts = contacts

    def every(self) -> tuple[Meeting, ...]:
        """All of them, the earliest first; those with archived people are left out."""
        return self._store.read(MEETINGS.unarchived)[::-1]

    def add(self, whom: int | str, on: date, company: str = "", about: str = "") -> Meeting:
        """Note a meeting on a day, to come or past, with a contact of this id or name.

        Somebody of an unknown name becomes a contact, at that company.
        """
        fields = self._checked({"on": on, "company": company, "about": about})
        if isinstance(whom, str) and not clean_line(whom):
            raise UsageError("A meeting needs a contact: give the name.")
        with self._store.change() as change:
            contact_id = self._known_or_new(whom, company)
            name, today = self._store.contact(contact_id).name, self._store.clock.today()
            change.label = f"added a meeting with {name}, {say_day(on, today)}"
            return self.get(self._store.insert(MEETINGS, contact_id=contact_id, **fields))

    def _known_or_new(self, whom: int | str, company: str) -> int:
        if isinstance(whom, int):
            return whom
        known = self._contacts.named(whom)
        return (known or self._contacts.add(whom, company=company, refuse_twin=True)).id

    def _words(self, row: Meeting) -> str:
        return f"the meeting with {self._name(row)}"

    def _checked(self, fields: Mapping[str, Value]) -> dict[str, Value]:
        return {
            field: value if field == "on" else clean_line(str(value or ""))
            for field, value in fields.items()
        }
