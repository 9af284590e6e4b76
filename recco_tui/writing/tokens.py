"""Words of a sentence with their places, in the two spellings that cues and weights look at."""

from typing import NamedTuple

from recco_tui.writing.lazy_regex import LazyRegex

_WORD = LazyRegex(r"[^\W_]+(?:['’][^\W_]+)*")
_NOT_NAMES = frozenset(
    ["i", "i'm", "i've", "i'd", "i'll", "dr", "mr", "mrs", "ms", "prof", "professor"]
)


class Token(NamedTuple):
    """One word: where it stands in its sentence, its lower-case form with straight apostrophes."""

    start: int
    end: int
    word: str
    capital: bool


def plain(text: str) -> str:
    """Lower case and straight apostrophes, the same length as `text` so that offsets stay true."""
    lowered = text.lower().replace("’", "'")
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text).replace("’", "'")


def tokens(text: str) -> tuple[Token, ...]:
    """All words in order. Hyphens part words: "problem-solving" is two."""
    lowered = plain(text)
    found: list[Token] = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        word = lowered[start:end]
        capital = text[start].isupper() and word not in _NOT_NAMES
        found.append(Token(start, end, word, capital))
    return tuple(found)
