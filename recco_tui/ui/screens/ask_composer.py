"""The editor on an ask: written for a channel, about a project, with what they could mention.

The draft is made of the facts, and made again when one of them changes, as long as no one has
typed in it; then the words are the writer's, and a new draft is only offered.
"""

from recco_tui.core.models import Channel, Draft, MomentKind
from recco_tui.ledger.ledger import Ledger
from recco_tui.ui import dialogs
from recco_tui.ui.actions.editing import LEAVING, TOOLS, choose_project
from recco_tui.ui.actions.verb import Verb
from recco_tui.ui.actions.writing import Finished
from recco_tui.ui.dialogs.choice import Choice, choose
from recco_tui.ui.present.editor import about_lines
from recco_tui.ui.screens.editor import EditorScreen
from recco_tui.writing.prompts.facts import phrase
from recco_tui.writing.prompts.focus import say_focus
from recco_tui.writing.prompts.messages import FOCUS_GAP, PROJECT_GAP, Message, gaps

_REQUEST = "the LinkedIn request itself"
_WRITTEN = [channel for channel in Channel if channel.greeting]
_WAYS: tuple[Channel | None, ...] = (
    *sorted(_WRITTEN, key=lambda channel: channel is not Channel.LINKEDIN),
    None,
)
"""The usual way first; None is the note inside LinkedIn's own request."""
_FEW = 6


class AskComposer(EditorScreen):
    """Three to four sentences: greeting, together, request, what they could mention, thanks."""

    VERBS = (
        Verb(
            "ask.channel",
            "f2",
            "Channel",
            "Choose how to send the message.",
            lambda composer: composer.choose_channel(),
            footer=True,
            group="facts",
        ),
        Verb(
            "ask.project",
            "f3",
            "Project",
            "Choose the project the message is about.",
            lambda composer: composer.choose_project(),
            footer=True,
            group="facts",
        ),
        Verb(
            "ask.focus",
            "f4",
            "Mention",
            "Say what they could mention.",
            lambda composer: composer.choose_focus(),
            footer=True,
            group="facts",
        ),
        *TOOLS,
        *LEAVING,
    )

    def __init__(self, ledger: Ledger, draft: Draft, note: str = "") -> None:
        super().__init__(ledger, draft, note)
        self._drafts_made: dict[tuple[int, Channel | None, int | None, str], Message] = {}
        self.channel = ledger.writing.likely_channel(draft.contact_id)
        ways = [way for way in _WAYS if self._made(way).text == self.text]
        if ways and self.channel not in ways:
            self.channel = ways[0]

    def place_cursor(self) -> None:
        """The first gap is selected: what is typed takes its place. Without one, the text's end."""
        waiting = gaps(self.text)
        if waiting:
            self.area.select_offsets(*waiting[0])
        else:
            super().place_cursor()

    def heading(self) -> str:
        return f"Ask {self.contact.name}"

    def finished(self) -> Finished:
        subject, focus = self._made(self.channel).subject, self.draft.focus
        return Finished(self.draft.id, self.text, self.channel, subject, focus)

    def show(self) -> None:
        super().show()
        way, subject = _label(self.channel), self._made(self.channel).subject
        project, focus = self.project_title, self.draft.focus
        self.show_lines("about", lambda width: about_lines(way, subject, project, focus, width))

    def _made(self, channel: Channel | None) -> Message:
        """The draft that the facts make; read once, not with every key."""
        facts = (self.draft.contact_id, channel, self.draft.project_id, self.draft.focus)
        if facts not in self._drafts_made:
            self._drafts_made[facts] = self.ledger.writing.ask_draft(*facts)
        return self._drafts_made[facts]

    # -- what the draft is made of ---------------------------------------------------------------

    async def choose_channel(self) -> None:
        """Which way it will go; the draft is worded for that."""
        used = (None, *self.ledger.settings.channels, self.channel)
        numbered = enumerate((way for way in _WAYS if way in used), 1)
        answer = await choose(
            self,
            "How will you send it?",
            "First a warm message, then the LinkedIn request after a yes.",
            [Choice(str(number), _label(way), (way,)) for number, way in numbered],
        )
        if answer is not None:
            before = self._made(self.channel).text
            self.channel = answer[0]
            await self._reword(before)

    async def choose_focus(self) -> None:
        """What they might mention."""
        focus = await dialogs.ask_reason(
            self,
            "What could they mention?",
            "What did they see you do well? For example: my debugging.",
            self._mentionable()[:_FEW],
        )
        if focus:
            before = self._made(self.channel).text
            self.draft = self.draft._replace(focus=focus)
            self.changed()
            await self._reword(before, FOCUS_GAP, say_focus(focus))

    def _mentionable(self) -> list[str]:
        """What I did with this person and what they told me, as the middle of a sentence."""
        page = self.page
        members = [member for project in page.projects for member in project.members]
        own = [m.my_part for m in members if m.contact_id == self.contact.id and m.my_part.strip()]
        told = [m.text for m in page.moments if m.kind is MomentKind.FEEDBACK]
        offered = [say_focus(part) for part in own]
        offered += ["what you liked about my work"] if told else []
        return list(dict.fromkeys(offered))

    async def choose_project(self) -> None:
        """Which project it is about."""
        before = self._made(self.channel).text
        if await choose_project(self):
            await self._reword(before, PROJECT_GAP, self.facts().shared or self.project_title)

    async def _reword(self, before: str, gap: str = "", fact: str = "") -> None:
        """Draft it again where nothing was typed, fill the gap, else offer a new draft.

        `before` is the draft as it was made of the facts that held until now.
        """
        self.sync_text()
        made = self._made(self.channel).text
        if self.text == before:
            self.replace_text(made)
        elif gap and gap in self.text:
            self.replace_text(self.text.replace(gap, phrase(fact)))
        elif self.text != made:
            redraft = await choose(
                self,
                "Your text has changes",
                "Keep it as it is?",
                [
                    Choice("k", "keep my text", False, "you adjust it by hand"),
                    Choice("d", "new draft", True, "Ctrl+Z brings your text back"),
                ],
            )
            if redraft:
                self.replace_text(made)
        self.show()


def _label(way: Channel | None) -> str:
    return way.message if way else _REQUEST
