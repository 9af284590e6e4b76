"""The guided start: questions answered one after the other; they never count as text."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Input

from recco_tui.ui.dialogs.base import Dialog
from recco_tui.ui.widgets.line import Line as LineField
from recco_tui.ui.widgets.lines_view import BLANK, Line, LinesView, Span, bar, worded
from recco_tui.ui.widgets.writing_area import ink_of
from recco_tui.writing.prompts.guided import Question

Answers = list[tuple[str, str]]
"""(part, answer) in the order of the questions."""


class GuidedStart(Dialog[Answers]):
    """Enter goes on, shift+tab back; escape keeps what was answered so far."""

    BINDINGS = [
        Binding("enter", "next", "Next", id="guide.next", tooltip="To the next question"),
        Binding("shift+tab,up", "before", "Back", id="guide.before", tooltip="The one before"),
        Binding("ctrl+o", "fact", "Insert note", id="guide.fact", tooltip="Insert", priority=True),
        Binding("escape", "cancel", "Write freely", id="guide.cancel", tooltip="No more questions"),
    ]

    def __init__(self, questions: Sequence[Question], name: str) -> None:
        super().__init__(f"Four questions about {name}" if len(questions) == 4 else f"Ask {name}")
        self._questions = tuple(questions)
        self._answers = [""] * len(questions)
        self._at = 0

    def body(self) -> ComposeResult:
        yield LinesView(id="question")
        yield LineField(id="answer")

    def on_mount(self) -> None:
        self._show()

    @property
    def _field(self) -> Input:
        return self.query_one("#answer", Input)

    def _show(self) -> None:
        question = self._questions[self._at]
        self.query_one("#question", LinesView).show(lambda width: self._lines(question, width))
        self._field.value = self._answers[self._at] or question.start
        self._field.cursor_position = len(self._field.value)
        self._field.focus()

    def _lines(self, question: Question, width: int) -> list[Line]:
        total = len(self._questions)
        lines: list[Line] = [
            (
                *bar(self._at, total, min(20, width // 3)),
                Span(f"  {self._at + 1} of {total}  ", "ink-muted"),
                Span(question.part, ink_of(question.part), True),
            ),
            BLANK,
            *worded(question.question, width),
        ]
        if question.fact:
            lines += [*worded(f"your note: {question.fact}", width, "ink-muted")]
        return [*lines, BLANK]

    def _keep(self) -> None:
        """What was only offered is no answer."""
        typed = self._field.value.strip()
        offered = self._questions[self._at].start.strip()
        asked_whole = offered.endswith((".", "?", ","))
        self._answers[self._at] = "" if typed == offered and not asked_whole else typed

    def action_next(self) -> None:
        self._keep()
        if self._at + 1 < len(self._questions):
            self._at += 1
            self._show()
        else:
            self._end()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_next()

    def action_before(self) -> None:
        self._keep()
        self._at = max(0, self._at - 1)
        self._show()

    def action_fact(self) -> None:
        fact = self._questions[self._at].fact
        if fact:
            self._field.insert_text_at_cursor(fact)

    def action_cancel(self) -> None:
        self._keep()
        self._end()

    def _end(self) -> None:
        given = [
            (question.part, answer)
            for question, answer in zip(self._questions, self._answers, strict=True)
            if answer
        ]
        self.finish(given)
