"""Any two orders of the same archives give the same people, texts and debts; again changes nothing.

The archives are of one invented network that lives on between them: namesakes, marriages with and
without a new address, new jobs, texts revised, rewritten, hidden and deleted, people who leave.

    RECCO_ORDERS=2000 python -m pytest tests/importing/test_import_properties.py

runs it over 2,000 random pairs of orders instead of 150.
"""

import os
from collections import Counter
from collections.abc import Sequence
from copy import deepcopy
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
FIRST, LAST = ("Ana", "Bo", "Ivo"), ("Lee", "Stone")
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
def someone(draw: st.DrawFn, number: int) -> Someone:
    """A person on the day of the first export: a namesake of others, or a colleague met with them."""
    first, last = draw(st.sampled_from(FIRST)), draw(st.sampled_from(LAST))
    slug = draw(st.sampled_from([f"p-{number}", f"p-{number}", None]))
    work, met = work_of(number, 0), MET + timedelta(days=40 * number)
    if draw(st.integers(0, 3)) == 0:
        first, work, met = f"{first}{number}", COLLEAGUES, MET
    one = Someone(number, first, last, slug, work, met)
    if one.slug is None or draw(st.booleans()):
        one = one._replace(texts=(written(draw, one, 0),))
    return one


def lived_on(draw: st.DrawFn, one: Someone, month: int) -> Someone:
    """One thing that may have happened to someone until the next export."""
    match draw(
        st.sampled_from(
            ["", "", "job", "marries", "moves", "marries and moves", "a new name and address",
             "leaves", "revises", "rewrites", "second", "deletes", "dates", "a degree"]
        )
    ):  # fmt: skip
        case "job" if one.last != "Quill":
            return one._replace(work=work_of(one.number, month))
        case "marries":
            return one._replace(last=f"{one.last}-Reed")
        case "moves" if one.slug:
            return one._replace(slug=f"{one.slug}-{month}")
        case "marries and moves" if one.slug:
            return one._replace(slug=f"{one.slug}-{month}", last=f"{one.last}-Reed")
        case "a new name and address" if one.slug and one.work[1] in (
            "Engineer",
            f"Title {one.number}.0",
        ):
            # A new job too would leave nothing but the day to know them by.
            return one._replace(slug=f"{one.slug}-{month}", first=f"Nia{one.number}", last="Quill")
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
        case "rewrites" if one.texts:
            return one._replace(texts=(*one.texts[:-1], written(draw, one, month)))
        case "second":
            return one._replace(texts=(*one.texts, written(draw, one, month)))
        case "deletes" if one.texts:
            return one._replace(texts=one.texts[:-1])
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
    people = [draw(someone(number)) for number in range(draw(st.integers(1, 4)))]
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
    """A store with these exports, whose user answers what the preview asks, and says the truth."""
    store = Store()
    for one in exports:
        answers, asked = {GONE_KEY: GONE}, True
        while asked:
            plan = store.plan(one, answers)
            asked = any(question.key not in answers for question in plan.unsure)
            trial = deepcopy(store)
            ids = trial.write(plan)
            for question in plan.unsure:
                answers[question.key] = true_answer(trial, question, ids)
        store.write(plan)
    return store


def true_answer(store: Store, question: PersonQuestion, ids: dict[int, int]) -> str:
    """Whoever wrote what the person in doubt wrote; someone else when they are not to be chosen."""
    for candidate in question.candidates:
        subject, other = (ids.get(one.contact, one.contact) for one in (question, candidate))
        if numbers_of(store, subject) & numbers_of(store, other):
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
    found = Counter(number for (number,) in numbers)
    assert {number for number, count in found.items() if count > 1} <= untold(exports)


class Seen(NamedTuple):
    """What one export tells of someone."""

    slugs: set[str]
    names: set[str]
    works: set[tuple[str, str]]
    texts: set[tuple[object, ...]]
    words: set[str]

    def is_told(self, later: "Seen") -> bool:
        """Whether anything says that both are one, if only to ask."""
        alike = any(is_alike(one, other) for one in self.words for other in later.words)
        named = {word for name in self.names for word in name.split()} & {
            word for name in later.names for word in name.split()
        }
        by_day = self.slugs and later.slugs and (named or self.works & later.works)
        by_words = alike and (named or self.works & later.works)
        return bool(
            self.slugs & later.slugs
            or self.names & later.names
            or self.texts & later.texts
            or by_day
            or by_words
        )


def is_alike(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def untold(exports: Sequence[Export]) -> set[str]:
    """The numbers of those of whom nothing tells that they are one: all has changed at once."""
    seen: dict[str, list[Seen]] = {}
    for one in exports:
        here: dict[str, Seen] = {}
        for row in one.connections:
            told = here.setdefault(str(row.slug).split("-")[1], Seen(*(set() for _ in range(5))))
            told.slugs.add(str(row.slug))
            tell(told, row)
        for text_row in one.recommendations:
            number = text_row.text.split(" says number ")[1].split()[0]
            told = here.setdefault(number, Seen(*(set() for _ in range(5))))
            told.texts.add((text_row.text, text_row.written_at))
            told.words.add(text_row.text)
            tell(told, text_row)
        for number, told in here.items():
            seen.setdefault(number, []).append(told)
    return {number for number, told in seen.items() if not is_one(told)}


def tell(told: Seen, row: ExportedConnection | ExportedRecommendation) -> None:
    told.names.add(fuzzy_key(f"{row.first_name} {row.last_name}"))
    told.works.add((row.company, row.position))


def is_one(told: list[Seen]) -> bool:
    """Whether all hang together."""
    known, rest = told[:1], told[1:]
    while found := [one for one in rest if any(one.is_told(other) for other in known)]:
        known += found
        rest = [one for one in rest if one not in found]
    return not rest


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(archives(), st.data())
def test_each_archive_again_changes_nothing(exports: Archives, data: st.DataObject) -> None:
    order = data.draw(st.sampled_from(ORDERS))
    store = taken([exports[i] for i in order])
    for again in [exports[i] for i in order]:
        plan = store.plan(again, {GONE_KEY: GONE})
        assert plan.changes_nothing
