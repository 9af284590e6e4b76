"""The schema of a file: which migrations made it, and whether anything else did.

Nothing here loads the migrations themselves unless they are to be applied: a file that is up to
date opens without them.
"""

import re
import sqlite3
from collections.abc import Collection
from functools import cache

from recco_tui.numpy_threads import one_numpy_thread

MIGRATION_SET = "recco"
MIGRATION_NAMES = (
    "m001_tables",
    "m002_remembered_imports",
    "m003_focus_of_a_draft",
    "m004_former_names",
    "m005_changes_asked_for",
    "m006_closed_requests_and_goals",
    "m007_former_addresses",
    "m008_words_of_today",
    "m009_unconfirmed_words",
    "m010_sync",
    "m011_meetings",
)
_LEFT_BY_OTHERS = frozenset({"_litestream_seq", "_litestream_lock"})
"""Plain tables that a replicating Litestream leaves in the file."""
_MIGRATIONS = "_sqlite_migrations"
_SHADOW = r"recommendations_fts_\w+"
"""Tables of the full-text index: their words are SQLite's, and differ between its versions."""
_VIRTUAL = r"(?i)\s*CREATE\s+VIRTUAL\b"

_Object = tuple[str, str]
"""Type (table, index, trigger, view) and name."""


def applied_migrations(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Names of the migrations that the file has had, in order; empty for a new file."""
    there = connection.execute(
        "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_sqlite_migrations'"
    ).fetchone()
    if not there:
        return ()
    rows = connection.execute(
        "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY id",
        (MIGRATION_SET,),
    )
    return tuple(name for (name,) in rows)


def migrate(connection: sqlite3.Connection, names: Collection[str] = MIGRATION_NAMES) -> None:
    """Apply what the file lacks of these migrations, which are the first ones."""
    with one_numpy_thread():
        from sqlite_utils import Database

        from recco_tui.storage.migrations import migrations

    later = [name for name in MIGRATION_NAMES if name not in names]
    database = Database(connection, execute_plugins=False)
    with database.atomic():
        migrations.apply(database, stop_before=later)


@cache
def empty_database(names: tuple[str, ...]) -> sqlite3.Connection:
    """A database in memory with these migrations, the first ones, and not one row: to be copied,
    and never written to.

    They take longer than all the rest of making a file, which comes to them more than once.
    """
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    migrate(connection, names)
    return connection


def unexpected_objects(connection: sqlite3.Connection) -> list[str]:
    """What in the schema recco's migrations did not make, as "trigger spy", what of theirs was
    changed ("table contacts (changed)") and what is gone ("trigger … (missing)"); sorted, empty
    when all is right. The file may be of an earlier version.
    """
    expected = _objects(empty_database(applied_migrations(connection)))
    there = _objects(connection)
    found = [f"{kind} {name}" for kind, name in there.keys() - expected.keys()]
    found += [f"{kind} {name} (missing)" for kind, name in expected.keys() - there.keys()]
    found += [
        f"{kind} {name} (changed)"
        for kind, name in there.keys() & expected.keys()
        if there[kind, name] != expected[kind, name]
    ]
    return sorted(found)


def _objects(connection: sqlite3.Connection) -> dict[_Object, str]:
    """Each object with its definition, however that is spaced and quoted."""
    found: dict[_Object, str] = {}
    for kind, name, table, sql in connection.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_master"
    ):
        is_plain = kind == "index" or (kind == "table" and not re.match(_VIRTUAL, sql or ""))
        if is_plain and (name.startswith("sqlite_") or name in _LEFT_BY_OTHERS):
            continue
        if is_plain and table == _MIGRATIONS:
            continue
        known = is_plain and re.fullmatch(_SHADOW, name)
        found[kind, name] = "" if known else _normal(sql or "")
    return found


def _normal(sql: str) -> str:
    return " ".join(re.sub(r"[\[\]\"`]", "", sql).split())
