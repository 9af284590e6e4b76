"""The board: Today, Network, and the person under the cursor."""

from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal

from recco_tui.core.models import BoardRow
from recco_tui.core.selection import SortKey, row_of
from recco_tui.ui.actions.shared import ON_THE_PEOPLE_THEMSELVES, WITH_ALERTS
from recco_tui.ui.actions.timeline import EDIT
from recco_tui.ui.formatting import title
from recco_tui.ui.present.board import (
    OLDER,
    TodayRow,
    facts_of,
    hint_line,
    key_name,
    next_keys,
    older_row,
    today_rows,
)
from recco_tui.ui.present.network import Network
from recco_tui.ui.screen import ReccoScreen
from recco_tui.ui.widgets import pasting
from recco_tui.ui.widgets.contact_pane import ContactPane
from recco_tui.ui.widgets.key_footer import KeyFooter
from recco_tui.ui.widgets.keys import bind, bind_hidden
from recco_tui.ui.widgets.line_list import LineList
from recco_tui.ui.widgets.network_columns import Column
from recco_tui.ui.widgets.network_table import NetworkTable
from recco_tui.ui.widgets.one_cursor import OneCursor
from recco_tui.ui.widgets.today_list import TodayList

if TYPE_CHECKING:
    from textual.widgets import Input

    from recco_tui.core.agenda import Alert

_SORT_OF_COLUMN = {
    column: SortKey.OWE if column is Column.BALANCE else SortKey(column.value) for column in Column
}
_COLUMN_OF_SORT = {sort: column for column, sort in _SORT_OF_COLUMN.items()}
NARROW = 100
FEW = 500
"""So many people are all shown where nothing has happened with any of them yet."""


class BoardScreen(ReccoScreen):
    """Home: every key, as the contact pane, is about what is under its one cursor."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (NARROW + 1, "-wide"), (140, "-roomy")]
    AUTO_FOCUS = ""
    """Where the cursor is follows from what Today says, which is read behind the first paint."""
    VERBS = (*WITH_ALERTS, *ON_THE_PEOPLE_THEMSELVES)
    BINDINGS = [
        bind("board.filter", "slash", "Filter", "Filter the contacts as you type.", "filter"),
        bind_hidden("board.all", "A", "All", "Show all contacts, or only your circle.", "everyone"),
        bind_hidden("board.sort", "s", "Sort", "Sort by the next column.", "sort"),
        bind("review", "r", "Review", "Go through today's alerts one by one.", "review"),
        bind_hidden("board.clear", "escape", "Clear", "Clear the filter.", "clear"),
    ]

    def __init__(self) -> None:
        super().__init__()
        # Textual does so behind the first paint, which would be laid out otherwise, and done again.
        self.set_classes(
            self._get_breakpoint_classes(self.app.size.width, self.HORIZONTAL_BREAKPOINTS)
        )
        self._network = Network()
        self._alerts: tuple[Alert, ...] = ()
        self._older: tuple[Alert, ...] = ()
        self._doors_left = False
        self._is_painted = False
        self._is_opened = False
        self._filter: Input | None = None

    def body(self) -> ComposeResult:
        yield TodayList(id="today")
        with Horizontal(id="middle"):
            yield NetworkTable(lambda row: facts_of(row, self.ledger.day), id="network")
            yield ContactPane(id="contact")

    @property
    def table(self) -> NetworkTable:
        """The Network table."""
        return self.query_one("#network", NetworkTable)

    @property
    def today(self) -> TodayList:
        """The list of today's alerts."""
        return self.query_one("#today", TodayList)

    def on_mount(self) -> None:
        self.cursor = OneCursor(self.today, self.table)
        self.today.on_passed = self.table.on_passed = self._pass_on
        self.table.border_title = "Network"
        self.today.border_title = "Today"
        # Watched, not told by message: table and pane are then painted in one go.
        self.watch(self.table, "highlighted", self._table_moved, init=False)
        self.watch(self.today, "highlighted", self._today_moved, init=False)

    # -- reading ---------------------------------------------------------------------------------

    def load(self) -> None:
        board, network = self.ledger.board, self._network
        people = board.count_people()
        rows = board.everyone() if network.everyone else board.circle()
        if not rows and 0 < people <= FEW:
            network.everyone = True
            rows = board.everyone()
        network.load(rows, people)
        self._show_rows()
        if self._is_painted:
            self._show_rest()

    def after_first_paint(self) -> None:
        """Today, the person and the filter's line: the first paint does not wait for them."""
        if self._is_painted:
            return
        from textual.widgets import Input

        self._is_painted = True
        self._filter = Input(
            placeholder="name, company, kind:mentor, owe …  Esc clears",
            id="filter",
            max_length=pasting.LINE_LIMIT,
        )
        self._filter.display = False
        self.mount(self._filter)
        self.today.set_empty("Nothing due today. / finds someone, p adds a project.")
        self.query_one("#contact", ContactPane).set_empty("No contact selected.")
        self._show_rest()

    def on_key(self, event: events.Key) -> None:
        """A key typed before Today is read waits for it: it is about what is there."""
        if not self._is_painted:
            event.stop()
            event.prevent_default()
            self.after_first_paint()
            (self.focused or self)._forward_event(events.Key(event.key, event.character))

    def _show_rest(self) -> None:
        self._show_today()
        self._show_hint()
        self._place_cursor()
        self._show_contact()
        # Not over a dialog: coming back from it, the board is loaded again.
        if not self._network.people and not self._doors_left and self.is_active:
            self.recco.open("doors", then=self._leave_doors)

    def _place_cursor(self) -> None:
        """In Today when there are people to be seen at last; not in an empty list while the other
        has something."""
        has_people = bool(self._network.people)
        opens, self._is_opened = has_people and not self._is_opened, has_people
        if opens and self.cursor.open_at_alert():
            return
        if self.focused is None or (self.focused is self.today and not self.today.entry_count()):
            self.cursor.enter(self.table)

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
        self._alerts = overview.queue
        self._older = overview.older
        rows = today_rows(overview.queue)
        if overview.older:
            rows.append(older_row(overview.rest))
        pane.set_rows(rows, "" if overview.older else overview.rest)
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

    def _show_contact(self) -> None:
        """The person that keys are about, in the pane."""
        pane, day = self.query_one("#contact", ContactPane), self.ledger.day
        if not self._is_painted or not pane.display:
            return
        contact_id = self.cursor.contact_id
        if contact_id is None:
            pane.show(None, today=day)
            return
        page = self.ledger.contacts.page(contact_id)
        row = self.table.highlighted
        if row is None or row.id != contact_id:
            row = self._network.row(contact_id) or row_of(page.contact)
        pane.show(page, row, today=day, keys=next_keys(row))

    def _table_moved(self, _: BoardRow | None) -> None:
        if not self.cursor.in_today:
            self._show_contact()

    def _today_moved(self, _: TodayRow | None) -> None:
        if self.cursor.in_today:
            self.cursor.follow()
            self._show_contact()

    # -- what the widgets say --------------------------------------------------------------------

    def on_descendant_focus(self) -> None:
        if self._is_painted and self.focused in (self.today, self.table):
            self.cursor.follow()
            self._show_contact()

    def on_line_list_chosen(self, event: LineList.Chosen) -> None:
        pane = self.query_one("#contact", ContactPane)
        if isinstance(event.entry, TodayRow) and event.entry.alert == OLDER:
            self._show_older()
        elif isinstance(event.entry, TodayRow):
            event.line_list.focus()
            self.app.simulate_key(key_name(event.entry.key))
        elif pane.display:
            pane.focus()
        else:
            self.recco.open("contact", event.entry.id)

    def _pass_on(self, down: bool) -> None:
        self.cursor.pass_on(down)
        self._show_contact()

    def _show_older(self) -> None:
        """The debts that Today only counts, in Network: there several are settled at once."""
        if self._filter is not None and self._older:
            self._network.sort, self._network.descending = SortKey.OWE, False
            self.show_filtered("owe", self._network.everyone)
            first = self._older[0].contact_id
            if first is not None:
                self.table.move_to(first)

    def show_filtered(self, typed: str, everyone: bool = True) -> None:
        """Show the people whom a filter finds, of the whole network or of the circle."""
        self._network.everyone = everyone
        if self._filter is not None:
            self._filter.display = True
            self._filter.value = typed
        self.load()
        self.cursor.enter(self.table)
        self._show_contact()

    def on_contact_pane_key_chosen(self, event: ContactPane.KeyChosen) -> None:
        """What the pane offers is about the person, not about an alert."""
        row = self.table.highlighted
        if row is not None and row.id == self.cursor.contact_id:
            self.cursor.enter(self.table)
        self.app.simulate_key(event.key)

    def on_network_table_sort_requested(self, event: NetworkTable.SortRequested) -> None:
        self._network.sort_by(_SORT_OF_COLUMN[event.column])
        self._show_rows()

    def on_network_table_marks_changed(self) -> None:
        self._show_rows()

    def on_resize(self) -> None:
        self.call_after_refresh(self._show_contact)

    # -- filter, sort, circle --------------------------------------------------------------------

    def action_filter(self) -> None:
        if self._filter is not None:
            self._filter.display = True
            self.set_focus(self._filter)
            self.cursor.leave_today()

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
        self.cursor.enter(self.table)
        self._show_contact()

    def action_everyone(self) -> None:
        self._network.everyone = not self._network.everyone
        self.reload()

    def action_sort(self) -> None:
        self._network.sort_by_next()
        self._show_rows()

    def action_review(self) -> None:
        self.recco.open("review")

    # -- whom a verb is about --------------------------------------------------------------------

    def targets(self) -> list[int]:
        """Ids of the person of the alert at the cursor; in Network of the people marked, else of
        the one at the cursor."""
        at_cursor = self.cursor.contact_id
        marked = [] if self.cursor.in_today else [row.id for row in self.table.marked_rows()]
        return marked or ([at_cursor] if at_cursor is not None else [])

    def alert(self) -> "Alert | None":
        """The alert at the cursor of the Today list while it has the focus."""
        row = self.today.highlighted if self.focused is self.today else None
        return next((a for a in self._alerts if row and a.id == row.alert), None)

    def on_contact_pane_opened(self) -> None:
        self.action_verb(EDIT.id)

    def after_verb(self) -> None:
        self.table.clear_marks()

    def after_undo_or_redo(self) -> None:
        """What came back is under the cursor."""
        alerts = {row.alert for row in self.today.entries}
        people = {row.id for row in self.table.entries}
        super().after_undo_or_redo()
        if self.cursor.in_today:
            back = [at for at, row in enumerate(self.today.entries) if row.alert not in alerts]
            if back:
                self.today.move_line(back[0])
        elif back := [row.id for row in self.table.entries if row.id not in people]:
            self.table.move_to(back[0])

    def show_person(self, contact_id: int) -> None:
        """Put the cursor on someone, in the whole network and without a filter if they are not
        among those shown."""
        if not self.table.move_to(contact_id):
            if self._filter is not None:
                self._filter.value = ""
                self._filter.display = False
            if self._network.row(contact_id) is None:
                self._network.everyone = True
            self.load()
            self.table.move_to(contact_id)
        self.cursor.enter(self.table)
        self._show_contact()
