"""Sentences that praise or promise and carry no impact, and parts that recco asks about."""

from collections.abc import Iterator

from recco_tui.writing.findings import Finding, Severity
from recco_tui.writing.no_impact import why_no_impact
from recco_tui.writing.parts import Part, State
from recco_tui.writing.rules.subject import Subject


def no_impact(subject: Subject) -> Iterator[Finding]:
    """faint-praise, own-success, ahead: warnings, an effect ahead only where none is told."""
    told = subject.states[Part.IMPACT] is State.SURE
    for at, sentence in enumerate(subject.sentences):
        reason = why_no_impact(sentence.text)
        if not reason or (reason.rule == "ahead" and told):
            continue
        yield subject.finding_in(
            at,
            reason.rule,
            Severity.WARNING,
            reason.message.format(phrase=sentence.text[reason.start : reason.end]),
            subject.named(reason.suggestion),
            span=(reason.start, reason.end),
        )
