"""Noting a debt with a date: they asked me, or I promised."""

from dataclasses import dataclass
from datetime import date

from recco_tui.core.models import DebtKind
from recco_tui.core.when import Tense
from recco_tui.ui.dialogs.form import Form, InvalidField
from recco_tui.ui.formatting import plain
from recco_tui.ui.widgets.date_field import DateField
from recco_tui.ui.widgets.keys import bind
from recco_tui.ui.widgets.line_input import LineInput
from recco_tui.ui.widgets.option_row import OptionRow


@dataclass(frozen=True, slots=True)
class RequestEntry:
    """A filled form; `due_on` None when no day was said: the settings' working days count."""

    kind: DebtKind
    asked_on: date
    due_on: date | None
    note: str


class RequestForm(Form[RequestEntry]):
    """With nothing filled in it is a request of today."""

    BINDINGS = [
        bind(
            "request.kind",
            "f2",
            "Asked/promised",
            "Switch between asked and promised.",
            "other_kind",
        )
    ]

    def __init__(self, name: str, today: date) -> None:
        super().__init__(f"A recommendation for {plain(name)}")
        kinds = [(DebtKind.REQUEST, "they asked me"), (DebtKind.PROMISE, "I promised")]
        self._kind = self.row("what", OptionRow(kinds, DebtKind.REQUEST))
        self._asked_on = self.row("asked on", DateField(today, placeholder="today"))
        due = DateField(today, empty="the usual time", placeholder="no date", tense=Tense.FUTURE)
        self._due_on = self.row("due", due)
        self._note = self.row("note", LineInput(placeholder="what for, what to mention"))

    def answer(self) -> RequestEntry:
        asked_on = self.past_day_of(self._asked_on, else_wrong="That day is in the future.")
        due_on = self.day_of(self._due_on)
        if due_on is not None and due_on < asked_on:
            raise InvalidField("The due date is before the day they asked.", self._due_on)
        return RequestEntry(self._kind.value, asked_on, due_on, self._note.value.strip())

    def action_other_kind(self) -> None:
        self._kind.action_step(1)
