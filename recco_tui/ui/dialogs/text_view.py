"""A text to read, copy or keep in a file."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Static

from recco_tui.ui.dialogs.base import SCROLL_KEYS, Dialog
from recco_tui.ui.formatting import content

Handler = Callable[[str], str | None]
"""Does something with the text and returns the sentence to show, None for the usual one."""


class TextDialog(Dialog[None]):
    """The text is literal; copies get it unchanged."""

    BINDINGS = [
        *SCROLL_KEYS,
        Binding("c,y", "copy", "Copy", id="text.copy", tooltip="Copy the whole text"),
        Binding("w", "write", "Write to a file", id="text.write", tooltip="Keep it in a file"),
        Binding("q,enter", "cancel", "Leave", False, id="text.leave", tooltip="Close the text"),
    ]

    def __init__(
        self,
        title: str,
        text: str,
        note: str = "",
        *,
        copy: Handler | None = None,
        write: Handler | None = None,
    ) -> None:
        """Without `copy` the terminal's clipboard is used, without `write` no file is offered."""
        super().__init__(title)
        self._text = text
        self._note = note
        self._copy = copy
        self._write = write

    def body(self) -> ComposeResult:
        yield Static(content(self._text), classes="text")
        if self._note:
            yield Static(content(self._note), classes="note")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        return action != "write" or self._write is not None

    def action_copy(self) -> None:
        if self._copy is None:
            self.app.copy_to_clipboard(self._text)
            self.hint("Sent to the clipboard.")
        else:
            self.hint(self._copy(self._text) or "Copied.")

    def action_write(self) -> None:
        if self._write is not None:
            self.hint(self._write(self._text) or "Written.")
