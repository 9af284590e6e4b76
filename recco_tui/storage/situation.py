"""Everything that the rules of Today may look at, read in a few statements."""

import sqlite3
from datetime import date

from recco_tui.core.policy import Policy
from recco_tui.core.situation import Situation
from recco_tui.storage import asks, board, contacts, projects, recommendations
from recco_tui.storage.tables import GOALS, MEETINGS, MOMENTS, REQUESTS, SNOOZES, WAIVERS


def read(connection: sqlite3.Connection, today: date, policy: Policy) -> Situation:
    """The circle on this day and whoever else is of a known kind.

    Recommendations come without their texts: no rule reads them.
    """
    return Situation(
        today=today,
        policy=policy,
        contacts=contacts.known(connection, board.circle_ids(connection)),
        recommendations=recommendations.without_texts(connection),
        projects=projects.every(connection),
        moments=MOMENTS.every(connection),
        asks=asks.every(connection),
        requests=REQUESTS.unarchived(connection),
        waivers=WAIVERS.every(connection),
        snoozes=SNOOZES.every(connection),
        goals=GOALS.every(connection),
        meetings=MEETINGS.every(connection)[::-1],
    )
