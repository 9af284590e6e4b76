"""What is known of a sentence: the named features that weights are fitted on and multiplied with.

A feature's first letter gives its kind:
`c:` a named cue; `n:` the number of different cues of a part, or of hypothetical effects; `x:` what
ties a collaboration to a place, time, role or piece of work; `w:` a word; `p:` a pair of
neighbouring words; `f:` a word family; `s:` the sentence's shape; `a:` its position in the text.
Names, numbers and years are replaced by placeholders, so that no feature can hold a name.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from recco_tui.writing.cue_lists import ANCHORS, COLLABORATION
from recco_tui.writing.cues import CueMatch, find_cues
from recco_tui.writing.parts import Part
from recco_tui.writing.vocabulary import FAMILIES, FAMILIES_OF
from recco_tui.writing.words import Word, split_words

_OPENER_WORDS = """
the a an this that these those it its as in on at with for from during when while if under to by
not no and but so also both all each every any one having being working only such what there
here then through throughout our my his her their your we i you he she they i've i'd overall
additionally moreover furthermore however finally besides beyond whether without within after
before since because thanks thank highly would will great good always never very really truly
top easily worked
"""
_OPENERS = frozenset(_OPENER_WORDS.split())
"""words that often open a sentence: there a capital does not make them a name"""

_COUNT_BOUNDS = (1, 2, 3, 4, 5, 6, 8)

_FACT_BEFORE_TO = frozenset(FAMILIES["HELPV"]).union(
    ["able", "managed", "proceeded", "led", "leads", "contributed", "contributes", "tried"]
)
"""words before "to" that make the verb after it a fact"""
_MODALS = frozenset(
    ["will", "would", "can", "could", "may", "might", "shall", "should", "must", "won't", "he'll"]
).union(["she'll", "they'll", "i'd", "we'd", "wouldn't"])
_BETWEEN_MODAL_AND_VERB = frozenset(
    ["not", "also", "always", "be", "have", "and", "even", "further", "ever", "help", "continue"]
)
_MODAL_DISTANCE = 3
_FACT_DISTANCE = 5


class Reading(NamedTuple):
    """One sentence as the model sees it: its words, its cues, its features in no order.

    `normalized` are the words in lower case with names and numbers replaced; `hypothetical` are the
    names of those cues of impact that tell of no effect that happened.
    """

    words: tuple[Word, ...]
    normalized: tuple[str, ...]
    cues: tuple[CueMatch, ...]
    hypothetical: frozenset[str]
    features: frozenset[str]


def read(text: str) -> Reading:
    """Everything that can be known from the sentence alone."""
    words = split_words(text)
    cues = find_cues(text, words)
    hypothetical = _hypothetical(cues, words)
    normalized = _normalized(words)
    features: set[str] = set()
    features.update(f"c:{cue.name}" for cue in cues)
    features.update(_cue_counts(cues, hypothetical))
    features.update(_anchors(frozenset(cue.name for cue in cues)))
    features.update(_word_features(normalized))
    features.update(f"f:{family}" for word in normalized for family in FAMILIES_OF.get(word, ()))
    features.update(_shape(text, normalized))
    features.update(_bareness(cues, hypothetical, len(words)))
    return Reading(words, normalized, cues, hypothetical, frozenset(features))


def position_features(at: int, count: int) -> Iterator[str]:
    """Features of a sentence's position among `count`; `at` counts from 0."""
    if count == 1:
        yield "a:only"
    if at == 0:
        yield "a:first"
    elif at == 1:
        yield "a:second"
    if at == count - 1:
        yield "a:last"
    elif at == count - 2:
        yield "a:last-but-one"
    if 0 < at < count - 1:
        yield "a:middle"


def is_hypothetical(words: Sequence[str], at: int) -> bool:
    """Whether the verb at a position in a sentence (lower-case words) tells of a purpose or a
    possibility: "in order to improve results" and "will save you time" are no effects, "improved
    results" and "helped us to save time" are.

    It does after "to" or a modal, with adverbs between skipped. `at` may be the "to" itself.
    """
    nearest = at if words[at] == "to" else at - 1
    for place in range(nearest, max(-1, at - 2 - _MODAL_DISTANCE), -1):
        word = words[place]
        if word == "to":
            return not _FACT_BEFORE_TO.intersection(words[max(0, place - _FACT_DISTANCE) : place])
        if word in _MODALS:
            return True
        if not (word.endswith("ly") or word in _BETWEEN_MODAL_AND_VERB):
            return False
    return False


def _hypothetical(cues: tuple[CueMatch, ...], words: tuple[Word, ...]) -> frozenset[str]:
    texts = [word.text for word in words]
    index_of = {word.start: index for index, word in enumerate(words)}
    impact = [cue for cue in cues if cue.part == Part.IMPACT]
    return frozenset(cue.name for cue in impact if is_hypothetical(texts, index_of[cue.start]))


def _cue_counts(cues: tuple[CueMatch, ...], hypothetical: frozenset[str]) -> Iterator[str]:
    """How many different cues speak for each part: several weak ones make a strong one.
    Hypothetical effects are counted separately."""
    kinds = ["hypothetical" if cue.name in hypothetical else cue.part for cue in cues]
    for kind in set(kinds):
        for bound in _COUNT_BOUNDS:
            if kinds.count(kind) >= bound:
                yield f"n:{kind}-{bound}"


def _bareness(
    cues: tuple[CueMatch, ...], hypothetical: frozenset[str], count: int
) -> Iterator[str]:
    """That nothing tells of an effect, for each length: a short sentence without one ("The talk was
    on Tuesday.") is none wherever it stands, a long one may hide it."""
    if not any(cue.part == Part.IMPACT and cue.name not in hypothetical for cue in cues):
        yield f"s:no-effect-{_length(count)}"


def _anchors(names: frozenset[str]) -> Iterator[str]:
    """Which of place, time, role and piece of work a collaboration is tied to: "pleasure working
    with Ann" alone is no context, with a place or a time it is."""
    together = bool(names & COLLABORATION)
    tied = [kind for kind, cues in ANCHORS.items() if names & cues]
    yield f"x:anchors-{len(tied)}"
    yield f"x:{'together' if together else 'none'}-{min(len(tied), 2)}"
    for kind in tied:
        yield f"x:{'together-' if together else ''}{kind}"


def _normalized(words: tuple[Word, ...]) -> tuple[str, ...]:
    normalized: list[str] = []
    for at, word in enumerate(words):
        if word.text.isdigit():
            year = len(word.text) == 4 and word.text[:2] in ("19", "20")
            normalized.append("<year>" if year else "<num>")
        elif word.capital and (at > 0 or is_name_at_start(word.text)):
            normalized.append("<name's>" if word.text.endswith("'s") else "<name>")
        else:
            normalized.append(word.text)
    return tuple(normalized)


def is_name_at_start(word: str) -> bool:
    """Whether a word with a capital at the beginning of a sentence may be a name."""
    return word not in _OPENERS and word not in FAMILIES_OF


def _word_features(normalized: tuple[str, ...]) -> Iterator[str]:
    before = "^"
    for word in normalized:
        yield f"w:{word}"
        yield f"p:{before} {word}"
        before = word
    yield f"p:{before} $"


def _length(count: int) -> str:
    return next((str(most) for most in (4, 9, 18, 30) if count <= most), "more")


def _shape(text: str, normalized: tuple[str, ...]) -> Iterator[str]:
    count = len(normalized)
    yield f"s:words-{_length(count)}"
    names = sum(word.startswith("<name") for word in normalized)
    if names:
        yield f"s:names-{min(names, 3)}"
    if "!" in text:
        yield "s:exclaims"
