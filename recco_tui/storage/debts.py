"""What tells how much is owed to some people, since when and until when."""

import sqlite3
from collections.abc import Sequence
from datetime import date

from recco_tui.core.models import BoardRow, Contact
from recco_tui.core.policy import Policy
from recco_tui.core.situation import Situation
from recco_tui.storage import recommendations
from recco_tui.storage.tables import REQUESTS, WAIVERS


def of_people(
    connection: sqlite3.Connection, today: date, policy: Policy, owing: Sequence[BoardRow]
) -> Situation:
    """Of these people, and nothing that says no more of a debt."""
    return Situation(
        today=today,
        policy=policy,
        contacts=tuple(
            Contact(row.id, row.name, kind=row.kind, pinned_on=today if row.pinned else None)
            for row in owing
        ),
        recommendations=recommendations.counted(connection, [row.id for row in owing]),
        requests=REQUESTS.unarchived(connection),
        waivers=WAIVERS.every(connection),
    )
