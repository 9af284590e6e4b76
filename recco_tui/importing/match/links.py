"""Who may be one: the pairs that are looked at, by name, address, work, day and text."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations

from recco_tui.core.export import Export
from recco_tui.core.import_plan import ContactRecord
from recco_tui.core.names import clean_name
from recco_tui.importing.match.assignment import Assignment
from recco_tui.importing.match.evidence import CLOSED_ACCOUNT, Sign, evidence, facts, spelling_of
from recco_tui.importing.match.mentions import Mentions
from recco_tui.importing.match.people import NEW, People
from recco_tui.importing.match.questions import names_asked_about
from recco_tui.importing.match.spellings import Spellings

MOST_MET = 3
"""Of so many who share day, company and title with someone new it is asked who they were; more met
at one party."""


class Links:
    """Puts side by side who may be one, by name, address, work, day and text."""

    def __init__(self, assignment: Assignment, people: People, mentions: Mentions) -> None:
        self._assignment = assignment
        self._people = people
        self._rows = mentions.rows
        self._of_contact: dict[int, int] = {}
        self._of_connection: dict[int, int] = {}
        self._met: dict[str, int] = {}
        self._known_before: Mapping[int, int] = {}
        self.due: set[int] = set()
        self._connection_of = {
            ref: index for index, ref in enumerate(people.refs) if ref and people.is_first(index)
        }
        self._mentions = [
            assignment.record(row.facts, mention=index) for index, row in enumerate(self._rows)
        ]
        for one, other in mentions.links:
            assignment.link(one, other, Sign.DELIVERY)
        self._stored: dict[str, list[int]] = defaultdict(list)
        self._at_slug: dict[str, int] = {}
        for contact in people.contacts:
            for name in (contact.name, *contact.former_names):
                self._stored[name].append(contact.id)
            if contact.slug:
                self._at_slug[contact.slug] = contact.id
            for slug in contact.former_slugs:
                self._at_slug.setdefault(slug, contact.id)
        self._connections: dict[str, list[int]] = defaultdict(list)
        for index, name in enumerate(people.names):
            if people.is_first(index):
                self._connections[name].append(index)
        self._spelled = Spellings(people.names)
        self._spelled_stored = Spellings([contact.name for contact in people.contacts])

    def _contact(self, contact_id: int) -> int:
        """The record of a stored person, who may be known to be a connection of the export."""
        if contact_id not in self._of_contact:
            self._of_contact[contact_id] = self._assignment.record(
                self._people.facts(contact_id), contact=contact_id
            )
            if contact_id in self._connection_of:
                self._join_certain(contact_id, self._connection_of[contact_id])
        return self._of_contact[contact_id]

    def _connection(self, index: int) -> int:
        if index not in self._of_connection:
            self._of_connection[index] = self._assignment.record(
                self._people.facts_of_row(index), connection=index
            )
            if contact_id := self._people.refs[index]:
                self._join_certain(contact_id, index)
        return self._of_connection[index]

    def _join_certain(self, contact_id: int, index: int) -> None:
        if contact_id in self._of_contact and index in self._of_connection:
            one, other = self._of_contact[contact_id], self._of_connection[index]
            if self._assignment.person(one) is not self._assignment.person(other):
                self._assignment.join(self._assignment.person(one), self._assignment.person(other))
        else:
            self._contact(contact_id)
            self._connection(index)

    def link_to_contact(self, mention: int, contact_id: int, *signs: Sign) -> None:
        """Have a row and a stored person looked at."""
        self._assignment.link(self._mentions[mention], self._contact(contact_id), *signs)

    def link_mentions(self, export: Export, known_before: Mapping[int, int]) -> None:
        """Link each row with whom it may mean, and with the other rows of its name or address.

        A row that was `known_before` means no other stored person.
        """
        self._known_before = known_before
        named: dict[str, list[int]] = defaultdict(list)
        at_slug: dict[str, list[int]] = defaultdict(list)
        for index, row in enumerate(self._rows):
            if row.name not in ("", CLOSED_ACCOUNT):
                named[row.name].append(index)
            if row.slug:
                at_slug[row.slug].append(index)
        for slug, indexes in at_slug.items():
            self._link_address(slug, indexes)
            self._met[slug] = self._mentions[indexes[0]]
        met = _addresses(export, named.keys())
        split = len(export.recommendations)
        alike: dict[str, list[int]] = defaultdict(list)
        for name, indexes in named.items():
            alike[spelling_of(name)] += indexes
            self._link_named(name, indexes, met.get(name, frozenset()))
        for indexes in alike.values():
            for one, other in combinations(indexes, 2):
                texts = (Sign.TEXTS,) if max(one, other) < split else ()
                self._assignment.link(one, other, Sign.SAME_EXPORT, *texts)

    def _link_address(self, slug: str, indexes: Sequence[int]) -> None:
        first = self._mentions[indexes[0]]
        for index in indexes[1:]:
            self._assignment.link(first, self._mentions[index])
        if (connection := self._people.index_at.get(slug)) is not None:
            self._assignment.link(first, self._connection(connection))
        if contact_id := self._at_slug.get(slug):
            self._assignment.link(first, self._contact(contact_id))

    def _link_named(self, name: str, indexes: Sequence[int], met: frozenset[str]) -> None:
        """Link rows with the connections and stored people of their name, else of one like it.

        An address that was met under the name is one more person, if it is no one's.
        """
        connections = self._connections.get(name, ())
        records: dict[int, tuple[Sign, ...]] = {}
        records |= {self._connection(i): (Sign.SAME_EXPORT,) for i in connections}
        records |= {self._contact(i): () for i in self._stored.get(name, ())}
        if not self._is_found(records, indexes):
            records |= {self._connection(i): (Sign.SAME_EXPORT,) for i in self._like(name)}
            like = self._spelled_stored.like(name)
            records |= {self._contact(self._people.contacts[i].id): () for i in like}
        of_name = {self._connection(i) for i in connections}
        for slug in sorted(met):
            record = self._record_at(slug, name)
            told = len(met) == 1 and (record in of_name or not of_name)
            records[record] = (*records.get(record, ()), *((Sign.MET,) if told else ()))
        for index in indexes:
            whose = self._known_before.get(index)
            for record, signs in records.items():
                stored = self._assignment.person(record).contacts
                if not (whose and stored and whose not in stored):
                    self._assignment.link(self._mentions[index], record, *signs)

    def _like(self, name: str) -> list[int]:
        """Connections whose name differs in accents, titles, credentials, nicknames only."""
        return [index for index in self._spelled.like(name) if self._people.is_first(index)]

    def _is_found(self, records: Iterable[int], indexes: Sequence[int]) -> bool:
        """Whether one of the very name and work is there, so that none like it is looked for."""
        people = map(self._assignment.person, records)
        found = [person.facts for person in people if person.connections or person.facts.days]
        return all(
            any(Sign.WORK in evidence(self._rows[i].facts, told) for told in found)
            if any(self._rows[i].work)
            else bool(found)
            for i in indexes
        )

    def _record_at(self, slug: str, name: str) -> int:
        if (connection := self._people.index_at.get(slug)) is not None:
            return self._connection(connection)
        if contact_id := self._at_slug.get(slug):
            return self._contact(contact_id)
        if slug not in self._met:
            self._met[slug] = self._assignment.record(facts(name, slug=slug))
        return self._met[slug]

    def link_connections(self, asked: Collection[str]) -> None:
        """Link connections of whom there is news, or who were asked about, with whom they may be:
        stored people who are not in the file."""
        people = self._people
        if not people.contacts:
            return
        names = names_asked_about(asked)
        due = [i for i in range(len(people.refs)) if self._is_news(i)]
        if any(key.startswith(NEW) for key in asked):
            due += [i for i in range(len(people.refs)) if people.mark(i) in asked]
        gone: dict[date, list[ContactRecord]] = defaultdict(list)
        if due:
            for contact in people.contacts:
                if contact.connected_on and contact.id not in self._connection_of:
                    gone[contact.connected_on].append(contact)
        self.due.update(filter(people.is_first, due))
        for index in sorted(self.due):
            for contact_id in self._stored.get(people.names[index], ()):
                if contact_id not in self._connection_of:
                    self._assignment.link(self._connection(index), self._contact(contact_id))
            self._link_by_day(index, gone)
        self._link_unlisted(names)

    def _link_by_day(self, index: int, gone: Mapping[date, Sequence[ContactRecord]]) -> None:
        """Link with those who are not in the file any more and were met on the day of the row."""
        row = self._people.connections[index]
        met = gone.get(row.connected_on, ()) if row.connected_on else ()
        told = self._people.facts_of_row(index)
        colleagues = []
        for contact in met:
            signs = evidence(told, self._people.facts(contact.id))
            if signs & {Sign.NAME, Sign.FORMER_NAME, Sign.SPELLING, Sign.PART_OF_NAME}:
                self._assignment.link(self._connection(index), self._contact(contact.id))
            elif Sign.WORK in signs:
                colleagues.append(contact.id)
        if len(colleagues) <= MOST_MET:
            for contact_id in colleagues:
                self._assignment.link(self._connection(index), self._contact(contact_id))

    def _link_unlisted(self, asked: set[str]) -> None:
        """Link those known by a text alone, or typed by hand, with connections of such a name."""
        unlisted = [contact for contact in self._people.contacts if contact.is_unlisted]
        if not unlisted:
            return
        count = len(self._people.refs)
        news = [i for i in range(count) if self._people.is_first(i) and self._is_news(i)]
        spelled = Spellings([self._people.names[index] for index in news])
        for contact in unlisted:
            if contact.id in self._connection_of or contact.name == CLOSED_ACCOUNT:
                continue
            names = (contact.name, *contact.former_names)
            found = {news[place] for name in names for place in spelled.like(name)}
            if contact.name in asked:
                found.update(self._like(contact.name))
            for index in sorted(found):
                self._assignment.link(self._contact(contact.id), self._connection(index))

    def _is_news(self, index: int) -> bool:
        """Whether the row tells a name or work that is not stored: it may be that of another."""
        row, ref = self._people.connections[index], self._people.refs[index]
        if not ref:
            return True
        known = self._people.known[ref]
        return (self._people.names[index], row.company, row.position) != (
            known.name,
            known.company,
            known.position,
        )


def _addresses(export: Export, wanted: Iterable[str]) -> dict[str, frozenset[str]]:
    """The addresses met under each of these names in messages, invitations and endorsements."""
    names = set(wanted)
    found: dict[str, set[str]] = defaultdict(set)
    if names:
        for written, slugs in export.addresses.items():
            if (name := clean_name(written)) in names:
                found[name] |= slugs
    return {name: frozenset(slugs) for name, slugs in found.items()}
