"""From rows that name somebody to contact references; asks where the files do not settle it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple, TypeVar

from recco_tui.core.import_plan import SOMEONE_ELSE, Candidate, PersonQuestion
from recco_tui.importing.match.matching import CLOSED_ACCOUNT, PersonMatch
from recco_tui.importing.match.people import People


class Mention(NamedTuple):
    """A row that names somebody. `stored` is the contact that has the very row already, else 0.

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


def ask(
    people: People, doubt: Doubt, ref: int, mentions: Sequence[Mention]
) -> PersonQuestion | None:
    """The question, None when nobody comes into question."""
    candidates: dict[str, Candidate] = {}
    for index in doubt.maybe:
        row, choice = people.connections[index], choice_of(people, index)
        candidates[choice] = Candidate(
            choice=choice,
            contact=people.refs[index],
            name=people.names[index],
            slug=people.slugs[index],
            company=row.company,
            position=row.position,
            connected_on=row.connected_on,
        )
    for slug in doubt.maybe_slugs:
        owner = people.owner_of.get(slug, 0)
        candidates.setdefault(slug, Candidate(slug, owner, doubt.name, slug))
    for contact_id in doubt.maybe_stored:
        known = people.known[contact_id]
        choice = known.slug or f"#{contact_id}"
        candidates.setdefault(
            choice,
            Candidate(
                choice=choice,
                contact=contact_id,
                name=known.name,
                slug=known.slug,
                company=known.company,
                position=known.position,
                connected_on=known.connected_on,
            ),
        )
    others = tuple(c for c in candidates.values() if c.contact != ref or not ref)
    return PersonQuestion(doubt.key, ref, _wording(doubt, mentions), others) if others else None


def _wording(doubt: Doubt, mentions: Sequence[Mention]) -> str:
    deeds = [mentions[i].deed for i in doubt.mentions if mentions[i].creates]
    if not deeds:
        return f"Which connection is the {doubt.name} whom you have without an address?"
    return f"Which {doubt.name} {deeds[0]}?"


T = TypeVar("T")


@dataclass(slots=True)
class Resolved:
    """One contact reference a mention, 0 when it is nobody's; and what is left to ask."""

    refs: list[int]
    questions: list[PersonQuestion]
    answered: dict[str, str]


def resolve(people: People, mentions: Sequence[Mention], answers: Mapping[str, str]) -> Resolved:
    """Settle all people of the export: connections, and everybody whom the rows mention."""
    people.settle_certain()
    _tie_stored(people, mentions, answers)
    doubts = _doubts(people, mentions)
    answered = {}
    for doubt in doubts:
        # Asked beside a second of the name, which has been settled since: the longer key.
        for key in (doubt.key, _long_key(doubt.name, doubt.work)):
            if not doubt.is_answered and answer(people, doubt, answers.get(key)):
                answered[key] = answers[key]
                doubt.is_answered = True
    people.settle_rest()
    in_doubt = {doubt.holder for doubt in doubts} | _of_two_addresses(people, mentions)
    refs = [0] * len(mentions)
    for creates in (True, False):  # a delivery finds whom a later row adds
        for index, mention in enumerate(mentions):
            if mention.creates is creates:
                refs[index] = _settled_ref(people, mention, in_doubt)
    questions = []
    for doubt in doubts:
        ref = _doubtful_ref(people, doubt, mentions)
        for index in doubt.mentions:
            refs[index] = ref
        question = ask(people, doubt, ref, mentions)
        if question and doubt.asks and not doubt.is_answered:
            questions.append(question)
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
        matches = [mentions[i].match for i in doubt.mentions]
        doubt.maybe = _each_once(match.maybe for match in matches)
        doubt.maybe_slugs = _each_once(match.maybe_slugs for match in matches)
        _weigh_stored(people, doubt, bool(exact))
    return doubts


def _each_once(told: Iterable[tuple[T, ...]]) -> list[T]:
    """What the rows of one doubt say, which is mostly the same, in the order of saying it."""
    return list(dict.fromkeys(chain.from_iterable(dict.fromkeys(told))))


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
    if doubt.name == CLOSED_ACCOUNT:
        return
    stored = [
        contact
        for contact in people.namesakes(doubt.name)
        if not people.is_open(contact.id) and not people.is_connection(contact.id)
    ]
    same_work = [c for c in stored if any(doubt.work) and (c.company, c.position) == doubt.work]
    if not exact and not doubt.holder:
        only = stored if len(stored) == 1 else same_work
        if len(only) == 1:
            doubt.target, doubt.asks = (None, None, only[0].id), False
    doubt.maybe_stored = [contact.id for contact in stored]


def _of_two_addresses(people: People, mentions: Sequence[Mention]) -> set[int]:
    """Stored people of a name that the export has at several addresses."""
    slugs: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.match.slug:
            slugs.setdefault(mention.name, set()).add(mention.match.slug)
    names = [name for name, found in slugs.items() if len(found) > 1]
    return {contact.id for name in names for contact in people.namesakes(name)}


def _settled_ref(people: People, mention: Mention, in_doubt: set[int]) -> int:
    if mention.stored:
        return people.canon(mention.stored)
    match = mention.match
    if match.connection is not None:
        return people.refs[match.connection]
    return _at_slug(people, mention, match.slug, in_doubt) if match.slug else 0


def _at_slug(people: People, mention: Mention, slug: str, in_doubt: set[int]) -> int:
    ref = people.at_slug(slug)
    if ref or not mention.creates:
        return ref
    if adopted := people.adopt(slug, mention.name, mention.work, in_doubt):
        return adopted
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
            return _at_slug(people, creating[0], slug, set()) if creating else 0
        return people.canon(contact_id)
    if not creating:
        return 0
    first = creating[0]
    return people.add(first.name, first.cells, first.work, None)
