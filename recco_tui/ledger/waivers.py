"""What one can do with waived debts once they are: look at them, put them right, take them back."""

from collections.abc import Mapping, Sequence
from datetime import date

from recco_tui.core.cleaning import clean_line
from recco_tui.core.errors import NotAllowed, UsageError
from recco_tui.core.models import Waiver
from recco_tui.ledger.contacts import people_in_words
from recco_tui.ledger.store import Store
from recco_tui.storage import asks
from recco_tui.storage.columns import MOST_WAIVED, Value

EDITABLE = ("count", "because", "on")


class Waivers:
    """Verbs on waived debts; `Recommendations` waives them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, waiver_id: int) -> Waiver:
        """The waiver of this id; raises `NothingFound`."""
        return self._store.get(asks.waiver, waiver_id, "waiver")

    def of(self, contact_id: int) -> tuple[Waiver, ...]:
        """What is waived of one person, newest first."""
        return self._store.read(asks.waivers, contact_id)

    def every(self) -> tuple[Waiver, ...]:
        """All of them, newest first."""
        return self._store.read(asks.waivers)

    def edit(
        self, waiver_id: int, fields: Mapping[str, Value], seen: Waiver | None = None
    ) -> Waiver:
        """Change some of `EDITABLE`.

        `seen` is what they were changed from: raises `ChangedElsewhere` when it is another by now.
        """
        checked = self._checked(fields)
        with self._store.change() as change:
            before = self.get(waiver_id)
            name = self._store.contact(before.contact_id).name
            self._store.refuse_outdated(seen, before, f"The waiver for {name}")
            change.label = f"edited the waiver for {name}"
            self._store.update(asks.WAIVERS, waiver_id, checked)
            return self.get(waiver_id)

    def remove(self, waiver_id: int) -> None:
        """Take one waiver out: what it waived is owed again."""
        with self._store.change() as change:
            name = self._store.contact(self.get(waiver_id).contact_id).name
            change.label = f"removed the waiver for {name}"
            self._store.delete(asks.WAIVERS, id=waiver_id)

    def take_back(self, contact_ids: Sequence[int]) -> None:
        """Take out all that is waived of these people, as one change."""
        with self._store.change() as change:
            waived = [id_ for id_ in contact_ids if self.of(id_)]
            if not waived:
                raise NotAllowed("Nothing is waived for this contact.")
            names = [self._store.contact(id_).name for id_ in waived]
            change.label = f"removed the waiver for {people_in_words(names)}"
            for id_ in waived:
                self._store.delete(asks.WAIVERS, contact_id=id_)

    def _checked(self, fields: Mapping[str, Value]) -> dict[str, Value]:
        unknown = [field for field in fields if field not in EDITABLE]
        if unknown:
            raise UsageError(f"A waiver has no field {unknown[0]!r}.")
        checked = dict(fields)
        if "because" in checked:
            checked["because"] = clean_line(str(checked["because"] or ""))
        count = checked.get("count", 1)
        if not isinstance(count, int) or not 1 <= count <= MOST_WAIVED:
            raise UsageError(f"You can waive 1 to {MOST_WAIVED}. To waive none, remove the waiver.")
        if "on" in checked:
            on = checked.pop("on")
            checked["on_date"] = self._store.past_day(on if isinstance(on, date) else None)
        return checked
