"""A text that is not English, which recco does not judge."""

from collections.abc import Iterator

from recco_tui.writing.findings import Finding, Severity
from recco_tui.writing.rules.subject import Subject


def not_english(subject: Subject) -> Iterator[Finding]:
    """not-english: a hint that says what is done for such a text."""
    yield subject.finding(
        "not-english",
        Severity.HINT,
        "not English: sentences and characters are counted, the parts are yours to set (f2 to f5)",
    )
