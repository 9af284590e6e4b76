"""Recommendations and their earlier texts in SQL."""

import sqlite3
from itertools import starmap

from recco_tui.core.models import Direction, Recommendation
from recco_tui.storage import columns

TABLE = "recommendations"
_READ = columns.readers(TABLE)
_COLUMNS = (
    "id, contact_id, direction, text, status, on_date, written_at, status_text, project_id, "
    "company, position, key_phrases, missing_since"
)


def _recommendation(
    id_: int,
    contact_id: int,
    direction: str,
    text: str,
    status: str,
    on_date: str,
    written_at: str | None,
    status_text: str,
    project_id: int | None,
    company: str,
    position: str,
    key_phrases: str,
    missing_since: str | None,
) -> Recommendation:
    return Recommendation(
        id_,
        contact_id,
        _READ["direction"](direction),
        text,
        _READ["status"](status),
        _READ["on_date"](on_date),
        _READ["written_at"](written_at),
        status_text,
        project_id,
        company,
        position,
        _READ["key_phrases"](key_phrases),
        _READ["missing_since"](missing_since),
    )


def get(connection: sqlite3.Connection, recommendation_id: int) -> Recommendation | None:
    """The recommendation, None when there is none of that id."""
    found = _select(connection, "WHERE id = ?", (recommendation_id,))
    return found[0] if found else None


def of_contact(connection: sqlite3.Connection, contact_id: int) -> tuple[Recommendation, ...]:
    """Everything between this person and me, newest first."""
    return _select(connection, "WHERE contact_id = ? ORDER BY on_date DESC, id DESC", (contact_id,))


def every(connection: sqlite3.Connection) -> tuple[Recommendation, ...]:
    """All of them, oldest first."""
    return _select(connection, "ORDER BY on_date, id", ())


def searched(
    connection: sqlite3.Connection, query: str, direction: Direction | None = None
) -> tuple[Recommendation, ...]:
    """Texts that hold every word of the query (the last one may be a beginning), best first."""
    words = [f'"{word.replace(chr(34), chr(34) * 2)}"' for word in query.split()]
    if not words:
        return ()
    match = " ".join(words) + "*"
    return _select(
        connection,
        "JOIN (SELECT rowid AS found, rank FROM recommendations_fts "
        "WHERE recommendations_fts MATCH ?) ON found = id "
        "WHERE ? IS NULL OR direction = ? ORDER BY rank, id",
        (match, direction, direction),
    )


def _select(
    connection: sqlite3.Connection, rest: str, values: tuple[str | int | None, ...]
) -> tuple[Recommendation, ...]:
    cursor = connection.execute(f"SELECT {_COLUMNS} FROM {TABLE} {rest}", values)
    return tuple(starmap(_recommendation, cursor.fetchall()))


def keep_version(connection: sqlite3.Connection, recommendation_id: int, replaced_at: str) -> None:
    """Keep the present text before it is replaced."""
    connection.execute(
        "INSERT INTO recommendation_versions (recommendation_id, text, written_at, replaced_at) "
        f"SELECT id, text, written_at, ? FROM {TABLE} WHERE id = ?",
        (replaced_at, recommendation_id),
    )
