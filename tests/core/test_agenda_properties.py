"""What holds for any situation on any day."""

import random
from dataclasses import fields, replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from recco_tui.core.agenda import Action, agenda, survey, today_lines
from recco_tui.core.asks import open_asks, state_of
from recco_tui.core.debts import count_debts, debts
from recco_tui.core.models import (
    Ask,
    AskState,
    AskStep,
    Channel,
    Contact,
    DebtKind,
    Direction,
    Meeting,
    Member,
    Moment,
    MomentKind,
    Project,
    ProjectKind,
    Recommendation,
    Request,
    Snooze,
    Status,
    Step,
    Waiver,
)
from recco_tui.core.policy import Policy
from recco_tui.core.relationships import Kind
from recco_tui.core.situation import Situation
from tests.core.scenes import TODAY

PEOPLE = 4
who = st.integers(1, PEOPLE)
ids = st.integers(1, 10**6)
days = st.integers(-40, 500).map(lambda count: TODAY - timedelta(days=count))
maybe = st.none() | days


def ahead(count):
    return TODAY + timedelta(days=count)


def sets(strategy, most=5):
    return st.lists(strategy, max_size=most, unique_by=lambda one: one.id).map(tuple)


contacts = st.tuples(
    *(
        st.builds(
            Contact,
            st.just(number),
            st.just(f"Person {number}"),
            kind=st.sampled_from(Kind),
            pinned_on=maybe,
            archived_on=st.sampled_from([None, None, None, TODAY]),
        )
        for number in range(1, PEOPLE + 1)
    )
)
texts = st.builds(
    Recommendation,
    ids,
    who,
    st.sampled_from(Direction),
    st.just("…"),
    st.sampled_from(Status),
    days,
)
steps = sets(
    st.builds(AskStep, ids, st.sampled_from(Step), days, st.none() | st.sampled_from(Channel))
)
asks = st.builds(Ask, ids, who, steps, st.none() | st.integers(1, 3))
projects = st.builds(
    Project,
    st.integers(1, 3),
    st.just("Shop"),
    st.sampled_from(ProjectKind),
    ended_on=maybe,
    archived_on=st.sampled_from([None, None, TODAY]),
    members=st.sets(who).map(lambda those: tuple(Member(one, "") for one in sorted(those))),
)
moments = st.builds(Moment, ids, who, st.sampled_from(MomentKind), st.just("…"), days)
meetings = st.builds(Meeting, ids, who, st.integers(-2, 2).map(ahead), st.just("Acme"))
requests = st.builds(
    Request, ids, who, st.sampled_from(DebtKind), days, maybe, maybe, st.none(), st.none()
)
waivers = st.builds(Waiver, ids, who, st.integers(0, 2), st.just("even"), days)
situations = st.builds(
    Situation,
    st.just(TODAY),
    st.just(Policy()),
    contacts,
    sets(texts, 8),
    sets(projects, 3),
    sets(moments),
    sets(asks),
    sets(requests, 3),
    sets(waivers, 2),
    meetings=sets(meetings, 3),
)


@given(situations)
def test_what_holds_for_any_situation(situation):
    """One after the other: to make up a situation takes longer than to look at it."""
    _an_alert_is_about_someone_present_and_carries_a_key_of_its_action(situation)
    _the_debts_are_counted_as_they_are_listed(situation)
    _no_one_has_two_alerts_of_a_kind_and_no_id_comes_twice(situation)
    _everyone_s_first_matter_comes_before_anybody_s_second(situation)
    _who_declined_is_not_asked_and_a_full_round_asks_nobody(situation)


def _an_alert_is_about_someone_present_and_carries_a_key_of_its_action(situation):
    archived = {one.id for one in situation.contacts if one.archived_on}
    for alert in agenda(situation):
        assert alert.contact_id not in archived
        assert alert.key in alert.action.keys
        assert alert.why
        assert not alert.held
        assert alert.since is None or alert.since <= situation.today or alert.action is Action.GOAL
        assert alert.until is None or alert.until > situation.today or alert.action in _MAY_BE_LATE


_MAY_BE_LATE = (Action.THANK, Action.ANSWER)
"""Their `until` is the day from which it is late, which is said."""


def _the_debts_are_counted_as_they_are_listed(situation):
    assert count_debts(situation) == len(debts(situation))


def _no_one_has_two_alerts_of_a_kind_and_no_id_comes_twice(situation):
    alerts = agenda(situation)
    pairs = [(one.action, one.contact_id) for one in alerts]
    assert len(set(pairs)) == len(pairs)
    assert len({one.id for one in alerts}) == len(alerts)


_HINTS = (Action.MISSING_KIND, Action.GOAL)


def _everyone_s_first_matter_comes_before_anybody_s_second(situation):
    seen: set[int] = set()
    seconds = False
    for alert in agenda(situation):
        if alert.action in (Action.LOOK, *_HINTS) or alert.urgency <= 10:
            continue
        assert alert.contact_id in seen or not seconds
        seconds = alert.contact_id in seen
        seen.add(alert.contact_id)


def _who_declined_is_not_asked_and_a_full_round_asks_nobody(situation):
    now = survey(situation)
    by_id = {one.id: one for one in situation.asks}
    present = {one.id for one in situation.contacts if not one.archived_on}
    full = len(
        open_asks(
            [one for one in situation.asks if one.contact_id in present], Policy(), situation.today
        )
    )
    for alert in now.alerts:
        if alert.ask_id is not None:
            assert state_of(by_id[alert.ask_id]) is not AskState.DECLINED
        if alert.action in (Action.ASK, Action.CHECK_LEAD, Action.MISSING_KIND):
            assert full < Policy().open_asks


@given(situations, st.randoms(use_true_random=False))
def test_the_queue_is_the_same_whatever_order_the_rows_come_in(situation, chance: random.Random):
    names = [one.name for one in fields(Situation) if one.name not in ("today", "policy")]
    mixed = {
        name: tuple(chance.sample(rows := getattr(situation, name), len(rows))) for name in names
    }
    assert agenda(replace(situation, **mixed)) == agenda(situation)
    assert debts(replace(situation, **mixed)) == debts(situation)


@given(situations, st.booleans(), st.data())
def test_what_is_dismissed_or_snoozed_is_not_shown(situation, for_good, data):
    alerts = agenda(situation)
    if not alerts:
        return
    chosen = data.draw(st.sampled_from(alerts))
    until = None if for_good else situation.today + timedelta(days=1)
    later = agenda(replace(situation, snoozes=(Snooze(chosen.id, until, situation.today),)))
    assert chosen.id not in {one.id for one in later}
    hints = (Action.MISSING_KIND, Action.GOAL)
    others = [one for one in alerts if one.contact_id != chosen.contact_id]
    assert {one.id for one in others if one.action not in hints} <= {one.id for one in later}


@given(situations, st.integers(1, 9))
def test_what_is_shown_comes_from_the_list_in_its_order(situation, most):
    now = survey(situation)
    shown, words = today_lines(now.alerts, most, now.held)
    places = [now.alerts.index(one) for one in shown]
    assert places == sorted(places)
    assert len(shown) <= most
    if len(shown) < len(now.alerts):
        assert words


@given(situations, st.integers(-3000, 3000))
@settings(max_examples=60)
def test_any_clock_gives_a_list_without_negative_ages(situation, shift):
    moved = replace(situation, today=TODAY + timedelta(days=shift))
    for alert in agenda(moved):
        assert " -" not in alert.why
    assert all(debt.since <= moved.today for debt in debts(moved))
