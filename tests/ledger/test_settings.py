"""The settings of a file that comes from elsewhere: no program and no file but the present ones."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from recco_tui.core.errors import NothingFound
from recco_tui.core.settings import OWN
from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock
from recco_tui.storage import settings
from tests.new_file import new_file


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    """One whose log knows an editor that was set, changed and taken back."""
    path = tmp_path / "foreign.db"
    with Ledger(new_file(path), Clock(), "test") as ledger:
        ledger.settings.set("editor", "sh -c evil")
        ledger.settings.set("editor", "vim")
        ledger.settings.set("theme", "dark")
        ledger.settings.set("calendar_file", "/tmp/x")
        ledger.log.undo()
    return path


@pytest.fixture
def connection(foreign: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(foreign, isolation_level=None)) as opened:
        yield opened


def every_state(path: Path) -> list[dict[str, str]]:
    """The settings after each undo and each redo that there is."""
    found = []
    with Ledger(path, Clock(), "test") as ledger:
        for step in (ledger.log.redo, ledger.log.undo, ledger.log.redo):
            while True:
                found.append(ledger.settings.all())
                try:
                    step()
                except NothingFound:
                    break
    return found


def test_no_program_of_its_own_is_left_nor_comes_back_by_undo(
    connection: sqlite3.Connection, foreign: Path
) -> None:
    assert settings.remove_untrusted(connection, OWN, {}) == ["editor"]
    for state in every_state(foreign):
        assert not OWN.keys() & state.keys()
    assert {"theme": "dark"} in every_state(foreign)


def test_what_the_present_file_names_too_stays(connection: sqlite3.Connection) -> None:
    assert settings.remove_untrusted(connection, OWN, {"editor": "vim"}) == []
    assert settings.every(connection) == {"editor": "vim", "theme": "dark"}


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("settings (name, value) SELECT 'editor', 'sh' --", "{}"),
        ('"settings"', json.dumps({"id": 9, "name": "editor", "value": "sh"})),
        ("settings", '{"id": 9, "name": "theme", "name": "editor", "value": "sh"}'),
        ("settings", "[" * 20000),
    ],
)
def test_a_log_made_by_hand_brings_none(
    connection: sqlite3.Connection, foreign: Path, table: str, row: str
) -> None:
    connection.execute("INSERT INTO changes (id, label, made_at) VALUES (99, 'x', '2026-01-01')")
    connection.execute(
        "INSERT INTO change_rows (change_id, table_name, row_id, before) VALUES (99, ?, 9, ?)",
        (table, row),
    )
    settings.remove_untrusted(connection, OWN, {})
    for state in every_state(foreign):
        assert not OWN.keys() & state.keys()
