"""A part that nothing in the text plays."""

from collections.abc import Iterator

from recco_tui.writing.findings import Finding, Severity
from recco_tui.writing.parts import PARTS, Part, State
from recco_tui.writing.rules.subject import Subject

_ASKS = {
    Part.CONTEXT: "context is missing: how do you know {them}, from which team, project or time?",
    Part.SKILLS: "skills are missing: what is {them} good at, and how did you see it?",
    Part.IMPACT: "impact is missing: what got better because of {them}?",
    Part.ENDORSEMENT: "endorsement is missing: would you recommend {them}, and to whom?",
}
_STARTS = {
    Part.CONTEXT: "I worked with {them} on …",
    Part.SKILLS: "{them} was the one who …",
    Part.IMPACT: "Because of {them}, we …",
    Part.ENDORSEMENT: "I would recommend {them} to …",
}


def missing_part(subject: Subject) -> Iterator[Finding]:
    """missing-context, -skills, -impact, -endorsement: errors, each with a way to begin."""
    if not subject.sentences:
        return
    them = subject.first_name or "this person"
    for part in PARTS:
        if subject.states[part] is State.ABSENT:
            yield subject.overall(
                f"missing-{part}",
                Severity.ERROR,
                _ASKS[part].format(them=them),
                _STARTS[part].format(
                    them=them[0].upper() + them[1:] if part is Part.SKILLS else them
                ),
            )
