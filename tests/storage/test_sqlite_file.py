"""Reading a database file page by page finds what SQLite finds."""

import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recco_tui.storage.sqlite_file import TABLE_INNER, PageRow, Pages, Unreadable, values_of

VALUES = st.one_of(
    st.none(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False),
    st.text(st.characters(codec="utf-8"), max_size=40),
    st.binary(max_size=40),
    st.sampled_from(["x" * 5000, "é" * 3000, b"\0" * 4062, "y" * 4052, "z" * 9000]),
)


def rows_below(pages: Pages, number: int) -> Iterator[PageRow]:
    if pages.kind(number) == TABLE_INNER:
        for one in pages.below(number).numbers:
            yield from rows_below(pages, one)
    else:
        yield from pages.leaf(number).rows


def root_of(connection: sqlite3.Connection) -> int:
    return connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 't'").fetchone()[0]


@pytest.mark.parametrize("size", [512, 1024, 4096, 65536])
@settings(max_examples=10)
@given(rows=st.lists(st.tuples(st.integers(-(2**63), 2**63 - 1), VALUES, VALUES), max_size=40))
def test_every_value_is_read_as_sqlite_reads_it(
    tmp_path_factory: pytest.TempPathFactory, size: int, rows: list[tuple[object, ...]]
) -> None:
    path = tmp_path_factory.mktemp("pages") / "t.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA page_size = {size}")
        connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, a, b)")
        connection.executemany("INSERT OR REPLACE INTO t VALUES (?, ?, ?)", rows)
        there = connection.execute("SELECT id, a, b FROM t ORDER BY id").fetchall()
        root = root_of(connection)
    with closing(Pages(path)) as pages:
        found = [(row.id, *row.values[1:]) for row in rows_below(pages, root)]
    assert found == there
    assert [tuple(map(type, row)) for row in found] == [tuple(map(type, row)) for row in there]


@pytest.fixture
def with_a_log(tmp_path: Path) -> Path:
    """A file of ten rows, whose log holds ten more, each committed by itself."""
    live, path = tmp_path / "live.db", tmp_path / "copy.db"
    with closing(sqlite3.connect(live, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, a)")
        connection.executemany("INSERT INTO t VALUES (?, 'one')", [(n,) for n in range(10)])
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        for number in range(10, 20):
            connection.execute("INSERT INTO t VALUES (?, 'two')", (number,))
        shutil.copy(live, path)
        shutil.copy(f"{live}-wal", f"{path}-wal")
    return path


def many(path: Path) -> tuple[int, bool]:
    with closing(Pages(path)) as pages:
        return len(list(rows_below(pages, 2))), pages.log_is_whole


def test_what_the_log_has_committed_counts(with_a_log: Path) -> None:
    assert many(with_a_log) == (20, True)
    Path(f"{with_a_log}-wal").unlink()
    assert many(with_a_log) == (10, True)


def test_a_log_that_is_cut_or_broken_counts_up_to_there(with_a_log: Path) -> None:
    log = Path(f"{with_a_log}-wal")
    whole = log.read_bytes()
    log.write_bytes(whole[:-2000])
    assert many(with_a_log) == (19, False)
    log.write_bytes(whole[:-10000] + b"?" + whole[-9999:])
    found, is_whole = many(with_a_log)
    assert 16 <= found <= 18
    assert not is_whole
    log.write_bytes(b"?" * len(whole))
    assert many(with_a_log) == (10, False)
    log.write_bytes(whole[:20])
    assert many(with_a_log) == (10, False)
    log.write_bytes(b"")
    assert many(with_a_log) == (10, True)


def test_frames_of_an_older_log_behind_the_newest_are_nothing_missing(tmp_path: Path) -> None:
    live, path = tmp_path / "live.db", tmp_path / "copy.db"
    with closing(sqlite3.connect(live, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, a)")
        connection.executemany("INSERT INTO t VALUES (?, 'one')", [(n,) for n in range(10)])
        connection.execute("PRAGMA wal_checkpoint(RESTART)")
        connection.execute("INSERT INTO t VALUES (10, 'two')")
        shutil.copy(live, path)
        shutil.copy(f"{live}-wal", f"{path}-wal")
    assert many(path) == (11, True)


@pytest.mark.parametrize("said", [512, 8192, 0, 3, 65535])
def test_the_size_of_a_page_is_seen_where_the_header_says_another(
    tmp_path: Path, said: int
) -> None:
    path = tmp_path / "t.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, a)")
        connection.executemany("INSERT INTO t VALUES (?, 'abc')", [(n,) for n in range(300)])
    content = bytearray(path.read_bytes())
    content[16:18] = said.to_bytes(2, "big")
    path.write_bytes(content)
    with closing(Pages(path)) as pages:
        assert pages.size == 4096
        assert len(list(rows_below(pages, 2))) == 300


@given(st.binary(max_size=200))
def test_any_bytes_are_a_record_or_said_to_be_none(content: bytes) -> None:
    try:
        values_of(content)
    except Unreadable:
        return


@pytest.mark.parametrize("kind", [2, 5, 10, 13])
def test_a_page_of_noise_is_read_in_part_or_said_to_be_unreadable(
    tmp_path: Path, kind: int
) -> None:
    path = tmp_path / "t.db"
    for seed in range(60):
        luck = random.Random(seed)
        content = bytearray(luck.randbytes(luck.choice((150, 4096, 9000, 40_000))))
        for start in (100, *range(4096, len(content) - 8, 4096)):
            content[start] = kind
            content[start + 3 : start + 5] = luck.randrange(80).to_bytes(2, "big")
        path.write_bytes(content)
        with closing(Pages(path)) as pages:
            for number in range(pages.count + 2):
                for read in (pages.leaf, pages.below, pages.entries):
                    with suppress(Unreadable):
                        read(number)
            pages.free()


@pytest.mark.parametrize("kind", [2, 5, 10, 13])
def test_a_cell_at_the_very_end_of_a_page_runs_over_nothing(tmp_path: Path, kind: int) -> None:
    path = tmp_path / "t.db"
    page = bytes((kind, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 2)).ljust(4096, b"\x81")
    for at in (4094, 4095):
        cell = at.to_bytes(2, "big")
        page = page[:8] + cell + page[10:12] + cell + page[14:]
        path.write_bytes(bytes(4096) + page)
        with closing(Pages(path)) as pages:
            for read in (pages.leaf, pages.below, pages.entries):
                with suppress(Unreadable):
                    assert not read(2).whole
