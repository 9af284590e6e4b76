"""Whom of the stored people a connection is beyond doubt, and what an export says about them."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from recco_tui.core.export import ExportedConnection
from recco_tui.core.import_plan import (
    ContactRecord,
    ContactUpdate,
    ExportAge,
    FieldValue,
    Merge,
    Tally,
)
from recco_tui.core.names import clean_name, display_name, fuzzy_key, with_former
from recco_tui.importing.match.evidence import Facts, Work, facts

_TOLD = (
    "name",
    "first_name",
    "last_name",
    "slug",
    "company",
    "position",
    "email",
    "connected_on",
)
"""The fields of a stored person of which an export may tell something."""

_LISTED = {"slug", "email", "connected_on"}
"""Those that Connections.csv alone tells."""

_SAID = set(_TOLD) - _LISTED
"""Those that a recommendation tells too."""

NEW = "new: "
"""Begins the mark of a connection of whom it was asked whether they are someone stored."""

_Key = tuple[object, ...]


class People:
    """The people of one plan. `refs` has one contact reference a connection, 0 while unsettled.

    `slugs` are those of the connections; one without address (exports before mid-2023) gets the one
    that a message tells.
    """

    def __init__(
        self,
        connections: Sequence[ExportedConnection],
        contacts: Sequence[ContactRecord],
        works: Mapping[int, Collection[Work]],
        age: ExportAge,
    ) -> None:
        self.connections = connections
        self.names = [display_name(row.first_name, row.last_name) for row in connections]
        self.slugs = [row.slug for row in connections]
        self.contacts = contacts
        self.age = age
        self.refs = [0] * len(connections)
        self.new: list[ContactRecord] = []
        self.changes: dict[int, dict[str, FieldValue]] = {}
        self.merged: dict[int, int] = {}
        self.seen: set[int] = set()
        self.known = {contact.id: contact for contact in contacts}
        self.index_at: dict[str, int] = {}
        for index, slug in enumerate(self.slugs):
            if slug:
                self.index_at.setdefault(slug, index)
        self._works = works
        self._connected: frozenset[int] = frozenset()
        self._facts_given: set[int] = set()
        self._find_certain()

    def facts(self, contact_id: int) -> Facts:
        """What the file has of a stored person, former names, addresses and work included."""
        known = self.known[contact_id]
        now = facts(known.name, (known.company, known.position), known.slug, known.connected_on)
        return now._replace(
            former=frozenset(known.former_names),
            works=now.works.union(self._works.get(contact_id, ())),
            slugs=now.slugs | {*known.former_slugs},
        )

    def facts_of_row(self, index: int) -> Facts:
        """What a connection of the export tells."""
        row = self.connections[index]
        work = row.company, row.position
        return facts(self.names[index], work, self.slugs[index], row.connected_on)

    def is_first(self, index: int) -> bool:
        """False for a row with the address of an earlier one: that one speaks for the person."""
        slug = self.connections[index].slug
        return not slug or self.index_at[slug] == index

    def mark(self, index: int) -> str:
        """By which a connection who came in with a question is known again."""
        row = self.connections[index]
        return NEW + (row.slug or "|".join((self.names[index], str(row.connected_on), row.company)))

    def _find_certain(self) -> None:
        """Find the connections by the address of a stored person, one that they had, or all else.

        The rest of those without an address are known by name and day, where there is one alone on
        either side. All others are weighed.
        """
        if not self.contacts:
            return
        owner_of = {contact.slug: contact.id for contact in self.contacts if contact.slug}
        refs = self.refs
        rest = []
        for index, slug in enumerate(self.slugs):
            if owner := owner_of.get(slug) if slug else None:
                refs[index] = owner
            elif self.is_first(index):
                rest.append(index)
        taken = set(refs)
        for contact in self.contacts if rest else ():
            for slug in contact.former_slugs:
                found = self.index_at.get(slug)
                if found is not None and not refs[found] and contact.id not in taken:
                    refs[found] = contact.id
                    taken.add(contact.id)
        self._pair_by(_everything, [i for i in rest if not self.slugs[i]], taken, alone=False)
        self._pair_by(_name_and_day, rest, taken, alone=True)

    def _pair_by(
        self,
        key_of: Callable[[str, ExportedConnection | ContactRecord], _Key | None],
        rows: Iterable[int],
        taken: set[int],
        *,
        alone: bool,
    ) -> None:
        waiting: dict[_Key, list[int]] = defaultdict(list)
        for index in rows:
            key = key_of(self.names[index], self.connections[index])
            if key and not self.refs[index]:
                waiting[key].append(index)
        if not waiting:
            return
        stored: dict[_Key, list[ContactRecord]] = defaultdict(list)
        for contact in self.contacts:
            if contact.id not in taken and (key := key_of(contact.name, contact)) in waiting:
                stored[key].append(contact)
        for key, contacts in stored.items():
            indexes = waiting[key]
            if alone and not len(contacts) == len(indexes) == 1:
                continue
            if alone and contacts[0].slug and self.slugs[indexes[0]]:
                continue
            contacts.sort(key=lambda contact: contact.missing_since is not None)
            for index, contact in zip(indexes, contacts, strict=False):
                self.refs[index] = contact.id
                taken.add(contact.id)

    def settle(self, contacts: Collection[int], connection: int | None, slug: str | None) -> int:
        """Say that these stored people, the connection and the owner of the address are one.

        The stored one that stays, 0 when there is none: whoever was told of last, or has the
        address that they have now.
        """
        own = self.slugs[connection] if connection is not None else slug
        if connection is not None and not own:
            self.slugs[connection] = own = slug
        if not contacts:
            return 0
        is_current = not self.age.older_than(self.age.latest.connections)
        kept = max(
            contacts,
            key=lambda one: (
                is_current and own is not None and self.known[one].slug == own,
                not self.known[one].is_unlisted,
                self.known[one].listed_on or date.min,
                -one,
            ),
        )
        for gone in sorted(contacts):
            if gone != kept:
                self._merge(gone, kept)
        if connection is not None:
            self.refs[connection] = kept
        elif slug and not self.known[kept].slug:
            self._change(kept, {"slug": slug})
            self.known[kept] = self.known[kept]._replace(slug=slug)
        return kept

    def _merge(self, gone: int, kept: int) -> None:
        """What was told of either last is what is known of the one that stays."""
        self.merged[gone] = kept
        told, before = self.known[gone], self.known[kept]
        changes: dict[str, FieldValue] = {}
        for since, fields in (("told_on", _SAID), ("listed_on", _LISTED - {"slug"})):
            newer = (getattr(told, since) or date.min) > (getattr(before, since) or date.min)
            for field in fields:
                old, new = getattr(before, field), getattr(told, field)
                if new and new != old and (not old or (newer and not _is_typed(before, field))):
                    changes[field] = new
            if newer:
                changes[since] = getattr(told, since)
        self.known[kept] = before._replace(
            **changes,  # type: ignore[arg-type]
            slug=before.slug or told.slug,
            former_slugs=tuple({*before.former_slugs, *told.former_slugs, told.slug or ""} - {""}),
            former_names=with_former(
                before.former_names,
                *told.former_names,
                told.name,
                before.name,
                now=str(changes.get("name", before.name)),
            ),
        )
        if before.name != self.known[kept].name:
            changes["former_names"] = self.known[kept].former_names
        self._change(kept, changes)

    def finish(self) -> None:
        """Add the connections who are no one yet, and compare the rest with what is stored."""
        for index, ref in enumerate(self.refs):
            slug = self.connections[index].slug
            first = self.index_at[slug] if slug else index
            if first != index:  # an address twice is one person, of whom the first row speaks
                self.refs[index] = self.refs[first]
            elif not ref:
                self.refs[index] = self._add_connection(index)
            else:
                self._compare(self.known[ref], index)
        self.seen.update(self.refs)
        self._connected = frozenset(self.refs)

    def is_connection(self, contact_id: int) -> bool:
        """True for a stored person who is a connection of the export."""
        return self.canon(contact_id) in self._connected

    def canon(self, contact_id: int) -> int:
        """The person that a stored contact is after the merges of this plan."""
        return self.merged.get(contact_id, contact_id)

    def _told(self, index: int) -> dict[str, Any]:
        """All that a connection of the export tells, by the fields of a person."""
        row, name = self.connections[index], self.names[index]
        first, last = row.first_name, row.last_name
        if len(name) != len(first) + len(last) + 1:
            first, last = clean_name(first), clean_name(last)
        return {
            "name": name,
            "first_name": first,
            "last_name": last,
            "slug": self.slugs[index],
            "company": row.company,
            "position": row.position,
            "email": row.email,
            "connected_on": row.connected_on,
        }

    def _add_connection(self, index: int) -> int:
        latest = self.age.latest.connections
        gone = latest if self.age.older_than(latest) else None
        listed = {"listed_on": self.age.exported_on, "missing_since": gone}
        return self._add({**self._told(index), **listed})

    def _add(self, told: dict[str, Any]) -> int:
        key = -len(self.new) - 1
        self.new.append(ContactRecord(key, told_on=self.age.exported_on, **told))
        return key

    def _compare(self, contact: ContactRecord, index: int) -> None:
        row = self.connections[index]
        told = contact._replace(**self._told(index))
        if told != contact:
            changes = self._differences(contact, told)
            self._change(contact.id, changes)
            self._call(contact, changes, told.name, told.slug)
        newest = self.age.latest.connections
        if not self.age.older_than(newest):
            if contact.missing_since:
                self._change(contact.id, {"missing_since": None})
        elif contact.is_unlisted and row.connected_on:  # a newer file of connections lacks them
            self._change(contact.id, {"missing_since": newest})

    def _call(
        self, contact: ContactRecord, changes: dict[str, FieldValue], name: str, slug: str | None
    ) -> None:
        """Keep by which other name and address they were known, or are in this older export.

        A title or a degree more is no other name.
        """
        called: dict[str, FieldValue] = {}
        now = str(changes.get("name", contact.name))
        other = contact.name if now != contact.name else name
        known = {fuzzy_key(one) for one in (now, *contact.former_names)}
        if fuzzy_key(other) not in known:
            called["former_names"] = with_former(contact.former_names, other, now=now)
        if contact.slug and slug:
            slugs = {*contact.former_slugs, contact.slug, slug}
            slugs.discard(str(changes.get("slug", contact.slug)))
            called["former_slugs"] = tuple(sorted(slugs))
        self._change(
            contact.id,
            {field: new for field, new in called.items() if new != getattr(contact, field)},
        )

    def _differences(self, contact: ContactRecord, told: ContactRecord) -> dict[str, FieldValue]:
        """What an export tells of someone that is not stored so, by field.

        An empty cell says nothing; what a newer export told stands, gaps are filled.
        """
        changes: dict[str, FieldValue] = {}
        for field in _TOLD:
            old, new = getattr(contact, field), getattr(told, field)
            keep = _is_typed(contact, field) or self._is_known_better(contact, field)
            if new and new != old and not (old and keep):
                changes[field] = new
        day = self.age.exported_on
        for since, fields in (("listed_on", _LISTED), ("told_on", _SAID)):
            before = getattr(contact, since)
            if changes.keys() & fields and (before is None or before < day):
                changes[since] = day
        return changes

    def _is_known_better(self, contact: ContactRecord, field: str) -> bool:
        since = contact.listed_on if field in _LISTED else contact.told_on
        return self.age.older_than(since) if since else self.age.is_outdated

    def _change(self, contact_id: int, changes: dict[str, FieldValue]) -> None:
        if changes:
            self.changes.setdefault(contact_id, {}).update(changes)

    def add(
        self, name: str, cells: tuple[str, str], work: tuple[str, str], slug: str | None
    ) -> int:
        """Add someone who is no connection: named by a recommendation or a message."""
        first, last = map(clean_name, cells)
        told = {"name": name, "first_name": first, "last_name": last, "slug": slug}
        key = self._add({**told, "company": work[0], "position": work[1]})
        self._facts_given.add(key)
        return key

    def tell(self, ref: int, name: str, cells: tuple[str, str], work: tuple[str, str]) -> None:
        """A recommendation says what someone is called now and where they work.

        Connections.csv knows it better, its spelling of the name too. Only the first row of an
        export speaks: two that differ would change it at each import.
        """
        if ref < 0 or ref in self._connected or ref in self._facts_given:
            return
        self._facts_given.add(ref)
        contact = self.known[ref]
        told = contact._replace(company=work[0], position=work[1])
        if contact.connected_on is None or fuzzy_key(contact.name) != fuzzy_key(name):
            first, last = map(clean_name, cells)
            told = told._replace(name=name, first_name=first, last_name=last)
        changes = self._differences(contact, told)
        self._change(ref, changes)
        self._call(contact, changes, name, None)

    def missing(self, has_connections: bool) -> tuple[int, ...]:
        """Stored connections that a file of connections, no older than the last, does not hold.

        A file with a header alone is damaged; not everyone has left.
        """
        newest = self.age.latest.connections
        if not (has_connections and self.connections) or self.age.older_than(newest):
            return ()
        return tuple(
            contact.id
            for contact in self.contacts
            if contact.connected_on
            and contact.missing_since is None
            and not self.is_connection(contact.id)
        )

    def updates(self) -> tuple[ContactUpdate, ...]:
        """The changed people, in the order of id."""
        return tuple(
            ContactUpdate(contact_id, self.known[contact_id].name, self.changes[contact_id])
            for contact_id in sorted(self.changes)
        )

    def merges(self) -> tuple[Merge, ...]:
        """The stored people who turned out to be others."""
        return tuple(Merge(gone, into) for gone, into in self.merged.items())

    def tally(self, missing: Sequence[int]) -> Tally:
        """New, changed and unchanged people of the export; a merged one counts as changed."""
        changed = {*self.changes, *missing, *self.merged.values()}
        unchanged = sum(ref > 0 and ref not in changed for ref in self.seen)
        return Tally(len(self.new), len(changed), unchanged)


def _everything(name: str, row: ExportedConnection | ContactRecord) -> _Key | None:
    return None if row.slug else (name, row.connected_on, row.company, row.position)


def _name_and_day(name: str, row: ExportedConnection | ContactRecord) -> _Key | None:
    return (name, row.connected_on) if row.connected_on else None


def _is_typed(contact: ContactRecord, field: str) -> bool:
    """Whether the user wrote it by hand."""
    return ("name" if field in ("first_name", "last_name") else field) in contact.typed
