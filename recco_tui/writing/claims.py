"""What the writer claims of a sentence: it wins over the model and follows the sentence's edits."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from recco_tui.writing.sentences import Sentence, split

_MOST_CLAIMS = 60
_SHORTEST_DORMANT = 12
"""characters of a removed sentence whose claim is kept in case it is pasted back"""
_SAME_SENTENCE = 0.5
"""likeness from which on a changed sentence takes a claim over"""
_CONTAINED = 0.8
"""share of the shorter sentence's words from which on the longer one contains it"""


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence's parts set (True) or cleared (False) by the writer."""

    text: str
    parts: Mapping[str, bool]


@dataclass(frozen=True, slots=True)
class Claims:
    """Claims by sentence text. One whose sentence is gone is kept: a cut sentence may be pasted."""

    entries: tuple[Claim, ...] = ()

    def of(self, sentence: str) -> Mapping[str, bool]:
        """part → set or cleared, for exactly this sentence; empty when nothing was claimed."""
        for claim in self.entries:
            if claim.text == sentence:
                return claim.parts
        return {}

    def with_claim(self, sentence: str, part: str, carried: bool) -> "Claims":
        """The claims after the writer says that the sentence carries the part, or does not."""
        return self._replaced(sentence, {**self.of(sentence), part: carried})

    def without(self, sentence: str, part: str) -> "Claims":
        """The claims without one, so that recco's own reading of this part counts."""
        others = {key: value for key, value in self.of(sentence).items() if key != part}
        return self._replaced(sentence, others)

    def _replaced(self, sentence: str, parts: Mapping[str, bool]) -> "Claims":
        others = tuple(claim for claim in self.entries if claim.text != sentence)
        return Claims((*others, Claim(sentence, parts))[-_MOST_CLAIMS:] if parts else others)

    def to_json(self) -> str:
        return json.dumps([{"text": c.text, "parts": dict(c.parts)} for c in self.entries])

    @classmethod
    def from_json(cls, stored: str) -> "Claims":
        """Claims as `to_json` wrote them; anything else is no claim at all."""
        try:
            rows = json.loads(stored or "[]")
            return cls(
                tuple(Claim(str(r["text"]), _parts(r["parts"])) for r in rows)[-_MOST_CLAIMS:]
            )
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return cls()


def _parts(stored: Mapping[str, object]) -> dict[str, bool]:
    return {str(part): bool(value) for part, value in stored.items()}


def carry_over(claims: Claims, old_text: str, new_text: str) -> Claims:
    """Claims after an edit: an unchanged sentence keeps its claim, a changed one takes it over.

    Two sentences made one unite their claims; of one made two, the more alike keeps it.
    """
    if old_text == new_text or not claims.entries:
        return claims
    new = split(new_text)
    after = {sentence.text for sentence in new}
    before = {sentence.text for sentence in split(old_text)}
    changed = [sentence for sentence in new if sentence.text not in before]
    kept: dict[str, Claim] = {}
    for claim in claims.entries:
        text = claim.text
        if text not in after and text in before:
            text = successor(text, changed)
            if text == claim.text and len(text) < _SHORTEST_DORMANT:
                continue
        parts = {**kept[text].parts, **claim.parts} if text in kept else claim.parts
        kept[text] = Claim(text, parts)
    return Claims(tuple(kept.values())[-_MOST_CLAIMS:])


def successor(text: str, candidates: list[Sentence]) -> str:
    """The changed sentence most like `text`, or `text` itself when none is like it."""
    scored = [(_likeness(text, candidate.text), candidate.text) for candidate in candidates]
    best, found = max(scored, default=(0.0, text))
    return found if best >= _SAME_SENTENCE else text


def _likeness(a: str, b: str) -> float:
    """0 to 1: the same beginning and end count as much as the same words."""
    shorter, longer = min(len(a), len(b)), max(len(a), len(b))
    head = 0
    while head < shorter and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < shorter - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    ends = (head + tail) / longer if longer else 1.0
    words_a, words_b = set(a.lower().split()), set(b.lower().split())
    shared = len(words_a & words_b)
    fewest = min(len(words_a), len(words_b))
    dice = 2 * shared / (len(words_a) + len(words_b)) if fewest else 0.0
    contained = shared / fewest if fewest >= 3 else 0.0
    return max(ends, dice, _SAME_SENTENCE if contained >= _CONTAINED else 0.0)
