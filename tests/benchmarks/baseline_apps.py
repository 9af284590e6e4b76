"""The programs that recco is measured against: `empty` and `table` (100 rows in a DataTable)."""

import sys

from textual.app import App, ComposeResult
from textual.widgets import DataTable, Static


class EmptyApp(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("READY")


class TableApp(App[None]):
    def compose(self) -> ComposeResult:
        yield DataTable(cursor_type="row")

    def on_mount(self) -> None:
        table = self.query_one(DataTable)
        table.add_columns("Name", "Kind", "Given", "Received", "Balance", "Ask", "Last")
        for number in range(100):
            table.add_row(f"Person {number}", "peer", "1", "0", "owed 1", "agreed", "3 d")
        table.focus()


if __name__ == "__main__":
    {"empty": EmptyApp, "table": TableApp}[sys.argv[1]]().run()
