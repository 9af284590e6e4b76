"""Whom the files do not settle: the doubt, the question, and the answer that ends it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from recco_tui.core.import_plan import SOMEONE_ELSE, Candidate, Question
from recco_tui.importing.match.matching import Match
from recco_tui.importing.match.people import People


class Mention(NamedTuple):
    """A row that names somebody. `stored` is the contact that has the very row already, else 0.

    `deed` says in words what the row tells ("recommended you on 3 May 2024"). A row that does not
    `create` (a delivery message) finds people and never adds them.
    """

    name: str
    cells: tuple[str, str]
    work: tuple[str, str]
    match: Match
    stored: int
    deed: str
    creates: bool = True

    @property
    def is_settled(self) -> bool:
        """True when the export says who it is."""
        return self.match.slug is not None or self.match.connection is not None


Target = tuple[int | None, str | None, int]
"""Who somebody is: index of a connection, address, stored id; one of the three is enough."""


@dataclass(slots=True)
class Doubt:
    """Rows with one name, meaning one person, whom the files do not settle.

    `holder` is the stored contact that has them meanwhile, 0 when there is none yet.
    """

    name: str
    work: tuple[str, str]
    mentions: list[int] = field(default_factory=list)
    maybe: list[int] = field(default_factory=list)
    maybe_slugs: list[str] = field(default_factory=list)
    maybe_stored: list[int] = field(default_factory=list)
    holder: int = 0
    key: str = ""
    target: Target | None = None
    asks: bool = True
    is_answered: bool = False


def answer(people: People, doubt: Doubt, chosen: str | None) -> bool:
    """Take the user's answer, if it is one of the choices."""
    if chosen is None or doubt.target:
        return False
    if chosen == SOMEONE_ELSE:
        return True
    targets: dict[str, Target] = {}
    for index in doubt.maybe:
        targets[choice_of(people, index)] = (index, people.slugs[index], 0)
    for slug in doubt.maybe_slugs:
        targets.setdefault(slug, (None, slug, 0))
    for contact_id in doubt.maybe_stored:
        slug = people.known[contact_id].slug or f"#{contact_id}"
        targets.setdefault(slug, (None, None, contact_id))
    target = targets.get(chosen)
    if target is None:
        return False
    connection, slug_, contact_id = target
    if not doubt.holder:
        doubt.target = target
    elif contact_id:
        people.merge(doubt.holder, contact_id)
    else:
        people.tie(doubt.holder, connection, slug_)
    return True


def choice_of(people: People, index: int) -> str:
    """What picks a connection: its address, or what an old export without addresses tells."""
    row = people.connections[index]
    told = (str(row.connected_on or ""), row.company, row.position)
    return people.slugs[index] or " · ".join(filter(None, told)) or f"line {row.place.line}"


def ask(people: People, doubt: Doubt, ref: int, mentions: Sequence[Mention]) -> Question | None:
    """The question, None when nobody comes into question."""
    candidates: dict[str, Candidate] = {}
    for index in doubt.maybe:
        row, choice = people.connections[index], choice_of(people, index)
        candidates[choice] = Candidate(
            choice, people.refs[index], people.names[index], people.slugs[index], row.company,
            row.position, row.connected_on,
        )  # fmt: skip
    for slug in doubt.maybe_slugs:
        owner = people.owner_of.get(slug, 0)
        candidates.setdefault(slug, Candidate(slug, owner, doubt.name, slug, "", "", None))
    for contact_id in doubt.maybe_stored:
        known = people.known[contact_id]
        choice = known.slug or f"#{contact_id}"
        candidates.setdefault(
            choice,
            Candidate(
                choice, contact_id, known.name, known.slug, known.company, known.position,
                known.connected_on,
            ),
        )  # fmt: skip
    others = tuple(c for c in candidates.values() if c.contact != ref or not ref)
    return Question(doubt.key, ref, _wording(doubt, mentions), others) if others else None


def _wording(doubt: Doubt, mentions: Sequence[Mention]) -> str:
    deeds = [mentions[i].deed for i in doubt.mentions if mentions[i].creates]
    if not deeds:
        return f"Which connection is the {doubt.name} whom you have without an address?"
    return f"Which {doubt.name} {deeds[0]}?"
