"""A day as people write it, with the day that was understood beside it."""

from datetime import date

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from recco_tui.core.errors import ReccoError
from recco_tui.core.when import Tense, read_date, say_date, two_examples
from recco_tui.ui.formatting import content
from recco_tui.ui.widgets.line_input import LineInput


class DateField(Horizontal):
    """One line of text; `empty` says what an empty field means ("today", "still running")."""

    DEFAULT_CSS = """
    DateField { height: 1; width: 1fr; }
    DateField LineInput { width: 1fr; }
    DateField .echo { width: auto; max-width: 60%; padding: 0 1; color: $ink-muted; }
    DateField.-unread .echo { color: $warn; }
    """

    def __init__(
        self,
        today: date,
        value: date | None = None,
        *,
        empty: str = "today",
        placeholder: str | None = None,
        tense: Tense = Tense.PAST,
    ) -> None:
        """`placeholder`: None shows what may be typed. `tense`: whether "friday" is the last one or
        the one to come."""
        super().__init__()
        self.today = today
        self._tense = tense
        self._empty = empty
        hint = two_examples(today, tense) if placeholder is None else placeholder
        self._line = LineInput(value.isoformat() if value else "", hint)
        self._echo = Static(classes="echo", markup=False)

    def compose(self) -> ComposeResult:
        yield self._line
        yield self._echo

    def on_mount(self) -> None:
        self._say()

    @property
    def value(self) -> str:
        """What is typed."""
        return self._line.value

    @value.setter
    def value(self, text: str) -> None:
        self._line.value = text

    def value_date(self) -> date | None:
        """The day meant, None when nothing is typed; raises `UsageError` when it is unreadable."""
        text = self._line.value.strip()
        return read_date(text, self.today, self._tense) if text else None

    def on_input_changed(self) -> None:
        self._say()

    def _say(self) -> None:
        try:
            on = self.value_date()
        except ReccoError:
            words, unread = "not a date yet", True
        else:
            words, unread = (say_date(on, self.today) if on else self._empty), False
        self._echo.update(content(words))
        self.set_class(unread, "-unread")
