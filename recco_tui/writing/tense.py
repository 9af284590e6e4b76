"""Whether a clause tells of the past: what people did together, and not what is asked of them."""

from collections.abc import Sequence

from recco_tui.writing.lazy_regex import LazyRegex
from recco_tui.writing.words import Word

_BREAK = LazyRegex(r"[.,;:!?()–—]")
_JOINING = frozenset(
    ["and", "but", "so", "because", "since", "if", "could", "would", "can", "please"]
)
_SUBJECTS = frozenset(["i", "we", "you", "he", "she", "they", "it", "that", "which", "who", "team"])
_HAVE = frozenset(["i've", "we've", "you've", "they've", "i'd", "we'd", "you'd", "they'd"])
_PAST_WORDS = """
was were had did went came took made gave got led built wrote ran kept found met won told taught
brought bought thought fought caught saw spoke broke chose drove grew knew threw drew began left
felt held stood understood sent spent lost sold said put set cut hit let beat fell rose woke shut
dealt meant read paid laid been done gone halved
"""
_PAST = frozenset(_PAST_WORDS.split())
_NOT_PAST = frozenset(
    ["need", "feed", "speed", "proceed", "exceed", "succeed", "indeed", "hundred", "seed", "deed"]
)
_STILL_OPEN_WORDS = """
asked told promised applied hoped wanted needed wondered said thought planned wondering hoping
thinking planning looking going required
"""
_STILL_OPEN = frozenset(_STILL_OPEN_WORDS.split())
"""after these a past form asks for something now: "I was hoping", "they told me to have it"."""
_DISTANCE = 3


def is_past(word: str) -> bool:
    """Whether a word in lower case is the past form of a verb."""
    if word in _PAST:
        return True
    return len(word) > 3 and word.endswith("ed") and word not in _NOT_PAST


def tells_of_past(sentence: str, words: Sequence[Word], at: int, end: int) -> bool:
    """Whether the clause around words[at:end] says that someone did something."""
    first, last = at, end
    while first > 0 and not _separates(sentence, words, first):
        first -= 1
    while last < len(words) and not _separates(sentence, words, last):
        last += 1
    clause = [word.text for word in words[first:last]]
    for index, word in enumerate(clause):
        nearby = clause[index + 1 : index + 1 + _DISTANCE]
        if word in _SUBJECTS and any(map(is_past, nearby)) and not _STILL_OPEN & set(nearby):
            return True
        if word in _HAVE and any(map(is_past, nearby)) and not _STILL_OPEN & set(nearby):
            return True
    return False


def _separates(sentence: str, words: Sequence[Word], at: int) -> bool:
    """Whether a clause begins with word `at`. One that goes on with another deed ("and tested")
    is the same clause."""
    if _BREAK.search(sentence[words[at - 1].end : words[at].start]):
        return True
    if words[at].text not in _JOINING:
        return False
    return not any(is_past(word.text) for word in words[at + 1 : at + 3])
