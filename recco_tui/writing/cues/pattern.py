"""The small language that cues are written in.

A cue is a family of head words and a tail matched right after the head, so that a sentence costs
one dictionary look-up a word. In a tail a blank is any blank or hyphen, `{FAMILY}` one word of
`vocabulary.FAMILIES`, `{CAP}` a capitalised word, `~3` up to three words of any kind, and `'` both
apostrophes; the rest is a regular expression that ignores case.
"""

import re
from functools import cache
from typing import NamedTuple

from recco_tui.writing.vocabulary import FAMILIES

_FIELD = re.compile(r"\{([A-Z]+)\}|~(\d)|( )|(')")


class Cue(NamedTuple):
    """A cue: its stable name, e.g. "impact.led-to", the words it may begin with, what follows."""

    name: str
    heads: str
    tail: str = ""

    @property
    def part(self) -> str:
        return self.name.partition(".")[0]

    @property
    def head_words(self) -> set[str]:
        """`heads` with each family's words in place of its name."""
        words: set[str] = set()
        for head in self.heads.split():
            words.update(FAMILIES[head] if head.isupper() and len(head) > 1 else [head])
        return words


@cache
def compile_tail(tail: str) -> re.Pattern[str]:
    """A tail as a regular expression, compiled when its head is first met."""
    return re.compile(f"(?i:{_FIELD.sub(_expanded, tail)})(?!\\w)")


def _expanded(field: re.Match[str]) -> str:
    family, gap, blank, _ = field.groups()
    if family == "CAP":
        return r"(?-i:[A-Z][\w&.+-]*)"
    if family:
        return f"(?:{'|'.join(sorted(FAMILIES[family], key=len, reverse=True))})\\b"
    if gap:
        return rf"(?:[\s,-]+[\w'’.&/+]+){{0,{gap}}}"
    return r"[\s-]+" if blank else "['’]"
