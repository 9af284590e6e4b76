"""Contacts in SQL."""

import sqlite3
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import starmap

from recco_tui.core.belongings import Belongings
from recco_tui.core.models import Contact
from recco_tui.core.names import fold
from recco_tui.core.relationships import Kind
from recco_tui.storage import columns, rows

TABLE = "contacts"
_READ = columns.readers(TABLE)
_COLUMNS = (
    "id, name, first_name, last_name, kind, relationship, slug, company, position, email, "
    "connected_on, note, pitch, pinned_on, archived_on, missing_since"
)
_FILLED = (
    "slug",
    "company",
    "position",
    "email",
    "connected_on",
    "relationship",
    "note",
    "pitch",
    "pinned_on",
)
TYPED = ("name", "company", "position", "email")
"""Fields that both an import and a hand may fill; the hand wins."""
_BELONGING = (
    "recommendations",
    "asks",
    "requests",
    "moments",
    "project_members",
    "drafts",
    "waivers",
)
"""Tables with rows of one contact, in the order of `Belongings`."""
_REFERENCING = ("moments", "recommendations", "asks", "requests", "waivers", "drafts")


def _contact(
    id_: int,
    name: str,
    first_name: str,
    last_name: str,
    kind: str,
    relationship: str | None,
    slug: str | None,
    company: str,
    position: str,
    email: str,
    connected_on: str | None,
    note: str,
    pitch: str,
    pinned_on: str | None,
    archived_on: str | None,
    missing_since: str | None,
) -> Contact:
    return Contact(
        id_,
        name,
        first_name,
        last_name,
        _READ["kind"](kind),
        _READ["relationship"](relationship),
        slug,
        company,
        position,
        email,
        _READ["connected_on"](connected_on),
        note,
        pitch,
        _READ["pinned_on"](pinned_on),
        _READ["archived_on"](archived_on),
        _READ["missing_since"](missing_since),
    )


def get(connection: sqlite3.Connection, contact_id: int) -> Contact | None:
    """The contact, None when there is none of that id."""
    found = _select(connection, "id = ?", (contact_id,))
    return found[0] if found else None


def names(connection: sqlite3.Connection) -> dict[int, str]:
    """Every name by id, archived contacts' too: cheaper than whole contacts, of 30,000."""
    return dict(connection.execute(f"SELECT id, name FROM {TABLE}"))


def every(connection: sqlite3.Connection) -> tuple[Contact, ...]:
    """All contacts, archived ones too, in the order of their ids."""
    return _select(connection, "1", ())


def with_ids(connection: sqlite3.Connection, ids: Iterable[int]) -> tuple[Contact, ...]:
    """The contacts of these ids."""
    wanted = ",".join(str(int(id_)) for id_ in ids)
    return _select(connection, f"id IN ({wanted})", ())


def known(connection: sqlite3.Connection, ids: Iterable[int]) -> tuple[Contact, ...]:
    """The contacts of these ids, and all of whom the kind is known."""
    wanted = ",".join(str(int(id_)) for id_ in ids)
    return _select(connection, f"id IN ({wanted}) OR kind <> ?", (Kind.UNKNOWN.value,))


def containing(connection: sqlite3.Connection, folded: str, most: int) -> tuple[Contact, ...]:
    """Unarchived contacts whose search key holds the folded text, those who begin with it first."""
    escaped = folded.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return _select(
        connection,
        "archived_on IS NULL AND search LIKE ? ESCAPE '\\' ORDER BY search NOT LIKE ? ESCAPE '\\', "
        "missing_since IS NOT NULL, id LIMIT ?",
        (f"%{escaped}%", f"{escaped}%", most),
    )


def by_slug(connection: sqlite3.Connection, slug: str) -> Contact | None:
    """The contact with this LinkedIn address."""
    found = _select(connection, "slug = ?", (slug,))
    return found[0] if found else None


def _select(
    connection: sqlite3.Connection, where: str, values: tuple[str | int, ...]
) -> tuple[Contact, ...]:
    cursor = connection.execute(f"SELECT {_COLUMNS} FROM {TABLE} WHERE {where}", values)
    return tuple(starmap(_contact, cursor.fetchall()))


def search_key(name: str, company: str = "", position: str = "") -> str:
    """What the filter and the look-up by name search in."""
    return fold(f"{name} {company} {position}")


def merge(connection: sqlite3.Connection, keep_id: int, drop_id: int) -> None:
    """Hand all that is tied to one contact over to another, fill what that one lacks, drop it."""
    keep, drop = get(connection, keep_id), get(connection, drop_id)
    if keep is None or drop is None:
        return
    for table in _REFERENCING:
        connection.execute(
            f"UPDATE {table} SET contact_id = ? WHERE contact_id = ?", (keep_id, drop_id)
        )
    connection.execute(
        "DELETE FROM project_members WHERE contact_id = ? AND project_id IN "
        "(SELECT project_id FROM project_members WHERE contact_id = ?)",
        (drop_id, keep_id),
    )
    connection.execute(
        "UPDATE project_members SET contact_id = ? WHERE contact_id = ?", (keep_id, drop_id)
    )
    rows.delete(connection, TABLE, "id = ?", [drop_id])
    filled: dict[str, rows.Value] = {
        field: getattr(drop, field)
        for field in _FILLED
        if not getattr(keep, field) and getattr(drop, field)
    }
    if keep.kind == Kind.UNKNOWN:
        filled["kind"] = drop.kind
    company, position = filled.get("company", keep.company), filled.get("position", keep.position)
    filled["search"] = search_key(keep.name, str(company), str(position))
    rows.update(connection, TABLE, keep_id, filled)


def belongings(connection: sqlite3.Connection, contact_id: int) -> Belongings:
    """How much is tied to a contact."""
    return Belongings(
        *(
            connection.execute(
                f"SELECT count(*) FROM {table} WHERE contact_id = ?", (contact_id,)
            ).fetchone()[0]
            for table in _BELONGING
        )
    )


def remove(connection: sqlite3.Connection, contact_id: int) -> None:
    """Delete a contact with all that is theirs: undo within a recorded change brings it back.

    Versions of a draft stay, as when one is thrown away: they are a history of their own.
    """
    theirs = "IN (SELECT id FROM {} WHERE contact_id = ?)"
    for table, where in (
        ("ask_steps", f"ask_id {theirs.format('asks')}"),
        ("recommendation_versions", f"recommendation_id {theirs.format('recommendations')}"),
        ("snoozes", "substr(alert, instr(alert, ':') + 1) LIKE ? || ':%'"),
        ("import_answers", "answer = '#' || ?"),
    ):
        rows.delete(connection, table, where, [contact_id])
    connection.execute(
        f"UPDATE drafts SET ask_id = NULL WHERE contact_id != ? AND ask_id {theirs.format('asks')}",
        (contact_id, contact_id),
    )
    for table in _BELONGING:
        rows.delete(connection, table, "contact_id = ?", [contact_id])
    rows.delete(connection, TABLE, "id = ?", [contact_id])


def remember_typed(
    connection: sqlite3.Connection, before: Contact, changed: Mapping[str, object]
) -> None:
    """Note which fields that an import would fill were written by hand: imports leave these."""
    hand = {f for f in TYPED if f in changed and changed[f] != getattr(before, f)}
    if hand:
        (typed,) = connection.execute(
            f"SELECT typed FROM {TABLE} WHERE id = ?", (before.id,)
        ).fetchone()
        both = tuple(sorted(hand | set(rows.phrases(typed))))
        rows.update(connection, TABLE, before.id, {"typed": both})


def pin(connection: sqlite3.Connection, contact_id: int, on: date | None) -> None:
    """Put on the shortlist on a date, or take off with None."""
    rows.update(connection, TABLE, contact_id, {"pinned_on": on})
