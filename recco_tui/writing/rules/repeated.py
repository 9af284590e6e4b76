"""The same again: openings within a text, sentences and asks written for someone else."""

from collections.abc import Iterator
from functools import lru_cache

from recco_tui.writing.about import OtherText
from recco_tui.writing.findings import Finding, Severity
from recco_tui.writing.names import fold, names_of
from recco_tui.writing.rules.subject import Subject
from recco_tui.writing.sentences import split
from recco_tui.writing.tokens import tokens

_SAME_OPENINGS = 3
_FEWEST_WORDS = 6
_RUN = 3
_ALIKE = 0.8


def same_opening(subject: Subject) -> Iterator[Finding]:
    """repeated, as a hint: three sentences in a row with the same first word."""
    row = 0
    before = ""
    for at, sentence in enumerate(subject.sentences):
        words = subject.words(sentence)
        first = words[0].word if words else ""
        row = row + 1 if first == before else 1
        before = first
        if row == _SAME_OPENINGS and words:
            yield subject.on(
                "repeated",
                Severity.HINT,
                at,
                f"{row} sentences in a row begin with “{sentence.text[: words[0].end]}”",
                span=(words[0].start, words[0].end),
                suggestion="begin one of them with what was done",
            )


def used_before(subject: Subject) -> Iterator[Finding]:
    """repeated, as a warning: a sentence that already stands in a text for someone else."""
    if not subject.about.used:
        return
    known = _sentences_of(subject.about.used)
    mine = subject.called
    for at, sentence in enumerate(subject.sentences):
        runs = _runs(sentence.text, mine)
        if len(runs) < _FEWEST_WORDS - _RUN + 1:
            continue
        for other, theirs in known:
            if len(runs & theirs) >= _ALIKE * len(runs):
                yield subject.on(
                    "repeated",
                    Severity.WARNING,
                    at,
                    f"you wrote this sentence for {other} already: say what is true of one only",
                )
                break


def copied(subject: Subject) -> Iterator[Finding]:
    """copied: an error, when an ask is another ask with the name and project changed."""
    about = subject.about
    mine = _runs(subject.text, names_of(about.to, about.also_called) | _words_of(about.projects))
    if len(mine) < 2 * _RUN:
        return
    worst, whose = 0.0, ""
    for other in about.other_asks:
        theirs = _ask_runs(other, about.projects)
        if theirs:
            share = len(mine & theirs) / min(len(mine), len(theirs))
            worst, whose = max((worst, whose), (share, other.to))
    if worst >= subject.limits.copied:
        yield subject.overall(
            "copied",
            Severity.ERROR,
            f"{round(100 * worst)} % of this is the ask you wrote to {whose}: they may compare",
            "say what only the two of you did",
        )


@lru_cache(maxsize=64)
def _sentences_of(
    used: tuple[OtherText, ...],
) -> tuple[tuple[str, frozenset[tuple[str, ...]]], ...]:
    return tuple(
        (other.to, _runs(sentence.text, names_of(other.to)))
        for other in used
        for sentence in split(other.text)
    )


@lru_cache(maxsize=2048)
def _ask_runs(other: OtherText, projects: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return _runs(other.text, names_of(other.to) | _words_of(projects))


@lru_cache(maxsize=64)
def _words_of(titles: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(token.word) for title in titles for token in tokens(title))


@lru_cache(maxsize=4096)
def _runs(text: str, without: frozenset[str]) -> frozenset[tuple[str, ...]]:
    """The three-word runs of a text, names and project words taken out."""
    words = [token.word.removesuffix("'s") for token in tokens(text)]
    kept = [word for word in words if fold(word) not in without]
    return frozenset(zip(kept, kept[1:], kept[2:], strict=False))
