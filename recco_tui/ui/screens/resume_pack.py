"""The résumé pack: texts that were picked, put in order, trimmed, and written as one needs them."""

from typing import NamedTuple

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll

from recco_tui.core.insights import words_seen
from recco_tui.core.models import Recommendation
from recco_tui.core.resume import Pack, Reference, reference, without
from recco_tui.exporting.resume import as_html, as_json_resume, as_markdown
from recco_tui.ui.dialogs.choice import Choice, choose
from recco_tui.ui.formatting import cut, fit, number
from recco_tui.ui.present.spans import BLANK, Line, Span, wrapped
from recco_tui.ui.screen import ReccoScreen
from recco_tui.ui.text_files import write_to_file
from recco_tui.ui.widgets.keys import bind
from recco_tui.ui.widgets.lines_view import LinesView
from recco_tui.ui.widgets.span_list import SpanList
from recco_tui.writing.sentences import Sentence, split

HEADING = "Recommendations"
_MOST_WORDS = 40


class PickedText(NamedTuple):
    """A text of the pack, its sentences, and how it will read."""

    text: Recommendation
    sentences: tuple[Sentence, ...]
    shown: Reference


class ResumeScreen(ReccoScreen):
    """The order at the left, the sentences of the one under the cursor, and how it will read."""

    VIEW = "Résumé"
    SHEET = "texts.tcss"
    AUTO_FOCUS = "#order"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-wide")]
    BINDINGS = [
        bind(
            "resume.sentence",
            "space",
            "Keep or cut",
            "Cut this sentence, or keep it; […] shows the gap.",
            "toggle_sentence",
        ),
        bind("resume.down", "J", "Move down", "Move this text down.", "move(1)"),
        bind("resume.up", "K", "Move up", "Move this text up.", "move(-1)"),
        bind("resume.drop", "x", "Leave out", "Leave this text out.", "drop"),
        bind(
            "resume.write", "enter", "Save", "Save as Markdown, web page or JSON Resume.", "write"
        ),
        bind(
            "resume.words", "W", "Words", "Show the words readers see most in your texts.", "words"
        ),
        bind("resume.back", "escape", "Back", "Go back to the texts.", "leave"),
    ]

    def __init__(self, pack: Pack) -> None:
        super().__init__()
        self._pack = pack
        self._order = SpanList[PickedText](
            self._draw,
            key=lambda entry: entry.text.id,
            id="order",
            empty="No texts left. Esc goes back.",
        )
        self._sentences = SpanList[Sentence](self._draw_sentence, id="sentences")

    def body(self) -> ComposeResult:
        with Horizontal(id="middle"):
            with Vertical(id="lists"):
                yield self._order
                yield self._sentences
            with VerticalScroll(id="detail", classes="pane"):
                yield LinesView(id="reference")

    # -- reading ---------------------------------------------------------------------------------

    def load(self) -> None:
        entries = self._entries()
        self._order.set_entries(entries, self._order.cursor_line)
        self._order.border_title = "Order"
        self._order.border_subtitle = f"{number(len(entries))} texts"
        self._show_text()

    def _entries(self) -> list[PickedText]:
        every = {text.id: text for text in self.ledger.recommendations.every()}
        entries = []
        for text in (every[id_] for id_ in self._pack.order if id_ in every):
            sentences = split(text.text)
            shown = reference(self.ledger.contacts.get(text.contact_id), text)
            left_out = self._pack.left_out.get(text.id, frozenset())
            if left_out:
                places = [(sentence.start, sentence.end) for sentence in sentences]
                shown = shown._replace(text=without(text.text, places, left_out))
            entries.append(PickedText(text, sentences, shown))
        return entries

    @on(SpanList.Chosen)
    def _write(self) -> None:
        self.action_write()

    @on(SpanList.Highlighted, "#order")
    def _show_text(self) -> None:
        entry, pane = self._order.highlighted, self._sentences
        pane.set_entries(entry.sentences if entry else (), pane.cursor_line)
        pane.border_title = "Sentences"
        self.query_one("#detail").border_title = "Preview"
        self.show_lines("reference", lambda width: _as_read(entry.shown, width) if entry else [])

    def _is_out(self, text_id: int, number_: int) -> bool:
        return number_ in self._pack.left_out.get(text_id, ())

    def _draw(self, entry: PickedText, width: int) -> Line:
        place = f"{self._pack.order.index(entry.text.id) + 1:>2} "
        kept = sum(not self._is_out(entry.text.id, at) for at in range(len(entry.sentences)))
        many = len(entry.sentences)
        trim = f"{kept} of {many}" if kept < many else f"all {many}"
        length = f"{trim} · {len(entry.shown.text):>4} "
        name = max(8, width - len(place) - len(length) - 1)
        return (
            Span(place, "ink-key", True),
            Span(fit(entry.shown.name, name), "ink"),
            Span(f" {length}", "ink-muted"),
        )

    def _draw_sentence(self, sentence: Sentence, width: int) -> Line:
        entry = self._order.highlighted
        out = entry is not None and self._is_out(entry.text.id, entry.sentences.index(sentence))
        sign = Span("○ " if out else "● ", "ink-faint" if out else "good")
        words = cut(" ".join(sentence.text.split()), max(0, width - 2))
        return (sign, Span(words, "ink-faint" if out else "ink"))

    # -- order and length ------------------------------------------------------------------------

    def action_toggle_sentence(self) -> None:
        """In the sentences: this one out or in. In the order: on to the sentences."""
        entry, pane = self._order.highlighted, self._sentences
        if entry is None or not entry.sentences:
            return
        if not pane.has_focus:
            pane.focus()
            return
        left = len(entry.sentences) - len(self._pack.left_out.get(entry.text.id, ()))
        if left == 1 and not self._is_out(entry.text.id, pane.cursor_line):
            self.say("At least one sentence stays. x leaves out the whole text.", wrong=True)
            return
        self._pack.toggle_sentence(entry.text.id, pane.cursor_line)
        self.reload()
        pane.move_line(pane.cursor_line + 1)

    def action_move(self, by: int) -> None:
        entry = self._order.highlighted
        if entry is not None:
            self._pack.move(entry.text.id, by)
            self.reload()

    def action_drop(self) -> None:
        entry = self._order.highlighted
        if entry is not None:
            self._pack.toggle(entry.text.id)
            self.reload()

    def action_leave(self) -> None:
        """From the sentences to the order, then back to the texts."""
        if self._sentences.has_focus:
            self._order.focus()
        else:
            self.dismiss(None)

    # -- out -------------------------------------------------------------------------------------

    @work
    async def action_write(self) -> None:
        references = [entry.shown for entry in self._order.entries]
        if not references:
            return
        form = await choose(
            self,
            "Résumé: " + (f"{len(references)} texts" if len(references) > 1 else "one text"),
            "",
            [
                Choice("m", "Markdown", "md", "read, copy or save it"),
                Choice("h", "web page", "html", "an HTML file to print, in your home folder"),
                Choice("j", "JSON Resume", "json", "a file with your references"),
            ],
        )
        if form == "html":
            self.say(write_to_file(as_html(HEADING, references), "resume", ".html"))
        elif form == "json":
            self.say(write_to_file(as_json_resume(references), "resume", ".json"))
        elif form == "md":
            text = as_markdown(HEADING, references)
            self.recco.show_text(HEADING, text, file="resume", suffix=".md")

    def action_words(self) -> None:
        """What readers see most in these texts, as they will read."""
        entries = self._order.entries
        names = [entry.shown.name for entry in entries]
        seen = words_seen([entry.shown.text for entry in entries], names, _MOST_WORDS)
        lines = "".join(f"{many:4}  {word}\n" for word, many in seen)
        self.recco.show_text(
            "Words readers see most",
            lines or "No word appears in two of the texts.\n",
            "How many texts use each word. Use the true ones in your résumé too.",
            file="resume-words",
            suffix=".md",
        )


def _as_read(shown: Reference, width: int) -> list[Line]:
    lines: list[Line] = []
    for paragraph in shown.text.splitlines():
        lines += wrapped(paragraph, width) or [BLANK]
    lines.append(BLANK)
    lines.append((Span(cut(shown.name, width), "ink", True),))
    if shown.role:
        lines += wrapped(shown.role, width, "ink-muted")
    return lines
