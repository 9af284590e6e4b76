"""From rows that name someone to contact references; asks where the files do not settle it."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from recco_tui.core.import_plan import (
    SOMEONE_ELSE,
    UNANSWERED,
    PersonQuestion,
    StoredContact,
)
from recco_tui.importing.match.evidence import (
    Sign,
    Verdict,
    differing_work,
    evidence,
    verdict,
)
from recco_tui.importing.match.matching import CLOSED_ACCOUNT, How
from recco_tui.importing.match.people import People
from recco_tui.importing.match.questions import Doubt, Mention, answer, ask

T = TypeVar("T")


@dataclass(slots=True)
class Resolved:
    """One contact reference a mention, 0 when it is no one's; and what is left to ask."""

    refs: list[int]
    questions: list[PersonQuestion]
    answered: dict[str, str]


def resolve(people: People, mentions: Sequence[Mention], answers: Mapping[str, str]) -> Resolved:
    """Settle all people of the export: connections, and everyone whom the rows mention."""
    people.settle_certain()
    _tie_stored(people, mentions, answers)
    doubts = _doubts(people, mentions, answers.keys())
    answered = {}
    for doubt in doubts:
        for key in _keys(doubt, answers):
            if not doubt.is_answered and answer(people, doubt, answers.get(key)):
                answered[key] = answers[key]
                if any(doubt.work):  # for the day when there is a second of the name
                    answered[_long_key(doubt.name, doubt.work)] = answers[key]
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
        if not (mention.stored and mention.is_settled):
            continue
        if not people.is_open(mention.stored):
            people.settle_by_text(mention.match.connection, mention.stored)
        else:
            keys = (mention.name, _long_key(mention.name, mention.work))
            # That it was none of those asked about does not speak against one who is certain.
            certain = mention.match.how in (How.DELIVERY, How.WORK)
            if certain or SOMEONE_ELSE not in map(answers.get, keys):
                target = (mention.match.connection, mention.match.slug)
                targets.setdefault(mention.stored, set()).add(target)
    for contact_id, found in targets.items():
        if len(found) == 1:
            people.tie(contact_id, *found.pop())


def _doubts(people: People, mentions: Sequence[Mention], asked: Collection[str]) -> list[Doubt]:
    by_name: dict[str, list[int]] = {}
    for index, mention in enumerate(mentions):
        kept = mention.stored and not people.is_open(mention.stored)
        anybody = not mention.creates and mention.name in ("", CLOSED_ACCOUNT)
        if not kept and not mention.is_settled and not anybody:
            by_name.setdefault(mention.name, []).append(index)
    doubts = []
    for name, indexes in by_name.items():
        doubts += _doubts_of(people, name, indexes, mentions, asked)
    held = {doubt.holder for doubt in doubts}
    loose = [
        contact
        for contact in people.contacts
        if contact.slug is None and contact.id not in held and people.is_open(contact.id)
    ]
    for contact in loose:
        count = people.connections_named(contact.name)
        maybe = [i for i, name in enumerate(people.names) if name == contact.name] if count else []
        if count == 1 and _is_same_elsewhere(people, contact, maybe[0]):
            people.tie(contact.id, maybe[0], people.slugs[maybe[0]])
            continue
        work = (contact.company, contact.position)
        was_asked = bool({contact.name, _long_key(contact.name, work)} & set(asked))
        if count > 1 or any(_is_doubtful(people, contact, i, was_asked) for i in maybe):
            doubts.append(
                Doubt(contact.name, work, maybe=maybe, holder=contact.id, key=contact.name)
            )
    keys = Counter(doubt.key for doubt in doubts)
    for doubt in doubts:
        if keys[doubt.key] > 1:
            doubt.key = _long_key(doubt.name, doubt.work)
    return doubts


def _is_same_elsewhere(people: People, contact: StoredContact, index: int) -> bool:
    """Whether a connection that is someone stored already is this person too, by name and work."""
    signs = evidence(people.facts(contact.id), people.facts_of_row(index))
    same = Sign.WORK in signs and verdict(signs) is Verdict.SAME
    return same and not people.is_free(index)


def _is_doubtful(people: People, contact: StoredContact, index: int, was_asked: bool) -> bool:
    """Whether a connection that is no one's yet, or was when it was asked about, may be theirs."""
    signs = evidence(people.facts(contact.id), people.facts_of_row(index))
    return verdict(signs) is Verdict.ASK and (was_asked or people.is_free(index))


def _doubts_of(
    people: People,
    name: str,
    indexes: list[int],
    mentions: Sequence[Mention],
    asked: Collection[str],
) -> list[Doubt]:
    """The doubts about one name: one a person, told apart by company and position."""
    exact = people.connections_named(name) or any(mentions[i].match.maybe_slugs for i in indexes)
    by_work: dict[tuple[str, str], Doubt] = {}
    for work in _works(mentions, indexes, bool(exact)):
        by_work[work] = Doubt(name, work)
    if len(by_work) < 2:
        doubts = [Doubt(name, next(iter(by_work), ("", "")), list(indexes))]
    else:
        for index in indexes:
            work = mentions[index].work
            held = work if work in by_work else _compatible(work, by_work)
            by_work.setdefault(held, Doubt(name, held)).mentions.append(index)
        doubts = list(by_work.values())
    _find_holders(people, name, doubts, mentions)
    for doubt in doubts:
        doubt.key = name if len(doubts) == 1 else _long_key(name, doubt.work)
        doubt.asks = any(mentions[i].creates for i in doubt.mentions)
        matches = [mentions[i].match for i in doubt.mentions]
        doubt.maybe = _each_once(match.maybe for match in matches)
        doubt.maybe_slugs = _each_once(match.maybe_slugs for match in matches)
    held_by = {doubt.holder for doubt in doubts}
    # Whom the export names by another name beside this one is someone else.
    named = {mention.name for mention in mentions} - {name}
    for doubt in doubts:
        known = people.namesakes(name) if exact else people.known_as(name)
        free = [c for c in known if c.id not in held_by and c.name not in named]
        _weigh_stored(people, doubt, free, bool(exact), doubt.key in asked)
    return doubts


def _works(
    mentions: Sequence[Mention], indexes: Sequence[int], exact: bool
) -> list[tuple[str, str]]:
    """Each work that is a person of its own.

    Beside namesakes any other work is one; else only another company with another title.
    """
    works = {mentions[i].work for i in indexes if any(mentions[i].work)}
    told = sorted(works, key=lambda work: (not all(work), work))  # whoever tells most goes first
    kept: list[tuple[str, str]] = []
    for work in told:
        if exact or all(differing_work(work, other) for other in kept):
            kept.append(work)
    return kept


def _compatible(work: tuple[str, str], works: Iterable[tuple[str, str]]) -> tuple[str, str]:
    """Whose work it may be, as the row tells little of it; itself when of none or of several."""
    found = [one for one in works if not differing_work(work, one)]
    agreeing = [one for one in found if set(work) & set(one) - {""}]
    return agreeing[0] if len(agreeing) == 1 else work


def _each_once(told: Iterable[tuple[T, ...]]) -> list[T]:
    """What the rows of one doubt say, which is mostly the same, in the order of saying it."""
    return list(dict.fromkeys(chain.from_iterable(dict.fromkeys(told))))


def _long_key(name: str, work: tuple[str, str]) -> str:
    return "|".join((name, *work))


def _keys(doubt: Doubt, answers: Mapping[str, str]) -> Iterator[str]:
    """The keys under which the answer may stand, unless it was of a namesake of other work."""
    long = _long_key(doubt.name, doubt.work)
    of_works = [
        (work[0], work[1])
        for key in answers
        if key.startswith(f"{doubt.name}|") and answers[key] != UNANSWERED
        for work in (key[len(doubt.name) + 1 :].split("|"),)
        if len(work) == 2
    ]
    yield long
    if not of_works or any(not differing_work(work, doubt.work) for work in of_works):
        yield doubt.key


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
                free = not doubt.holder and contact.id not in taken
                if free and fits and _verdict(people, doubt, contact) is Verdict.SAME:
                    doubt.holder = contact.id
                    taken.add(contact.id)


def _verdict(people: People, doubt: Doubt, contact: StoredContact) -> Verdict:
    return verdict(evidence(doubt.facts, people.facts(contact.id)))


def _weigh_stored(
    people: People, doubt: Doubt, known: Sequence[StoredContact], exact: bool, was_asked: bool
) -> None:
    """Stored people who may be meant; one of them is, when the export has no one of that name.

    People known by a text alone are weighed only before the row has its person, or while the
    question is open: two of them may have stood apart in an earlier export.
    """
    if doubt.name == CLOSED_ACCOUNT:
        return
    free = [c for c in known if not people.is_connection(c.id)]
    addressed = [c for c in free if not people.is_open(c.id)]
    if exact or doubt.holder:
        stored = addressed + ([c for c in free if c not in addressed] if was_asked else [])
        doubt.maybe_stored = [c.id for c in stored]
        return
    signs = {c.id: evidence(doubt.facts, people.facts(c.id)) for c in free}
    same = [c for c in free if verdict(signs[c.id]) is Verdict.SAME]
    of_work = [c for c in same if Sign.WORK in signs[c.id]]
    named = [c for c in addressed if c.name == doubt.name]
    only = of_work or [c for c in same if named == [c]]
    if len(only) == 1:
        doubt.target, doubt.asks = (None, None, only[0].id), False
    doubt.maybe_stored = [c.id for c in free if verdict(signs[c.id]) is not Verdict.OTHER]


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
