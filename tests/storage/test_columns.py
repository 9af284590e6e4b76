"""The description of the columns and the schema say the same: a new column is in both."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime

import pytest

from recco_tui.storage.columns import (
    COLUMNS,
    UNIQUE_TOGETHER,
    CodeColumn,
    DateColumn,
    IdColumn,
    InvalidText,
    ReferenceColumn,
    StoredColumn,
)
from recco_tui.storage.dates import UNKNOWN_DAY, UNKNOWN_TIME
from recco_tui.storage.dump import TABLES
from recco_tui.storage.migrations import RECORDED
from tests.storage.files import new_file

NOT_ANYBODY_S = {"change_rows", "recording", "sync_machine", "sync_batches", "sync_kept"}
"""Tables that hold nothing of a person's but what the triggers note, and what machines exchange."""


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = new_file(tmp_path_factory.mktemp("schema") / "recco.db")
    with closing(sqlite3.connect(path)) as connection:
        yield connection


def test_every_table_is_described(schema: sqlite3.Connection) -> None:
    rows = schema.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    there = {name for (name,) in rows if not re.match("sqlite_|_sqlite_|.*_fts", name)}
    assert there - NOT_ANYBODY_S == COLUMNS.keys()
    assert {*TABLES, "changes"} == COLUMNS.keys()
    assert set(RECORDED) < COLUMNS.keys()


@pytest.mark.parametrize("table", COLUMNS)
def test_every_column_is_described_as_the_schema_has_it(
    schema: sqlite3.Connection, table: str
) -> None:
    there = schema.execute(f"PRAGMA table_info({table})").fetchall()
    assert {row[1] for row in there} == COLUMNS[table].keys()
    for _, name, type_, not_null, default, is_key in there:
        column = COLUMNS[table][name]
        assert column.type == type_, name
        assert column.null == (not not_null and not is_key), name
        assert isinstance(column, IdColumn) == bool(is_key), name
        stored = None if default is None else default.strip("'")
        assert (None if column.default is None else str(column.default)) == stored, name


@pytest.mark.parametrize("table", COLUMNS)
def test_references_and_single_values_are_described(schema: sqlite3.Connection, table: str) -> None:
    held = {row[3]: row[2] for row in schema.execute(f"PRAGMA foreign_key_list({table})")}
    told = {
        name: column.table
        for name, column in COLUMNS[table].items()
        if isinstance(column, ReferenceColumn) and not column.loose
    }
    assert told == held
    single = set()
    for _, index, unique, *_ in schema.execute(f"PRAGMA index_list({table})"):
        if unique:
            columns = schema.execute(f"PRAGMA index_info({index})")
            single.add(tuple(row[2] for row in columns))
    described = {(name,) for name, column in COLUMNS[table].items() if column.unique}
    described |= {UNIQUE_TOGETHER[table]} if table in UNIQUE_TOGETHER else set()
    assert described == single


def test_codes_are_those_that_the_schema_takes(schema: sqlite3.Connection) -> None:
    for table, columns in COLUMNS.items():
        (sql,) = schema.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()
        taken = {
            name: set(re.findall("'([^']*)'", words))
            for name, words in re.findall(r"CHECK \((\w+) IN \(([^)]*)\)\)", sql)
        }
        told = {
            name: {code.value for code in column.codes}
            for name, column in columns.items()
            if isinstance(column, CodeColumn)
        }
        assert told == taken, table


EVERY = [f"{table}.{name}" for table, columns in COLUMNS.items() for name in columns]
STRANGE: list[object] = [
    None, "", " ", "garbage", "0001-01-01", "9999-12-31", "2026-02-31", "20261123", "2026-W01-1",
    "2026-11-23T10:00:00", "2026-11-23T10:00:00+02:00", "[", "[1]", "null", '{"a": 1}', "[" * 9999,
    0, -1, 2**53, 2**63, True, 1.5, float("nan"), InvalidText("caf\ufffd"), "\ud800", "\x1b[2J",
]  # fmt: skip


@pytest.mark.parametrize("place", EVERY)
def test_anything_is_read_and_what_is_put_right_is_right(place: str) -> None:
    table, name = place.split(".")
    column: StoredColumn = COLUMNS[table][name]
    for value in STRANGE:
        column.read(value)
        if column.problem(value) and column.repairable:
            put_right = column.repaired(value)
            assert column.problem(put_right) == "", (value, put_right)


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        ("2026-11-23", "2026-11-23"),
        ("2026-11-23T10:00:00Z", "2026-11-23"),
        ("20261123", "2026-11-23"),
        ("garbage", None),
        ("9999-12-31", None),
        (None, None),
    ],
)
def test_a_day_is_read_as_well_as_it_can_be(stored: str | None, read: str | None) -> None:
    found = COLUMNS["contacts"]["connected_on"].read(stored)
    assert (found and found.isoformat()) == read
    assert COLUMNS["moments"]["on_date"].read(stored) == (found or UNKNOWN_DAY)
    since = COLUMNS["contacts"]["archived_on"].read(stored)
    assert since == (None if stored is None else found or UNKNOWN_DAY)


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        ("2026-11-23T10:00:00Z", datetime(2026, 11, 23, 10, tzinfo=UTC)),
        ("2026-11-23T10:00:00", datetime(2026, 11, 23, 10, tzinfo=UTC)),
        ("2026-11-23T12:00:00+02:00", datetime(2026, 11, 23, 10, tzinfo=UTC)),
        ("garbage", UNKNOWN_TIME),
    ],
)
def test_a_time_is_read_with_a_zone(stored: str, read: datetime) -> None:
    assert COLUMNS["drafts"]["saved_at"].read(stored) == read


def test_every_kind_of_day_has_a_sentence() -> None:
    column = DateColumn()
    assert column.problem("garbage") == "is not a date such as 2026-11-23"
    assert column.problem("2026-02-31") == "is not a real date"
    assert column.problem("2300-01-01") == "is not in the years 1800 to 2299"
    assert column.problem(None) == "is empty"
    assert column.problem("2026-11-23") == ""
