"""Whether a verb tells what happened or only what is meant to: "in order to improve results" and
"will save you time" are no effects, "improved results" and "helped us to save time" are."""

from collections.abc import Sequence

from recco_tui.writing.vocabulary import FAMILIES

_HAPPENED = frozenset(FAMILIES["HELPV"]).union(
    ["able", "managed", "proceeded", "led", "leads", "contributed", "contributes", "tried"]
)
"""words before "to" that make the verb behind it a fact"""
_MODALS = frozenset(
    ["will", "would", "can", "could", "may", "might", "shall", "should", "must", "won't", "he'll"]
).union(["she'll", "they'll", "i'd", "we'd", "wouldn't"])
_PASSED_OVER = frozenset(
    ["not", "also", "always", "be", "have", "and", "even", "further", "ever", "help", "continue"]
)
_FARTHEST = 3
_BEFORE_TO = 5


def only_meant(words: Sequence[str], at: int) -> bool:
    """Whether the verb at a place in a sentence (lower-case words) stands behind a purpose ("to")
    or a modal, adverbs between them passed over. The place may be that of the "to" itself."""
    nearest = at if words[at] == "to" else at - 1
    for place in range(nearest, max(-1, at - 2 - _FARTHEST), -1):
        word = words[place]
        if word == "to":
            return not _HAPPENED.intersection(words[max(0, place - _BEFORE_TO) : place])
        if word in _MODALS:
            return True
        if not (word.endswith("ly") or word in _PASSED_OVER):
            return False
    return False
