"""The editor on a recommendation: the writer's own word on each sentence, the guided start."""

from textual import work
from textual.binding import Binding

from recco_tui.ui.screens.editor import EditorScreen
from recco_tui.ui.screens.editor_keys import LEAVING, TOOLS
from recco_tui.writing.parts import State


class RecommendationEditor(EditorScreen):
    """Begins with the questions when there is no text."""

    BINDINGS = [
        Binding("f2", "claim(0)", "Context", id="editor.part.1", tooltip="Set or clear it"),
        Binding("f3", "claim(1)", "Skills", id="editor.part.2", tooltip="Set or clear it"),
        Binding("f4", "claim(2)", "Impact", id="editor.part.3", tooltip="Set or clear it"),
        Binding("f5", "claim(3)", "Endorsement", id="editor.part.4", tooltip="Set or clear it"),
        *TOOLS,
        Binding(
            "ctrl+n",
            "project",
            "Project",
            False,
            id="editor.project",
            tooltip="Which of the shared projects it is about",
            priority=True,
        ),
        *LEAVING,
    ]

    def on_mount(self) -> None:
        super().on_mount()
        if not self.text.strip():
            self.action_guide()

    def heading(self) -> str:
        about = next((p.title for p in self.page.projects if p.id == self.draft.project_id), "")
        return f"Recommendation for {self.contact.name}" + (f" · {about}" if about else "")

    def action_claim(self, number: int) -> None:
        """Turn recco's reading of a part on the sentence at the cursor round, then let it be.

        Where recco is not sure: first yes, then no.
        """
        self.take_over()
        at = self.review.sentence_at(self.area.offset_at_cursor)
        if at is None:
            self.say("Write a sentence first: its parts are set on it.")
            return
        text, tag = self.review.sentences[at].sentence.text, self.review.sentences[at].tags[number]
        if tag.claimed is None:
            self.claims = self.claims.with_claim(text, tag.part, tag.state is not State.SURE)
        else:
            self.claims = self.claims.without(text, tag.part)
            if tag.claimed and self._unsure(at, number):
                self.claims = self.claims.with_claim(text, tag.part, False)
        self.changed()

    def _unsure(self, at: int, number: int) -> bool:
        """Whether recco, left alone, would not be sure."""
        return self._judge().sentences[at].tags[number].state is State.UNSURE

    @work(exclusive=True, group="project")
    async def action_project(self) -> None:
        from recco_tui.ui.screens.editor_project import chosen_project

        chosen = await chosen_project(self)
        if chosen is not None:
            self.be_about(chosen)
