"""The windows to ask in, on both sides of every boundary."""

from datetime import date

import pytest

from recco_tui.core.policy import Policy
from recco_tui.core.timing import Stage, feedback_window, project_window
from tests.core.scenes import TODAY, ago

POLICY = Policy()


@pytest.mark.parametrize(
    ("days", "stage", "turns", "words"),
    [
        (0, "fresh", -4, "fresh, best until Fri"),
        (2, "fresh", -2, "fresh, best until Wed"),
        (3, "fresh", -1, "fresh, best until tomorrow"),
        (4, "good", -11, "good until 4 Dec"),
        (14, "good", -1, "good until tomorrow"),
        (15, "fading", -16, "fading, cold from 9 Dec"),
        (30, "fading", -1, "fading, cold from tomorrow"),
    ],
)
def test_the_window_after_a_project(days, stage, turns, words):
    window = project_window(ago(days), TODAY, POLICY)
    assert (window.stage, window.turns_on) == (Stage(stage), ago(turns))
    assert window.say(TODAY) == words


@pytest.mark.parametrize(
    ("days", "stage", "turns", "words"),
    [
        (0, "fresh", -3, "fresh, best until Thu"),
        (2, "fresh", -1, "fresh, best until tomorrow"),
        (3, "good", -5, "good until Sat"),
        (7, "good", -1, "good until tomorrow"),
    ],
)
def test_the_window_after_feedback(days, stage, turns, words):
    window = feedback_window(ago(days), TODAY, POLICY)
    assert (window.stage, window.turns_on) == (Stage(stage), ago(turns))
    assert window.say(TODAY) == words


def test_after_its_last_day_a_window_is_cold():
    assert project_window(ago(31), TODAY, POLICY).stage is Stage.COLD
    assert feedback_window(ago(8), TODAY, POLICY).stage is Stage.COLD
    assert project_window(ago(31), TODAY, POLICY).say(TODAY) == "cold"


def test_what_runs_or_lies_ahead_has_no_window():
    assert project_window(None, TODAY, POLICY) is None
    assert project_window(ago(-1), TODAY, POLICY) is None
    assert feedback_window(ago(-1), TODAY, POLICY) is None


def test_windows_cross_month_ends_and_leap_days():
    assert project_window(date(2028, 2, 26), date(2028, 2, 29), POLICY).stage is Stage.FRESH
    assert project_window(date(2028, 2, 26), date(2028, 3, 1), POLICY).stage is Stage.GOOD
    assert project_window(date(2027, 2, 26), date(2027, 3, 1), POLICY).stage is Stage.FRESH
    assert project_window(date(2026, 12, 31), date(2027, 1, 4), POLICY).stage is Stage.GOOD


def test_the_windows_are_settings():
    policy = Policy(project_fresh_days=0, project_good_days=0, project_fading_days=1)
    assert project_window(TODAY, TODAY, policy).stage is Stage.FRESH
    assert project_window(ago(1), TODAY, policy).stage is Stage.FADING
