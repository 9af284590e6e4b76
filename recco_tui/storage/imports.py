"""What an import needs to know of the file, and the bulk writing of its plan."""

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import datetime
from operator import attrgetter

from recco_tui.core.import_plan import (
    UNANSWERED,
    ContactRecord,
    ImportPlan,
    NewestImports,
    StoredData,
)
from recco_tui.core.models import AskStep, Recommendation, Request, TextVersion
from recco_tui.core.ownership import Owner
from recco_tui.storage import asks, contacts, dates, projects, recommendations, rows
from recco_tui.storage.columns import Value, fields_of, stored, strings_in
from recco_tui.storage.rows import Selection
from recco_tui.storage.tables import REQUESTS

_NOTHING: frozenset[str] = frozenset()


def _listed(column: str) -> tuple[str, ...]:
    return () if column == "[]" else strings_in(column)


_KNOWN_CONTACTS = Selection.of_table(
    ContactRecord,
    "contacts",
    converted={
        "typed": lambda typed: _NOTHING if typed == "[]" else frozenset(strings_in(typed)),
        "former_names": _listed,
        "former_slugs": _listed,
    },
)
_TOLD_OF_NEW = tuple(
    field
    for field in ContactRecord._fields
    if field not in ("id", "typed", "former_names", "former_slugs")
)
_LATEST = Selection(
    NewestImports,
    {field: f"max(latest_{field})" for field in fields_of(NewestImports)},
    dict.fromkeys(fields_of(NewestImports), dates.day),
)


def known(connection: sqlite3.Connection) -> StoredData:
    """All that is stored and that an import may touch."""
    return StoredData(
        contacts=_KNOWN_CONTACTS.read(connection, "FROM contacts ORDER BY id"),
        recommendations=recommendations.every(connection),
        asks=asks.every(connection, archived=True),
        requests=REQUESTS.every(connection),
        project_titles=frozenset(p.title for p in projects.every(connection)),
        latest=_latest(connection),
        versions=_versions(connection),
    )


def _versions(connection: sqlite3.Connection) -> dict[int, list[TextVersion]]:
    found: dict[int, list[TextVersion]] = {}
    for text_id, text, written_at in connection.execute(
        "SELECT recommendation_id, text, written_at FROM recommendation_versions ORDER BY id"
    ):
        version = TextVersion(text, dates.moment_in_time(written_at))
        found.setdefault(text_id, []).append(version)
    return found


def _latest(connection: sqlite3.Connection) -> NewestImports:
    (latest,) = _LATEST.read(connection, "FROM imports")
    return latest


def answers(connection: sqlite3.Connection) -> dict[str, str]:
    """Questions that were answered in earlier imports."""
    return dict(connection.execute("SELECT question, answer FROM import_answers"))


def owners(connection: sqlite3.Connection) -> list[Owner]:
    """Whose exports were imported, the last first: the owner, under each name and address."""
    found = connection.execute(
        "SELECT owner_name, owner_slug FROM imports "
        "WHERE owner_name <> '' OR owner_slug <> '' ORDER BY id DESC"
    )
    return list(dict.fromkeys(Owner(name, slug or None) for name, slug in found))


def owner(connection: sqlite3.Connection) -> Owner:
    """Whose export was imported last; without name and slug before any."""
    return next(iter(owners(connection)), Owner(""))


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
        ask_id = rows.insert(
            connection,
            "asks",
            {"contact_id": ids.get(ask.contact_id, ask.contact_id), "text": ask.text},
        )
        _add_steps(connection, ask_id, ask.steps)
    for update in plan.ask_updates:
        _add_steps(connection, update.id, update.steps)
    for request in plan.new_requests:
        rows.insert(connection, "requests", _fields(request, ids))
    for request in plan.delivered:
        rows.update(connection, "requests", request.id, {"delivered_on": request.delivered_on})
    _remember(connection, plan, owner_name, owner_slug, now)


def _write_contacts(connection: sqlite3.Connection, plan: ImportPlan) -> dict[int, int]:
    """Ids of the new contacts by those of the plan."""
    for update in plan.contact_updates:
        rows.update(connection, "contacts", update.id, update.changes)
        contacts.refresh_search(connection, update.id)
    found = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'contacts'").fetchone()
    highest = int(found[0]) if found else 0
    ids = {person.id: highest - person.id for person in plan.new_contacts}
    values_of = attrgetter(*_TOLD_OF_NEW)
    names = ("id", *_TOLD_OF_NEW, "search")
    connection.executemany(
        rows.insertion("contacts", names),
        (
            (
                ids[person.id],
                *map(stored, values_of(person)),
                contacts.search_key(person.name, person.company, person.position),
            )
            for person in plan.new_contacts
        ),
    )
    for merge in plan.merges:
        contacts.merge(connection, ids.get(merge.into, merge.into), merge.gone)
    missing_since = plan.exported_on
    for contact_id in plan.missing_contacts:
        rows.update(connection, "contacts", contact_id, {"missing_since": missing_since})
    return ids


def _write_recommendations(
    connection: sqlite3.Connection, plan: ImportPlan, ids: dict[int, int], now: datetime
) -> None:
    replaced_at = dates.stamp(now)
    for new in plan.new_recommendations:
        new_id = rows.insert(connection, "recommendations", _fields(new.recommendation, ids))
        recommendations.add_versions(connection, new_id, new.versions, replaced_at)
    for update in plan.recommendation_updates:
        if update.earlier_text is not None:
            recommendations.keep_version(connection, update.id, replaced_at)
        recommendations.add_versions(connection, update.id, update.versions, replaced_at)
        changes = dict(update.changes)
        if "contact_id" in changes:
            contact = int(str(changes["contact_id"]))
            changes["contact_id"] = str(ids.get(contact, contact))
        rows.update(connection, "recommendations", update.id, changes)
    for recommendation_id in plan.missing_recommendations:
        rows.update(
            connection,
            "recommendations",
            recommendation_id,
            {"missing_since": plan.exported_on},
        )
    for join in plan.joined_recommendations:
        recommendations.join(connection, join.into, join.gone, replaced_at)


def _fields(record: Recommendation | Request, ids: Mapping[int, int]) -> dict[str, Value]:
    """What a planned row holds; `ids` are those of the new contacts."""
    values = record._asdict()
    del values["id"]
    return {**values, "contact_id": ids.get(record.contact_id, record.contact_id)}


def _add_steps(connection: sqlite3.Connection, ask_id: int, steps: Iterable[AskStep]) -> None:
    for step in steps:
        values = step._asdict()
        del values["id"]
        rows.insert(connection, "ask_steps", {"ask_id": ask_id, **values})


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
    connection.executemany(
        "INSERT INTO import_answers (question, answer) VALUES (?, ?) ON CONFLICT DO NOTHING",
        [(question, UNANSWERED) for question in plan.pending if question not in stored],
    )
    known, told = owner(connection), Owner(owner_name, owner_slug)
    is_news = told.slug not in (None, known.slug) or told.name not in ("", known.name)
    if plan.latest != _latest(connection) or is_news:
        rows.insert(
            connection,
            "imports",
            {
                "imported_at": now,
                "owner_name": owner_name,
                "owner_slug": owner_slug,
                **{
                    f"latest_{field}": getattr(plan.latest, field)
                    for field in fields_of(NewestImports)
                },
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
