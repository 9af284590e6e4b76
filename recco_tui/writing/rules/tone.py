"""Emoji, smileys, jokes and nicknames: unprofessional by their form, not by their words."""

import re
from collections.abc import Iterator

from recco_tui.writing.findings import Finding, Severity
from recco_tui.writing.lazy_regex import LazyRegex
from recco_tui.writing.rules.subject import Subject

_EMOJI = LazyRegex("[\U0001f300-\U0001faff\u2600-\u27bf\ufe0f\u200d]+")
_SMILEY = LazyRegex(r"(?<![\w)])(?:[:;=8]['-]?[)(DPp/|*]+|<3+|\^\^|xD)(?!\w)")
_JOKE = LazyRegex(
    r"\([^()]{0,80}[?!]{2,}[^()]{0,10}\)|\((?:just )?(?:kidding|joking|haha)[^()]{0,20}\)",
    re.IGNORECASE,
)
_NICKNAME = LazyRegex(
    r"\b[A-Z][a-z]+-?(?:nator|meister|ster-man|inator|dawg|zilla|man the [A-Z]\w+)\b"
    r"|\b[A-Z][a-z]+ [\"“'‘][^\"”'’\n]{2,25}[\"”'’] [A-Z][a-z]+"
)
_SHOUTS = LazyRegex(r"!{2,}|\?!|!\?")
_LOUD_WORDS = LazyRegex(r"\b(?:[A-Z]{4,}\s+){2,}[A-Z]{2,}\b")

_LOOKS = (
    (_NICKNAME, Severity.WARNING, "“{phrase}” is a nickname: strangers read this, use the name"),
    (_JOKE, Severity.WARNING, "“{phrase}” is a joke that only the two of you understand"),
    (_EMOJI, Severity.WARNING, "“{phrase}” is for chat: words carry further here"),
    (_SMILEY, Severity.HINT, "“{phrase}” is for chat: words carry further here"),
    (_SHOUTS, Severity.HINT, "“{phrase}” shouts: one mark is enough"),
    (_LOUD_WORDS, Severity.WARNING, "“{phrase}” shouts: use small letters"),
)


def unprofessional_form(subject: Subject) -> Iterator[Finding]:
    """unprofessional: what a pattern sees; the words are in tables.tone."""
    for at, sentence in enumerate(subject.sentences):
        for look, severity, message in _LOOKS:
            match = look.search(sentence.text)
            if match:
                yield subject.on(
                    "unprofessional",
                    severity,
                    at,
                    message.format(phrase=match[0]),
                    span=match.span(),
                )
