"""The small language cues are written in, and the search for them.

A cue is a family of head words and a tail matched right behind the head, so that a sentence costs
one dictionary look-up a word. In a tail a blank is any blank or hyphen, `{FAMILY}` one word of
`vocabulary.FAMILIES`, `{CAP}` a capitalised word, `~3` up to three words of any kind, and `'` both
apostrophes; the rest is a regular expression without regard to case.
"""

import re
from collections.abc import Iterable, Mapping
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


class CueMatch(NamedTuple):
    """A cue found: offsets are into the sentence."""

    name: str
    start: int
    end: int


Word = tuple[int, int, str]
Index = Mapping[str, tuple[tuple[str, str], ...]]


def index(patterns: Iterable[Cue]) -> Index:
    """Head word → the (name, tail) pairs to try there."""
    table: dict[str, list[tuple[str, str]]] = {}
    for pattern in patterns:
        for head in _heads(pattern.heads):
            table.setdefault(head, []).append((pattern.name, pattern.tail))
    return {head: tuple(entries) for head, entries in table.items()}


def _heads(spec: str) -> set[str]:
    heads: set[str] = set()
    for word in spec.split():
        heads.update(FAMILIES[word] if word.isupper() and len(word) > 1 else [word])
    return heads


def search(table: Index, text: str, words: tuple[Word, ...]) -> tuple[CueMatch, ...]:
    """All matches; a cue is reported once, where it first stands."""
    found: dict[str, CueMatch] = {}
    for start, end, word in words:
        for name, tail in table.get(word, ()):
            if name in found:
                continue
            if not tail:
                found[name] = CueMatch(name, start, end)
            elif match := compiled(tail).match(text, end):
                found[name] = CueMatch(name, start, match.end())
    return tuple(found.values())


@cache
def compiled(tail: str) -> re.Pattern[str]:
    """A tail as a regular expression, compiled when its head is first met."""
    return re.compile(f"(?i:{_FIELD.sub(_expand, tail)})(?!\\w)")


def _expand(field: re.Match[str]) -> str:
    family, gap, blank, _ = field.groups()
    if family == "CAP":
        return r"(?-i:[A-Z][\w&.+-]*)"
    if family:
        return f"(?:{'|'.join(sorted(FAMILIES[family], key=len, reverse=True))})\\b"
    if gap:
        return rf"(?:[\s,-]+[\w'’.&/+]+){{0,{gap}}}"
    return r"[\s-]+" if blank else "['’]"
