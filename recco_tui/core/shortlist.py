"""The shortlist: one person of each kind who could realistically vouch for me, and who else could.

And whom to turn to when nobody presses: to ask, or to write for unasked.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from recco_tui.core.insights import could_recommend, fitness, latest_project
from recco_tui.core.relationships import KNOWN_KINDS, Kind
from recco_tui.core.situation import Person


class Listed(NamedTuple):
    """One kind: who is on the list, who has recommended me already, who else could, best first."""

    kind: Kind
    pinned: tuple[Person, ...]
    done: tuple[Person, ...]
    candidates: tuple[Person, ...]

    @property
    def is_missing(self) -> bool:
        """Whether nobody of this kind is on the list and nobody has recommended me."""
        return not self.pinned and not self.done


def shortlist(people: Mapping[int, Person]) -> tuple[Listed, ...]:
    """The four kinds in their fixed order, and those not sorted in where one of them is pinned.

    A candidate has worked with me: people of whom nothing is known but the name are too many.
    """
    kinds: dict[Kind, tuple[list[Person], list[Person], list[Person]]] = {
        kind: ([], [], []) for kind in (*KNOWN_KINDS, Kind.UNKNOWN)
    }
    for person in people.values():
        pinned, done, others = kinds[person.contact.kind]
        if person.contact.pinned_on is not None:
            pinned.append(person)
        elif person.received:
            done.append(person)
        elif could_recommend(person):
            others.append(person)
    listed = (
        Listed(kind, _best(pinned), _best(done), _best(others))
        for kind, (pinned, done, others) in kinds.items()
    )
    return tuple(one for one in listed if one.kind is not Kind.UNKNOWN or one.pinned)


def shortlist_words(listed: Iterable[Listed]) -> str:
    """`no client yet: Rachel Stein could`; '' when no kind is missing."""
    missing = [one for one in listed if one.is_missing and one.kind is not Kind.UNKNOWN]
    if not missing:
        return ""
    *first, last = (one.kind.value for one in missing)
    kinds = f"{', '.join(first)} or {last}" if first else last
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


def _best(those: list[Person]) -> tuple[Person, ...]:
    return tuple(sorted(those, key=fitness))
