"""What forms share: rows, enter to the next field, saving, and asking before typed text is lost."""

from collections.abc import Callable, Iterator
from dataclasses import astuple, is_dataclass
from datetime import date
from enum import Enum
from typing import Generic, TypeVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input, Static

from recco_tui.core.errors import ReccoError
from recco_tui.ui.dialogs.base import Dialog
from recco_tui.ui.widgets.date_field import DateField
from recco_tui.ui.widgets.keys import bind, bind_hidden

T = TypeVar("T")
F = TypeVar("F", bound=Widget)


class InvalidField(Exception):
    """An answer that will not do: one sentence, and the field to correct."""

    def __init__(self, sentence: str, field: Widget) -> None:
        super().__init__(sentence)
        self.field = field


class FieldRow(Horizontal):
    """A label and its field on one line."""

    def __init__(self, words: str, field: Widget, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._words = words
        self._field = field

    def compose(self) -> ComposeResult:
        yield Static(self._words, classes="label", markup=False)
        yield self._field

    def on_descendant_focus(self) -> None:
        self.add_class("-here")

    def on_descendant_blur(self) -> None:
        self.remove_class("-here")


class Form(Dialog[T], Generic[T]):
    """Fields in rows. A form declares them with `row` and says what they add up to (`answer`)."""

    BINDINGS = [
        bind("form.next", "enter", "Next", "Go to the next field; save on the last one.", "onward"),
        bind("form.save", "ctrl+s", "Save", "Save from any field.", "save", key_display="ctrl+s"),
        bind_hidden("form.down", "down", "Down", "Go to the next field.", "next_field"),
        bind_hidden("form.up", "up", "Up", "Go to the previous field.", "field_before"),
    ]

    def __init__(self, heading: str) -> None:
        super().__init__(heading)
        self.rows: list[Widget] = []
        """What is in the form, in order."""
        self._at_first: object = None
        self._asked_about: object = None
        self.submit: Callable[[T], str] | None = None
        """Where the answer goes before the form closes; what is wrong with it, '' when taken."""

    def row(self, words: str, field: F, *, classes: str | None = None) -> F:
        """The field, in a row of its own below those declared so far."""
        self.rows.append(FieldRow(words, field, classes=classes))
        return field

    def body(self) -> ComposeResult:
        yield from self.rows

    def answer(self) -> T:
        """The value of the filled form; raises `InvalidField` or a `ReccoError` if it is off."""
        raise NotImplementedError

    def typed(self) -> object:
        """All text in the form: what would be lost. Comparable, never drawn."""
        return tuple(
            getattr(field, "value", "")
            for field in self.query("LineInput, TextBox").results(Widget)
        )

    def on_mount(self) -> None:
        self._at_first = self.typed()

    def day_of(self, field: DateField) -> date | None:
        """The day typed, None when nothing is; raises `InvalidField` at the field."""
        try:
            return field.value_date()
        except ReccoError as error:
            raise InvalidField(str(error), field) from error

    def past_day_of(
        self, field: DateField, *, else_wrong: str = "That day is in the future."
    ) -> date:
        """The same of what has happened: today when nothing is typed."""
        on = self.day_of(field) or field.today
        if on > field.today:
            raise InvalidField(else_wrong, field)
        return on

    def words_typed(self) -> str:
        """All that is typed to be read, a field a line; empty when nothing was typed."""
        typed = self.typed()
        return "" if typed == self._at_first else "\n".join(_words_in(typed))

    def action_save(self) -> None:
        if self.is_answered:
            return
        try:
            value = self.answer()
        except InvalidField as wrong:
            self.complain(str(wrong), wrong.field)
            return
        except ReccoError as error:
            self.complain(str(error))
            return
        if refused := self.submit(value) if self.submit else "":
            self.complain(refused)
        else:
            self.finish(value)

    def action_cancel(self) -> None:
        if not self.asks_before_leaving():
            self.finish(None)

    def asks_before_leaving(self) -> bool:
        """Ask about what is typed, once; False when there is nothing, or it was asked about."""
        typed = self.typed()
        if typed in (self._at_first, self._asked_about):
            return False
        self._asked_about = typed
        self._tell("! Discard your changes? Esc again discards, Ctrl+S saves.", "-asks")
        return True

    def action_onward(self) -> None:
        """The next field, or save after the last."""
        chain = self.focus_chain
        if not chain or self.focused is chain[-1]:
            self.action_save()
        else:
            self.focus_next()

    def action_next_field(self) -> None:
        self.focus_next()

    def action_field_before(self) -> None:
        self.focus_previous()

    def handle_enter(self) -> None:
        self.action_onward()

    def on_input_changed(self, event: Input.Changed) -> None:
        """What was complained about is being corrected; a line emptied by recco says nothing."""
        if event.value:
            self.hint("")

    def on_text_area_changed(self) -> None:
        self.hint("")


def _words_in(typed: object) -> Iterator[str]:
    """The words of fields, which may be grouped."""
    if isinstance(typed, str):
        if typed.strip() and not isinstance(typed, Enum):
            yield typed.strip()
    elif isinstance(typed, tuple):
        for part in typed:
            yield from _words_in(part)
    elif is_dataclass(typed) and not isinstance(typed, type):
        yield from _words_in(astuple(typed))
