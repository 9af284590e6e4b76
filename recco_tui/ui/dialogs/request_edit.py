"""Putting a request or a promise right: what it is, its days, its note."""

from dataclasses import dataclass
from datetime import date

from recco_tui.core.models import DebtKind, Request
from recco_tui.core.when import Tense
from recco_tui.ui.dialogs.form import Form, InvalidField
from recco_tui.ui.formatting import plain
from recco_tui.ui.widgets.date_field import DateField
from recco_tui.ui.widgets.line_input import LineInput
from recco_tui.ui.widgets.option_row import OptionRow


@dataclass(frozen=True, slots=True)
class RequestChange:
    """A filled form, by the ledger's names; a day None where there is none."""

    kind: DebtKind
    asked_on: date
    due_on: date | None
    answered_on: date | None
    delivered_on: date | None
    declined_on: date | None
    closed_on: date | None
    note: str
    because: str


class RequestEdit(Form[RequestChange]):
    """An empty day says that it has not happened."""

    def __init__(self, name: str, known: Request, today: date) -> None:
        super().__init__(f"A recommendation for {plain(name)}")
        kinds = [(DebtKind.REQUEST, "they asked me"), (DebtKind.PROMISE, "I promised")]
        self._kind = self.row("what", OptionRow(kinds, known.kind))
        self._asked_on = self.row("asked on", DateField(today, known.asked_on))
        due = DateField(today, known.due_on, empty="the usual time", tense=Tense.FUTURE)
        self._due_on = self.row("due", due)
        self._answered_on = self.row("said yes", self._past(today, known.answered_on))
        self._delivered_on = self.row("wrote it", self._past(today, known.delivered_on))
        self._declined_on = self.row("said no", self._past(today, known.declined_on))
        self._closed_on = self.row("closed", self._past(today, known.closed_on))
        self._note = self.row("note", LineInput(known.note, "what for, what to mention"))
        self._because = self.row("because", LineInput(known.because, "why you said no"))

    @staticmethod
    def _past(today: date, known: date | None) -> DateField:
        return DateField(today, known, empty="not yet")

    def answer(self) -> RequestChange:
        if (asked_on := self.day_of(self._asked_on)) is None:
            raise InvalidField("Enter the day they asked, or you promised.", self._asked_on)
        return RequestChange(
            self._kind.value,
            asked_on,
            self.day_of(self._due_on),
            self.day_of(self._answered_on),
            self.day_of(self._delivered_on),
            self.day_of(self._declined_on),
            self.day_of(self._closed_on),
            self._note.value.strip(),
            self._because.value.strip(),
        )
