"""Insights: one of each kind, and the numbers of what was given, received and asked."""

from dataclasses import replace

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll

from recco_tui.core import figures
from recco_tui.core.insights import coverage, unsorted_recommenders
from recco_tui.core.models import COUNTED, Channel, Direction
from recco_tui.core.preferences import CHANNELS
from recco_tui.core.relationships import Kind
from recco_tui.core.situation import Person, people_of
from recco_tui.locations import styles_folder
from recco_tui.ui.formatting import MONTHS, title
from recco_tui.ui.screens.ask_actions import AskActions
from recco_tui.ui.screens.header import show_header
from recco_tui.ui.screens.insights_words import (
    Asks,
    Month,
    Row,
    ask_lines,
    month_lines,
    row_line,
    rows_of,
    spread_lines,
    together,
    word_lines,
)
from recco_tui.ui.widgets.header_bar import HeaderBar
from recco_tui.ui.widgets.key_footer import KeyFooter
from recco_tui.ui.widgets.lines_view import Line, LinesView
from recco_tui.ui.widgets.span_list import SpanList

_NAMES: dict[Channel | None, str] = {Channel(value): words for value, words in CHANNELS}


class Plots(VerticalScroll, can_focus=True, inherit_bindings=False):
    """The plots; what does not fit scrolls while it has the focus."""

    BINDINGS = [
        Binding("down,j", "scroll_down", "Down", False, id="plots.down", tooltip="A line on"),
        Binding("up,k", "scroll_up", "Up", False, id="plots.up", tooltip="A line back"),
        Binding("pagedown", "page_down", "Page on", False, id="plots.page", tooltip="A page on"),
        Binding("pageup", "page_up", "Page back", False, id="plots.back", tooltip="A page back"),
        Binding("g,home", "scroll_home", "First", False, id="plots.first", tooltip="To the top"),
        Binding("G,end", "scroll_end", "Last", False, id="plots.last", tooltip="To the end"),
    ]


class InsightsScreen(AskActions):
    """Those who could fill what is missing can be asked from here; tab goes to the plots."""

    CSS_PATH = styles_folder() / "insights.tcss"
    AUTO_FOCUS = "#each"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    BINDINGS = [
        Binding("enter", "open_contact", "Person", id="insights.open", tooltip="Open the person"),
        Binding("f", "missing", "Who could", id="insights.missing", tooltip="To who could be next"),
        Binding("escape", "view('board')", "Board", False, id="insights.board", tooltip="Board"),
    ]

    def compose(self) -> ComposeResult:
        yield HeaderBar(id="header")
        yield SpanList(row_line, id="each")
        with Plots(id="plots", classes="pane"):
            yield LinesView(id="counted", classes="column")
            yield LinesView(id="words", classes="column")
        yield KeyFooter()

    @property
    def _list(self) -> "SpanList[Row]":
        return self.query_one("#each", SpanList)

    def targets(self) -> list[int]:
        row = self._list.highlighted
        return [row.person.contact.id] if row and row.person else []

    # -- reading ---------------------------------------------------------------------------------

    def read_anew(self) -> None:
        people = self._people()
        covered = coverage(people, self.ledger.settings.policy.one_of_each)
        held, rows = self.targets(), rows_of(covered)
        places = [i for i, row in enumerate(rows) if row.person and row.person.contact.id in held]
        pane = self._list
        pane.set_entries(rows, places[0] if places else pane.cursor_line)
        missing = [one.kind.value for one in covered if one.is_missing]
        pane.border_title = "One of each · " + (f"{len(missing)} missing" if missing else "all")
        unsorted = unsorted_recommenders(people)
        pane.border_subtitle = title(f"{unsorted} not sorted in: t" if unsorted else "S shortlist")
        self._show_plots(list(people.values()))
        show_header(self, "Insights")

    def _people(self) -> dict[int, Person]:
        """The circle, and whoever else is known to be of a kind: they could be asked too."""
        now = self.ledger.today.situation()
        there = {contact.id for contact in now.contacts}
        others = [
            contact
            for contact in self.ledger.contacts.every()
            if contact.kind is not Kind.UNKNOWN and contact.id not in there
        ]
        return people_of(replace(now, contacts=(*now.contacts, *others)))

    def _show_plots(self, people: list[Person]) -> None:
        months = [
            Month(MONTHS[one.first.month - 1], one.received, one.given)
            for one in figures.by_month(people, self.ledger.day)
        ]
        balance = figures.spread(people)
        asks = [_named(one) for one in figures.asks_by_channel(people)]
        total = _named(figures.all_asks(people))
        received = self._received()
        words = figures.words_seen(received, [person.contact.name for person in people])

        def counted(width: int) -> list[Line]:
            spread = spread_lines(balance.owe, balance.even, balance.owed, width)
            return together([month_lines(months, width), ask_lines(asks, total, width), spread])

        self.query_one("#plots", Plots).border_title = "Given, received, asked"
        self.query_one("#counted", LinesView).show(counted)
        self.query_one("#words", LinesView).show(
            lambda width: word_lines(words, len(received), width)
        )

    def _received(self) -> list[str]:
        """What others wrote and readers can see."""
        return [
            one.text
            for one in self.ledger.recommendations.every()
            if one.direction is Direction.RECEIVED and one.status in COUNTED
        ]

    # -- who could be next -----------------------------------------------------------------------

    def on_span_list_chosen(self) -> None:
        self.action_open_contact()

    def action_open_contact(self) -> None:
        for contact_id in self.targets():
            self.recco.open_contact(contact_id)

    def action_missing(self) -> None:
        """The next person below the cursor who could fill a kind that is missing, from the top."""
        pane = self._list
        places = [place for place, row in enumerate(pane.entries) if row.person]
        if not places:
            self.say("Every kind has recommended you, or nobody of the missing ones could.")
            return
        pane.focus()
        pane.move_line(next((one for one in places if one > pane.cursor_line), places[0]))


def _named(one: figures.AskCount) -> Asks:
    name = _NAMES.get(one.via, "not said")
    return Asks(name, one.sent, one.answered, one.texts, one.days)
