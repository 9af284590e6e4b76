"""The board on a file in which hardly a value is what it should be: every view opens."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock
from recco_tui.storage.columns import COLUMNS, CodeColumn, DateColumn, ListColumn
from recco_tui.ui.app import ReccoApp
from tests.every_table import TODAY, file_with_every_table

VIEWS = (
    *"2345678", "1", "A", "down", "enter", "escape", "home", "down", "enter", "escape", "r", "s",
    "q", "w", "escape", "a", "escape",
)  # fmt: skip


@pytest.mark.parametrize("value", ["garbage", "", "9999-12-31"])
def test_the_board_opens_and_shows_all_views(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    path = file_with_every_table(tmp_path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for table, columns in COLUMNS.items():
            for name, column in columns.items():
                if isinstance(column, DateColumn | ListColumn | CodeColumn):
                    connection.execute(f"UPDATE {table} SET {name} = ? WHERE id < 4", (value,))

    async def walk(ledger: Ledger) -> None:
        app = ReccoApp(ledger)
        async with app.run_test(size=(140, 40)) as pilot:
            for key in VIEWS:
                await pilot.press(key)
                await pilot.pause()

    with Ledger(path, Clock(TODAY), "test") as ledger:
        asyncio.run(walk(ledger))
