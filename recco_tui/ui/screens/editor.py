"""The editor: a text judged at each keystroke, saved as it is typed, finished only when good.

It lies over the place of the contact pane, or over everything (f12, and on narrow terminals). It
answers with the finished draft, or None when it was left; nothing typed is lost either way.
"""

import asyncio

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen, Screen

from recco_tui.classroom.membership import comments_on
from recco_tui.core.models import Contact, Draft, TextKind
from recco_tui.core.names import short_name
from recco_tui.ledger.ledger import Ledger
from recco_tui.ui import dialogs
from recco_tui.ui.actions.editing import LEAVING, PARTS, PROJECT, TOOLS
from recco_tui.ui.actions.writing import Finished
from recco_tui.ui.assistance import Assistance
from recco_tui.ui.draft_keeper import DraftKeeper, moved_to_open_file
from recco_tui.ui.formatting import number_of, title
from recco_tui.ui.present import editor as present
from recco_tui.ui.present.classroom import comment_lines
from recco_tui.ui.screen import ReccoScreen
from recco_tui.ui.second_reading import SecondReading
from recco_tui.ui.widgets.key_footer import KeyFooter
from recco_tui.ui.widgets.lines_view import LinesView
from recco_tui.ui.widgets.sentence_gutter import SentenceGutter
from recco_tui.ui.widgets.span_list import SpanList
from recco_tui.ui.widgets.writing_area import WritingArea
from recco_tui.writing.claims import Claims, carry_over
from recco_tui.writing.evidence import WITHOUT_ANY, is_read_twice
from recco_tui.writing.findings import Finding
from recco_tui.writing.prompts.facts import Facts
from recco_tui.writing.review import Review, review

WIDE = 100
"""Columns from which on notes are beside the text and the margin names the parts in words."""


class EditorScreen(ReccoScreen, ModalScreen[Finished | None], inherit_bindings=False):
    """What the editor of recommendations and the composer of asks share."""

    SHEET = "editor.tcss"
    AUTO_FOCUS = "#text"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide"), (140, "-roomy"), (180, "-vast")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (28, "-tall")]
    BINDINGS = Screen.BINDINGS
    """None of the views' own: letters are for the text."""
    keeper: DraftKeeper

    def __init__(self, ledger: Ledger, draft: Draft, note: str = "") -> None:
        """`note` follows the heading: which of several people this is."""
        super().__init__()
        self._ledger = ledger
        self.draft = draft
        self.page = ledger.contacts.page(draft.contact_id)
        self.kind = draft.kind
        self.limits = ledger.writing.limits()
        self.text = draft.text
        self.claims = Claims.from_json(draft.claims)
        self._note = note
        self.doubted: tuple[str, ...] = ()
        self._about = ledger.assistant.about(draft)
        self.second_reading = SecondReading(self)
        self.comments = comments_on(ledger.path, draft.id)
        """What coaches of a class said of the draft."""
        self.review = self.judge()
        self.area = WritingArea(self.text, id="text")
        self.findings: SpanList[Finding] = SpanList(
            present.finding_line, id="findings", classes="", empty="Ready. Ctrl+S finishes."
        )
        self.notes: SpanList[present.Fact] = SpanList(
            present.fact_line, id="facts", classes="", empty="No notes yet."
        )
        self.answer: SpanList[present.AnswerSentence] = SpanList(
            present.answer_line, id="answer", classes=""
        )
        self.keeper = DraftKeeper(self)
        self.assistance = Assistance(self)

    def compose(self) -> ComposeResult:
        with Horizontal(id="desk"):
            with Vertical(id="sheet", classes="pane"):
                yield LinesView(id="checklist")
                yield LinesView(id="about")
                with Horizontal(id="page"):
                    yield SentenceGutter(self.area, id="gutter")
                    yield self.area
                yield LinesView(id="sentence")
                yield self.findings
                yield LinesView(id="finding")
            with Vertical(id="beside", classes="pane"):
                yield self.notes
                with VerticalScroll(id="letter"):
                    yield LinesView(id="wrote")
                yield self.answer
                yield LinesView(id="answered")
        yield KeyFooter(kept=("finish", "quit", "help"))

    def on_mount(self) -> None:
        self.show_notes()
        self.place_cursor()
        self.show()
        if self.comments and self.app.size.width < WIDE:
            self.say(f"{number_of(len(self.comments), 'comment')} from your coach. f8 shows them.")
        self.call_after_refresh(self.second_reading.begin)

    def place_cursor(self) -> None:
        """Where writing goes on: at the end of the text."""
        self.area.move_to_offset(len(self.text))

    @property
    def ledger(self) -> Ledger:
        """The one that the draft is kept in, also while another file is being opened."""
        return self._ledger

    @property
    def contact(self) -> Contact:
        """Whom the text is for."""
        return self.page.contact

    @property
    def project_title(self) -> str:
        """Of the project that the draft is about; empty when there is none."""
        about = self.draft.project_id
        return next((project.title for project in self.page.projects if project.id == about), "")

    def action_keys(self) -> None:
        lacks_one = is_read_twice(self.kind) and self.recco.second_reader is None
        note = WITHOUT_ANY if lacks_one else ""
        self.app.push_screen(dialogs.KeysDialog(dialogs.keys_of(self), note))

    def heading(self) -> str:
        """What is written, and for whom."""
        raise NotImplementedError

    def facts(self) -> Facts:
        """What is known of the person: the project of the draft first, what they could mention."""
        draft = self.draft
        return self.ledger.writing.facts(draft.contact_id, draft.project_id, draft.focus)

    def finished(self) -> Finished:
        """The answer once nothing is missing."""
        return Finished(self.draft.id, self.text)

    # -- judging ---------------------------------------------------------------------------------

    def judge(self) -> Review:
        """What recco says of the text and the writer's claims as they are."""
        evidence = self.second_reading.evidence
        return review(self.text, self.kind, self._about, self.claims, self.limits, evidence)

    def show_more(self) -> None:
        """More is known of the same text: show it where that changes anything."""
        before, self.review = self.review, self.judge()
        if self.review != before:
            self.show()

    def action_verb(self, id_: str) -> None:
        """A key is about the text that is in the area when it is pressed."""
        self.sync_text()
        super().action_verb(id_)

    async def keys_typed(self) -> None:
        """Wait for what was typed before a priority key, which overtakes it on the way here."""
        handled = asyncio.Event()
        self.area.call_later(handled.set)
        await handled.wait()
        self.sync_text()

    def on_text_area_changed(self) -> None:
        self.sync_text()

    def sync_text(self) -> None:
        """What is in the area now is the text; the writer's claims follow it."""
        text = self.area.plain_text
        if text != self.text:
            before, self.text = self.text, text
            self.claims = carry_over(self.claims, before, text)
            self.second_reading.follow(before, text)
            self.changed()

    def changed(self) -> None:
        """The text or a claim is another: judge, show, save soon; what was said is outdated."""
        self.app.clear_notifications()
        self.review = self.judge()
        self.keeper.mark_changed(self.area)
        self.show()

    def judge_again(self) -> None:
        """What the text is held against is another."""
        self._about = self.ledger.assistant.about(self.draft, self.doubted)
        self.review = self.judge()
        self.show()

    def on_writing_area_pasted(self, event: WritingArea.Pasted) -> None:
        self.assistance.note_paste(event.text)

    def replace_text(self, text: str, claims: Claims | None = None) -> None:
        """Another text, the one before kept as a version; ctrl+z takes it back."""
        self.sync_text()
        if text == self.text:
            return
        self.keeper.replaced()
        self.area.replace_all(text)
        self.sync_text()
        for claim in claims.entries if claims else ():
            for part, carried in claim.parts.items():
                self.claims = self.claims.with_claim(claim.text, part, carried)
        self.changed()
        self.place_cursor()

    # -- showing ---------------------------------------------------------------------------------

    def load(self) -> None:
        """What is shown is what is typed; only a text of another file is another."""

    def show(self) -> None:
        """Show what is known of the text as it is."""
        reviewed = self.review
        self.query_one("#sheet").border_title = title(self.heading() + self._note)
        self.area.show_review(reviewed)
        self.query_one("#gutter", SentenceGutter).show_review(reviewed)
        self.show_lines(
            "checklist",
            lambda width: present.checklist_lines(reviewed, width, letters=self.size.width < WIDE),
        )
        self.findings.set_entries(reviewed.findings, self.findings.cursor_line)
        self._show_finding()
        self._show_sentence()
        self.keeper.show_state()

    def show_notes(self) -> None:
        """The notes on the person, beside the text."""
        page = self.page
        name = short_name(self.contact.name)
        self.query_one("#beside").border_title = title(f"About {name}")
        facts = present.facts_of(page, self.ledger.day, to_them=self.kind is TextKind.ASK)
        self.notes.set_entries(facts)
        comments = self.comments
        self.show_lines(
            "wrote",
            lambda width: [*comment_lines(comments, width), *present.received_lines(page, width)],
        )

    def on_text_area_selection_changed(self) -> None:
        self._show_sentence()

    def _show_sentence(self) -> None:
        reviewed, offset = self.review, self.area.offset_at_cursor
        self.show_lines("sentence", lambda width: present.sentence_lines(reviewed, offset, width))

    def on_span_list_highlighted(self, event: SpanList.Highlighted) -> None:
        if event.line_list is self.findings:
            self._show_finding()
        elif event.line_list is self.answer:
            self.assistance.show_chosen(self.answer.highlighted)

    def on_line_list_chosen(self) -> None:
        self.action_verb("editor.take")

    def _show_finding(self) -> None:
        finding = self.findings.highlighted
        note = self.note_for(finding.rule.removeprefix("missing-")) if finding else None
        self.show_lines("finding", lambda width: present.finding_details(finding, note, width))

    # -- findings and notes ----------------------------------------------------------------------

    def place_of(self, finding: Finding) -> int:
        """Where the cursor goes for a finding: for the whole text, its end."""
        return finding.start if finding.sentence or finding.start else len(self.text)

    def go_to(self, finding: Finding) -> None:
        """Put the cursor where the finding is, and choose it in the list."""
        self.findings.move_line(self.review.findings.index(finding))
        if finding.rule == "placeholder":  # what is typed takes the gap's place
            self.area.select_offsets(finding.start, finding.end)
        else:
            self.area.move_to_offset(self.place_of(finding))
        self.go_to_text()

    def go_to_text(self) -> None:
        """The keys go to the text again."""
        self.remove_class("-notes")
        self.area.focus()

    def unused_notes(self) -> list[present.Fact]:
        """Those that are not in the text yet."""
        return [fact for fact in self.notes.entries if fact.put(sentence=False) not in self.text]

    def note_for(self, *parts: str) -> present.Fact | None:
        """The first unused note for one of these parts."""
        return next((fact for fact in self.unused_notes() if fact.part in parts), None)

    def insert(self, fact: present.Fact) -> None:
        """The note, where the cursor is in the text."""
        self.area.insert_words(fact.put(sentence=self.area.at_sentence_start))
        self.go_to_text()

    # -- leaving ---------------------------------------------------------------------------------

    def finish(self) -> None:
        """Leave when nothing is missing; else say what is."""
        if self.review.ready:
            self._leave(finished=True)
            return
        self.keeper.save()
        errors = self.review.errors
        reasons = [finding.message for finding in errors] or ["The text is empty."]
        more = f" (and {len(reasons) - 2} more)" if len(reasons) > 2 else ""
        self.say(f"Not yet: {'; '.join(reasons[:2])}{more}", wrong=True)
        if errors:
            self.go_to(errors[0])

    def leave(self) -> None:
        """From a list first back to the text, from an assistant's answer by dropping it."""
        if self.assistance.close():
            return
        if self.focused is not self.area:
            self.go_to_text()
        else:
            self._leave(finished=False)

    def _leave(self, *, finished: bool) -> None:
        """Once it is saved; as long as it cannot be, ask."""
        if self.keeper.save(even_untouched=finished):
            self.app.clear_notifications()
            self.dismiss(self.finished() if finished else None)
        else:
            leave = self.keeper.ask_before_leaving(lambda: self._leave(finished=finished))
            self.run_worker(leave, group="leaving", exclusive=True)

    def file_replaced(self) -> None:
        self._ledger = self.recco.ledger
        if not moved_to_open_file(self):
            self.dismiss(None)

    def on_unmount(self) -> None:
        """The app may be left from here by its own key, or by a signal."""
        self.second_reading.stop()
        self.keeper.leave()


class RecommendationEditor(EditorScreen):
    """Begins with the questions when there is no text."""

    VERBS = (*PARTS, *TOOLS, PROJECT, *LEAVING)

    def on_mount(self) -> None:
        super().on_mount()
        if not self.text.strip():
            self.action_verb("editor.guide")

    def heading(self) -> str:
        about = f" · {self.project_title}" if self.project_title else ""
        return f"Recommendation for {self.contact.name}{about}"
