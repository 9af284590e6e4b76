"""What a file of an earlier version holds is there under the words of today."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from recco_tui.core.former_words import ACTIONS, SETTINGS
from recco_tui.ledger.dump import document_of
from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock
from recco_tui.storage import settings
from recco_tui.storage.tables import SNOOZES
from tests.storage.files import file_of_version


@pytest.fixture
def former_file(tmp_path: Path) -> Path:
    """A file from before the new words, with a change that can be undone."""
    path = file_of_version(tmp_path / "recco.db", "m007_former_addresses")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript("""
            INSERT INTO snoozes (alert, until, on_date) VALUES
                ('second-channel:7', '2026-12-01', '2026-11-20'),
                ('coverage:mentor', NULL, '2026-11-20'), ('ask:1:p3', NULL, '2026-11-20');
            INSERT INTO changes (label, made_at) VALUES
                ('set a number', '2026-11-20T09:00:00Z');
            INSERT INTO settings (name, value) VALUES ('second_channel_days', '5');
            INSERT INTO change_rows (change_id, table_name, row_id, before) VALUES
                (1, 'settings', 1, '{"id":1,"name":"second_channel_days","value":"4"}');
        """)
    return path


def test_snoozes_and_settings_have_the_words_of_today(former_file: Path) -> None:
    with Ledger(former_file, Clock(), "test") as ledger:
        assert ledger.settings.policy.follow_up_days == 5
    with closing(sqlite3.connect(former_file)) as connection:
        assert settings.every(connection) == {"follow_up_days": "5"}
        stored = [snooze.alert for snooze in SNOOZES.every(connection)]
    assert stored == ["follow-up:7", "missing-kind:mentor", "ask:1:p3"]


def test_undo_brings_back_what_was_there_under_the_words_of_today(former_file: Path) -> None:
    with Ledger(former_file, Clock(), "test") as ledger:
        ledger.log.undo()
        assert ledger.settings.policy.follow_up_days == 4


def test_no_word_is_both_a_former_one_and_one_of_today() -> None:
    for words in (ACTIONS, SETTINGS):
        assert not set(words) & set(words.values())


def test_a_document_is_read_with_the_words_of_today() -> None:
    document = document_of(
        {
            "snoozes": [{"id": 1, "alert": "coverage:mentor", "on_date": "2026-11-20"}],
            "settings": [{"id": 1, "name": "second_channel_days", "value": "5"}],
        },
        "former.json",
    )
    assert [row["alert"] for row in document.tables["snoozes"]] == ["missing-kind:mentor"]
    assert document.settings == {"follow_up_days": "5"}
    assert not document.left_out
