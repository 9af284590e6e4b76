"""What can be wrong with the file, found by reading and mended in one change."""

import os
import re
import shutil
import sqlite3
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from recco_tui.storage import snapshots

LEAST_FREE = 50 * 1024 * 1024
"""Bytes that should be free on the disk, besides three times the file."""


_OF_A_VALUE = re.compile(r"CHECK constraint failed in |(NULL|(non-)?[A-Z]+) value in ")


def broken_pages(connection: sqlite3.Connection) -> list[str]:
    """What SQLite's own check finds; empty when the file is whole. A value that its column should
    not hold breaks nothing: `repair` finds those, and more of them."""
    rows = connection.execute("PRAGMA integrity_check(1000)").fetchall()
    found = [str(row[0]) for row in rows if row[0] != "ok"]
    return [one for one in found if not _OF_A_VALUE.match(one)]


def dangling_rows(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    """Table and row of everything tied to something that is not there."""
    rows = connection.execute("PRAGMA foreign_key_check").fetchall()
    return [(str(table), int(row or 0)) for table, row, *_ in rows]


def search_is_whole(connection: sqlite3.Connection) -> bool:
    """Whether the full-text index holds what the recommendations say."""
    try:
        connection.execute(
            "INSERT INTO recommendations_fts(recommendations_fts, rank) "
            "VALUES ('integrity-check', 1)"
        )
    except sqlite3.DatabaseError:
        return False
    return True


def rebuild_search(connection: sqlite3.Connection) -> None:
    """Make the full-text index anew."""
    connection.execute("INSERT INTO recommendations_fts(recommendations_fts) VALUES ('rebuild')")


def empty_drafts(connection: sqlite3.Connection) -> list[int]:
    """Ids of unfinished drafts in which nothing stands."""
    return _ids(
        connection,
        "SELECT id FROM drafts WHERE finished_at IS NULL AND trim(text) = '' ORDER BY id",
    )


def drafts_of_the_archived(connection: sqlite3.Connection) -> list[int]:
    """Ids of unfinished drafts for people who are hidden from every view."""
    return _ids(
        connection,
        "SELECT d.id FROM drafts d JOIN contacts c ON c.id = d.contact_id "
        "WHERE d.finished_at IS NULL AND c.archived_on IS NOT NULL ORDER BY d.id",
    )


def lost_versions(connection: sqlite3.Connection) -> list[int]:
    """Ids of earlier states whose draft is gone and cannot come back by undo."""
    return _ids(
        connection,
        "SELECT id FROM draft_versions WHERE draft_id NOT IN (SELECT id FROM drafts) "
        "AND draft_id NOT IN (SELECT row_id FROM change_rows WHERE table_name = 'drafts')",
    )


def _ids(connection: sqlite3.Connection, statement: str) -> list[int]:
    return [int(row[0]) for row in connection.execute(statement)]


def delete(connection: sqlite3.Connection, table: str, ids: Iterable[int]) -> None:
    """Remove these rows; inside a recorded change it can be undone."""
    connection.executemany(f"DELETE FROM {table} WHERE id = ?", [(id_,) for id_ in ids])


def open_to_others(path: Path) -> list[tuple[Path, int]]:
    """Files and folders of recco's that others may read, with the mode they should have."""
    return [
        (one, mode)
        for one, mode in _own(path)
        if one.exists() and stat.S_IMODE(one.stat().st_mode) & 0o077
    ]


def _own(path: Path) -> Iterator[tuple[Path, int]]:
    yield path, 0o600
    for rest in ("-wal", "-shm"):
        yield Path(f"{path}{rest}"), 0o600
    folder = snapshots.folder_of(path)
    yield folder, 0o700
    for one in snapshots.taken(path):
        yield one, 0o600


def make_private(wrong: Iterable[tuple[Path, int]]) -> None:
    """Give each the mode it should have."""
    for one, mode in wrong:
        os.chmod(one, mode)


def free_space(path: Path) -> tuple[int, int]:
    """Bytes free on the disk, and how many there should be."""
    return shutil.disk_usage(path.parent).free, LEAST_FREE + 3 * path.stat().st_size
