"""Texts: what others wrote for me (and what I gave), read, searched, marked with key phrases."""

from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.reactive import var
from textual.widgets import Input

from recco_tui.core.finding import parse_finding, words_searched
from recco_tui.core.models import Contact, Direction, Recommendation
from recco_tui.core.received import NO_TEXT
from recco_tui.core.resume import Pack
from recco_tui.core.timeline import RowKind
from recco_tui.core.when import short_date
from recco_tui.ui import dialogs
from recco_tui.ui.actions.shared import WITH_PEOPLE
from recco_tui.ui.actions.timeline import edit_record
from recco_tui.ui.actions.verb import verb
from recco_tui.ui.actions.writing import copy_newest
from recco_tui.ui.formatting import age, cut, fit, number, title
from recco_tui.ui.present.spans import Line, Span, wrapped
from recco_tui.ui.screen import ReccoScreen
from recco_tui.ui.widgets.keys import bind, bind_hidden
from recco_tui.ui.widgets.lines_view import LinesView
from recco_tui.ui.widgets.reading_area import ReadingArea
from recco_tui.ui.widgets.search_line import SearchLine
from recco_tui.ui.widgets.span_list import SpanList

_NAME_CELLS = 20
_AGE_CELLS = 7

if TYPE_CHECKING:
    from recco_tui.ledger.ledger import Ledger


def _copy_shown(screen: "TextsScreen") -> None:
    if screen.text is not None:
        screen.say(screen.recco.copy_text(screen.text.text))


@verb("texts.edit", "e", "Edit", "Edit this text, its day and its status.")
async def _edit_shown(screen: "TextsScreen") -> None:
    if (text := screen.text) is not None:
        await edit_record(screen, text.contact_id, RowKind.RECOMMENDATION, text.id)


@verb("texts.remove", "delete,X", "Remove", "Remove this text; the contact stays.")
def _remove_shown(screen: "TextsScreen") -> None:
    text = screen.text
    if text is not None:
        screen.attempt(lambda: screen.ledger.recommendations.remove(text.id), "Remove")


class TextsScreen(ReccoScreen):
    """Newest first; while something is searched, best first."""

    VIEW = "Texts"
    SHEET = "texts.tcss"
    AUTO_FOCUS = "#texts"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-wide")]
    VERBS = (*WITH_PEOPLE, copy_newest.but(run=_copy_shown), _edit_shown, _remove_shown)
    BINDINGS = [
        bind("texts.search", "slash", "Search", "Search the texts as you type.", "search"),
        bind("texts.open", "enter", "Contact", "Open this contact.", "open_contact"),
        bind(
            "texts.phrase",
            "k,M",
            "Key phrase",
            "Mark the selected words as a key phrase, or unmark them.",
            "mark_phrase",
        ),
        bind("texts.pick", "space", "Pick", "Pick this text for your résumé.", "pick"),
        bind(
            "texts.resume",
            "E",
            "Résumé",
            "Build a résumé page from the picked or listed texts.",
            "resume",
        ),
        bind("texts.direction", "d", "Given", "Switch between received and given.", "direction"),
        bind_hidden(
            "texts.back", "escape", "Back", "Clear the search, or go back to the board.", "back"
        ),
    ]

    direction: var[Direction] = var(Direction.RECEIVED)
    """Whether what others wrote is listed, or what was given."""

    def __init__(self) -> None:
        super().__init__()
        self._list = SpanList[Recommendation](self._draw, key=lambda text: text.id, id="texts")
        self._reading = ReadingArea(id="reading")
        self._facts = LinesView(id="facts")
        self._search = SearchLine("words, names · from:ana · kind:mentor · phrase:", self._list)
        self._contacts: dict[int, Contact] = {}
        self._pack = Pack()
        self._pack_of: Ledger | None = None

    def body(self) -> ComposeResult:
        with Horizontal(id="middle"):
            yield self._list
            with Vertical(id="detail", classes="pane"):
                yield self._reading
                yield self._facts
        yield self._search

    @property
    def text(self) -> Recommendation | None:
        """The recommendation under the cursor."""
        return self._list.highlighted

    # -- reading ---------------------------------------------------------------------------------

    def load(self) -> None:
        if self._pack_of is not self.ledger:
            # In another file the numbers of the texts picked mean others.
            self._pack, self._pack_of = Pack(), self.ledger
        self._contacts = {contact.id: contact for contact in self.ledger.contacts.every()}
        self._show_list()

    @on(Input.Changed, "#search")
    def _show_list(self) -> None:
        texts = self.ledger.recommendations.filtered(self._search.words, self.direction)
        pane = self._list
        pane.set_empty(self._why_empty())
        pane.set_entries(texts)
        pane.border_title = "Received" if self.direction is Direction.RECEIVED else "Given"
        pane.border_subtitle = (
            f"{number(len(texts))} found · best first"
            if words_searched(parse_finding(self._search.words))
            else f"{number(len(texts))} texts"
        )
        self._show_text()

    def _why_empty(self) -> str:
        if self._search.words:
            return "No text matches. Esc clears the search."
        if self.direction is Direction.RECEIVED:
            return "No recommendations received yet. a on the board asks for one."
        return "No recommendations given yet. w on the board writes one."

    def _draw(self, text: Recommendation, width: int) -> Line:
        name = fit(self._name_of(text), min(_NAME_CELLS, max(8, width // 3)))
        when = fit(age(text.on, self.ledger.day), _AGE_CELLS, "right")
        mark = f" ★{len(text.key_phrases)}" if text.key_phrases else "   "
        order = self._pack.order
        place = f"{order.index(text.id) + 1} " if text.id in order else "  "
        room = max(0, width - len(name) - _AGE_CELLS - len(mark) - len(place) - 3)
        return (
            Span(place, "ink-key", True),
            Span(name, "ink"),
            Span("  " + fit(" ".join(text.text.split()) or NO_TEXT, room), "ink-muted"),
            Span(mark, "row-mark"),
            Span(when + " ", "ink-muted"),
        )

    def _name_of(self, text: Recommendation) -> str:
        contact = self._contacts.get(text.contact_id)
        return contact.name if contact else ""

    @on(SpanList.Chosen)
    def action_open_contact(self) -> None:
        for contact_id in self.targets():
            self.recco.open("contact", contact_id)

    @on(SpanList.Highlighted)
    def _show_text(self) -> None:
        text = self.text
        detail = self.query_one("#detail", Vertical)
        detail.border_title = title(self._name_of(text) if text else "")
        words = words_searched(parse_finding(self._search.words))
        self._reading.read(text.text if text else "", text.key_phrases if text else (), words)
        detail.border_subtitle = (
            f"{text.status.value} · {short_date(text.on, self.ledger.day)}" if text else ""
        )
        self._facts.show(lambda width: _facts(text, width))

    # -- search, direction -----------------------------------------------------------------------

    def action_direction(self) -> None:
        self.direction = self.direction.other
        self._show_list()

    def action_back(self) -> None:
        """From the text to the list, then the search, then the board."""
        if self._reading.has_focus:
            self._list.focus()
        elif not self._search.close():
            self.action_view("board")

    # -- what is done with a text ----------------------------------------------------------------

    def targets(self) -> list[int]:
        return [self.text.contact_id] if self.text else []

    def action_pick(self) -> None:
        """Pick the text for the résumé, or leave it out again; on to the next."""
        text, pane = self.text, self._list
        if text is not None and self._are_theirs():
            if not text.has_text:
                self.say(f"{self._name_of(text)} wrote it, but you have not pasted the text yet.")
                return
            self._pack.toggle(text.id)
            pane.redraw()
            pane.move_line(pane.cursor_line + 1)

    def _are_theirs(self) -> bool:
        """Whether what is listed is what others wrote; it is said when it is not."""
        if self.direction is Direction.GIVEN:
            self.say("A résumé uses texts you received. d shows them.", wrong=True)
        return self.direction is Direction.RECEIVED

    def action_resume(self) -> None:
        pack = self._pack
        if not pack.order and self._are_theirs():
            listed = self._list.entries
            pack = Pack([text.id for text in listed], pack.left_out)
        if pack.order:
            self.recco.open("resume", pack)

    @work
    async def action_mark_phrase(self) -> None:
        """The words chosen, else words typed; a phrase marked already is unmarked."""
        text = self.text
        if text is None:
            return
        phrase = self._reading.chosen or await self._typed_phrase(text)
        if not phrase:
            return
        held = text.key_phrases
        phrases = [p for p in held if p != phrase] if phrase in held else [*held, phrase]
        mark = self.ledger.recommendations.mark_phrases
        self.attempt(lambda: mark(text.id, phrases), "Key phrase")

    async def _typed_phrase(self, text: Recommendation) -> str:
        return (
            await dialogs.ask_reason(
                self,
                "Key phrase",
                "Which words? A phrase that is already marked is unmarked. "
                "Or select words in the text: Tab, Shift+arrows, k.",
                text.key_phrases,
            )
            or ""
        )


def _facts(text: Recommendation | None, width: int) -> list[Line]:
    """The key phrases, and as what the text was written."""
    if text is None:
        return []
    lines: list[Line] = [
        (Span("★ ", "row-mark"), Span(cut(" ".join(phrase.split()), width - 2)))
        for phrase in text.key_phrases
    ]
    work_then = ", ".join(part for part in (text.position, text.company) if part)
    if work_then:
        lines += wrapped(f"as {work_then}", width, "ink-muted")
    return lines
