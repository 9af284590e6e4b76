"""One day, as people write it."""

from datetime import date

from recco_tui.core.when import Tense
from recco_tui.ui.dialogs.form import Form, InvalidField
from recco_tui.ui.widgets.date_field import DateField


class DayDialog(Form[date]):
    """Answers a day from today on."""

    def __init__(self, heading: str, today: date) -> None:
        super().__init__(heading)
        day = DateField(today, empty="no day yet", placeholder="friday, 4 Dec", tense=Tense.FUTURE)
        self._on = self.row("day", day)

    def answer(self) -> date:
        on = self.day_of(self._on)
        if on is None:
            raise InvalidField("Say a day, for example 'friday'.", self._on)
        if on < self._on.today:
            raise InvalidField("That day is over.", self._on)
        return on
