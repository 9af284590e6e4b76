"""Too few or too many sentences, over LinkedIn's cap, off the word target, run-ons."""

from collections.abc import Iterator

from recco_tui.core.models import TextKind
from recco_tui.writing.findings import Finding, Severity
from recco_tui.writing.rules.subject import Subject

_GREETINGS = frozenset(["hi", "hey", "hello", "dear", "greetings", "good"])
_MOST_GREETING = 4
_RUN_ON_WORDS = 60
_LONG_WORDS = 45


def counted(subject: Subject) -> int:
    """Sentences as the limits count them: an ask's bare greeting ("Hi Katrina!") is none."""
    count = len(subject.sentences)
    if subject.kind is TextKind.ASK and count:
        words = [word.word for word in subject.words(subject.sentences[0])]
        if len(words) <= _MOST_GREETING and words[0] in _GREETINGS:
            return count - 1
    return count


def sentence_count(subject: Subject) -> Iterator[Finding]:
    """too-few-sentences, too-many-sentences: errors."""
    limits = subject.limits
    asked = subject.kind is TextKind.ASK
    fewest, most = limits.ask_sentences if asked else limits.sentences
    count = counted(subject)
    what = "an ask" if asked else "a recommendation"
    wanted = f"{what} has {fewest} to {most} sentences, this one has {count}"
    if count < fewest:
        yield subject.overall("too-few-sentences", Severity.ERROR, wanted, f"add {fewest - count}")
    elif count > most:
        yield subject.overall(
            "too-many-sentences", Severity.ERROR, wanted, f"join or cut {count - most}"
        )


def too_long(subject: Subject) -> Iterator[Finding]:
    """too-long: LinkedIn takes no more characters than this."""
    over = len(subject.text) - subject.limits.characters
    if over > 0:
        yield Finding(
            "too-long",
            Severity.ERROR,
            f"LinkedIn takes {subject.limits.characters} characters, these are {over} too many",
            None,
            subject.limits.characters,
            len(subject.text),
        )


def word_target(subject: Subject) -> Iterator[Finding]:
    """word-target: a hint once the sentences are there."""
    if subject.kind is TextKind.ASK or len(subject.sentences) < subject.limits.sentences[0]:
        return
    fewest, most = subject.limits.words
    count = sum(len(subject.words(sentence)) for sentence in subject.sentences)
    if count < fewest:
        yield subject.overall(
            "word-target", Severity.HINT, f"{count} words; {fewest} to {most} leave room for proof"
        )
    elif count > most:
        yield subject.overall(
            "word-target", Severity.HINT, f"{count} words; readers like {fewest} to {most}"
        )


def run_on(subject: Subject) -> Iterator[Finding]:
    """run-on: one sentence that wants to be two."""
    for at, sentence in enumerate(subject.sentences):
        count = len(subject.words(sentence))
        if count > _LONG_WORDS:
            sure = count > _RUN_ON_WORDS
            yield subject.on(
                "run-on",
                Severity.WARNING if sure else Severity.HINT,
                at,
                f"this sentence has {count} words: readers lose the thread after about 35",
                suggestion="make it two",
            )
