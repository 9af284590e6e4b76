"""The guided start: questions answered one after the other; they never count as text."""

from collections.abc import Callable, Sequence

from textual import events
from textual.app import ComposeResult

from recco_tui.core.cleaning import clean_line
from recco_tui.ui.dialogs.base import Dialog
from recco_tui.ui.present.spans import BLANK, Line, Span, bar, wrapped
from recco_tui.ui.widgets.keys import bind
from recco_tui.ui.widgets.lines_view import LinesView
from recco_tui.ui.widgets.writing_area import WritingArea
from recco_tui.writing.prompts.guided import Question

Answers = list[tuple[str, str]]
"""(part, answer) in the order of the questions."""


class AnswerArea(WritingArea):
    """One paragraph of as many sentences as it takes; enter and tab are for the questions."""

    async def _on_key(self, event: events.Key) -> None:
        """Enter and tab act at once: keys typed ahead are for the next question."""
        steps = {"enter": 1, "tab": 1, "shift+tab": -1}
        if event.key not in steps:
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()
        guide = self.screen
        assert isinstance(guide, GuidedStart)
        guide.action_go(steps[event.key])

    def _put(self, text: str) -> str:
        return super()._put(clean_line(text))


class GuidedStart(Dialog[Answers]):
    """Enter goes on, shift+tab back; escape keeps what was answered so far."""

    AUTO_FOCUS = "#answer"
    BINDINGS = [
        bind("guide.next", "enter", "Next", "Go to the next question.", "go(1)"),
        bind("guide.before", "shift+tab", "Back", "Go to the previous question.", "go(-1)"),
        bind("guide.fact", "ctrl+o", "Insert note", "Insert your note.", "fact", priority=True),
        bind(
            "guide.cancel",
            "escape",
            "Write freely",
            "Stop the questions and write freely.",
            "cancel",
        ),
    ]

    def __init__(
        self,
        questions: Sequence[Question],
        name: str,
        keep: Callable[[Answers], None] | None = None,
    ) -> None:
        """`keep` is called with what is answered so far, whenever that changes."""
        super().__init__(f"Four questions about {name}" if len(questions) == 4 else f"Ask {name}")
        self._questions = tuple(questions)
        self._answers = [""] * len(questions)
        self._at = 0
        self._kept: Answers = []
        self._keep_so_far = keep
        self.area = AnswerArea(self._questions[0].start, id="answer")

    def body(self) -> ComposeResult:
        yield LinesView(id="question")
        yield self.area

    def on_mount(self) -> None:
        self._show()

    def _save(self) -> None:
        given = self._given()
        if self._keep_so_far is not None and given != self._kept:
            self._kept = given
            self._keep_so_far(given)

    def on_text_area_changed(self) -> None:
        if self.area.plain_text != self._questions[self._at].start:
            self._keep()
            self._save()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No way back from the first, no note where there is none."""
        if action == "fact":
            return bool(self._questions[self._at].fact)
        return (action, parameters) != ("go", (-1,)) or self._at > 0

    def _show(self) -> None:
        question = self._questions[self._at]
        self.query_one("#question", LinesView).show(lambda width: self._lines(question, width))
        text = self._answers[self._at] or question.start
        self.area.text = text
        self.area.move_to_offset(len(text))
        self.refresh_bindings()

    def _lines(self, question: Question, width: int) -> list[Line]:
        total = len(self._questions)
        lines: list[Line] = [
            (
                *bar(self._at, total, min(20, width // 3)),
                Span(f"  {self._at + 1} of {total}  ", "ink-muted"),
                Span(question.part, question.part.meaning, True),
            ),
            BLANK,
            *wrapped(question.question, width),
        ]
        if question.fact:
            lines += [*wrapped(f"your note: {question.fact}", width, "ink-muted")]
        return [*lines, BLANK]

    def _keep(self) -> None:
        """A beginning that was only offered, and is to be completed, is no answer."""
        typed, start = self.area.plain_text, self._questions[self._at].start
        unfinished = start.endswith((" ", "…"))
        self._answers[self._at] = "" if typed == start and unfinished else typed.strip()

    def action_go(self, step: int) -> None:
        self._keep()
        if self._at + step == len(self._questions):
            self._end()
        elif self._at + step >= 0:
            self._at += step
            self._show()

    def action_fact(self) -> None:
        fact = self._questions[self._at].fact
        if fact:
            self.area.insert_words(fact)

    def action_cancel(self) -> None:
        if self.area.plain_text != self._questions[self._at].start:
            self._keep()
        self._end()

    def _given(self) -> Answers:
        return [
            (question.part, answer)
            for question, answer in zip(self._questions, self._answers, strict=True)
            if answer
        ]

    def _end(self) -> None:
        self.finish(self._given())
