"""Whether a file holds recco's own tables, indexes and triggers, and nothing else.

A file that somebody else made can bring triggers and views that act, or lie, with each change.
"""

import re
import sqlite3
from contextlib import closing

from recco_tui.storage import versions

_LEFT_BY_OTHERS = frozenset({"_litestream_seq", "_litestream_lock"})
"""Plain tables that a replicating Litestream leaves in the file."""
_MIGRATIONS = "_sqlite_migrations"
_SHADOW = re.compile(r"recommendations_fts_\w+")
"""Tables of the full-text index: their words are SQLite's, and differ between its versions."""
_VIRTUAL = re.compile(r"\s*CREATE\s+VIRTUAL\b", re.IGNORECASE)

_Object = tuple[str, str]
"""Type (table, index, trigger, view) and name."""


def unexpected_objects(connection: sqlite3.Connection) -> list[str]:
    """What in the schema recco's migrations did not make, as "trigger spy", what of theirs was
    changed ("table contacts (changed)") and what is gone ("trigger … (missing)"); sorted, empty
    when all is right. The file may be of an earlier version.
    """
    expected = _expected(versions.applied(connection))
    there = _objects(connection)
    found = [f"{kind} {name}" for kind, name in there.keys() - expected.keys()]
    found += [f"{kind} {name} (missing)" for kind, name in expected.keys() - there.keys()]
    found += [
        f"{kind} {name} (changed)"
        for kind, name in there.keys() & expected.keys()
        if there[kind, name] != expected[kind, name]
    ]
    return sorted(found)


def _expected(done: tuple[str, ...]) -> dict[_Object, str]:
    """The schema of a new file with these migrations."""
    from sqlite_utils import Database

    from recco_tui.storage.migrations import migrations

    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        pending = [name for name in versions.NAMES if name not in done]
        migrations.apply(Database(connection, execute_plugins=False), stop_before=pending[:1])
        return _objects(connection)


def _objects(connection: sqlite3.Connection) -> dict[_Object, str]:
    """Each object with its definition, however that is spaced and quoted."""
    found: dict[_Object, str] = {}
    for kind, name, table, sql in connection.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_master"
    ):
        is_plain = kind == "index" or (kind == "table" and not _VIRTUAL.match(sql or ""))
        if is_plain and (name.startswith("sqlite_") or name in _LEFT_BY_OTHERS):
            continue
        if is_plain and table == _MIGRATIONS:
            continue
        known = is_plain and _SHADOW.fullmatch(name)
        found[kind, name] = "" if known else _normal(sql or "")
    return found


def _normal(sql: str) -> str:
    return " ".join(re.sub(r"[\[\]\"`]", "", sql).split())
