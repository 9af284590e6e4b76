"""One line to type in: flat, and fit for whatever is pasted into it."""

from textual import events
from textual.binding import Binding
from textual.widgets import Input

from recco_tui.core.cleaning import clean_text


def one_line(text: str) -> str:
    """Several lines as one: none is lost, blanks at the ends stay where they were typed."""
    return clean_text(text).strip("\n").replace("\n", " ")


class Line(Input):
    """An Input without a box that never drops a pasted line."""

    BINDINGS = [
        Binding("enter", "submit", "Next", id="line.next", tooltip="On to the next field"),
    ]

    def __init__(
        self,
        value: str = "",
        placeholder: str = "",
        *,
        id: str | None = None,  # noqa: A002 - Textual's name
    ) -> None:
        super().__init__(one_line(value), placeholder, id=id, compact=True, select_on_focus=False)

    def on_paste(self, event: events.Paste) -> None:
        """Textual would keep the first line only."""
        event.prevent_default()
        event.stop()
        self.replace(one_line(event.text), *self.selection)
