"""From rows that name somebody to contact references; asks where the files do not settle it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from recco_tui.core.importing.people import People
from recco_tui.core.importing.plan import SOMEONE_ELSE, Candidate, Question
from recco_tui.core.matching import CLOSED_ACCOUNT, Match


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


@dataclass(slots=True)
class Resolved:
    """One contact reference a mention, 0 when it is nobody's; and what is left to ask."""

    refs: list[int]
    questions: list[Question]
    answered: dict[str, str]


def resolve(people: People, mentions: Sequence[Mention], answers: Mapping[str, str]) -> Resolved:
    """Settle all people of the export: connections, and everybody whom the rows mention."""
    people.settle_certain()
    _tie_stored(people, mentions, answers)
    doubts = _doubts(people, mentions)
    answered = {}
    for doubt in doubts:
        if _answer(people, doubt, answers.get(doubt.key)):
            answered[doubt.key] = answers[doubt.key]
    people.settle_rest()
    refs = [_settled_ref(people, mention) for mention in mentions]
    questions = []
    for doubt in doubts:
        ref = _doubtful_ref(people, doubt, mentions)
        for index in doubt.mentions:
            refs[index] = ref
        if doubt.key not in answered and doubt.asks and (question := _ask(people, doubt, ref)):
            questions.append(question._replace(text=_wording(doubt, mentions)))
    people.seen.update(filter(None, refs))
    return Resolved(refs, questions, answered)


def _tie_stored(people: People, mentions: Sequence[Mention], answers: Mapping[str, str]) -> None:
    """A stored text whose person had no address: now the export says who it is."""
    targets: dict[int, set[tuple[int | None, str | None]]] = {}
    for mention in mentions:
        if mention.stored and mention.is_settled and people.is_open(mention.stored):
            keys = (mention.name, _long_key(mention.name, mention.work))
            if SOMEONE_ELSE not in map(answers.get, keys):
                target = (mention.match.connection, mention.match.slug)
                targets.setdefault(mention.stored, set()).add(target)
    for contact_id, found in targets.items():
        if len(found) == 1:
            people.tie(contact_id, *found.pop())


def _doubts(people: People, mentions: Sequence[Mention]) -> list[Doubt]:
    by_name: dict[str, list[int]] = {}
    for index, mention in enumerate(mentions):
        kept = mention.stored and not people.is_open(mention.stored)
        anybody = not mention.creates and mention.name in ("", CLOSED_ACCOUNT)
        if not kept and not mention.is_settled and not anybody:
            by_name.setdefault(mention.name, []).append(index)
    doubts = []
    for name, indexes in by_name.items():
        doubts += _doubts_of(people, name, indexes, mentions)
    held = {doubt.holder for doubt in doubts}
    loose = [
        contact
        for contact in people.contacts
        if contact.slug is None and contact.id not in held and people.is_open(contact.id)
    ]
    for contact in loose:
        if people.connections_named(contact.name) > 1:
            maybe = [i for i, name in enumerate(people.names) if name == contact.name]
            doubts.append(
                Doubt(contact.name, ("", ""), maybe=maybe, holder=contact.id, key=contact.name)
            )
    return doubts


def _doubts_of(
    people: People, name: str, indexes: list[int], mentions: Sequence[Mention]
) -> list[Doubt]:
    """The doubts about one name: one a person, told apart by company and position."""
    works = {mentions[i].work: None for i in indexes if any(mentions[i].work)}
    exact = people.connections_named(name) or any(mentions[i].match.maybe_slugs for i in indexes)
    if not exact or len(works) < 2:
        doubts = [Doubt(name, next(iter(works), ("", "")), list(indexes))]
    else:
        by_work = {work: Doubt(name, work) for work in works}
        for index in indexes:
            work = mentions[index].work
            by_work.setdefault(work, Doubt(name, work)).mentions.append(index)
        doubts = list(by_work.values())
    _find_holders(people, name, doubts, mentions)
    for doubt in doubts:
        doubt.key = name if len(doubts) == 1 else _long_key(name, doubt.work)
        doubt.asks = any(mentions[i].creates for i in doubt.mentions)
        for match in (mentions[i].match for i in doubt.mentions):
            doubt.maybe += [i for i in match.maybe if i not in doubt.maybe]
            doubt.maybe_slugs += [s for s in match.maybe_slugs if s not in doubt.maybe_slugs]
        _weigh_stored(people, doubt, bool(exact))
    return doubts


def _long_key(name: str, work: tuple[str, str]) -> str:
    return "|".join((name, *work))


def _find_holders(
    people: People, name: str, doubts: list[Doubt], mentions: Sequence[Mention]
) -> None:
    """Give each doubt the stored contact that has its rows, else one of its name and work."""
    loose = [c for c in people.namesakes(name) if people.is_open(c.id)]
    taken = set()
    for doubt in doubts:
        stored = [mentions[i].stored for i in doubt.mentions if mentions[i].stored]
        doubt.holder = min(stored, default=0)
        taken.add(doubt.holder)
    for same_work in (True, False):
        for doubt in doubts:
            for contact in loose:
                fits = (contact.company, contact.position) == doubt.work or not same_work
                if not doubt.holder and contact.id not in taken and fits:
                    doubt.holder = contact.id
                    taken.add(contact.id)


def _weigh_stored(people: People, doubt: Doubt, exact: bool) -> None:
    """Stored people of the name: the only one is meant when the export has nobody of that name."""
    stored = [
        contact
        for contact in people.namesakes(doubt.name)
        if not people.is_open(contact.id) and not people.is_connection(contact.id)
    ]
    same_work = [c for c in stored if any(doubt.work) and c[5:7] == doubt.work]
    if not exact and not doubt.holder:
        only = stored if len(stored) == 1 else same_work
        if len(only) == 1:
            doubt.target, doubt.asks = (None, None, only[0].id), False
    doubt.maybe_stored = [contact.id for contact in stored]


def _answer(people: People, doubt: Doubt, choice: str | None) -> bool:
    """Take the user's answer, if it is one of the choices."""
    if choice is None or doubt.target:
        return False
    if choice == SOMEONE_ELSE:
        return True
    targets: dict[str, Target] = {}
    for index in doubt.maybe:
        targets[_choice(people, index)] = (index, people.slugs[index], 0)
    for slug in doubt.maybe_slugs:
        targets.setdefault(slug, (None, slug, 0))
    for contact_id in doubt.maybe_stored:
        slug = people.known[contact_id].slug or f"#{contact_id}"
        targets.setdefault(slug, (None, None, contact_id))
    target = targets.get(choice)
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


def _choice(people: People, index: int) -> str:
    """What picks a connection: its address, or what an old export without addresses tells."""
    row = people.connections[index]
    told = (str(row.connected_on or ""), row.company, row.position)
    return people.slugs[index] or " · ".join(filter(None, told)) or f"line {row.place.line}"


def _settled_ref(people: People, mention: Mention) -> int:
    if mention.stored:
        return people.canon(mention.stored)
    match = mention.match
    if match.connection is not None:
        return people.refs[match.connection]
    return _at_slug(people, mention, match.slug) if match.slug else 0


def _at_slug(people: People, mention: Mention, slug: str) -> int:
    ref = people.at_slug(slug, mention.name)
    if ref or not mention.creates:
        return ref
    return people.add(mention.name, mention.cells, mention.work, slug)


def _doubtful_ref(people: People, doubt: Doubt, mentions: Sequence[Mention]) -> int:
    if doubt.holder:
        return people.canon(doubt.holder)
    creating = [mentions[i] for i in doubt.mentions if mentions[i].creates]
    if doubt.target:
        connection, slug, contact_id = doubt.target
        if connection is not None:
            return people.refs[connection]
        if slug:
            return _at_slug(people, creating[0], slug) if creating else 0
        return people.canon(contact_id)
    if not creating:
        return 0
    first = creating[0]
    return people.add(first.name, first.cells, first.work, None)


def _ask(people: People, doubt: Doubt, ref: int) -> Question | None:
    """The question, None when nobody comes into question."""
    candidates: dict[str, Candidate] = {}
    for index in doubt.maybe:
        row, choice = people.connections[index], _choice(people, index)
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
    return Question(doubt.key, ref, "", others) if others else None


def _wording(doubt: Doubt, mentions: Sequence[Mention]) -> str:
    deeds = [mentions[i].deed for i in doubt.mentions if mentions[i].creates]
    if not deeds:
        return f"Which connection is the {doubt.name} whom you have without an address?"
    return f"Which {doubt.name} {deeds[0]}?"
