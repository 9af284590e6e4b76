"""What a sentence shows: the named features that weights are fitted on and multiplied with.

A feature's first letter says its kind:
`c:` a named cue; `n:` so many different cues of a part, or of effects only meant; `x:` what a
meeting is tied to; `w:` a word; `p:` a pair of neighbouring words; `f:` a word family; `s:` the
sentence's shape; `a:` its place in the text. Names, numbers and years are replaced by marks, so
that no feature can hold a name.
"""

from collections.abc import Iterator
from typing import NamedTuple

from recco_tui.writing.cues import CueMatch, find_cues
from recco_tui.writing.cues.context import ANCHORS, MEETINGS
from recco_tui.writing.meant import only_meant
from recco_tui.writing.tokens import Token, tokens
from recco_tui.writing.vocabulary import FAMILIES_OF

_OPENER_WORDS = """
the a an this that these those it its as in on at with for from during when while if under to by
not no and but so also both all each every any one having being working only such what there
here then through throughout our my his her their your we i you he she they i've i'd overall
additionally moreover furthermore however finally besides beyond whether without within after
before since because thanks thank highly would will great good always never very really truly
top easily worked
"""
_OPENERS = frozenset(_OPENER_WORDS.split())
"""words that often open a sentence: a capital there makes no name of them"""


_COUNTED = (1, 2, 3, 4, 5, 6, 8)


class Reading(NamedTuple):
    """One sentence as the model sees it: its words, its cues, its features in no order.

    `marks` are the words in lower case with names and numbers replaced; `meant` are the names of
    the cues of impact that tell of what is only meant.
    """

    words: tuple[Token, ...]
    marks: tuple[str, ...]
    cues: tuple[CueMatch, ...]
    meant: frozenset[str]
    features: frozenset[str]


def read(text: str) -> Reading:
    """Everything that can be known from the sentence alone."""
    words = tokens(text)
    cues = find_cues(text, tuple((word.start, word.end, word.word) for word in words))
    meant = _meant(cues, words)
    marks = _marks(words)
    features: set[str] = set()
    features.update(f"c:{cue.name}" for cue in cues)
    features.update(_cue_counts(cues, meant))
    features.update(_anchors(frozenset(cue.name for cue in cues)))
    features.update(_word_features(marks))
    features.update(f"f:{family}" for mark in marks for family in FAMILIES_OF.get(mark, ()))
    features.update(_shape(text, marks))
    return Reading(words, marks, cues, meant, frozenset(features))


def _meant(cues: tuple[CueMatch, ...], words: tuple[Token, ...]) -> frozenset[str]:
    plain = [word.word for word in words]
    at = {word.start: place for place, word in enumerate(words)}
    impact = [cue for cue in cues if cue.name.startswith("impact.")]
    return frozenset(cue.name for cue in impact if only_meant(plain, at[cue.start]))


def _cue_counts(cues: tuple[CueMatch, ...], meant: frozenset[str]) -> Iterator[str]:
    """How many different cues speak for each part: several weak ones make a strong one. An effect
    that is only meant counts apart."""
    kinds = ["meant" if cue.name in meant else cue.name.partition(".")[0] for cue in cues]
    for kind in set(kinds):
        for bound in _COUNTED:
            if kinds.count(kind) >= bound:
                yield f"n:{kind}-{bound}"


def _anchors(names: frozenset[str]) -> Iterator[str]:
    """Which of place, time, role and piece of work a meeting is tied to: "pleasure working with
    Ann" alone is no context, with a place or a time it is."""
    meeting = bool(names & MEETINGS)
    tied = [kind for kind, cues in ANCHORS.items() if names & cues]
    yield f"x:anchors-{len(tied)}"
    yield f"x:{'meeting' if meeting else 'none'}-{min(len(tied), 2)}"
    for kind in tied:
        yield f"x:{'meeting-' if meeting else ''}{kind}"


def _marks(words: tuple[Token, ...]) -> tuple[str, ...]:
    marks: list[str] = []
    for at, word in enumerate(words):
        if word.word.isdigit():
            year = len(word.word) == 4 and word.word[:2] in ("19", "20")
            marks.append("<year>" if year else "<num>")
        elif word.capital and (at > 0 or _is_name_opener(word.word)):
            marks.append("<name's>" if word.word.endswith("'s") else "<name>")
        else:
            marks.append(word.word)
    return tuple(marks)


def _is_name_opener(word: str) -> bool:
    return word not in _OPENERS and word not in FAMILIES_OF


def _word_features(marks: tuple[str, ...]) -> Iterator[str]:
    before = "^"
    for mark in marks:
        yield f"w:{mark}"
        yield f"p:{before} {mark}"
        before = mark
    yield f"p:{before} $"


def _shape(text: str, marks: tuple[str, ...]) -> Iterator[str]:
    count = len(marks)
    yield "s:words-" + ("4" if count <= 4 else "9" if count <= 9 else "18" if count <= 18 else "30"
                        if count <= 30 else "more")  # fmt: skip
    names = sum(mark.startswith("<name") for mark in marks)
    if names:
        yield f"s:names-{min(names, 3)}"
    if "!" in text:
        yield "s:exclaims"


def place(at: int, of: int) -> Iterator[str]:
    """Features of the sentence's place: `at` counts from 0."""
    if of == 1:
        yield "a:only"
    if at == 0:
        yield "a:first"
    elif at == 1:
        yield "a:second"
    if at == of - 1:
        yield "a:last"
    elif at == of - 2:
        yield "a:last-but-one"
    if 0 < at < of - 1:
        yield "a:middle"
