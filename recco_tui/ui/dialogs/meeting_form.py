"""A meeting or an interview: when, where, and what it is."""

from dataclasses import dataclass
from datetime import date

from recco_tui.core.models import Meeting
from recco_tui.core.when import Tense, two_examples
from recco_tui.ui.dialogs.form import Form, InvalidField
from recco_tui.ui.formatting import plain
from recco_tui.ui.widgets.date_field import DateField
from recco_tui.ui.widgets.line_input import LineInput


@dataclass(frozen=True, slots=True)
class MeetingEntry:
    """A filled form, by the ledger's names."""

    on: date
    company: str
    about: str


class MeetingForm(Form[MeetingEntry]):
    """The day comes first: Today speaks of it the day before."""

    def __init__(
        self, name: str, today: date, company: str = "", known: Meeting | None = None
    ) -> None:
        """`company` is where they work; `known` is one to be edited."""
        super().__init__(f"Meeting with {plain(name)}")
        on = known.on if known else None
        self._on = self.row("when", DateField(today, on, empty="", tense=Tense.FUTURE))
        about = known.about if known else ""
        self._about = self.row("what", LineInput(about, "interview, coffee, a call"))
        self._company = self.row("at", LineInput(known.company if known else company, "company"))

    def answer(self) -> MeetingEntry:
        on = self.day_of(self._on)
        if on is None:
            tried = two_examples(self._on.today, Tense.FUTURE)
            raise InvalidField(f"When do you meet? Try {tried}.", self._on)
        return MeetingEntry(on, self._company.value.strip(), self._about.value.strip())
