"""A text to read, copy or keep in a file."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.widgets import Static

from recco_tui.ui.dialogs.base import SCROLL_KEYS, Dialog
from recco_tui.ui.formatting import content
from recco_tui.ui.widgets.keys import bind, bind_hidden


class TextDialog(Dialog[None]):
    """The text is literal; copies get it unchanged."""

    BINDINGS = [
        *SCROLL_KEYS,
        bind("text.copy", "c,y", "Copy", "Copy the whole text.", "copy"),
        bind("text.write", "w", "Save to file", "Save the text to a file.", "write"),
        bind_hidden("text.leave", "q,enter", "Close", "Close the text.", "cancel"),
    ]

    def __init__(
        self,
        title: str,
        text: str,
        note: str = "",
        *,
        copy: Callable[[str], str],
        write: Callable[[str], str],
        is_markdown: bool = False,
    ) -> None:
        """`copy` and `write` do that with the text, and return the sentence to show. Markdown is
        read as it is meant, and copied as it is written."""
        super().__init__(title)
        self._text = text
        self._note = note
        self._copy = copy
        self._write = write
        self._is_markdown = is_markdown

    def body(self) -> ComposeResult:
        if self._is_markdown:
            # Late for start-up time: its parser is large, and few texts need it.
            from textual.widgets import Markdown

            yield Markdown(self._text, open_links=False, classes="text")
        else:
            yield Static(content(self._text), classes="text")
        if self._note:
            yield Static(content(self._note), classes="note")

    def action_copy(self) -> None:
        self.hint(self._copy(self._text))

    def action_write(self) -> None:
        self.hint(self._write(self._text))
