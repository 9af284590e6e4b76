"""Meetings in SQL."""

import sqlite3

from recco_tui.core.models import Meeting
from recco_tui.storage.rows import Selection

TABLE = "meetings"
_MEETINGS = Selection.of_table(Meeting, TABLE)


def get(connection: sqlite3.Connection, meeting_id: int) -> Meeting | None:
    """The meeting, None when there is none of that id."""
    return _MEETINGS.one(connection, "FROM meetings WHERE id = ?", (meeting_id,))


def every(connection: sqlite3.Connection) -> tuple[Meeting, ...]:
    """All of them, the earliest first."""
    return _MEETINGS.read(connection, "FROM meetings ORDER BY on_date, id")


def of_contact(connection: sqlite3.Connection, contact_id: int) -> tuple[Meeting, ...]:
    """Meetings with one person, newest first."""
    return _MEETINGS.read(
        connection,
        "FROM meetings WHERE contact_id = ? ORDER BY on_date DESC, id DESC",
        (contact_id,),
    )
