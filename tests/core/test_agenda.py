"""Situations → the alerts of the day, in order, with their words. Today is Monday, 23 November 2026."""

from dataclasses import replace

import pytest

from recco_tui.core.agenda import agenda, survey
from recco_tui.core.models import Waiver
from recco_tui.core.policy import Policy
from tests.core.agenda_cases import CASES
from tests.core.scenes import (
    CLAIRE,
    JOHN,
    KATRINA,
    RACHEL,
    RODRIGO,
    TODAY,
    ago,
    ask,
    ended,
    given,
    praise,
    received,
    request,
    scene,
)


def lines(*things, **more):
    return [
        f"{one.action.value} {(one.contact or '–').split()[0]}: {one.why} [{one.key}]"
        for one in agenda(scene(*things, **more))
    ]


@pytest.mark.parametrize(("things", "expected"), CASES.values(), ids=CASES.keys())
def test_the_alerts_of_the_day_in_order(things, expected):
    assert lines(*things) == expected


def test_archived_people_make_no_alert():
    gone = JOHN._replace(archived_on=ago(1))
    everything = [received(JOHN, 60), ended(2, JOHN), request(JOHN, 3), ask(JOHN, "warm 9")]
    assert lines(gone, *everything) == []


def test_a_squared_debt_makes_no_alert():
    now = replace(scene(received(JOHN, 60)), waivers=(Waiver(1, JOHN.id, 1, "even", ago(1)),))
    assert agenda(now) == ()


def open_asks(count):
    people = (JOHN, KATRINA, RODRIGO, RACHEL)
    return [ask(one, "warm 2 discord", number=one.id) for one in people[:count]]


def test_with_four_open_asks_more_are_held():
    now = survey(scene(*open_asks(4), ended(2, CLAIRE)))
    assert now.alerts == ()
    assert [(one.contact, one.held) for one in now.held] == [
        ("Claire Dubois", "4 of 4 asks are open")
    ]
    assert len(agenda(scene(*open_asks(3), ended(2, CLAIRE)))) == 1


def test_asks_that_are_silent_for_a_month_take_no_room():
    silent = [ask(one, "warm 40", number=one.id) for one in (JOHN, KATRINA, RODRIGO, RACHEL)]
    assert "ask Claire" in lines(*silent, ended(2, CLAIRE))[0]


def test_the_answer_to_a_yes_is_never_held():
    assert len(lines(*open_asks(3), ask(CLAIRE, "warm 2", "agreed 0", number=9))) == 1


@pytest.mark.parametrize(
    "thing",
    [given(JOHN, 0), ask(JOHN, "warm 0", "closed 0", project=9), given(JOHN, -2)],
    ids=["a text", "a message", "a text of tomorrow"],
)
def test_no_one_is_written_to_twice_a_day(thing):
    now = survey(scene(thing, praise(JOHN, 1), received(JOHN, 90)))
    assert all(one.action != "ask" for one in now.alerts)


def test_the_day_after_a_message_the_alert_is_back():
    today = lines(given(JOHN, 0), ended(2, JOHN))
    tomorrow = lines(given(JOHN, 1), ended(2, JOHN))
    assert (len(today), len(tomorrow)) == (0, 1)


def test_an_alert_to_ask_warns_of_swaps_bursts_and_lost_connections():
    lost = JOHN._replace(missing_since=ago(9))
    (alert,) = agenda(scene(lost, ended(2, lost), given(JOHN, 9)))
    assert alert.warnings == (
        "only 9 days between the two texts; some readers see a swap",
        "no longer a connection: only connections can recommend you",
    )
    (write,) = agenda(scene(received(JOHN, 0)))
    assert write.warnings == ("two texts on the same day look like a swap; another day is better",)


def test_the_numbers_are_settings():
    policy = Policy(one_of_each=0, weekly_asks=0, weekly_written=0, follow_up_days=1)
    assert len(lines(ask(JOHN, "warm 1 discord"), policy=policy)) == 1
    without = policy._replace(skip_weekends=False)
    assert "answer today" in lines(request(JOHN, 3), policy=without)[0]


def test_the_day_itself_is_only_taken_from_the_situation():
    assert agenda(scene(ended(2, KATRINA), today=TODAY.replace(year=2030))) == ()
