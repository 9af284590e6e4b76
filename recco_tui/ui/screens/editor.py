"""The editor: a text judged at each keystroke, saved as it is typed, finished only when good.

It lies over the place of the contact pane, or over everything (f12, and on narrow terminals). It
answers with the finished draft's id, or None when it was left; nothing typed is lost either way.
"""

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.timer import Timer

from recco_tui.core.errors import ReccoError
from recco_tui.core.models import Contact, ContactPage, Draft, DraftKind
from recco_tui.core.names import short_name
from recco_tui.ledger.ledger import Ledger
from recco_tui.locations import styles_folder
from recco_tui.ui.formatting import title
from recco_tui.ui.screens.editor_tools import EditorTools
from recco_tui.ui.screens.editor_words import (
    Fact,
    checklist_lines,
    fact_line,
    facts_of,
    finding_line,
    sentence_lines,
    wrote_lines,
)
from recco_tui.ui.widgets.key_footer import KeyFooter
from recco_tui.ui.widgets.lines_view import LinesView
from recco_tui.ui.widgets.span_list import SpanList
from recco_tui.ui.widgets.writing_area import WritingArea
from recco_tui.writing.about import Kind
from recco_tui.writing.claims import Claims, carry
from recco_tui.writing.findings import Finding
from recco_tui.writing.review import Review, review

SAVE_AFTER = 0.8
"""Seconds after the last key."""
SAVE_AT_LEAST = 2.0
"""Seconds from the first unsaved key, however long one types on."""


@dataclass(frozen=True, slots=True)
class Finished:
    """The editor's answer: this draft may be handed over."""

    draft_id: int
    text: str


class EditorScreen(EditorTools, ModalScreen[Finished | None]):
    """`kind` decides the rules: a recommendation or an ask."""

    CSS_PATH = styles_folder() / "editor.tcss"
    AUTO_FOCUS = "#text"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (140, "-roomy")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (28, "-tall")]
    BINDINGS = [
        Binding("f2", "claim(0)", "Context", id="editor.part.1", tooltip="Set or clear it"),
        Binding("f3", "claim(1)", "Skills", id="editor.part.2", tooltip="Set or clear it"),
        Binding("f4", "claim(2)", "Impact", id="editor.part.3", tooltip="Set or clear it"),
        Binding("f5", "claim(3)", "Endorsement", id="editor.part.4", tooltip="Set or clear it"),
        Binding(
            "ctrl+s",
            "finish",
            "Finish",
            id="editor.finish",
            tooltip="Finish, when nothing is missing; then hand it over",
            priority=True,
        ),
        Binding("escape", "leave", "Leave", id="editor.quit", tooltip="Leave; the draft is kept"),
    ]

    def __init__(self, ledger: Ledger, draft: Draft) -> None:
        super().__init__()
        self.ledger = ledger
        self._draft = draft
        self._contact: Contact = ledger.contacts.get(draft.contact_id)
        self._page: ContactPage = ledger.contacts.page(draft.contact_id)
        self._kind = Kind(draft.kind.value)
        self._about = ledger.writing.about(draft.contact_id, draft.kind)
        self._limits = ledger.writing.limits()
        self._claims = Claims.from_json(draft.claims)
        self._text = draft.text
        self._review = self._judge()
        self._due: Timer | None = None
        self._latest: Timer | None = None

    @property
    def asking(self) -> bool:
        """Whether an ask is written."""
        return self._draft.kind is DraftKind.ASK

    def compose(self) -> ComposeResult:
        with Horizontal(id="desk"):
            with Vertical(id="sheet", classes="pane"):
                yield LinesView(id="checklist")
                yield WritingArea(self._text, id="text")
                yield LinesView(id="sentence")
                yield SpanList(
                    finding_line,
                    id="findings",
                    classes="",
                    empty="Nothing to mend: ctrl+s finishes.",
                )
            with VerticalScroll(id="beside", classes="pane", can_focus=False):
                yield SpanList(fact_line, id="facts", classes="", empty="No note with them yet.")
                yield LinesView(id="wrote")
        yield KeyFooter(kept=("finish", "quit", "help"))

    def on_mount(self) -> None:
        what = "Ask" if self.asking else "Recommendation"
        preposition = "to" if self.asking else "for"
        sheet = self.query_one("#sheet")
        sheet.border_title = title(f"{what} {preposition} {self._contact.name}")
        beside = self.query_one("#beside")
        beside.border_title = title(f"{short_name(self._contact.name)}: at hand")
        facts = facts_of(self._page, self.ledger.day)
        self.query_one("#facts", SpanList).set_entries(facts)
        page = self._page
        self.query_one("#wrote", LinesView).show(lambda width: wrote_lines(page, width))
        self._say_saved()
        self._show()
        self.query_one("#text", WritingArea).move_to_offset(len(self._text))
        if not self._text.strip() and not self.asking:
            self.action_guide()

    # -- judging ---------------------------------------------------------------------------------

    def _judge(self) -> Review:
        return review(self._text, self._kind, self._about, self._claims, self._limits)

    def on_text_area_changed(self) -> None:
        area = self.query_one("#text", WritingArea)
        text = area.plain_text
        if text == self._text:
            return
        self._claims = carry(self._claims, self._text, text)
        self._text = text
        self._changed()

    def _changed(self) -> None:
        """The text or a claim is another: judge, show, save soon."""
        self._review = self._judge()
        self._show()
        if self._due is not None:
            self._due.stop()
        self._due = self.set_timer(SAVE_AFTER, self.save)
        if self._latest is None:
            self._latest = self.set_timer(SAVE_AT_LEAST, self.save)

    def on_text_area_selection_changed(self) -> None:
        self._show_sentence()

    def _show(self) -> None:
        reviewed = self._review
        self.query_one("#text", WritingArea).show_review(reviewed)
        self.query_one("#checklist", LinesView).show(
            lambda width: checklist_lines(reviewed, self.asking, width)
        )
        pane: SpanList[Finding] = self.query_one("#findings", SpanList)
        pane.set_entries(reviewed.findings, pane.cursor_line)
        self._show_sentence()

    def _show_sentence(self) -> None:
        reviewed, offset = self._review, self.query_one("#text", WritingArea).offset_at_cursor
        self.query_one("#sentence", LinesView).show(
            lambda width: sentence_lines(reviewed, offset, width)
        )

    # -- saving ----------------------------------------------------------------------------------

    def save(self) -> None:
        """Keep what is typed, now."""
        for timer in (self._due, self._latest):
            if timer is not None:
                timer.stop()
        self._due = self._latest = None
        try:
            self._draft = self.ledger.drafts.save(
                self._draft.id, self._text, self._claims.to_json()
            )
        except ReccoError as error:
            self.say(f"Not saved: {error}", wrong=True)
            return
        self._say_saved()

    def _say_saved(self) -> None:
        saved = self._draft.saved_at.astimezone()
        self.query_one("#sheet").border_subtitle = f"draft saved {saved:%H:%M:%S}"

    # -- the writer's own word -------------------------------------------------------------------

    def action_claim(self, number: int) -> None:
        """Turn recco's reading of a part on the sentence at the cursor round, then let it be."""
        parts = list(self._review.states)
        at = self._review.sentence_at(self.query_one("#text", WritingArea).offset_at_cursor)
        if at is None or self.asking or number >= len(parts):
            return
        judged, part = self._review.sentences[at], parts[number]
        tag = judged.tags[number]
        text = judged.sentence.text
        if tag.claimed is None:
            self._claims = self._claims.with_claim(text, part, part not in judged.carried)
        else:
            self._claims = self._claims.without(text, part)
        self._changed()

    # -- finding and fact ------------------------------------------------------------------------

    def on_span_list_chosen(self, event: SpanList.Chosen) -> None:
        if isinstance(event.entry, Fact):
            self.insert(event.entry.text)
        elif isinstance(event.entry, Finding):
            self.go_to(event.entry)

    def insert(self, words: str) -> None:
        """Put a fact where the cursor is."""
        area = self.query_one("#text", WritingArea)
        area.insert_words(words)
        area.focus()

    def go_to(self, finding: Finding) -> None:
        """Put the cursor where the finding is."""
        area = self.query_one("#text", WritingArea)
        area.move_to_offset(finding.start if finding.sentence else len(self._text))
        area.focus()

    # -- leaving ---------------------------------------------------------------------------------

    def action_finish(self) -> None:
        self.save()
        if self._review.ready:
            self.dismiss(Finished(self._draft.id, self._text))
            return
        reasons = [finding.message for finding in self._review.errors] or ["There is no text yet."]
        more = f" (and {len(reasons) - 2} more)" if len(reasons) > 2 else ""
        self.say("Not yet: " + " ".join(reasons[:2]) + more, wrong=True)
        if self._review.errors:
            self.go_to(self._review.errors[0])

    def action_leave(self) -> None:
        self.save()
        self.dismiss(None)

    def on_unmount(self) -> None:
        """The terminal may go away without a key: keep what is typed all the same."""
        if self._due is not None or self._latest is not None:
            self.ledger.drafts.save(self._draft.id, self._text, self._claims.to_json())

    def say(self, sentence: str, *, wrong: bool = False) -> None:
        """A toast; people's names in it stay literal."""
        self.app.clear_notifications()
        self.app.notify(sentence, severity="error" if wrong else "information", markup=False)
