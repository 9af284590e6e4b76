"""One line of Today as a value, with the actions there are and the keys that do them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from recco_tui.core.models import Channel, Step


class Action(StrEnum):
    """What an alert wants done."""

    ASK = "ask"
    CHECK_LEAD = "check-lead"
    SECOND_CHANNEL = "second-channel"
    REQUEST = "request"
    NUDGE = "nudge"
    LET_GO = "let-go"
    THANK = "thank"
    WRITE = "write"
    ANSWER = "answer"
    DELIVER = "deliver"
    COVERAGE = "coverage"
    GOAL = "goal"


KEYS: dict[Action, tuple[str, ...]] = {
    Action.ASK: ("a", "n"),
    Action.CHECK_LEAD: ("a", "n"),
    Action.SECOND_CHANNEL: ("n",),
    Action.REQUEST: ("n",),
    Action.NUDGE: ("n",),
    Action.LET_GO: ("n",),
    Action.THANK: ("n",),
    Action.WRITE: ("w",),
    Action.ANSWER: ("n",),
    Action.DELIVER: ("w",),
    Action.COVERAGE: ("a", "+"),
    Action.GOAL: ("a", "w"),
}
"""The keys an alert of each action can carry: `a` begins an ask, `n` goes on with one (or answers
their request), `w` writes, `+` adds a contact."""

HINTS = (Action.COVERAGE, Action.GOAL)
"""Actions that nobody waits for: always last."""


@dataclass(frozen=True, slots=True)
class Alert:
    """What, who, why now, which key; computed, never stored.

    `since` is the day it counts from, `due` the day by which it should be done (past: late),
    `until` the first day on which it is worse or gone; None where there is no such day. `id` is
    stable from day to day: "ACTION:CONTACT:MATTER", where a new matter (another text, another
    project) makes another id. `step` and `via` are what the ask's next step would record. `held`
    says why restraint keeps it off the list today, '' when nothing does. `old`: long overdue, may
    be summed up. `pinned`: about somebody on the shortlist. `urgency`: higher first.
    """

    action: Action
    why: str
    key: str
    id: str
    urgency: int
    contact_id: int | None = None
    contact: str | None = None
    since: date | None = None
    due: date | None = None
    until: date | None = None
    project: str | None = None
    project_id: int | None = None
    ask_id: int | None = None
    request_id: int | None = None
    step: Step | None = None
    via: Channel | None = None
    old: bool = False
    pinned: bool = False
    held: str = ""
    warnings: tuple[str, ...] = ()


def alert_id(action: Action, contact_id: int, matter: str) -> str:
    """The stable name of an alert; `matter` is a letter and an id: `r12` a text, `p3` a project."""
    return f"{action.value}:{contact_id}:{matter}"
