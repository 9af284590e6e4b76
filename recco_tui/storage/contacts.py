"""Contacts in SQL."""

import sqlite3
from collections.abc import Iterable, Mapping

from recco_tui.core.belongings import Belongings
from recco_tui.core.models import Contact
from recco_tui.core.names import fold
from recco_tui.core.relationships import Kind
from recco_tui.storage import rows
from recco_tui.storage.columns import Value, fields_of, strings_in
from recco_tui.storage.rows import Selection

TABLE = "contacts"
_CONTACTS = Selection.of_table(Contact, TABLE)
_NOT_HANDED_OVER = {
    *("id", "name", "first_name", "last_name", "kind", "archived_on", "missing_since")
}
"""Fields that a contact keeps when another is merged into it; the others fill what it lacks."""
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


def get(connection: sqlite3.Connection, contact_id: int) -> Contact | None:
    """The contact, None when there is none of that id."""
    return _CONTACTS.one(connection, "FROM contacts WHERE id = ?", (contact_id,))


def names(connection: sqlite3.Connection) -> dict[int, str]:
    """Every name by id, archived contacts' too: cheaper than whole contacts, of 30,000."""
    return dict(connection.execute("SELECT id, name FROM contacts"))


def every(connection: sqlite3.Connection) -> tuple[Contact, ...]:
    """All contacts, archived ones too, in the order of their ids."""
    return _CONTACTS.read(connection, "FROM contacts")


def with_ids(connection: sqlite3.Connection, ids: Iterable[int]) -> tuple[Contact, ...]:
    """The contacts of these ids."""
    return _CONTACTS.read(connection, f"FROM contacts WHERE id IN ({_listed(ids)})")


def known(connection: sqlite3.Connection, ids: Iterable[int]) -> tuple[Contact, ...]:
    """The contacts of these ids, and all of whom the kind is known."""
    where = f"WHERE id IN ({_listed(ids)}) OR kind <> '{Kind.UNKNOWN}'"
    return _CONTACTS.read(connection, f"FROM contacts {where}")


def _listed(ids: Iterable[int]) -> str:
    return ",".join(str(int(id_)) for id_ in ids)


def containing(connection: sqlite3.Connection, folded: str, most: int) -> tuple[Contact, ...]:
    """Unarchived contacts whose search key holds the folded text, those who begin with it first."""
    escaped = folded.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return _CONTACTS.read(
        connection,
        "FROM contacts WHERE archived_on IS NULL AND search LIKE ? ESCAPE '\\' "
        "ORDER BY search NOT LIKE ? ESCAPE '\\', missing_since IS NOT NULL, id LIMIT ?",
        (f"%{escaped}%", f"{escaped}%", most),
    )


def by_slug(connection: sqlite3.Connection, slug: str) -> Contact | None:
    """The contact with this LinkedIn address."""
    return _CONTACTS.one(connection, "FROM contacts WHERE slug = ?", (slug,))


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
    filled: dict[str, Value] = {
        field: getattr(drop, field)
        for field in fields_of(Contact).keys() - _NOT_HANDED_OVER
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
        both = tuple(sorted(hand | set(strings_in(typed))))
        rows.update(connection, TABLE, before.id, {"typed": both})
