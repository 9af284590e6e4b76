"""Weak phrases: many tables, one pass, a dictionary by first word."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from recco_tui.core.models import TextKind
from recco_tui.writing import model
from recco_tui.writing.findings import Finding, Severity
from recco_tui.writing.rules.subject import Subject

_NOT_WORDS = """
not never no without isn't wasn't doesn't don't didn't can't cannot hardly nothing neither nor
none aren't weren't won't
"""
_NOT = frozenset(_NOT_WORDS.split())
_NOT_REACH = 3


class Table(NamedTuple):
    """Phrases of one rule and one severity.

    `phrases` has one a line, "phrase" or "phrase => suggestion"; `*` stands for any one word and
    `a|b` for either. `message` may hold {phrase}. With `unless_negated` a "not" or "never" shortly
    before silences it.
    """

    rule: str
    severity: Severity
    message: str
    phrases: str
    unless_negated: bool = False


class Hit(NamedTuple):
    """A phrase found in a sentence, offsets into the sentence."""

    table: Table
    start: int
    end: int
    suggestion: str | None


_Entry = tuple[tuple[frozenset[str] | None, ...], str | None, Table]


def rule(kind: TextKind, subject: Subject) -> Iterator[Finding]:
    """All phrase findings of a text; of one rule at most one a place."""
    for at, sentence in enumerate(subject.sentences):
        for hit in hits(kind, sentence.text):
            phrase = sentence.text[hit.start : hit.end]
            yield subject.on(
                hit.table.rule,
                hit.table.severity,
                at,
                hit.table.message.format(phrase=phrase),
                span=(hit.start, hit.end),
                suggestion=hit.suggestion,
            )


@lru_cache(maxsize=4096)
def hits(kind: TextKind, sentence: str) -> tuple[Hit, ...]:
    """The phrases in one sentence, the longest at each place, none inside another of its rule."""
    words = model.reading(sentence).words
    spoken = [word.word for word in words]
    table = _by_first_word(kind)
    found: list[Hit] = []
    taken: dict[str, int] = {}
    for at, word in enumerate(spoken):
        for rest, suggestion, source in table.get(word, ()):
            end = at + 1 + len(rest)
            if end > len(spoken) or words[at].start < taken.get(source.rule, 0):
                continue
            if not all(
                w is None or s in w for w, s in zip(rest, spoken[at + 1 : end], strict=True)
            ):
                continue
            if source.unless_negated and _NOT.intersection(spoken[max(0, at - _NOT_REACH) : at]):
                continue
            found.append(Hit(source, words[at].start, words[end - 1].end, suggestion))
            taken[source.rule] = words[end - 1].end
    return tuple(found)


@cache
def _by_first_word(kind: TextKind) -> Mapping[str, tuple[_Entry, ...]]:
    from recco_tui.writing.rules import tables  # the tables need Table from here

    listed: dict[str, list[_Entry]] = {}
    for table in tables.FOR[kind]:
        for words, suggestion in _parsed(table.phrases):
            rest = tuple(None if w == "*" else frozenset(w.split("|")) for w in words[1:])
            for first in words[0].split("|"):
                listed.setdefault(first, []).append((rest, suggestion, table))
    return {first: tuple(sorted(e, key=lambda x: -len(x[0]))) for first, e in listed.items()}


def _parsed(lines: str) -> Iterable[tuple[list[str], str | None]]:
    for line in filter(None, map(str.strip, lines.splitlines())):
        phrase, _, suggestion = line.partition("=>")
        for one in phrase.split(";"):
            if words := one.replace("-", " ").split():
                yield words, suggestion.strip() or None
