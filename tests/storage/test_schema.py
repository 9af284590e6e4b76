"""A file that someone else made may hold triggers and views: what recco did not make is named."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from recco_tui.storage import schema
from recco_tui.storage.schema import unexpected_objects
from tests.storage.files import file_of_version, new_file


def found_in(path: Path, *statements: str) -> list[str]:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)
        return unexpected_objects(connection)


def test_recco_s_own_file_has_nothing_unexpected(tmp_path: Path) -> None:
    assert found_in(new_file(tmp_path / "recco.db")) == []


@pytest.mark.parametrize("newest", schema.MIGRATION_NAMES)
def test_nor_has_one_of_an_earlier_version(tmp_path: Path, newest: str) -> None:
    assert found_in(file_of_version(tmp_path / "recco.db", newest)) == []


def test_nor_one_that_was_analyzed_or_replicated(tmp_path: Path) -> None:
    litestream = "CREATE TABLE _litestream_seq (id INTEGER PRIMARY KEY, seq INTEGER)"
    assert found_in(new_file(tmp_path / "recco.db"), "ANALYZE", litestream) == []


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        (
            "CREATE TRIGGER spy AFTER INSERT ON contacts BEGIN "
            "UPDATE settings SET value = 'sh' WHERE name = 'editor'; END",
            "trigger spy",
        ),
        ("CREATE VIEW people AS SELECT * FROM contacts", "view people"),
        ("CREATE VIRTUAL TABLE more USING fts5(a)", "table more"),
        ("CREATE VIRTUAL TABLE _litestream_seq USING fts5(a)", "table _litestream_seq"),
        ("CREATE TABLE notes (a)", "table notes"),
        ("CREATE INDEX mine ON contacts (lower(name))", "index mine"),
        (
            "ALTER TABLE contacts ADD COLUMN also TEXT AS (name)",
            "table contacts (changed)",
        ),
        (
            "DROP TRIGGER record_contacts_delete",
            "trigger record_contacts_delete (missing)",
        ),
    ],
)
def test_what_someone_else_put_there_is_named(tmp_path: Path, statement: str, named: str) -> None:
    assert named in found_in(new_file(tmp_path / "recco.db"), statement)


def test_a_trigger_under_a_name_of_recco_s_is_seen(tmp_path: Path) -> None:
    changed = (
        "DROP TRIGGER record_contacts_insert",
        "CREATE TRIGGER record_contacts_insert AFTER INSERT ON contacts BEGIN "
        "DELETE FROM contacts; END",
    )
    named = ["trigger record_contacts_insert (changed)"]
    assert found_in(new_file(tmp_path / "recco.db"), *changed) == named
