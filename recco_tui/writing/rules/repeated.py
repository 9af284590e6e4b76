"""Repetition: openings within a text, and sentences and asks written for someone else."""

from collections.abc import Iterator
from functools import lru_cache

from recco_tui.core.names import fold
from recco_tui.writing.about import OtherText
from recco_tui.writing.findings import Finding, Severity
from recco_tui.writing.names import names_of
from recco_tui.writing.rules.subject import Subject
from recco_tui.writing.sentences import split
from recco_tui.writing.words import split_words

_SAME_OPENINGS = 3
_FEWEST_TRIGRAMS = 4
_FEWEST_TRIGRAMS_OF_ASK = 6
_SAME_SENTENCE = 0.8
"""share of a sentence's trigrams from which on it is the same as another"""

Trigrams = frozenset[tuple[str, ...]]


def same_opening(subject: Subject) -> Iterator[Finding]:
    """repeated, as a hint: three sentences in a row with the same first word."""
    in_a_row = 0
    before = ""
    for at, sentence in enumerate(subject.sentences):
        words = subject.words(sentence)
        first = words[0].text if words else ""
        in_a_row = in_a_row + 1 if first == before else 1
        before = first
        if in_a_row == _SAME_OPENINGS and words:
            opening = words[0]
            yield subject.finding_in(
                at,
                "repeated",
                Severity.HINT,
                f"{in_a_row} sentences in a row start with “{sentence.text[: opening.end]}”",
                "start one with what was done",
                span=(opening.start, opening.end),
            )


def used_before(subject: Subject) -> Iterator[Finding]:
    """repeated, as a warning: a sentence that is already in a text for someone else."""
    if not subject.about.used:
        return
    known = _sentences_of(subject.about.used)
    for at, sentence in enumerate(subject.sentences):
        mine = _trigrams(sentence.text, subject.names)
        if len(mine) < _FEWEST_TRIGRAMS:
            continue
        for other, theirs in known:
            if len(mine & theirs) >= _SAME_SENTENCE * len(mine):
                yield subject.finding_in(
                    at,
                    "repeated",
                    Severity.WARNING,
                    f"you already wrote this for {other}: say what is true only here",
                )
                break


def copied(subject: Subject) -> Iterator[Finding]:
    """copied: an error, when an ask is another ask with the name and project changed."""
    about = subject.about
    mine = _trigrams(subject.text, subject.names | _words_of(about.projects))
    if len(mine) < _FEWEST_TRIGRAMS_OF_ASK:
        return
    worst, whose = 0.0, ""
    for other in about.other_asks:
        theirs = _ask_trigrams(other, about.projects)
        if theirs:
            share = len(mine & theirs) / min(len(mine), len(theirs))
            worst, whose = max((worst, whose), (share, other.to))
    if worst >= subject.limits.copied:
        yield subject.finding(
            "copied",
            Severity.ERROR,
            f"{round(100 * worst)}% of this is your ask to {whose}",
            "say what only the two of you did",
        )


@lru_cache(maxsize=64)
def _sentences_of(used: tuple[OtherText, ...]) -> tuple[tuple[str, Trigrams], ...]:
    """(name, trigrams) of every sentence written for other people."""
    return tuple(
        (other.to, _trigrams(sentence.text, names_of(other.to)))
        for other in used
        for sentence in split(other.text)
    )


@lru_cache(maxsize=2048)
def _ask_trigrams(other: OtherText, projects: tuple[str, ...]) -> Trigrams:
    return _trigrams(other.text, names_of(other.to) | _words_of(projects))


@lru_cache(maxsize=64)
def _words_of(titles: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(word.text) for title in titles for word in split_words(title))


@lru_cache(maxsize=4096)
def _trigrams(text: str, without: frozenset[str]) -> Trigrams:
    """The runs of three words in a text, without names and project words."""
    words = [word.text.removesuffix("'s") for word in split_words(text)]
    kept = [word for word in words if fold(word) not in without]
    return frozenset(zip(kept, kept[1:], kept[2:], strict=False))
