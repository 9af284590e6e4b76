"""unsupported: words of an assistant, or pasted ones, that are in no note and in no draft.

Which these are is found once, when they come in (`writing/unsupported.py`); here they are looked
for in the text as it is now.
"""

import re
from collections.abc import Iterable, Iterator

from recco_tui.writing.findings import Finding, Severity
from recco_tui.writing.rules.subject import Subject

UNSUPPORTED = "unsupported"


def unsupported(subject: Subject) -> Iterator[Finding]:
    """An error for what an assistant wrote, a warning for what was pasted."""
    about = subject.about
    for severity, phrases in (
        (Severity.ERROR, about.unconfirmed),
        (Severity.WARNING, about.doubted),
    ):
        for phrase in phrases:
            for match in _standing_alone(phrase).finditer(subject.text):
                yield from _finding(subject, severity, match)


def without(text: str, phrases: Iterable[str]) -> str:
    """The text with a gap wherever one of the phrases stands."""
    for phrase in phrases:
        text = _standing_alone(phrase).sub("[]", text)
    return text


def _standing_alone(phrase: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)")


def _finding(subject: Subject, severity: Severity, match: re.Match[str]) -> Iterator[Finding]:
    for at, sentence in enumerate(subject.sentences):
        if sentence.start <= match.start() < sentence.end:
            yield subject.finding_in(
                at,
                UNSUPPORTED,
                severity,
                f"“{match[0]}” is in neither your notes nor your draft",
                "is this true? add it to the notes, or take it out",
                span=(match.start() - sentence.start, match.end() - sentence.start),
            )
