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
