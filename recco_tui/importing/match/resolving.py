"""Who is who in an export: its records and those stored are linked, settled, and the rest asked."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from recco_tui.core.export import Export
from recco_tui.core.import_plan import PersonQuestion
from recco_tui.core.models import Recommendation
from recco_tui.importing.match.assignment import Assignment, Person
from recco_tui.importing.match.links import Links
from recco_tui.importing.match.mentions import Mentions, Search
from recco_tui.importing.match.people import People
from recco_tui.importing.match.questions import Questions, names_asked_about


@dataclass(slots=True)
class Resolved:
    """One contact reference a mention, 0 when it is no one's; and what is left to ask.

    `pending` has the keys by which the same is asked again.
    """

    refs: list[int]
    questions: list[PersonQuestion]
    answered: dict[str, str]
    pending: tuple[str, ...]


def resolve(
    export: Export,
    people: People,
    mentions: Mentions,
    search: Search,
    pairs: Sequence[Recommendation | None],
    answers: Mapping[str, str],
) -> Resolved:
    """Settle all people of the export: connections, and everyone whom the rows mention."""
    questions = Questions(people, mentions.rows, answers)
    assignment = Assignment(questions.is_apart, questions.is_asked)
    links = Links(assignment, people, mentions)
    links.link_mentions(export, _known_before(people, mentions, pairs, answers.keys()))
    for index, contact_id, sign in (*search.of_texts(export, pairs), *search.of_messages(export)):
        links.link_to_contact(index, contact_id, sign)
    links.link_connections(answers.keys())
    assignment.settle()
    while questions.answer(assignment):
        assignment.settle()
    refs = _refs(assignment, people, mentions)
    left = questions.left(assignment, refs)
    pending = [*(one.key for one in left), *map(people.mark, questions.connections & links.due)]
    return Resolved(refs, left, questions.answered, tuple(pending))


def _known_before(
    people: People,
    mentions: Mentions,
    pairs: Sequence[Recommendation | None],
    asked: Collection[str],
) -> dict[int, int]:
    """Rows that tell nothing new, each with whose it is: stored as it is, and never asked about."""
    names = names_asked_about(asked)
    found = {}
    for index, pair in enumerate(pairs):
        row = mentions.rows[index]
        if pair and row.name not in names:
            told = people.facts(pair.contact_id)
            if row.name in told.names and (row.work in told.works or not any(row.work)):
                found[index] = pair.contact_id
    return found


def _refs(assignment: Assignment, people: People, mentions: Mentions) -> list[int]:
    """Give everyone their reference: stored, a connection's, or new."""
    rows = mentions.rows
    kept: dict[Person, int] = {}
    slug_of: dict[Person, str | None] = {}
    for person in assignment.persons():
        told = (slug for i in person.mentions if (slug := rows[i].slug))
        slug = min(told, default=min(person.facts.slugs, default=None))
        connection = min(person.connections, default=None)
        kept[person] = people.settle(person.contacts, connection, slug)
        slug_of[person] = slug
    people.finish()
    refs = [0] * len(rows)
    for person, ref in kept.items():
        if person.connections:
            ref = people.refs[min(person.connections)]
        creating = [rows[index] for index in sorted(person.mentions) if rows[index].creates]
        if not ref and creating:
            first = max(creating, key=lambda row: (any(row.cells), str(row.at or "")))
            ref = people.add(first.name, first.cells, first.work, slug_of[person])
        for index in person.mentions:
            refs[index] = ref
    people.seen.update(filter(None, refs))
    return refs
