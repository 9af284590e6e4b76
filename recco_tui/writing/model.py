"""Probabilities of the four parts for every sentence of a text, in plain Python.

Two linear layers: the first scores a sentence by what it shows, the second corrects the four scores
by its neighbours, the best rest of the text and its place ("He helped us so much." after a sentence
of context reads otherwise than alone).
"""

import math
from collections.abc import Iterator
from functools import lru_cache

from recco_tui.writing.features import Reading, place, read
from recco_tui.writing.weights import Four, Weights, load

ORDER = ("context", "skills", "impact", "endorsement")
_NONE: Four = (0.0, 0.0, 0.0, 0.0)


@lru_cache(maxsize=4096)
def reading(text: str) -> Reading:
    """A sentence's reading; cached, because most sentences stand while one is typed."""
    return read(text)


@lru_cache(maxsize=4096)
def _shipped_scores(text: str) -> Four:
    return sentence_scores(reading(text), load())


def sentence_scores(found: Reading, weights: Weights) -> Four:
    """First layer without the place: log-odds of each part from the sentence alone."""
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


def _placed(own: Four, at: int, of: int, weights: Weights) -> Four:
    totals = list(own)
    for name in place(at, of):
        row = weights.own.get(name)
        if row:
            for part, weight in enumerate(row):
                totals[part] += weight
    return (totals[0], totals[1], totals[2], totals[3])


def blend_inputs(scores: list[Four]) -> Iterator[dict[str, float]]:
    """What the second layer sees of each sentence, by name."""
    chances = [_chances(four) for four in scores]
    length = math.log(len(scores)) if scores else 0.0
    for at, own in enumerate(scores):
        inputs = {f"score.{part}": value for part, value in zip(ORDER, own, strict=True)}
        rest = chances[:at] + chances[at + 1 :]
        views = {
            "own": chances[at],
            "prev": chances[at - 1] if at else _NONE,
            "next": chances[at + 1] if at + 1 < len(chances) else _NONE,
            "rest": tuple(map(max, *rest)) if len(rest) > 1 else rest[0] if rest else _NONE,
        }
        for view, values in views.items():
            inputs.update({f"{view}.{part}": v for part, v in zip(ORDER, values, strict=True)})
        inputs.update(dict.fromkeys(place(at, len(scores)), 1.0))
        inputs["length"] = length
        yield inputs


def probabilities(sentences: tuple[str, ...], weights: Weights | None = None) -> list[Four]:
    """One probability a part (in `ORDER`) for each sentence."""
    known = weights or load()
    count = len(sentences)
    own = [
        sentence_scores(reading(text), weights) if weights else _shipped_scores(text)
        for text in sentences
    ]
    scores = [_placed(four, at, count, known) for at, four in enumerate(own)]
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
