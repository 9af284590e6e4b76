"""Rules that one regular expression finds: gaps of a template, deadlines, chat and jokes."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from recco_tui.core.models import TextKind
from recco_tui.writing import model
from recco_tui.writing.findings import Finding, Severity
from recco_tui.writing.lazy_regex import LazyRegex
from recco_tui.writing.rules.subject import Subject
from recco_tui.writing.tense import tells_of_past


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
    unless_past: bool = False
    """whether the match is none in a clause that tells what people did"""


_GAP = (
    r"(?:your |their |his |her |the |my |insert |add |first |last |full )*(?:name|names|company"
    r"|project|projects|role|title|position|team|skill|skills|quality|example|achievement|impact"
    r"|relationship|date|number|company name|project name|job title|person|recipient|something)"
)

PLACEHOLDER = Pattern(
    "placeholder",
    Severity.ERROR,
    "“{phrase}” is still a gap",
    LazyRegex(
        r"\[(?!\s*(?:sic|the|a|an|his|her|their|my|our|your|i|he|she|they|we|it|is|was|to|of|and|me|us|him"
        r"|them|you|who|\d+|…|\.\.\.|x| )?\s*\])(?!\s*(?:she|he|they|we|i|it)\s+\w+\s+\w+\s+\w+)"
        r"(?!\s*(?-i:[A-Z])\w+['’]s\s*\])[^\[\]\n]{1,120}\]"
        r"|\{\{?[^{}\n]{1,80}\}?\}"
        rf"|<\s*{_GAP}\s*>|\(\s*(?:insert|add|your)\b[^()\n]{{0,60}}\)|\(\s*{_GAP}\s*\)"
        r"|%[A-Za-z_]{2,30}%|\$\{?[A-Z_]{3,30}\}?|(?<!\w)_{3,}(?!\w)|(?<!\w)(?<![.!?] )"
        r"(?!\A[Xx]+\W*\Z)[Xx]{3,}"
        r"(?!\w)"
        r"|\b(?-i:TODO|TBD|TBC|FIXME|INSERT [A-Z]+|YOUR NAME|FIRST NAME|COMPANY NAME|PROJECT NAME"
        r"|NAME|Firstname|FirstName|Your Name)\b|\blorem ipsum\b",
        re.IGNORECASE,
    ),
    "fill it in or delete it",
    every_match=True,
)
DEADLINE = Pattern(
    "pressure",
    Severity.ERROR,
    "“{phrase}” is a deadline: leave the time to them",
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
    "No rush, and thank you!",
    only_with=LazyRegex(
        r"\b(?:recommend\w*|write|writing|send\w*|need|finish\w*|submit\w*|get|have|could you|"
        r"can you|would you"
        r"|please|reply|respond|let me know|endorse\w*|it done)\b",
        re.IGNORECASE,
    ),
    unless_past=True,
)
NICKNAME = "“{phrase}” is a nickname: use the name"
UNPROFESSIONAL = (
    Pattern(
        "unprofessional",
        Severity.WARNING,
        NICKNAME,
        LazyRegex(
            r"\b[A-Z][a-z]+-(?:i?nator|meister|ster|dawg|zilla|man)\b"
            r"|\b[A-Z][a-z]+ the [A-Z]\w+man\b"
            r"|\b[A-Z][a-z]+ [\"“'‘](?:[^\"”'’\s]+ [^\"”'’\n]{1,25}|[a-z][^\"”'’\s]{1,25})"
            r"[\"”'’] [A-Z][a-z]+"
        ),
    ),
    Pattern(
        "unprofessional",
        Severity.WARNING,
        "“{phrase}” is chat: write the word out",
        LazyRegex(r"(?<![\w.&/+#'’-])(?:[ur](?=\s+[a-z]|[!?,]|\.?\s*\Z)|ur(?=\s)|w/(?=\s))"),
    ),
    Pattern(
        "unprofessional",
        Severity.WARNING,
        "“{phrase}” is an inside joke: leave it out",
        LazyRegex(
            r"\([^()]{0,80}[?!]{2,}[^()]{0,10}\)|\((?:just )?(?:kidding|joking|haha)[^()]{0,20}\)",
            re.IGNORECASE,
        ),
    ),
    Pattern(
        "unprofessional",
        Severity.WARNING,
        "“{phrase}” is for chat: use words",
        LazyRegex("[\U0001f300-\U0001faff\u2600-\u27bf\ufe0f\u200d]+"),
    ),
    Pattern(
        "unprofessional",
        Severity.HINT,
        "“{phrase}” is for chat: use words",
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
        "“{phrase}” shouts: use lowercase",
        LazyRegex(r"\b(?:[A-Z]{4,}\s+){2,}[A-Z]{2,}\b"),
    ),
)
"""unprofessional by form: emoji, smileys, jokes, nicknames, shouting; slang is a phrase list"""

PATTERNS: Mapping[TextKind, tuple[Pattern, ...]] = {
    TextKind.RECOMMENDATION: (PLACEHOLDER, *UNPROFESSIONAL),
    TextKind.ASK: (PLACEHOLDER, *UNPROFESSIONAL, DEADLINE),
}


def patterns(subject: Subject) -> Iterator[Finding]:
    """All findings of the patterns for this kind of text."""
    return _found(subject, PATTERNS[subject.kind])


def placeholders(subject: Subject) -> Iterator[Finding]:
    """placeholder: gaps of a template, in any language."""
    return _found(subject, (PLACEHOLDER,))


def _found(subject: Subject, among: tuple[Pattern, ...]) -> Iterator[Finding]:
    for at, sentence in enumerate(subject.sentences):
        for pattern, span in _find_patterns(subject.kind, sentence.text):
            if pattern not in among:
                continue
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
    for pattern in PATTERNS[kind]:
        if pattern.only_with and not pattern.only_with.search(sentence):
            continue
        spans = [match.span() for match in pattern.regex.finditer(sentence)]
        if pattern.unless_past:
            spans = [span for span in spans if not _is_told(sentence, span)]
        found.extend((pattern, span) for span in (spans if pattern.every_match else spans[:1]))
    return tuple(found)


def _is_told(sentence: str, span: tuple[int, int]) -> bool:
    words = model.reading(sentence).words
    first = sum(word.end <= span[0] for word in words)
    return tells_of_past(sentence, words, first, sum(word.start < span[1] for word in words))
