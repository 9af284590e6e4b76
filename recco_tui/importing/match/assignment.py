"""Which records are of one person: one assignment over all pairs, whatever their order.

The strongest evidence goes first, by the lines of the table. Who is one is known by all that is
told of either, so that two may turn out to be one by what a third tells. What does not settle a
pair, or would settle it with two who are not one, is a question.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import NamedTuple

from recco_tui.importing.match.evidence import (
    STRONGEST,
    UNTOLD,
    WEAK,
    Facts,
    Sign,
    Verdict,
    evidence,
    weigh,
)


@dataclass(frozen=True, slots=True, eq=False)
class Person:
    """Records that are one. `contacts` are stored ids, `mentions` rows that name them, `others`
    records that are someone else's."""

    facts: Facts
    records: frozenset[int]
    contacts: frozenset[int] = frozenset()
    connections: frozenset[int] = frozenset()
    mentions: frozenset[int] = frozenset()
    others: frozenset[int] = frozenset()

    @property
    def is_unlisted(self) -> bool:
        """Named by texts and messages only, or typed by hand: no address, never a connection."""
        return not (self.facts.slugs or self.facts.days or self.connections)

    def joined(self, other: "Person") -> "Person":
        """Both, who are one; they are called as their connection is."""
        first, second = sorted((self, other), key=lambda p: (not p.connections, min(p.records)))
        return Person(
            first.facts.joined(second.facts),
            self.records | other.records,
            self.contacts | other.contacts,
            self.connections | other.connections,
            self.mentions | other.mentions,
            self.others | other.others,
        )


class Pair(NamedTuple):
    """Two persons, the one with the earlier record first."""

    one: Person
    other: Person


class _Weighed(NamedTuple):
    signs: frozenset[Sign]
    verdict: Verdict
    line: int


class Assignment:
    """Persons by the number of a record; links are pairs of records that may be one."""

    def __init__(
        self, is_apart: Callable[[Facts, Facts], bool], is_asked: Callable[[Person], bool]
    ) -> None:
        self._of: list[Person] = []
        self._is_apart = is_apart
        self._is_asked = is_asked
        self._links: dict[tuple[int, int], set[Sign]] = defaultdict(set)
        self._weighed: dict[Pair, _Weighed] = {}

    def record(self, told: Facts, contact: int = 0, connection: int = -1, mention: int = -1) -> int:
        """Take a record of one of the three: its number."""
        number = len(self._of)
        contacts = frozenset((contact,) if contact else ())
        connections = frozenset((connection,) if connection >= 0 else ())
        mentions = frozenset((mention,) if mention >= 0 else ())
        self._of.append(Person(told, frozenset((number,)), contacts, connections, mentions))
        return number

    def person(self, record: int) -> Person:
        """Whose record it is, as far as is known by now."""
        return self._of[record]

    def persons(self) -> Iterator[Person]:
        """Each once, in the order of their first records."""
        return iter(dict.fromkeys(self._of))

    def link(self, one: int, other: int, *signs: Sign) -> None:
        """Have the pair looked at, by what is known of it beforehand."""
        if one != other:
            self._links[min(one, other), max(one, other)].update(signs)

    def part(self, one: Person, other: Person) -> None:
        """They are two."""
        self._put(replace(one, others=one.others | other.records))
        self._put(replace(other, others=other.others | one.records))

    def join(self, one: Person, other: Person) -> None:
        """They are one."""
        self._put(one.joined(other))

    def _put(self, person: Person) -> None:
        for record in person.records:
            self._of[record] = person

    def settle(self) -> None:
        """Join all whom the evidence makes one, until there is nothing more to join.

        Two records of one export that are of two people keep those apart, whatever else is told.
        """
        for (one, other), signs in self._links.items():
            here, there = self._of[one], self._of[other]
            if Sign.SAME_EXPORT in signs and len(here.records) == len(there.records) == 1:
                found = evidence(here.facts, there.facts, *signs, Sign.ROWS)
                if weigh(found)[0] is Verdict.OTHER:
                    self.part(here, there)
        while self._join_strongest():
            pass

    def in_doubt(self) -> dict[Pair, frozenset[Sign]]:
        """The pairs to ask about, once all is settled, each with its signs."""
        return {
            pair: weighed.signs
            for pair, weighed in self._pairs().items()
            if weighed.verdict is not Verdict.OTHER and not _are_apart(*pair)
        }

    def _pairs(self) -> dict[Pair, _Weighed]:
        """The linked persons who are not one yet, each pair weighed."""
        linked: dict[Pair, set[Sign]] = defaultdict(set)
        for (one, other), signs in self._links.items():
            here, there = self._of[one], self._of[other]
            if here is not there:
                turned = min(here.records) > min(there.records)
                linked[Pair(there, here) if turned else Pair(here, there)] |= signs
        return {pair: self._weigh(pair, signs) for pair, signs in linked.items()}

    def _weigh(self, pair: Pair, signs: set[Sign]) -> _Weighed:
        if pair not in self._weighed:
            if self._is_apart(pair.one.facts, pair.other.facts):
                signs.add(Sign.APART)
            found = evidence(pair.one.facts, pair.other.facts, *signs)
            verdict, line = weigh(found)
            self._weighed[pair] = _Weighed(found, verdict, line)
        return self._weighed[pair]

    def _join_strongest(self) -> bool:
        """Join the pairs of the strongest line that has any to join."""
        pairs = self._pairs()
        lines: dict[int, list[Pair]] = defaultdict(list)
        for pair, weighed in pairs.items():
            if weighed.verdict is Verdict.SAME and not _are_apart(*pair):
                lines[weighed.line].append(pair)
        ambiguous: set[Person] = set()
        for line in sorted(lines):
            ambiguous |= self._ambiguous(lines[line], line, pairs)
            whole = [pair for pair in lines[line] if ambiguous.isdisjoint(pair)]
            if line >= WEAK:  # of whom it was asked stays as they are until there is more
                whole = [pair for pair in whole if not any(map(self._is_asked, pair))]
            for pair in whole:
                here, there = (self._of[min(person.records)] for person in pair)
                if here is not there:
                    self.join(here, there)
            if whole:
                return True
        return False

    def _ambiguous(
        self, lines: Sequence[Pair], line: int, pairs: Mapping[Pair, _Weighed]
    ) -> set[Person]:
        """Who would be one with several that are not one: nothing weaker settles those."""
        candidates: dict[Person, list[Person]] = defaultdict(list)
        for one, other in lines:
            candidates[one].append(other)
            candidates[other].append(one)
        return {
            person
            for person, several in candidates.items()
            if any(_are_two(person, one, line) for one in several)
            or any(self._are_two(*two, line, pairs) for two in combinations(several, 2))
        }

    def _are_two(
        self, one: Person, other: Person, line: int, pairs: Mapping[Pair, _Weighed]
    ) -> bool:
        """Whether evidence of that line cannot make both one with a third: something speaks against
        it, or, unless it is the strongest, nothing for it."""
        linked = pairs.get(Pair(one, other)) or pairs.get(Pair(other, one))
        signs = linked.signs if linked else evidence(one.facts, other.facts)
        verdict, found = weigh(signs)
        if line < STRONGEST:
            differ = verdict is Verdict.OTHER and found < UNTOLD
        else:
            differ = verdict is not Verdict.SAME
        return differ or _are_two(one, other, line)


def _are_two(one: Person, other: Person, line: int) -> bool:
    """Whether evidence of that line cannot make them one: two stored people who each have an
    address, or were connections, take the strongest."""
    if one.contacts and other.contacts and line >= STRONGEST:
        return not (one.is_unlisted or other.is_unlisted) or _are_apart(one, other)
    return _are_apart(one, other)


def _are_apart(one: Person, other: Person) -> bool:
    """A file of connections holds each once, and who is known to be someone else stays so."""
    return (
        len(one.connections | other.connections) > 1
        or not one.others.isdisjoint(other.records)
        or not other.others.isdisjoint(one.records)
    )
