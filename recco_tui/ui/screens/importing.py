"""Importing, first page: which file, and the reading of it, which leaves nothing when cancelled."""

from dataclasses import dataclass
from pathlib import Path

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.message import Message
from textual.worker import Worker, WorkerState, get_current_worker

from recco_tui.core.errors import ReccoError
from recco_tui.core.export import Export
from recco_tui.core.import_plan import ImportPlan
from recco_tui.importing.planning import plan_import
from recco_tui.locations import styles_folder
from recco_tui.ui.formatting import plain
from recco_tui.ui.present.importing import size_words
from recco_tui.ui.present.spans import BLANK, Line, Span, bar, wrapped
from recco_tui.ui.screen import ReccoScreen
from recco_tui.ui.screens.header import show_header
from recco_tui.ui.screens.import_path import PathChooser
from recco_tui.ui.widgets.header_bar import HeaderBar
from recco_tui.ui.widgets.key_footer import KeyFooter
from recco_tui.ui.widgets.lines_view import LinesView

_IN_DEMO = "These are the sample people: what you import here is gone when you leave."


class ImportScreen(ReccoScreen):
    """Choose an archive; it is read aside, and the preview takes over when it has been."""

    CSS_PATH = styles_folder() / "import.tcss"
    AUTO_FOCUS = "#path"
    BINDINGS = [
        Binding("escape", "leave", "Leave", id="import.leave", tooltip="Leave, or stop reading"),
    ]

    @dataclass
    class Progress(Message):
        """The worker got further, in bytes. `total` 0: nobody knows how far it is."""

        run: int
        words: str
        done: int
        total: int

    @dataclass
    class Failed(Message):
        """The file is at fault; the sentence says how."""

        run: int
        sentence: str

    @dataclass
    class Read(Message):
        """The archive is read and planned."""

        run: int
        export: Export
        plan: ImportPlan

    def __init__(self) -> None:
        super().__init__()
        self._run = 0
        self._path = Path()
        self._is_reading = False

    def compose(self) -> ComposeResult:
        yield HeaderBar(id="header")
        yield PathChooser(self.ledger.day, id="asking", classes="column")
        with VerticalScroll(id="reading", classes="column", can_focus=False):
            yield LinesView(id="progress")
        yield KeyFooter()

    def on_mount(self) -> None:
        show_header(self, "Import")
        self.query_one("#reading").display = False
        if self.recco.badge:
            self._chooser.say(_IN_DEMO, "warn")

    @property
    def _chooser(self) -> PathChooser:
        return self.query_one("#asking", PathChooser)

    def load(self) -> None:
        """Nothing of the ledger is shown here."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """While typing, only the keys that a field leaves free."""
        return action not in ("undo", "redo", "view", "keys", "quit")

    # -- reading ---------------------------------------------------------------------------------

    def on_path_chooser_picked(self, event: PathChooser.Picked) -> None:
        try:
            self.ledger.imports.refuse_own_file([event.path])
        except ReccoError as error:
            self._chooser.say(str(error))
            return
        self._run += 1
        self._path = event.path
        self._chooser.say("")
        self._show_reading(True)
        self._show_progress("opening", 0, 0)
        self._read(self._run, event.path)

    def _show_reading(self, reading: bool) -> None:
        self._is_reading = reading
        self.query_one("#reading").display = reading
        self.query_one("#asking").display = not reading
        self.refresh_bindings()
        if not reading:
            self._chooser.take_focus()

    @work(thread=True, exclusive=True, group="import", exit_on_error=False)
    def _read(self, run: int, path: Path) -> None:
        """Read and plan on a connection of its own; only messages leave this thread."""
        from recco_tui.importing.read.reader import read_export

        worker = get_current_worker()
        try:
            export = read_export(
                [path],
                progress=lambda so_far: self._tell(run, so_far.file, so_far.done, so_far.total),
                cancelled=lambda: worker.is_cancelled,
            )
            self._tell(run, "comparing with what you have", 0, 0)
            with self.ledger.another() as ledger:
                plan = ledger.imports.preview(plan_import, export)
        except ReccoError as error:
            self.post_message(self.Failed(run, str(error)))
        except OSError as error:
            sentence = f"{path} cannot be read ({error.strerror or 'no reason given'})."
            self.post_message(self.Failed(run, sentence))
        else:
            if not worker.is_cancelled:
                self.post_message(self.Read(run, export, plan))

    def _tell(self, run: int, words: str, done: int, total: int) -> None:
        self.post_message(self.Progress(run, words, done, total))

    def on_import_screen_progress(self, event: Progress) -> None:
        if event.run == self._run and self._is_reading:
            self._show_progress(event.words, event.done, event.total)

    def on_import_screen_failed(self, event: Failed) -> None:
        if event.run == self._run and self._is_reading:
            self._show_reading(False)
            self._chooser.say(event.sentence)

    def on_import_screen_read(self, event: Read) -> None:
        if event.run != self._run or not self._is_reading:
            return
        self.recco.open_instead("import preview", event.export, event.plan, self._path.name)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A fault of recco's own ends the reading, not the program."""
        if event.state is WorkerState.ERROR and self._is_reading:
            fault = type(event.worker.error).__name__
            self.post_message(
                self.Failed(self._run, f"{self._path} cannot be read: recco stumbled ({fault}).")
            )

    def action_leave(self) -> None:
        """Stop reading, else leave; neither leaves a trace."""
        if not self._is_reading:
            self.dismiss(None)
            return
        self._run += 1
        self.workers.cancel_group(self, "import")
        self._show_reading(False)
        self._chooser.say("Stopped: nothing was imported.")

    def _show_progress(self, words: str, done: int, total: int) -> None:
        name = self._path.name

        def lines(width: int) -> list[Line]:
            how_far = f"{size_words(done)} of {size_words(total)}" if total else ""
            return [
                *wrapped(f"Reading {name}", width, "ink-key"),
                BLANK,
                tuple(bar(done, total, min(width, 60))) if total else BLANK,
                (Span(plain(words) + "  ", "ink-muted"), Span(how_far, "ink-faint")),
                BLANK,
                *wrapped(
                    "Nothing is written before you have seen what would change.", width, "ink-faint"
                ),
            ]

        self.query_one("#progress", LinesView).show(lines)
