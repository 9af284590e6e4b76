"""The clauses of a sentence, so that one of them can carry a part on its own.

"I worked with Ann twice, and I will hire her again" holds a context that the rest would talk down.
"""

from bisect import bisect_left

from recco_tui.writing.lazy_regex import LazyRegex

_JOINT = LazyRegex(
    r"[;:]|\s[-–—]{1,3}\s|—"
    r"|,?\s{1,3}(?:and|but|while|which|so|because|as well as|making|who)\s|,\s"
)
_WORD = LazyRegex(r"\S+")
_FEWEST = 4
"""words that a clause has at least: shorter pieces are items of a list"""


def clauses(sentence: str) -> tuple[str, ...]:
    """The clauses in order, without their joints' commas; the sentence alone when it has one."""
    starts = [word.start() for word in _WORD.finditer(sentence)]
    cuts = [0]
    for joint in _JOINT.finditer(sentence):
        before = bisect_left(starts, joint.start()) - bisect_left(starts, cuts[-1])
        after = len(starts) - bisect_left(starts, joint.end())
        if before >= _FEWEST and after >= _FEWEST:
            cuts.append(joint.start())
    ends = [*cuts[1:], len(sentence)]
    return tuple(sentence[a:b].strip(" ,;:") for a, b in zip(cuts, ends, strict=True))
