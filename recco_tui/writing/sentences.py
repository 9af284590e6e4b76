"""Sentences as a person counts them, with their places in the text as typed.

sentencex finds the boundaries inside a block; `blocks` has parted the text at line breaks and
bullets before, and `boundaries` adds and takes away what sentencex gets wrong. Every step is linear
in the text.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from sentencex import segment

from recco_tui.writing.blocks import blocks
from recco_tui.writing.boundaries import correct
from recco_tui.writing.lazy_regex import LazyRegex

# sentencex is Rust and refuses lone surrogates; NUL is harmless but no sign of a sentence.
_UNSPEAKABLE = LazyRegex("[\ud800-\udfff\0]")
_BREAKS = LazyRegex(r"[\r\n\x0b\x0c\x85\u2028\u2029]")
_SIGN_OFF = LazyRegex(
    r"(?:(?:(?:all |my )?(?:the )?(?:kind|kindest|best|warm|warmest|many)?\s*(?:regards|wishes|best"
    r"|thanks)|best|cheers|sincerely|yours(?: truly)?|warmly|love|br)\s*[,!–—-]?|[—–-])"
    r"\s*(?:\S+\s*){0,3}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text` is exactly `whole[start:end]`: no blank, bullet or line break at either end."""

    text: str
    start: int
    end: int


def split(text: str) -> tuple[Sentence, ...]:
    """The sentences in order.

    What holds no letter or digit (an emoji, a closing mark) and a sign-off in lines of its own
    ("Best, Rafael") belong to the sentence before.
    """
    spoken = _UNSPEAKABLE.sub(" ", text)
    parts = blocks(spoken)
    spans: list[tuple[int, int]] = []
    for at, (start, end) in enumerate(parts):
        closing = at > 0 and at >= len(parts) - 2 and _is_sign_off(spoken[start : parts[-1][1]])
        if closing and spans:
            spans[-1] = (spans[-1][0], len(spoken[: parts[-1][1]].rstrip()))
            break
        for first, last in _inside(_BREAKS.sub(" ", spoken[start:end])):
            _add(spans, spoken, start + first, start + last)
    return tuple(Sentence(text[a:b], a, b) for a, b in spans)


def _inside(block: str) -> list[tuple[int, int]]:
    cuts: list[int] = []
    at = 0
    for piece in segment("en", block):
        at += len(piece)
        cuts.append(at)
    edges = [0, *correct(block, cuts), len(block)]
    return list(pairwise(edges))


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end -= len(piece) - len(piece.rstrip())
    if start >= end:
        return
    if any(character.isalnum() for character in text[start:end]):
        spans.append((start, end))
    elif spans and "\n" not in text[spans[-1][1] : start]:
        spans[-1] = (spans[-1][0], end)


def _is_sign_off(closing: str) -> bool:
    return len(closing) <= 60 and bool(_SIGN_OFF.fullmatch(closing.strip()))
