"""The one cursor of the board: in Today or in Network; keys are about what is under it."""

from recco_tui.ui.widgets.network_table import NetworkTable
from recco_tui.ui.widgets.today_list import TodayList


class OneCursor:
    """Two lists gone through as one. The list that had the focus last has the cursor: the contact
    pane and the filter leave it where it was."""

    def __init__(self, today: TodayList, table: NetworkTable) -> None:
        self.today = today
        self.table = table
        self._in_today = False

    @property
    def in_today(self) -> bool:
        """Whether the cursor is in Today."""
        focused = self.table.screen.focused
        if focused is self.today or focused is self.table:
            self._in_today = focused is self.today
        return self._in_today

    @property
    def contact_id(self) -> int | None:
        """The person under it; None on a hint about no one, and in an empty list."""
        if self.in_today:
            alert = self.today.highlighted
            return alert.contact_id if alert is not None else None
        row = self.table.highlighted
        return row.id if row is not None else None

    def enter(self, line_list: TodayList | NetworkTable) -> None:
        """Go on in this list."""
        self.table.screen.set_focus(line_list)
        self.follow()

    def leave_today(self) -> None:
        """What is typed from now on is about Network, where the focus is not."""
        self._in_today = False

    def follow(self) -> None:
        """Select the person of an alert in Network, too."""
        if self.in_today and self.contact_id is not None:
            self.table.move_to(self.contact_id)

    def open_at_alert(self) -> bool:
        """Begin at the first line of Today; not where it has only hints about no one."""
        is_about_someone = any(row.contact_id is not None for row in self.today.entries)
        if is_about_someone:
            self.today.move_line(0)
            self.enter(self.today)
        return is_about_someone

    def pass_on(self, down: bool) -> None:
        """Down from Today's last line to Network's first, and up from there."""
        if down and self.in_today and self.table.entry_count():
            self.enter(self.table)
            self.table.move_line(0)
        elif not down and not self.in_today and self.today.entry_count():
            self.enter(self.today)
            self.today.move_line(self.today.entry_count() - 1)
