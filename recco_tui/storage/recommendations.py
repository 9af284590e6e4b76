"""Recommendations and their earlier texts in SQL."""

import sqlite3
from collections.abc import Iterable

from recco_tui.core.models import COUNTED, Direction, Recommendation, TextVersion
from recco_tui.storage.columns import stored
from recco_tui.storage.rows import Selection
from recco_tui.storage.tables import RECOMMENDATIONS

_WITHOUT_TEXTS = Selection.of_table(
    Recommendation,
    "recommendations",
    without=("written_at", "status_text", "company", "position", "key_phrases"),
    # Of the words only whether there are any: `Recommendation.has_text`.
    columns={"text": "substr(ltrim(text, char(9, 10, 13, 32)), 1, 1)"},
)
_IN_A_BALANCE = Selection.of_table(
    Recommendation,
    "recommendations",
    without=(
        *("text", "written_at", "status_text", "company", "position", "key_phrases"),
        *("missing_since", "change_asked_on"),
    ),
    columns={"text": "''"},
)
_COUNTED = ", ".join(f"'{status.value}'" for status in COUNTED)


def every(connection: sqlite3.Connection) -> tuple[Recommendation, ...]:
    """All of them, oldest first."""
    return RECOMMENDATIONS.every(connection)[::-1]


def without_texts(connection: sqlite3.Connection) -> tuple[Recommendation, ...]:
    """All of them with who, when and where they stand; of the words the first letter at most."""
    return _WITHOUT_TEXTS.read(connection, "FROM recommendations")


def counted(
    connection: sqlite3.Connection, contact_ids: Iterable[int]
) -> tuple[Recommendation, ...]:
    """What counts in the balance with these people, without the words."""
    listed = ",".join(map(str, contact_ids))
    return _IN_A_BALANCE.read(
        connection,
        f"FROM recommendations WHERE contact_id IN ({listed}) AND status IN ({_COUNTED})",
    )


def searched(
    connection: sqlite3.Connection, query: str, direction: Direction | None = None
) -> tuple[Recommendation, ...]:
    """Texts that hold every word of the query (the last one may be a beginning), best first."""
    words = [f'"{word.replace(chr(34), chr(34) * 2)}"' for word in query.split()]
    if not words:
        return ()
    match = " ".join(words) + "*"
    return RECOMMENDATIONS.selection.read(
        connection,
        "FROM recommendations JOIN (SELECT rowid AS found, rank FROM recommendations_fts "
        "WHERE recommendations_fts MATCH ?) ON found = id "
        "WHERE ? IS NULL OR direction = ? ORDER BY rank, id",
        (match, direction, direction),
    )


def ids_holding(connection: sqlite3.Connection, words: str) -> set[int]:
    """The texts in which these words stand one after the other; the last may be a beginning."""
    match = f'"{words.replace(chr(34), " ")}"*'
    return {
        id_
        for (id_,) in connection.execute(
            "SELECT rowid FROM recommendations_fts WHERE recommendations_fts MATCH ?", (match,)
        )
    }


def keep_version(connection: sqlite3.Connection, recommendation_id: int, replaced_at: str) -> None:
    """Keep the present text before it is replaced."""
    connection.execute(
        "INSERT INTO recommendation_versions (recommendation_id, text, written_at, replaced_at) "
        "SELECT id, text, written_at, ? FROM recommendations WHERE id = ?",
        (replaced_at, recommendation_id),
    )


def add_versions(
    connection: sqlite3.Connection,
    recommendation_id: int,
    versions: Iterable[TextVersion],
    replaced_at: str,
) -> None:
    """Keep what a text was before, as an import tells it."""
    connection.executemany(
        "INSERT INTO recommendation_versions (recommendation_id, text, written_at, replaced_at) "
        "VALUES (?, ?, ?, ?)",
        [
            (recommendation_id, version.text, stored(version.written_at), replaced_at)
            for version in versions
        ],
    )


def join(connection: sqlite3.Connection, kept: int, gone: int, replaced_at: str) -> None:
    """Make a text, and what it was before, history of the one that took its place."""
    keep_version(connection, gone, replaced_at)
    connection.execute(
        "UPDATE recommendation_versions SET recommendation_id = ? WHERE recommendation_id = ?",
        (kept, gone),
    )
    connection.execute(
        "UPDATE recommendations SET project_id = coalesce(project_id, "
        "(SELECT project_id FROM recommendations WHERE id = ?)) WHERE id = ?",
        (gone, kept),
    )
    connection.execute("DELETE FROM recommendations WHERE id = ?", (gone,))
