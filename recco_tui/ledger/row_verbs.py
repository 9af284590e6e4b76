"""What one can do with every row that is about a contact: look it up, put it right, take it out."""

from collections.abc import Collection, Mapping
from typing import Generic, Protocol, TypeVar

from recco_tui.core.errors import UsageError
from recco_tui.ledger.store import Store
from recco_tui.storage.columns import Value
from recco_tui.storage.rows import Table


class AboutContact(Protocol):
    """A record that belongs to a contact."""

    @property
    def contact_id(self) -> int:
        """Whose it is."""


Row = TypeVar("Row", bound=AboutContact)


class RowVerbs(Generic[Row]):
    """The verbs; a subclass has what is particular to its table."""

    table: Table[Row]
    noun: str
    editable: Collection[str]
    """The fields that `edit` takes."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, row_id: int) -> Row:
        """The row of this id; raises `NothingFound`."""
        return self._store.get(self.table.get, row_id, self.noun)

    def of(self, contact_id: int) -> tuple[Row, ...]:
        """Those of one person, newest first."""
        return self._store.read(self.table.of_contact, contact_id)

    def edit(self, row_id: int, fields: Mapping[str, Value], seen: Row | None = None) -> Row:
        """Change some of the `editable` fields.

        `seen` is what they were changed from: raises `ChangedElsewhere` when it is another by now.
        """
        refuse_unknown(fields, self.editable, self.noun)
        checked = self._checked(fields)
        with self._store.change() as change:
            before = self.get(row_id)
            words = self._words(before)
            self._store.refuse_outdated(seen, before, words[0].upper() + words[1:])
            change.label = f"edited {words}"
            self._store.update(self.table, row_id, **checked)
            after = self.get(row_id)
            self._refuse_contradiction(after)
            return after

    def remove(self, row_id: int) -> None:
        """Take a row out (undo brings it back)."""
        with self._store.change() as change:
            change.label = f"removed {self._words(self.get(row_id))}"
            self._store.delete(self.table, id=row_id)

    def _name(self, row: Row) -> str:
        """Whose it is."""
        return self._store.contact(row.contact_id).name

    def _words(self, row: Row) -> str:
        """What it is and whose, for the log: "the meeting with Ann"."""
        raise NotImplementedError

    def _checked(self, fields: Mapping[str, Value]) -> dict[str, Value]:
        """The fields as they are stored; raises for a value that cannot be."""
        raise NotImplementedError

    def _refuse_contradiction(self, row: Row) -> None:
        """Raise for values that cannot stand beside each other."""


def refuse_unknown(fields: Collection[str], known: Collection[str], noun: str) -> None:
    """Raise `UsageError` for a field that cannot be changed so."""
    for field in fields:
        if field not in known:
            raise UsageError(f"A {noun} has no field {field!r}.")
