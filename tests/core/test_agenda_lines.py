"""Putting off, the few lines shown, and the hints at the end."""

from dataclasses import replace
from datetime import timedelta

import pytest

from recco_tui.core.agenda import agenda, in_short, survey, today_lines
from recco_tui.core.models import Contact, Project, Snooze
from recco_tui.core.policy import Policy
from recco_tui.core.relationships import Kind
from tests.core.scenes import (
    CLAIRE,
    EVERYBODY,
    JOHN,
    KATRINA,
    NO_HINTS,
    RACHEL,
    RODRIGO,
    TODAY,
    ago,
    ask,
    ended,
    given,
    praise,
    received,
    scene,
)


def put_off(situation, *snoozes):
    return [one.id for one in agenda(replace(situation, snoozes=snoozes))]


@pytest.mark.parametrize(("days", "shown"), [(1, 0), (0, 1), (-1, 1)])
def test_a_snoozed_alert_is_back_on_its_day(days, shown):
    snooze = Snooze("write:1:r1", TODAY + timedelta(days=days), TODAY)
    assert len(put_off(scene(received(JOHN, 52)), snooze)) == shown


def test_snoozing_one_reason_to_ask_puts_off_asking_that_person_at_all():
    both = scene(praise(KATRINA, 1), ended(9, KATRINA), ended(9, JOHN, number=2))
    snooze = Snooze("ask:2:m1", TODAY + timedelta(days=3), TODAY)
    assert put_off(both, snooze) == ["ask:1:p2"]


def test_a_dismissed_reason_is_gone_and_another_one_is_not():
    both = scene(praise(KATRINA, 1), ended(9, KATRINA))
    assert put_off(both, Snooze("ask:2:m1", None, TODAY)) == ["ask:2:p1"]


def test_a_dismissed_debt_comes_back_only_with_a_new_text():
    dismissed = Snooze("write:1:r1", None, ago(9))
    assert put_off(scene(received(JOHN, 52, 1)), dismissed) == []
    again = scene(received(JOHN, 52, 1), received(JOHN, 2, 7))
    assert put_off(again, dismissed) == ["write:1:r7"]


def test_a_dismissed_nudge_does_not_dismiss_the_next_one():
    first = scene(ask(JOHN, "warm 9", "linkedin 7"))
    (alert,) = agenda(first)
    dismissed = Snooze(alert.id, None, ago(1))
    assert put_off(first, dismissed) == []
    assert len(put_off(scene(ask(JOHN, "warm 19", "linkedin 17", "nudged 7")), dismissed)) == 1


def crowd(count, days=900):
    people = [Contact(100 + i, f"Old {i:02}", kind=Kind.PEER) for i in range(count)]
    texts = [received(one, days + i, 100 + i) for i, one in enumerate(people)]
    return [*people, *texts]


def test_seven_alerts_fill_seven_lines_and_an_eighth_is_said():
    fresh = [ended(2, *EVERYBODY, *crowd(2)[:2])]
    seven = agenda(scene(*crowd(2)[:2], *fresh))
    assert today_lines(seven) == (seven, "")
    people = crowd(3)[:3]
    eight = agenda(scene(*people, ended(2, *EVERYBODY, *people)))
    shown, words = today_lines(eight)
    assert (shown, words) == (eight[:6], "and 2 more")


def test_old_debts_never_drown_what_matters_this_morning():
    alerts = agenda(scene(*crowd(21), ended(2, KATRINA), ask(RODRIGO, "warm 4", "agreed 1")))
    shown, words = today_lines(alerts)
    assert [one.contact for one in shown] == [
        "Katrina Moss",
        "Rodrigo Pena",
        "Old 00",
        "Old 01",
        "Old 02",
    ]
    assert words == "and 18 older debts"


def test_debts_of_this_year_do_not_drown_the_day_either():
    alerts = agenda(scene(*crowd(21, 40), ended(2, KATRINA), ask(RODRIGO, "warm 4", "agreed 1")))
    shown, words = today_lines(alerts)
    assert [one.action.value for one in shown] == ["write", "ask", "request", "write", "write"]
    assert words == "and 18 older debts"


def test_one_older_debt_and_more_are_said_in_one_sentence():
    people = crowd(4)[:4]
    alerts = agenda(scene(*crowd(4), ended(2, *people, *EVERYBODY)))
    _, words = today_lines(alerts, 5)
    assert words == "and 5 more and 4 older debts"
    assert today_lines(agenda(scene(*crowd(4))))[1] == "and 1 older debt"


def test_held_asks_are_said_with_the_reason():
    asks = [ask(one, "warm 2", number=one.id) for one in (JOHN, KATRINA, RODRIGO, RACHEL)]
    now = survey(scene(*asks, ended(2, CLAIRE)))
    assert today_lines(now.alerts, 7, now.held) == ((), "1 ask on hold: 4 of 4 asks are open")


@pytest.mark.parametrize("most", [1, 2, 3, 7, 20])
def test_lines_and_words_fit_together(most):
    alerts = agenda(scene(*crowd(9), ended(2, *EVERYBODY)))
    shown, words = today_lines(alerts, most)
    assert 1 <= len(shown) <= most
    assert len(shown) + bool(words) <= max(most, 2)


def test_one_line_for_the_prompt():
    assert in_short(()) == ""
    assert in_short(agenda(scene(ended(2, KATRINA, JOHN)))) == "2 today: ask John Silva"
    assert in_short(agenda(scene(policy=Policy()))) == ""


def hints(*things, policy=None):
    return [
        (one.contact, one.why, one.key)
        for one in agenda(scene(*things, policy=policy or NO_HINTS._replace(one_of_each=1)))
        if one.action == "missing-kind"
    ]


def test_the_first_missing_kind_is_offered_with_the_one_who_could_fill_it():
    pinned = CLAIRE._replace(pinned_on=ago(9))
    covered = [received(one, 90, one.id) for one in (JOHN, KATRINA)]
    paid = [given(one, 95, 50 + one.id) for one in (JOHN, KATRINA)]
    assert hints(pinned, *covered, *paid, ended(50, pinned)) == [
        (
            "Claire Dubois",
            "no manager among those who recommended you; you share Inventory API; "
            "on your shortlist",
            "a",
        )
    ]


def test_without_anybody_who_could_the_kinds_are_named():
    others = [one._replace(kind=Kind.PEER) for one in EVERYBODY]
    assert hints(*others, received(JOHN, 9), given(JOHN, 50)) == [
        (
            None,
            "no manager, mentor or client among those who recommended you: add someone who could",
            "+",
        )
    ]


def test_recommenders_without_a_kind_are_mentioned():
    stranger = JOHN._replace(kind=Kind.UNKNOWN)
    ((_, why, _),) = hints(stranger, received(JOHN, 9))
    assert why.startswith("no peer among those who recommended you (kind not set for 1)")


def test_no_kind_is_missed_while_no_kind_is_set_or_all_are_asked_or_recommended():
    unknown = [one._replace(kind=Kind.UNKNOWN) for one in EVERYBODY]
    assert hints(*unknown) == []
    assert hints(*[received(one, 90, one.id) for one in EVERYBODY]) == []
    assert hints(policy=NO_HINTS) == []
    busy = hints(ask(RODRIGO, "warm 1"), ended(2, CLAIRE))
    assert [name for name, _, _ in busy] == ["Katrina Moss"]


GOALS = NO_HINTS._replace(weekly_asks=1, weekly_written=1)


@pytest.mark.parametrize(
    ("things", "why"),
    [
        ([], "goal this week: 1 ask to send and 1 recommendation to write [a]"),
        ([ask(JOHN, "warm 0")], "goal this week: 1 recommendation to write [w]"),
        ([given(JOHN, 0)], "goal this week: 1 ask to send [a]"),
        ([given(JOHN, 0), ask(KATRINA, "warm 0")], None),
        ([given(JOHN, 1)], "goal this week: 1 ask to send and 1 recommendation to write [a]"),
        ([ask(JOHN, "drafted 0")], "goal this week: 1 ask to send and 1 recommendation to write [a]"),
    ],
)  # fmt: skip
def test_the_goal_of_the_week_from_its_monday_on(things, why):
    goals = [one for one in agenda(scene(*things, policy=GOALS)) if one.action == "goal"]
    assert [f"{one.why} [{one.key}]" for one in goals] == ([why] if why else [])


def test_the_week_may_begin_on_sunday():
    sunday = GOALS._replace(first_weekday=6)
    assert agenda(scene(given(JOHN, 1), ask(KATRINA, "warm 1"), policy=sunday)) == ()


def test_hints_come_last_and_can_be_put_off():
    now = scene(received(JOHN, 900), policy=Policy())
    alerts = agenda(now)
    assert [one.action.value for one in alerts] == ["write", "missing-kind", "goal", "storefront"]
    snoozes = [Snooze(one.id, TODAY + timedelta(days=1), TODAY) for one in alerts[1:]]
    assert put_off(now, *snoozes) == ["write:1:r1"]


def test_an_empty_file_has_nothing_to_say():
    empty = replace(scene(policy=Policy()), contacts=())
    assert agenda(empty) == ()


def test_project_titles_are_words_and_nothing_else():
    odd = Project(1, "[b]x[/b] {0} %s", ended_on=ago(2), members=ended(2, JOHN).members)
    assert agenda(scene(odd))[0].why.startswith("[b]x[/b] {0} %s ended 2 days ago")
