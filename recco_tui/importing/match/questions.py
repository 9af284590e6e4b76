"""People whom the files do not settle: what is asked, what each answer will do, and doing it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from recco_tui.core.import_plan import SOMEONE_ELSE, Candidate, PersonQuestion
from recco_tui.core.names import row_number
from recco_tui.importing.match.evidence import Facts, Sign, evidence, facts_of_work, in_words
from recco_tui.importing.match.matching import PersonMatch
from recco_tui.importing.match.people import People


class Mention(NamedTuple):
    """A row that names someone. `stored` is the contact that has the very row already, else 0.

    `deed` says in words what the row tells ("recommended you on 3 May 2024"). A row that does not
    `create` (a delivery message) finds people and never adds them.
    """

    name: str
    cells: tuple[str, str]
    work: tuple[str, str]
    match: PersonMatch
    stored: int
    deed: str
    creates: bool = True

    @property
    def is_settled(self) -> bool:
        """True when the export says who it is."""
        return self.match.slug is not None or self.match.connection is not None


Target = tuple[int | None, str | None, int]
"""Who someone is: index of a connection, address, stored id; one of the three is enough."""


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

    @property
    def facts(self) -> Facts:
        """What its rows tell of the person."""
        return facts_of_work(self.name, self.work)


def answer(people: People, doubt: Doubt, chosen: str | None) -> bool:
    """Take the user's answer, if it is one of the choices, or was one of an earlier export's."""
    if chosen is None or doubt.target:
        return False
    if chosen == SOMEONE_ELSE:
        return True
    target = _choices(people, doubt).get(chosen) or _known_choice(people, chosen)
    if target is None:
        return False
    connection, slug, contact_id = target
    if not doubt.holder:
        doubt.target = target
    elif contact_id:
        people.merge(doubt.holder, contact_id)
    else:
        people.tie(doubt.holder, connection, slug)
    return True


def _choices(people: People, doubt: Doubt) -> dict[str, Target]:
    targets: dict[str, Target] = {}
    for index in doubt.maybe:
        targets[choice_of(people, index)] = (index, people.slugs[index], 0)
    for slug in doubt.maybe_slugs:
        targets.setdefault(slug, (None, slug, 0))
    for contact_id in doubt.maybe_stored:
        targets.setdefault(_choice_of_stored(people, contact_id), (None, None, contact_id))
    return targets


def _known_choice(people: People, chosen: str) -> Target | None:
    """Who was meant by an answer to an earlier export: this one may not hold them any more."""
    if chosen in people.slugs:
        return people.slugs.index(chosen), chosen, 0
    contact_id = row_number(chosen) or people.stored_at(chosen)
    return (None, None, contact_id) if contact_id in people.known else None


def _choice_of_stored(people: People, contact_id: int) -> str:
    return people.known[contact_id].slug or f"#{contact_id}"


def choice_of(people: People, index: int) -> str:
    """What picks a connection: its address, or what an old export without addresses tells."""
    row = people.connections[index]
    told = (str(row.connected_on or ""), row.company, row.position)
    return people.slugs[index] or " · ".join(filter(None, told)) or f"line {row.place.line}"


def ask(
    people: People, doubt: Doubt, ref: int, mentions: Sequence[Mention]
) -> PersonQuestion | None:
    """The question, None when no one comes into question."""
    candidates: dict[str, Candidate] = {}
    for index in doubt.maybe:
        candidate = _connection(people, doubt, index)
        candidates[candidate.choice] = candidate
    for slug in doubt.maybe_slugs:
        why = in_words(evidence(doubt.facts, Facts(doubt.name)))
        candidate = Candidate(slug, people.owner_of.get(slug, 0), doubt.name, slug, why=why)
        candidates.setdefault(slug, candidate)
    for contact_id in doubt.maybe_stored:
        candidate = _stored(people, doubt, contact_id)
        candidates.setdefault(candidate.choice, candidate)
    others = tuple(
        candidate._replace(does=_does(doubt, candidate))
        for candidate in candidates.values()
        if candidate.contact != ref or not ref
    )
    if not others:
        return None
    otherwise = (
        f"{doubt.name} stays a separate contact"
        if doubt.holder
        else f"another {doubt.name} is added"
    )
    return PersonQuestion(doubt.key, ref, _wording(doubt, mentions), others, otherwise)


def _connection(people: People, doubt: Doubt, index: int) -> Candidate:
    row = people.connections[index]
    return Candidate(
        choice=choice_of(people, index),
        contact=people.refs[index],
        name=people.names[index],
        slug=people.slugs[index],
        company=row.company,
        position=row.position,
        connected_on=row.connected_on,
        why=in_words(evidence(doubt.facts, people.facts_of_row(index), Sign.SAME_EXPORT)),
    )


def _stored(people: People, doubt: Doubt, contact_id: int) -> Candidate:
    known = people.known[contact_id]
    return Candidate(
        choice=_choice_of_stored(people, contact_id),
        contact=contact_id,
        name=known.name,
        slug=known.slug,
        company=known.company,
        position=known.position,
        connected_on=known.connected_on,
        why=in_words(evidence(doubt.facts, people.facts(contact_id))),
    )


def _does(doubt: Doubt, candidate: Candidate) -> str:
    if doubt.holder:
        return f"your {doubt.name} is merged with this {candidate.name}"
    return f"it is this {candidate.name}; no contact is added"


def _wording(doubt: Doubt, mentions: Sequence[Mention]) -> str:
    deeds = [mentions[i].deed for i in doubt.mentions if mentions[i].creates]
    if not deeds:
        return f"Which connection is your {doubt.name} without an address?"
    return f"Which {doubt.name} {deeds[0]}?"
