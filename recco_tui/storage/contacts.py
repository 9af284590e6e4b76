"""Contacts in SQL."""

import sqlite3
from collections.abc import Iterable, Mapping

from recco_tui.core.belongings import Belongings
from recco_tui.core.fields import by_hand
from recco_tui.core.models import Contact
from recco_tui.core.names import fold, with_former
from recco_tui.core.relationships import Kind
from recco_tui.storage import asks, rows
from recco_tui.storage.columns import Stored, Value, fields_of, strings_in
from recco_tui.storage.tables import CONTACTS

_NOT_HANDED_OVER = {*("id", "name", "first_name", "last_name", "archived_on", "missing_since")}
"""Fields that a contact keeps when another is merged into it; the others fill what it lacks."""
TYPED = ("name", "company", "position", "email")
"""Fields that both an import and a hand may fill; the hand wins."""
_BELONGING = {
    "texts": "recommendations",
    "asks": "asks",
    "requests": "requests",
    "moments": "moments",
    "meetings": "meetings",
    "memberships": "project_members",
    "drafts": "drafts",
    "waivers": "waivers",
}
"""Tables with rows of one contact, by their field of `Belongings`."""
_REFERENCING = (
    "moments",
    "meetings",
    "recommendations",
    "asks",
    "requests",
    "waivers",
    "drafts",
)


def is_anyone_stored(connection: sqlite3.Connection) -> bool:
    """Whether there is a contact at all, archived ones included."""
    return connection.execute("SELECT 1 FROM contacts LIMIT 1").fetchone() is not None


def names(connection: sqlite3.Connection) -> dict[int, str]:
    """Every name by id, archived contacts' too: cheaper than whole contacts, of 30,000."""
    return dict(connection.execute("SELECT id, name FROM contacts"))


def known(connection: sqlite3.Connection, ids: Iterable[int]) -> tuple[Contact, ...]:
    """The contacts of these ids, and all of whom the kind is known."""
    return CONTACTS.where(connection, f"id IN ({_listed(ids)}) OR kind <> '{Kind.UNKNOWN}'")


def _listed(ids: Iterable[int]) -> str:
    return ",".join(str(int(id_)) for id_ in ids)


def containing(connection: sqlite3.Connection, folded: str, most: int) -> tuple[Contact, ...]:
    """Unarchived contacts whose search key holds the folded text: those who begin with it first,
    those in whose notes it stands last."""
    escaped = folded.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return CONTACTS.selection.read(
        connection,
        "FROM contacts WHERE archived_on IS NULL AND search LIKE ? ESCAPE '\\' "
        "ORDER BY search NOT LIKE ? ESCAPE '\\', "
        "instr(search, ?) > instr(search || char(10), char(10)), "
        "missing_since IS NOT NULL, id LIMIT ?",
        (f"%{escaped}%", f"{escaped}%", folded, most),
    )


def with_key_part(connection: sqlite3.Connection, folded: str) -> tuple[Contact, ...]:
    """Contacts whose search key holds the folded text, archived ones too."""
    return CONTACTS.where(connection, "instr(search, ?)", folded)


def by_slug(connection: sqlite3.Connection, slug: str) -> Contact | None:
    """The contact with this LinkedIn address."""
    return next(iter(CONTACTS.where(connection, "slug = ?", slug)), None)


def search_key(
    name: str,
    company: str = "",
    position: str = "",
    more: Iterable[str] = (),
) -> str:
    """What the filter and the look-up by name search in: who they are on the first line, and on
    others what else they are known by."""
    others = (" ".join(text.split()) for text in more)
    return fold("\n".join([f"{name} {company} {position}", *filter(None, others)]))


_SEARCHED = tuple(
    name for name, field in by_hand(Contact).items() if not (field.is_who or field.is_quiet)
)
"""What is searched besides names, company and position."""


def search_key_of(contact: Contact) -> str:
    """The search key of a contact as it stands."""
    return search_key(
        contact.name,
        contact.company,
        contact.position,
        (*contact.former_names, *(getattr(contact, name) for name in _SEARCHED)),
    )


def search_key_of_row(row: Mapping[str, Stored]) -> str:
    """The search key of a contact as its row has it."""
    name, company, position, *more = (
        str(row.get(column) or "") for column in ("name", "company", "position", *_SEARCHED)
    )
    return search_key(name, company, position, (*strings_in(row.get("former_names")), *more))


def refresh_search(connection: sqlite3.Connection, contact_id: int) -> None:
    """Make the search key anew after any other field of the row was written."""
    if person := CONTACTS.get(connection, contact_id):
        rows.update(connection, "contacts", contact_id, {"search": search_key_of(person)})


def merge(connection: sqlite3.Connection, keep_id: int, drop_id: int, facts_of: int = 0) -> None:
    """Hand all that is tied to one contact over to another, fill what that one lacks, drop it.

    Texts of several lines and names of both stay. Where other facts differ, those of `facts_of`
    stay, one of the two ids; of the kept contact unless it is said.
    """
    keep, drop = CONTACTS.get(connection, keep_id), CONTACTS.get(connection, drop_id)
    if keep is None or drop is None:
        return
    former = _former_slugs(connection, keep_id, drop_id)
    for table in _REFERENCING:
        connection.execute(
            f"UPDATE {table} SET contact_id = ? WHERE contact_id = ?", (keep_id, drop_id)
        )
    _join_memberships(connection, keep_id, drop_id)
    asks.join_open(connection, keep_id)
    connection.execute(
        "UPDATE import_answers SET answer = '#' || ? WHERE answer = '#' || ?", (keep_id, drop_id)
    )
    rows.delete(connection, "contacts", "id = ?", [drop_id])
    first, second = (drop, keep) if facts_of == drop_id else (keep, drop)
    merged: dict[str, Value] = {
        field: getattr(first, field) or getattr(second, field)
        for field in fields_of(Contact).keys() - _NOT_HANDED_OVER
    }
    merged["kind"] = kind = second.kind if first.kind == Kind.UNKNOWN else first.kind
    said = (contact.relationship for contact in (first, second) if contact.relationship)
    merged["relationship"] = next((contact for contact in said if contact.kind == kind), None)
    for name, field in by_hand(Contact).items():
        if not field.is_line:
            merged[name] = _both(getattr(keep, name), getattr(drop, name))
    merged["former_names"] = with_former(
        keep.former_names, *drop.former_names, drop.name, now=keep.name
    )
    slugs = {*former, *filter(None, (keep.slug, drop.slug))} - {merged["slug"]}
    merged["former_slugs"] = tuple(sorted(map(str, slugs)))
    rows.update(connection, "contacts", keep_id, merged)
    refresh_search(connection, keep_id)


def _former_slugs(connection: sqlite3.Connection, *ids: int) -> set[str]:
    found = connection.execute(f"SELECT former_slugs FROM contacts WHERE id IN ({_listed(ids)})")
    return {slug for (slugs,) in found for slug in strings_in(slugs)}


def _both(one: str, other: str) -> str:
    """Two texts under each other; one alone where it holds the other."""
    if other.strip() in one:
        return one
    return other if one.strip() in other else f"{one}\n\n{other}"


def _join_memberships(connection: sqlite3.Connection, keep_id: int, drop_id: int) -> None:
    """Places in projects go over; where both were in one, what is said of both parts stays."""
    shared = connection.execute(
        "SELECT k.id, d.id, k.their_part, d.their_part, k.my_part, d.my_part "
        "FROM project_members k JOIN project_members d ON d.project_id = k.project_id "
        "WHERE k.contact_id = ? AND d.contact_id = ?",
        (keep_id, drop_id),
    ).fetchall()
    for kept, dropped, theirs, their_other, mine, my_other in shared:
        parts = {"their_part": _both_parts(theirs, their_other)}
        parts["my_part"] = _both_parts(mine, my_other)
        rows.update(connection, "project_members", kept, parts)
        rows.delete(connection, "project_members", "id = ?", [dropped])
    connection.execute(
        "UPDATE project_members SET contact_id = ? WHERE contact_id = ?", (keep_id, drop_id)
    )


def _both_parts(one: str, other: str) -> str:
    return "; ".join(dict.fromkeys(part for part in (one.strip(), other.strip()) if part))


def belongings(connection: sqlite3.Connection, contact_id: int) -> Belongings:
    """How much is tied to a contact."""
    return Belongings(
        **{
            field: connection.execute(
                f"SELECT count(*) FROM {table} WHERE contact_id = ?", (contact_id,)
            ).fetchone()[0]
            for field, table in _BELONGING.items()
        }
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
    for table in _BELONGING.values():
        rows.delete(connection, table, "contact_id = ?", [contact_id])
    rows.delete(connection, "contacts", "id = ?", [contact_id])


def remember_typed(
    connection: sqlite3.Connection, before: Contact, changed: Mapping[str, object]
) -> None:
    """Note which fields that an import would fill were written by hand: imports leave these."""
    hand = {f for f in TYPED if f in changed and changed[f] != getattr(before, f)}
    if hand:
        (typed,) = connection.execute(
            "SELECT typed FROM contacts WHERE id = ?", (before.id,)
        ).fetchone()
        both = tuple(sorted(hand | set(strings_in(typed))))
        rows.update(connection, "contacts", before.id, {"typed": both})
