"""The fitted numbers, read from `weights.json` at first use.

`tests/benchmarks/fit_parts.py` writes the file. It holds named cues, common words and pairs of
common words with one weight a part, and no text.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

Four = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Weights:
    """Two linear layers and the bounds; every `Four` is in the order of `parts.PARTS`."""

    bias: Four
    own: Mapping[str, Four]
    """feature of a sentence → weight for each part"""
    meaning: Mapping[str, Four]
    """common word → weight for each part; a sentence's are summed up and divided by the root of
    their number"""
    blend_bias: Four
    blend: Mapping[str, Four]
    """"own.impact", "prev.context", "rest.skills", "a:first" … → weight for each part"""
    tint: Four
    """from this probability a sentence is said to carry the part"""
    unsure: Four
    """from this one on recco says that it is not sure"""
    anywhere: Four
    """from this one on, for the text as a whole, the part is not called missing"""


@cache
def load() -> Weights:
    """The weights that ship with recco."""
    from importlib.resources import files  # slow to import, and needed once

    return parse((files("recco_tui.writing") / "weights.json").read_text(encoding="utf-8"))


def parse(text: str) -> Weights:
    """Weights from the text of the file; numbers are stored as hundredths."""
    stored = json.loads(text)
    return Weights(
        bias=_four(stored["bias"]),
        own={name: _four(row) for name, row in stored["own"].items()},
        meaning={word: _four(row) for word, row in stored["meaning"].items()},
        blend_bias=_four(stored["blend_bias"]),
        blend={name: _four(row) for name, row in stored["blend"].items()},
        tint=_four(stored["tint"]),
        unsure=_four(stored["unsure"]),
        anywhere=_four(stored["anywhere"]),
    )


def _four(row: list[int]) -> Four:
    a, b, c, d = row
    return (a / 100, b / 100, c / 100, d / 100)
