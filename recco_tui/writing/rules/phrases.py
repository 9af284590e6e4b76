"""Weak phrases: many lists, one pass, a dictionary by first word."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from recco_tui.core.models import TextKind
from recco_tui.writing import model
from recco_tui.writing.features import is_name_at_start
from recco_tui.writing.findings import Finding, Severity
from recco_tui.writing.lazy_regex import LazyRegex
from recco_tui.writing.parts import Part, State
from recco_tui.writing.rules.phrase_lists import EFFORT, LISTS, SHORTHANDS, PhraseList
from recco_tui.writing.rules.subject import Subject
from recco_tui.writing.tense import tells_of_past
from recco_tui.writing.words import Word

_NEGATION_WORDS = """
not never no without isn't wasn't doesn't don't didn't can't cannot hardly nothing neither nor
none aren't weren't won't
"""
_NEGATIONS = frozenset(_NEGATION_WORDS.split())
_NEGATION_DISTANCE = 3
_IN_CLAUSE = LazyRegex(r"[\s-]+(?!(?:and|but|or|so)\b)[\w\"“‘'(]")
"""after a phrase that does not end its clause"""
_BEFORE_EMPHASIS = frozenset(["a", "an", "true", "real", "absolute", "total", "my"])
_ALSO_NAMES = frozenset(
    ["buddy", "honey", "savage", "dang", "babe", "guru", "ninja", "slay", "dope"]
)


class Match(NamedTuple):
    """A phrase found in a sentence, offsets into the sentence."""

    source: PhraseList
    start: int
    end: int
    suggestion: str | None

    def message(self, sentence: str) -> str:
        return self.source.message.format(phrase=sentence[self.start : self.end])


Choices = frozenset[str] | None
"""what a word of a phrase may be; None for any word"""


class _Phrase(NamedTuple):
    """A phrase without its first word; `not_before` and `not_after` are the words that must not
    stand at its sides, `ends_clause` says that nothing may follow."""

    rest: tuple[Choices, ...]
    suggestion: str | None
    source: PhraseList
    not_before: frozenset[str] = frozenset()
    not_after: frozenset[str] = frozenset()
    ends_clause: bool = False


def phrases(subject: Subject) -> Iterator[Finding]:
    """All findings of the phrase lists for this kind of text."""
    for at, sentence in enumerate(subject.sentences):
        for match in find_phrases(subject.kind, sentence.text):
            if subject.is_their_name(sentence.text[match.start : match.end]):
                continue
            yield subject.finding_in(
                at,
                match.source.rule,
                match.source.severity,
                match.message(sentence.text),
                match.suggestion or subject.named(match.source.example) or None,
                span=(match.start, match.end),
            )


def effort_only(subject: Subject) -> Iterator[Finding]:
    """effort-only: a warning at the first effort word of a text that tells no impact."""
    if subject.states[Part.IMPACT] is not State.ABSENT and Part.IMPACT not in subject.asked:
        return
    for at, sentence in enumerate(subject.sentences):
        for match in find_phrases(subject.kind, sentence.text):
            if match.source is EFFORT:
                yield subject.finding_in(
                    at,
                    EFFORT.rule,
                    Severity.WARNING,
                    match.message(sentence.text),
                    subject.named(EFFORT.example),
                    span=(match.start, match.end),
                )
                return


@lru_cache(maxsize=4096)
def find_phrases(kind: TextKind, sentence: str) -> tuple[Match, ...]:
    """The phrases in one sentence, the longest at each place, none inside another of its rule."""
    words = model.reading(sentence).words
    by_first_word = _by_first_word(kind)
    found: list[Match] = []
    end_of_rule: dict[str, int] = {}
    for at, word in enumerate(words):
        for phrase in _candidates(by_first_word, word, at == 0):
            end, source = at + 1 + len(phrase.rest), phrase.source
            if word.start < end_of_rule.get(source.rule, 0):
                continue
            if not _matches(phrase, sentence, words, at) or _is_literal(
                source, sentence, words, at, end
            ):
                continue
            found.append(Match(source, word.start, words[end - 1].end, phrase.suggestion))
            end_of_rule[source.rule] = words[end - 1].end
    return tuple(found)


def _candidates(
    by_first_word: Mapping[str, tuple[_Phrase, ...]], word: Word, is_first: bool
) -> tuple[_Phrase, ...]:
    candidates = by_first_word.get(word.text, ())
    if word.capital and (not is_first or is_name_at_start(word.text)):
        candidates += by_first_word.get(_name_token(word), ())
    return candidates


def _name_token(word: Word) -> str:
    return "<name's>" if word.text.endswith("'s") else "<name>"


def _fits(choices: Choices, word: Word) -> bool:
    return (
        choices is None or word.text in choices or (word.capital and _name_token(word) in choices)
    )


def _matches(phrase: _Phrase, sentence: str, words: Sequence[Word], at: int) -> bool:
    end = at + 1 + len(phrase.rest)
    if end > len(words) or not all(map(_fits, phrase.rest, words[at + 1 : end])):
        return False
    if phrase.not_before and at and _fits(phrase.not_before, words[at - 1]):
        return False
    if phrase.not_after and end < len(words) and _fits(phrase.not_after, words[end]):
        return False
    return not phrase.ends_clause or not _IN_CLAUSE.match(sentence, words[end - 1].end)


def _is_literal(
    source: PhraseList, sentence: str, words: Sequence[Word], at: int, end: int
) -> bool:
    """Whether the words mean something else here: denied, told of the past, or a name."""
    if source.unless_negated and _NEGATIONS.intersection(
        word.text for word in words[max(0, at - _NEGATION_DISTANCE) : at]
    ):
        return True
    if source.unless_past and tells_of_past(sentence, words, at, end):
        return True
    return _is_title(sentence, words, at, end)


def _is_title(sentence: str, words: Sequence[Word], at: int, end: int) -> bool:
    """Whether the words are a name or title ("the Deep Dive meetup", "ask Guru"): capitalized
    inside a sentence, and not for emphasis ("a true Rockstar")."""
    long = [word for word in words[at:end] if word.end - word.start > 2]
    if not long or not all(
        word.capital and not sentence[word.start + 1].isupper() for word in long
    ):
        return False
    if at == 0:
        return end > 1 or words[0].text in _ALSO_NAMES
    return words[at - 1].text not in _BEFORE_EMPHASIS


@cache
def _by_first_word(kind: TextKind) -> Mapping[str, tuple[_Phrase, ...]]:
    """First word → the phrases that begin with it, the longest first."""
    table: dict[str, list[_Phrase]] = {}
    for source in LISTS[kind]:
        for words, suggestion in _parsed(source.phrases):
            first, phrase = _phrase(words, suggestion, source)
            for word in first:
                table.setdefault(word, []).append(phrase)
    return {
        first: tuple(sorted(phrases, key=lambda phrase: -len(phrase.rest)))
        for first, phrases in table.items()
    }


def _phrase(
    words: list[str], suggestion: str | None, source: PhraseList
) -> tuple[frozenset[str], _Phrase]:
    """The choices for the first word, and the phrase."""
    not_before = not_after = frozenset[str]()
    if words[0].startswith("!"):
        not_before, words = _choices(words[0][1:]), words[1:]
    if words[-1].startswith("!"):
        not_after, words = _choices(words[-1][1:]), words[:-1]
    ends_clause = words[-1] == "$"
    words = words[:-1] if ends_clause else words
    rest = tuple(None if word == "*" else _choices(word) for word in words[1:])
    phrase = _Phrase(rest, suggestion, source, not_before, not_after, ends_clause)
    return _choices(words[0]), phrase


def _choices(word: str) -> frozenset[str]:
    return frozenset(
        choice for part in word.split("|") for choice in SHORTHANDS.get(part, part).split("|")
    )


def _parsed(lines: str) -> Iterable[tuple[list[str], str | None]]:
    for line in filter(None, map(str.strip, lines.splitlines())):
        phrases, _, suggestion = line.partition("=>")
        for phrase in phrases.split(";"):
            if words := phrase.replace("-", " ").split():
                yield words, suggestion.strip() or None
