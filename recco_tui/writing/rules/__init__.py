"""Every rule of a review: what each kind of text is judged by, in one list each.

A new rule is a function listed here, a `Pattern` in `patterns` or a `PhraseList` in `phrase_lists`.
"""

from collections.abc import Mapping

from recco_tui.core.models import TextKind
from recco_tui.writing.findings import Finding, worst_first
from recco_tui.writing.rules import (
    doubtful,
    foreign,
    length,
    missing,
    naming,
    patterns,
    personal,
    phrases,
    repeated,
    slips,
    unconfirmed,
)
from recco_tui.writing.rules.subject import Rule, Subject

RULES: Mapping[TextKind, tuple[Rule, ...]] = {
    TextKind.RECOMMENDATION: (
        length.sentence_count,
        length.too_long,
        patterns.patterns,
        naming.wrong_name,
        unconfirmed.unsupported,
        missing.missing_part,
        naming.name_missing,
        naming.no_name_at_all,
        length.run_on,
        length.word_target,
        repeated.same_opening,
        repeated.used_before,
        phrases.effort_only,
        doubtful.no_impact,
        phrases.phrases,
        naming.nickname,
        slips.slips,
        slips.two_pronouns,
    ),
    TextKind.ASK: (
        length.sentence_count,
        length.too_long,
        patterns.patterns,
        naming.wrong_name,
        unconfirmed.unsupported,
        missing.missing_part,
        personal.stock_text,
        personal.impersonal,
        naming.greets_no_one,
        repeated.copied,
        length.run_on,
        phrases.phrases,
        naming.nickname,
        slips.slips,
    ),
}
IN_ANY_LANGUAGE: tuple[Rule, ...] = (
    foreign.not_english,
    length.sentence_count,
    length.too_long,
    patterns.placeholders,
    naming.wrong_name,
    unconfirmed.unsupported,
    repeated.used_before,
)
"""what is said of a text that is not English, of either kind"""


def findings(subject: Subject) -> tuple[Finding, ...]:
    """What all rules find, worst first; a rule speaks once about one place."""
    rules = RULES[subject.kind] if subject.is_english else IN_ANY_LANGUAGE
    found = [finding for rule in rules for finding in rule(subject)]
    kept: list[Finding] = []
    for finding in sorted(found, key=worst_first):
        if not any(_covers(other, finding) for other in kept):
            kept.append(finding)
    return tuple(kept)


def _covers(kept: Finding, other: Finding) -> bool:
    if kept.rule != other.rule or kept.sentence != other.sentence:
        return False
    if kept.sentence is None:
        return kept.message == other.message
    return kept.start < other.end and other.start < kept.end
