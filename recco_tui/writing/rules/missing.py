"""A part that no sentence of the text carries."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from recco_tui.writing.findings import Finding, Severity
from recco_tui.writing.parts import AnyPart, AskPart, Part, State
from recco_tui.writing.rules.counting import is_pleasantry
from recco_tui.writing.rules.personal import is_personal
from recco_tui.writing.rules.subject import Subject


class _Missing(NamedTuple):
    """`message` and `suggestion` may hold {them}, and {Them} to begin a sentence with."""

    rule: str
    severity: Severity
    message: str
    suggestion: str


_MISSING: Mapping[AnyPart, _Missing] = {
    Part.CONTEXT: _Missing(
        "missing-context",
        Severity.ERROR,
        "context is missing: how do you know {them}, from which team, project or time?",
        "I worked with {them} on …",
    ),
    Part.SKILLS: _Missing(
        "missing-skills",
        Severity.ERROR,
        "skills are missing: what is {them} good at, and how did you see it?",
        "{Them} was the one who …",
    ),
    Part.IMPACT: _Missing(
        "missing-impact",
        Severity.ERROR,
        "impact is missing: what got better because of {them}?",
        "Because of {them}, we …",
    ),
    Part.ENDORSEMENT: _Missing(
        "missing-endorsement",
        Severity.ERROR,
        "endorsement is missing: would you recommend {them}, and to whom?",
        "I would recommend {them} to …",
    ),
    AskPart.TOGETHER: _Missing(
        "not-personal",
        Severity.WARNING,
        "nothing says what you did together: name the project and a moment",
        "I enjoyed working with you on …",
    ),
    AskPart.REQUEST: _Missing(
        "no-request",
        Severity.ERROR,
        "nothing asks for a recommendation: say in one sentence what you would like",
        "Would you feel comfortable writing me a short recommendation?",
    ),
    AskPart.FOCUS: _Missing(
        "no-focus",
        Severity.WARNING,
        "nothing says what they might mention: without it they face an empty box",
        "You might mention how …",
    ),
    AskPart.THANKS: _Missing(
        "no-thanks",
        Severity.WARNING,
        "there is no thanks: end with one",
        "Thank you for considering it.",
    ),
}
"""AskPart.GREETING is checked by `naming.greets_nobody`."""


def missing_part(subject: Subject) -> Iterator[Finding]:
    """One finding for each missing part, with a way to begin."""
    if not subject.sentences:
        return
    them = subject.first_name or "this person"
    names = {"them": them, "Them": them[0].upper() + them[1:]}
    for key, asked in enumerate(Part, 2):
        if asked in subject.asked:
            missing = _MISSING[asked]
            yield subject.finding_in(
                subject.asked[asked],
                missing.rule,
                Severity.HINT,
                f"Is this the {asked}? f{key} says yes",
                missing.suggestion.format(**names),
            )
    for part, (rule, severity, message, suggestion) in _MISSING.items():
        if subject.states.get(part) is State.ABSENT:
            if part is AskPart.TOGETHER and not is_personal(subject):
                continue  # `personal.impersonal` says it, as an error
            if part is AskPart.THANKS and any(is_pleasantry(s.text) for s in subject.sentences):
                severity = Severity.HINT  # "No worries if not" is kind too
            yield subject.finding(
                rule, severity, message.format(**names), suggestion.format(**names)
            )
