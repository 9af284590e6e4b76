"""The three doors of an empty file: import an export, try sample contacts, add one contact."""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import NamedTuple

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.message import Message

from recco_tui.importing.places import short_path
from recco_tui.locations import styles_folder
from recco_tui.ui.present.spans import Line, Span, wrapped
from recco_tui.ui.screen import ReccoScreen
from recco_tui.ui.widgets.header_bar import HeaderBar
from recco_tui.ui.widgets.key_footer import KeyFooter
from recco_tui.ui.widgets.lines_view import LinesView


class Door(NamedTuple):
    """The key that opens it, what it is, and what it does in one line."""

    key: str
    cap: str
    words: str
    told: str


DOORS = (
    Door("i", "i", "Import my LinkedIn export", "see who recommended you and whom you owe"),
    Door("d", "d", "Try sample contacts", "on a throw-away copy; nothing is kept"),
    Door("plus", "+", "Add one contact", "start by hand with the person on your mind"),
)


class DoorView(LinesView, can_focus=True):
    """One door; enter or a click opens it."""

    BINDINGS = [Binding("enter", "open", "Open", id="doors.open", tooltip="Open this door")]

    class Opened(Message):
        """Enter or a click."""

        def __init__(self, key: str) -> None:
            self.key = key
            super().__init__()

    def __init__(self, door: Door) -> None:
        super().__init__(classes="door pane")
        self.door = door
        self.show(self._lines_of)

    def _lines_of(self, width: int) -> list[Line]:
        head = (Span(f" {self.door.cap} ", "ink-key", True, "cap"), Span("  "))
        return [
            (*head, Span(self.door.words, "ink-key", True)),
            *wrapped(self.door.told, width, "ink-muted", 5),
        ]

    def action_open(self) -> None:
        self.post_message(self.Opened(self.door.key))

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.action_open()


class DoorsScreen(ReccoScreen):
    """Shown instead of an empty table; escape leaves to it."""

    CSS_PATH = styles_folder() / "doors.tcss"
    AUTO_FOCUS = ".door"
    VERTICAL_BREAKPOINTS = [(0, "-short"), (22, "-tall")]
    BINDINGS = [
        Binding("i", "import", "Import", id="doors.import", tooltip="Import a LinkedIn export"),
        Binding("d", "demo", "Sample", id="doors.demo", tooltip="Try everything on sample people"),
        Binding("plus", "add_contact", "Add", id="doors.add", tooltip="Add a contact by hand"),
        Binding("down,j", "app.focus_next", "Down", False, id="doors.down", tooltip="Next door"),
        Binding("up,k", "app.focus_previous", "Up", False, id="doors.up", tooltip="Door before"),
        Binding("escape", "leave", "Leave", id="doors.leave", tooltip="To the empty board"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._left = False

    def compose(self) -> ComposeResult:
        yield HeaderBar(id="header")
        with VerticalScroll(id="doors", classes="column", can_focus=False):
            yield LinesView(id="welcome")
            for door in DOORS:
                yield DoorView(door)
            yield LinesView(id="where")
        yield KeyFooter()

    def on_mount(self) -> None:
        self.query_one("#welcome", LinesView).show(_welcome)
        path = short_path(self.ledger.path, Path.home())
        self.query_one("#where", LinesView).show(lambda width: _where(path, width))

    def load(self) -> None:
        """An empty file has nothing to read; as soon as it has, the board is the place."""
        if self.ledger.board.count_people():
            self._leave_once()
        else:
            self.show_header("Welcome")
            self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """There is nothing to undo in an empty file that was never used."""
        return action not in ("undo", "redo") or bool(self.ledger.log.entries(1))

    def on_door_view_opened(self, event: DoorView.Opened) -> None:
        actions: dict[str, Callable[[], object]] = {
            "i": self.action_import,
            "d": self.action_demo,
            "plus": self.action_add_contact,
        }
        actions[event.key]()

    def action_import(self) -> None:
        self.recco.open_instead("import")

    def action_demo(self) -> None:
        self.recco.enter_demo()
        self._leave_once()

    @work(exclusive=True, group="add")
    async def action_add_contact(self) -> None:
        from recco_tui.ui.dialogs.contact_form import ContactForm

        add = self.ledger.contacts.add
        await self.fill_form(ContactForm(None), lambda entry: add(**asdict(entry)), "Add contact")

    def action_leave(self) -> None:
        self._leave_once()

    def _leave_once(self) -> None:
        """Not from below a dialog: coming back from it, this is looked at anew."""
        if not self._left and self.is_current:
            self._left = True
            self.dismiss(None)


def _welcome(width: int) -> list[Line]:
    return wrapped(
        "Whom do you owe a recommendation, and whom should you ask now?", width, "ink-key"
    )


def _where(path: str, width: int) -> list[Line]:
    return [
        *wrapped(f"Everything is kept in one file: {path}", width, "ink-muted"),
        *wrapped("Nothing leaves this machine: no account, no network.", width, "ink-muted"),
    ]
