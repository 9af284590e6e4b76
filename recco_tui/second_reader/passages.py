"""What the encoder reads: a text's sentences as word pieces, one after the other."""

from collections.abc import Sequence
from typing import NamedTuple

from recco_tui.second_reader.word_pieces import WordPieces

LONGEST = 512
"""pieces that are read at once"""
_LONGEST_SENTENCE = 120


class Passage(NamedTuple):
    """Sentences that are read at once; a text of usual length is one passage."""

    pieces: list[int]
    spans: list[tuple[int, int]]
    """where each sentence's own pieces are"""
    places: list[tuple[float, float, float]]
    """of each sentence in its text: first, last, how far on"""


def passages(sentences: Sequence[str], known: WordPieces) -> list[Passage]:
    """A text's passages, which together hold each sentence once, in order."""
    found: list[Passage] = []
    last = len(sentences) - 1
    for at, sentence in enumerate(sentences):
        own = known.of(sentence)[:_LONGEST_SENTENCE] or [known.stop]
        if not found or len(found[-1].pieces) + len(own) + 1 > LONGEST:
            found.append(Passage([known.start], [], []))
        passage = found[-1]
        begin = len(passage.pieces)
        passage.pieces.extend((*own, known.stop))
        passage.spans.append((begin, begin + len(own)))
        passage.places.append((float(at == 0), float(at == last), at / max(1, last)))
    return found
