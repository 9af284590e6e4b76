"""Putting a waiver right: how many, why, and since when."""

from dataclasses import dataclass
from datetime import date

from recco_tui.core.models import Waiver
from recco_tui.ui.dialogs.form import Form, InvalidField
from recco_tui.ui.formatting import plain
from recco_tui.ui.widgets.date_field import DateField
from recco_tui.ui.widgets.line_input import LineInput


@dataclass(frozen=True, slots=True)
class WaiverEntry:
    """A filled form."""

    count: int
    because: str
    on: date


class WaiverForm(Form[WaiverEntry]):
    """Nothing owed, because …"""

    def __init__(self, name: str, known: Waiver, today: date) -> None:
        super().__init__(f"Waived for {plain(name)}")
        self._count = self.row("how many", LineInput(str(known.count)))
        self._because = self.row("because", LineInput(known.because))
        self._on = self.row("when", DateField(today, known.on))

    def answer(self) -> WaiverEntry:
        count = self._count.value.strip()
        if not (count.isascii() and count.isdigit() and len(count) < 8):
            raise InvalidField("Enter how many recommendations, for example 1.", self._count)
        return WaiverEntry(int(count), self._because.value.strip(), self.past_day_of(self._on))
