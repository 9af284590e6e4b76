"""What the editor offers beside typing: guide, facts, findings, copy, $EDITOR, versions, prompt."""

from typing import TYPE_CHECKING, cast

from textual import work
from textual.app import SuspendNotSupported
from textual.binding import Binding
from textual.screen import Screen

from recco_tui.core.errors import ReccoError
from recco_tui.ui.external_editor import edited_outside
from recco_tui.ui.screens.editor_words import Fact
from recco_tui.ui.widgets.span_list import SpanList
from recco_tui.ui.widgets.writing_area import WritingArea
from recco_tui.writing.about import Kind
from recco_tui.writing.claims import Claims

if TYPE_CHECKING:
    from recco_tui.ui.app import ReccoApp
    from recco_tui.ui.screens.editor import EditorScreen

_LIST_KEYS = "f6 goes back, f7 on"


class EditorTools(Screen):  # type: ignore[type-arg]
    """Function keys and control keys only: everything printable belongs to the text."""

    BINDINGS = [
        Binding("f7", "finding(1)", "Next finding", id="editor.next", tooltip="Go to the next one"),
        Binding("f6", "finding(-1)", "Finding before", False, id="editor.before", tooltip="Back"),
        Binding(
            "ctrl+o",
            "insert_fact",
            "Insert note",
            id="editor.insert",
            tooltip="Insert the note that serves what is missing, else the chosen one",
            priority=True,
        ),
        Binding("f9", "guide", "Guide", id="editor.guide", tooltip="Questions, one by one"),
        Binding("ctrl+y", "copy", "Copy", id="editor.copy", tooltip="Copy", priority=True),
        Binding("ctrl+r", "redo_text", "Redo", False, id="editor.redo", tooltip="Redo in the text"),
        Binding(
            "ctrl+e",
            "outside",
            "$EDITOR",
            False,
            id="editor.outside",
            tooltip="Write in your own editor and come back",
            priority=True,
        ),
        Binding(
            "ctrl+t",
            "versions",
            "Versions",
            False,
            id="editor.versions",
            tooltip="Go back to an earlier version",
            priority=True,
        ),
        Binding(
            "ctrl+g",
            "assistant",
            "AI prompt",
            False,
            id="editor.assistant",
            tooltip="Copy a prompt for any AI assistant: the facts, the rules, the draft",
            priority=True,
        ),
        Binding("f12", "full", "Full width", False, id="editor.full", tooltip="Full width or not"),
        Binding("f1", "keys", "Keys", id="editor.help", tooltip="The keys of the editor"),
    ]

    def _own(self) -> "EditorScreen":
        return cast("EditorScreen", self)

    def _recco(self) -> "ReccoApp":
        return cast("ReccoApp", self.app)

    def _area(self) -> WritingArea:
        return self.query_one("#text", WritingArea)

    def action_finding(self, step: int) -> None:
        """The next or last finding with a place, from the cursor on, round and round."""
        editor = self._own()
        placed = sorted(
            (f for f in editor._review.findings if f.sentence), key=lambda f: (f.start, f.end)
        )
        if not placed:
            editor.say("Nothing to mend in the text itself.")
            return
        here = self._area().offset_at_cursor
        ahead = [f for f in placed if (f.start > here if step > 0 else f.start < here)]
        chosen = (ahead or placed)[0 if step > 0 else -1]
        editor.go_to(chosen)
        findings = list(editor._review.findings)
        self.query_one("#findings", SpanList).move_line(findings.index(chosen))

    def action_insert_fact(self) -> None:
        editor = self._own()
        pane: SpanList[Fact] = self.query_one("#facts", SpanList)
        missing = set(editor._review.missing)
        serving = [f for f in pane.entries if f.part in missing and f.text not in editor._text]
        fact = pane.highlighted if pane.has_focus or not serving else serving[0]
        if fact is None:
            editor.say("No note with them yet: m on the board adds one.")
        else:
            editor.insert(fact.text)

    @work(exclusive=True, group="guide")
    async def action_guide(self) -> None:
        from recco_tui.ui.screens.guided_start import GuidedStart
        from recco_tui.writing.prompts.guided import guided, joined

        editor = self._own()
        facts = editor.ledger.writing.facts(editor._draft.contact_id, editor._draft.project_id)
        questions = guided(editor._kind, facts)
        answers = await self.app.push_screen_wait(GuidedStart(questions, editor._contact.name))
        if not answers:
            return
        text, claims = joined(answers, editor._kind)
        present = editor._text.strip()
        self._area().text = f"{present}\n\n{text}" if present else text
        editor._text = self._area().plain_text
        editor._claims = Claims(editor._claims.entries + claims.entries)
        editor._changed()
        self._area().move_to_offset(len(editor._text))

    def action_copy(self) -> None:
        self._own().say(self._recco().copy_text(self._own()._text))

    def action_redo_text(self) -> None:
        self._area().redo()

    def action_outside(self) -> None:
        editor = self._own()
        try:
            with self.app.suspend():
                text = edited_outside(editor._text)
        except SuspendNotSupported:
            editor.say("This terminal cannot be lent to another editor.", wrong=True)
            return
        except ReccoError as error:
            editor.say(str(error), wrong=True)
            return
        if text != editor._text:
            self._area().replace(text, (0, 0), self._area().document.end)

    @work(exclusive=True, group="versions")
    async def action_versions(self) -> None:
        from recco_tui.ui.dialogs.choice import Choice, ChoiceDialog

        editor = self._own()
        editor.save()
        versions = editor.ledger.drafts.versions(editor._draft.id)[:9]
        if not versions:
            editor.say("There is no earlier version yet.")
            return
        chosen = await self.app.push_screen_wait(
            ChoiceDialog(
                "Earlier versions",
                "Which one? ctrl+z takes it back.",
                [
                    Choice(
                        str(number),
                        f"{version.saved_at.astimezone():%d %b %H:%M}",
                        version,
                        " ".join(version.text.split())[:50],
                    )
                    for number, version in enumerate(versions, 1)
                ],
            )
        )
        if chosen is not None:
            self._area().replace(chosen.text, (0, 0), self._area().document.end)

    def action_assistant(self) -> None:
        from recco_tui.writing.prompts.assistant import assistant_prompt

        editor = self._own()
        facts = editor.ledger.writing.facts(editor._draft.contact_id, editor._draft.project_id)
        prompt = assistant_prompt(Kind(editor._kind), facts, editor._text, editor._limits)
        editor.say(
            f"A prompt with the facts, the rules and the draft. {self._recco().copy_text(prompt)}"
        )

    def action_full(self) -> None:
        self.toggle_class("-full")

    def action_keys(self) -> None:
        from recco_tui.ui.dialogs.keys import KeysDialog, keys_of

        self.app.push_screen(KeysDialog(keys_of(self)))
