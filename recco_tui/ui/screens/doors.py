"""The three doors of an empty file: import an export, try sample contacts, add one contact."""

from pathlib import Path
from typing import NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll

from recco_tui.importing.places import short_path
from recco_tui.ui.actions.people import IMPORT, add_contact
from recco_tui.ui.actions.verb import verb
from recco_tui.ui.present.spans import Line, Span, wrapped
from recco_tui.ui.screen import ReccoScreen
from recco_tui.ui.widgets.keys import bind, bind_hidden
from recco_tui.ui.widgets.lines_view import LinesView


class Door(NamedTuple):
    """The key that opens it, what it is, and what it does in one line."""

    key: str
    cap: str
    words: str
    told: str


DOORS = (
    Door("i", "i", "Import my LinkedIn export", "see who recommended you and who you owe"),
    Door("d", "d", "Try sample contacts", "on a temporary copy; nothing is saved"),
    Door("plus", "+", "Add one contact", "start with one person you worked with"),
)


class DoorView(LinesView, can_focus=True):
    """One door; enter or a click opens it."""

    BINDINGS = [bind("doors.open", "enter", "Choose", "Choose this.", "open")]

    def __init__(self, door: Door) -> None:
        super().__init__(self._lines_of, classes="door pane")
        self.door = door

    def _lines_of(self, width: int) -> list[Line]:
        head = (Span(f" {self.door.cap} ", "ink-key", True, "cap"), Span("  "))
        return [
            (*head, Span(self.door.words, "ink-key", True)),
            *wrapped(self.door.told, width, "ink-muted", 5),
        ]

    def action_open(self) -> None:
        self.app.simulate_key(self.door.key)

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.action_open()


@verb("doors.demo", "d", "Sample", "Try recco on sample contacts.", footer=True)
def _enter_demo(screen: "DoorsScreen") -> None:
    screen.recco.enter_demo()
    screen.action_leave()


class DoorsScreen(ReccoScreen):
    """Shown instead of an empty table; escape leaves to it."""

    VIEW = "Welcome"
    SHEET = "doors.tcss"
    AUTO_FOCUS = ".door"
    VERTICAL_BREAKPOINTS = [(0, "-short"), (22, "-tall")]
    VERBS = (
        IMPORT.but(
            id="doors.import", run=lambda screen: screen.recco.open_instead("import"), footer=True
        ),
        _enter_demo,
        add_contact.but(
            id="doors.add",
            label="Add",
            tooltip="Add one contact by hand.",
            footer=True,
            group="add",
        ),
    )
    BINDINGS = [
        bind_hidden("doors.down", "down,j", "Down", "Go to the next choice.", "app.focus_next"),
        bind_hidden("doors.up", "up,k", "Up", "Go to the previous choice.", "app.focus_previous"),
        bind("doors.leave", "escape", "Skip", "Go to the empty board.", "leave"),
    ]

    def body(self) -> ComposeResult:
        question = "Who do you owe a recommendation? Who should you ask next?"
        path = short_path(self.ledger.path, Path.home())
        with VerticalScroll(id="doors", classes="column", can_focus=False):
            yield LinesView(lambda width: wrapped(question, width, "ink-key"), id="welcome")
            for door in DOORS:
                yield DoorView(door)
            yield LinesView(lambda width: _where(path, width), id="where")

    def load(self) -> None:
        """An empty file has nothing to read; as soon as it has, the board is the place."""
        if self.ledger.board.count_people():
            self.action_leave()
        else:
            self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing to undo in an empty file that was never used."""
        if action in ("undo", "redo"):
            return bool(self.ledger.log.entries(1))
        return super().check_action(action, parameters)


def _where(path: str, width: int) -> list[Line]:
    return [
        *wrapped(f"Everything is in one file: {path}", width, "ink-muted"),
        *wrapped("Nothing leaves this computer: no account, no network.", width, "ink-muted"),
    ]
