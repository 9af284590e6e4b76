"""What the editor offers beside typing: guide, facts, findings, copy, $EDITOR, versions, prompt."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from textual import work
from textual.app import SuspendNotSupported
from textual.screen import Screen

from recco_tui.core.errors import ReccoError
from recco_tui.ui.external_editor import edited_outside
from recco_tui.ui.present.editor import Fact
from recco_tui.ui.widgets.span_list import SpanList
from recco_tui.writing.claims import Claims
from recco_tui.writing.findings import Finding

if TYPE_CHECKING:
    from recco_tui.ui.app import ReccoApp
    from recco_tui.ui.screens.editor import EditorScreen

_FEW = 9
_FIRST_WORDS = 50


class EditorTools(Screen[Any]):
    """The actions of the editor that are the same whatever is written."""

    def _own(self) -> "EditorScreen":
        return cast("EditorScreen", self)

    @property
    def recco(self) -> "ReccoApp":
        """The application, by its own type."""
        return cast("ReccoApp", self.app)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Enter takes an entry of a list; in the text it is a line break."""
        return action != "take" or isinstance(self.focused, SpanList)

    # -- findings and notes ----------------------------------------------------------------------

    def action_finding(self, step: int) -> None:
        """The next finding or the one before, in the order of the text, round and round."""
        editor = self._own()
        findings = list(editor.review.findings)
        if not findings:
            editor.say("Nothing to mend.")
            return
        pane: SpanList[Finding] = self.query_one("#findings", SpanList)
        ordered = sorted(findings, key=lambda f: (not f.sentence, f.start, f.end))
        here, chosen = editor.area.offset_at_cursor, pane.highlighted
        if chosen is not None and self._place(chosen) == here:
            at = (ordered.index(chosen) + step) % len(ordered)
        else:
            behind = [i for i, f in enumerate(ordered) if (self._place(f) - here) * step > 0]
            at = (behind or range(len(ordered)))[0 if step > 0 else -1]
        editor.go_to(ordered[at])

    def _place(self, finding: Finding) -> int:
        """Where the cursor goes for a finding: for the whole text, its end."""
        return finding.start if finding.sentence or finding.start else len(self._own().text)

    def go_to(self, finding: Finding) -> None:
        """Put the cursor where the finding is, and choose it in the list."""
        editor = self._own()
        self.query_one("#findings", SpanList).move_line(editor.review.findings.index(finding))
        editor.area.move_to_offset(self._place(finding))
        self.to_text()

    def on_span_list_highlighted(self, event: SpanList.Highlighted) -> None:
        if event.span_list.id == "findings":
            self._own()._show_finding()

    def on_span_list_chosen(self) -> None:
        self.action_take()

    def action_take(self) -> None:
        """Insert the note or go to the finding under the cursor of the list in focus."""
        pane = self.focused
        entry = pane.highlighted if isinstance(pane, SpanList) else None
        if isinstance(entry, Fact):
            self._insert(entry)
        elif isinstance(entry, Finding):
            self.go_to(entry)

    def action_insert_fact(self) -> None:
        editor = self._own()
        pane: SpanList[Fact] = self.query_one("#facts", SpanList)
        fact = pane.highlighted if pane.has_focus else self.serving(*editor.review.missing)
        if fact is None:
            fact = next((one for one in pane.entries if not self._used(one)), None)
        if fact is None:
            editor.say(
                "All notes are in the text already."
                if pane.entries
                else "No note with them yet: m on the board adds one."
            )
        else:
            self._insert(fact)

    def serving(self, *parts: str) -> Fact | None:
        """The first note for one of these parts that is not in the text yet."""
        facts: SpanList[Fact] = self.query_one("#facts", SpanList)
        unused = (one for one in facts.entries if not self._used(one))
        return next((one for one in unused if one.part in parts), None)

    def _used(self, fact: Fact) -> bool:
        return fact.put(sentence=False) in self._own().text

    def _insert(self, fact: Fact) -> None:
        area = self._own().area
        area.insert_words(fact.put(sentence=area.at_sentence_start))
        self.to_text()

    def to_text(self) -> None:
        """The keys go to the text again."""
        self.remove_class("-notes")
        self._own().area.focus()

    def action_beside(self) -> None:
        """To the notes and what they wrote, and back; where there is no room they come for that."""
        if self._own().area.has_focus:
            self.add_class("-notes")
            self.query_one("#facts").focus()
        else:
            self.to_text()

    # -- other texts in place of this one --------------------------------------------------------

    def replace_text(self, text: str, claims: Claims | None = None) -> None:
        """Another text, the one before kept as a version; ctrl+z takes it back."""
        editor = self._own()
        editor.take_over()
        if text == editor.text:
            return
        editor.keeper.replaced()
        editor.area.replace_all(text)
        editor.take_over()
        for claim in claims.entries if claims else ():
            for part, carried in claim.parts.items():
                editor.claims = editor.claims.with_claim(claim.text, part, carried)
        editor.changed()
        editor.area.move_to_offset(len(editor.text))

    @work(exclusive=True, group="guide")
    async def action_guide(self) -> None:
        from recco_tui.ui.screens.guided_start import Answers, GuidedStart
        from recco_tui.writing.prompts.guided import guided_questions, join_answers

        editor = self._own()
        questions = guided_questions(editor.kind, editor.facts())
        present = editor.text.strip()

        def whole(text: str) -> str:
            return f"{present}\n\n{text}" if present else text

        def keep(answers: Answers) -> None:
            editor.keeper.beside(whole(join_answers(answers, editor.kind)[0]))

        editor.keeper.guide = GuidedStart(questions, editor.contact.name, keep)
        answers = await self.app.push_screen_wait(editor.keeper.guide)
        editor.keeper.beside(None)
        editor.keeper.guide = None
        if answers:
            text, claims = join_answers(answers, editor.kind)
            self.replace_text(whole(text), claims)

    def action_redo_text(self) -> None:
        self._own().area.redo()

    def action_outside(self) -> None:
        editor = self._own()
        editor.take_over()
        editor.save()
        try:
            with self.app.suspend():
                named = editor.ledger.settings.preference("editor")
                text = edited_outside(editor.text, named)
        except SuspendNotSupported:
            editor.say("This terminal cannot be lent to another editor.", wrong=True)
        except ReccoError as error:
            editor.say(str(error), wrong=True)
        else:
            self.replace_text(text)

    @work(exclusive=True, group="versions")
    async def action_versions(self) -> None:
        from recco_tui.ui.dialogs.choice import Choice, ChoiceDialog

        editor = self._own()
        editor.take_over()
        editor.save()
        stored = editor.ledger.drafts.versions(editor.draft.id)
        versions = [version for version in stored if version.text != editor.text][:_FEW]
        if not versions:
            editor.say("There is no earlier version yet.")
            return
        chosen = await self.app.push_screen_wait(
            ChoiceDialog(
                "Earlier versions",
                "Which one? The text as it is now is kept as a version too.",
                [
                    Choice(
                        str(number),
                        f"{version.saved_at.astimezone():%d %b %H:%M}",
                        version,
                        " ".join(version.text.split())[:_FIRST_WORDS],
                    )
                    for number, version in enumerate(versions, 1)
                ],
            )
        )
        if chosen is not None:
            self.replace_text(chosen.text, Claims.from_json(chosen.claims))

    # -- the project -----------------------------------------------------------------------------

    def be_about(self, project_id: int) -> None:
        """The draft is about that project from now on."""
        editor = self._own()
        editor.draft = replace(editor.draft, project_id=project_id)
        editor.changed()

    # -- out of here -----------------------------------------------------------------------------

    def action_copy(self) -> None:
        editor = self._own()
        editor.take_over()
        editor.say(self.recco.copy_text(editor.text) + " ctrl+l shows the text alone.")

    def action_see_text(self) -> None:
        editor = self._own()
        editor.take_over()
        self._show_text(editor.heading(), editor.text, "")

    def action_assistant(self) -> None:
        """Copied at once and shown: what the assistant is told is the user's to see."""
        from recco_tui.writing.prompts.assistant import assistant_prompt

        editor = self._own()
        editor.take_over()
        prompt = assistant_prompt(editor.kind, editor.facts(), editor.text, editor.limits)
        said = self.recco.copy_text(prompt)
        back = "Paste what comes back into the text: it is judged like any other."
        self._show_text("A prompt for any AI assistant", prompt, f"{said} {back}")

    def _show_text(self, heading: str, text: str, note: str) -> None:
        self.recco.show_text(heading, text, note, file=self._own().contact.name)

    def action_full(self) -> None:
        self.toggle_class("-full")

    def action_keys(self) -> None:
        from recco_tui.ui.dialogs.keys import KeysDialog, keys_of

        self.app.push_screen(KeysDialog(keys_of(self)))
