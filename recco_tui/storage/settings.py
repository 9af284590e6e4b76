"""Settings in SQL: only what differs from its default is a row."""

import sqlite3


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


def what_is_there(connection: sqlite3.Connection) -> frozenset[str]:
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
