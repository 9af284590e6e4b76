"""What holds for any export: once imported it is imported, and nothing is ever lost or rolled back."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from recco_tui.core.export import (
    Export,
    ExportedConnection,
    ExportedMessage,
    ExportedRecommendation,
    MessageEvent,
)
from recco_tui.core.import_plan import GONE, GONE_KEY, SOMEONE_ELSE
from recco_tui.core.models import Direction, Step
from tests.importing.import_model import Store, connection, export, message, text

NAMES = st.sampled_from(
    ["Ana Díaz", "Ana Diaz", "Bo Li", "Bo Li, PhD", "Cy Young", "LinkedIn Member"]
)
SLUGS = st.sampled_from(["ana", "ana-2", "bo", "bo-li", "cy", None])
WORK = st.sampled_from(["", "Acme", "Initech"])
DAYS = st.sampled_from([date(2020, 3, 4), date(2020, 3, 5), date(2021, 1, 1), None])
TEXTS = st.sampled_from(
    [
        "Ana is calm and exact and helped all of us",
        "Ana is calm and exact and helped all of us a lot",
        "Bo wrote the API and kept the team cheerful",
    ]
)
MOMENTS = st.integers(0, 60).map(
    lambda half_days: datetime(2024, 5, 1, 10, 22, tzinfo=UTC) + timedelta(hours=12 * half_days)
)

connections: st.SearchStrategy[ExportedConnection] = st.builds(
    connection, NAMES, SLUGS, WORK, WORK, DAYS
).filter(lambda row: bool(row.slug or row.connected_on))  # every row of LinkedIn's has its day


def texts(words: st.SearchStrategy[str]) -> st.SearchStrategy[ExportedRecommendation]:
    """Rows whose words are the writer's own: two people never write the same."""
    return st.builds(
        lambda name, at, said, *rest: text(name, at, said and f"{said} {name}", *rest),
        NAMES,
        st.none() | MOMENTS,
        words,
        st.sampled_from(["VISIBLE", "HIDDEN", "", "ODD"]),
        st.sampled_from(list(Direction)),
        WORK,
    )


messages: st.SearchStrategy[ExportedMessage] = st.builds(
    message, st.sampled_from(list(MessageEvent)), NAMES | st.just(""), MOMENTS, SLUGS
)


def exports_with(words: st.SearchStrategy[str]) -> st.SearchStrategy[Export]:
    return st.builds(
        lambda rows, recs, events, addresses, on: export(
            *rows, texts=tuple(recs), messages=tuple(events), addresses=addresses, on=on
        ),
        st.lists(connections, max_size=5),
        st.lists(texts(words), max_size=5),
        st.lists(messages, max_size=6),
        st.dictionaries(
            NAMES, st.frozensets(SLUGS.filter(bool), min_size=1, max_size=2), max_size=2
        ),
        st.sampled_from([date(2025, 1, 10), date(2025, 2, 10), date(2025, 3, 10)]),
    )


exports = exports_with(TEXTS)
thorough = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def by_hand(store: Store, names: list[str]) -> None:
    """People typed by hand, the first of them asked already."""
    for name in names:
        store.add(name)
    if names:
        store.note_ask(1, (Step.WARM, date(2024, 5, 3)), (Step.LINKEDIN, date(2024, 5, 6)))


@thorough
@given(st.lists(NAMES, max_size=3), exports_with(TEXTS | st.just("")))
def test_any_archive_imported_twice_is_imported_once(names: list[str], archive: Export) -> None:
    store = Store()
    by_hand(store, names)
    first = store.take(archive)
    again = store.plan(archive)
    assert again.changes_nothing
    assert [q.key for q in again.unsure] == [q.key for q in first.unsure]
    for tally in (
        again.counts.contacts,
        again.counts.given,
        again.counts.received,
        again.counts.asks,
        again.counts.requests,
    ):
        assert tally[:2] == (0, 0)


@thorough
@given(exports, exports)
def test_every_import_settles_whatever_came_before(earlier: Export, later: Export) -> None:
    store = Store()
    store.take(earlier, {GONE_KEY: GONE})
    store.take(later, {GONE_KEY: GONE})
    assert store.plan(later, {GONE_KEY: GONE}).changes_nothing


namesakes = st.builds(
    connection,
    st.sampled_from(["Ana Díaz", "Ana Diaz"]),
    st.sampled_from(["ana", "ana-2", None]),
    st.sampled_from(["", "Acme"]),
    st.just(""),
    st.sampled_from([date(2020, 3, 4), date(2020, 3, 5)]),
)
about_ana = st.builds(
    lambda name, work: text(name, None, f"Calm and exact {name}", "", Direction.GIVEN, work),
    st.sampled_from(["Ana Díaz", "Ana Diaz"]),
    st.sampled_from(["", "Acme"]),
)
archives_of_namesakes = st.builds(
    lambda rows, recs, on: export(*rows, texts=tuple(recs), on=on),
    st.lists(namesakes, max_size=3),
    st.lists(about_ana, max_size=3),
    st.sampled_from([date(2025, 1, 10), date(2025, 2, 10)]),
)
ANA = ("Ana Diaz", "ana", "Acme", "", date(2020, 3, 4))
ANOTHER = ("Ana Diaz", "ana-2", *ANA[2:])
WITHOUT_ADDRESS = ("Ana Diaz", None, *ANA[2:])
OF_ACME = text("Ana Diaz", None, "Calm and exact", "", Direction.GIVEN, "Acme")


@thorough
@given(archives_of_namesakes, archives_of_namesakes)
@example(
    export(connection(*ANA[:2]), texts=(OF_ACME,)),
    export(connection(*ANOTHER), connection(*WITHOUT_ADDRESS), texts=(OF_ACME,)),
)  # the text told Acme of the first, who then took the place of the one without an address
@example(
    export(connection(*ANA), on=date(2025, 2, 10)),
    export(connection(*ANOTHER), connection(*WITHOUT_ADDRESS)),
)  # an older archive gives the first no new address: the row without one is theirs, and stays so
@example(
    export(connection(*ANA), connection(*ANOTHER), texts=(OF_ACME,)),
    export(connection("Ana Diaz", None), texts=(OF_ACME,)),
)  # a row that tells no work did not fit the person whom it had been
def test_namesakes_of_one_day_settle_too(earlier: Export, later: Export) -> None:
    store = Store()
    store.take(earlier, {GONE_KEY: GONE})
    store.take(later, {GONE_KEY: GONE})
    assert store.plan(later, {GONE_KEY: GONE}).changes_nothing


@thorough
@given(exports, exports)
def test_an_older_archive_rolls_nothing_back(one: Export, other: Export) -> None:
    old, new = sorted((one, other), key=lambda e: e.exported_on or date.min)
    assume(old.exported_on != new.exported_on)
    assume(new.has_connections)
    store = Store()
    store.take(new)
    before = store.known()
    plan = store.take(old)
    assert not plan.missing_contacts
    for contact in before.contacts:
        after = store.contacts.get(contact.id)
        if after is not None:
            filled = [f for f, value in zip(contact._fields, contact, strict=True) if value]
            assert all(getattr(after, f) == getattr(contact, f) for f in filled)
    for was in before.recommendations:
        if (new.has_given, new.has_received)[was.direction is Direction.RECEIVED]:
            now = store.texts[was.id]
            assert (now.text, now.status, now.missing_since) == (
                was.text,
                was.status,
                was.missing_since,
            )


@thorough
@given(exports, st.data())
def test_answers_settle_questions_for_good(archive: Export, data: st.DataObject) -> None:
    store = Store()
    first = store.take(archive)
    answers = {
        question.key: data.draw(
            st.sampled_from([SOMEONE_ELSE, *(c.choice for c in question.candidates)])
        )
        for question in first.unsure
    }
    plan = store.take(archive, answers)
    assert not plan.unsure
    again = store.plan(archive)
    assert again.changes_nothing
    assert not again.unsure


@thorough
@given(exports)
def test_every_row_is_counted_once(archive: Export) -> None:
    store = Store()
    plan = store.take(archive)
    rows = archive.recommendations
    counted = sum(map(sum, (plan.counts.given, plan.counts.received)))
    distinct = {(r.direction, r.first_name, r.last_name, r.written_at, r.text) for r in rows}
    assert counted <= len(rows)
    assert counted + len(plan.ignored) >= len({d[:4] for d in distinct})
    assert len(store.texts) == plan.counts.given.new + plan.counts.received.new
    assert len(store.contacts) == plan.counts.contacts.new
