"""Settings in SQL: only what differs from its default is a row."""

import json
import sqlite3
from collections.abc import Collection, Mapping


def every(connection: sqlite3.Connection) -> dict[str, str]:
    """Every setting that differs from its default."""
    return dict(connection.execute("SELECT name, value FROM settings"))


def put(connection: sqlite3.Connection, name: str, value: str) -> None:
    """Store a setting."""
    connection.execute(
        "INSERT INTO settings (name, value) VALUES (?, ?) "
        "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, value),
    )


def drop(connection: sqlite3.Connection, name: str) -> None:
    """Forget a setting: its default holds again."""
    connection.execute("DELETE FROM settings WHERE name = ?", (name,))


def remove_untrusted(
    connection: sqlite3.Connection, own: Collection[str], present: Mapping[str, str]
) -> list[str]:
    """In a file that comes from elsewhere, drop those of the settings `own` (which name a program
    or a file) that the file it replaces (`present`) does not hold just so; their names.

    What the log holds of them goes too: undo or redo would bring them back.
    """
    from recco_tui.storage.migrations import RECORDED

    stored = every(connection)
    gone = [name for name in own if name in stored and present.get(name) != stored[name]]
    for name in gone:
        drop(connection, name)
    logged = connection.execute(
        "SELECT id, table_name, before, after FROM change_rows "
        f"WHERE table_name NOT IN ({', '.join('?' * (len(RECORDED) - 1))})",
        [table for table in RECORDED if table != "settings"],
    ).fetchall()
    connection.executemany(
        "DELETE FROM change_rows WHERE id = ?",
        [
            (id_,)
            for id_, table, *rows in logged
            if table != "settings" or any(_is_of(own, row) for row in rows)
        ],
    )
    return gone


def _is_of(own: Collection[str], row: str | None) -> bool:
    """Whether a row as the log keeps it is of one of these settings, or cannot be read."""
    if row is None:
        return False
    try:
        values = json.loads(row)
    except (ValueError, RecursionError):
        return True
    return not isinstance(values, dict) or values.get("name") in own


def present_features(connection: sqlite3.Connection) -> frozenset[str]:
    """Which of people, kinds, projects, moments, pins and asks there is at least one of."""
    return frozenset(
        name
        for name, of in _THERE.items()
        if connection.execute(f"SELECT EXISTS (SELECT 1 FROM {of})").fetchone()[0]
    )


_THERE = {
    "people": "contacts",
    "kinds": "contacts WHERE kind != 'unknown'",
    "projects": "projects",
    "moments": "moments",
    "pins": "contacts WHERE pinned_on IS NOT NULL",
    "asks": "asks",
}
