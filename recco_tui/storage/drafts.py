"""Drafts being written, and those that were undone, in SQL."""

import sqlite3

from recco_tui.core.models import Draft, DraftVersion, TextKind
from recco_tui.storage.dates import known_time
from recco_tui.storage.rows import Selection
from recco_tui.storage.tables import DRAFTS

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


def unfinished(connection: sqlite3.Connection) -> tuple[Draft, ...]:
    """Drafts being written, newest first."""
    return DRAFTS.where(connection, "finished_at IS NULL")


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
