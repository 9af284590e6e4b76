"""The board: Today, Network, and the person under the cursor."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal

from recco_tui.core.models import BoardRow
from recco_tui.core.selection import SortKey
from recco_tui.ui.actions.shared import WITH_ALERTS
from recco_tui.ui.actions.timeline import EDIT
from recco_tui.ui.formatting import title
from recco_tui.ui.present.board import (
    TodayRow,
    facts_of,
    hint_line,
    key_name,
    next_keys,
    summary_of,
    today_rows,
)
from recco_tui.ui.present.network import Network
from recco_tui.ui.screen import ReccoScreen
from recco_tui.ui.widgets import pasting
from recco_tui.ui.widgets.contact_pane import ContactPane
from recco_tui.ui.widgets.key_footer import KeyFooter
from recco_tui.ui.widgets.line_list import LineList
from recco_tui.ui.widgets.network_columns import Column
from recco_tui.ui.widgets.network_table import NetworkTable
from recco_tui.ui.widgets.today_list import TodayList

if TYPE_CHECKING:
    from textual.widgets import Input

    from recco_tui.core.agenda import Alert

_SORT_OF_COLUMN = {
    column: SortKey.OWE if column is Column.BALANCE else SortKey(column.value) for column in Column
}
_COLUMN_OF_SORT = {sort: column for column, sort in _SORT_OF_COLUMN.items()}
NARROW = 100


class BoardScreen(ReccoScreen):
    """Home."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (NARROW + 1, "-wide"), (140, "-roomy")]
    AUTO_FOCUS = "#network"
    VERBS = WITH_ALERTS
    BINDINGS = [
        Binding("slash", "filter", "Filter", id="board.filter", tooltip="Filter as you type"),
        Binding("A", "everybody", "All", False, id="board.all", tooltip="The circle, or everybody"),
        Binding("s", "sort", "Sort", False, id="board.sort", tooltip="Sort by the next column"),
        Binding("r", "review", "Review", id="review", tooltip="The daily review, one by one"),
        Binding("escape", "clear", "Clear", False, id="board.clear", tooltip="Clear the filter"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._network = Network()
        self._alerts: tuple[Alert, ...] = ()
        self._doors_left = False
        self._is_painted = False
        self._filter: Input | None = None

    def body(self) -> ComposeResult:
        yield TodayList(id="today", empty="Nothing presses today. r reviews, / finds somebody.")
        with Horizontal(id="middle"):
            yield NetworkTable(lambda row: facts_of(row, self.ledger.day), id="network")
            yield ContactPane(id="contact", empty="Nobody chosen.")

    @property
    def table(self) -> NetworkTable:
        """The Network table."""
        return self.query_one("#network", NetworkTable)

    @property
    def today(self) -> TodayList:
        """The list of today's alerts."""
        return self.query_one("#today", TodayList)

    def on_mount(self) -> None:
        self.table.border_title = "Network"
        self.today.border_title = "Today"
        # Watched, not told by message: table and pane are then painted in one go.
        self.watch(self.table, "highlighted", self._show_contact, init=False)

    # -- reading ---------------------------------------------------------------------------------

    def load(self) -> None:
        board, network = self.ledger.board, self._network
        rows = board.everybody() if network.everybody else board.circle()
        network.load(rows, board.count_people())
        self._show_rows()
        if self._is_painted:
            self._show_rest()

    def after_first_paint(self) -> None:
        """Today, the person and the filter's line: the first paint does not wait for them."""
        from textual.widgets import Input

        self._is_painted = True
        self._filter = Input(
            placeholder="name, company, kind:mentor, owe …  esc clears",
            id="filter",
            max_length=pasting.LINE_LIMIT,
        )
        self._filter.display = False
        self.mount(self._filter)
        self._show_rest()

    def _show_rest(self) -> None:
        self._show_today()
        self._show_hint()
        self._show_contact(self.table.highlighted)
        # Not over a dialog: coming back from it, the board is loaded again.
        if not self._network.people and not self._doors_left and self.is_active:
            self.recco.open("doors", then=self._leave_doors)

    def _leave_doors(self, _: None) -> None:
        """Left with escape: the empty board is wanted, and not asked about again."""
        self._doors_left = not self.ledger.board.count_people()

    def _show_rows(self) -> None:
        table, network = self.table, self._network
        network.typed = self._filter.value if self._filter else ""
        rows = network.rows()
        table.set_empty(network.why_empty())
        table.set_sort(_COLUMN_OF_SORT[network.sort], network.descending)
        table.set_rows(rows)
        table.border_subtitle = network.words(len(rows), len(table.marks))

    def _show_today(self) -> None:
        overview, pane = self.ledger.today.overview(), self.today
        self._alerts = overview.shown
        pane.set_rows(today_rows(overview.shown), overview.held_back)
        pane.border_title = f"Today · {overview.count}" if overview.count else "Today"
        lacks = overview.shortlist
        pane.border_subtitle = title(f"shortlist: {lacks} · S") if lacks else "S shortlist"
        self.show_header("Board", overview)

    def _show_hint(self) -> None:
        """The quiet line of the first days, above the keys: there while it has something to say."""
        from recco_tui.ui.widgets.lines_view import LinesView

        hint = self.ledger.settings.hint()
        view = next(iter(self.query("#hint").results(LinesView)), None)
        if hint is None:
            if view is not None:
                view.remove()
            return
        if view is None:
            view = LinesView(id="hint")
            self.mount(view, before=self.query(KeyFooter).first())
        view.show(lambda _: [hint_line(hint)])

    def _show_contact(self, row: BoardRow | None) -> None:
        if not self._is_painted:
            return
        pane, day = self.query_one("#contact", ContactPane), self.ledger.day
        if row is None:
            pane.show(None, today=day)
        elif pane.display:
            page = self.ledger.contacts.page(row.id)
            pane.show(page, summary_of(row, day), today=day, keys=next_keys(row))

    # -- what the widgets say --------------------------------------------------------------------

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        pane = self.query_one("#contact", ContactPane)
        if isinstance(event.entry, TodayRow):
            event.line_list.focus()
            self.app.simulate_key(key_name(event.entry.key))
        elif pane.display:
            pane.focus()
        else:
            self.recco.open("contact", event.entry.id)

    def on_contact_pane_key_chosen(self, event: ContactPane.KeyChosen) -> None:
        self.table.focus()
        self.app.simulate_key(event.key)

    def on_network_table_sort_requested(self, event: NetworkTable.SortRequested) -> None:
        self._network.sort_by(_SORT_OF_COLUMN[event.column])
        self._show_rows()

    def on_network_table_marks_changed(self) -> None:
        self._show_rows()

    def on_line_list_highlighted(self, event: LineList.Highlighted) -> None:
        """The person of the alert comes under the table's cursor, and so into the contact pane."""
        row, has_focus = event.entry, event.line_list is self.focused
        if isinstance(row, TodayRow) and row.contact_id is not None and has_focus:
            self.table.move_to(row.contact_id)

    def on_resize(self) -> None:
        if self.table.highlighted is not None:
            self.call_after_refresh(lambda: self._show_contact(self.table.highlighted))

    # -- filter, sort, circle --------------------------------------------------------------------

    def action_filter(self) -> None:
        if self._filter is not None:
            self._filter.display = True
            self.set_focus(self._filter)

    def on_input_changed(self, event: "Input.Changed") -> None:
        if event.input is self._filter:
            self._show_rows()

    def on_input_submitted(self, event: "Input.Submitted") -> None:
        if event.input is self._filter:
            event.input.display = bool(event.input.value)
            self.table.focus()

    def action_clear(self) -> None:
        """First the filter, then the marks; a pane with the focus gives it back to the table."""
        field = self._filter
        if field is not None and (field.value or field.display):
            field.value = ""
            field.display = False
        elif self.table.marks and self.focused is self.table:
            self.table.clear_marks()
        self.table.focus()

    def action_everybody(self) -> None:
        self._network.everybody = not self._network.everybody
        self.reload()

    def action_sort(self) -> None:
        self._network.sort_by_next()
        self._show_rows()

    def action_review(self) -> None:
        self.recco.open("review")

    # -- whom a verb is about --------------------------------------------------------------------

    def targets(self) -> list[int]:
        """Ids of the people marked, else of the one under the cursor of the focused list."""
        row = self.today.highlighted
        if self.focused is self.today and row is not None:
            return [row.contact_id] if row.contact_id is not None else []
        marked = [row.id for row in self.table.marked_rows()]
        at_cursor = self.table.highlighted
        return marked or ([at_cursor.id] if at_cursor else [])

    def alert(self) -> "Alert | None":
        """The alert at the cursor of the Today list while it has the focus."""
        row = self.today.highlighted if self.focused is self.today else None
        return next((a for a in self._alerts if row and a.id == row.alert), None)

    def on_contact_pane_opened(self) -> None:
        self.action_verb(EDIT.id)

    def after_verb(self) -> None:
        self.table.clear_marks()
