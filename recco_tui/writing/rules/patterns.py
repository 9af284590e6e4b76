"""Rules that one regular expression finds: gaps of a template, deadlines, chat and jokes."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from recco_tui.core.models import TextKind
from recco_tui.writing.findings import Finding, Severity
from recco_tui.writing.lazy_regex import LazyRegex
from recco_tui.writing.rules.subject import Subject


class Pattern(NamedTuple):
    """What a rule finds with `regex`, by default once a sentence.

    `message` may hold {phrase}. `only_with` is another pattern that the sentence must match.
    """

    rule: str
    severity: Severity
    message: str
    regex: LazyRegex
    suggestion: str | None = None
    every_match: bool = False
    only_with: LazyRegex | None = None


_GAP = (
    r"(?:your |their |his |her |the |my |insert |add |first |last |full )*(?:name|names|company"
    r"|project|projects|role|title|position|team|skill|skills|quality|example|achievement|impact"
    r"|relationship|date|number|company name|project name|job title|person|recipient|something)"
)

PLACEHOLDER = Pattern(
    "placeholder",
    Severity.ERROR,
    "“{phrase}” is still to be filled in",
    LazyRegex(
        r"\[(?!\s*(?:sic|the|a|an|his|her|their|my|our|your|i|he|she|they|we|it|is|was|to|of|and|\d+"
        r"|…|\.\.\.|x| )?\s*\])[^\[\]\n]{1,120}\]"
        r"|\{\{?[^{}\n]{1,80}\}?\}"
        rf"|<\s*{_GAP}\s*>|\(\s*(?:insert|add|your)\b[^()\n]{{0,60}}\)|\(\s*{_GAP}\s*\)"
        r"|%[A-Za-z_]{2,30}%|\$\{?[A-Z_]{3,30}\}?|(?<!\w)_{3,}(?!\w)|(?<!\w)[Xx]{3,}(?!\w)"
        r"|\b(?-i:TODO|TBD|TBC|FIXME|INSERT [A-Z]+|YOUR NAME|FIRST NAME|COMPANY NAME|PROJECT NAME"
        r"|NAME|Firstname|FirstName|Your Name)\b|\blorem ipsum\b",
        re.IGNORECASE,
    ),
    "write what belongs there or take it out",
    every_match=True,
)
DEADLINE = Pattern(
    "pressure",
    Severity.ERROR,
    "“{phrase}” is a deadline: a favour has none",
    LazyRegex(
        r"\b(?:by|before|until|till|due|within|no later than)\s+(?:the\s+)?(?:end "
        r"of\s+)?(?:this\s+|next\s+|the\s+)?"
        r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|tonight|today|noon|eod|eow|"
        r"cob|(?:the )?week(?:end)?"
        r"|month|(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?:jan|feb|mar|apr|may|jun|jul|aug|"
        r"sep|oct|nov|dec)[a-z]*\b\s*\d{0,2}"
        r"|\d{1,2}[/.]\d{1,2}|(?:\d+|two|three|a few|a couple of)\s+(?:hours|days|weeks))\b",
        re.IGNORECASE,
    ),
    "leave the time to them",
    only_with=LazyRegex(
        r"\b(?:recommend\w*|write|writing|send\w*|need|finish\w*|submit\w*|get|have|could you|"
        r"can you|would you"
        r"|please|reply|respond|let me know|endorse\w*|it done)\b",
        re.IGNORECASE,
    ),
)
UNPROFESSIONAL = (
    Pattern(
        "unprofessional",
        Severity.WARNING,
        "“{phrase}” is a nickname: strangers read this, use the name",
        LazyRegex(
            r"\b[A-Z][a-z]+-?(?:nator|meister|ster-man|inator|dawg|zilla|man the [A-Z]\w+)\b"
            r"|\b[A-Z][a-z]+ [\"“'‘][^\"”'’\n]{2,25}[\"”'’] [A-Z][a-z]+"
        ),
    ),
    Pattern(
        "unprofessional",
        Severity.WARNING,
        "“{phrase}” is a joke that only the two of you understand",
        LazyRegex(
            r"\([^()]{0,80}[?!]{2,}[^()]{0,10}\)|\((?:just )?(?:kidding|joking|haha)[^()]{0,20}\)",
            re.IGNORECASE,
        ),
    ),
    Pattern(
        "unprofessional",
        Severity.WARNING,
        "“{phrase}” is for chat: words carry further here",
        LazyRegex("[\U0001f300-\U0001faff\u2600-\u27bf\ufe0f\u200d]+"),
    ),
    Pattern(
        "unprofessional",
        Severity.HINT,
        "“{phrase}” is for chat: words carry further here",
        LazyRegex(r"(?<![\w)])(?:[:;=8]['-]?[)(DPp/|*]+|<3+|\^\^|xD)(?!\w)"),
    ),
    Pattern(
        "unprofessional",
        Severity.HINT,
        "“{phrase}” shouts: one mark is enough",
        LazyRegex(r"!{2,}|\?!|!\?"),
    ),
    Pattern(
        "unprofessional",
        Severity.WARNING,
        "“{phrase}” shouts: use small letters",
        LazyRegex(r"\b(?:[A-Z]{4,}\s+){2,}[A-Z]{2,}\b"),
    ),
)
"""unprofessional by form: emoji, smileys, jokes, nicknames, shouting; slang is a phrase list"""

_PATTERNS: Mapping[TextKind, tuple[Pattern, ...]] = {
    TextKind.RECOMMENDATION: (PLACEHOLDER, *UNPROFESSIONAL),
    TextKind.ASK: (PLACEHOLDER, *UNPROFESSIONAL, DEADLINE),
}


def patterns(subject: Subject) -> Iterator[Finding]:
    """All findings of the patterns for this kind of text."""
    for at, sentence in enumerate(subject.sentences):
        for pattern, span in _find_patterns(subject.kind, sentence.text):
            phrase = sentence.text[span[0] : span[1]]
            yield subject.finding_in(
                at,
                pattern.rule,
                pattern.severity,
                pattern.message.format(phrase=phrase),
                pattern.suggestion,
                span=span,
            )


@lru_cache(maxsize=4096)
def _find_patterns(kind: TextKind, sentence: str) -> tuple[tuple[Pattern, tuple[int, int]], ...]:
    """The patterns in one sentence, each with the place of its match."""
    found: list[tuple[Pattern, tuple[int, int]]] = []
    for pattern in _PATTERNS[kind]:
        if pattern.only_with and not pattern.only_with.search(sentence):
            continue
        spans = [match.span() for match in pattern.regex.finditer(sentence)]
        found.extend((pattern, span) for span in (spans if pattern.every_match else spans[:1]))
    return tuple(found)
