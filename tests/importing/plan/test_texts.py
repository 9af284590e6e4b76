"""Importing recommendations: the same, a rewrite, new, gone; and what a status means."""

from datetime import UTC, date, datetime, timedelta, timezone
from itertools import permutations

import pytest

from recco_tui.core.export import ExportedWork, RowPlace
from recco_tui.core.import_outcome import again, from_json, outcome_of, to_json
from recco_tui.core.import_plan import StoredData, Tally
from recco_tui.core.models import Direction, Recommendation, Status, TextVersion
from recco_tui.importing.plan.planning import plan_import
from recco_tui.importing.plan.revisions import same_text, similarity
from recco_tui.importing.plan.texts import status_of
from tests.importing.import_model import TODAY, Store, connection, export, minute, text

OLD, NEW, NEWER = date(2024, 6, 10), date(2025, 1, 10), date(2025, 2, 10)
ANA = connection("Ana Díaz", "ana", "Acme", "Lead")
WORDS = "Ana led the inventory project and kept all of us calm under pressure."
REWRITTEN = "Ana led the inventory project and kept all of us calm and cheerful under pressure."
OTHER = "Years later she taught me how to write a test that fails first."


@pytest.mark.parametrize(
    ("direction", "written", "status", "words"),
    [
        (Direction.RECEIVED, "VISIBLE", Status.VISIBLE, ""),
        (Direction.RECEIVED, "Shown", Status.VISIBLE, ""),
        (Direction.RECEIVED, "HIDDEN", Status.HIDDEN, ""),
        (Direction.RECEIVED, "NOT_SHOWN", Status.HIDDEN, ""),
        (Direction.RECEIVED, "pending", Status.PENDING, ""),
        (Direction.RECEIVED, "", Status.VISIBLE, ""),
        (Direction.RECEIVED, " Odd One ", Status.PENDING, "Odd One"),
        (Direction.GIVEN, "", Status.SENT, ""),
        (Direction.GIVEN, "VISIBLE", Status.VISIBLE, ""),
        (Direction.GIVEN, "ODD", Status.SENT, "ODD"),
    ],
)
def test_a_status_says_what_it_can(
    direction: Direction, written: str, status: Status, words: str
) -> None:
    assert status_of(direction, written) == (status, words)


def test_similar_means_most_words_in_the_same_order() -> None:
    assert similarity(WORDS, WORDS) == 1
    assert similarity(WORDS, REWRITTEN) > 0.8
    assert similarity(WORDS, OTHER) == 0
    assert same_text("One.  Two.\nThree", "One. Two. Three")


def test_rows_become_texts_with_the_local_day() -> None:
    late = datetime(2024, 5, 3, 23, 30, tzinfo=UTC)
    archive = export(ANA, texts=(text("Ana Díaz", late, WORDS, "HIDDEN"),))
    plan = plan_import(archive, StoredData(), {}, TODAY, tz=timezone(timedelta(hours=2)))
    ((new, _),) = plan.new_recommendations
    assert (new.contact_id, new.on, new.written_at, new.status) == (
        -1,
        date(2024, 5, 4),
        late,
        Status.HIDDEN,
    )
    assert new.text == WORDS


def test_given_and_received_count_apart() -> None:
    given = text("Ana Díaz", minute(2024, 1, 1), WORDS, "", Direction.GIVEN)
    plan = Store().plan(export(ANA, texts=(given, text("Ana Díaz"))))
    assert (plan.counts.given, plan.counts.received) == (Tally(1, 0, 0), Tally(1, 0, 0))


def test_a_hidden_text_and_its_revision_are_one_with_its_history() -> None:
    rows = (
        text("Ana Díaz", minute(2024, 5, 23), REWRITTEN, "HIDDEN"),
        text("Ana Díaz", minute(2024, 5, 3), WORDS, "HIDDEN"),
    )
    store = Store()
    plan = store.take(export(ANA, texts=rows))
    assert plan.counts.received == Tally(1, 0, 0)
    assert plan.new_recommendations[0].versions == (TextVersion(WORDS, minute(2024, 5, 3)),)
    assert "with another date" in plan.ignored[0].why
    again = store.plan(export(ANA, texts=rows[::-1]))
    assert (again.changes_nothing, again.counts.received) == (True, Tally(0, 0, 1))


def test_what_is_shown_stands_for_a_hidden_revision_of_it() -> None:
    rows = (
        text("Ana Díaz", minute(2024, 5, 23), REWRITTEN, "HIDDEN"),
        text("Ana Díaz", minute(2024, 5, 3), WORDS),
    )
    ((new, _),) = Store().plan(export(ANA, texts=rows)).new_recommendations
    assert (new.text, new.status) == (WORDS, Status.VISIBLE)


@pytest.mark.parametrize(
    ("words", "status"), [(REWRITTEN, "VISIBLE"), (OTHER, "HIDDEN")], ids=["shown", "other words"]
)
def test_two_rows_by_one_person_are_two(words: str, status: str) -> None:
    rows = (
        text("Ana Díaz", minute(2024, 5, 23), WORDS),
        text("Ana Díaz", minute(2024, 5, 3), words, status),
    )
    store = Store()
    assert store.take(export(ANA, texts=rows)).counts.received == Tally(2, 0, 0)
    assert store.plan(export(ANA, texts=rows)).counts.received == Tally(0, 0, 2)


def test_a_text_in_the_place_of_another_is_its_rewrite_whatever_its_words() -> None:
    store = Store()
    store.take(export(ANA, texts=(text("Ana Díaz", minute(2024, 5, 3), WORDS),), on=NEW))
    later = export(ANA, texts=(text("Ana Díaz", minute(2025, 2, 1), OTHER),), on=NEWER)
    plan = store.take(later)
    assert (plan.counts.received, plan.recommendation_updates[0].earlier_text) == (
        Tally(0, 1, 0),
        WORDS,
    )
    assert store.plan(later).changes_nothing


def test_two_texts_that_one_export_holds_are_two_whatever_was_thought_before() -> None:
    store = Store()
    first, second = (
        text("Ana Díaz", minute(2024, 5, 3), WORDS),
        text("Ana Díaz", minute(2024, 6, 1), OTHER),
    )
    store.take(export(ANA, texts=(first,), on=OLD))
    store.take(export(ANA, texts=(second,), on=NEWER))
    assert len(store.texts) == 1
    between = export(ANA, texts=(first, second), on=NEW)
    assert store.take(between).counts.received == Tally(1, 0, 1)
    assert store.texts[2].missing_since == NEWER
    assert store.plan(between).changes_nothing


@pytest.mark.parametrize("order", [(0, 1, 2), (0, 2, 1), (1, 2, 0), (2, 1, 0)])
def test_a_rewrite_that_is_gone_by_now_is_one_text_in_any_order(order: tuple[int, ...]) -> None:
    others = text("Bo Li", minute(2024, 1, 1), "Bo wrote the whole API alone")
    exports = (
        export(ANA, texts=(others, text("Ana Díaz", minute(2024, 5, 3), WORDS)), on=OLD),
        export(ANA, texts=(others, text("Ana Díaz", minute(2024, 9, 1), OTHER)), on=NEW),
        export(ANA, texts=(others,), on=NEWER),
    )
    store = Store()
    for place in order:
        store.take(exports[place])
    (theirs,) = (text for text in store.texts.values() if text.text != others.text)
    assert (theirs.text, theirs.missing_since) == (OTHER, NEWER)
    assert [version.text for version in store.versions[theirs.id]] == [WORDS]
    assert all(store.plan(exports[place]).changes_nothing for place in order)


EARLY, LATE = minute(2024, 5, 3), minute(2024, 9, 1)
AGAIN = f"{WORDS} And still so."
LATER = minute(2025, 1, 5)


@pytest.mark.parametrize(
    ("between", "newest"),
    [
        pytest.param([(EARLY, WORDS), (LATE, WORDS)], [(EARLY, WORDS)], id="a second date"),
        pytest.param(
            [(EARLY, WORDS), (LATE, WORDS)],
            [(EARLY, WORDS), (LATER, AGAIN)],
            id="a second date, revised",
        ),
        pytest.param([(LATE, AGAIN)], [(EARLY, WORDS)], id="revised and taken back"),
        pytest.param([(EARLY, WORDS), (LATE, OTHER)], [(EARLY, WORDS)], id="a second text"),
        pytest.param([(LATE, OTHER)], [(LATER, AGAIN)], id="rewritten twice"),
    ],
)
@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_newest_export_tells_the_words_and_the_date_in_any_order(
    order: tuple[int, ...],
    between: list[tuple[datetime, str]],
    newest: list[tuple[datetime, str]],
) -> None:
    others = text("Bo Li", minute(2024, 1, 1), "Bo wrote the whole API alone")
    exports = [
        export(ANA, texts=(others, *(text("Ana Díaz", *row) for row in rows)), on=on)
        for on, rows in ((OLD, [(EARLY, WORDS)]), (NEW, between), (NEWER, newest))
    ]
    store = Store()
    for place in order:
        store.take(exports[place])
    there = [t for t in store.texts.values() if t.contact_id == 1 and not t.missing_since]
    assert sorted((t.written_at, t.text) for t in there) == newest
    assert all(store.plan(exports[place]).changes_nothing for place in order)


def test_a_text_with_a_newer_date_is_the_same_text() -> None:
    store = Store()
    store.take(export(ANA, texts=(text("Ana Díaz", minute(2024, 5, 3), WORDS),), on=NEW))
    dated = export(ANA, texts=(text("Ana Díaz", minute(2025, 2, 1), WORDS),), on=NEWER)
    assert store.take(dated).counts.received == Tally(0, 1, 0)
    assert (store.texts[1].on, store.versions[1]) == (date(2025, 2, 1), [])


def test_a_rewrite_takes_the_place_of_the_text_and_tells_the_earlier_one() -> None:
    store = Store()
    store.take(export(ANA, texts=(text("Ana Díaz", minute(2024, 5, 3), WORDS),), on=NEW))
    later = export(ANA, texts=(text("Ana Díaz", minute(2025, 2, 1), REWRITTEN),), on=NEWER)
    plan = store.take(later)
    assert plan.counts.received == Tally(0, 1, 0)
    assert plan.recommendation_updates[0].earlier_text == WORDS
    assert (store.texts[1].text, store.texts[1].on) == (REWRITTEN, date(2025, 2, 1))
    assert store.plan(later).changes_nothing


def test_another_text_by_the_same_person_is_new() -> None:
    store = Store()
    store.take(export(ANA, texts=(text("Ana Díaz", minute(2024, 5, 3), WORDS),), on=NEW))
    both = (
        text("Ana Díaz", minute(2025, 2, 1), OTHER),
        text("Ana Díaz", minute(2024, 5, 3), WORDS),
    )
    assert store.take(export(ANA, texts=both, on=NEWER)).counts.received == Tally(1, 0, 1)


@pytest.mark.parametrize("words", [WORDS, OTHER], ids=["similar words", "other words"])
def test_the_older_version_of_a_rewrite_is_its_history(words: str) -> None:
    store = Store()
    store.take(export(ANA, texts=(text("Ana Díaz", minute(2025, 1, 1), REWRITTEN),), on=NEW))
    older = export(ANA, texts=(text("Ana Díaz", minute(2024, 5, 3), words),), on=OLD)
    assert store.take(older).counts.received == Tally(0, 1, 0)
    assert store.texts[1].text == REWRITTEN
    assert store.versions[1] == [TextVersion(words, minute(2024, 5, 3))]
    again = store.plan(older)
    assert (again.changes_nothing, again.counts.received) == (True, Tally(0, 0, 1))


def test_a_status_follows_a_newer_export_and_not_an_older_one() -> None:
    store = Store()
    store.take(export(ANA, texts=(text("Ana Díaz", status="VISIBLE"),), on=NEW))
    store.take(export(ANA, texts=(text("Ana Díaz", status="HIDDEN"),), on=NEWER))
    assert store.texts[1].status is Status.HIDDEN
    assert store.plan(
        export(ANA, texts=(text("Ana Díaz", status="VISIBLE"),), on=OLD)
    ).changes_nothing


def test_an_empty_status_takes_nothing_back() -> None:
    row = text("Ana Díaz", direction=Direction.GIVEN, status="")
    store = Store()
    store.take(export(ANA, texts=(row,)))
    store.texts[1] = Recommendation(
        1, 1, Direction.GIVEN, row.text, Status.VISIBLE, date(2024, 5, 3), row.written_at,
        company=row.company, position=row.position,
    )  # fmt: skip
    assert store.plan(export(ANA, texts=(row,))).changes_nothing


@pytest.mark.parametrize("status", [Status.READY, Status.SENT])
def test_a_text_written_in_recco_is_found_again_in_the_export(status: Status) -> None:
    store = Store()
    store.take(export(ANA, on=OLD))
    store.texts[1] = Recommendation(1, 1, Direction.GIVEN, WORDS, status, date(2024, 7, 1))
    row = text("Ana Díaz", minute(2024, 7, 2), WORDS, "", Direction.GIVEN)
    plan = store.take(export(ANA, texts=(row,), on=NEW))
    assert plan.counts.given == Tally(0, 1, 0)
    assert (store.texts[1].status, store.texts[1].written_at) == (Status.SENT, minute(2024, 7, 2))


def test_a_vanished_row_is_marked_and_a_returning_one_is_back() -> None:
    first, second = (
        text("Ana Díaz", minute(2024, 5, 3), WORDS),
        text("Ana Díaz", minute(2024, 6, 3), OTHER),
    )
    store = Store()
    store.take(export(ANA, texts=(first, second), on=OLD))
    plan = store.take(export(ANA, texts=(first,), on=NEW))
    assert (plan.missing_recommendations, plan.counts.received) == ((2,), Tally(0, 1, 1))
    assert store.texts[2].missing_since == NEW
    store.take(export(ANA, texts=(first, second), on=NEWER))
    assert store.texts[2].missing_since is None


def test_an_absent_file_is_no_farewell() -> None:
    store = Store()
    store.take(export(ANA, texts=(text("Ana Díaz"),), on=OLD))
    given = text("Ana Díaz", direction=Direction.GIVEN, status="")
    assert not store.plan(export(ANA, texts=(given,), on=NEW)).missing_recommendations


def test_a_text_typed_by_hand_is_never_missing() -> None:
    store = Store()
    store.take(export(ANA, on=OLD))
    store.texts[1] = Recommendation(
        1, 1, Direction.RECEIVED, WORDS, Status.VISIBLE, date(2024, 7, 1)
    )
    assert not store.plan(
        export(ANA, texts=(text("Ana Díaz", words=OTHER),), on=NEW)
    ).missing_recommendations


def test_a_row_of_an_older_archive_that_a_newer_one_lacks_comes_as_gone() -> None:
    store = Store()
    store.take(export(ANA, texts=(text("Ana Díaz", minute(2024, 5, 3), WORDS),), on=NEW))
    store.take(export(ANA, texts=(text("Bo Li", minute(2023, 5, 3), OTHER),), on=OLD))
    assert store.texts[2].missing_since == NEW


def test_a_row_without_a_readable_date_is_kept_under_the_day_of_the_export() -> None:
    archive = export(ANA, texts=(text("Ana Díaz", None, WORDS),), on=NEW)
    store = Store()
    plan = store.take(archive)
    assert (store.texts[1].on, store.texts[1].written_at) == (NEW, None)
    assert "Recommendations_Received.csv line 2" in plan.warnings[0]
    assert store.plan(archive).changes_nothing
    assert store.plan(export(ANA, texts=(text("Ana Díaz", None, WORDS),), on=NEWER)).changes_nothing


def test_a_row_without_a_name_is_ignored_and_says_why() -> None:
    plan = Store().plan(export(ANA, texts=(text(""),)))
    assert [(i.file, i.line) for i in plan.ignored] == [("Recommendations_Received.csv", 2)]
    assert "no name" in plan.ignored[0].why
    assert plan.counts.received == Tally()


def test_the_same_row_twice_is_one_text() -> None:
    row = text("Ana Díaz", words=WORDS)
    assert Store().plan(export(ANA, texts=(row, row))).counts.received == Tally(1, 0, 0)
    plan = Store().plan(export(ANA, texts=(row, text("Ana Díaz", words=OTHER))))
    assert plan.counts.received == Tally(1, 0, 0)
    assert len(plan.ignored) == 1


def test_work_is_offered_until_a_project_has_its_title() -> None:
    work = ExportedWork("Café Relaunch", False, None, None, "", RowPlace("Projects.csv", 2))
    store = Store()
    assert store.plan(export(work=(work,))).offers == (work,)
    store.titles = frozenset({"cafe relaunch"})
    assert store.plan(export(work=(work,))).offers == ()


def test_what_an_import_came_to_is_remembered_word_for_word() -> None:
    store = Store()
    first = outcome_of(store.take(export(ANA, texts=(text("Ana Díaz"),), nameless=4)))
    assert from_json(to_json((first,))) == (first,)
    twin = connection("Ana Díaz", "zoë")
    unsure = outcome_of(Store().plan(export(ANA, twin, texts=(text("Ana Díaz"),))))
    assert unsure.unsure
    assert from_json(to_json((unsure,))) == (unsure,)
    second = outcome_of(store.plan(export(ANA, texts=(text("Ana Díaz"),), nameless=4)))
    assert again(first) == second
