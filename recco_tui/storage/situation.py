"""Everything that the rules of Today may look at, read in a few statements."""

import sqlite3
from collections.abc import Iterable
from datetime import date

from recco_tui.core.models import BoardRow, Contact
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


def of_debts(
    connection: sqlite3.Connection, today: date, policy: Policy, owing: Iterable[BoardRow]
) -> Situation:
    """Only what tells how much is owed to these people, since when and until when."""
    return Situation(
        today=today,
        policy=policy,
        contacts=tuple(
            Contact(row.id, row.name, kind=row.kind, pinned_on=today if row.pinned else None)
            for row in owing
        ),
        recommendations=recommendations.without_texts(connection),
        requests=REQUESTS.unarchived(connection),
        waivers=WAIVERS.every(connection),
    )
