"""What every view shares: the ledger, one way to try a verb, undo and redo, and the ways around."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar, cast

from textual.binding import Binding
from textual.events import Resize
from textual.screen import Screen

from recco_tui.core.errors import ReccoError
from recco_tui.ui.widgets.sizes import drop_if_outdated

if TYPE_CHECKING:
    from recco_tui.ledger.ledger import Ledger
    from recco_tui.ui.app import ReccoApp

T = TypeVar("T")


class ReccoScreen(Screen[None]):
    """A view. A verb is tried with `attempt`, which says what happened and rereads the view."""

    BINDINGS = [
        Binding("u", "undo", "Undo", id="undo", tooltip="Take the last change back"),
        Binding("U", "redo", "Redo", False, id="redo", tooltip="Bring back what was undone"),
        Binding("1", "view('board')", "Board", False, id="view.board", tooltip="The board"),
        Binding("2", "view('projects')", "Projects", False, id="view.projects", tooltip="Projects"),
        Binding("3", "view('asks')", "Asks", False, id="view.asks", tooltip="A lane per state"),
        Binding(
            "4", "view('texts')", "Texts", False, id="view.texts", tooltip="Read, search, mark"
        ),
        Binding("5", "view('log')", "Log", False, id="view.log", tooltip="Everything done so far"),
        Binding("6", "view('insights')", "Insights", False, id="view.insights", tooltip="Numbers"),
        Binding("comma", "settings", "Settings", False, id="settings", tooltip="Numbers, looks"),
        Binding("question_mark", "keys", "Keys", id="keys", tooltip="The keys of this view"),
        Binding("q", "quit", "Quit", id="quit", tooltip="Leave recco; everything is saved"),
    ]

    @property
    def recco(self) -> "ReccoApp":
        """The application, by its own type."""
        return cast("ReccoApp", self.app)

    @property
    def ledger(self) -> "Ledger":
        """The open ledger."""
        return self.recco.ledger

    def reread(self) -> None:
        """Read anew what the view shows; every view says how."""
        raise NotImplementedError

    def painted(self) -> None:
        """The application has painted its first view, this one: what could wait can be done."""

    def on_screen_resume(self) -> None:
        self.reread()

    def _on_resize(self, event: Resize) -> None:
        drop_if_outdated(self, event)

    def attempt(self, verb: Callable[[], T]) -> T | None:
        """Try a verb of the ledger: a toast says what happened, the view is read anew.

        None when a rule or the file said no, which the toast explains.
        """
        try:
            result = verb()
        except ReccoError as error:
            self.say(str(error), wrong=True)
            return None
        self.done()
        return result

    def done(self) -> None:
        """Say what the last verb did, and read the view anew."""
        done = self.ledger.last_done
        if done is not None:
            self.say(f"{_capital(done.label)} · u takes it back")
        self.reread()

    def say(self, sentence: str, *, wrong: bool = False) -> None:
        """A toast; people's names in it stay literal."""
        self.app.clear_notifications()
        self.app.notify(sentence, severity="error" if wrong else "information", markup=False)

    def action_undo(self) -> None:
        self._travel(self.ledger.log.undo, "Took back")

    def action_redo(self) -> None:
        self._travel(self.ledger.log.redo, "Brought back")

    def _travel(self, verb: Callable[[], object], words: str) -> None:
        try:
            change = verb()
        except ReccoError as error:
            self.say(str(error), wrong=True)
            return
        self.say(f"{words}: {getattr(change, 'label', '')}")
        self.recco.preferences_changed()
        self.reread()

    def action_view(self, mode: str) -> None:
        self.app.switch_mode(mode)

    def action_settings(self) -> None:
        from recco_tui.ui.screens.settings import SettingsScreen

        if not isinstance(self, SettingsScreen):
            self.app.push_screen(SettingsScreen())

    def action_keys(self) -> None:
        from recco_tui.ui.dialogs.keys import KeysDialog, keys_of

        self.app.push_screen(KeysDialog(keys_of(self)))

    async def action_quit(self) -> None:
        self.app.exit()


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
