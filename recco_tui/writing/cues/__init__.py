"""Named cues: word patterns that speak for a part, found in one pass over a sentence's words."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from recco_tui.writing.cues.context import CONTEXT
from recco_tui.writing.cues.endorsement import ENDORSEMENT
from recco_tui.writing.cues.impact import IMPACT
from recco_tui.writing.cues.pattern import Cue, compile_tail
from recco_tui.writing.cues.skills import SKILLS
from recco_tui.writing.words import Word

CUES: tuple[Cue, ...] = (*CONTEXT, *SKILLS, *IMPACT, *ENDORSEMENT)


class CueMatch(NamedTuple):
    """A cue found: offsets are into the sentence."""

    name: str
    start: int
    end: int


def find_cues(text: str, words: tuple[Word, ...]) -> tuple[CueMatch, ...]:
    """Every cue in a sentence of these words, each once, at its first place."""
    found: dict[str, CueMatch] = {}
    cues_of = _cues_by_head()
    for word in words:
        for cue in cues_of.get(word.text, ()):
            if cue.name in found:
                continue
            if not cue.tail:
                found[cue.name] = CueMatch(cue.name, word.start, word.end)
            elif match := compile_tail(cue.tail).match(text, word.end):
                found[cue.name] = CueMatch(cue.name, word.start, match.end())
    return tuple(found.values())


@cache
def _cues_by_head() -> Mapping[str, tuple[Cue, ...]]:
    table: dict[str, list[Cue]] = {}
    for cue in CUES:
        for head in cue.head_words:
            table.setdefault(head, []).append(cue)
    return {head: tuple(cues) for head, cues in table.items()}
