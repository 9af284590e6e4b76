"""The rows of the Network table, read in one statement (and one more for the asks)."""

import sqlite3
from datetime import date

from recco_tui.core.models import COUNTED, Ask, BoardRow
from recco_tui.storage import asks, dates
from recco_tui.storage.columns import MOST_WAIVED
from recco_tui.storage.rows import Selection

_STATUSES = ", ".join(f"'{status.value}'" for status in COUNTED)
_OPEN_DEBT = """q.delivered_on IS NULL AND q.declined_on IS NULL AND q.closed_on IS NULL
                 AND q.asked_on > coalesce(rec.last_given, '')"""
"""`core/reciprocity.open_requests` in SQL; a test holds them together."""

_CIRCLE_IDS = """
    SELECT contact_id AS id FROM recommendations UNION SELECT contact_id FROM requests
    UNION SELECT contact_id FROM asks UNION SELECT contact_id FROM moments
    UNION SELECT contact_id FROM meetings
    UNION SELECT m.contact_id FROM project_members m JOIN projects p ON p.id = m.project_id
    WHERE p.archived_on IS NULL
    UNION SELECT contact_id FROM drafts WHERE finished_at IS NULL
    UNION SELECT id FROM contacts WHERE pinned_on IS NOT NULL
"""

_FACTS = f"""
WITH rec AS (
    SELECT contact_id, sum(direction = 'given') AS given, sum(direction = 'received') AS received,
           max(on_date) AS last,
           max(CASE WHEN direction = 'given' THEN on_date END) AS last_given
    FROM recommendations WHERE status IN ({_STATUSES}) GROUP BY contact_id),
req AS (
    SELECT q.contact_id, sum({_OPEN_DEBT}) AS debts,
           max(coalesce(q.delivered_on, q.declined_on, q.answered_on, q.asked_on)) AS last
    FROM requests q LEFT JOIN rec ON rec.contact_id = q.contact_id GROUP BY q.contact_id),
ask AS (
    SELECT a.contact_id, max(s.on_date) AS last
    FROM asks a LEFT JOIN ask_steps s ON s.ask_id = a.id GROUP BY a.contact_id),
mom AS (
    SELECT contact_id, max(on_date) AS last, group_concat(text, char(31)) AS texts
    FROM moments GROUP BY contact_id),
mee AS (
    SELECT contact_id, max(CASE WHEN on_date <= :today THEN on_date END) AS last,
           group_concat(nullif(company, ''), char(31)) AS companies
    FROM meetings GROUP BY contact_id),
mem AS (
    SELECT m.contact_id, group_concat(p.title, char(31)) AS titles,
           max(CASE WHEN p.ended_on <= :today THEN p.ended_on
                    WHEN p.started_on <= :today THEN p.started_on END) AS last
    FROM project_members m JOIN projects p ON p.id = m.project_id
    WHERE p.archived_on IS NULL GROUP BY m.contact_id),
wai AS (
    SELECT contact_id, sum(min(count, {MOST_WAIVED})) AS waived
    FROM waivers GROUP BY contact_id),
circle AS ({_CIRCLE_IDS})
"""

_LAST = (
    "nullif(max(coalesce(rec.last, ''), coalesce(req.last, ''), coalesce(ask.last, ''), "
    "coalesce(mom.last, ''), coalesce(mee.last, ''), coalesce(mem.last, '')), '')"
)


def _apart(joined: str | None) -> tuple[str, ...]:
    return tuple(joined.split("\x1f")) if joined else ()


_IN_CIRCLE = Selection.of_table(
    BoardRow,
    "contacts",
    columns={
        "id": "c.id",
        "given": "coalesce(rec.given, 0)",
        "received": "coalesce(rec.received, 0)",
        "waived": "coalesce(wai.waived, 0)",
        "pinned": "c.pinned_on IS NOT NULL",
        "in_circle": "1",
        "projects": "mem.titles",
        "moments": "mom.texts",
        "met_at": "mee.companies",
        "debts": "coalesce(req.debts, 0)",
        "last_on": _LAST,
    },
    converted={
        "pinned": bool,
        "in_circle": bool,
        "projects": _apart,
        "moments": _apart,
        "met_at": _apart,
        "last_on": dates.day,
    },
)
_FROM_CIRCLE = """
FROM circle JOIN contacts c ON c.id = circle.id
LEFT JOIN rec ON rec.contact_id = c.id LEFT JOIN req ON req.contact_id = c.id
LEFT JOIN ask ON ask.contact_id = c.id LEFT JOIN mom ON mom.contact_id = c.id
LEFT JOIN mee ON mee.contact_id = c.id
LEFT JOIN mem ON mem.contact_id = c.id LEFT JOIN wai ON wai.contact_id = c.id
WHERE c.archived_on IS NULL
"""


def circle(connection: sqlite3.Connection, today: date) -> list[BoardRow]:
    """The people who matter now, in no particular order."""
    newest: dict[int, Ask] = {}
    for ask in asks.every(connection):
        newest.setdefault(ask.contact_id, ask)
    people = _IN_CIRCLE.read(connection, _FROM_CIRCLE, {"today": today.isoformat()}, ctes=_FACTS)
    return [row._replace(ask=newest[row.id]) if row.id in newest else row for row in people]


def circle_ids(connection: sqlite3.Connection) -> list[int]:
    """Ids of the people who matter now, archived ones too."""
    return [id_ for (id_,) in connection.execute(_CIRCLE_IDS)]


def others(connection: sqlite3.Connection, circle_ids: set[int]) -> list[BoardRow]:
    """Everyone outside the circle: nothing has happened with them yet."""
    once: dict[str, str] = {}  # thousands work at the same few hundred companies
    selection = Selection.of_table(
        BoardRow,
        "contacts",
        converted={
            field: lambda text: once.setdefault(text, text) for field in ("company", "position")
        },
    )
    listed = ",".join(map(str, circle_ids))
    return list(
        selection.read(
            connection, f"FROM contacts WHERE archived_on IS NULL AND id NOT IN ({listed})"
        )
    )


def count_people(connection: sqlite3.Connection) -> int:
    """Unarchived people in the network."""
    return int(
        connection.execute("SELECT count(*) FROM contacts WHERE archived_on IS NULL").fetchone()[0]
    )
