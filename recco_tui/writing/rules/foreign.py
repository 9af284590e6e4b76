"""A text that is not English, which recco does not judge."""

from collections.abc import Iterator

from recco_tui.writing.findings import Finding, Severity
from recco_tui.writing.rules.subject import Subject


def not_english(subject: Subject) -> Iterator[Finding]:
    """not-english: a hint that the parts cannot be judged."""
    yield subject.finding(
        "not-english",
        Severity.HINT,
        "not English: set the parts yourself (f2 to f5)",
    )
