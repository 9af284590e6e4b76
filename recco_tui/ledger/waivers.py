"""What one can do with waived debts once they are: look at them, put them right, take them back."""

from collections.abc import Mapping, Sequence
from datetime import date

from recco_tui.core.cleaning import clean_line
from recco_tui.core.errors import NotAllowed, UsageError
from recco_tui.core.models import Waiver
from recco_tui.ledger.contacts import people_in_words
from recco_tui.ledger.row_verbs import RowVerbs
from recco_tui.storage.columns import MOST_WAIVED, Value
from recco_tui.storage.tables import WAIVERS


class Waivers(RowVerbs[Waiver]):
    """Verbs on waived debts; `Recommendations` waives them. What a waiver waived is owed again
    once it is removed."""

    table, noun, editable = WAIVERS, "waiver", ("count", "because", "on")

    def every(self) -> tuple[Waiver, ...]:
        """All of them, newest first."""
        return self._store.read(WAIVERS.every)

    def take_back(self, contact_ids: Sequence[int]) -> None:
        """Take out all that is waived of these people, as one change."""
        with self._store.change() as change:
            waived = [id_ for id_ in contact_ids if self.of(id_)]
            if not waived:
                raise NotAllowed("Nothing is waived for this contact.")
            names = [self._store.contact(id_).name for id_ in waived]
            change.label = f"removed the waiver for {people_in_words(names)}"
            for id_ in waived:
                self._store.delete(WAIVERS, contact_id=id_)

    def _words(self, row: Waiver) -> str:
        return f"the waiver for {self._name(row)}"

    def _checked(self, fields: Mapping[str, Value]) -> dict[str, Value]:
        checked = dict(fields)
        if "because" in checked:
            checked["because"] = clean_line(str(checked["because"] or ""))
        count = checked.get("count", 1)
        if not isinstance(count, int) or not 1 <= count <= MOST_WAIVED:
            raise UsageError(f"You can waive 1 to {MOST_WAIVED}. To waive none, remove the waiver.")
        if "on" in checked:
            on = checked["on"]
            checked["on"] = self._store.past_day(on if isinstance(on, date) else None)
        return checked
