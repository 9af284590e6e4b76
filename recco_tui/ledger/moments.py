"""What one can do with moments: wins, feedback, and what was read, as it happens."""

from collections.abc import Mapping
from datetime import date

from recco_tui.core.cleaning import clean_line
from recco_tui.core.errors import UsageError
from recco_tui.core.models import Moment, MomentKind
from recco_tui.ledger.row_verbs import RowVerbs
from recco_tui.storage.columns import Value
from recco_tui.storage.tables import MOMENTS


class Moments(RowVerbs[Moment]):
    """Verbs on moments."""

    table, noun, editable = MOMENTS, "moment", ("kind", "text", "on", "project_id")

    def add(
        self,
        contact_id: int,
        kind: MomentKind,
        text: str,
        *,
        on: date | None = None,
        project_id: int | None = None,
    ) -> None:
        """Note a moment, today unless another day is given."""
        fields = self._checked({"kind": kind, "text": text, "on": on, "project_id": project_id})
        with self._store.change() as change:
            change.label = f"logged {kind.noted} {self._store.contact(contact_id).name}"
            self._store.insert(MOMENTS, contact_id=contact_id, **fields)

    def _words(self, row: Moment) -> str:
        return f"{row.kind.noted} {self._name(row)}"

    def _checked(self, fields: Mapping[str, Value]) -> dict[str, Value]:
        checked = dict(fields)
        if "text" in checked:
            checked["text"] = clean_line(str(checked["text"] or ""))
            if not checked["text"]:
                raise UsageError("A moment needs a text: what happened?")
        if "on" in checked:
            on = checked["on"]
            checked["on"] = self._store.past_day(on if isinstance(on, date) else None)
        return checked
