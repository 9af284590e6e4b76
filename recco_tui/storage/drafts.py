"""Drafts and their versions in SQL."""

import sqlite3

from recco_tui.core.models import Draft, DraftVersion, TextKind
from recco_tui.storage.dates import known_time
from recco_tui.storage.rows import Selection

TABLE = "drafts"
VERSIONS = "draft_versions"
_DRAFTS = Selection.of_table(Draft, TABLE)
_VERSIONS = Selection.of_table(DraftVersion, VERSIONS)
_NEWEST_FIRST = "ORDER BY saved_at DESC, id DESC"
_UNDONE = Selection(
    DraftVersion,
    {
        "id": "id",
        "text": "json_extract(after, '$.text')",
        "claims": "json_extract(after, '$.claims')",
        "saved_at": "json_extract(after, '$.saved_at')",
    },
    {"saved_at": known_time},
)
"""Drafts as the log keeps them."""


def get(connection: sqlite3.Connection, draft_id: int) -> Draft | None:
    """The draft, None when there is none of that id."""
    return _DRAFTS.one(connection, "FROM drafts WHERE id = ?", (draft_id,))


def of_contact(connection: sqlite3.Connection, contact_id: int) -> tuple[Draft, ...]:
    """All drafts for this person, newest first."""
    where = "FROM drafts WHERE contact_id = ?"
    return _DRAFTS.read(connection, f"{where} {_NEWEST_FIRST}", (contact_id,))


def unfinished(connection: sqlite3.Connection) -> tuple[Draft, ...]:
    """Drafts being written, newest first."""
    return _DRAFTS.read(connection, f"FROM drafts WHERE finished_at IS NULL {_NEWEST_FIRST}")


def versions(connection: sqlite3.Connection, draft_id: int) -> tuple[DraftVersion, ...]:
    """Earlier states of a draft, newest first."""
    return _VERSIONS.read(
        connection, "FROM draft_versions WHERE draft_id = ? ORDER BY id DESC", (draft_id,)
    )


def undone(
    connection: sqlite3.Connection, contact_id: int, kind: TextKind
) -> tuple[DraftVersion, ...]:
    """Drafts for this person as they were when their beginning was taken back, oldest first."""
    return _UNDONE.read(
        connection,
        "FROM change_rows WHERE table_name = 'drafts' AND before IS NULL "
        "AND json_extract(after, '$.contact_id') = ? AND json_extract(after, '$.kind') = ? "
        "ORDER BY id",
        (contact_id, kind.value),
    )
