"""The editor: a text judged at each keystroke, saved as it is typed, finished only when good.

It lies over the place of the contact pane, or over everything (f12, and on narrow terminals). It
answers with the finished draft, or None when it was left; nothing typed is lost either way.
"""

from dataclasses import dataclass

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen

from recco_tui.core.models import Channel, Contact, ContactPage, Draft, TextKind
from recco_tui.core.names import short_name
from recco_tui.ledger.ledger import Ledger
from recco_tui.locations import styles_folder
from recco_tui.ui.formatting import title
from recco_tui.ui.present.editor import (
    checklist_lines,
    fact_line,
    facts_of,
    finding_line,
    sentence_lines,
    whole_finding,
    wrote_lines,
)
from recco_tui.ui.screens.draft_keeping import DraftKeeper
from recco_tui.ui.screens.editor_tools import EditorTools
from recco_tui.ui.widgets.key_footer import KeyFooter
from recco_tui.ui.widgets.lines_view import LinesView
from recco_tui.ui.widgets.sentence_gutter import SentenceGutter
from recco_tui.ui.widgets.span_list import SpanList
from recco_tui.ui.widgets.writing_area import WritingArea
from recco_tui.writing.claims import Claims, carry_over
from recco_tui.writing.findings import Finding
from recco_tui.writing.prompts.facts import Facts
from recco_tui.writing.review import Review, review


@dataclass(frozen=True, slots=True)
class Finished:
    """The editor's answer: this draft may be handed over.

    `via` is the channel an ask is written for (None: LinkedIn's request, or no ask), `subject` that
    of an e-mail, `focus` what they might mention.
    """

    draft_id: int
    text: str
    via: Channel | None = None
    subject: str | None = None
    focus: str | None = None


class EditorScreen(EditorTools, ModalScreen[Finished | None]):
    """What the editor of recommendations and the composer of asks share."""

    CSS_PATH = styles_folder() / "editor.tcss"
    AUTO_FOCUS = "#text"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (140, "-roomy"), (180, "-vast")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (28, "-tall")]

    def __init__(self, ledger: Ledger, draft: Draft, note: str = "") -> None:
        """`note` follows the heading: which of several people this is."""
        super().__init__()
        self.ledger = ledger
        self.draft = draft
        self.contact: Contact = ledger.contacts.get(draft.contact_id)
        self.page: ContactPage = ledger.contacts.page(draft.contact_id)
        self.kind = draft.kind
        self.limits = ledger.writing.limits()
        self.text = draft.text
        self.claims = Claims.from_json(draft.claims)
        self._note = note
        self._about = ledger.writing.about(draft.contact_id, draft.kind)
        self.review = self._judge()
        self.keeper = DraftKeeper(self)

    def compose(self) -> ComposeResult:
        area = WritingArea(self.text, id="text")
        with Horizontal(id="desk"):
            with Vertical(id="sheet", classes="pane"):
                yield LinesView(id="checklist")
                yield LinesView(id="about")
                with Horizontal(id="page"):
                    yield SentenceGutter(area, id="gutter")
                    yield area
                yield LinesView(id="sentence")
                yield SpanList(
                    finding_line,
                    id="findings",
                    classes="",
                    empty="Nothing to mend: ctrl+s finishes.",
                )
                yield LinesView(id="finding")
            with Vertical(id="beside", classes="pane"):
                yield SpanList(fact_line, id="facts", classes="", empty="No note with them yet.")
                with VerticalScroll(id="letter"):
                    yield LinesView(id="wrote")
        yield KeyFooter(kept=("finish", "quit", "help"))

    def on_mount(self) -> None:
        beside = self.query_one("#beside")
        beside.border_title = title(f"{short_name(self.contact.name)}: at hand")
        self.show_facts()
        self.area.move_to_offset(len(self.text))
        self.show()

    def show_facts(self) -> None:
        """What is at hand of the person, beside the text."""
        page = self.page
        facts = facts_of(page, self.ledger.day, to_them=self.kind is TextKind.ASK)
        self.query_one("#facts", SpanList).set_entries(facts)
        self.query_one("#wrote", LinesView).show(lambda width: wrote_lines(page, width))

    @property
    def area(self) -> WritingArea:
        """Where the text is typed."""
        return self.query_one("#text", WritingArea)

    def heading(self) -> str:
        """What is written, and for whom."""
        raise NotImplementedError

    def facts(self) -> Facts:
        """What is known of the person, the project of the draft first."""
        return self.ledger.writing.facts(self.draft.contact_id, self.draft.project_id)

    # -- judging ---------------------------------------------------------------------------------

    def _judge(self) -> Review:
        return review(self.text, self.kind, self._about, self.claims, self.limits)

    def on_text_area_changed(self) -> None:
        self.take_over()

    def take_over(self) -> None:
        """What stands in the area now is the text; the writer's claims go along."""
        text = self.area.plain_text
        if text != self.text:
            self.claims = carry_over(self.claims, self.text, text)
            self.text = text
            self.changed()

    def changed(self) -> None:
        """The text or a claim is another: judge, show, save soon; what was said is outdated."""
        self.app.clear_notifications()
        self.review = self._judge()
        self.keeper.touched(self.area)
        self.show()

    def on_text_area_selection_changed(self) -> None:
        self._show_sentence()

    def show(self) -> None:
        """Show what is known of the text as it stands."""
        reviewed = self.review
        self.query_one("#sheet").border_title = title(self.heading() + self._note)
        self.area.show_review(reviewed)
        self.query_one("#gutter", SentenceGutter).show_review(reviewed)
        self.query_one("#checklist", LinesView).show(lambda width: checklist_lines(reviewed, width))
        pane: SpanList[Finding] = self.query_one("#findings", SpanList)
        pane.set_entries(reviewed.findings, pane.cursor_line)
        self._show_finding()
        self._show_sentence()
        self.keeper.say()

    def _show_sentence(self) -> None:
        reviewed, offset = self.review, self.area.offset_at_cursor
        self.query_one("#sentence", LinesView).show(
            lambda width: sentence_lines(reviewed, offset, width)
        )

    def _show_finding(self) -> None:
        finding = self.query_one("#findings", SpanList).highlighted
        part = finding.rule.removeprefix("missing-") if finding else ""
        note = self.serving(part)
        self.query_one("#finding", LinesView).show(
            lambda width: whole_finding(finding, note, width)
        )

    # -- saving and leaving ----------------------------------------------------------------------

    def save(self) -> bool:
        """Keep what is typed, now; False when the file does not take it, which is tried again."""
        return self.keeper.now()

    def on_unmount(self) -> None:
        """The app may be left from here by its own key, or by a signal."""
        self.keeper.leave()

    def action_finish(self) -> None:
        self.take_over()
        reasons = [finding.message for finding in self.review.errors]
        if self.review.ready:
            self._leave(finished=True)
            return
        self.save()
        reasons = reasons or ["There is no text yet."]
        more = f" (and {len(reasons) - 2} more)" if len(reasons) > 2 else ""
        self.say(f"Not yet: {'; '.join(reasons[:2])}{more}", wrong=True)
        if self.review.errors:
            self.go_to(self.review.errors[0])

    def finished(self) -> Finished:
        """The answer once nothing is missing."""
        return Finished(self.draft.id, self.text)

    def action_leave(self) -> None:
        """From a list first back to the text."""
        if self.focused is not self.area:
            self.to_text()
            return
        self.take_over()
        self._leave(finished=False)

    def _leave(self, *, finished: bool) -> None:
        """Once it is saved; as long as it cannot be, ask."""
        if self.keeper.now(even_untouched=finished):
            self.app.clear_notifications()
            self.dismiss(self.finished() if finished else None)
        else:
            self._ask_before_leaving(finished)

    @work(exclusive=True, group="leaving")
    async def _ask_before_leaving(self, finished: bool) -> None:
        await self.keeper.ask_before_leaving(lambda: self._leave(finished=finished))

    def go_on_in(self, ledger: Ledger) -> None:
        """The file was replaced: bring the text into the one that is open now."""
        from recco_tui.ui.screens.editor_reopening import taken_along

        self.ledger = ledger
        if not taken_along(self):
            self.dismiss(None)

    def say(self, sentence: str, *, wrong: bool = False) -> None:
        """A toast; people's names in it stay literal."""
        self.app.clear_notifications()
        self.app.notify(sentence, severity="error" if wrong else "information", markup=False)
