"""Importing asks and requests: from messages and texts to dated steps, beside what was noted by hand."""

from datetime import date

import pytest

from recco_tui.core.export import MessageEvent
from recco_tui.core.import_plan import Tally
from recco_tui.core.models import (
    Channel,
    DebtKind,
    Direction,
    Recommendation,
    Request,
    Status,
    Step,
)
from tests.importing.import_model import Store, connection, export, message, minute, text

ANA = connection("Ana Díaz", "ana")
SENT, GOT = MessageEvent.ASK_SENT, MessageEvent.ASK_RECEIVED
TO_ME, BY_ME = MessageEvent.DELIVERED_TO_ME, MessageEvent.DELIVERED_BY_ME


def on(event: MessageEvent, day: int, hour: int = 10, words: str = "") -> object:
    return message(event, "Ana Díaz", minute(2025, 5, day, hour), "ana", words)


def may(day: int) -> date:
    return date(2025, 5, day)


@pytest.mark.parametrize(
    ("messages", "texts", "steps"),
    [
        pytest.param([on(SENT, 1)], [], [(Step.LINKEDIN, 1)], id="an open ask"),
        pytest.param([on(SENT, 1), on(TO_ME, 5)], [], [(Step.LINKEDIN, 1), (Step.RECEIVED, 5)], id="delivered"),
        pytest.param([on(SENT, 1)], [6], [(Step.LINKEDIN, 1), (Step.RECEIVED, 6)], id="answered by a text"),
        pytest.param([on(SENT, 1), on(TO_ME, 5)], [5], [(Step.LINKEDIN, 1), (Step.RECEIVED, 5)], id="message and text are one"),
        pytest.param([on(SENT, 1), on(SENT, 9)], [], [(Step.LINKEDIN, 1), (Step.NUDGED, 9)], id="asked twice"),
        pytest.param([on(SENT, 1), on(SENT, 2)], [], [(Step.LINKEDIN, 1), (Step.NUDGED, 2)], id="asked again next day"),
        pytest.param([on(SENT, 1), on(SENT, 1, 15)], [], [(Step.LINKEDIN, 1)], id="twice in a day is once"),
        pytest.param(
            [on(SENT, 1), on(TO_ME, 5), on(SENT, 9), on(TO_ME, 12)],
            [12],
            [(Step.LINKEDIN, 1), (Step.RECEIVED, 5)],
            id="after the delivery a revision",
        ),
        pytest.param([on(SENT, 9)], [5], None, id="asked after the text: a revision"),
        pytest.param([on(TO_ME, 5)], [5], None, id="unasked for"),
    ],
)  # fmt: skip
def test_asks_are_read_from_messages_and_texts(
    messages: list, texts: list[int], steps: list[tuple[Step, int]] | None
) -> None:
    archive = export(
        ANA,
        messages=tuple(reversed(messages)),
        texts=tuple(text("Ana Díaz", minute(2025, 5, day)) for day in texts),
    )
    store = Store()
    plan = store.take(archive)
    assert plan.counts.asks == Tally(0 if steps is None else 1)
    assert [store.steps(key) for key in store.asks] == (
        [] if steps is None else [[(step, may(day)) for step, day in steps]]
    )
    again = store.plan(archive)
    assert again.changes_nothing
    assert again.counts.asks == Tally(0, 0, 0 if steps is None else 1)


def test_the_note_and_the_channel_of_an_ask_are_kept() -> None:
    plan = Store().plan(export(ANA, messages=(on(SENT, 1, words="Hi Ana, would you?"),)))
    (ask,) = plan.new_asks
    assert (ask.text, ask.steps[0].via) == ("Hi Ana, would you?", Channel.LINKEDIN)


def test_an_answer_that_comes_with_a_later_archive_is_added() -> None:
    store = Store()
    store.take(export(ANA, messages=(on(SENT, 1),)))
    plan = store.take(export(ANA, texts=(text("Ana Díaz", minute(2025, 5, 8)),)))
    assert plan.counts.asks == Tally(0, 1, 0)
    assert store.steps() == [(Step.LINKEDIN, may(1)), (Step.RECEIVED, may(8))]


@pytest.mark.parametrize(
    ("noted", "days", "expected"),
    [
        pytest.param([(Step.WARM, 1)], [(SENT, 4)], [(Step.WARM, 1), (Step.LINKEDIN, 4)], id="warm, then sent"),
        pytest.param([(Step.WARM, 1), (Step.AGREED, 2)], [(SENT, 4)], [(Step.WARM, 1), (Step.AGREED, 2), (Step.LINKEDIN, 4)], id="agreed, then sent"),
        pytest.param([(Step.LINKEDIN, 6)], [(SENT, 4)], [(Step.LINKEDIN, 6)], id="noted two days off"),
        pytest.param([(Step.LINKEDIN, 4)], [(SENT, 4), (TO_ME, 9)], [(Step.LINKEDIN, 4), (Step.RECEIVED, 9)], id="requested, then received"),
        pytest.param([(Step.LINKEDIN, 4), (Step.RECEIVED, 10)], [(SENT, 4), (TO_ME, 9)], [(Step.LINKEDIN, 4), (Step.RECEIVED, 10)], id="received noted already"),
        pytest.param([(Step.LINKEDIN, 1)], [(SENT, 9)], [(Step.LINKEDIN, 1), (Step.NUDGED, 9)], id="a nudge no one noted"),
        pytest.param([(Step.AGREED, 1)], [(TO_ME, 9)], [(Step.AGREED, 1), (Step.RECEIVED, 9)], id="agreed and written without a request"),
        pytest.param([(Step.LINKEDIN, 1), (Step.CLOSED, 8)], [(TO_ME, 20)], [(Step.LINKEDIN, 1), (Step.CLOSED, 8), (Step.RECEIVED, 20)], id="let go, then written after all"),
    ],
)  # fmt: skip
def test_an_ask_noted_by_hand_gains_what_the_archive_knows(
    noted: list[tuple[Step, int]], days: list, expected: list[tuple[Step, int]]
) -> None:
    store = Store()
    store.take(export(ANA))
    store.note_ask(1, *((step, may(day)) for step, day in noted))
    archive = export(ANA, messages=tuple(on(event, day) for event, day in days))
    plan = store.take(archive)
    assert plan.counts.asks.new == 0
    assert sorted(store.steps(), key=lambda s: s[1]) == [(step, may(day)) for step, day in expected]
    assert plan.counts.asks == (Tally(0, 0, 1) if len(noted) == len(expected) else Tally(0, 1, 0))
    assert store.plan(archive).changes_nothing


def test_an_ask_after_one_was_let_go_is_a_new_one() -> None:
    store = Store()
    store.take(export(ANA))
    store.note_ask(1, (Step.LINKEDIN, may(1)), (Step.CLOSED, may(8)))
    assert store.take(export(ANA, messages=(on(SENT, 20),))).counts.asks == Tally(1, 0, 0)


@pytest.mark.parametrize(
    ("messages", "given", "requests"),
    [
        pytest.param([on(GOT, 1)], [], [(1, None)], id="open"),
        pytest.param([on(GOT, 1), on(BY_ME, 5)], [], [(1, 5)], id="delivered"),
        pytest.param([on(GOT, 1)], [6], [(1, 6)], id="answered by a given text"),
        pytest.param([on(GOT, 1), on(GOT, 20)], [], [(1, None)], id="reminded"),
        pytest.param([on(GOT, 1), on(BY_ME, 5), on(GOT, 20)], [5], [(1, 5)], id="a revision is no debt"),
        pytest.param([on(GOT, 9)], [5], [], id="given before they asked"),
    ],
)  # fmt: skip
def test_requests_are_read_from_messages_and_texts(
    messages: list, given: list[int], requests: list[tuple[int, int | None]]
) -> None:
    rows = tuple(
        text("Ana Díaz", minute(2025, 5, day), status="", direction=Direction.GIVEN)
        for day in given
    )
    archive = export(ANA, messages=tuple(messages), texts=rows)
    store = Store()
    plan = store.take(archive)
    assert plan.counts.requests == Tally(len(requests))
    assert [(r.asked_on, r.delivered_on) for r in store.requests.values()] == [
        (may(asked), delivered and may(delivered)) for asked, delivered in requests
    ]
    assert store.plan(archive).changes_nothing
    assert store.plan(archive).counts.requests == Tally(0, 0, len(requests))


def test_a_given_text_settles_a_request_and_a_promise_noted_by_hand() -> None:
    store = Store()
    store.take(export(ANA))
    store.requests[1] = Request(1, 1, DebtKind.REQUEST, may(1))
    store.requests[2] = Request(2, 1, DebtKind.PROMISE, may(2))
    row = text("Ana Díaz", minute(2025, 5, 8), status="", direction=Direction.GIVEN)
    plan = store.take(export(ANA, texts=(row,)))
    assert plan.counts.requests == Tally(0, 2, 0)
    assert {r.delivered_on for r in store.requests.values()} == {may(8)}


def test_a_text_given_by_hand_counts_as_delivered() -> None:
    store = Store()
    store.take(export(ANA))
    store.texts[1] = Recommendation(1, 1, Direction.GIVEN, "Calm.", Status.SENT, may(4))
    plan = store.plan(export(ANA, messages=(on(GOT, 2),)))
    assert plan.new_requests[0].delivered_on == may(4)


def test_a_message_of_a_closed_account_is_ignored_and_says_why() -> None:
    plan = Store().plan(
        export(ANA, messages=(message(SENT, "LinkedIn Member", minute(2025, 5, 1)),))
    )
    assert [(i.file, i.line) for i in plan.ignored] == [("messages.csv", 7)]
    assert "closed" in plan.ignored[0].why
    assert plan.counts.asks == Tally()


def test_whoever_i_asked_becomes_a_person_though_no_connection() -> None:
    store = Store()
    store.take(export(ANA, messages=(message(SENT, "Bo Li", minute(2025, 5, 1), "bo"),)))
    assert [(c.name, c.slug) for c in store.contacts.values()][1:] == [("Bo Li", "bo")]


def test_an_ask_to_one_of_two_namesakes_without_an_address_is_asked_about() -> None:
    twins = (connection("Ana Díaz", "ana"), connection("Ana Díaz", "ana-2"))
    archive = export(*twins, messages=(message(SENT, "Ana Díaz", minute(2025, 5, 1)),))
    store = Store()
    (question,) = store.take(archive).unsure
    assert question.text == "Which Ana Díaz did you ask on 1 May 2025?"
    store.take(archive, {question.key: "ana-2"})
    assert store.contacts[store.asks[1].contact_id].slug == "ana-2"
    store.answers.clear()
    assert store.plan(archive).changes_nothing


def long_ago(event: MessageEvent, year: int) -> object:
    return message(event, "Ana Díaz", minute(year, 2, 5), "ana")


def test_an_ask_of_years_ago_is_history_and_another_one_begins_anew() -> None:
    store = Store()
    store.take(export(ANA, messages=(long_ago(SENT, 2016), on(SENT, 9))))
    assert [store.steps(key) for key in store.asks] == [
        [(Step.LINKEDIN, date(2016, 2, 5)), (Step.CLOSED, date(2016, 2, 5))],
        [(Step.LINKEDIN, may(9))],
    ]
    assert store.plan(export(ANA, messages=(long_ago(SENT, 2016), on(SENT, 9)))).changes_nothing


def test_a_request_of_years_ago_is_history_and_another_one_begins_anew() -> None:
    plan = Store().plan(export(ANA, messages=(long_ago(GOT, 2014), on(GOT, 9))))
    told = [(new.asked_on, new.closed_on) for new in plan.new_requests]
    assert told == [(date(2014, 2, 5), date(2014, 2, 5)), (may(9), None)]
