"""Insights: one of each kind, and the numbers of what was given, received and asked."""

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll

from recco_tui.ui.actions.shared import WITH_PEOPLE
from recco_tui.ui.formatting import title
from recco_tui.ui.present.insights import KindRow, counted_lines, row_line, rows_of, word_lines
from recco_tui.ui.screen import ReccoScreen
from recco_tui.ui.widgets.keys import bind, bind_hidden
from recco_tui.ui.widgets.lines_view import LinesView
from recco_tui.ui.widgets.span_list import SpanList


class Plots(VerticalScroll, can_focus=True, inherit_bindings=False):
    """The plots; what does not fit scrolls while it has the focus."""

    BINDINGS = [
        bind_hidden("plots.down", "down,j", "Down", "Go down one line.", "scroll_down"),
        bind_hidden("plots.up", "up,k", "Up", "Go up one line.", "scroll_up"),
        bind_hidden("plots.page", "pagedown", "Page down", "Go down one page.", "page_down"),
        bind_hidden("plots.back", "pageup", "Page up", "Go up one page.", "page_up"),
        bind_hidden("plots.first", "g,home", "Top", "Go to the top.", "scroll_home"),
        bind_hidden("plots.last", "G,end", "End", "Go to the end.", "scroll_end"),
    ]


class InsightsScreen(ReccoScreen):
    """Those who could fill what is missing can be asked from here; tab goes to the plots."""

    VIEW = "Insights"
    SHEET = "insights.tcss"
    AUTO_FOCUS = "#each"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    VERBS = WITH_PEOPLE
    BINDINGS = [
        bind("insights.open", "enter", "Contact", "Open this contact.", "open_contact"),
        bind(
            "insights.missing",
            "f",
            "Who could",
            "Go to a contact who could fill a missing kind.",
            "missing",
        ),
        bind_hidden("insights.board", "escape", "Board", "Go back to the board.", "view('board')"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._list = SpanList[KindRow](
            row_line, key=lambda row: row.person.contact.id if row.person else None, id="each"
        )

    def body(self) -> ComposeResult:
        yield self._list
        with Plots(id="plots", classes="pane"):
            yield LinesView(id="counted", classes="column")
            yield LinesView(id="words", classes="column")

    def targets(self) -> list[int]:
        row = self._list.highlighted
        return [row.person.contact.id] if row and row.person else []

    # -- reading ---------------------------------------------------------------------------------

    def load(self) -> None:
        known = self.ledger.today.insights()
        self._list.set_entries(rows_of(known.kinds), self._list.cursor_line)
        missing = sum(status.is_missing for status in known.kinds)
        self._list.border_title = f"One of each · {f'{missing} missing' if missing else 'all'}"
        unknown = f"kind not set for {known.without_kind}: t"
        self._list.border_subtitle = title(unknown if known.without_kind else "S shortlist")
        self.query_one("#plots", Plots).border_title = "Given, received, asked"
        self.show_lines("counted", lambda width: counted_lines(known, width))
        self.show_lines(
            "words", lambda width: word_lines(known.words, known.texts, width, known.without_text)
        )

    # -- who could be next -----------------------------------------------------------------------

    @on(SpanList.Chosen)
    def action_open_contact(self) -> None:
        for contact_id in self.targets():
            self.recco.open("contact", contact_id)

    def action_missing(self) -> None:
        """The next person below the cursor who could fill a kind that is missing, from the top."""
        pane = self._list
        places = [line for line, row in enumerate(pane.entries) if row.person]
        if not places:
            self.say("No contact here could fill a missing kind.")
            return
        pane.focus()
        pane.move_line(next((line for line in places if line > pane.cursor_line), places[0]))
