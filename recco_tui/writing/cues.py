"""Named cues: word patterns that speak for a part, found in one pass over a sentence's words.

A cue is written `name: heads +tail`: some head words and what follows right after one of them, so
that a sentence costs one dictionary look-up a word. A head in capitals is every word of that family
in `vocabulary.FAMILIES`. In a tail a blank is any blank or hyphen, `{FAMILY}` one word of a family,
`{CAP}` a capitalised word, `~3` up to three words of any kind, `'` both apostrophes; the rest is a
regular expression that ignores case.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from recco_tui.writing.cue_lists import LISTS
from recco_tui.writing.vocabulary import FAMILIES, entries
from recco_tui.writing.words import Word

_FIELD = re.compile(r"\{([A-Z]+)\}|~(\d)|( )|(')")


class Cue(NamedTuple):
    """A cue: its stable name, e.g. "impact.led-to", the words it may begin with, what follows."""

    name: str
    heads: str
    tail: str

    @property
    def head_words(self) -> set[str]:
        """`heads` with each family's words in place of its name."""
        words: set[str] = set()
        for head in self.heads.split():
            words.update(FAMILIES[head] if head.isupper() and len(head) > 1 else [head])
        return words


def _all_cues() -> Iterator[Cue]:
    for part, text in LISTS.items():
        for name, pattern in entries(text):
            heads, _, tail = pattern.partition(" +")
            yield Cue(f"{part}.{name}", heads, tail)


CUES = tuple(_all_cues())


class CueMatch(NamedTuple):
    """A cue found: offsets are into the sentence."""

    name: str
    start: int
    end: int

    @property
    def part(self) -> str:
        return self.name.partition(".")[0]


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
