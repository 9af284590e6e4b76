"""Leaving while something is not saved: keep trying, put the words into a file, or do without."""

from collections.abc import Callable

from recco_tui.ui.dialogs.choice import Choice, ChoiceDialog
from recco_tui.ui.widgets.keys import bind

_POLL_SECONDS = 0.1


class NotSaved(ChoiceDialog[str]):
    """Answers `SAVED` by itself as soon as all is saved. None and `KEEP_TRYING`: stay."""

    KEEP_TRYING, TO_A_FILE, WITHOUT, SAVED = "keep trying", "to a file", "without", "saved"
    """What it answers."""
    BINDINGS = [
        bind("not_saved.stay", "escape", "Stay", "Stay here and keep trying to save.", "cancel")
    ]

    def __init__(
        self, question: str, saved: Callable[[], bool], *, words: bool, without: str
    ) -> None:
        """`words`: whether there are any to put into a file. `without` says what would be lost."""
        choices = [Choice("k", "keep trying", self.KEEP_TRYING, "stays here")]
        if words:
            to_a_file = "save to a file and leave"
            choices.append(Choice("f", to_a_file, self.TO_A_FILE, "only you can read it"))
        choices.append(Choice("l", "leave without saving", self.WITHOUT, without))
        super().__init__("Not saved yet", question, choices, "recco closes as soon as it is saved.")
        self._saved = saved

    def on_mount(self) -> None:
        self.set_interval(_POLL_SECONDS, self._poll)

    def _poll(self) -> None:
        if self._saved():
            self.finish(self.SAVED)
