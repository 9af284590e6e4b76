"""The words of a sentence with their places, in the spelling that cues and weights use."""

from typing import NamedTuple

from recco_tui.writing.lazy_regex import LazyRegex

_WORD = LazyRegex(r"[^\W_]+(?:['’][^\W_]+)*")
_NOT_NAMES = frozenset(
    ["i", "i'm", "i've", "i'd", "i'll", "dr", "mr", "mrs", "ms", "prof", "professor"]
)


class Word(NamedTuple):
    """A word: its place in the sentence, its lower-case form with straight apostrophes, and whether
    it is capitalised as a name would be."""

    start: int
    end: int
    text: str
    capital: bool


def _lowered(text: str) -> str:
    """Lower case and straight apostrophes, the same length as `text` so that offsets stay valid."""
    lowered = text.lower().replace("’", "'")
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text).replace("’", "'")


def split_words(text: str) -> tuple[Word, ...]:
    """All words in order. A hyphen separates words: "problem-solving" is two."""
    lowered = _lowered(text)
    found: list[Word] = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        word = lowered[start:end]
        capital = text[start].isupper() and word not in _NOT_NAMES
        found.append(Word(start, end, word, capital))
    return tuple(found)
