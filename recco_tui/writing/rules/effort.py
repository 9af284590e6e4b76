"""Effort words that no result follows."""

from collections.abc import Iterator

from recco_tui.core.models import TextKind
from recco_tui.writing.findings import Finding, Severity
from recco_tui.writing.parts import Part, State
from recco_tui.writing.rules import phrases
from recco_tui.writing.rules.subject import Subject


def effort_only(subject: Subject) -> Iterator[Finding]:
    """effort-only: a warning at the first effort word of a text that tells no impact."""
    if subject.states[Part.IMPACT] is not State.ABSENT:
        return
    for at, sentence in enumerate(subject.sentences):
        for hit in phrases.hits(TextKind.RECOMMENDATION, sentence.text):
            if hit.table.rule == "effort-only":
                yield subject.on(
                    "effort-only",
                    Severity.WARNING,
                    at,
                    hit.table.message.format(phrase=sentence.text[hit.start : hit.end]),
                    span=(hit.start, hit.end),
                    suggestion="say what the effort brought about",
                )
                return
