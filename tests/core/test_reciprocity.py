"""Who owes whom, since when and why."""

from dataclasses import replace

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from recco_tui.core.debts import debts
from recco_tui.core.models import Status, Waiver
from recco_tui.core.reciprocity import Balance
from tests.core.scenes import (
    CLAIRE,
    JOHN,
    KATRINA,
    RODRIGO,
    ago,
    given,
    promise,
    received,
    request,
    scene,
)


@pytest.mark.parametrize(
    ("received", "given", "waived", "word"),
    [
        (0, 0, 0, "–"),
        (1, 0, 0, "owe 1"),
        (2, 0, 0, "owe 2"),
        (2, 1, 0, "owe 1"),
        (1, 1, 0, "even"),
        (0, 1, 0, "owed 1"),
        (1, 3, 0, "owed 2"),
        (1, 0, 1, "even"),
        (2, 0, 1, "owe 1"),
        (2, 1, 1, "even"),
        (1, 0, 5, "even"),
        (0, 0, 1, "–"),
    ],
)
def test_the_balance_in_a_word(received, given, waived, word):
    assert Balance(received, given, waived).word == word


@drawn(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))
def test_no_one_owes_and_is_owed(received, given, waived):
    balance = Balance(received, given, waived)
    assert balance.owe >= 0
    assert balance.owed >= 0
    assert not (balance.owe and balance.owed)


@pytest.mark.parametrize(
    ("things", "owe", "since", "kind", "old", "why"),
    [
        ([received(JOHN, 52)], 1, 52, "received", True, "recommended you 52 days ago; nothing given back yet"),
        ([received(JOHN, 30)], 1, 30, "received", True, "recommended you 30 days ago; nothing given back yet"),
        ([received(JOHN, 29)], 1, 29, "received", False, "recommended you 29 days ago; nothing given back yet"),
        ([received(JOHN, 0)], 1, 0, "received", False, "recommended you today; nothing given back yet"),
        ([received(JOHN, -5)], 1, 0, "received", False, "recommended you today; nothing given back yet"),
        ([received(JOHN, 9, 1), received(JOHN, 400, 2)], 2, 400, "received", True, "recommended you 2 times, first 13 months ago; nothing given back yet"),
        ([received(JOHN, 9, 1), received(JOHN, 400, 2), given(JOHN, 300)], 1, 9, "received", False, "recommended you 2 times, you gave back 1; next from 9 days ago"),
        ([given(JOHN, 500), received(JOHN, 400, 1), received(JOHN, 9, 2)], 1, 9, "received", False, "recommended you 2 times, you gave back 1; next from 9 days ago"),
        ([request(JOHN, 2)], 1, 2, "request", False, "asked you for a recommendation 2 days ago; due 1 Dec"),
        ([request(JOHN, 20)], 1, 20, "request", False, "asked you for a recommendation 20 days ago; was due 12 Nov"),
        ([promise(JOHN, 3, due=-4)], 1, 3, "promise", False, "you promised a text 3 days ago; due Fri"),
        ([promise(JOHN, 60), received(JOHN, 40)], 1, 60, "promise", True, "you promised a text 60 days ago; was due 5 Oct; recommended you 40 days ago; nothing given back yet"),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) > 10 else "",
)  # fmt: skip
def test_a_debt_says_since_when_and_why(things, owe, since, kind, old, why):
    (debt,) = debts(scene(*things))
    assert (debt.contact, debt.owe, debt.since) == ("John Silva", owe, ago(since))
    assert (debt.kind, debt.old, debt.why) == (kind, old, why)


@pytest.mark.parametrize(
    "things",
    [
        [],
        [received(JOHN, 52), given(JOHN, 60)],
        [received(JOHN, 52, status=Status.WITHDRAWN)],
        [received(JOHN, 52, status=Status.DRAFT)],
        [received(JOHN, 52), given(JOHN, 1, status=Status.SENT)],
        [request(JOHN, 9, delivered=2)],
        [request(JOHN, 9, declined=2)],
        [request(JOHN, 9), given(JOHN, 9)],
        [promise(JOHN, 9), given(JOHN, 3)],
    ],
)
def test_nothing_is_owed(things):
    assert debts(scene(*things)) == ()


def test_a_text_that_is_ready_but_not_sent_pays_nothing():
    assert len(debts(scene(received(JOHN, 52), given(JOHN, 1, status=Status.READY)))) == 1


def test_a_squared_debt_is_none_until_the_next_text():
    now = scene(received(JOHN, 400, 1))
    squared = replace_waivers(now, Waiver(1, JOHN.id, 1, "we worked it out", ago(3)))
    assert debts(squared) == ()
    again = replace_waivers(scene(received(JOHN, 400, 1), received(JOHN, 2, 2)), *squared.waivers)
    assert [debt.since for debt in debts(again)] == [ago(2)]


def replace_waivers(situation, *waivers):
    return replace(situation, waivers=waivers)


def test_archived_people_are_owed_nothing():
    assert debts(scene(JOHN._replace(archived_on=ago(1)), received(JOHN, 52))) == ()


def test_who_waits_leads_years_ago_come_last_and_everyone_stands_once():
    found = debts(
        scene(
            received(JOHN, 52, 1),
            received(KATRINA, 900, 2),
            request(RODRIGO, 1),
            received(RODRIGO, 60, 3),
            received(CLAIRE, 2, 4),
        )
    )
    assert [debt.contact_id for debt in found] == [RODRIGO.id, JOHN.id, CLAIRE.id, KATRINA.id]
