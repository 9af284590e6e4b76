"""The application: views, themes, clipboard and pages; everything else lives on the screens."""

import asyncio
import gc
import signal
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.css.query import NoMatches
from textual.screen import Screen
from textual.widget import Widget
from textual.worker import WorkerFailed

from recco_tui.core.errors import ReccoError
from recco_tui.core.models import Draft, DraftKind
from recco_tui.core.preferences import THEMES
from recco_tui.ledger.ledger import Ledger
from recco_tui.locations import has_keymap, styles_folder
from recco_tui.ui.background import end_by_faults_of_the_loop, ended_by_faults_of_threads
from recco_tui.ui.formatting import use_date_style
from recco_tui.ui.opener import lies_below, nothing_opened
from recco_tui.ui.theme import default_theme, register_themes, variable_defaults
from recco_tui.ui.views import VIEWS

if TYPE_CHECKING:
    from textual.command import Provider
    from textual.driver import Driver

    from recco_tui.ui.screens.editor import Finished

OPENABLE = "https://www.linkedin.com/"


def _people() -> "type[Provider]":
    from recco_tui.ui.people_palette import PeoplePalette

    return PeoplePalette


class ReccoApp(App[None]):
    """recco on one ledger. `badge` is shown in the header: "demo" on the throw-away copy."""

    TITLE = "recco"
    CSS_PATH = [styles_folder() / "base.tcss", styles_folder() / "board.tcss"]
    MODES = VIEWS
    DEFAULT_MODE = "board"
    COMMANDS = App.COMMANDS | {_people}
    NOTIFICATION_TIMEOUT = 6

    def __init__(self, ledger: Ledger, badge: str = "") -> None:
        super().__init__()
        self.ledger = ledger
        self.badge = badge
        self._seen = (ledger.data_version, ledger.day)
        self._written = ledger.own_writes
        register_themes(self)
        self._worn = ""
        self.preferences_changed()

    def get_driver_class(self) -> "type[Driver]":
        """Textual's choice, but in a Unix terminal one that outlives it."""
        chosen = super().get_driver_class()
        if chosen.__name__ != "LinuxDriver":
            return chosen
        from recco_tui.ui.terminal_driver import TerminalDriver

        return TerminalDriver

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variable_defaults(self.current_theme)

    def preferences_changed(self) -> None:
        """Wear the theme and write dates as the settings say, where they say something else."""
        settings = self.ledger.settings
        if use_date_style(settings.preference("date_style")):
            self._draw_anew()
        chosen = settings.preference("theme")
        if chosen != self._worn:
            self._worn = chosen
            known = default_theme(self.console.color_system)
            self.theme = known if chosen == "auto" else f"recco-{chosen}"

    def _draw_anew(self) -> None:
        """All that is drawn, on every screen: what it shows is the same, and looks otherwise."""
        for stack in self._screen_stacks.values():
            for screen in stack:
                for widget in screen.walk_children(Widget):
                    widget.notify_style_update()
                    widget.refresh()

    def _use_keymap(self) -> None:
        """The keys of the person's own; a file that will not do is said in a sentence."""
        if not has_keymap():
            return
        from recco_tui.ui.keymap import read_keymap

        try:
            self.set_keymap(read_keymap())
        except ReccoError as error:
            self.notify(str(error), severity="error", timeout=20, markup=False)

    def on_mount(self) -> None:
        self.set_interval(1.0, self._notice_others)
        self._leave_when_told()
        end_by_faults_of_the_loop(self)

    def _leave_when_told(self) -> None:
        """A terminal that goes away, or a system that shuts down: keep what is typed, and leave."""
        loop = asyncio.get_running_loop()

        def told(number: int, _frame: object) -> None:
            loop.call_soon_threadsafe(self.exit, None, 128 + number)

        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            # Not on Windows, nor outside of the main thread, as in a browser's session.
            if number is not None:
                with suppress(NotImplementedError, RuntimeError, ValueError):
                    # The loop's own handler wakes it; but what tells the loop is lost while some
                    # hundred keys wait to be read, and Python's handler is not.
                    loop.add_signal_handler(number, told, number, None)
                    signal.signal(number, told)

    def on_ready(self) -> None:
        # Behind the paint, which stands in the queue of the screen by now.
        if (screen := self._top) is not None:
            screen.call_later(self._painted)

    @property
    def _top(self) -> Screen[object] | None:
        """The screen on top; None while recco is leaving, when all are gone already."""
        return next(reversed(self.screen_stack), None)

    def _painted(self) -> None:
        """What can wait until the first paint."""
        from recco_tui.ui.screens.base import ReccoScreen

        screen = self._top
        if isinstance(screen, ReccoScreen):
            screen.painted()
        self._use_keymap()
        gc.freeze()
        gc.enable()
        self.ledger.snapshot_of_the_day()

    def _notice_others(self) -> None:
        """Show what another window or script wrote, and what a new day brings."""
        from recco_tui.ui.screens.base import ReccoScreen

        # While recco is leaving, what a screen shows it in goes before the screen.
        if not self.is_running:
            return
        now = (self.ledger.data_version, self.ledger.day)
        screen = self._top
        # One that is still coming up reads the file by itself, and has nothing to show it in yet.
        if now != self._seen and isinstance(screen, ReccoScreen) and screen.is_mounted:
            self._seen = now
            self.preferences_changed()
            screen.reread()
        elif self.ledger.own_writes != self._written:
            self._keep_calendar_file()

    def _keep_calendar_file(self) -> None:
        """Beside the keys, on a connection of its own; a demo keeps none."""
        self._written = self.ledger.own_writes
        if not self.badge and self.ledger.settings.preference("calendar_file"):
            self.run_worker(self._write_calendar_file, thread=True, group="calendar")

    def _write_calendar_file(self) -> None:
        from recco_tui.ui.calendar_file import keep_calendar_file

        try:
            with self.ledger.another() as ledger:
                keep_calendar_file(ledger)
        except ReccoError as error:
            self.call_from_thread(self.notify, str(error), severity="error", markup=False)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: every action of the view one is in, then themes and leaving."""
        for active in screen.active_bindings.values():
            binding = active.binding
            if active.enabled and binding.description and not binding.system:
                yield SystemCommand(
                    binding.description,
                    binding.tooltip or f"Key {binding.key_display or binding.key}",
                    self._runner(active.node, binding.action),
                )
        for value, words in THEMES:
            yield SystemCommand(
                f"Theme: {words}", "Kept in the settings", partial(self._choose_theme, value)
            )
        yield SystemCommand(
            "Theme: any of Textual's", "Until recco is left", self.action_change_theme
        )

    def _choose_theme(self, value: str) -> None:
        """Keep the theme, and wear it even where it was chosen before and another put on since."""
        self.ledger.settings.set("theme", value)
        self._worn = ""
        self.preferences_changed()

    def _runner(self, node: object, action: str):  # type: ignore[no-untyped-def]
        async def run() -> None:
            await self.run_action(action, node)  # type: ignore[arg-type]

        return run

    async def on_event(self, event: events.Event) -> None:
        """Keys typed behind the one that leaves come when no screen is there to take them."""
        if self.screen_stack or not isinstance(event, events.Key):
            await super().on_event(event)

    def _handle_exception(self, error: Exception) -> None:
        """Textual mounts nothing once recco leaves: a screen still coming up finds itself empty."""
        if not (self._exit and isinstance(error, NoMatches)):
            super()._handle_exception(error)

    def push_screen(self, screen: Any, *args: Any, **more: Any) -> Any:
        """As Textual's; but nothing under a screen opens another: fast keys would pile them up."""
        if lies_below(self):
            return nothing_opened(self.screen, waits=more.get("wait_for_dismiss", False))
        return super().push_screen(screen, *args, **more)

    def panic(self, *_renderables: object) -> None:
        """A thread of the terminal's ended: Textual would show the stack, and leave with 0."""
        self._handle_exception(RuntimeError("a thread of the terminal ended"))

    def _fatal_error(self) -> None:
        """Leave without Textual's traceback, which would show people's data: `run` raises it."""
        self._close_messages_no_wait()

    def open_contact(self, contact_id: int) -> None:
        """The page of a person, over the view one is in."""
        from recco_tui.ui.screens.contact import ContactScreen

        self.push_screen(ContactScreen(contact_id))

    def simulate_key(self, key: str) -> None:
        """Press a key for a click, named as recco declares it, whatever key does it by now.

        It is sent by the application: Textual stops an event at its sender, so a view could not.
        """
        self.call_later(super().simulate_key, self._remapped(key))

    def _remapped(self, key: str) -> str:
        """The person's own key for what a key does in this view as declared."""
        for base in type(self.screen).__mro__ if self._keymap else ():
            for one in vars(base).get("BINDINGS", ()):
                if isinstance(one, Binding) and key in one.key.split(","):
                    return self._keymap.get(one.id or "", key).split(",")[0]
        return key

    def copy_text(self, text: str) -> str:
        """Copy, and say in a sentence what is known of it."""
        from recco_tui.ui.clipboard import copy_text

        return copy_text(text, self.copy_to_clipboard)

    async def edit(self, draft: Draft, note: str = "") -> "Finished | None":
        """Open the editor on a draft, from a worker; None when it was left unfinished.

        `note` follows the heading: which of several people this is.
        """
        from recco_tui.ui.screens.ask_composer import AskComposer
        from recco_tui.ui.screens.recommendation_editor import RecommendationEditor

        asking = draft.kind is DraftKind.ASK
        editor = AskComposer if asking else RecommendationEditor
        return await self.push_screen_wait(editor(self.ledger, draft, note))

    def enter_demo(self) -> None:
        """Leave an empty file for the sample people on a throw-away copy."""
        from recco_tui.ui.demo import open_demo

        self.ledger.close()
        self.ledger = open_demo(self.ledger.clock)
        self.badge = "demo"

    def open_page(self, url: str) -> bool:
        """Open one of LinkedIn's own pages; anything else is refused."""
        if not url.startswith(OPENABLE):
            return False
        self.open_url(url)
        return True


def run(ledger: Ledger, badge: str = "") -> int:
    """Open the board and stay until it is left; the exit status. Raises what went wrong in it."""
    app = ReccoApp(ledger, badge)
    with ended_by_faults_of_threads(app):
        app.run()
    error = app._exception
    if error is not None:
        raise error.error if isinstance(error, WorkerFailed) else error
    return app.return_code or 0
