"""A part that nothing in the text plays."""

from collections.abc import Iterator

from recco_tui.writing.findings import Finding, Severity
from recco_tui.writing.parts import PARTS, Part, State
from recco_tui.writing.rules.subject import Subject


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
                part.missing.format(them=them),
                part.opening.format(
                    them=them[0].upper() + them[1:] if part is Part.SKILLS else them
                ),
            )
