"""Importing, last page: what came in, and where to go from here."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll

from recco_tui.core.models import Change
from recco_tui.core.relationships import Kind
from recco_tui.locations import styles_folder
from recco_tui.ui.present.importing import result_lines
from recco_tui.ui.present.spans import Line, key_lines, wrapped
from recco_tui.ui.screen import ReccoScreen
from recco_tui.ui.screens.header import show_header
from recco_tui.ui.widgets.header_bar import HeaderBar
from recco_tui.ui.widgets.key_footer import KeyFooter
from recco_tui.ui.widgets.lines_view import LinesView

if TYPE_CHECKING:
    from recco_tui.ui.screens.import_writing import Applied


class ResultScreen(ReccoScreen):
    """Undo here takes back all that the import wrote, projects taken over with it included."""

    CSS_PATH = styles_folder() / "import.tcss"
    AUTO_FOCUS = ""
    BINDINGS = [
        Binding("t", "sort_in", "Sort in", id="result.sort_in", tooltip="Say who is who, by key"),
        Binding("b,enter,escape", "board", "Board", id="result.board", tooltip="To the board"),
    ]

    def __init__(self, applied: "Applied") -> None:
        super().__init__()
        self._applied = applied
        self._changes = applied.changes
        self._taken_back = False

    def compose(self) -> ComposeResult:
        yield HeaderBar(id="header")
        with VerticalScroll(id="result", classes="column", can_focus=False):
            yield LinesView(id="done", classes="pane")
            yield LinesView(id="next")
        yield KeyFooter()

    def load(self) -> None:
        show_header(self, "Import")
        unknown = sum(row.kind is Kind.UNKNOWN for row in self.ledger.board.circle())
        pane, next_keys = self.query_one("#done", LinesView), self.query_one("#next", LinesView)
        pane.border_title = "Taken back" if self._taken_back else "Imported"
        pane.show(lambda width: self._lines(unknown, width))
        next_keys.show(lambda width: key_lines(self._keys(unknown), width))

    def _lines(self, unknown: int, width: int) -> list[Line]:
        if self._taken_back:
            return wrapped("Everything is as it was before. U brings the import back.", width)
        return [
            *result_lines(self._applied.plan, self._applied.projects, unknown, width),
            *(line for why in self._applied.refused for line in wrapped(why, width, "warn")),
        ]

    def _keys(self, unknown: int) -> list[tuple[str, str, str]]:
        keys = [("b", "b", "to the board")]
        if unknown and not self._taken_back:
            keys.insert(0, ("t", "t", f"sort people in ({unknown})"))
        if self._changes:
            keys.append(("U", "U", "bring it back") if self._taken_back else ("u", "u", "undo"))
        return keys

    def action_sort_in(self) -> None:
        self.recco.open_instead("triage")

    def action_board(self) -> None:
        self.dismiss(None)

    def action_undo(self) -> None:
        """Take back the import and the projects taken over with it."""
        if not self._changes or self._taken_back:
            return
        changes = set(self._changes)
        self.undo_or_redo(
            "Undo",
            "Took back",
            lambda ledger: ledger.log.take_back(changes),
            self._of_the_log(),
            "the import · U brings it back",
            lambda: self._turn(taken_back=True),
        )

    def action_redo(self) -> None:
        if not self._taken_back:
            return
        changes = set(self._changes)
        self.undo_or_redo(
            "Redo",
            "Brought back",
            lambda ledger: ledger.log.bring_back(changes),
            self._of_the_log(),
            "the import · u takes it back",
            lambda: self._turn(taken_back=False),
        )

    def _of_the_log(self) -> list[Change]:
        return [one for one in self.ledger.log.entries() if one.id in self._changes]

    def _turn(self, *, taken_back: bool) -> None:
        self._taken_back = taken_back
