"""Importing, first page: which file, and the reading of it, which leaves nothing when cancelled."""

from dataclasses import dataclass
from pathlib import Path

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.widgets import Input
from textual.worker import Worker, WorkerState, get_current_worker

from recco_tui.core.errors import ReccoError
from recco_tui.core.export import Export
from recco_tui.core.importing.plan import ImportPlan
from recco_tui.exchange.places import (
    FoundFile,
    common_start,
    completions,
    exports_in,
    likely_folders,
    path_typed,
    short_path,
)
from recco_tui.locations import styles_folder
from recco_tui.ui.formatting import plain
from recco_tui.ui.screens.base import ReccoScreen
from recco_tui.ui.screens.header import show_header
from recco_tui.ui.screens.import_words import found_line, how_to_lines, size_words
from recco_tui.ui.widgets.header_bar import HeaderBar
from recco_tui.ui.widgets.key_footer import KeyFooter
from recco_tui.ui.widgets.lines_view import BLANK, Line, LinesView, Span, bar, worded
from recco_tui.ui.widgets.span_list import SpanList


class PathField(Input):
    """Where the archive is."""

    BINDINGS = [Binding("enter", "submit", "Read it", id="import.read", tooltip="Read the archive")]


class ImportScreen(ReccoScreen):
    """Choose an archive; it is read aside, and the preview takes over when it has been."""

    CSS_PATH = styles_folder() / "import.tcss"
    AUTO_FOCUS = "#path"
    BINDINGS = [
        Binding("tab", "complete", "Complete", id="import.complete", tooltip="Complete the path"),
        Binding("down", "move(1)", "Next", False, id="import.down", tooltip="Next suggestion"),
        Binding("up", "move(-1)", "Back", False, id="import.up", tooltip="Suggestion before"),
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

    def __init__(self, home: Path | None = None, here: Path | None = None) -> None:
        super().__init__()
        self._home = home or Path.home()
        self._here = here or Path.cwd()
        self._found: list[FoundFile] = []
        self._chosen_by_arrow = False
        self._run = 0
        self._path = Path()
        self._is_reading = False

    def compose(self) -> ComposeResult:
        yield HeaderBar(id="header")
        with Vertical(id="asking", classes="column"):
            yield LinesView(id="how")
            yield PathField(placeholder="the .zip from LinkedIn, or its folder", id="path")
            yield LinesView(id="wrong")
            yield SpanList(self._draw_found, id="found", empty="No export found here.")
        with VerticalScroll(id="reading", classes="column", can_focus=False):
            yield LinesView(id="progress")
        yield KeyFooter()

    def on_mount(self) -> None:
        found = self._list
        found.can_focus = False
        show_header(self, "Import")
        self.query_one("#how", LinesView).show(_how)
        self.query_one("#path", Input).border_title = "File or folder"
        self.query_one("#reading").display = False
        self._found = exports_in(likely_folders(self._home, self._here))
        self._suggest()

    def reread(self) -> None:
        """Nothing of the ledger is shown here."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """While typing, only the keys that a field leaves free."""
        if action in ("undo", "redo", "view", "keys", "quit"):
            return False
        return not (self._is_reading and action in ("complete", "move"))

    @property
    def _list(self) -> "SpanList[FoundFile]":
        return self.query_one("#found", SpanList)

    # -- choosing --------------------------------------------------------------------------------

    def _draw_found(self, file: FoundFile, width: int) -> Line:
        return found_line(file, width, self.ledger.day, self._home)

    def _suggest(self) -> None:
        """What was found while nothing is typed, else what the typed path may become."""
        typed = self.query_one("#path", Input).value
        entries = completions(typed, self._here) if typed else self._found
        found = self._list
        found.set_entries(entries)
        found.set_empty(
            "Nothing here begins like that."
            if typed
            else "No export in Downloads, Desktop or here: type where it is, or drop it here."
        )
        found.border_title = "Fitting" if typed else "Found on this machine"
        self._chosen_by_arrow = False

    def on_input_changed(self) -> None:
        self._say_wrong("")
        self._suggest()

    def action_move(self, by: int) -> None:
        found = self._list
        if not found.entries:
            return
        first_time = not self._chosen_by_arrow and self.query_one("#path", Input).value
        self._chosen_by_arrow = True
        found.move_line(found.cursor_line if first_time else found.cursor_line + by)

    def action_complete(self) -> None:
        """Take what all suggestions share, or the one under the cursor when that adds nothing."""
        field = self.query_one("#path", Input)
        entries = self._list.entries
        if not entries:
            return
        if field.value and not self._chosen_by_arrow and len(entries) > 1:
            head, slash, begun = field.value.rpartition("/")
            shared = common_start(entries)
            if len(shared) > len(begun):
                self._type(head + slash + shared)
                return
        self._take(self._list.highlighted)

    def _take(self, file: FoundFile | None) -> None:
        if file is not None:
            self._type(short_path(file.path, self._home) + ("/" if file.is_folder else ""))

    def _type(self, text: str) -> None:
        field = self.query_one("#path", Input)
        field.value = text
        field.cursor_position = len(text)

    def on_input_submitted(self) -> None:
        self._read_it()

    def on_span_list_chosen(self, event: SpanList.Chosen) -> None:
        if isinstance(event.entry, FoundFile):
            self._take(event.entry)
        self.query_one("#path", Input).focus()

    def _read_it(self) -> None:
        typed = self.query_one("#path", Input).value
        chosen = self._list.highlighted
        if chosen is not None and (self._chosen_by_arrow or not typed.strip()):
            self._start(chosen.path)
        elif typed.strip():
            self._start(self._here / path_typed(typed))
        else:
            self._say_wrong("Type where the archive is, or drop it into this window.")

    # -- reading ---------------------------------------------------------------------------------

    def _start(self, path: Path) -> None:
        self._run += 1
        self._path = path
        self._say_wrong("")
        self._show_reading(True)
        self._show_progress("opening", 0, 0)
        self._read(self._run, path)

    def _show_reading(self, reading: bool) -> None:
        self._is_reading = reading
        self.query_one("#reading").display = reading
        self.query_one("#asking").display = not reading
        self.refresh_bindings()
        if not reading:
            self.query_one("#path", Input).focus()

    @work(thread=True, exclusive=True, group="import", exit_on_error=False)
    def _read(self, run: int, path: Path) -> None:
        """Read and plan on a connection of its own; only messages leave this thread."""
        from recco_tui.exchange.linkedin.reader import read_export

        worker = get_current_worker()
        try:
            export = read_export(
                [path],
                progress=lambda so_far: self._tell(run, so_far.file, so_far.done, so_far.total),
                cancelled=lambda: worker.is_cancelled,
            )
            self._tell(run, "comparing with what you have", 0, 0)
            with self.ledger.another() as ledger:
                plan = ledger.imports.preview(export)
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
            self._say_wrong(event.sentence)

    def on_import_screen_read(self, event: Read) -> None:
        if event.run != self._run or not self._is_reading:
            return
        from recco_tui.ui.screens.import_preview import PreviewScreen

        self.app.switch_screen(PreviewScreen(event.export, event.plan, self._path.name))

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
        self._say_wrong("Stopped: nothing was imported.")

    def _show_progress(self, words: str, done: int, total: int) -> None:
        name = self._path.name

        def lines(width: int) -> list[Line]:
            how_far = f"{size_words(done)} of {size_words(total)}" if total else ""
            return [
                *worded(f"Reading {name}", width, "ink-key"),
                BLANK,
                tuple(bar(done, total, min(width, 60))) if total else BLANK,
                (Span(plain(words) + "  ", "ink-muted"), Span(how_far, "ink-faint")),
                BLANK,
                *worded(
                    "Nothing is written before you have seen what would change.", width, "ink-faint"
                ),
            ]

        self.query_one("#progress", LinesView).show(lines)

    def _say_wrong(self, sentence: str) -> None:
        view = self.query_one("#wrong", LinesView)
        view.show(lambda width: worded(sentence, width, "error") if sentence else [])


def _how(width: int) -> list[Line]:
    return [(Span("How to get your export", "ink-key", True),), *how_to_lines(width)]
