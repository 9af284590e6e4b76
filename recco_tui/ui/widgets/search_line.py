"""The line at the foot of a list in which one searches as one types, there while it is in use."""

from textual.widget import Widget
from textual.widgets import Input

from recco_tui.ui.widgets import pasting


class SearchLine(Input):
    """Enter goes back to the list; the line stays as long as something is searched for."""

    def __init__(self, hint: str, searched: Widget) -> None:
        super().__init__(placeholder=hint, id="search", max_length=pasting.LINE_LIMIT)
        self.display = False
        self._searched = searched

    @property
    def words(self) -> str:
        """What is searched for."""
        return self.value.strip()

    def open(self) -> None:
        """Type here from now on."""
        self.display = True
        self.screen.set_focus(self)

    def close(self) -> bool:
        """Show everything again; False when nothing was searched for."""
        if not self.display and not self.value:
            return False
        self.value = ""
        self.display = False
        self._searched.focus()
        return True

    def on_input_submitted(self) -> None:
        self.display = bool(self.words)
        self._searched.focus()
