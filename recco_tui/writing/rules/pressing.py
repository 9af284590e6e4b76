"""A deadline in an ask: a day or a date by which something is wanted."""

import re
from collections.abc import Iterator

from recco_tui.writing.findings import Finding, Severity
from recco_tui.writing.lazy_regex import LazyRegex
from recco_tui.writing.rules.subject import Subject

_DEADLINE = LazyRegex(
    r"\b(?:by|before|until|till|due|within|no later than)\s+(?:the\s+)?(?:end "
    r"of\s+)?(?:this\s+|next\s+|the\s+)?"
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight|today|noon|eod|eow|"
    r"cob|(?:the )?week(?:end)?"
    r"|month|(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?:jan|feb|mar|apr|may|jun|jul|aug|"
    r"sep|oct|nov|dec)[a-z]*\b\s*\d{0,2}"
    r"|\d{1,2}[/.]\d{1,2}|(?:\d+|two|three|a few|a couple of)\s+(?:hours|days|weeks))\b",
    re.IGNORECASE,
)
_WANTS = LazyRegex(
    r"\b(?:recommend\w*|write|writing|send\w*|need|finish\w*|submit\w*|get|have|could you|"
    r"can you|would you"
    r"|please|reply|respond|let me know|endorse\w*|it done)\b",
    re.IGNORECASE,
)


def deadline(subject: Subject) -> Iterator[Finding]:
    """pressure: an error when a sentence that wants something says until when."""
    for at, sentence in enumerate(subject.sentences):
        match = _DEADLINE.search(sentence.text)
        if match and _WANTS.search(sentence.text):
            yield subject.on(
                "pressure",
                Severity.ERROR,
                at,
                f"“{match[0]}” is a deadline: a favour has none",
                span=match.span(),
                suggestion="leave the time to them",
            )
