"""Leaving while something is not saved: keep trying, put the words into a file, or do without."""

from collections.abc import Callable

from textual.binding import Binding

from recco_tui.ui.dialogs.choice import Choice, ChoiceDialog

KEEP_TRYING, TO_A_FILE, WITHOUT, SAVED = "keep trying", "to a file", "without", "saved"
_LOOKS = 0.1


class NotSaved(ChoiceDialog[str]):
    """Answers `SAVED` by itself as soon as all is saved. None and `KEEP_TRYING`: stay."""

    BINDINGS = [
        Binding("escape", "cancel", "Stay", id="not_saved.stay", tooltip="Stay and keep trying")
    ]

    def __init__(
        self, question: str, saved: Callable[[], bool], *, words: bool, without: str
    ) -> None:
        """`words`: whether there are any to put into a file. `without` says what would be lost."""
        choices = [Choice("k", "keep trying", KEEP_TRYING, "stays here")]
        if words:
            choices.append(Choice("f", "save to a file and leave", TO_A_FILE, "only you can read"))
        choices.append(Choice("l", "leave without", WITHOUT, without))
        super().__init__("Not saved yet", question, choices, "Leaves by itself once it is saved.")
        self._saved = saved

    def on_mount(self) -> None:
        self.set_interval(_LOOKS, self._look)

    def _look(self) -> None:
        if self._saved():
            self.finish(SAVED)
