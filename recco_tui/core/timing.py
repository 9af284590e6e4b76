"""The windows in which asking is natural: after work ended, and after praise."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from recco_tui.core.labeled import DescribedEnum
from recco_tui.core.policy import Policy
from recco_tui.core.when import say_day


class Stage(DescribedEnum):
    """How warm a moment to ask is."""

    words: str
    """What is said of the window, with the day on which it turns."""

    FRESH = "fresh", "fresh, best until {}"
    GOOD = "good", "good until {}"
    FADING = "fading", "fading, cold from {}"
    COLD = "cold", "cold"


class Window(NamedTuple):
    """Where a window stands on a day. `turns_on`: the first day of what follows, None when cold."""

    stage: Stage
    since: date
    turns_on: date | None

    def say(self, today: date) -> str:
        """`fresh, best until Wed`, `good until 5 Dec`, `fading, cold from tomorrow`, `cold`."""
        if self.turns_on is None:
            return "cold"
        turns = say_day(self.turns_on, today)
        return self.stage.words.format(turns)


def project_window(ended_on: date | None, today: date, policy: Policy) -> Window | None:
    """The window after a project; None while it runs or its end lies ahead."""
    stages = (
        (Stage.FRESH, policy.project_fresh_days),
        (Stage.GOOD, policy.project_good_days),
        (Stage.FADING, policy.project_fading_days),
    )
    return None if ended_on is None else _window(ended_on, today, stages)


def feedback_window(on: date, today: date, policy: Policy) -> Window | None:
    """The window after praise; None when its day lies ahead."""
    stages = (
        (Stage.FRESH, policy.feedback_fresh_days),
        (Stage.GOOD, policy.feedback_good_days),
    )
    return _window(on, today, stages)


def _window(since: date, today: date, stages: Sequence[tuple[Stage, int]]) -> Window | None:
    """The first stage whose last day is not over."""
    days = (today - since).days
    if days < 0:
        return None
    for stage, last_day in stages:
        if days <= last_day:
            return Window(stage, since, since + timedelta(days=last_day + 1))
    return Window(Stage.COLD, since, None)
