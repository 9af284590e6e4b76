"""A card holds counts, steps without names and the texts chosen; what comes from outside is checked."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recco_tui.core.card import (
    Card,
    CardAsk,
    CardHomework,
    CardStep,
    CardText,
    TextSource,
    card_document,
    card_lines,
    make_card,
    read_card,
)
from recco_tui.core.errors import DataError
from recco_tui.core.models import (
    Ask,
    AskState,
    AskStep,
    Contact,
    Direction,
    Goal,
    GoalKind,
    Recommendation,
    Status,
    Step,
    TextKind,
)
from recco_tui.core.situation import Person

TODAY = date(2026, 11, 23)
ANN = Contact(1, "Ann Lee", note="met at the fair", pitch="patient")


def person(*steps: tuple[Step, date]) -> Person:
    noted = tuple(
        AskStep(at, step, on, because="she is shy") for at, (step, on) in enumerate(steps, 1)
    )
    text = Recommendation(7, 1, Direction.RECEIVED, "Her words.", Status.VISIBLE, TODAY)
    return Person(ANN, received=[text], asks=[Ask(1, 1, noted, text="Hi Ann, would you …")])


def test_it_counts_and_tells_steps_and_homework() -> None:
    goal = Goal(1, GoalKind.ASKS, 1, date(2026, 11, 26), date(2026, 11, 20), "18:00")
    card = make_card("Maria", [person((Step.WARM, date(2026, 11, 21)))], [goal], [], TODAY)
    assert (card.given, card.received, card.owe, card.asked) == (0, 1, 1, 1)
    assert card.asks == (CardAsk(AskState.WARM, ((Step.WARM, date(2026, 11, 21)),)),)
    (piece,) = card.homework
    assert (piece.done, piece.is_done) == (1, True)
    assert "  1 ask by Thu 18:00: 1 sent" in card_lines(card)


def test_nothing_of_a_contact_is_in_it_unless_chosen() -> None:
    people = [person((Step.WARM, TODAY))]
    bare = json.dumps(card_document(make_card("Maria", people, [], [], TODAY)))
    for private in ("Ann", "Lee", "fair", "patient", "shy", "Her words", "would you"):
        assert private not in bare
    chosen = CardText(TextSource.DRAFT, 3, TextKind.ASK, "Ann Lee", "Hi Ann!\n\nThanks.")
    lines = card_lines(make_card("Maria", people, [], [chosen], TODAY))
    assert lines[-6:-1] == ["Ask draft for Ann Lee", "  Hi Ann!", "  ", "  Thanks.", ""]


def test_an_ask_that_was_silent_for_months_is_counted_and_not_told() -> None:
    card = make_card("", [person((Step.WARM, date(2026, 5, 1)))], [], [], TODAY)
    assert (card.asked, card.asks) == (1, ())


days = st.dates(date(1900, 1, 1), date(2199, 12, 31))
lines = st.text(st.characters(categories=["L", "N"]), max_size=20)
counts = st.integers(0, 10**6)
cards = st.builds(
    Card, lines, days, counts, counts, counts, counts,
    asks=st.lists(
        st.builds(
            CardAsk,
            st.sampled_from(AskState),
            st.lists(st.builds(CardStep, st.sampled_from(Step), days), min_size=1, max_size=3).map(tuple),
        ),
        max_size=3,
    ).map(tuple),
    homework=st.lists(
        st.builds(CardHomework, st.sampled_from(GoalKind), counts, days, lines, counts), max_size=3
    ).map(tuple),
    texts=st.lists(
        st.builds(CardText, st.sampled_from(TextSource), counts, st.sampled_from(TextKind), lines, lines, lines),
        max_size=3,
    ).map(tuple),
)  # fmt: skip


@given(cards)
def test_its_document_reads_back_as_the_same_card(card: Card) -> None:
    assert read_card(json.loads(json.dumps(card_document(card)))) == card


WHOLE = card_document(make_card("Maria", [person((Step.WARM, TODAY))], [], [], TODAY))


@pytest.mark.parametrize(
    "document",
    [
        None, [], {}, "card", {"recco_card": 2}, WHOLE | {"day": "soon"}, WHOLE | {"counts": {}},
        WHOLE | {"name": "x" * 999}, WHOLE | {"asks": [{"state": "warm", "steps": []}]},
        WHOLE | {"asks": [{"state": "shy", "steps": [{"step": "warm", "on": "2026-11-23"}]}]},
        WHOLE | {"texts": [{}]}, WHOLE | {"texts": {"a": 1}}, WHOLE | {"homework": [1]},
        WHOLE | {"counts": {"given": -1, "received": 0, "owe": 0, "asked": 0}},
        WHOLE | {"counts": {"given": True, "received": 0, "owe": 0, "asked": 0}},
    ],
)  # fmt: skip
def test_what_is_no_card_is_said_in_a_sentence(document: object) -> None:
    with pytest.raises(DataError, match="not a card"):
        read_card(document)
