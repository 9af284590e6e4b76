"""Several lines to type in or paste into; its own module, since only some dialogs need it."""

from textual import events
from textual.widgets import TextArea

from recco_tui.core.cleaning import clean_text
from recco_tui.ui.widgets import pasting
from recco_tui.ui.widgets.key_dispatch import dispatch_now


class TextBox(TextArea):
    """Plain text: tab goes to the next field; control sequences are dropped on paste."""

    def __init__(self, text: str = "", placeholder: str = "", *, id: str | None = None) -> None:
        super().__init__(
            clean_text(text),
            id=id,
            placeholder=placeholder,
            compact=True,
            highlight_cursor_line=False,
            show_line_numbers=False,
            tab_behavior="focus",
        )

    @property
    def value(self) -> str:
        """The text, as other fields call it."""
        return self.text

    async def on_key(self, event: events.Key) -> None:
        if event.key != "enter":
            await dispatch_now(self, event)

    def on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        room = pasting.TEXT_LIMIT + len(self.selected_text) - len(self.text)
        if pasted := pasting.limit_paste(self, clean_text(event.text), room):
            self.move_cursor(self.replace(pasted, *self.selection).end_location)
