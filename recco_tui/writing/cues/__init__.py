"""Named cues: word patterns that speak for a part, found in one pass over a sentence's words."""

from functools import cache

from recco_tui.writing.cues.context import CONTEXT
from recco_tui.writing.cues.endorsement import ENDORSEMENT
from recco_tui.writing.cues.impact import IMPACT
from recco_tui.writing.cues.impact_on_people import IMPACT_ON_PEOPLE
from recco_tui.writing.cues.pattern import Cue, CueMatch, Index, index, search
from recco_tui.writing.cues.skills import SKILLS

ALL: tuple[Cue, ...] = (*CONTEXT, *SKILLS, *IMPACT, *IMPACT_ON_PEOPLE, *ENDORSEMENT)


@cache
def _index() -> Index:
    return index(ALL)


def find_cues(text: str, words: tuple[tuple[int, int, str], ...]) -> tuple[CueMatch, ...]:
    """Every cue in a sentence, in the order of the text; `words` are (start, end, lower case)."""
    return search(_index(), text, words)


__all__ = ["ALL", "Cue", "CueMatch", "find_cues"]
