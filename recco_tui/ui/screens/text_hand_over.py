"""Handing a text over from a screen: with a file as the way that always works."""

from textual.binding import Binding

from recco_tui.ui.clipboard import OSC_52_SAID
from recco_tui.ui.dialogs.hand_over import HandOver
from recco_tui.ui.text_files import write_to_file

NOT_KNOWN = "w writes it to a file."


class TextHandOver(HandOver):
    """`w` writes the text to a file, for terminals whose clipboard takes nothing."""

    BINDINGS = [
        Binding("w", "write", "To a file", id="hand_over.write", tooltip="Write it to a file"),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "write":
            return bool(self._text)
        return super().check_action(action, parameters)

    def action_copy(self) -> None:
        said = self._copy(self._text) if self._copy is not None else None
        more = f" {NOT_KNOWN}" if said == OSC_52_SAID else ""
        self.hint(f"✓ {said}{more}")

    def action_write(self) -> None:
        self.hint(write_to_file(self._text, self._heading))
