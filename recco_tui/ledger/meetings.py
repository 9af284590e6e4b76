"""What one can do with meetings: note one with its day, put it right, take it out."""

from collections.abc import Mapping
from datetime import date

from recco_tui.core.cleaning import clean_line
from recco_tui.core.errors import UsageError
from recco_tui.core.models import Meeting
from recco_tui.core.when import say_day
from recco_tui.ledger.contacts import Contacts
from recco_tui.ledger.store import Store
from recco_tui.storage import meetings
from recco_tui.storage.columns import Value

EDITABLE = ("on", "company", "about")


class Meetings:
    """Verbs on meetings. What is to be read before one is an alert (core/alerts/meetings.py)."""

    def __init__(self, store: Store, contacts: Contacts) -> None:
        self._store = store
        self._contacts = contacts

    def get(self, meeting_id: int) -> Meeting:
        """The meeting of this id; raises `NothingFound`."""
        return self._store.get(meetings.get, meeting_id, "meeting")

    def every(self) -> tuple[Meeting, ...]:
        """All of them, the earliest first; those with archived people are left out."""
        with self._store.database.read() as connection:
            return tuple(
                meeting
                for meeting in meetings.every(connection)
                if self._store.contact(meeting.contact_id).archived_on is None
            )

    def add(self, whom: int | str, on: date, company: str = "", about: str = "") -> Meeting:
        """Note a meeting on a day, to come or past, with a contact of this id or name.

        Somebody of an unknown name becomes a contact, at that company.
        """
        fields = _checked({"on": on, "company": company, "about": about})
        if isinstance(whom, str) and not clean_line(whom):
            raise UsageError("A meeting needs a contact: give the name.")
        with self._store.change() as change:
            contact_id = self._known_or_new(whom, company)
            name, today = self._store.contact(contact_id).name, self._store.clock.today()
            change.label = f"added a meeting with {name}, {say_day(on, today)}"
            row = {"contact_id": contact_id, **fields}
            return self.get(self._store.insert(meetings.TABLE, row))

    def _known_or_new(self, whom: int | str, company: str) -> int:
        if isinstance(whom, int):
            return whom
        known = self._contacts.named(whom)
        return (known or self._contacts.add(whom, company=company, refuse_twin=True)).id

    def edit(
        self, meeting_id: int, fields: Mapping[str, Value], seen: Meeting | None = None
    ) -> Meeting:
        """Change some of `EDITABLE`.

        `seen` is what they were changed from: raises `ChangedMeanwhile` when it is another by now.
        """
        checked = _checked(fields)
        with self._store.change() as change:
            before = self.get(meeting_id)
            name = self._store.contact(before.contact_id).name
            self._store.refuse_outdated(seen, before, f"That meeting with {name}")
            change.label = f"edited the meeting with {name}"
            self._store.update(meetings.TABLE, meeting_id, checked)
            return self.get(meeting_id)

    def remove(self, meeting_id: int) -> None:
        """Take a meeting out (undo brings it back)."""
        with self._store.change() as change:
            name = self._store.contact(self.get(meeting_id).contact_id).name
            change.label = f"removed the meeting with {name}"
            self._store.delete(meetings.TABLE, id=meeting_id)


def _checked(fields: Mapping[str, Value]) -> dict[str, Value]:
    unknown = [field for field in fields if field not in EDITABLE]
    if unknown:
        raise UsageError(f"A meeting has no field {unknown[0]!r}.")
    checked = dict(fields)
    for field in ("company", "about"):
        if field in checked:
            checked[field] = clean_line(str(checked[field] or ""))
    if "on" in checked:
        checked["on_date"] = checked.pop("on")
    return checked
