"""Noting a debt with a date: they asked me, or I promised."""

from dataclasses import dataclass
from datetime import date

from textual.app import ComposeResult
from textual.binding import Binding

from recco_tui.core.models import DebtKind
from recco_tui.core.when import Tense
from recco_tui.ui.dialogs.form import Form, Row, Wrong
from recco_tui.ui.formatting import plain
from recco_tui.ui.widgets.date_field import DateField
from recco_tui.ui.widgets.line import Line
from recco_tui.ui.widgets.one_of import OneOf


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
        Binding("f2", "other_kind", "Asked or promised", id="request.kind", tooltip="The other one")
    ]

    def __init__(self, name: str, today: date) -> None:
        super().__init__(f"{plain(name)} and a recommendation by me")
        self._today = today
        self._kind = OneOf(
            [(DebtKind.REQUEST, "they asked me"), (DebtKind.PROMISE, "I promised")],
            DebtKind.REQUEST,
        )
        self._asked_on = DateField(today, placeholder="today")
        self._due_on = DateField(
            today, empty="in the usual time", placeholder="no day said", tense=Tense.FUTURE
        )
        self._note = Line(placeholder="what for, what they hope for")

    def body(self) -> ComposeResult:
        yield Row("what", self._kind)
        yield Row("said on", self._asked_on)
        yield Row("due", self._due_on)
        yield Row("note", self._note)

    def answer(self) -> RequestEntry:
        asked_on = self.day_of(self._asked_on) or self._today
        due_on = self.day_of(self._due_on)
        if asked_on > self._today:
            raise Wrong("That day is still to come: it is noted once it was said.", self._asked_on)
        if due_on is not None and due_on < asked_on:
            raise Wrong("It cannot be due before it was asked.", self._due_on)
        return RequestEntry(self._kind.value, asked_on, due_on, self._note.value.strip())

    def action_other_kind(self) -> None:
        self._kind.action_step(1)
