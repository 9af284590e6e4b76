"""A part that no sentence of the text carries."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from recco_tui.writing.findings import Finding, Severity
from recco_tui.writing.parts import AnyPart, AskPart, Part, State
from recco_tui.writing.rules.counting import is_pleasantry
from recco_tui.writing.rules.personal import is_personal
from recco_tui.writing.rules.subject import Subject


class _Missing(NamedTuple):
    """`message` and `suggestion`, which is an example, may hold {them} (see `Subject.named`)."""

    rule: str
    severity: Severity
    message: str
    suggestion: str


MISSING: Mapping[AnyPart, _Missing] = {
    Part.CONTEXT: _Missing(
        "missing-context",
        Severity.ERROR,
        "context is missing: how do you know {them}?",
        "I worked with {them} on the inventory API.",
    ),
    Part.SKILLS: _Missing(
        "missing-skills",
        Severity.ERROR,
        "skills are missing: what is {them} good at?",
        "{Them} explains complicated code clearly and patiently.",
    ),
    Part.IMPACT: _Missing(
        "missing-impact",
        Severity.ERROR,
        "impact is missing: what got better because of {them}?",
        "Because of {them}, we ship daily.",
    ),
    Part.ENDORSEMENT: _Missing(
        "missing-endorsement",
        Severity.ERROR,
        "endorsement is missing: would you recommend {them}?",
        "I'd gladly work with {them} again.",
    ),
    AskPart.TOGETHER: _Missing(
        "not-personal",
        Severity.WARNING,
        "say what you did together",
        "I enjoyed building the inventory API with you.",
    ),
    AskPart.REQUEST: _Missing(
        "no-request",
        Severity.ERROR,
        "ask for it in one sentence",
        "Would you feel comfortable writing me a short recommendation?",
    ),
    AskPart.FOCUS: _Missing(
        "no-focus",
        Severity.WARNING,
        "say what they could mention",
        "You could mention how I debugged the login test.",
    ),
    AskPart.THANKS: _Missing(
        "no-thanks",
        Severity.WARNING,
        "end with thanks",
        "Thank you for considering it.",
    ),
}
"""AskPart.GREETING is checked by `naming.greets_no_one`."""


def missing_part(subject: Subject) -> Iterator[Finding]:
    """One finding for each missing part, with a way to begin."""
    if not subject.sentences:
        return
    for key, asked in enumerate(Part, 2):
        if asked in subject.asked:
            missing = MISSING[asked]
            yield subject.finding_in(
                subject.asked[asked],
                missing.rule,
                Severity.HINT,
                f"Is this the {asked}? f{key} says yes",
                subject.named(missing.suggestion),
            )
    for part, (rule, severity, message, suggestion) in MISSING.items():
        if subject.states.get(part) is State.ABSENT:
            if part is AskPart.TOGETHER and not is_personal(subject):
                continue  # `personal.impersonal` says it, as an error
            if part is AskPart.THANKS and any(is_pleasantry(s.text) for s in subject.sentences):
                severity = Severity.HINT  # "No worries if not" is kind too
            yield subject.finding(rule, severity, subject.named(message), subject.named(suggestion))
