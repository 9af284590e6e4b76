"""Any two orders of the same archives give the same people, texts and debts; again changes nothing.

The archives are of one invented network that lives on between them: namesakes, marriages with and
without a new address, new jobs, texts revised, rewritten, hidden and deleted, people who leave.

    RECCO_ORDERS=2000 python -m pytest tests/importing/test_import_properties.py

runs it over 2,000 random pairs of orders instead of 150.
"""

import os
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import permutations
from typing import NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recco_tui.core.export import Export, ExportedConnection, ExportedRecommendation
from recco_tui.core.import_plan import GONE, GONE_KEY, SOMEONE_ELSE, PersonQuestion
from recco_tui.core.names import fuzzy_key
from tests.importing.import_model import Store, connection, export, text

EXAMPLES = int(os.environ.get("RECCO_ORDERS", "150"))
ORDERS = tuple(permutations(range(3)))
DAYS = (date(2025, 2, 1), date(2025, 3, 1), date(2025, 4, 1))
FIRST, LAST = ("Ana", "Bo", "Ivo", "Zoe"), ("Lee", "Brandt", "Stone", "Hall")
COLLEAGUES = ("Blue", "Engineer")
MET = date(2020, 3, 4)
TEXTS = (
    "rebuilt the ferry timetable in one spring and no one missed a boat",
    "gave lectures on map projections which made the whole school curious",
    "answers each letter from the harbour office on the very same day",
)


class Text(NamedTuple):
    """What someone wrote, as one export has it."""

    words: str
    at: datetime
    hidden: bool = False


class Someone(NamedTuple):
    """A person as one export has them. `slug` None: never a connection."""

    number: int
    first: str
    last: str
    slug: str | None
    work: tuple[str, str]
    met: date
    is_connected: bool = True
    texts: tuple[Text, ...] = ()
    degree: str = ""
    job: int = 0
    has_moved: bool = False
    """With a new name: a new job too would leave nothing but the day to know them by."""
    is_renamed: bool = False
    has_deleted: bool = False
    """The text by which a new name is known again."""

    @property
    def name(self) -> str:
        return f"{self.first} {self.last}{self.degree}"

    @property
    def row(self) -> ExportedConnection:
        return connection(self.name, self.slug, *self.work, self.met)

    @property
    def text_rows(self) -> list[ExportedRecommendation]:
        company, position = self.work
        return [
            text(
                self.name,
                one.at,
                one.words,
                "HIDDEN" if one.hidden else "VISIBLE",
                company=company,
                position=position,
            )
            for one in self.texts
        ]


def written(draw: st.DrawFn, someone: Someone, month: int) -> Text:
    """Words of their own: no two people write the same, in the same minute."""
    said = draw(st.sampled_from(TEXTS)).replace(" ", f"{someone.number} ")
    words = f"{said} says number {someone.number}"
    at = datetime(
        2024 if month == 0 else 2025, month or 6, 3 + someone.number, 10, someone.number, tzinfo=UTC
    )
    return Text(words, at, draw(st.booleans()))


def work_of(number: int, job: int) -> tuple[str, str]:
    """Two of one name never have the same work; colleagues of other names may."""
    return f"Company {number}.{job}", f"Title {number}.{job}"


@st.composite
def someone(draw: st.DrawFn, number: int, others: Sequence[Someone]) -> Someone:
    """A person on the day of the first export; who shares no name may share work and day."""
    first, last = draw(st.sampled_from(FIRST)), draw(st.sampled_from(LAST))
    unlike = not any(other.first == first or other.last == last for other in others)
    shared = unlike and draw(st.booleans())
    one = Someone(
        number,
        first,
        last,
        draw(st.sampled_from([f"p-{number}", f"p-{number}", None])),
        COLLEAGUES if shared else work_of(number, 0),
        MET if shared else MET + timedelta(days=40 * number),
    )
    if one.slug is None or draw(st.booleans()):
        one = one._replace(texts=(written(draw, one, 0),))
    return one


def lived_on(draw: st.DrawFn, one: Someone, month: int) -> Someone:
    """One thing that may have happened to someone until the next export."""
    match draw(
        st.sampled_from(
            ["", "", "job", "marries", "moves", "marries and moves", "leaves", "revises",
             "rewrites", "second", "deletes", "dates", "a degree"]
        )
    ):  # fmt: skip
        case "job" if not one.has_moved:
            return one._replace(work=work_of(one.number, month), job=month)
        case "marries" if not one.has_deleted:
            return one._replace(last=f"{one.last}-Reed", is_renamed=True)
        case "moves" if one.slug:
            return one._replace(slug=f"{one.slug}-{month}")
        case "marries and moves" if one.slug and one.job == 0 and not one.has_deleted:
            new = one._replace(slug=f"{one.slug}-{month}", last=f"{one.last}-Reed")
            return new._replace(has_moved=True, is_renamed=True)
        case "leaves":
            return one._replace(is_connected=False)
        case "a degree":
            return one._replace(degree=", PhD")
        case "revises" if one.texts:
            new = one.texts[-1]
            new = new._replace(
                words=f"{new.words} and still", at=new.at + timedelta(days=200 + month)
            )
            return one._replace(texts=(*one.texts[:-1], new))
        case "rewrites" if one.texts and not one.is_renamed:
            texts = (*one.texts[:-1], written(draw, one, month))
            return one._replace(texts=texts, has_deleted=True)
        case "second":
            return one._replace(texts=(*one.texts, written(draw, one, month)))
        case "deletes" if one.texts and not one.is_renamed:
            return one._replace(texts=one.texts[:-1], has_deleted=True)
        case "dates" if one.texts:
            new = one.texts[-1]._replace(at=one.texts[-1].at + timedelta(days=100 + month))
            return one._replace(texts=(*one.texts[:-1], new))
    return one


class Archives(tuple[Export, ...]):
    """Exports, the oldest first, told in a few words where a test fails."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "".join(f"\n{day:%b}: {in_short(one)}" for day, one in zip(DAYS, self, strict=True))


def in_short(one: Export) -> str:
    rows = [f"{c.first_name} {c.last_name} @{c.slug} {c.company}" for c in one.connections]
    rows += [
        f"{r.first_name} {r.last_name} {r.company} {r.written_at:%y-%m-%d} {r.text[:7]}…{r.text[-18:]}"
        f"{r.status[:1]}"
        for r in one.recommendations
        if r.written_at
    ]
    return " | ".join(rows)


@st.composite
def archives(draw: st.DrawFn) -> Archives:
    """Three exports of one network, the first of them the oldest; some of a part of the files."""
    people: list[Someone] = []
    for number in range(draw(st.integers(1, 4))):
        people.append(draw(someone(number, people)))
    found = []
    for month, day in enumerate(DAYS, 1):
        if month > 1:
            people = [lived_on(draw, one, month) for one in people]
        rows = [one.row for one in people if one.slug and one.is_connected]
        texts = [row for one in people for row in one.text_rows]
        without = draw(st.sampled_from(["", "", "people"]))
        found.append(
            export(
                *draw(st.permutations([] if without == "people" else rows)),
                texts=tuple(draw(st.permutations(texts))),
                on=day,
            )
        )
    return Archives(found)


def taken(exports: Sequence[Export]) -> Store:
    """A store with these exports, whose user answers what is asked, and says the truth."""
    store = Store()
    for one in exports:
        store.take(one, {GONE_KEY: GONE})
        asked = store.plan(one, {GONE_KEY: GONE}).unsure
        answers = {question.key: true_answer(store, question) for question in asked}
        store.take(one, {GONE_KEY: GONE} | answers)
    return store


def true_answer(store: Store, question: PersonQuestion) -> str:
    """Whoever wrote what the person in doubt wrote; someone else when they are not to be chosen."""
    for candidate in question.candidates:
        if numbers_of(store, question.contact) & numbers_of(store, candidate.contact):
            return candidate.choice
    return SOMEONE_ELSE


def numbers_of(store: Store, contact_id: int) -> set[str]:
    """The numbers of those who are this contact, as their address and their texts tell."""
    slug = store.contacts[contact_id].slug if contact_id in store.contacts else None
    found = {slug.split("-")[1]} if slug else set()
    texts = [text for text in store.texts.values() if text.contact_id == contact_id]
    return found | {text.text.split(" says number ")[1].split()[0] for text in texts}


class Told(NamedTuple):
    """What a user sees of a store: people, texts, and how many each wrote."""

    people: Counter[tuple[object, ...]]
    texts: Counter[tuple[object, ...]]
    debts: Counter[tuple[object, ...]]


def told(store: Store) -> Told:
    who = {one.id: (fuzzy_key(one.name), one.slug) for one in store.contacts.values()}
    return Told(
        Counter(
            (*who[one.id], one.company, one.position, one.missing_since is not None)
            for one in store.contacts.values()
        ),
        Counter(
            (*who[one.contact_id], one.text, one.written_at, one.missing_since is not None)
            for one in store.texts.values()
        ),
        Counter(who[one.contact_id] for one in store.texts.values()),
    )


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(archives(), st.data())
def test_any_two_orders_of_the_same_archives_come_to_the_same(
    exports: Archives, data: st.DataObject
) -> None:
    order = data.draw(st.sampled_from(ORDERS[1:]))
    assert told(taken([exports[i] for i in order])) == told(taken(exports))


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(archives(), st.data())
def test_no_one_is_taken_for_another_or_for_two(exports: Archives, data: st.DataObject) -> None:
    store = taken([exports[i] for i in data.draw(st.sampled_from(ORDERS))])
    numbers = [numbers_of(store, contact_id) for contact_id in store.contacts]
    assert all(len(found) == 1 for found in numbers)
    assert len({number for found in numbers for number in found}) == len(numbers)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(archives(), st.data())
def test_each_archive_again_changes_nothing(exports: Archives, data: st.DataObject) -> None:
    order = data.draw(st.sampled_from(ORDERS))
    store = taken([exports[i] for i in order])
    for again in [exports[i] for i in order]:
        plan = store.plan(again, {GONE_KEY: GONE})
        assert plan.changes_nothing
