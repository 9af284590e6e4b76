"""Steps → state, which asks are open, and which step may follow."""

import pytest

from recco_tui.core.asks import (
    awaits_recommendation,
    check_step,
    is_open,
    last_touch,
    open_asks,
    reason_needed,
    state_of,
)
from recco_tui.core.errors import NotAllowed
from recco_tui.core.models import Ask, AskState, AskStep, Channel, Step
from recco_tui.core.policy import Policy
from tests.core.scenes import JOHN, RACHEL, RODRIGO, TODAY, ago, ask

POLICY = Policy()


@pytest.mark.parametrize(
    ("steps", "state"),
    [
        ((), "drafted"),
        (("drafted 3",), "drafted"),
        (("drafted 3", "checked-lead 2"), "drafted"),
        (("drafted 3", "warm 2"), "warm"),
        (("warm 5", "warm 2"), "warm"),
        (("warm 2", "agreed 1"), "agreed"),
        (("warm 3", "agreed 2", "linkedin 1"), "requested"),
        (("linkedin 3",), "requested"),
        (("linkedin 3", "warm 2"), "requested"),
        (("warm 5", "linkedin 4", "agreed 1"), "requested"),
        (("warm 20", "linkedin 15", "nudged 8"), "nudged"),
        (("warm 20", "linkedin 15", "nudged 8", "nudged 1"), "nudged"),
        (("warm 20", "nudged 8", "agreed 2", "linkedin 1"), "nudged"),
        (("warm 3", "declined 1"), "declined"),
        (("warm 3", "declined 2", "closed 1"), "declined"),
        (("warm 3", "declined 2", "warm 1"), "declined"),
        (("warm 3", "declined 2", "reopened 1"), "drafted"),
        (("warm 40", "closed 2"), "closed"),
        (("warm 40", "closed 2", "received 1"), "received"),
        (("warm 40", "closed 3", "reopened 2", "warm 1"), "warm"),
        (("linkedin 9", "received 1"), "received"),
        (("linkedin 9", "received 2", "nudged 1"), "received"),
        (("linkedin 9", "received 2", "declined 1"), "received"),
        (("linkedin 9", "received 2", "closed 1"), "closed"),
        (("linkedin 9", "received 2", "thanked 1"), "thanked"),
        (("linkedin 9", "received 2", "thanked 1", "closed 0"), "thanked"),
        (("thanked 3",), "thanked"),
    ],
    ids=lambda value: ", ".join(value) if isinstance(value, tuple) else "",
)
def test_the_steps_add_up_to_a_state(steps, state):
    assert state_of(ask(JOHN, *steps)) is AskState(state)


def test_steps_noted_out_of_order_count_by_their_day():
    late_note = Ask(
        1,
        JOHN.id,
        (
            AskStep(1, Step.LINKEDIN, ago(2)),
            AskStep(2, Step.DECLINED, ago(1)),
            AskStep(3, Step.WARM, ago(5)),
        ),
    )
    assert state_of(late_note) is AskState.DECLINED
    assert last_touch(late_note).step is Step.LINKEDIN


def test_a_clock_that_went_back_does_not_take_a_yes_back():
    assert state_of(ask(RODRIGO, "warm -4 discord", "agreed 0")) is AskState.AGREED


def test_open_asks_are_those_sent_and_without_an_end():
    draft, warm, nudged = (ask(JOHN, step, number=i) for i, step in enumerate(["drafted 1", "warm 1", "nudged 1"], 1))  # fmt: skip
    ends = [
        ask(JOHN, f"{step} 1", number=9) for step in ("declined", "closed", "received", "thanked")
    ]
    assert open_asks([draft, warm, nudged, *ends], POLICY, TODAY) == (warm, nudged)
    assert [is_open(one) for one in (draft, warm, nudged, *ends)] == [True] * 3 + [False] * 4


@pytest.mark.parametrize(("days", "count"), [(29, 1), (30, 0), (31, 0), (-3, 1)])
def test_an_ask_silent_until_its_day_to_be_let_go_takes_no_room(days, count):
    assert len(open_asks([ask(JOHN, f"warm {days}")], POLICY, TODAY)) == count


def test_a_text_answers_an_open_ask_begun_before_it():
    assert awaits_recommendation(ask(JOHN, "drafted 9", "warm 8"), ago(2))
    assert awaits_recommendation(ask(JOHN, "drafted 9", "warm 8"), ago(9))
    assert not awaits_recommendation(ask(JOHN, "drafted 9", "warm 8"), ago(10))
    assert not awaits_recommendation(ask(JOHN, "warm 8", "closed 3"), ago(2))


def question(present, step, *, contact=JOHN, on=0, via=None, policy=POLICY):
    return reason_needed(
        present,
        Step(step),
        on=ago(on),
        via=Channel(via) if via else None,
        contact=contact,
        policy=policy,
        today=TODAY,
    )


@pytest.mark.parametrize(
    ("steps", "step"),
    [
        ("drafted 1", "warm"),
        ("drafted 1", "closed"),
        ("drafted 1", "received"),
        ("warm 3", "warm"),
        ("warm 3", "agreed"),
        ("warm 3", "declined"),
        ("warm 3", "linkedin"),
        ("warm 3, agreed 2", "linkedin"),
        ("linkedin 9", "agreed"),
        ("linkedin 9", "nudged"),
        ("linkedin 9", "warm"),
        ("warm 9, agreed 9", "nudged"),
        ("linkedin 9, nudged 2", "nudged"),
        ("warm 9, declined 3", "received"),
        ("warm 9, closed 3", "received"),
        ("warm 9, closed 3", "reopened"),
        ("linkedin 9, received 1", "thanked"),
        ("linkedin 9, received 1", "closed"),
        ("linkedin 9, received 1", "reopened"),
    ],
)
def test_a_step_in_order_needs_no_reason(steps, step):
    assert question(ask(JOHN, *steps.split(", ")), step) is None


@pytest.mark.parametrize(
    ("steps", "step", "words"),
    [
        ("drafted 1", "linkedin", "No warm message went to John Silva before the LinkedIn request"),
        ("drafted 1", "agreed", "Say how they agreed"),
        ("drafted 1", "nudged", "There is no message to John Silva to nudge about"),
        ("warm 3", "thanked", "Nothing received from John Silva yet"),
        (
            "linkedin 3",
            "linkedin",
            "already sent John Silva the LinkedIn request. Say why you are sending it again",
        ),
        ("warm 3, declined 1", "reopened", "John Silva declined. Say what has changed"),
        ("warm 9, closed 3, reopened 2", "linkedin", "No warm message"),
    ],
)
def test_an_unusual_step_needs_a_reason_and_takes_one(steps, step, words):
    present = ask(JOHN, *steps.split(", "))
    assert words in question(present, step)
    where = {"on": TODAY, "contact": JOHN, "policy": POLICY, "today": TODAY}
    with pytest.raises(NotAllowed):
        check_step(present, Step(step), because="  ", **where)
    check_step(present, Step(step), because="asked in person", **where)


@pytest.mark.parametrize(
    ("steps", "step", "words"),
    [
        ("warm 9, declined 3", "warm", "declined (20 Nov). Reopen the ask first"),
        ("warm 9, declined 3", "linkedin", "Reopen"),
        ("warm 9, declined 1", "nudged", "declined (yesterday)"),
        ("warm 9, declined 3", "closed", "Reopen"),
        ("warm 9, closed 3", "warm", "is closed (20 Nov). Reopen it first"),
        ("warm 9, received 1", "nudged", "already wrote it (yesterday)"),
        ("warm 9, received 2, thanked 1", "warm", "is finished (yesterday). Start a new one"),
        ("warm 9, received 2, thanked 1", "thanked", "Start a new one"),
        ("warm 9, received 2, thanked 1", "reopened", "Start a new one"),
        ("warm 9", "reopened", "is already open"),
        ("linkedin 30, nudged 20, nudged 10", "nudged", "has had 2 nudges, the most recco allows"),
    ],
)
def test_what_no_reason_makes_right_is_refused(steps, step, words):
    present = ask(JOHN, *steps.split(", "))
    with pytest.raises(NotAllowed) as error:
        question(present, step)
    assert words in str(error.value)


def test_a_step_cannot_lie_ahead():
    with pytest.raises(NotAllowed, match="2026-11-24 is in the future"):
        question(ask(JOHN, "drafted 1"), "warm", on=-1)


def test_a_back_dated_step_is_judged_at_its_place():
    present = ask(JOHN, "warm 5", "linkedin 3", "received 1")
    assert question(present, "agreed", on=4) is None
    assert "already sent" in question(present, "linkedin", on=2)
    assert "No warm message" in question(present, "linkedin", on=6)
    with pytest.raises(NotAllowed):
        question(present, "nudged", on=0)


def test_after_the_clock_went_back_the_order_noted_is_still_known():
    assert question(ask(JOHN, "warm -3 discord"), "linkedin") is None


def test_a_nudge_on_the_channel_of_the_message_before_needs_a_reason():
    present = ask(JOHN, "warm 12 discord", "linkedin 9")
    assert "Nudge on another one" in question(present, "nudged", via="linkedin")
    assert question(present, "nudged", via="discord") is None
    assert question(present, "nudged") is None
    nudged = ask(JOHN, "warm 20 discord", "linkedin 15", "nudged 8 email")
    assert "another one" in question(nudged, "nudged", via="email")


def test_a_client_is_asked_after_the_project_lead():
    words = question(ask(RACHEL, "drafted 1"), "warm", contact=RACHEL)
    assert (
        words
        == "Rachel Stein is a client, and you have not checked with the project lead. Say why."
    )
    assert question(ask(RACHEL, "checked-lead 1"), "warm", contact=RACHEL) is None
    off = Policy(client_lead_first=False)
    assert question(ask(RACHEL, "drafted 1"), "warm", contact=RACHEL, policy=off) is None
