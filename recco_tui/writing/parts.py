"""Which of the four parts each sentence carries, how sure that is, and which words say so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Self

from recco_tui.core.meaning import Meaning
from recco_tui.writing import model
from recco_tui.writing.sentences import Sentence
from recco_tui.writing.weights import Weights, load


class Part(StrEnum):
    """What a recommendation is made of, in the order it is told."""

    letter: str
    """Stands for it where there is room for one letter, and is in its name."""
    meaning: Meaning
    missing: str
    """What is said, of `{them}`, when no sentence carries it."""
    opening: str
    """A way to begin a sentence that does."""

    def __new__(
        cls,
        value: str,
        letter: str = "",
        meaning: Meaning = Meaning.NONE,
        missing: str = "",
        opening: str = "",
    ) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.letter, member.meaning = letter, meaning
        member.missing, member.opening = missing, opening
        return member

    CONTEXT = (
        "context",
        "c",
        Meaning.CONTEXT,
        "context is missing: how do you know {them}, from which team, project or time?",
        "I worked with {them} on …",
    )
    SKILLS = (
        "skills",
        "s",
        Meaning.SKILLS,
        "skills are missing: what is {them} good at, and how did you see it?",
        "{them} was the one who …",
    )
    IMPACT = (
        "impact",
        "i",
        Meaning.IMPACT,
        "impact is missing: what got better because of {them}?",
        "Because of {them}, we …",
    )
    ENDORSEMENT = (
        "endorsement",
        "e",
        Meaning.ENDORSEMENT,
        "endorsement is missing: would you recommend {them}, and to whom?",
        "I would recommend {them} to …",
    )


class AskPart(StrEnum):
    """What an ask is made of, in the order it is told."""

    letter: str
    meaning: Meaning

    def __new__(cls, value: str, letter: str = "", meaning: Meaning = Meaning.NONE) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.letter, member.meaning = letter, meaning
        return member

    GREETING = "greeting", "g", Meaning.CONTEXT
    TOGETHER = "together", "t", Meaning.SKILLS
    REQUEST = "request", "r", Meaning.ENDORSEMENT
    FOCUS = "focus", "f", Meaning.IMPACT
    THANKS = "thanks", "k", Meaning.FRESH


AnyPart = Part | AskPart


class State(StrEnum):
    """How sure recco is of a part."""

    sign: str

    def __new__(cls, value: str, sign: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.sign = sign
        return member

    SURE = "sure", "✓"
    UNSURE = "unsure", "?"
    ABSENT = "absent", "✗"


PARTS: tuple[Part, ...] = tuple(Part)
_MOST_CUES = 3
_SHORTEST_TELLING = 4
"""letters of a word that may stand as a cue of its own"""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that made a tag; offsets are into the whole text as typed."""

    part: AnyPart
    text: str
    start: int
    end: int
    name: str
    """e.g. "impact.led-to"; "word" when no named cue but single words made it"""


@dataclass(frozen=True, slots=True)
class Tag:
    """One part on one sentence; `claimed` is the writer's word (None: never said)."""

    part: AnyPart
    state: State
    probability: float
    cues: tuple[Cue, ...] = ()
    claimed: bool | None = None


Tags = tuple[Tag, Tag, Tag, Tag]
"""One tag a part, in the order of PARTS."""


def tag(sentences: Sequence[Sentence]) -> tuple[Tags, ...]:
    """recco's own reading, before the writer's claims: four tags a sentence."""
    weights = load()
    chances = model.probabilities(tuple(sentence.text for sentence in sentences))
    return tuple(
        _tags(sentence, four, weights) for sentence, four in zip(sentences, chances, strict=True)
    )


def found_anywhere(part: Part, column: Sequence[Tag]) -> State:
    """The part in the text as a whole, from its tags on all sentences (claims included).

    SURE when a sentence carries it, UNSURE when one may: the text need not be called incomplete.
    """
    at = PARTS.index(part)
    if any(one.claimed is True or one.state is State.SURE for one in column):
        return State.SURE
    bound = load().anywhere[at]
    open_to_doubt = [one.probability for one in column if one.claimed is None]
    return State.UNSURE if max(open_to_doubt, default=0.0) >= bound else State.ABSENT


def _tags(sentence: Sentence, chances: tuple[float, ...], weights: Weights) -> Tags:
    made = [_tag(sentence, at, chance, weights) for at, chance in enumerate(chances)]
    return (made[0], made[1], made[2], made[3])


def _tag(sentence: Sentence, at: int, chance: float, weights: Weights) -> Tag:
    if chance >= weights.tint[at]:
        state = State.SURE
    elif chance >= weights.unsure[at]:
        state = State.UNSURE
    else:
        return Tag(PARTS[at], State.ABSENT, chance)
    return Tag(PARTS[at], state, chance, _cues(sentence, at))


def _cues(sentence: Sentence, at: int) -> tuple[Cue, ...]:
    return tuple(
        Cue(PARTS[at], sentence.text[start:end], sentence.start + start, sentence.start + end, name)
        for start, end, name in _telling(sentence.text, at)
    )


@lru_cache(maxsize=4096)
def _telling(text: str, at: int) -> tuple[tuple[int, int, str], ...]:
    """The places of the strongest named cues of a part in a sentence, else of its strongest single
    word; cached, because most sentences stand while one is typed."""
    named = _named_cues(text, at)
    chosen = _apart(named)[:_MOST_CUES] if named else _apart(_words(text, at))[:1]
    return tuple(candidate[1:] for candidate in sorted(chosen, key=lambda one: one[1]))


_Candidate = tuple[float, int, int, str]
"""weight, start and end in the sentence, name"""


def _named_cues(text: str, at: int) -> list[_Candidate]:
    """The named cues that speak for the part: by their own weight and by their share of what the
    number of cues weighs. What is only meant speaks for nothing."""
    part, own, reading = PARTS[at], load().own, model.reading(text)
    said = [cue for cue in reading.cues if cue.name not in reading.meant]
    cues = [cue for cue in said if cue.name.startswith(f"{part}.")]
    counts = [name for name in reading.features if name.startswith(f"n:{part}-")]
    share = sum(_weight(own, name, at) for name in counts) / max(1, len(cues))
    weighed = [
        (_weight(own, f"c:{cue.name}", at) + share, cue.start, cue.end, cue.name) for cue in cues
    ]
    return [candidate for candidate in weighed if candidate[0] > 0]


def _words(text: str, at: int) -> list[_Candidate]:
    """Words that carry meaning; when there is none, any word."""
    weights = load()
    every = [
        (
            _weight(weights.own, f"w:{word.word}", at) + _weight(weights.meaning, word.word, at),
            word.start,
            word.end,
            "word",
        )
        for word in model.reading(text).words
    ]
    return [one for one in every if one[2] - one[1] >= _SHORTEST_TELLING] or every


def _apart(candidates: list[_Candidate]) -> list[_Candidate]:
    """Strongest first, none overlapping a stronger one."""
    kept: list[_Candidate] = []
    for one in sorted(candidates, key=lambda candidate: -candidate[0]):
        if not any(one[1] < other[2] and other[1] < one[2] for other in kept):
            kept.append(one)
    return kept


def _weight(rows: Mapping[str, tuple[float, float, float, float]], name: str, at: int) -> float:
    row = rows.get(name)
    return row[at] if row else 0.0
