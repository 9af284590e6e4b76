"""Every rule of a review: what each kind of text is judged by, in one list each."""

from collections.abc import Iterator, Mapping
from functools import partial

from recco_tui.core.models import TextKind
from recco_tui.writing.findings import Finding, worst_first
from recco_tui.writing.rules import (  # fmt: skip
    asking,
    effort,
    length,
    missing,
    naming,
    phrases,
    placeholder,
    pressing,
    repeated,
    tone,
)
from recco_tui.writing.rules.subject import Rule, Subject

_BOTH: tuple[Rule, ...] = (
    length.sentence_count,
    length.too_long,
    placeholder.placeholder,
    naming.wrong_name,
    tone.unprofessional_form,
)

RULES: Mapping[TextKind, tuple[Rule, ...]] = {
    TextKind.RECOMMENDATION: (
        *_BOTH,
        missing.missing_part,
        naming.name_missing,
        naming.no_name_at_all,
        length.run_on,
        length.word_target,
        repeated.same_opening,
        repeated.used_before,
        effort.effort_only,
        partial(phrases.rule, TextKind.RECOMMENDATION),
    ),
    TextKind.ASK: (
        *_BOTH,
        asking.missing_ask_part,
        asking.greets_nobody,
        pressing.deadline,
        repeated.copied,
        length.run_on,
        partial(phrases.rule, TextKind.ASK),
    ),
}


def findings(subject: Subject) -> tuple[Finding, ...]:
    """What all rules say, worst first; one rule speaks once about one place."""
    kept: list[Finding] = []
    for finding in sorted(_all(subject), key=worst_first):
        if not any(_covers(other, finding) for other in kept):
            kept.append(finding)
    return tuple(kept)


def _all(subject: Subject) -> Iterator[Finding]:
    for rule in RULES[subject.kind]:
        yield from rule(subject)


def _covers(kept: Finding, other: Finding) -> bool:
    if kept.rule != other.rule or kept.sentence != other.sentence:
        return False
    if kept.sentence is None:
        return kept.message == other.message
    return kept.start < other.end and other.start < kept.end
