"""What texts are made of: the parts of a recommendation and of an ask, and how they are tagged."""

from dataclasses import dataclass

from recco_tui.core.labeled import DescribedEnum
from recco_tui.core.meaning import Meaning


class _Part(DescribedEnum):
    letter: str
    """stands for it where there is room for one letter, and is in its name"""
    meaning: Meaning


class Part(_Part):
    """What a recommendation is made of, in its usual order."""

    CONTEXT = "context", "c", Meaning.CONTEXT
    SKILLS = "skills", "s", Meaning.SKILLS
    IMPACT = "impact", "i", Meaning.IMPACT
    ENDORSEMENT = "endorsement", "e", Meaning.ENDORSEMENT


class AskPart(_Part):
    """What an ask is made of, in its usual order."""

    GREETING = "greeting", "g", Meaning.CONTEXT
    TOGETHER = "together", "t", Meaning.SKILLS
    REQUEST = "request", "r", Meaning.ENDORSEMENT
    FOCUS = "focus", "f", Meaning.IMPACT
    THANKS = "thanks", "k", Meaning.FRESH


AnyPart = Part | AskPart


class State(DescribedEnum):
    """How sure recco is of a part."""

    sign: str

    SURE = "sure", "✓"
    UNSURE = "unsure", "?"
    ABSENT = "absent", "✗"


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that a tag was given for; offsets are into the whole text as typed."""

    part: AnyPart
    text: str
    start: int
    end: int
    name: str
    """e.g. "impact.led-to"; "word" when single words and no named cue were the reason"""


@dataclass(frozen=True, slots=True)
class Tag:
    """One part on one sentence; `claimed` is what the writer says (None: nothing)."""

    part: AnyPart
    state: State
    probability: float
    cues: tuple[Cue, ...] = ()
    claimed: bool | None = None
