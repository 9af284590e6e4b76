"""Goals with a date in SQL."""

import sqlite3

from recco_tui.core.models import Goal
from recco_tui.storage.rows import Selection

TABLE = "goals"
_GOALS = Selection.of_table(Goal, TABLE)


def get(connection: sqlite3.Connection, goal_id: int) -> Goal | None:
    """The goal, None when there is none of that id."""
    return _GOALS.one(connection, "FROM goals WHERE id = ?", (goal_id,))


def every(connection: sqlite3.Connection) -> tuple[Goal, ...]:
    """All of them, what is due first before the rest."""
    return _GOALS.read(connection, "FROM goals ORDER BY by_day, by_time = '', by_time, id")
