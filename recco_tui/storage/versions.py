"""Which migrations this recco knows, without loading what applies them."""

import sqlite3

MIGRATION_SET = "recco"
NAMES = ("m001_tables", "m002_remembered_imports", "m003_focus_of_a_draft")


def applied(connection: sqlite3.Connection) -> tuple[str, ...]:
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
