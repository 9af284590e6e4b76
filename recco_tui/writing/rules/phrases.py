"""Weak phrases: many lists, one pass, a dictionary by first word."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from recco_tui.core.models import TextKind
from recco_tui.writing import model
from recco_tui.writing.findings import Finding, Severity
from recco_tui.writing.parts import Part, State
from recco_tui.writing.rules.phrase_lists import EFFORT, LISTS, PhraseList
from recco_tui.writing.rules.subject import Subject

_NEGATION_WORDS = """
not never no without isn't wasn't doesn't don't didn't can't cannot hardly nothing neither nor
none aren't weren't won't
"""
_NEGATIONS = frozenset(_NEGATION_WORDS.split())
_NEGATION_DISTANCE = 3


class Match(NamedTuple):
    """A phrase found in a sentence, offsets into the sentence."""

    source: PhraseList
    start: int
    end: int
    suggestion: str | None

    def message(self, sentence: str) -> str:
        return self.source.message.format(phrase=sentence[self.start : self.end])


class _Phrase(NamedTuple):
    """A phrase without its first word: for each further word its choices, None for any word."""

    rest: tuple[frozenset[str] | None, ...]
    suggestion: str | None
    source: PhraseList


def phrases(subject: Subject) -> Iterator[Finding]:
    """All findings of the phrase lists for this kind of text."""
    for at, sentence in enumerate(subject.sentences):
        for match in find_phrases(subject.kind, sentence.text):
            yield subject.finding_in(
                at,
                match.source.rule,
                match.source.severity,
                match.message(sentence.text),
                match.suggestion,
                span=(match.start, match.end),
            )


def effort_only(subject: Subject) -> Iterator[Finding]:
    """effort-only: a warning at the first effort word of a text that tells no impact."""
    if subject.states[Part.IMPACT] is not State.ABSENT:
        return
    for at, sentence in enumerate(subject.sentences):
        for match in find_phrases(subject.kind, sentence.text):
            if match.source is EFFORT:
                yield subject.finding_in(
                    at,
                    EFFORT.rule,
                    Severity.WARNING,
                    match.message(sentence.text),
                    "say what the effort brought about",
                    span=(match.start, match.end),
                )
                return


@lru_cache(maxsize=4096)
def find_phrases(kind: TextKind, sentence: str) -> tuple[Match, ...]:
    """The phrases in one sentence, the longest at each place, none inside another of its rule."""
    words = model.reading(sentence).words
    texts = [word.text for word in words]
    by_first_word = _by_first_word(kind)
    found: list[Match] = []
    end_of_rule: dict[str, int] = {}
    for at, word in enumerate(words):
        for rest, suggestion, source in by_first_word.get(word.text, ()):
            end = at + 1 + len(rest)
            if end > len(texts) or word.start < end_of_rule.get(source.rule, 0):
                continue
            if not all(
                choices is None or text in choices
                for choices, text in zip(rest, texts[at + 1 : end], strict=True)
            ):
                continue
            before = texts[max(0, at - _NEGATION_DISTANCE) : at]
            if source.unless_negated and _NEGATIONS.intersection(before):
                continue
            found.append(Match(source, word.start, words[end - 1].end, suggestion))
            end_of_rule[source.rule] = words[end - 1].end
    return tuple(found)


@cache
def _by_first_word(kind: TextKind) -> Mapping[str, tuple[_Phrase, ...]]:
    """First word → the phrases that begin with it, the longest first."""
    table: dict[str, list[_Phrase]] = {}
    for source in LISTS[kind]:
        for words, suggestion in _parsed(source.phrases):
            rest = tuple(None if w == "*" else frozenset(w.split("|")) for w in words[1:])
            for first in words[0].split("|"):
                table.setdefault(first, []).append(_Phrase(rest, suggestion, source))
    return {
        first: tuple(sorted(phrases, key=lambda phrase: -len(phrase.rest)))
        for first, phrases in table.items()
    }


def _parsed(lines: str) -> Iterable[tuple[list[str], str | None]]:
    for line in filter(None, map(str.strip, lines.splitlines())):
        phrases, _, suggestion = line.partition("=>")
        for phrase in phrases.split(";"):
            if words := phrase.replace("-", " ").split():
                yield words, suggestion.strip() or None
