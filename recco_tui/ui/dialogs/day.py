"""One day, as people write it."""

from datetime import date

from textual.app import ComposeResult

from recco_tui.core.when import Tense
from recco_tui.ui.dialogs.form import Form, Row, Wrong
from recco_tui.ui.widgets.date_field import DateField


class DayDialog(Form[date]):
    """Answers a day from today on."""

    def __init__(self, heading: str, today: date) -> None:
        super().__init__(heading)
        self._today = today
        self._on = DateField(
            today, empty="no day yet", placeholder="friday, 4 Dec", tense=Tense.FUTURE
        )

    def body(self) -> ComposeResult:
        yield Row("day", self._on)

    def answer(self) -> date:
        on = self.day_of(self._on)
        if on is None:
            raise Wrong("Say a day, for example 'friday'.", self._on)
        if on < self._today:
            raise Wrong("That day is over.", self._on)
        return on
