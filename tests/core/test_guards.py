"""Restraint in words."""

import pytest

from recco_tui.core.guards import ask_objections, burst_warning, limit_words, swap_warning
from recco_tui.core.models import Status
from recco_tui.core.policy import Policy
from tests.core.scenes import (
    CLAIRE,
    EVERYBODY,
    JOHN,
    KATRINA,
    RACHEL,
    RODRIGO,
    TODAY,
    ago,
    ask,
    given,
    received,
    scene,
)

POLICY = Policy()


@pytest.mark.parametrize(
    ("apart", "words"),
    [
        (0, "two texts on one day look like a swap; another day is better"),
        (1, "only 1 day between the two texts; some readers see a swap"),
        (-29, "only 29 days between the two texts; some readers see a swap"),
        (29, "only 29 days between the two texts; some readers see a swap"),
        (30, ""),
        (-30, ""),
    ],
)
def test_dates_that_look_like_a_swap_are_said(apart, words):
    assert swap_warning(TODAY, ago(apart), POLICY) == words


def open_ones(count, days=2):
    return [ask(EVERYBODY[i], f"warm {days}", number=i + 1) for i in range(count)]


def test_four_open_asks_are_the_limit():
    assert limit_words(open_ones(3), POLICY, TODAY) == ""
    assert limit_words(open_ones(4), POLICY, TODAY) == "4 of 4 asks are open"
    assert limit_words(open_ones(4, days=30), POLICY, TODAY) == ""
    assert limit_words([ask(JOHN, "drafted 1", number=i) for i in range(9)], POLICY, TODAY) == ""


@pytest.mark.parametrize(("days", "words"), [(6, "4 asks sent within 7 days"), (7, "")])
def test_one_ask_more_than_four_within_a_week_is_a_burst(days, words):
    warning = burst_warning(open_ones(4, days), [], POLICY, TODAY)
    assert warning.startswith(words) if words else warning == ""
    assert burst_warning(open_ones(3, days), [], POLICY, TODAY) == ""


def test_an_ask_begun_earlier_is_no_burst_when_it_is_followed_up():
    asks = [ask(one, "warm 20", "linkedin 2", number=one.id) for one in EVERYBODY]
    assert burst_warning(asks, [], POLICY, TODAY) == ""


def test_more_than_four_texts_within_a_week_are_a_burst():
    texts = [received(JOHN, 6, number=i) for i in range(5)]
    assert burst_warning([], texts, POLICY, TODAY).startswith("5 texts received within 7 days")
    assert burst_warning([], texts[:4], POLICY, TODAY) == ""
    gone = [received(JOHN, 6, number=i, status=Status.WITHDRAWN) for i in range(5)]
    assert burst_warning([], gone, POLICY, TODAY) == ""


@pytest.mark.parametrize(
    ("things", "words"),
    [
        ([], ()),
        ([ask(JOHN, "warm 9", "declined 3")], ("declined 3 days ago",)),
        ([ask(JOHN, "drafted 3")], ("you already have an open ask with them",)),
        ([given(JOHN, 40)], ()),
        ([given(JOHN, 9)], ("only 9 days between the two texts; some readers see a swap",)),
        ([ask(JOHN, "warm 40", "closed 0")], ()),
    ],
)
def test_what_speaks_against_beginning_an_ask(things, words):
    assert ask_objections(scene(*things), JOHN.id) == words


def test_everything_that_speaks_against_an_ask_is_said_the_strongest_first():
    others = [ask(one, "warm 2", number=one.id) for one in (KATRINA, RODRIGO, RACHEL, CLAIRE)]
    objections = ask_objections(scene(*others, given(JOHN, 0)), JOHN.id)
    assert [words.split(":")[0].split(";")[0] for words in objections] == [
        "4 of 4 asks are open",
        "you wrote to them today",
        "4 asks sent within 7 days",
        "two texts on one day look like a swap",
    ]


def test_nothing_is_said_of_someone_unknown():
    assert ask_objections(scene(), 999) == ()
