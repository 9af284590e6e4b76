"""Probabilities of the four parts for every sentence of a text, in plain Python.

Two linear layers: the first scores a sentence, and each of its clauses, by its features; the second
corrects the four scores by the best clause, the neighbours, the best of the other sentences and the
position ("He helped us so much." after a sentence of context is not read as it would be alone).

The weights are read from `weights.json` at first use. `tests/benchmarks/fit_parts.py` writes the
file; it holds named cues, common words and pairs of common words with one weight a part, and no
text.
"""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from recco_tui.writing.evidence import Evidence
from recco_tui.writing.features import Reading, position_features, read
from recco_tui.writing.parts import Part
from recco_tui.writing.sentences import clauses

Four = tuple[float, float, float, float]
"""one number for each `Part`, in their order"""
_ZEROS: Four = (0.0, 0.0, 0.0, 0.0)


SOMEWHERE = 0.4
"""from this chance on that one of a text's sentences carries a part, it is not called missing;
chosen on texts that neither reader was fitted on"""


@dataclass(frozen=True, slots=True)
class Weights:
    """Two linear layers and the thresholds."""

    bias: Four
    features: Mapping[str, Four]
    """feature of a sentence → weight for each part"""
    words: Mapping[str, Four]
    """common word → weight for each part; a sentence's are added up and divided by the root of
    their number"""
    blend_bias: Four
    blend: Mapping[str, Four]
    """"own.impact", "prev.context", "rest.skills", "a:first" … → weight for each part"""
    sure: Four
    """from this probability on a sentence is said to carry the part"""
    unsure: Four
    """from this one on recco says that it is not sure"""


@cache
def load_weights() -> Weights:
    """The weights that ship with recco."""
    from importlib.resources import files  # slow to import, and needed once

    return parse_weights((files("recco_tui.writing") / "weights.json").read_text(encoding="utf-8"))


def parse_weights(text: str) -> Weights:
    """Weights from the text of the file; numbers are stored as hundredths."""
    stored = json.loads(text)
    return Weights(
        bias=_from_hundredths(stored["bias"]),
        features=_table(stored["features"]),
        words=_table(stored["words"]),
        blend_bias=_from_hundredths(stored["blend_bias"]),
        blend=_table(stored["blend"]),
        sure=_from_hundredths(stored["sure"]),
        unsure=_from_hundredths(stored["unsure"]),
    )


def _table(stored: Mapping[str, list[int]]) -> dict[str, Four]:
    return {name: _from_hundredths(row) for name, row in stored.items()}


def _from_hundredths(row: list[int]) -> Four:
    a, b, c, d = row
    return (a / 100, b / 100, c / 100, d / 100)


@lru_cache(maxsize=4096)
def reading(text: str) -> Reading:
    """A sentence's reading; cached, because most sentences stay the same while one is typed."""
    return read(text)


class Scores(NamedTuple):
    """Log-odds of each part from the first layer: the sentence's own and its best clause's."""

    own: Four
    clause: Four


def probabilities(
    sentences: tuple[str, ...], weights: Weights | None = None, evidence: Evidence | None = None
) -> list[Four]:
    """The probability of each part for each sentence, by the weights that ship unless given, and
    by what the second reader says where it said something."""
    known = weights or load_weights()
    count = len(sentences)
    bare = [_scores(text, weights) if weights else shipped_scores(text) for text in sentences]
    scores = [_with_position(score, at, count, known) for at, score in enumerate(bare)]
    found = [_blend(inputs, known) for inputs in blend_inputs(scores)]
    if not evidence:
        return found
    return [
        both(four, evidence[text], known) if text in evidence else four
        for text, four in zip(sentences, found, strict=True)
    ]


def both(first: Four, second: Four, weights: Weights) -> Four:
    """The chances by both readers, on the scale on which the bounds of `weights` hold: the mean of
    their log-odds, each less its bound."""
    a, b, c, d = map(_together, first, second, weights.sure)
    return (a, b, c, d)


def _together(first: float, second: float, sure: float) -> float:
    bound = _log_odds(sure)
    return _chance(bound + (_log_odds(first) - bound + second) / 2)


def carried(columns: Sequence[Sequence[float]], weights: Weights | None = None) -> tuple[bool, ...]:
    """For each part, from its chances in a text's sentences, whether it is not called missing: one
    sentence carries it, or it would be odd if none did."""
    return tuple(
        max(column, default=0.0) >= sure or 1 - math.prod(1 - c for c in column) >= SOMEWHERE
        for column, sure in zip(columns, (weights or load_weights()).sure, strict=True)
    )


@lru_cache(maxsize=4096)
def shipped_scores(text: str) -> Scores:
    """First layer with the weights that ship, without the position; cached as readings are."""
    return _scores(text, load_weights())


def _scores(text: str, weights: Weights) -> Scores:
    own = _sentence_scores(reading(text), weights)
    parts = clauses(text)
    if len(parts) == 1:
        return Scores(own, own)
    four = zip(*(_sentence_scores(reading(clause), weights) for clause in parts), strict=True)
    best = [max(scores) for scores in four]
    return Scores(own, (best[0], best[1], best[2], best[3]))


def _sentence_scores(found: Reading, weights: Weights) -> Four:
    """Log-odds of each part from the words of a sentence or clause alone."""
    totals = list(weights.bias)
    for name in found.features:
        row = weights.features.get(name)
        if row:
            for part, weight in enumerate(row):
                totals[part] += weight
    words = map(without_possessive, found.normalized)
    known = [weights.words[word] for word in words if word in weights.words]
    if known:
        root = math.sqrt(len(known))
        for part in range(4):
            totals[part] += sum(row[part] for row in known) / root
    return (totals[0], totals[1], totals[2], totals[3])


def without_possessive(word: str) -> str:
    """ "team" for "team's": the form that has a weight."""
    return word.removesuffix("'s")


def _with_position(scores: Scores, at: int, count: int, weights: Weights) -> Scores:
    names = position_features(at, count)
    rows = [weights.features[name] for name in names if name in weights.features]
    shift = [sum(column) for column in zip(*rows, strict=True)] or [0.0] * 4
    own, clause = (
        (four[0] + shift[0], four[1] + shift[1], four[2] + shift[2], four[3] + shift[3])
        for four in scores
    )
    return Scores(own, clause)


def blend_inputs(scores: Sequence[Scores]) -> Iterator[dict[str, float]]:
    """What the second layer gets of each sentence, by name."""
    chances = [_chances(score.own) for score in scores]
    length = math.log(len(scores)) if scores else 0.0
    for at, score in enumerate(scores):
        rest = chances[:at] + chances[at + 1 :]
        views = {
            "score": score.own,
            "own": chances[at],
            "clause-score": score.clause,
            "clause": _chances(score.clause),
            "prev": chances[at - 1] if at else _ZEROS,
            "next": chances[at + 1] if at + 1 < len(chances) else _ZEROS,
            "rest": tuple(map(max, *rest)) if len(rest) > 1 else rest[0] if rest else _ZEROS,
        }
        inputs = {
            f"{view}.{part}": value
            for view, values in views.items()
            for part, value in zip(Part, values, strict=True)
        }
        inputs.update(dict.fromkeys(position_features(at, len(scores)), 1.0))
        inputs["length"] = length
        yield inputs


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


def _log_odds(chance: float) -> float:
    return math.log(chance / (1 - chance)) if 0 < chance < 1 else math.copysign(30.0, chance - 0.5)


def _chance(score: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))
