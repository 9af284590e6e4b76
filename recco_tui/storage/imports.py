"""What an import needs to know of the file, and the bulk writing of its plan."""

import sqlite3
from collections.abc import Iterable
from datetime import date, datetime

from recco_tui.core.import_known import Known, KnownContact, Latest
from recco_tui.core.import_plan import ImportPlan, NewAsk, PlannedStep
from recco_tui.storage import asks, contacts, dates, projects, recommendations, rows

_KNOWN_CONTACTS = """
SELECT id, name, first_name, last_name, slug, company, position, email, connected_on,
       missing_since, typed
FROM contacts ORDER BY id
"""


def known(connection: sqlite3.Connection) -> Known:
    """All that is stored and that an import may touch."""
    return Known(
        contacts=_known_contacts(connection),
        recommendations=recommendations.every(connection),
        asks=asks.every(connection, archived=True),
        requests=asks.requests(connection, archived=True),
        project_titles=frozenset(p.title for p in projects.every(connection)),
        latest=_latest(connection),
    )


def _known_contacts(connection: sqlite3.Connection) -> list[KnownContact]:
    nothing: frozenset[str] = frozenset()
    parsed: dict[str | None, date | None] = {None: None}
    result = []
    for row in connection.execute(_KNOWN_CONTACTS):
        connected_on, missing_since, typed = row[8:]
        if connected_on not in parsed:
            parsed[connected_on] = dates.day(connected_on)
        if missing_since not in parsed:
            parsed[missing_since] = dates.day_since(missing_since)
        hand = nothing if typed == "[]" else frozenset(rows.phrases(typed))
        days = (parsed[connected_on], parsed[missing_since])
        result.append(KnownContact._make((*row[:8], *days, hand)))
    return result


def _latest(connection: sqlite3.Connection) -> Latest:
    newest = connection.execute(
        "SELECT max(latest_connections), max(latest_received), max(latest_given) FROM imports"
    ).fetchone()
    return Latest(*(dates.day(text) for text in newest))


def answers(connection: sqlite3.Connection) -> dict[str, str]:
    """Questions that were answered in earlier imports."""
    return dict(connection.execute("SELECT question, answer FROM import_answers"))


def owner(connection: sqlite3.Connection) -> tuple[str, str | None]:
    """Name and slug of whose export was imported last; ('', None) before any."""
    row = connection.execute(
        "SELECT owner_name, owner_slug FROM imports WHERE owner_name <> '' ORDER BY id DESC"
    ).fetchone()
    return row or ("", None)


def write(
    connection: sqlite3.Connection,
    plan: ImportPlan,
    owner_name: str,
    owner_slug: str | None,
    now: datetime,
) -> None:
    """Inside a transaction: write every row of the plan."""
    ids = _write_contacts(connection, plan)
    _write_recommendations(connection, plan, ids, now)
    for ask in plan.new_asks:
        _new_ask(connection, ask, ids.get(ask.contact, ask.contact))
    for update in plan.ask_updates:
        _add_steps(connection, update.id, update.steps)
    for request in plan.new_requests:
        rows.insert(
            connection,
            asks.REQUESTS,
            {
                "contact_id": ids.get(request.contact, request.contact),
                "kind": "request",
                "asked_on": request.asked_on,
                "delivered_on": request.delivered_on,
                "note": request.note,
            },
        )
    for delivered in plan.request_updates:
        rows.update(
            connection, asks.REQUESTS, delivered.id, {"delivered_on": delivered.delivered_on}
        )
    _remember(connection, plan, owner_name, owner_slug, now)


def _write_contacts(connection: sqlite3.Connection, plan: ImportPlan) -> dict[int, int]:
    """Ids of the new contacts by their key in the plan."""
    for update in plan.contact_updates:
        rows.update(connection, contacts.TABLE, update.id, update.changes)
        _refresh_search(connection, update.id)
    found = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'contacts'").fetchone()
    highest = int(found[0]) if found else 0
    ids = {person.key: highest - person.key for person in plan.new_contacts}
    connection.executemany(
        "INSERT INTO contacts (id, name, first_name, last_name, slug, company, position, email, "
        "connected_on, missing_since, search) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                highest - person.key,
                person.name,
                person.first_name,
                person.last_name,
                person.slug,
                person.company,
                person.position,
                person.email,
                person.connected_on.isoformat() if person.connected_on else None,
                person.missing_since.isoformat() if person.missing_since else None,
                contacts.search_key(person.name, person.company, person.position),
            )
            for person in plan.new_contacts
        ),
    )
    for merge in plan.merges:
        contacts.merge(connection, ids.get(merge.into, merge.into), merge.gone)
    missing_since = plan.exported_on
    for contact_id in plan.missing_contacts:
        rows.update(connection, contacts.TABLE, contact_id, {"missing_since": missing_since})
    return ids


def _refresh_search(connection: sqlite3.Connection, contact_id: int) -> None:
    person = contacts.get(connection, contact_id)
    if person is not None:
        key = contacts.search_key(person.name, person.company, person.position)
        rows.update(connection, contacts.TABLE, contact_id, {"search": key})


def _write_recommendations(
    connection: sqlite3.Connection, plan: ImportPlan, ids: dict[int, int], now: datetime
) -> None:
    for new in plan.new_recommendations:
        rows.insert(
            connection,
            recommendations.TABLE,
            {
                "contact_id": ids.get(new.contact, new.contact),
                "direction": new.direction,
                "text": new.text,
                "status": new.status,
                "status_text": new.status_text,
                "on_date": new.on,
                "written_at": new.written_at,
                "company": new.company,
                "position": new.position,
                "missing_since": new.missing_since,
            },
        )
    for update in plan.recommendation_updates:
        if update.earlier_text is not None:
            recommendations.keep_version(connection, update.id, dates.stamp(now))
        changes = {_COLUMN.get(name, name): value for name, value in update.changes.items()}
        if "contact_id" in changes:
            contact = int(str(changes["contact_id"]))
            changes["contact_id"] = str(ids.get(contact, contact))
        rows.update(connection, recommendations.TABLE, update.id, changes)
    for recommendation_id in plan.missing_recommendations:
        rows.update(
            connection,
            recommendations.TABLE,
            recommendation_id,
            {"missing_since": plan.exported_on},
        )


_COLUMN = {"on": "on_date"}


def _new_ask(connection: sqlite3.Connection, ask: NewAsk, contact_id: int) -> None:
    ask_id = rows.insert(connection, asks.ASKS, {"contact_id": contact_id, "text": ask.text})
    _add_steps(connection, ask_id, ask.steps)


def _add_steps(connection: sqlite3.Connection, ask_id: int, steps: Iterable[PlannedStep]) -> None:
    for step in steps:
        rows.insert(
            connection,
            asks.STEPS,
            {
                "ask_id": ask_id,
                "step": step.step,
                "on_date": step.on,
                "via": step.via,
                "because": "",
            },
        )


def _remember(
    connection: sqlite3.Connection,
    plan: ImportPlan,
    owner_name: str,
    owner_slug: str | None,
    now: datetime,
) -> None:
    """Keep the answers, and which export was the latest, where that is news."""
    stored = answers(connection)
    connection.executemany(
        "INSERT INTO import_answers (question, answer) VALUES (?, ?) "
        "ON CONFLICT (question) DO UPDATE SET answer = excluded.answer",
        [(q, a) for q, a in plan.answered.items() if stored.get(q) != a],
    )
    if plan.latest != _latest(connection) or (
        owner_name and (owner_name, owner_slug) != owner(connection)
    ):
        rows.insert(
            connection,
            "imports",
            {
                "imported_at": now,
                "owner_name": owner_name,
                "owner_slug": owner_slug,
                "latest_connections": plan.latest.connections,
                "latest_received": plan.latest.received,
                "latest_given": plan.latest.given,
            },
        )


_TOLD_BY = (
    "contacts",
    "recommendations",
    "recommendation_versions",
    "asks",
    "ask_steps",
    "requests",
    "projects",
    "import_answers",
)
"""Tables on which the outcome of an import depends."""


def remember_outcome(connection: sqlite3.Connection, fingerprint: str, outcome: str) -> None:
    """Keep what these files came to with the import that was just written."""
    connection.execute(
        "UPDATE imports SET fingerprint = ?, outcome = ? WHERE id = (SELECT max(id) FROM imports)",
        (fingerprint, outcome),
    )


def remembered_outcome(connection: sqlite3.Connection, fingerprint: str) -> str | None:
    """What the same files came to, None when they were never imported, or something on which that
    depends was changed since."""
    found = connection.execute(
        "SELECT i.outcome, max(r.change_id) FROM imports i JOIN change_rows r "
        "ON r.table_name = 'imports' AND r.row_id = i.id "
        "WHERE i.fingerprint = ? GROUP BY i.id ORDER BY i.id DESC",
        (fingerprint,),
    ).fetchone()
    if found is None:
        return None
    outcome, change_id = found
    marks = ", ".join("?" * len(_TOLD_BY))
    touched = connection.execute(
        f"SELECT 1 FROM change_rows WHERE change_id > ? AND table_name IN ({marks}) LIMIT 1",
        (change_id, *_TOLD_BY),
    ).fetchone()
    return None if touched else str(outcome)
