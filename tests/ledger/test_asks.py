"""Asks: steps add up to a state, and what a step must not be."""

from datetime import date, timedelta

import pytest

from recco_tui.core.asks import state_of
from recco_tui.core.errors import NotAllowed
from recco_tui.core.models import Channel, Contact, Direction, Status, Step
from recco_tui.ledger.ledger import Ledger

TODAY = date(2026, 11, 23)
STEPS = [
    ("warm agreed linkedin received thanked", "thanked"),
    ("warm linkedin nudged received", "received"),
    ("warm declined", "declined"),
    ("warm closed", "closed"),
    ("warm closed reopened", "drafted"),
]


@pytest.mark.parametrize(("steps", "state"), STEPS, ids=[state for _, state in STEPS])
def test_steps_add_up_to_a_state(ledger: Ledger, ann: Contact, steps: str, state: str) -> None:
    on = date(2026, 11, 2)
    ask = ledger.asks.start(ann.id, on=on)
    for number, step in enumerate(steps.split()):
        on += timedelta(days=3)
        via = (Channel.EMAIL, Channel.DISCORD)[number % 2]
        ask = ledger.asks.mark(
            ask.id, Step(step), on=on, via=via if step in ("warm", "nudged") else None
        )
    assert state_of(ask).value == state
    assert ledger.asks.latest(ann.id) == ask


def test_a_second_one_to_the_same_person_is_refused_while_the_first_is_open(
    ledger: Ledger, ann: Contact
) -> None:
    ask = ledger.asks.start(ann.id)
    with pytest.raises(NotAllowed, match="open ask to Ann Lee"):
        ledger.asks.start(ann.id)
    ledger.asks.mark(ask.id, Step.CLOSED)
    ledger.asks.start(ann.id)
    assert len(ledger.asks.of(ann.id)) == 2


def test_the_same_text_is_refused_for_two(ledger: Ledger, ann: Contact) -> None:
    text = "Hi! Could you write me a recommendation?"
    ledger.asks.start(ann.id, text=text)
    with pytest.raises(NotAllowed, match="word for word"):
        ledger.asks.start(ledger.contacts.add("Bo Ray").id, text=text)


def test_a_step_is_neither_marked_nor_moved_into_the_future(ledger: Ledger, ann: Contact) -> None:
    tomorrow = TODAY + timedelta(days=1)
    ask = ledger.asks.start(ann.id)
    with pytest.raises(NotAllowed, match="in the future"):
        ledger.asks.mark(ask.id, Step.AGREED, on=tomorrow)
    with pytest.raises(NotAllowed, match="in the future"):
        ledger.asks.correct(ask.id, ask.steps[0].id, on=tomorrow)
    moved = ledger.asks.correct(ask.id, ask.steps[0].id, on=date(2026, 11, 20), because=" by hand ")
    assert (moved.steps[0].on, moved.steps[0].because) == (date(2026, 11, 20), "by hand")


def test_what_a_step_would_have_to_explain_is_told_before_it_is_marked(
    ledger: Ledger, ann: Contact
) -> None:
    ask = ledger.asks.start(ann.id)
    assert ledger.asks.question(ask.id, Step.WARM) is None
    assert "before the LinkedIn request" in (ledger.asks.question(ask.id, Step.LINKEDIN) or "")
    with pytest.raises(NotAllowed, match="in the future"):
        ledger.asks.question(ask.id, Step.WARM, on=date(2026, 11, 24))


def test_what_a_step_made_count_goes_and_moves_with_it(ledger: Ledger) -> None:
    ann = ledger.contacts.add("Ann").id
    ask = ledger.asks.start(ann, on=date(2026, 11, 1))
    ledger.asks.mark(ask.id, Step.WARM, on=date(2026, 11, 2))
    marked = ledger.asks.mark(ask.id, Step.RECEIVED, on=date(2026, 11, 20))
    received = marked.steps[-1]
    ledger.asks.correct(ask.id, received.id, on=date(2026, 11, 12))
    (text,) = ledger.recommendations.every()
    assert (text.on, text.text, text.status) == (date(2026, 11, 12), "", Status.VISIBLE)
    ledger.asks.remove_step(ask.id, received.id)
    assert ledger.recommendations.every() == ()
    assert ledger.recommendations.balance(ann).word == "–"


def test_a_text_that_is_here_outlives_the_step(ledger: Ledger) -> None:
    ann = ledger.contacts.add("Ann").id
    ask = ledger.asks.start(ann)
    received = ledger.asks.mark(ask.id, Step.RECEIVED, because="in person").steps[-1]
    ledger.recommendations.add(ann, Direction.RECEIVED, "Kind and quick.")
    ledger.asks.remove_step(ask.id, received.id)
    assert [text.text for text in ledger.recommendations.every()] == ["Kind and quick."]


def test_a_removed_ask_counts_no_more(ledger: Ledger) -> None:
    ann = ledger.contacts.add("Ann").id
    ask = ledger.asks.start(ann)
    ledger.asks.mark(ask.id, Step.RECEIVED)
    ledger.asks.remove(ask.id)
    assert ledger.recommendations.every() == ()
