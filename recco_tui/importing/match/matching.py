"""Whose recommendation is it? Within one export, from the strongest sign to the weakest.

Rows of Recommendations_*.csv carry a name and no address. Measured on real exports: the delivery
message of the same minute and name was right in 27 of 27, the exact name in Connections unique in
27 of 27, company and position equal in 27 of 27. What none of these settles is left to the user.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple

from recco_tui.core.export import (
    Export,
    ExportedConnection,
    ExportedMessage,
    ExportedRecommendation,
)
from recco_tui.core.models import Direction
from recco_tui.core.names import clean_name, display_name
from recco_tui.importing.match.evidence import (
    SHARED_WORK,
    Facts,
    Sign,
    Verdict,
    comparable,
    differing_work,
    evidence,
    facts_of_work,
    verdict,
)
from recco_tui.importing.match.spellings import Spellings

CLOSED_ACCOUNT = "LinkedIn Member"
"""The name of every closed or hidden account: never tells who it was."""

DELIVERY_WINDOW = timedelta(minutes=2)


class How(StrEnum):
    """The sign that settled who it is; NONE when nothing did."""

    ADDRESS = "address"
    DELIVERY = "delivery"
    NAME = "name"
    WORK = "company and position"
    OTHER_FILE = "endorsement or invitation"
    NONE = "none"


class PersonMatch(NamedTuple):
    """Who a row means: `slug`, or the index of a connection, or both; else who it may be.

    `maybe` are indexes of connections, `maybe_slugs` addresses that are no connection's.
    """

    how: How
    slug: str | None = None
    connection: int | None = None
    maybe: tuple[int, ...] = ()
    maybe_slugs: tuple[str, ...] = ()


NO_ONE = PersonMatch(How.NONE)


@dataclass(frozen=True, slots=True)
class Matches:
    """One match a row, in the order of `export.recommendations` and `export.messages`.

    `names` and `slugs` are those of `export.connections`, worked out once. A connection without
    address (exports before mid-2023) has the one that a message by its only namesake tells.
    """

    names: list[str]
    slugs: list[str | None]
    recommendations: list[PersonMatch]
    messages: list[PersonMatch]

    @property
    def name_at(self) -> dict[str, str]:
        """The name of each connection with an address; of an address twice, the first."""
        pairs = zip(reversed(self.slugs), reversed(self.names), strict=True)
        return {slug: name for slug, name in pairs if slug}

    def repeats(self) -> dict[int, int]:
        """Connections whose address an earlier one has: one person, of whom the first speaks."""
        first: dict[str, int] = {}
        return {
            index: first[slug]
            for index, slug in enumerate(self.slugs)
            if slug and first.setdefault(slug, index) != index
        }


def match_export(export: Export) -> Matches:
    """Say for each recommendation and each message event which person of the export it means."""
    names = [display_name(c.first_name, c.last_name) for c in export.connections]
    authors = [display_name(r.first_name, r.last_name) for r in export.recommendations]
    writers = [clean_name(m.name) for m in export.messages]
    roster = _Roster(export, names, authors)
    deliveries = _deliveries(export.messages, writers)
    recommendations = [
        _match_recommendation(roster, row, name, deliveries)
        for row, name in zip(export.recommendations, authors, strict=True)
    ]
    settled: dict[str, list[tuple[ExportedRecommendation, PersonMatch]]] = {}
    for row, name, match in zip(export.recommendations, authors, recommendations, strict=True):
        if match.how is not How.NONE:
            settled.setdefault(name, []).append((row, match))
    messages = [
        _match_message(roster, message, name, settled.get(name, ()))
        for message, name in zip(export.messages, writers, strict=True)
    ]
    return Matches(names, _slugs(export, [*recommendations, *messages]), recommendations, messages)


def _slugs(export: Export, matches: Iterable[PersonMatch]) -> list[str | None]:
    slugs = [connection.slug for connection in export.connections]
    taken = set(slugs)
    for match in matches:
        if match.connection is not None and slugs[match.connection] is None:
            if match.slug not in taken:
                slugs[match.connection] = match.slug
            taken.add(match.slug)
    return slugs


class _Roster:
    """The connections by name (only names that are looked for) and by address."""

    def __init__(self, export: Export, names: list[str], authors: list[str]) -> None:
        self.connections: Sequence[ExportedConnection] = export.connections
        self.names = names
        wanted = {*authors, *(clean_name(m.name) for m in export.messages)}
        wanted -= {"", CLOSED_ACCOUNT}
        self.divided = _divided(export.recommendations, authors)
        self.by_slug: dict[str, int] = {}
        for index, connection in enumerate(export.connections):
            if connection.slug:
                self.by_slug.setdefault(connection.slug, index)
        named: dict[str, list[int]] = {}
        if wanted:
            for index, name in enumerate(names):
                slug = export.connections[index].slug
                if name in wanted and (not slug or self.by_slug[slug] == index):
                    named.setdefault(name, []).append(index)
        self.by_name = {name: tuple(indexes) for name, indexes in named.items()}
        told = ((m.name, (m.slug,)) for m in export.messages if m.slug)
        self.addresses = _addresses((*export.addresses.items(), *told), wanted)
        self._spellings = Spellings(names)

    def at(self, how: How, index: int) -> PersonMatch:
        return PersonMatch(how, self.connections[index].slug, index)

    def of_slug(self, how: How, slug: str, by_name: PersonMatch = NO_ONE) -> PersonMatch:
        """Whose address it is: a connection's, also one without address that the name settles."""
        index = self.by_slug.get(slug)
        if index is None and by_name.connection is not None and by_name.slug is None:
            index = by_name.connection
        return PersonMatch(how, slug, index)

    def similar(self, name: str) -> tuple[int, ...]:
        """Connections that differ in accents, titles, credentials, nicknames only."""
        return () if name == CLOSED_ACCOUNT else self._spellings.like(name)

    def is_same(self, name: str, work: tuple[str, str], index: int) -> bool:
        """Whether a row of that name and work is about that connection, without asking."""
        connection = self.connections[index]
        told = Facts(self.names[index], connection.company, connection.position)
        signs = evidence(facts_of_work(name, work), told, Sign.SAME_EXPORT)
        if name in self.divided and any(work) and not signs & SHARED_WORK:
            return False
        return verdict(signs) is Verdict.SAME

    def of_work(self, indexes: Sequence[int], work: tuple[str, str]) -> tuple[int, ...]:
        """Those of the connections who have that company and title, as far as the row tells."""
        if not any(work):
            return ()
        wanted = tuple(map(comparable, work))
        return tuple(
            index
            for index in indexes
            for row in (self.connections[index],)
            if (comparable(row.company), comparable(row.position)) == wanted
        )


def _divided(rows: Iterable[ExportedRecommendation], authors: Sequence[str]) -> frozenset[str]:
    """Names under which people of different work wrote or were written to."""
    works: dict[str, list[tuple[str, str]]] = {}
    for row, name in zip(rows, authors, strict=True):
        told = works.setdefault(name, [])
        if (row.company, row.position) not in told:
            told.append((row.company, row.position))
    return frozenset(
        name
        for name, told in works.items()
        if any(differing_work(one, other) for one, other in combinations(told, 2))
    )


def _addresses(seen: Iterable[tuple[str, Iterable[str]]], wanted: set[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    if wanted:
        for written, slugs in seen:
            name = clean_name(written)
            if name in wanted:
                found.setdefault(name, set()).update(slugs)
    return found


def _deliveries(
    messages: Sequence[ExportedMessage], writers: Sequence[str]
) -> dict[tuple[Direction, str], list[tuple[datetime, str]]]:
    """Minute and address of each delivery message with an address, by direction and name."""
    found: dict[tuple[Direction, str], list[tuple[datetime, str]]] = {}
    for message, name in zip(messages, writers, strict=True):
        if message.event.is_delivery and message.slug and name != CLOSED_ACCOUNT:
            key = message.event.direction, name
            found.setdefault(key, []).append((_minute(message.at), message.slug))
    return found


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)


def _match_recommendation(
    roster: _Roster,
    row: ExportedRecommendation,
    name: str,
    deliveries: Mapping[tuple[Direction, str], Sequence[tuple[datetime, str]]],
) -> PersonMatch:
    written_at = row.written_at
    by_name = _match_name(roster, name, row.company, row.position)
    if written_at is not None:
        near = sorted(
            (abs(at - _minute(written_at)), slug)
            for at, slug in deliveries.get((row.direction, name), ())
            if abs(at - _minute(written_at)) <= DELIVERY_WINDOW
        )
        if len({slug for gap, slug in near if gap == near[0][0]}) == 1:
            return roster.of_slug(How.DELIVERY, near[0][1], by_name)
    return by_name


def _match_message(
    roster: _Roster,
    message: ExportedMessage,
    name: str,
    settled: Iterable[tuple[ExportedRecommendation, PersonMatch]],
) -> PersonMatch:
    match = _match_name(roster, name, "", "")
    if message.slug:
        return roster.of_slug(How.ADDRESS, message.slug, match)
    if match.how is How.NONE and message.event.is_delivery:
        # A file without addresses: the text delivered in that minute tells who delivered it.
        for row, whose in settled:
            if (
                row.direction is message.event.direction
                and row.written_at is not None
                and abs(row.written_at - _minute(message.at)) <= DELIVERY_WINDOW
            ):
                return whose._replace(how=How.DELIVERY)
    return match


def _match_name(roster: _Roster, name: str, company: str, position: str) -> PersonMatch:
    work = (company, position)
    found = roster.by_name.get(name, ())
    if len(found) == 1 and roster.is_same(name, work, found[0]):
        return roster.at(How.NAME, found[0])
    same = roster.of_work(found, work)
    if not same and all(work) and name != CLOSED_ACCOUNT:
        same = roster.of_work(roster.similar(name), work)
    if len(same) == 1:
        return roster.at(How.WORK, same[0])
    pool = same or found
    addresses = roster.addresses.get(name, set())
    slugs = {roster.connections[index].slug: index for index in pool} if addresses else {}
    if len(addresses) == 1:
        (slug,) = addresses
        if slug in slugs and roster.is_same(name, work, slugs[slug]):
            return roster.at(How.OTHER_FILE, slugs[slug])
        if not pool and name not in roster.divided:
            return roster.of_slug(How.OTHER_FILE, slug)
    if pool or addresses:
        return PersonMatch(
            How.NONE, maybe=pool, maybe_slugs=tuple(sorted(addresses - slugs.keys()))
        )
    similar = roster.similar(name)
    return PersonMatch(How.NONE, maybe=similar) if similar else NO_ONE
