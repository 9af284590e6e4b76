"""The board: Today, Network, and the person under the cursor."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal

from recco_tui.core.models import BoardRow
from recco_tui.core.selection import PeopleIndex, SortKey, parse_people_filter, sorted_rows
from recco_tui.ui.formatting import number, title
from recco_tui.ui.present.board import (
    RowFacts,
    facts_of,
    key_name,
    next_keys,
    summary_of,
    today_rows,
)
from recco_tui.ui.screens.alert_actions import AlertActions
from recco_tui.ui.screens.board_hint import show_hint
from recco_tui.ui.widgets import pasting
from recco_tui.ui.widgets.contact_pane import ContactPane
from recco_tui.ui.widgets.header_bar import HeaderBar, HeaderFacts
from recco_tui.ui.widgets.key_footer import KeyFooter
from recco_tui.ui.widgets.network_columns import Column
from recco_tui.ui.widgets.network_table import NetworkTable
from recco_tui.ui.widgets.today_list import TodayList

if TYPE_CHECKING:
    from textual.widgets import Input

    from recco_tui.core.agenda import Alert

_SORT_OF_COLUMN = {
    Column.NAME: SortKey.NAME,
    Column.KIND: SortKey.KIND,
    Column.GIVEN: SortKey.GIVEN,
    Column.RECEIVED: SortKey.RECEIVED,
    Column.BALANCE: SortKey.OWE,
    Column.ASK: SortKey.ASK,
    Column.LAST: SortKey.LAST,
    Column.COMPANY: SortKey.COMPANY,
}
_COLUMN_OF_SORT = {sort: column for column, sort in _SORT_OF_COLUMN.items()}
NARROW = 100


class BoardScreen(AlertActions):
    """Home. Rows are read once; filter, sort and circle/all only choose among them."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (NARROW + 1, "-wide"), (140, "-roomy")]
    AUTO_FOCUS = "#network"
    BINDINGS = [
        Binding("slash", "filter", "Filter", id="board.filter", tooltip="Filter as you type"),
        Binding("A", "everybody", "All", False, id="board.all", tooltip="The circle, or everybody"),
        Binding("s", "sort", "Sort", False, id="board.sort", tooltip="Sort by the next column"),
        Binding("r", "review", "Review", id="review", tooltip="The daily review, one by one"),
        Binding("escape", "clear", "Clear", False, id="board.clear", tooltip="Clear the filter"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._index = PeopleIndex([])
        self._everybody = False
        self._sort = SortKey.OWE
        self._descending = False
        self._people = 0
        self._doors_left = False
        self._shown: tuple[Alert, ...] = ()
        self._painted = False
        self._filter: Input | None = None

    def compose(self) -> ComposeResult:
        yield HeaderBar(id="header")
        yield TodayList(id="today", empty="Nothing presses today. r reviews, / finds somebody.")
        with Horizontal(id="middle"):
            yield NetworkTable(self._facts, id="network")
            yield ContactPane(id="contact", empty="Nobody chosen.")
        yield KeyFooter()

    @property
    def table(self) -> NetworkTable:
        """The Network table."""
        return self.query_one("#network", NetworkTable)

    def on_mount(self) -> None:
        self.table.border_title = "Network"
        self.query_one("#today", TodayList).border_title = "Today"
        # Watched, not told by message: table and pane are then painted in one go.
        self.watch(self.table, "highlighted", self._show_contact, init=False)

    # -- reading ---------------------------------------------------------------------------------

    def load(self) -> None:
        board = self.ledger.board
        self._people = board.count_people()
        rows = board.everybody() if self._everybody else board.circle()
        self._index = PeopleIndex(sorted_rows(rows, self._sort, self._descending))
        self._show_rows()
        if self._painted:
            self._show_rest()

    def after_first_paint(self) -> None:
        """Today, the person and the filter's line: the first paint does not wait for them."""
        from textual.widgets import Input

        self._painted = True
        self._filter = Input(
            placeholder="name, company, kind:mentor, owe …  esc clears",
            id="filter",
            max_length=pasting.LINE,
        )
        self._filter.display = False
        self.mount(self._filter)
        self._show_rest()

    def _show_rest(self) -> None:
        self._show_today()
        show_hint(self)
        self._show_contact(self.table.highlighted)
        if not self._people:
            self._offer_doors()

    def _facts(self, row: BoardRow) -> RowFacts:
        return facts_of(row, self.ledger.day)

    def _show_rows(self) -> None:
        typed = self._filter.value if self._filter else ""
        rows = self._index.filtered(parse_people_filter(typed))
        table = self.table
        table.set_empty(self._why_empty(typed))
        table.set_sort(_COLUMN_OF_SORT[self._sort], self._descending)
        table.set_rows(rows)
        shown = "all" if self._everybody else "circle"
        narrowed = f"{number(len(rows))} of " if typed else ""
        of = f" of {number(self._people)}" if not self._everybody else ""
        marked = f" · {len(table.marks)} marked" if table.marks else ""
        table.border_subtitle = (
            f"{narrowed}{shown} {number(len(self._index.rows))}{of} · by {self._sort}{marked}"
        )

    def _why_empty(self, typed: str) -> str:
        if typed and not self._everybody:
            return "Nobody in your circle fits. A looks among everybody, esc clears the filter."
        if typed:
            return "Nobody fits. esc clears the filter, + adds somebody."
        if self._people:
            return "Nothing has happened with anybody yet. A shows everybody, + adds somebody."
        return "Nobody here yet. i imports your LinkedIn export, + adds somebody."

    def _show_today(self) -> None:
        today = self.ledger.today.overview()
        pane = self.query_one("#today", TodayList)
        self._shown = today.shown
        pane.set_rows(today_rows(today.shown), today.held_back)
        pane.border_title = f"Today · {today.count}" if today.count else "Today"
        lacks = f" {today.shortlist} ·" if today.shortlist else ""
        pane.border_subtitle = title(f"shortlist:{lacks} S") if lacks else "S shortlist"
        self.query_one("#header", HeaderBar).show(
            HeaderFacts(
                view="Board",
                day=self.ledger.day,
                today=today.count,
                owe=today.owe,
                open_asks=today.open_asks,
                ask_limit=today.ask_limit,
                badge=self.recco.badge,
            )
        )

    def _show_contact(self, row: BoardRow | None) -> None:
        if not self._painted:
            return
        pane = self.query_one("#contact", ContactPane)
        if row is None:
            pane.show(None, today=self.ledger.day)
        elif pane.display:
            page, day = self.ledger.contacts.page(row.id), self.ledger.day
            pane.show(page, summary_of(row, day), today=day, keys=next_keys(row))

    def _offer_doors(self) -> None:
        # Not over a dialog: coming back from it, the board is looked at anew.
        if not self._doors_left and self.is_current:
            self.recco.open("doors", then=self._leave_doors)

    def _leave_doors(self, _: None) -> None:
        """Left with escape: the empty board is wanted, and not asked about again."""
        self._doors_left = not self.ledger.board.count_people()

    # -- what the widgets say --------------------------------------------------------------------

    def on_network_table_opened(self, event: NetworkTable.Opened) -> None:
        pane = self.query_one("#contact", ContactPane)
        if pane.display:
            pane.focus()
            return
        self.recco.open("contact", event.row.id)

    def on_contact_pane_key_chosen(self, event: ContactPane.KeyChosen) -> None:
        self.table.focus()
        self.app.simulate_key(event.key)

    def on_network_table_sort_requested(self, event: NetworkTable.SortRequested) -> None:
        self._sort_by(_SORT_OF_COLUMN[event.column])

    def on_network_table_marks_changed(self) -> None:
        self._show_rows()

    def on_resize(self) -> None:
        if self._index.rows:
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
        self._everybody = not self._everybody
        self.reload()

    def action_sort(self) -> None:
        keys = list(SortKey)
        self._sort_by(keys[(keys.index(self._sort) + 1) % len(keys)])

    def _sort_by(self, key: SortKey) -> None:
        self._descending = key is self._sort and not self._descending
        self._sort = key
        self._index = PeopleIndex(sorted_rows(self._index.rows, key, self._descending))
        self._show_rows()

    # -- whom an action is about -------------------------------------------------------------------

    def targets(self) -> list[int]:
        """Ids of the people marked, else of the one under the cursor of the focused list."""
        today = self.query_one("#today", TodayList)
        if self.focused is today and today.highlighted is not None:
            contact_id = today.highlighted.contact_id
            return [contact_id] if contact_id is not None else []
        marked = [row.id for row in self.table.marked_rows()]
        if marked:
            return marked
        return [self.table.highlighted.id] if self.table.highlighted else []

    def alert(self) -> "Alert | None":
        """The alert at the cursor of the Today list while it has the focus."""
        today = self.query_one("#today", TodayList)
        if self.focused is not today or today.highlighted is None:
            return None
        return next((a for a in self._shown if a.id == today.highlighted.alert), None)

    def action_review(self) -> None:
        self.recco.open("review")

    def on_today_list_highlighted(self, event: TodayList.Highlighted) -> None:
        """The person of the alert comes under the table's cursor, and so into the contact pane."""
        if self.focused is event.today and event.row and event.row.contact_id is not None:
            self.table.move_to(event.row.contact_id)

    def on_today_list_chosen(self, event: TodayList.Chosen) -> None:
        event.today.focus()
        self.app.simulate_key(key_name(event.row.key))

    def acted(self) -> None:
        self.table.clear_marks()
