"""Too few or too many sentences, over LinkedIn's cap, off the word target, run-ons."""

from collections.abc import Iterator

from recco_tui.core.models import TextKind
from recco_tui.core.when import count_of
from recco_tui.writing.findings import Finding, Severity
from recco_tui.writing.rules.subject import Subject

_RUN_ON_WORDS = 60
_LONG_WORDS = 45


def sentence_count(subject: Subject) -> Iterator[Finding]:
    """too-few-sentences, too-many-sentences: errors."""
    count = subject.sentence_count
    fewest, most = subject.limits.sentences_of(subject.kind)
    what = "an ask" if subject.kind is TextKind.ASK else "a recommendation"
    wanted = f"{count_of(count, 'sentence')}; {what} has {fewest} to {most}"
    if count < fewest:
        yield subject.finding("too-few-sentences", Severity.ERROR, wanted, f"add {fewest - count}")
    elif count > most:
        suggestion = f"join or cut {count - most}"
        yield subject.finding("too-many-sentences", Severity.ERROR, wanted, suggestion)


def too_long(subject: Subject) -> Iterator[Finding]:
    """too-long: LinkedIn takes no more characters than this."""
    cap, length = subject.limits.characters, len(subject.text)
    if length > cap:
        message = f"{length - cap} characters too many: LinkedIn takes {cap}"
        yield Finding("too-long", Severity.ERROR, message, start=cap, end=length)


def word_target(subject: Subject) -> Iterator[Finding]:
    """word-target: a hint once there are enough sentences."""
    if len(subject.sentences) < subject.limits.sentences[0]:
        return
    fewest, most = subject.limits.words
    count = subject.word_count
    if count < fewest:
        yield subject.finding(
            "word-target",
            Severity.HINT,
            f"short ({count} words): add one concrete example",
            subject.named("{Them} fixed the flaky login test in a day."),
        )
    elif count > most:
        message = f"long ({count} words): cut it to {most}"
        yield subject.finding("word-target", Severity.HINT, message)


def run_on(subject: Subject) -> Iterator[Finding]:
    """run-on: one sentence that should be two."""
    for at, sentence in enumerate(subject.sentences):
        count = len(subject.words(sentence))
        if count > _LONG_WORDS:
            yield subject.finding_in(
                at,
                "run-on",
                Severity.WARNING if count > _RUN_ON_WORDS else Severity.HINT,
                f"{count} words in one sentence",
                "split it in two",
            )
