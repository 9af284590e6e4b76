"""The application: views, themes, clipboard and pages, and what is said of calls that no view waits
for; everything else lives on the screens."""

import gc
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.css.query import NoMatches
from textual.reactive import var
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import MountError, Widget
from textual.worker import WorkerFailed

from recco_tui.core.cleaning import capitalized
from recco_tui.core.errors import DataError, FileLocked, FileReplaced, ReccoError
from recco_tui.core.models import Draft, TextKind
from recco_tui.ledger.ledger import Ledger
from recco_tui.locations import has_keymap, styles_folder
from recco_tui.ui import dialogs, file_watch
from recco_tui.ui.clipboard import copy_text
from recco_tui.ui.error_handlers import handling_thread_errors, install_loop_error_handler
from recco_tui.ui.file_watch import FileWatch
from recco_tui.ui.formatting import short_reason
from recco_tui.ui.leaving import Leaving
from recco_tui.ui.ledger_queue import PATIENCE, LedgerQueue
from recco_tui.ui.navigation import (
    FIRST_VIEW,
    MODES,
    is_opened_by_covered_screen,
    make_screen,
    unopened,
)
from recco_tui.ui.screen import UNDO_OFFER, ReccoScreen
from recco_tui.ui.terminal_background import BackgroundReported, light_in_environment
from recco_tui.ui.text_files import write_to_file
from recco_tui.ui.theme import default_theme, register_themes, variable_defaults

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.actions import ActionParseResult
    from textual.command import Provider
    from textual.dom import DOMNode
    from textual.driver import Driver

    from recco_tui.classroom.store import ClassStore
    from recco_tui.ui.actions.writing import Finished
    from recco_tui.ui.second_reading import SecondReader

OPENABLE = "https://www.linkedin.com/"
RELOAD_AFTER = 0.25
"""Seconds until a file that could not even be read is looked at again."""


def _people() -> "type[Provider]":
    # Late for start-up time, as Textual imports its own: few open the palette at once.
    from recco_tui.ui.palette import PeoplePalette

    return PeoplePalette


class ReccoApp(App[None]):
    """recco on one ledger. `badge` is shown in the header: "demo" on the throw-away copy."""

    TITLE = "recco"
    CSS_PATH = [styles_folder() / "base.tcss", styles_folder() / "board.tcss"]
    MODES = {name: view for name, view in MODES.items() if name != FIRST_VIEW}
    # The first view is the default screen instead of a mode until it is there: Textual reads all
    # style sheets once more for a mode that it opens.
    DEFAULT_MODE = FIRST_VIEW
    COMMANDS = App.COMMANDS | {_people}
    NOTIFICATION_TIMEOUT = 6
    notice: var[str] = var("")
    """What lasts and concerns every view, as the header shows it: what waits, and for what."""

    def __init__(
        self,
        ledger: Ledger,
        badge: str = "",
        class_store: "ClassStore | None" = None,
        second_reader: "SecondReader | None" = None,
    ) -> None:
        super().__init__()
        self.ledger = ledger
        self.second_reader = second_reader
        self._class_store = class_store
        ledger.busy_timeout = PATIENCE
        self.badge = badge
        self.queue = LedgerQueue(self)
        self.file_watch = FileWatch(self)
        self.leaving = Leaving(self)
        self._notices: dict[str, str] = {}
        self._reload_timer: Timer | None = None
        register_themes(self)
        self._applied_theme = ""
        self._is_light = light_in_environment()
        self._begin_with_theme()
        self.apply_preferences()

    def get_driver_class(self) -> "type[Driver]":
        """Textual's choice, but in a Unix terminal one that goes on when that is closed."""
        chosen = super().get_driver_class()
        if chosen.__name__ != "LinuxDriver":
            return chosen
        # Late because Windows has none of what it builds on.
        from recco_tui.ui.terminal_driver import TerminalDriver

        return TerminalDriver

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variable_defaults(self.current_theme)

    def get_default_screen(self) -> Screen[Any]:
        return make_screen(FIRST_VIEW)

    def _begin_with_theme(self) -> None:
        """Have the theme before any style sheet is read: a change would have all read again."""
        self._applied_theme = self.ledger.settings.preference("theme")
        self.set_reactive(App.theme, self._theme_named(self._applied_theme))
        theme = self.current_theme
        self.set_classes(f"-theme-{theme.name} {'-dark-mode' if theme.dark else '-light-mode'}")
        self.stylesheet.set_variables(self.get_css_variables())

    def _theme_named(self, chosen: str) -> str:
        """The name of the theme that a setting stands for."""
        known = default_theme(self.console.color_system, self._is_light)
        return known if chosen == "auto" else f"recco-{chosen}"

    def apply_preferences(self) -> None:
        """Apply the theme and the style of dates where the settings have changed."""
        settings = self.ledger.settings
        if self.ledger.apply_date_style():
            self._refresh_all()
        chosen = settings.preference("theme")
        if chosen != self._applied_theme:
            self._applied_theme = chosen
            self.theme = self._theme_named(chosen)

    def on_background_reported(self, event: BackgroundReported) -> None:
        """An answer of the terminal: the automatic theme follows it."""
        was_light, self._is_light = self._is_light, event.is_light
        if event.is_light is not was_light and self._applied_theme == "auto":
            self._applied_theme = ""
            self.apply_preferences()

    def _refresh_all(self) -> None:
        """Draw everything on every screen again: it shows the same, but looks otherwise."""
        for stack in self._screen_stacks.values():
            for screen in stack:
                for widget in screen.walk_children(Widget):
                    widget.notify_style_update()
                    widget.refresh()

    def _use_keymap(self) -> None:
        """The keys of the person's own; a file that will not do is said in a sentence."""
        if not has_keymap():
            return
        # Late for start-up time: few have a keymap of their own.
        from recco_tui.ui.keymap import read_keymap

        try:
            self.set_keymap(read_keymap())
        except ReccoError as error:
            self.notify(str(error), severity="error", timeout=20, markup=False)

    def on_mount(self) -> None:
        self.add_mode(FIRST_VIEW, MODES[FIRST_VIEW])
        self.set_interval(file_watch.EVERY, self.file_watch.poll_external_changes)
        self.leaving.install_signal_handlers()
        install_loop_error_handler(self)

    def set_notice(self, source: str, words: str) -> None:
        """Put words of this source into the notice; none when it has nothing to say any more."""
        self._notices[source] = words
        self.notice = " · ".join(filter(None, self._notices.values()))

    def on_ready(self) -> None:
        # After the paint, which is in the queue of the screen by now.
        if (screen := self.top) is not None:
            screen.call_later(self._after_first_paint)

    @property
    def top(self) -> Screen[object] | None:
        """The screen on top; None while recco is leaving, when all are gone already."""
        return next(reversed(self.screen_stack), None)

    def _after_first_paint(self) -> None:
        """What can wait until then."""
        screen = self.top
        if isinstance(screen, ReccoScreen):
            screen.after_first_paint()
        if self._class_store is not None:
            # Asked by the application: a board with nobody in it is covered by its doors.
            self.call_later(self.open, "class", self._class_store)
        self._use_keymap()
        gc.freeze()
        gc.enable()
        self.file_watch.take_daily_snapshot()

    # -- what comes of a call or a key -----------------------------------------------------------

    def reload_top(self) -> None:
        """Load what is on top again, if that is a view; what lies below does when it is there."""
        screen = self.top
        if isinstance(screen, ReccoScreen) and screen.is_mounted:
            screen.reload()

    def reload_later(self, error: FileLocked) -> None:
        """The file is locked even for reading: what is shown stays until it can be read."""
        reason = short_reason(error, self.ledger.path)
        self.set_notice("reading", f"{reason}; showing the last state")
        if self._reload_timer is None:
            self._reload_timer = self.set_timer(RELOAD_AFTER, self._reload_now)

    def _reload_now(self) -> None:
        self._reload_timer = None
        self.set_notice("reading", "")
        self.reload_top()

    def report_done(self) -> None:
        """A call was done that no view waits for any more."""
        done = self.ledger.last_change
        if done is not None:
            self.notify(f"{capitalized(done.label)}{UNDO_OFFER}", markup=False)
        self.reload_top()

    def report_error(self, error: Exception) -> None:
        """The same of one that was not."""
        if not isinstance(error, ReccoError):
            raise error
        self.notify(str(error), severity="error", markup=False)

    def recovers_from(self, error: ReccoError) -> bool:
        """Whether a key that came to this has harmed nothing, which then is said: someone is gone,
        a rule says no, the file is locked. A file that is at fault otherwise ends recco."""
        if isinstance(error, FileReplaced):
            self.handle_replaced_file()
        elif isinstance(error, FileLocked):
            reason = short_reason(error, self.ledger.path)
            self.notify(f"{reason}. Try again.", markup=False)
            self.reload_later(error)
        elif isinstance(error, DataError):
            return False
        else:
            self.report_error(error)
            self.reload_top()
        return True

    async def run_action(
        self,
        action: "str | ActionParseResult",
        default_namespace: "DOMNode | None" = None,
        namespaces: "Mapping[str, DOMNode] | None" = None,
    ) -> bool:
        """Do what a key says; a rule's or a locked file's no is said, and no more."""
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except ReccoError as error:
            if not self.recovers_from(error):
                raise
            return True

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: every action of the view one is in, then themes."""
        from recco_tui.ui.palette import commands_of

        return commands_of(self, screen)

    def choose_theme(self, value: str) -> None:
        """Keep the theme, and apply it even where only Textual's own command changed it since."""

        def on_kept(_: None) -> None:
            self._applied_theme = ""
            self.apply_preferences()

        settings = self.ledger.settings
        self.queue.submit(lambda: settings.set("theme", value), "Theme", on_kept, self.report_error)

    async def on_event(self, event: events.Event) -> None:
        """Keys typed behind the one that leaves come when no screen is there to take them."""
        if self.screen_stack or not isinstance(event, events.Key):
            await super().on_event(event)

    def _handle_exception(self, error: Exception) -> None:
        """Textual mounts nothing once recco leaves: a screen still coming up finds itself empty,
        and may not add to what is being taken down.

        A worker in which a rule or a locked file said no is no reason to leave.
        """
        if self._exit and isinstance(error, (MountError, NoMatches)):
            return
        inner = error.error if isinstance(error, WorkerFailed) else None
        if not (isinstance(inner, ReccoError) and self.recovers_from(inner)):
            super()._handle_exception(error)

    def push_screen(self, screen: Any, *args: Any, **more: Any) -> Any:
        """As Textual's; but nothing under a screen opens another: fast keys would pile them up."""
        if is_opened_by_covered_screen(self):
            return unopened(self.screen, waits=more.get("wait_for_dismiss", False))
        if (covered := self.top) is not None:
            # What opens shows the toasts that are still due; under a dialog they would show twice.
            covered.query("ToastHolder").remove()
        return super().push_screen(screen, *args, **more)

    def _refresh_notifications(self) -> None:
        """A toast that is carried over to a dialog, or a text, offers no key that means another
        thing there."""
        top = self.top
        if not isinstance(top, ReccoScreen) or top.is_modal:
            for notification in self._notifications:
                notification.message = notification.message.removesuffix(UNDO_OFFER)
        super()._refresh_notifications()

    def panic(self, *_renderables: object) -> None:
        """A thread of the terminal's ended: Textual would show the stack, and leave with 0."""
        self._handle_exception(RuntimeError("a thread of the terminal ended"))

    def _fatal_error(self) -> None:
        """Leave without Textual's traceback, which would show people's data: `run` raises it."""
        self._close_messages_no_wait()

    def open(self, screen: str, *args: Any, then: Callable[[Any], None] | None = None) -> None:
        """Open the screen of that name over the one in front; `then` is given its answer."""
        self.push_screen(make_screen(screen, *args), then)

    def open_instead(self, screen: str, *args: Any) -> None:
        """Open the screen of that name in place of the one in front."""
        self.switch_screen(make_screen(screen, *args))

    def simulate_key(self, key: str) -> None:
        """Press a key for a click, named as recco declares it, whatever key does it by now.

        It is sent by the application: Textual stops an event at its sender, so a view could not.
        """
        self.call_later(super().simulate_key, self._remapped(key))

    def _remapped(self, key: str) -> str:
        """The person's own key for what a key does in this view as declared."""
        for base in type(self.screen).__mro__ if self._keymap else ():
            for binding in vars(base).get("BINDINGS", ()):
                if isinstance(binding, Binding) and key in binding.key.split(","):
                    return self._keymap.get(binding.id or "", key).split(",")[0]
        return key

    def copy_text(self, text: str) -> str:
        """Copy, and say in a sentence what is known of it."""
        return copy_text(text, self.copy_to_clipboard)

    def show_text(
        self,
        heading: str,
        text: str,
        note: str = "",
        *,
        file: str,
        suffix: str = ".txt",
        is_markdown: bool = False,
        over_all: bool = False,
    ) -> None:
        """Show a text to read, copy or write to a new file of that name in the home folder.

        `over_all` whatever lies on top by now: what it holds would be lost otherwise.
        """
        dialog = dialogs.TextDialog(
            heading,
            text,
            note,
            copy=self.copy_text,
            write=lambda shown: write_to_file(shown, file, suffix),
            is_markdown=is_markdown,
        )
        (super().push_screen if over_all else self.push_screen)(dialog)

    async def edit(self, draft: Draft, note: str = "") -> "Finished | None":
        """Open the editor on a draft, from a worker; None when it was left unfinished.

        `note` follows the heading: which of several people this is.
        """
        asking = draft.kind is TextKind.ASK
        editor = "ask composer" if asking else "recommendation editor"
        finished: Finished | None = await self.push_screen_wait(
            make_screen(editor, self.ledger, draft, note)
        )
        return finished

    def enter_demo(self) -> None:
        """Leave an empty file for the sample people on a throw-away copy."""
        # Late for start-up time: it needs all of the importing.
        from recco_tui.ui.demo import open_demo

        self.ledger.close()
        self.use_ledger(open_demo(self.ledger.clock))
        self.badge = "demo"

    def use_ledger(self, ledger: Ledger) -> None:
        """Go on with another ledger; the one before is closed."""
        self.ledger = ledger
        ledger.busy_timeout = PATIENCE
        self.file_watch.reset()
        self.apply_preferences()

    def handle_replaced_file(self) -> None:
        """Another file, or none, is at the path: ask what to do, once."""
        # Late for start-up time: it hardly ever happens.
        from recco_tui.ui.reopening import ask_about_the_file

        # SQLite would take what is left in the old log for the new file's, and corrupt that.
        self.file_watch.checkpoint()
        if not self._exit and not any(worker.group == "reopening" for worker in self.workers):
            self.run_worker(ask_about_the_file(self), group="reopening")

    async def action_quit(self) -> None:
        """Textual's own key for leaving, which works everywhere."""
        self.leaving.leave()

    def on_exit_app(self) -> None:
        """However recco is left, what was typed is not lost."""
        self.leaving.collect_typed_forms()

    def open_page(self, url: str) -> bool:
        """Open one of LinkedIn's own pages; anything else is refused."""
        if not url.startswith(OPENABLE):
            return False
        self.open_url(url)
        return True


def run(
    ledger: Ledger,
    badge: str = "",
    class_store: "ClassStore | None" = None,
    second_reader: "SecondReader | None" = None,
) -> int:
    """Open the board and stay until it is left; the exit status. Raises what went wrong in it.

    With a class, its board is opened over the user's own.
    """
    app = ReccoApp(ledger, badge, class_store, second_reader)
    try:
        with handling_thread_errors(app):
            app.run()
    finally:
        for sentence in app.leaving.save_after_exit():
            with suppress(OSError, ValueError, AttributeError):
                sys.stderr.write(f"recco: {sentence}\n")
        if app.ledger is not ledger:
            app.ledger.close()
    error = app._exception
    if error is not None:
        raise error.error if isinstance(error, WorkerFailed) else error
    return app.return_code or 0
