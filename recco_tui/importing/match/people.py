"""Whom of the stored people a connection is, and what an export says about them.

Across exports: the same address wins; else the same name and day of connection; else the one person
of that name, when nothing speaks against it. Everyone else is new.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date

from recco_tui.core.export import ExportedConnection
from recco_tui.core.import_plan import (
    ContactUpdate,
    ExportAge,
    FieldValue,
    Merge,
    NewContact,
    StoredContact,
    Tally,
)
from recco_tui.core.names import clean_name, fuzzy_key, with_former
from recco_tui.importing.match.evidence import (
    Facts,
    Sign,
    Verdict,
    comparable,
    evidence,
    facts_of_work,
    verdict,
)
from recco_tui.importing.match.matching import CLOSED_ACCOUNT, Matches
from recco_tui.importing.match.spellings import Spellings

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


class People:
    """The people of one plan. `refs` has one contact reference a connection, 0 while unsettled."""

    def __init__(
        self,
        connections: Sequence[ExportedConnection],
        matches: Matches,
        contacts: Sequence[StoredContact],
        age: ExportAge,
    ) -> None:
        self.connections = connections
        self.names = matches.names
        self.slugs = matches.slugs
        self.contacts = contacts
        self.age = age
        self.keep_old = age.is_outdated
        self.refs = [0] * len(connections)
        self.new: list[NewContact] = []
        self.changes: dict[int, dict[str, FieldValue]] = {}
        self.merged: dict[int, int] = {}
        self.seen: set[int] = set()
        self.known = {contact.id: contact for contact in contacts}
        self.owner_of = {contact.slug: contact.id for contact in contacts if contact.slug}
        self._repeats = matches.repeats()
        self._connected: set[int] = set()
        self._namesakes: dict[str, list[StoredContact]] | None = None
        self._facts_given: set[int] = set()
        self._name_counts: Counter[str] | None = None
        self._spellings = Spellings([contact.name for contact in contacts])
        self._once_called: dict[str, list[int]] = {}
        for contact in contacts:
            for name in (*contact.former_names, *map(_page, contact.former_slugs)):
                self._once_called.setdefault(name, []).append(contact.id)

    def facts(self, contact_id: int) -> Facts:
        """What the file has of a stored person."""
        known = self.known[contact_id]
        former = frozenset((*known.former_names, *map(_page, known.former_slugs)))
        return Facts(
            known.name, known.company, known.position, known.slug, known.connected_on, former
        )

    def facts_of_row(self, index: int) -> Facts:
        """What a connection of the export tells."""
        row = self.connections[index]
        return Facts(
            self.names[index], row.company, row.position, self.slugs[index], row.connected_on
        )

    def stored_at(self, slug: str) -> int:
        """The stored person with that address, or who once had it; 0 when there is none."""
        once = self._once_called.get(_page(slug), [0])
        return max(0, self.owner_of.get(slug, once[0]))

    def known_as(self, name: str) -> list[StoredContact]:
        """Stored people of that name, of one spelled like it, or once called so; by id."""
        if name == CLOSED_ACCOUNT:
            return []
        found = {self.contacts[place].id for place in self._spellings.like(name)}
        found.update(contact.id for contact in self.namesakes(name))
        found.update(self._once_called.get(name, ()))
        return [self.known[contact_id] for contact_id in sorted(found)]

    def namesakes(self, name: str) -> list[StoredContact]:
        """Stored people of exactly that name, in the order of id."""
        if self._namesakes is None:
            self._namesakes = {}
            for contact in self.contacts:
                self._namesakes.setdefault(contact.name, []).append(contact)
        return self._namesakes.get(name, [])

    def connections_named(self, name: str) -> int:
        """How many connections of the export have exactly that name."""
        if self._name_counts is None:
            self._name_counts = Counter(self.names)
        return self._name_counts[name]

    def is_connection(self, contact_id: int) -> bool:
        """True once a connection of the export has been found to be that stored person."""
        return contact_id in self._connected

    def is_free(self, index: int) -> bool:
        """True for a connection of which no one is known to be the person yet."""
        return not self.refs[index] and index not in self._repeats

    def is_open(self, contact_id: int) -> bool:
        """True for a stored person without address of whom this export has told nothing either."""
        return (
            self.known[contact_id].is_loose
            and contact_id not in self._connected
            and contact_id not in self.merged
            and "slug" not in self.changes.get(contact_id, ())
        )

    def canon(self, contact_id: int) -> int:
        """The person that a stored contact is after the merges of this plan."""
        return self.merged.get(contact_id, contact_id)

    def settle_certain(self) -> None:
        """Find the connections with the address, or with the name and day, of a stored person."""
        owner_of, refs = self.owner_of, self.refs
        rest = []
        for index, slug in enumerate(self.slugs):
            contact_id = owner_of.get(slug) if slug else None
            if contact_id is not None:
                refs[index] = contact_id
            elif index not in self._repeats:
                rest.append(index)
        self._connected.update(filter(None, refs))
        if self._once_called:
            rest = [index for index in rest if not self._settle_by_former_address(index)]
        if not (rest and self.contacts):
            return
        waiting: dict[tuple[str, date | None], list[int]] = {}
        for index in rest:
            day = self.connections[index].connected_on
            waiting.setdefault((self.names[index], day), []).append(index)
        for (name, day), indexes in waiting.items():
            same = [c for c in self.namesakes(name) if c.connected_on == day]
            self._pair(indexes, [c for c in same if c.id not in self._connected], day)

    def _pair(self, indexes: list[int], stored: list[StoredContact], day: date | None) -> None:
        """Settle connections that share name and day with stored people: by work, else if alone.

        Two sides without an address that are left over belong together: people change their work.
        """
        if day is None:  # no day is no evidence: an address of one's own is someone else
            stored = [c for c in stored if c.slug is None]
        # Those without an address find each other first, and the missing come last: two who share
        # day and work would otherwise change places at each import.
        stored.sort(key=lambda c: (c.slug is not None, c.missing_since is not None))
        indexes = sorted(indexes, key=lambda i: self.slugs[i] is not None)
        alone = day is not None and len(indexes) == len(stored) == 1
        for same_work in (True, False):
            for index in [i for i in indexes if not self.refs[i]]:
                row = self.connections[index]
                bare = day is not None and self.slugs[index] is None
                for contact in stored:
                    fits = (contact.company, contact.position) == (row.company, row.position)
                    if fits if same_work else alone or (bare and contact.slug is None):
                        self._settle(index, contact.id)
                        stored.remove(contact)
                        break

    def _settle_by_former_address(self, index: int) -> bool:
        """An older export calls them by the address that they had then."""
        for contact_id in self._once_called.get(_page(self.slugs[index] or ""), ()):
            if contact_id not in self._connected:
                self._settle(index, contact_id)
                return True
        return False

    def settle_by_text(self, connection: int | None, contact_id: int) -> None:
        """Whoever has the very text is that connection, under a new name and address.

        Not when another day of connection, or nothing but the name, says otherwise.
        """
        if connection is None:
            return
        connection = self._repeats.get(connection, connection)
        if self.refs[connection] or contact_id in self._connected or contact_id in self.merged:
            return
        signs = evidence(self.facts(contact_id), self.facts_of_row(connection))
        renamed = Sign.NAME not in signs
        if Sign.OTHER_DAY not in signs and (renamed or signs & {Sign.DAY, Sign.WORK}):
            self._settle(connection, contact_id)

    def _settle(self, index: int, contact_id: int) -> None:
        self.refs[index] = contact_id
        self._connected.add(contact_id)

    def tie(self, contact_id: int, connection: int | None, slug: str | None) -> None:
        """Say who a stored person without address is: a connection, or the owner of an address."""
        if contact_id in self.merged or contact_id in self._connected:
            return
        if connection is not None:
            connection = self._repeats.get(connection, connection)
        owner = self.refs[connection] if connection is not None else 0
        owner = owner or (self.owner_of.get(slug, 0) if slug else 0)
        if owner and owner != contact_id:
            self.merge(contact_id, self.canon(owner))
        elif connection is not None:
            self._settle(connection, contact_id)
        elif slug and not owner:
            self._change(contact_id, {"slug": slug})
            self.owner_of[slug] = contact_id

    def merge(self, gone: int, into: int) -> None:
        """A stored person without address is another stored one."""
        if gone != into and gone not in self.merged and gone not in self._connected:
            for earlier, target in self.merged.items():
                if target == gone:
                    self.merged[earlier] = into
            self.merged[gone] = into
            self.changes.pop(gone, None)

    def settle_rest(self) -> None:
        """Give every connection its person: the only one of its name, or someone new."""
        for index, ref in enumerate(self.refs):
            if not ref and self.contacts and index not in self._repeats:
                self._settle_by_name(index)
        if self.contacts:
            self._settle_spelled_alike()
            self._settle_renamed()
        known, refs, seen = self.known, self.refs, self.seen
        for index, ref in enumerate(refs):
            if index in self._repeats:
                refs[index] = refs[self._repeats[index]]
            elif not ref:
                refs[index] = self._add_connection(index)
            else:
                self._compare(known[ref], index)
        seen.update(refs)

    def _settle_by_name(self, index: int) -> None:
        name = self.names[index]
        stored = self.namesakes(name) if name != CLOSED_ACCOUNT else []
        if len(stored) != 1 or self.connections_named(name) != 1:
            return
        (contact,) = stored
        free = contact.id not in self._connected and contact.id not in self.merged
        own = self.changes.get(contact.id, {}).get("slug", contact.slug)
        known = self.facts(contact.id)._replace(slug=str(own) if own else None)
        if free and verdict(evidence(self.facts_of_row(index), known)) is Verdict.SAME:
            self._settle(index, contact.id)

    def _settle_spelled_alike(self) -> None:
        """Find those known by a text alone, whose name has a degree or an emoji more there."""
        bare = [c for c in self.contacts if c.is_loose and c.company and c.position]
        if not bare:
            return
        spellings = Spellings(self.names)
        for contact in bare:
            if not self.is_open(contact.id) or contact.name == CLOSED_ACCOUNT:
                continue
            known = self.facts(contact.id)
            same = [
                index
                for index in spellings.like(contact.name)
                for signs in (evidence(self.facts_of_row(index), known),)
                if Sign.WORK in signs and verdict(signs) is Verdict.SAME
            ]
            if len(same) == 1 and not self.refs[same[0]] and same[0] not in self._repeats:
                self._settle(same[0], contact.id)

    def _settle_renamed(self) -> None:
        """Find whoever changed name and address at once: by day, company, title, part of the name.

        One on either side only: colleagues who were met at one party share all of these.
        """
        rows: dict[tuple[date | None, str, str], list[int]] = {}
        for index, ref in enumerate(self.refs):
            row = self.connections[index]
            if not ref and index not in self._repeats and row.connected_on and row.company:
                rows.setdefault(_meeting(row), []).append(index)
        if not rows:
            return
        stored: dict[tuple[date | None, str, str], list[int]] = {}
        for contact in self.contacts:
            if contact.connected_on and contact.company and contact.position:
                free = contact.id not in self._connected and contact.id not in self.merged
                if free and _meeting(contact) in rows:
                    stored.setdefault(_meeting(contact), []).append(contact.id)
        same = [
            (index, contact_id)
            for key, contact_ids in stored.items()
            for index in rows[key]
            for contact_id in contact_ids
            if self._verdict(index, contact_id) is Verdict.SAME
        ]
        rows_of = Counter(contact_id for _, contact_id in same)
        people_of = Counter(index for index, _ in same)
        for index, contact_id in same:
            if rows_of[contact_id] == people_of[index] == 1:
                self._settle(index, contact_id)

    def _verdict(self, index: int, contact_id: int) -> Verdict:
        return verdict(evidence(self.facts_of_row(index), self.facts(contact_id)))

    def _cells(self, row: ExportedConnection, name: str) -> tuple[str, str]:
        if len(name) == len(row.first_name) + len(row.last_name) + 1:
            return row.first_name, row.last_name
        return clean_name(row.first_name), clean_name(row.last_name)

    def _add_connection(self, index: int) -> int:
        row, name, slug = self.connections[index], self.names[index], self.slugs[index]
        first, last = self._cells(row, name)
        latest = self.age.latest.connections
        gone = latest if self.age.older_than(latest) else None
        key = -len(self.new) - 1
        self.new.append(
            NewContact(
                key=key,
                name=name,
                first_name=first,
                last_name=last,
                slug=slug,
                company=row.company,
                position=row.position,
                email=row.email,
                connected_on=row.connected_on,
                missing_since=gone,
                told_on=self.age.exported_on,
                listed_on=self.age.exported_on,
            )
        )
        if slug:
            self.owner_of[slug] = key
        return key

    def _compare(self, contact: StoredContact, index: int) -> None:
        row, name, slug = self.connections[index], self.names[index], self.slugs[index]
        first, last = self._cells(row, name)
        told = contact._replace(
            name=name,
            first_name=first,
            last_name=last,
            slug=slug,
            company=row.company,
            position=row.position,
            email=row.email,
            connected_on=row.connected_on,
        )
        if told != contact:
            changes = self._differences(contact, told)
            self._change(contact.id, changes)
            self._call(contact, changes, name, slug)
            if "slug" in changes and slug:  # the address that it had is no one's now
                self.owner_of.pop(contact.slug or "", None)
                self.owner_of[slug] = contact.id
        newest = self.age.latest.connections
        if not self.age.older_than(newest):
            if contact.missing_since:
                self._change(contact.id, {"missing_since": None})
        elif contact.is_loose and row.connected_on:  # a newer file of connections lacks them
            self._change(contact.id, {"missing_since": newest})

    def _call(
        self, contact: StoredContact, changes: dict[str, FieldValue], name: str, slug: str | None
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

    def _differences(self, contact: StoredContact, told: StoredContact) -> dict[str, FieldValue]:
        """What an export tells of someone that is not stored so, by field.

        An empty cell says nothing; what a newer export told stands, gaps are filled.
        """
        changes: dict[str, FieldValue] = {}
        for field in _TOLD:
            old, new = getattr(contact, field), getattr(told, field)
            typed = "name" if field in ("first_name", "last_name") else field
            keep = typed in contact.typed or self._is_known_better(contact, field)
            if new and new != old and not (old and keep):
                changes[field] = new
        day = self.age.exported_on
        for since, fields in (("listed_on", _LISTED), ("told_on", set(_TOLD) - _LISTED)):
            before = getattr(contact, since)
            if changes.keys() & fields and (before is None or before < day):
                changes[since] = day
        return changes

    def _is_known_better(self, contact: StoredContact, field: str) -> bool:
        since = contact.listed_on if field in _LISTED else contact.told_on
        return self.age.older_than(since) if since else self.keep_old

    def _change(self, contact_id: int, changes: dict[str, FieldValue]) -> None:
        if changes:
            self.changes.setdefault(contact_id, {}).update(changes)

    def at_slug(self, slug: str) -> int:
        """The person at an address that is no connection's; 0 when there is none yet."""
        return self.canon(self.owner_of.get(slug, 0))

    def adopt(self, slug: str, name: str, work: tuple[str, str], in_doubt: Collection[int]) -> int:
        """Give the address to the only stored person of that name, if they have none; else 0."""
        stored = self.namesakes(name) if name != CLOSED_ACCOUNT else []
        if len(stored) != 1 or self.connections_named(name) or stored[0].id in in_doubt:
            return 0
        signs = evidence(facts_of_work(name, work), self.facts(stored[0].id))
        if verdict(signs) is not Verdict.SAME:
            return 0
        if stored[0].slug is None:
            self.tie(stored[0].id, None, slug)
        return self.canon(self.owner_of.get(slug, 0))

    def add(
        self, name: str, cells: tuple[str, str], work: tuple[str, str], slug: str | None
    ) -> int:
        """Add someone who is no connection: named by a recommendation or a message."""
        key = -len(self.new) - 1
        first, last = clean_name(cells[0]), clean_name(cells[1])
        company, position = work
        self.new.append(
            NewContact(
                key=key,
                name=name,
                first_name=first,
                last_name=last,
                slug=slug,
                company=company,
                position=position,
                told_on=self.age.exported_on,
            )
        )
        if slug:
            self.owner_of[slug] = key
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

        A file with a header alone is damaged rather than a farewell to everyone.
        """
        newest = self.age.latest.connections
        if not (has_connections and self.connections) or self.age.older_than(newest):
            return ()
        return tuple(
            contact.id
            for contact in self.contacts
            if contact.connected_on
            and contact.missing_since is None
            and contact.id not in self._connected
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


def _meeting(row: ExportedConnection | StoredContact) -> tuple[date | None, str, str]:
    return row.connected_on, comparable(row.company), comparable(row.position)


def _page(slug: str) -> str:
    """An address among former names, so that the two are not taken for each other."""
    return f"in/{slug}"
