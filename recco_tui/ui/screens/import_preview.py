"""Importing, second page: what would change, what is unsure, what is left out; then do it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.message import Message
from textual.worker import Worker, WorkerState

from recco_tui.core.errors import ReccoError
from recco_tui.core.export import Export
from recco_tui.core.import_plan import SOMEONE_ELSE, ImportPlan, Question
from recco_tui.importing.planning import plan_import
from recco_tui.locations import styles_folder
from recco_tui.ui.formatting import title
from recco_tui.ui.ledger_queue import QueuedCall
from recco_tui.ui.present.importing import (
    PreviewRow,
    Sort,
    candidate_facts,
    candidate_words,
    count_lines,
    is_cut,
    preview_line,
    preview_rows,
)
from recco_tui.ui.present.spans import Line, wrapped
from recco_tui.ui.screen import ReccoScreen
from recco_tui.ui.screens.header import show_header
from recco_tui.ui.screens.import_writing import Applied, why_not, written
from recco_tui.ui.widgets.header_bar import HeaderBar
from recco_tui.ui.widgets.key_footer import KeyFooter
from recco_tui.ui.widgets.lines_view import LinesView
from recco_tui.ui.widgets.span_list import SpanList

if TYPE_CHECKING:
    from recco_tui.ui.dialogs.choice import Choice

_LATER = "later"
_KEYS = "abcdefghijkmnopqrtuvwxyz"
"""Keys of candidates; `l` is later, `s` someone else."""
_KEY_OF = {Sort.WHICH: "w answers", Sort.OFFER: "space takes it over, p all of them"}
_WHOLE = 3
"""Lines for what the line under the cursor has no room for."""


class PreviewScreen(ReccoScreen):
    """The plan of an archive that was read. Until enter, nothing is written."""

    CSS_PATH = styles_folder() / "import.tcss"
    AUTO_FOCUS = "#details"
    BINDINGS = [
        Binding("enter,ctrl+s", "apply", "Import", id="preview.apply", tooltip="Write all of it"),
        Binding("w", "answer", "Who?", id="preview.answer", tooltip="Say which namesake is meant"),
        Binding(
            "p",
            "take_over",
            "Projects",
            id="preview.projects",
            tooltip="Take every position and project over as a project, or none",
        ),
        Binding(
            "space", "mark", "This one", id="preview.mark", tooltip="Take this one over, or not"
        ),
        Binding("escape", "leave", "Leave", id="preview.leave", tooltip="Nothing is written"),
    ]

    @dataclass
    class Planned(Message):
        """The plan with the answers given so far."""

        plan: ImportPlan

    @dataclass
    class Failed(Message):
        """Nothing was written; the sentence says why."""

        sentence: str

    def __init__(self, export: Export, plan: ImportPlan, source: str) -> None:
        super().__init__()
        self._export = export
        self._plan = plan
        self._source = source
        self._answers: dict[str, str] = {}
        self._taken_over: frozenset[int] = frozenset()
        self._under_way: QueuedCall | None = None

    def compose(self) -> ComposeResult:
        yield HeaderBar(id="header")
        with Vertical(id="preview", classes="column"):
            yield LinesView(id="counts", classes="pane")
            yield SpanList(preview_line, id="details", empty="Nothing is unsure, nothing left out.")
            yield LinesView(id="whole")
            yield LinesView(id="wrong")
        yield KeyFooter()

    def on_mount(self) -> None:
        self.query_one("#counts").border_title = title(f"{self._source} would bring")
        self._show()
        self.watch(self.app, "notice", self._say_what_waits, init=False)

    def load(self) -> None:
        """The plan is compared with the file anew when it is written."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """What the plan gives no reason for is not offered."""
        if action in ("undo", "redo"):
            return False
        if action == "answer":
            return bool(self._plan.unsure)
        if action in ("take_over", "mark"):
            return bool(self._plan.offers)
        return True

    @property
    def plan(self) -> ImportPlan:
        """What would be written now."""
        return self._plan

    def _show(self) -> None:
        plan = self._plan
        show_header(self, "Import")
        self.query_one("#counts", LinesView).show(lambda width: count_lines(plan, width))
        details = self._details
        rows = preview_rows(plan, self._taken_over)
        details.set_entries(rows, details.cursor_line)
        details.border_title = "To look at" if rows else ""
        self.refresh_bindings()

    @property
    def _details(self) -> "SpanList[PreviewRow]":
        return self.query_one("#details", SpanList)

    def on_span_list_highlighted(self, event: SpanList.Highlighted) -> None:
        """The whole text of a line that does not show all of it, and the key for it."""
        row = event.entry
        self._details.border_subtitle = (
            _KEY_OF.get(row.sort, "") if isinstance(row, PreviewRow) else ""
        )
        text = row.text if isinstance(row, PreviewRow) else ""
        self.query_one("#whole", LinesView).show(lambda width: _rest(text, width))

    def on_span_list_chosen(self) -> None:
        self.action_apply()

    # -- deciding --------------------------------------------------------------------------------

    @work(exclusive=True, group="answer")
    async def action_answer(self) -> None:
        """Ask about the line under the cursor, else about all that is unsure, one by one."""
        from recco_tui.ui.dialogs.choice import ChoiceDialog

        row = self._details.highlighted
        questions: Sequence[Question] = self._plan.unsure
        if row is not None and row.sort is Sort.WHICH:
            questions = questions[row.index :]
        for question in questions:
            dialog = ChoiceDialog(
                "Which of these?", question.text, _choices(question, self.ledger.day)
            )
            choice = await self.app.push_screen_wait(dialog)
            if choice is None:
                break
            if choice != _LATER:
                self._answers[question.key] = choice
        if self._answers:
            self._plan_anew(dict(self._answers))

    def action_take_over(self) -> None:
        every = frozenset(range(len(self._plan.offers)))
        self._taken_over = frozenset() if self._taken_over == every else every
        self._show()

    def action_mark(self) -> None:
        row = self._details.highlighted
        if row is not None and row.sort is Sort.OFFER:
            self._taken_over = self._taken_over ^ {row.index}
            self._show()
            self._details.move_line(self._details.cursor_line + 1)

    def action_leave(self) -> None:
        if self._under_way is None:
            self.dismiss(None)
        elif self.recco.queue.cancel(self._under_way):
            self._under_way = None
            self._say_line("", "warn")
            self.say("Not imported: the file stayed locked.")
        else:
            self.say("It is being written; u takes it back afterwards.")

    # -- doing -----------------------------------------------------------------------------------

    def action_apply(self) -> None:
        if self._under_way is not None:
            return
        self._say_line("Writing …", "ink-muted")
        offers = [self._plan.offers[index] for index in sorted(self._taken_over)]
        answers = dict(self._answers)
        self._under_way = self.recco.queue.submit_long(
            lambda ledger: written(ledger, self._export, answers, offers),
            "Import",
            f"Importing {self._source}",
            self._show_result,
            self._say_why_not,
        )

    def _show_result(self, applied: Applied) -> None:
        if self.is_current:
            self.recco.open_instead("import result", applied)

    def _say_why_not(self, error: Exception) -> None:
        """A fault of recco's own ends the writing, which is all or nothing, not the program."""
        self._under_way = None
        self._say_line(why_not(error), "error")

    def _say_what_waits(self, notice: str) -> None:
        if self._under_way is not None:
            waits = self._under_way in self.recco.queue.pending
            words = f"{notice}. esc does without." if waits and notice else "Writing …"
            self._say_line(words, "warn" if waits and notice else "ink-muted")

    @work(thread=True, exclusive=True, group="import", exit_on_error=False)
    def _plan_anew(self, answers: dict[str, str]) -> None:
        try:
            with self.ledger.another() as ledger:
                self.post_message(
                    self.Planned(ledger.imports.preview(plan_import, self._export, answers))
                )
        except ReccoError as error:
            self.post_message(self.Failed(str(error)))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A fault of recco's own ends the planning, not the program."""
        if event.state is WorkerState.ERROR and event.worker.group == "import":
            self.post_message(self.Failed(why_not(event.worker.error)))

    def on_preview_screen_planned(self, event: Planned) -> None:
        self._plan = event.plan
        self._show()

    def on_preview_screen_failed(self, event: Failed) -> None:
        self._say_line(event.sentence, "error")

    def _say_line(self, sentence: str, ink: str) -> None:
        self.query_one("#wrong", LinesView).show(lambda width: wrapped(sentence, width, ink))


def _rest(text: str, width: int) -> list[Line]:
    """The text again, when the list cuts it."""
    return wrapped(text, width - 2, "ink-muted", 2)[:_WHOLE] if is_cut(text, width - 4) else []


def _choices(question: Question, today: date) -> "list[Choice[str]]":
    from recco_tui.ui.dialogs.choice import Choice

    candidates = [
        Choice(key, candidate_words(one), one.choice, candidate_facts(one, today))
        for key, one in zip(_KEYS, question.candidates, strict=False)
    ]
    return [
        *candidates,
        Choice("s", "someone else", SOMEONE_ELSE, "none of these"),
        Choice("l", "later", _LATER, "asks again next time"),
    ]
