"""The rows of the Network table, read in one statement (and one more for the asks)."""

import sqlite3
from datetime import date

from recco_tui.core.models import COUNTED, Ask, BoardRow
from recco_tui.storage import asks, columns, contacts, dates

_STATUSES = ", ".join(f"'{status.value}'" for status in COUNTED)
_OPEN_DEBT = """q.delivered_on IS NULL AND q.declined_on IS NULL
                 AND q.asked_on > coalesce(rec.last_given, '')"""
"""`core/reciprocity.open_requests` in SQL; a test holds them together."""

_CIRCLE_IDS = """
    SELECT contact_id AS id FROM recommendations UNION SELECT contact_id FROM requests
    UNION SELECT contact_id FROM asks UNION SELECT contact_id FROM moments
    UNION SELECT m.contact_id FROM project_members m JOIN projects p ON p.id = m.project_id
    WHERE p.archived_on IS NULL
    UNION SELECT contact_id FROM drafts WHERE finished_at IS NULL
    UNION SELECT id FROM contacts WHERE pinned_on IS NOT NULL
"""

_FACTS = f"""
WITH rec AS (
    SELECT contact_id, sum(direction = 'given') AS given, sum(direction = 'received') AS received,
           min(CASE WHEN direction = 'received' THEN on_date END) AS oldest, max(on_date) AS last,
           max(CASE WHEN direction = 'given' THEN on_date END) AS last_given
    FROM recommendations WHERE status IN ({_STATUSES}) GROUP BY contact_id),
req AS (
    SELECT q.contact_id, sum({_OPEN_DEBT}) AS debts,
           max(coalesce(q.delivered_on, q.declined_on, q.answered_on, q.asked_on)) AS last
    FROM requests q LEFT JOIN rec ON rec.contact_id = q.contact_id GROUP BY q.contact_id),
ask AS (
    SELECT a.contact_id, max(s.on_date) AS last
    FROM asks a LEFT JOIN ask_steps s ON s.ask_id = a.id GROUP BY a.contact_id),
mom AS (SELECT contact_id, max(on_date) AS last FROM moments GROUP BY contact_id),
mem AS (
    SELECT m.contact_id, group_concat(p.title, char(31)) AS titles,
           max(CASE WHEN p.ended_on <= :today THEN p.ended_on
                    WHEN p.started_on <= :today THEN p.started_on END) AS last
    FROM project_members m JOIN projects p ON p.id = m.project_id
    WHERE p.archived_on IS NULL GROUP BY m.contact_id),
wai AS (
    SELECT contact_id, sum(min(count, {columns.MOST_WAIVED})) AS waived
    FROM waivers GROUP BY contact_id),
circle AS ({_CIRCLE_IDS})
"""

_SELECT = """
SELECT c.id, c.name, c.kind, c.company, c.position, c.relationship, c.slug, c.search,
       c.pinned_on IS NOT NULL, {in_circle}, coalesce(rec.given, 0), coalesce(rec.received, 0),
       coalesce(wai.waived, 0), rec.oldest, coalesce(req.debts, 0), mem.titles,
       nullif(max(coalesce(rec.last, ''), coalesce(req.last, ''), coalesce(ask.last, ''),
                  coalesce(mom.last, ''), coalesce(mem.last, '')), '')
FROM {people}
LEFT JOIN rec ON rec.contact_id = c.id LEFT JOIN req ON req.contact_id = c.id
LEFT JOIN ask ON ask.contact_id = c.id LEFT JOIN mom ON mom.contact_id = c.id
LEFT JOIN mem ON mem.contact_id = c.id LEFT JOIN wai ON wai.contact_id = c.id
WHERE c.archived_on IS NULL
"""

_CIRCLE = _FACTS + _SELECT.format(
    in_circle="1", people="circle JOIN contacts c ON c.id = circle.id"
)
_OTHERS = (
    "SELECT id, name, kind, company, position, relationship, slug, search FROM contacts c "
    "WHERE archived_on IS NULL AND id NOT IN ({circle})"
)


def circle(connection: sqlite3.Connection, today: date) -> list[BoardRow]:
    """The people who matter now, in no particular order."""
    newest: dict[int, Ask] = {}
    for ask in asks.every(connection):
        newest.setdefault(ask.contact_id, ask)
    read = columns.readers(contacts.TABLE)
    result = []
    for row in connection.execute(_CIRCLE, {"today": today.isoformat()}):
        (id_, name, kind, company, position, relationship, slug, search, pinned, in_circle) = row[
            :10
        ]
        given, received, waived, oldest, debts, titles, last = row[10:]
        result.append(
            BoardRow(
                id_,
                name,
                read["kind"](kind),
                company,
                given,
                received,
                waived,
                bool(pinned),
                bool(in_circle),
                slug,
                position,
                read["relationship"](relationship),
                tuple(titles.split("\x1f")) if titles else (),
                newest.get(id_),
                debts,
                dates.day_since(oldest),
                dates.day(last),
                search,
            )
        )
    return result


def circle_ids(connection: sqlite3.Connection) -> list[int]:
    """Ids of the people who matter now, archived ones too."""
    return [id_ for (id_,) in connection.execute(_CIRCLE_IDS)]


def others(connection: sqlite3.Connection, circle_ids: set[int]) -> list[BoardRow]:
    """Everybody outside the circle: nothing has happened with them yet."""
    read = columns.readers(contacts.TABLE)
    kind_of, relationship_of = read["kind"], read["relationship"]
    once: dict[str, str] = {}  # thousands work at the same few hundred companies
    query = _OTHERS.format(circle=",".join(map(str, circle_ids)))
    return [
        BoardRow(
            id_,
            name,
            kind_of(kind),
            once.setdefault(company, company),
            0,
            0,
            0,
            False,
            False,
            slug,
            once.setdefault(position, position),
            relationship_of(relationship),
            (),
            None,
            0,
            None,
            None,
            search,
        )
        for id_, name, kind, company, position, relationship, slug, search in connection.execute(
            query
        )
    ]


def count_people(connection: sqlite3.Connection) -> int:
    """Unarchived people in the network."""
    return int(
        connection.execute("SELECT count(*) FROM contacts WHERE archived_on IS NULL").fetchone()[0]
    )
