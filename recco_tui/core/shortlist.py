"""The shortlist: one person of each kind who could realistically vouch for me, and who else could.

And whom to turn to when nobody presses: to ask, or to write for unasked.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from recco_tui.core.insights import (
    KindCoverage,
    could_recommend,
    coverage,
    fitness,
    latest_project,
    say_kinds,
)
from recco_tui.core.relationships import Kind
from recco_tui.core.situation import Person


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
    """The four kinds in their fixed order, and those not sorted in where one of them is pinned."""
    listed = [_listed(one) for one in coverage(people, wanted)]
    unknown = tuple(
        one
        for one in people.values()
        if one.contact.kind is Kind.UNKNOWN and one.contact.pinned_on is not None
    )
    if unknown:
        listed.append(Listed(Kind.UNKNOWN, 0, _best(unknown), (), ()))
    return tuple(listed)


def _listed(covered: KindCoverage) -> Listed:
    pinned = [one for one in covered.people if one.contact.pinned_on is not None]
    done = [one for one in covered.covered_by if one.contact.pinned_on is None]
    others = [one for one in covered.candidates if one.contact.pinned_on is None]
    return Listed(covered.kind, covered.wanted, _best(pinned), _best(done), tuple(others))


def shortlist_words(listed: Iterable[Listed]) -> str:
    """`no client yet: Rachel Stein could`; '' when no kind is missing."""
    missing = [one for one in listed if one.is_missing]
    if not missing:
        return ""
    kinds = say_kinds(
        [one.kind for one in missing], other=bool(missing[0].pinned + missing[0].done)
    )
    could = next((one.candidates[0] for one in missing if one.candidates), None)
    return f"no {kinds} yet" + (f": {could.contact.name} could" if could else "")


def whom_to_ask(people: Mapping[int, Person], most: int = 9) -> tuple[Person, ...]:
    """Whom asking makes sense with: the shortlist first, then the latest shared project."""
    able = [one for one in people.values() if could_recommend(one)]
    first = sorted(able, key=lambda one: (one.contact.pinned_on is None, fitness(one)))
    return tuple(first[:most])


def whom_to_write_for(people: Mapping[int, Person], most: int = 9) -> tuple[Person, ...]:
    """For whom I have written nothing yet: who wrote for me, then the latest shared project."""
    open_ones = [one for one in people.values() if not one.given and _is_known(one)]
    first = sorted(open_ones, key=lambda one: (len(one.received) <= one.waived, fitness(one)))
    return tuple(first[:most])


def _is_known(person: Person) -> bool:
    return bool(person.received or person.moments) or latest_project(person) is not None


def _best(those: Iterable[Person]) -> tuple[Person, ...]:
    return tuple(sorted(those, key=fitness))
