"""The writer's own word on a sentence: it wins over the model and moves along with the sentence."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from recco_tui.writing.sentences import Sentence, split

_MOST = 60
_SHORTEST_DORMANT = 12
_ALIKE = 0.5
_HELD = 0.8


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence's parts set (True) or cleared (False) by the writer."""

    text: str
    parts: Mapping[str, bool]


@dataclass(frozen=True, slots=True)
class Claims:
    """Claims by sentence text. One whose sentence is gone sleeps: a cut sentence may be pasted."""

    entries: tuple[Claim, ...] = field(default=())

    def of(self, sentence: str) -> Mapping[str, bool]:
        """part → set or cleared, for a sentence as it stands; empty when nothing was claimed."""
        for claim in self.entries:
            if claim.text == sentence:
                return claim.parts
        return {}

    def with_claim(self, sentence: str, part: str, carried: bool) -> "Claims":
        """The writer says that the sentence carries the part, or does not."""
        return self._replaced(sentence, {**self.of(sentence), part: carried})

    def without(self, sentence: str, part: str) -> "Claims":
        """Back to recco's own reading of this part."""
        left = {key: value for key, value in self.of(sentence).items() if key != part}
        return self._replaced(sentence, left)

    def _replaced(self, sentence: str, parts: Mapping[str, bool]) -> "Claims":
        others = tuple(claim for claim in self.entries if claim.text != sentence)
        return Claims((*others, Claim(sentence, parts))[-_MOST:] if parts else others)

    def to_json(self) -> str:
        return json.dumps([{"text": c.text, "parts": dict(c.parts)} for c in self.entries])

    @classmethod
    def from_json(cls, stored: str) -> "Claims":
        """Claims as `to_json` wrote them; anything else is no claim at all."""
        try:
            rows = json.loads(stored or "[]")
            return cls(tuple(Claim(str(r["text"]), _parts(r["parts"])) for r in rows)[-_MOST:])
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return cls()


def _parts(stored: Mapping[str, object]) -> dict[str, bool]:
    return {str(part): bool(value) for part, value in stored.items()}


def carry(claims: Claims, old_text: str, new_text: str) -> Claims:
    """Claims after an edit: identical sentences keep theirs, a changed one takes it along.

    Two sentences made one join their claims; of one made two, the more alike keeps it.
    """
    if old_text == new_text or not claims.entries:
        return claims
    new = split(new_text)
    standing = {sentence.text for sentence in new}
    before = {sentence.text for sentence in split(old_text)}
    changed = [sentence for sentence in new if sentence.text not in before]
    kept: dict[str, Claim] = {}
    for claim in claims.entries:
        text = claim.text
        if text not in standing and text in before:
            text = _successor(text, changed)
            if text == claim.text and len(text) < _SHORTEST_DORMANT:
                continue
        joined = {**kept[text].parts, **claim.parts} if text in kept else claim.parts
        kept[text] = replace(claim, text=text, parts=joined)
    return Claims(tuple(kept.values())[-_MOST:])


def _successor(text: str, candidates: list[Sentence]) -> str:
    """The changed sentence most like `text`, or `text` itself when none is like it."""
    scored = [(_likeness(text, candidate.text), candidate.text) for candidate in candidates]
    best, found = max(scored, default=(0.0, text))
    return found if best >= _ALIKE else text


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
    held = shared / fewest if fewest >= 3 else 0.0
    return max(ends, dice, _ALIKE if held >= _HELD else 0.0)
