"""Everything that the rules of Today may look at, read in a few statements."""

import sqlite3
from datetime import date

from recco_tui.core.policy import Policy
from recco_tui.core.situation import Situation
from recco_tui.storage import asks, board, contacts, goals, meetings, projects, recommendations


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
        moments=projects.moments(connection),
        asks=asks.every(connection),
        requests=asks.requests(connection),
        waivers=asks.waivers(connection),
        snoozes=asks.snoozes(connection),
        goals=goals.every(connection),
        meetings=meetings.every(connection),
    )
