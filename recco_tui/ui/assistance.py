"""An assistant's answer beside the draft of one editor: asked for, taken or dropped, confirmed."""

from time import monotonic
from typing import TYPE_CHECKING

from recco_tui.core.errors import ReccoError
from recco_tui.core.models import MomentKind
from recco_tui.ledger.assistant import with_doubts
from recco_tui.ui.assistant_program import answer_of, program_of
from recco_tui.ui.dialogs.choice import Choice, choose
from recco_tui.ui.formatting import title
from recco_tui.ui.present.editor import AnswerSentence, answer_details
from recco_tui.writing.findings import Finding
from recco_tui.writing.rules.unconfirmed import UNSUPPORTED
from recco_tui.writing.sentences import split

if TYPE_CHECKING:
    from recco_tui.ui.screens.editor import EditorScreen

GROUP = "assistant"
"""Of the worker that waits for the program."""
_A_SENTENCE = 4
"""Words; what is shorter is pasted word by word, and is the writer's own."""


class Assistance:
    """What an assistant does for one editor. One question at a time."""

    def __init__(self, editor: "EditorScreen") -> None:
        self._editor = editor
        self._answer = ""
        self._program = ""
        self._since = 0.0
        self._is_waiting = False
        self.was_told = False
        """Whether a prompt was copied from here: what is pasted then is an assistant's."""

    # -- asking ----------------------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Whether an answer is beside the draft, or is waited for."""
        return self._editor.has_class("-answer")

    async def ask(self, command: str) -> None:
        """Run the program on the prompt for the draft as it is, and show what it answers."""
        editor, self._program = self._editor, program_of(command)
        prompt = editor.ledger.assistant.prompt(editor.draft._replace(text=editor.text))
        self._is_waiting, self._since = True, monotonic()
        self._open()
        progress = editor.set_interval(1, self._show_progress)
        try:
            answer = await answer_of(command, prompt)
        except ReccoError as error:
            self.close()
            editor.say(str(error), wrong=True)
        else:
            self._is_waiting = False
            self._show_answer(answer)
        finally:
            progress.stop()

    def close(self) -> bool:
        """Stop waiting, or drop the answer; False when there was neither."""
        if not self.is_open:
            return False
        editor = self._editor
        editor.remove_class("-answer")
        editor.show_notes()
        editor.area.focus()
        if self._is_waiting:
            self._is_waiting = False
            editor.workers.cancel_group(editor, GROUP)
        return True

    def _open(self) -> None:
        editor = self._editor
        self._answer = ""
        editor.answer.set_entries(())
        editor.remove_class("-notes")
        editor.add_class("-answer")
        editor.answer.focus()
        self.show_chosen(None)
        self._show_progress()

    def _show_progress(self) -> None:
        seconds = int(monotonic() - self._since)
        self._head(f"{self._program} is writing · {seconds} s")

    def _show_answer(self, answer: str) -> None:
        self._answer = answer
        self._head(f"{self._program} answered")
        self._list([sentence.text for sentence in split(answer)] or [answer])

    def _list(self, sentences: list[str]) -> None:
        editor = self._editor
        ledger, draft = editor.ledger, editor.draft._replace(text=editor.text)
        doubts = ledger.assistant.doubts_of_each(draft, sentences)
        entries = list(map(AnswerSentence, sentences, doubts))
        editor.answer.set_entries(entries, editor.answer.cursor_line)
        editor.refresh_bindings()

    def _head(self, words: str) -> None:
        self._editor.query_one("#beside").border_title = title(words)

    def show_chosen(self, chosen: AnswerSentence | None) -> None:
        """Show the sentence under the cursor in full."""
        self._editor.show_lines("answered", lambda width: answer_details(chosen, width))

    # -- taking ----------------------------------------------------------------------------------

    def take_all(self) -> None:
        """The whole answer in place of the draft, which stays a version."""
        answer = self._answer
        if answer:
            self._note_doubts(answer)
            self.close()
            self._editor.replace_text(answer)

    def take_sentence(self, chosen: AnswerSentence) -> None:
        """One sentence, behind the one at the cursor; the others stay to be taken."""
        editor = self._editor
        editor.sync_text()
        self._note_doubts(chosen.text)
        editor.keeper.replaced()
        at = editor.review.sentence_at(editor.area.offset_at_cursor)
        if at is not None:
            editor.area.move_to_offset(editor.review.sentences[at].sentence.end)
        editor.area.insert_words(chosen.text)
        editor.sync_text()
        left = [entry.text for entry in editor.answer.entries if entry is not chosen]
        if left:
            self._list(left)
        else:
            self.close()

    def note_paste(self, pasted: str) -> None:
        """Words from elsewhere came in: those of an assistant, if one was told from here."""
        editor = self._editor
        if len(pasted.split()) < _A_SENTENCE:
            return
        editor.sync_text()
        own = editor.draft._replace(text=editor.text.replace(pasted, " ", 1))
        doubts = editor.ledger.assistant.doubts(own, pasted)
        if not doubts:
            return
        if self.was_told:
            editor.draft = with_doubts(editor.draft, doubts)
            editor.keeper.mark_changed(editor.area)
        else:
            editor.doubted += doubts
        editor.judge_again()

    def _note_doubts(self, words: str) -> None:
        editor = self._editor
        own = editor.draft._replace(text=editor.text)
        editor.draft = with_doubts(editor.draft, editor.ledger.assistant.doubts(own, words))
        editor.judge_again()

    # -- confirming ------------------------------------------------------------------------------

    def first_doubt(self) -> Finding | None:
        """What is to be confirmed, when nothing else keeps the text from being finished."""
        errors = self._editor.review.errors
        return errors[0] if errors and all(error.rule == UNSUPPORTED for error in errors) else None

    async def confirm(self, finding: Finding) -> bool:
        """Ask whether a sentence is true: a yes notes it as a moment, a no goes there."""
        editor = self._editor
        sentence = editor.review.sentences[(finding.sentence or 1) - 1].sentence.text
        words = [
            editor.text[doubt.start : doubt.end]
            for doubt in editor.review.findings
            if doubt.rule == UNSUPPORTED and doubt.sentence == finding.sentence
        ]
        answer = await choose(
            editor,
            f"Is this true? {', '.join(f'“{word}”' for word in dict.fromkeys(words))}",
            sentence,
            [
                Choice("y", "yes", True, "add the sentence to your notes"),
                Choice("n", "no", False, "go there to change or remove it"),
            ],
            "This is in neither your notes nor your draft.",
        )
        if answer is False:
            editor.go_to(finding)
        return bool(answer) and await self._note(sentence)

    async def _note(self, sentence: str) -> bool:
        editor = self._editor
        contact_id, project_id = editor.contact.id, editor.draft.project_id
        ledger, note, win = editor.ledger, " ".join(sentence.split()), MomentKind.WIN
        await editor.attempt_and_wait(
            lambda: ledger.moments.add(contact_id, win, note, project_id=project_id), "Moment"
        )
        editor.page = ledger.contacts.page(contact_id)
        editor.show_notes()
        editor.judge_again()
        return editor.review.ready or self.first_doubt() is not None
