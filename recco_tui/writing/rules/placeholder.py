"""A gap of a template that was never filled."""

import re
from collections.abc import Iterator

from recco_tui.writing.findings import Finding, Severity
from recco_tui.writing.lazy_regex import LazyRegex
from recco_tui.writing.rules.subject import Subject

_SLOT = (
    r"(?:your |their |his |her |the |my |insert |add |first |last |full )*(?:name|names|company"
    r"|project|projects|role|title|position|team|skill|skills|quality|example|achievement|impact"
    r"|relationship|date|number|company name|project name|job title|person|recipient|something)"
)
_PLACEHOLDER = LazyRegex(
    r"\[(?!\s*(?:sic|the|a|an|his|her|their|my|our|your|i|he|she|they|we|it|is|was|to|of|and|\d+"
    r"|…|\.\.\.|x| )?\s*\])[^\[\]\n]{1,120}\]"
    r"|\{\{?[^{}\n]{1,80}\}?\}"
    rf"|<\s*{_SLOT}\s*>|\(\s*(?:insert|add|your)\b[^()\n]{{0,60}}\)|\(\s*{_SLOT}\s*\)"
    r"|%[A-Za-z_]{2,30}%|\$\{?[A-Z_]{3,30}\}?|(?<!\w)_{3,}(?!\w)|(?<!\w)[Xx]{3,}(?!\w)"
    r"|\b(?-i:TODO|TBD|TBC|FIXME|INSERT [A-Z]+|YOUR NAME|FIRST NAME|COMPANY NAME|PROJECT NAME|NAME"
    r"|Firstname|FirstName|Your Name)\b|\blorem ipsum\b",
    re.IGNORECASE,
)


def placeholder(subject: Subject) -> Iterator[Finding]:
    """placeholder: an error, certain by its brackets or by its capital letters."""
    for at, sentence in enumerate(subject.sentences):
        for match in _PLACEHOLDER.finditer(sentence.text):
            yield subject.on(
                "placeholder",
                Severity.ERROR,
                at,
                f"“{match[0]}” is still to be filled in",
                span=match.span(),
                suggestion="write what belongs there or take it out",
            )
