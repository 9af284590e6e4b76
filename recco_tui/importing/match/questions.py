"""People whom the evidence does not settle: what is asked, what each answer does, and doing it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import product

from recco_tui.core.export import ExportedConnection
from recco_tui.core.import_plan import SOMEONE_ELSE, UNANSWERED, Candidate, PersonQuestion
from recco_tui.importing.match.assignment import Assignment, Person
from recco_tui.importing.match.evidence import Facts, Sign, Work, in_words
from recco_tui.importing.match.mentions import Mention
from recco_tui.importing.match.people import People

_APART = " ≠ "
"""Stands between two who were said to be two, as the key of an answer."""


class Questions:
    """Asks about the pairs in doubt: of each person once, with all who may be they.

    An answer that they are one makes them one, and is kept like that; that they are two is kept in
    `answered` by what both are known by, so that it holds for those two in later exports.
    """

    def __init__(
        self, people: People, mentions: Sequence[Mention], answers: Mapping[str, str]
    ) -> None:
        self._people = people
        self._mentions = mentions
        self._answers = answers
        self._apart = {frozenset(key.split(_APART)) for key in answers if _APART in key}
        self.answered: dict[str, str] = {}
        self.connections: set[int] = set()

    def is_apart(self, one: Facts, other: Facts) -> bool:
        """Whether someone has said that they are two."""
        pairs = product(_known_by(one), _known_by(other)) if self._apart else ()
        return any(frozenset(pair) in self._apart for pair in pairs)

    def is_asked(self, person: Person) -> bool:
        """Whether someone stored was asked about before, and no one has answered."""
        is_open = self._answers.get(self._key(person)) == UNANSWERED
        return is_open and bool(person.contacts) and person.is_unlisted

    def answer(self, assignment: Assignment) -> bool:
        """Take the answer to one question; False when there is no more to take."""
        for subject, candidates in self._doubts(assignment).items():
            chosen = self._answers.get(self._key(subject), UNANSWERED)
            if chosen == SOMEONE_ELSE:
                for candidate in candidates:
                    self._tell_apart(subject, candidate)
                    assignment.part(
                        *(assignment.person(min(one.records)) for one in (subject, candidate))
                    )
                return True
            for other in (*candidates, *assignment.persons()) if chosen != UNANSWERED else ():
                fits = other is not subject and len(other.connections | subject.connections) < 2
                if fits and chosen in self._choices(other):
                    self.answered[self._key(subject)] = chosen
                    assignment.join(subject, other)
                    return True
        return False

    def _tell_apart(self, one: Person, other: Person) -> None:
        self.answered[self._key(one)] = SOMEONE_ELSE
        for pair in product(_known_by(one.facts), _known_by(other.facts)):
            self.answered[_APART.join(sorted(pair))] = SOMEONE_ELSE

    def left(self, assignment: Assignment, refs: Sequence[int]) -> list[PersonQuestion]:
        """What no one has answered. `refs` are those of the mentions."""

        def ref_of(person: Person) -> int:
            if person.contacts:
                return self._people.canon(min(person.contacts))
            if person.connections:
                return self._people.refs[min(person.connections)]
            return refs[min(person.mentions)] if person.mentions else 0

        found: dict[str, PersonQuestion] = {}
        for subject, candidates in self._doubts(assignment).items():
            self.connections |= subject.connections.union(*(one.connections for one in candidates))
            others = tuple(
                self._candidate(subject, one, signs, ref_of(one))
                for one, signs in sorted(candidates.items(), key=lambda c: min(c[0].records))
            )
            key, name = self._key(subject), subject.facts.name
            otherwise = (
                f"{name} stays a separate contact"
                if subject.contacts
                else f"another {name} is added"
            )
            wording = self._wording(subject)
            found[key] = PersonQuestion(key, ref_of(subject), wording, others, otherwise)
        return [question for _, question in sorted(found.items())]

    def _doubts(self, assignment: Assignment) -> dict[Person, dict[Person, frozenset[Sign]]]:
        """Of two the one who is known less is asked about."""
        found: dict[Person, dict[Person, frozenset[Sign]]] = defaultdict(dict)
        for pair, signs in assignment.in_doubt().items():
            if all(map(self._is_someone, pair)):
                subject, candidate = sorted(pair, key=self._how_known)
                found[subject][candidate] = signs
        return found

    def _is_someone(self, person: Person) -> bool:
        """Not for a delivery message alone: it finds people and adds none."""
        known = person.contacts or person.connections or person.facts.slugs
        return bool(known) or any(self._mentions[index].creates for index in person.mentions)

    def _how_known(self, person: Person) -> tuple[object, ...]:
        stored = {one for one in person.contacts if not self._people.known[one].is_unlisted}
        return (
            self._key(person) not in self._answers,
            bool(person.facts.slugs or person.connections or stored),
            bool(stored),
            not person.mentions,
            bool(person.contacts),
            self._key(person),
            min(person.records),
        )

    def _work(self, person: Person) -> Work:
        """The work by which someone is asked about: what a row of this export tells goes first."""
        works = [self._mentions[i].work for i in sorted(person.mentions)]
        works += [(row.company, row.position) for row in self._rows(person)]
        works += [
            (known.company, known.position)
            for known in map(self._people.known.__getitem__, sorted(person.contacts))
        ]
        return next(filter(any, works), ("", ""))

    def _rows(self, person: Person) -> list[ExportedConnection]:
        return [self._people.connections[index] for index in person.connections]

    def _key(self, person: Person) -> str:
        if slug := self._slug(person):
            return slug
        days = () if person.is_unlisted else map(str, sorted(person.facts.days)[:1])
        work = self._work(person)
        return "|".join((person.facts.name, *days, *(work if any(work) else ())))

    def _slug(self, person: Person) -> str | None:
        for index in person.connections:
            if slug := self._people.slugs[index]:
                return slug
        stored = [self._people.known[one].slug for one in sorted(person.contacts)]
        told = [self._mentions[index].slug for index in sorted(person.mentions)]
        return next(filter(None, (*stored, *told)), min(person.facts.slugs, default=None))

    def _choices(self, person: Person) -> list[str]:
        """What picks someone: their address, what an old export tells, the number of their row."""
        told = [
            " · ".join(filter(None, (str(row.connected_on or ""), row.company, row.position)))
            or f"line {row.place.line}"
            for row in self._rows(person)
            if not row.slug
        ]
        ids = [f"#{contact_id}" for contact_id in sorted(person.contacts)]
        return [*filter(None, (self._slug(person),)), *told, *ids, self._key(person)]

    def _candidate(
        self, subject: Person, person: Person, signs: frozenset[Sign], ref: int
    ) -> Candidate:
        company, position = self._work(person)
        name = person.facts.name
        does = (
            f"your {subject.facts.name} is merged with this {name}"
            if subject.contacts
            else f"it is this {name}; no contact is added"
        )
        return Candidate(
            choice=self._choices(person)[0],
            contact=ref,
            name=name,
            slug=self._slug(person),
            company=company,
            position=position,
            connected_on=min(person.facts.days, default=None),
            why=in_words(signs),
            does=does,
        )

    def _wording(self, person: Person) -> str:
        name = person.facts.name
        rows = [self._mentions[index] for index in sorted(person.mentions)]
        deeds = [row.deed for row in rows if row.creates]
        if deeds:
            return f"Which {name} {deeds[0]}?"
        if person.connections:
            return f"Is {name}, new in this export, someone you already have?"
        return f"Which connection is your {name} without an address?"


def names_asked_about(keys: Iterable[str]) -> set[str]:
    """The names in the keys of questions; a name may have the sign that stands between."""
    parts = (key.split("|") for key in keys)
    return {"|".join(told[:end]) for told in parts for end in range(1, len(told) + 1)}


def _known_by(told: Facts) -> list[str]:
    """What someone can be told by later: an address, else name and work."""
    if told.slugs:
        return sorted(told.slugs)
    works = sorted(told.works) or [("", "")]
    days = [str(day) for day in sorted(told.days)[:1]]
    return [
        "|".join((name, *days, *work))
        for name in sorted(told.names | told.former)
        for work in works
    ]
