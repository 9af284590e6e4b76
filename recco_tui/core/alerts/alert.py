"""One line of Today as a value, and the kinds there are."""

from datetime import date
from enum import IntEnum, StrEnum
from typing import NamedTuple, Self

from recco_tui.core.meaning import Meaning
from recco_tui.core.models import Channel, Step


class Action(StrEnum):
    """What an alert wants done: all kinds of alerts there are, with what is said of each."""

    rules: str
    """The module of this package whose `alerts` make it, of all people of a day."""
    meaning: Meaning
    verb: str
    """What its key does, in the review."""
    keys: tuple[str, ...]
    """The keys that an alert can carry: `a` begins an ask, `n` goes on with one (or answers their
    request), `w` writes, `+` adds a contact, `O`
    opens what others wrote about them, `6` the insights."""
    next_words: str
    """As the next step of an ask; '' when it is none."""
    may_be_answered: bool
    """Whether they may have answered in the meantime."""
    is_hint: bool
    """No one waits for it: it comes last."""

    def __new__(
        cls,
        value: str,
        rules: str = "",
        meaning: Meaning = Meaning.NONE,
        verb: str = "",
        keys: tuple[str, ...] = (),
        next_words: str = "",
        may_be_answered: bool = False,
        is_hint: bool = False,
    ) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.rules, member.meaning = rules, meaning
        member.verb, member.keys = verb, keys
        member.next_words, member.may_be_answered = next_words, may_be_answered
        member.is_hint = is_hint
        return member

    ASK = "ask", "windows", Meaning.FRESH, "ask", ("a", "n"), "send the warm message"
    CHECK_LEAD = (
        "check-lead",
        "windows",
        Meaning.FADING,
        "check with lead",
        ("a", "n"),
        "check with the project lead",
    )
    FOLLOW_UP = "follow-up", "steps", Meaning.FADING, "write again", ("n",), "write", True
    REQUEST = (
        "request",
        "steps",
        Meaning.OWED,
        "send the request",
        ("n",),
        "send the LinkedIn request",
        True,
    )
    NUDGE = "nudge", "steps", Meaning.FADING, "nudge", ("n",), "nudge", True
    LET_GO = "let-go", "steps", Meaning.COLD, "let go", ("n",), "let go", True
    THANK = "thank", "steps", Meaning.GOOD, "say thanks", ("n",), "say thanks"
    WRITE = "write", "owing", Meaning.OWE, "write it", ("w",)
    ANSWER = "answer", "owing", Meaning.OWE, "answer", ("n",)
    DELIVER = "deliver", "owing", Meaning.OWE, "write it", ("w",)
    LOOK = "look", "meetings", Meaning.FRESH, "open it", ("O",)
    CHECK_TEXT = "check-text", "vanished", Meaning.FADING, "say what happened", ("n",)
    MISSING_KIND = "missing-kind", "hints", Meaning.HINT, "ask them", ("a", "+"), "", False, True
    STOREFRONT = "storefront", "hints", Meaning.HINT, "look at it", ("6",), "", False, True
    GOAL = "goal", "hints", Meaning.HINT, "whom?", ("a", "w"), "", False, True

    @property
    def label(self) -> str:
        """`let go`."""
        return self.value.replace("-", " ")

    def alert_id(self, about: object, matter: str = "") -> str:
        """The stable name of an alert about a contact's id (of hints: a kind, a day).

        `matter` is a letter and an id: `r12` a text, `p3` a project.
        """
        return f"{self}:{about}:{matter}" if matter else f"{self}:{about}"


class Urgency(IntEnum):
    """What loses most by waiting: the one table that ranks the lines of Today, higher first.

    House choices, in this order: what is overdue to someone who waits, the one old debt that
    leads, a window that closes within days, a yes that cools, messages without an answer, the rest.
    """

    OVERDUE = 96
    """A request to me or a promise past its day."""
    DUE_TODAY = 94
    UNANSWERED = 92
    """They asked and wait for a word: that leads all that is only owed."""
    LEADING_DEBT = 90
    """The loudest old debt. Only one leads: a list of twenty must not drown the day's own."""
    MEETING = 86
    """Tomorrow one meets them: after that it is too late to read up."""
    FRESH = 84
    REQUEST = 82
    DUE_SOON = 80
    """Due on the next working day."""
    THANK = 78
    FOLLOW_UP = 70
    GOOD = 68
    NUDGE = 64
    DUE_LATER = 62
    OLD_DEBT = 58
    LATE_THANKS = 56
    FADING = 50
    DRAFTED = 48
    NEW_DEBT = 44
    LET_GO = 30
    CHECK_TEXT = 26
    """A text that an export no longer had: no one waits, and the balance may be wrong."""
    QUIET = 10
    """Debts of years ago: nothing more is lost by another day."""
    MISSING_KIND = 6
    GOAL = 4
    STOREFRONT = 2


TURNS_SOON = 1
"""Added to an urgency when a window turns tomorrow."""


class Alert(NamedTuple):
    """What, who, why now, which key; computed, never stored.

    `since` is the day it counts from, `due` the day by which it should be done (past: late),
    `until` the first day on which it is worse or gone; None where there is no such day. `id` is
    stable from day to day: "ACTION:CONTACT:MATTER", where a new matter (another text, another
    project) makes another id. `step` and `via` are what the ask's next step would record. `held`
    says why restraint keeps it off the list today, '' when nothing does. `old`: long overdue, may
    be summed up. `pinned`: about someone on the shortlist. `urgency`: higher first.
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
    recommendation_id: int | None = None
    step: Step | None = None
    via: Channel | None = None
    old: bool = False
    pinned: bool = False
    held: str = ""
    warnings: tuple[str, ...] = ()

    @property
    def is_hint(self) -> bool:
        """No one waits for it; a goal whose day is near is more than that."""
        return self.action.is_hint and self.urgency <= Urgency.MISSING_KIND

    @property
    def is_quiet(self) -> bool:
        """Of years ago: nothing more is lost by another day."""
        return self.old and self.urgency == Urgency.QUIET
