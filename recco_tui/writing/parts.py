"""What texts are made of: the parts of a recommendation and of an ask, and how they are tagged."""

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """What a recommendation is made of, in its usual order."""

    CONTEXT = "context"
    SKILLS = "skills"
    IMPACT = "impact"
    ENDORSEMENT = "endorsement"


class AskPart(StrEnum):
    """What an ask is made of, in its usual order."""

    GREETING = "greeting"
    TOGETHER = "together"
    REQUEST = "request"
    FOCUS = "focus"
    THANKS = "thanks"


class State(StrEnum):
    """How sure recco is; shown as ✓, ? and ✗."""

    SURE = "sure"
    UNSURE = "unsure"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that a tag was given for; offsets are into the whole text as typed."""

    part: str
    text: str
    start: int
    end: int
    name: str
    """e.g. "impact.led-to"; "word" when single words and no named cue were the reason"""


@dataclass(frozen=True, slots=True)
class Tag:
    """One part on one sentence; `claimed` is what the writer says (None: nothing)."""

    part: str
    state: State
    probability: float
    cues: tuple[Cue, ...] = ()
    claimed: bool | None = None
