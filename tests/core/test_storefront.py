"""The profile as readers see it: positions, the newest text, and one quiet line a week."""

from dataclasses import replace
from datetime import timedelta

import pytest

from recco_tui.core.agenda import Action, agenda
from recco_tui.core.models import ProjectKind, Status
from recco_tui.core.relationships import Kind
from recco_tui.core.storefront import say_gaps, say_newest, say_vouched, storefront
from tests.core.scenes import CLAIRE, JOHN, NO_HINTS, RACHEL, TODAY, ago, ended, received, scene

PROFILE = NO_HINTS._replace(stale_text_months=12)


def position(days, *people, number=7, title="Engineer at Acme", since=900):
    held = ended(days, *people, number=number, title=title)
    return held._replace(kind=ProjectKind.POSITION, started_on=ago(since))


@pytest.mark.parametrize(
    ("things", "vouched"),
    [
        ((position(100, JOHN), received(JOHN, 200)), "John Silva"),
        ((position(100), received(JOHN, 200, project_id=7)), "John Silva"),
        ((position(100), received(JOHN, 200), received(CLAIRE, 90, 2)), "2 texts from that time"),
        ((position(100, JOHN), received(JOHN, 200, project_id=8)), "no one yet"),
        ((position(100, JOHN), received(JOHN, 200, status=Status.HIDDEN)), "no one yet"),
        ((position(None), received(JOHN, 1000)), "no one yet"),
    ],
)
def test_a_position_is_vouched_for_by_what_is_about_it_or_of_its_time(things, vouched) -> None:
    front = storefront(scene(*things))
    assert [say_vouched(one) for one in front.positions] == [vouched]
    assert front.positions[0].is_bare is (vouched == "no one yet")


def test_positions_of_long_ago_and_other_work_are_left_out() -> None:
    front = storefront(scene(position(2000, JOHN), ended(30, JOHN), received(JOHN, 20)))
    assert front.positions == ()
    assert Kind.PEER not in front.missing


@pytest.mark.parametrize(
    ("things", "newest", "gaps"),
    [
        ((JOHN,), "no visible text yet", ""),
        ((received(JOHN, 20),), "the only visible text was written 20 days ago", ""),
        (
            (received(JOHN, 800), received(RACHEL, 500, 2)),
            "the newest of 2 visible texts was written 16 months ago",
            "newest text 16 months ago",
        ),
        (
            (received(JOHN, 20, project_id=1), position(3), position(9, number=8, title="Intern")),
            "the only visible text was written 20 days ago",
            "no one vouches for Engineer at Acme and 1 more position",
        ),
    ],
)
def test_what_a_reader_would_miss_is_said(things, newest, gaps) -> None:
    front = storefront(scene(*things))
    assert (say_newest(front, TODAY), say_gaps(front, TODAY, 12)) == (newest, gaps)


def test_it_is_one_quiet_line_on_the_first_day_of_the_week() -> None:
    now = scene(received(JOHN, 800), policy=PROFILE)
    days = []
    for ahead in range(14):
        alerts = agenda(replace(now, today=TODAY + timedelta(days=ahead)))
        lines = [one for one in alerts if one.action is Action.STOREFRONT]
        if lines:
            assert (lines, lines[0].is_hint, lines[0].key) == ([alerts[-1]], True, "6")
            days.append(ahead)
    assert days == [0, 7]
    assert all(one.action is not Action.STOREFRONT for one in agenda(replace(now, policy=NO_HINTS)))
