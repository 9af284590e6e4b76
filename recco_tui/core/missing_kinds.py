"""One of each: which kinds of people have recommended me, and who could fill what is missing.

Who counts for which kind is said here alone: Today's hint, the shortlist, the insights ask it.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from recco_tui.core.asks import is_open
from recco_tui.core.guards import has_declined, i_declined
from recco_tui.core.models import Project
from recco_tui.core.relationships import KNOWN_KINDS, Kind
from recco_tui.core.situation import Person


class KindStatus(NamedTuple):
    """Who of one kind has recommended me, oldest contact first, among all `people` of that kind.

    `wanted` is how many should, by the setting `one_of_each`.
    """

    kind: Kind
    wanted: int
    recommended_by: tuple[Person, ...]
    people: tuple[Person, ...]

    @property
    def candidates(self) -> tuple[Person, ...]:
        """Who could: none of their texts, no open ask, no decline; sorted when asked for.

        Best first: people with a shared project, among these the shortlist, the latest project.
        """
        return tuple(
            sorted((person for person in self.people if could_recommend(person)), key=fitness)
        )

    @property
    def is_missing(self) -> bool:
        """Whether fewer have recommended me than the goal says."""
        return len(self.recommended_by) < self.wanted


def kind_statuses(people: Mapping[int, Person], wanted: int) -> tuple[KindStatus, ...]:
    """The four known kinds in their fixed order."""
    of_kind: dict[Kind, list[Person]] = {kind: [] for kind in KNOWN_KINDS}
    for person in people.values():
        if person.contact.kind in of_kind:
            of_kind[person.contact.kind].append(person)
    return tuple(
        KindStatus(
            kind,
            wanted,
            tuple(
                sorted(
                    (person for person in those if person.received),
                    key=lambda person: person.contact.id,
                )
            ),
            tuple(those),
        )
        for kind, those in of_kind.items()
    )


def say_kinds(kinds: Sequence[Kind], *, other: bool) -> str:
    """`manager or client`, `other client` when one is there and another is wanted."""
    *first, last = (kind.value for kind in kinds)
    words = f"{', '.join(first)} or {last}" if first else last
    return f"other {words}" if other else words


def recommenders_without_kind(people: Mapping[int, Person]) -> int:
    """How many who recommended me are of unknown kind: they may be what seems missing."""
    return sum(
        bool(person.received) and person.contact.kind is Kind.UNKNOWN for person in people.values()
    )


def could_recommend(person: Person) -> bool:
    """Whether asking them makes sense at all: no text from them, no open ask, no decline."""
    if person.received or has_declined(person) or i_declined(person):
        return False
    return not any(is_open(ask) for ask in person.asks)


def fitness(person: Person) -> tuple[bool, bool, int, str, int]:
    """Sorts those first who know my work: a shared project, the shortlist, the latest project."""
    latest = latest_project(person)
    ended = latest.ended_on.toordinal() if latest and latest.ended_on else 0
    pinned = person.contact.pinned_on is not None
    return (latest is None, not pinned, -ended, person.contact.name, person.contact.id)


def known_by(person: Person) -> str:
    """What I know them by: the latest project we shared, else where they work."""
    project = latest_project(person)
    return project.title if project else person.contact.company


def latest_project(person: Person) -> Project | None:
    """Their project with me that ended last, a running one when none has; None without any."""
    return max(
        person.projects,
        key=lambda project: (project.ended_on or date.min, project.id),
        default=None,
    )


class Listed(NamedTuple):
    """One kind: who is on the list, who has recommended me already, who else could, best first.

    `wanted` is how many of the kind are wanted, by the setting `one_of_each`; 0 for the unknown.
    """

    kind: Kind
    wanted: int
    pinned: tuple[Person, ...]
    done: tuple[Person, ...]
    candidates: tuple[Person, ...]

    @property
    def is_missing(self) -> bool:
        """Whether those on the list and those who have recommended me are fewer than wanted."""
        return len(self.pinned) + len(self.done) < self.wanted


def shortlist(people: Mapping[int, Person], wanted: int) -> tuple[Listed, ...]:
    """The four kinds in their fixed order, and those without a kind where one of them is pinned."""
    listed = [_listed(status) for status in kind_statuses(people, wanted)]
    unknown = tuple(
        person
        for person in people.values()
        if person.contact.kind is Kind.UNKNOWN and person.contact.pinned_on is not None
    )
    if unknown:
        listed.append(Listed(Kind.UNKNOWN, 0, _best(unknown), (), ()))
    return tuple(listed)


def _listed(status: KindStatus) -> Listed:
    pinned = [person for person in status.people if person.contact.pinned_on is not None]
    done = [person for person in status.recommended_by if person.contact.pinned_on is None]
    others = [candidate for candidate in status.candidates if candidate.contact.pinned_on is None]
    return Listed(status.kind, status.wanted, _best(pinned), _best(done), tuple(others))


def shortlist_words(listed: Iterable[Listed]) -> str:
    """`no client yet: Rachel Stein could`; '' when no kind is missing."""
    missing = [gap for gap in listed if gap.is_missing]
    if not missing:
        return ""
    kinds = say_kinds(
        [gap.kind for gap in missing], other=bool(missing[0].pinned + missing[0].done)
    )
    could = next((gap.candidates[0] for gap in missing if gap.candidates), None)
    return f"no {kinds} yet" + (f": {could.contact.name} could" if could else "")


def whom_to_ask(people: Mapping[int, Person], most: int = 9) -> tuple[Person, ...]:
    """Whom asking makes sense with: the shortlist first, then the latest shared project."""
    able = [person for person in people.values() if could_recommend(person)]
    first = sorted(able, key=lambda person: (person.contact.pinned_on is None, fitness(person)))
    return tuple(first[:most])


def whom_to_write_for(people: Mapping[int, Person], most: int = 9) -> tuple[Person, ...]:
    """For whom I have written nothing yet: who wrote for me, then the latest shared project."""
    open_ones = [
        person
        for person in people.values()
        if not person.given and _is_known(person) and not i_declined(person)
    ]
    first = sorted(
        open_ones, key=lambda person: (len(person.received) <= person.waived, fitness(person))
    )
    return tuple(first[:most])


def _is_known(person: Person) -> bool:
    happened = any(moment.kind.is_ours for moment in person.moments)
    return bool(person.received or happened) or latest_project(person) is not None


def _best(those: Iterable[Person]) -> tuple[Person, ...]:
    return tuple(sorted(those, key=fitness))
