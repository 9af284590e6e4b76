"""A goal with a date: "1 ask" before Thu 18:00, as a coach gives it for the next class."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from recco_tui.core.asks import first_message
from recco_tui.core.cleaning import shortened
from recco_tui.core.errors import UsageError
from recco_tui.core.models import Goal, GoalKind
from recco_tui.core.situation import Person
from recco_tui.core.when import count_of, read_number, say_day

MOST = 99
_MISSED_SHOWN = timedelta(days=2)
"""For so long a missed goal still stands in Today."""
_KINDS = {
    **dict.fromkeys(("ask", "asks", "request", "requests"), GoalKind.ASKS),
    **dict.fromkeys(
        ("recommendation", "recommendations", "text", "texts"), GoalKind.RECOMMENDATIONS
    ),
}


class GoalState(StrEnum):
    """Where a goal stands on a day."""

    OPEN = "open"
    REACHED = "reached"
    MISSED = "missed"
    DONE = "done"
    """Closed by hand."""


class Progress(NamedTuple):
    """A goal, how much of it is there, and what that makes of it."""

    goal: Goal
    done: int
    state: GoalState

    @property
    def left(self) -> int:
        """What is still to do."""
        return max(0, self.goal.count - self.done)


def read_goal(text: str) -> tuple[GoalKind, int]:
    """`1 ask`, `two recommendations`, `an ask sent`; `UsageError` says what would do."""
    words = re.sub(r"\b(sent|written|linkedin)\b", " ", text.casefold()).split()
    count_word, noun = (words[0], words[1]) if len(words) == 2 else ("", "")
    if len(words) == 1:
        count_word, noun = "1", words[0]
    kind = _KINDS.get(noun)
    count = read_number(count_word)
    if kind is None or count is None:
        raise UsageError(
            f"'{shortened(text)}' is not a goal. Write '1 ask' or '2 recommendations'."
        )
    if not 1 <= count <= MOST:
        raise UsageError(f"A goal is for 1 to {MOST}, not {count}.")
    return kind, count


def done_since(kind: GoalKind, people: Iterable[Person], since: date, until: date) -> int:
    """Asks that went out first, or texts given, from that day on."""
    if kind is GoalKind.RECOMMENDATIONS:
        return sum(since <= text.on <= until for person in people for text in person.given)
    firsts = (first_message(ask) for person in people for ask in person.asks)
    return sum(first is not None and since <= first.on <= until for first in firsts)


def progress(goal: Goal, people: Iterable[Person], today: date) -> Progress:
    """How far the goal is. What came after its day does not reach it."""
    until = min(today, goal.by_day)
    done = max(0, done_since(goal.kind, people, goal.set_on, until) - goal.before)
    if done >= goal.count:
        state = GoalState.REACHED
    elif goal.done_on is not None:
        state = GoalState.DONE
    else:
        state = GoalState.MISSED if today > goal.by_day else GoalState.OPEN
    return Progress(goal, done, state)


def is_shown(progress: Progress, today: date) -> bool:
    """Whether Today still speaks of it."""
    if progress.state is GoalState.MISSED:
        return today - progress.goal.by_day <= _MISSED_SHOWN
    return progress.state is GoalState.OPEN


def say_goal(goal: Goal) -> str:
    """`1 ask`."""
    return count_of(goal.count, goal.kind.noun)


def say_by(goal: Goal, today: date) -> str:
    """`Thu 18:00`."""
    return f"{say_day(goal.by_day, today)} {goal.by_time}".rstrip()


def countdown(progress: Progress, today: date) -> str:
    """`1 ask before Thu 18:00: 2 days left`."""
    goal = progress.goal
    what = count_of(progress.left, goal.kind.noun)
    if goal.count > progress.left:
        what = f"{progress.left} more of {count_of(goal.count, goal.kind.noun)}"
    by = say_by(goal, today)
    days = (goal.by_day - today).days
    if days < 0:
        return f"{what} was due {by}" if progress.left == 1 else f"{what} were due {by}"
    left = count_of(days, "day") + " left" if days else "the last day"
    return f"{what} before {by}: {left}" if goal.by_time else f"{what} by {by}: {left}"
