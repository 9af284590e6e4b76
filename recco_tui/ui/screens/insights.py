"""Insights: one of each kind, and the numbers of what was given, received and asked."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll

from recco_tui.core.figures import AskCount, Insights
from recco_tui.locations import styles_folder
from recco_tui.ui.formatting import MONTHS, title
from recco_tui.ui.present.insights import (
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
from recco_tui.ui.present.spans import Line
from recco_tui.ui.screens.ask_actions import AskActions
from recco_tui.ui.widgets.lines_view import LinesView
from recco_tui.ui.widgets.span_list import SpanList


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

    VIEW = "Insights"
    CSS_PATH = styles_folder() / "insights.tcss"
    AUTO_FOCUS = "#each"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    BINDINGS = [
        Binding("enter", "open_contact", "Person", id="insights.open", tooltip="Open the person"),
        Binding("f", "missing", "Who could", id="insights.missing", tooltip="To who could be next"),
        Binding("escape", "view('board')", "Board", False, id="insights.board", tooltip="Board"),
    ]

    def body(self) -> ComposeResult:
        yield SpanList(row_line, id="each")
        with Plots(id="plots", classes="pane"):
            yield LinesView(id="counted", classes="column")
            yield LinesView(id="words", classes="column")

    @property
    def _list(self) -> "SpanList[Row]":
        return self.query_one("#each", SpanList)

    def targets(self) -> list[int]:
        row = self._list.highlighted
        return [row.person.contact.id] if row and row.person else []

    # -- reading ---------------------------------------------------------------------------------

    def load(self) -> None:
        known = self.ledger.today.insights()
        held, rows = self.targets(), rows_of(known.kinds)
        places = [i for i, row in enumerate(rows) if row.person and row.person.contact.id in held]
        pane = self._list
        pane.set_entries(rows, places[0] if places else pane.cursor_line)
        missing = [one.kind.value for one in known.kinds if one.is_missing]
        pane.border_title = "One of each · " + (f"{len(missing)} missing" if missing else "all")
        unsorted = f"{known.not_sorted} not sorted in: t"
        pane.border_subtitle = title(unsorted if known.not_sorted else "S shortlist")
        self._show_plots(known)

    def _show_plots(self, known: Insights) -> None:
        months = [
            Month(MONTHS[one.first.month - 1], one.received, one.given) for one in known.months
        ]
        balance = known.spread
        asks, total = [_named(one) for one in known.asks_by_channel], _named(known.asks)

        def counted(width: int) -> list[Line]:
            spread = spread_lines(balance.owe, balance.even, balance.owed, width)
            return together([month_lines(months, width), ask_lines(asks, total, width), spread])

        self.query_one("#plots", Plots).border_title = "Given, received, asked"
        self.query_one("#counted", LinesView).show(counted)
        self.query_one("#words", LinesView).show(
            lambda width: word_lines(known.words, known.texts, width)
        )

    # -- who could be next -----------------------------------------------------------------------

    def on_span_list_chosen(self) -> None:
        self.action_open_contact()

    def action_open_contact(self) -> None:
        for contact_id in self.targets():
            self.recco.open("contact", contact_id)

    def action_missing(self) -> None:
        """The next person below the cursor who could fill a kind that is missing, from the top."""
        pane = self._list
        places = [place for place, row in enumerate(pane.entries) if row.person]
        if not places:
            self.say("Every kind has recommended you, or nobody of the missing ones could.")
            return
        pane.focus()
        pane.move_line(next((one for one in places if one > pane.cursor_line), places[0]))


def _named(one: AskCount) -> Asks:
    name = one.via.label if one.via else "not said"
    return Asks(name, one.sent, one.answered, one.texts, one.days)
