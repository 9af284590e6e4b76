"""One day, as people write it."""

from datetime import date

from recco_tui.core.when import Tense, say_day
from recco_tui.ui.dialogs.form import Form, InvalidField
from recco_tui.ui.widgets.date_field import DateField


class DayDialog(Form[date]):
    """Answers a day from today on, or from `earliest` on."""

    def __init__(self, heading: str, today: date, earliest: date | None = None) -> None:
        super().__init__(heading)
        self._earliest = earliest or today
        day = DateField(today, empty="not a date yet", tense=Tense.FUTURE)
        self._on = self.row("day", day)

    def answer(self) -> date:
        on = self.day_of(self._on)
        if on is None:
            raise InvalidField("Enter a date, for example Friday.", self._on)
        if on < self._on.today:
            raise InvalidField("That day is in the past.", self._on)
        if on < self._earliest:
            first = say_day(self._earliest, self._on.today)
            raise InvalidField(f"Enter {first} or later.", self._on)
        return on
