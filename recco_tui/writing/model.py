"""Probabilities of the four parts for every sentence of a text, in plain Python.

Two linear layers: the first scores a sentence, and each of its clauses, by what it shows; the
second corrects the four scores by the best clause, the neighbours, the best rest of the text and
the place ("He helped us so much." after a sentence of context reads otherwise than alone).
"""

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from recco_tui.writing.clauses import clauses
from recco_tui.writing.features import Reading, place, read
from recco_tui.writing.weights import Four, Weights, load

ORDER = ("context", "skills", "impact", "endorsement")
_NONE: Four = (0.0, 0.0, 0.0, 0.0)


@lru_cache(maxsize=4096)
def reading(text: str) -> Reading:
    """A sentence's reading; cached, because most sentences stand while one is typed."""
    return read(text)


class Scores(NamedTuple):
    """Log-odds of each part from the first layer: the sentence's own and its best clause's."""

    own: Four
    clause: Four


@lru_cache(maxsize=4096)
def shipped_scores(text: str) -> Scores:
    """First layer with the weights that ship, without the place; cached as readings are."""
    return _scores(text, load())


def _scores(text: str, weights: Weights) -> Scores:
    """First layer without the place."""
    own = sentence_scores(reading(text), weights)
    parts = clauses(text)
    if len(parts) == 1:
        return Scores(own, own)
    four = zip(*(sentence_scores(reading(clause), weights) for clause in parts), strict=True)
    best = [max(scores) for scores in four]
    return Scores(own, (best[0], best[1], best[2], best[3]))


def sentence_scores(found: Reading, weights: Weights) -> Four:
    """Log-odds of each part from the words of a sentence or clause alone."""
    totals = list(weights.bias)
    for name in found.features:
        row = weights.own.get(name)
        if row:
            for part, weight in enumerate(row):
                totals[part] += weight
    known = [weights.meaning[w] for w in map(plain_word, found.marks) if w in weights.meaning]
    if known:
        root = math.sqrt(len(known))
        for part in range(4):
            totals[part] += sum(row[part] for row in known) / root
    return (totals[0], totals[1], totals[2], totals[3])


def plain_word(mark: str) -> str:
    """The word as it stands among the meanings: "team's" is "team"."""
    return mark.removesuffix("'s")


def _placed(scores: Scores, at: int, of: int, weights: Weights) -> Scores:
    rows = [weights.own[name] for name in place(at, of) if name in weights.own]
    shift = [sum(column) for column in zip(*rows, strict=True)] or [0.0] * 4
    own, clause = (
        (four[0] + shift[0], four[1] + shift[1], four[2] + shift[2], four[3] + shift[3])
        for four in scores
    )
    return Scores(own, clause)


def blend_inputs(scores: Sequence[Scores]) -> Iterator[dict[str, float]]:
    """What the second layer sees of each sentence, by name."""
    chances = [_chances(one.own) for one in scores]
    length = math.log(len(scores)) if scores else 0.0
    for at, one in enumerate(scores):
        rest = chances[:at] + chances[at + 1 :]
        views = {
            "score": one.own,
            "own": chances[at],
            "clause-score": one.clause,
            "clause": _chances(one.clause),
            "prev": chances[at - 1] if at else _NONE,
            "next": chances[at + 1] if at + 1 < len(chances) else _NONE,
            "rest": tuple(map(max, *rest)) if len(rest) > 1 else rest[0] if rest else _NONE,
        }
        inputs = {
            f"{view}.{part}": value
            for view, values in views.items()
            for part, value in zip(ORDER, values, strict=True)
        }
        inputs.update(dict.fromkeys(place(at, len(scores)), 1.0))
        inputs["length"] = length
        yield inputs


def probabilities(sentences: tuple[str, ...], weights: Weights | None = None) -> list[Four]:
    """One probability a part (in `ORDER`) for each sentence."""
    known = weights or load()
    count = len(sentences)
    bare = [_scores(text, weights) if weights else shipped_scores(text) for text in sentences]
    scores = [_placed(one, at, count, known) for at, one in enumerate(bare)]
    return [_blend(inputs, known) for inputs in blend_inputs(scores)]


def _blend(inputs: dict[str, float], weights: Weights) -> Four:
    total = list(weights.blend_bias)
    for name, value in inputs.items():
        row = weights.blend.get(name)
        if row and value:
            for part, weight in enumerate(row):
                total[part] += weight * value
    return _chances((total[0], total[1], total[2], total[3]))


def _chances(four: Four) -> Four:
    return (_chance(four[0]), _chance(four[1]), _chance(four[2]), _chance(four[3]))


def _chance(score: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))
