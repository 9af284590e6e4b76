"""One line to type in: flat, and fit for whatever is pasted into it."""

from textual import events
from textual.widgets import Input

from recco_tui.core.cleaning import clean_text
from recco_tui.ui.widgets import pasting
from recco_tui.ui.widgets.key_dispatch import dispatch_now, hand_on_enter
from recco_tui.ui.widgets.keys import bind

_NOT_HERE = ("scroll_up", "scroll_down", "page_up", "page_down", "scroll_home", "scroll_end")


def one_line(text: str) -> str:
    """Several lines as one: none is lost, blanks at the ends stay where they were typed."""
    return clean_text(text).strip("\n").replace("\n", " ")


class LineInput(Input):
    """An Input without a box that never drops a pasted line."""

    BINDINGS = [bind("line.next", "enter", "Next", "Go to the next field.", "submit")]

    def __init__(self, value: str = "", placeholder: str = "", *, id: str | None = None) -> None:
        super().__init__(one_line(value), placeholder, id=id, compact=True, select_on_focus=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Scrolling up and down, and backspace in an empty line, are left to what is around it."""
        return action not in _NOT_HERE and (action != "delete_left" or bool(self.value))

    async def action_submit(self) -> None:
        """Tell who waits for it around the line, at once; else as any Input does."""
        if not hand_on_enter(self):
            await super().action_submit()

    async def on_key(self, event: events.Key) -> None:
        await dispatch_now(self, event)

    def on_paste(self, event: events.Paste) -> None:
        """Textual would keep the first line only."""
        event.prevent_default()
        event.stop()
        room = pasting.LINE_LIMIT + len(self.selected_text) - len(self.value)
        if pasted := pasting.limit_paste(self, one_line(event.text), room):
            self.replace(pasted, *self.selection)
