"""A finding: one remark on a text."""

from dataclasses import dataclass

from recco_tui.core.labeled import DescribedEnum
from recco_tui.core.meaning import Meaning


class Severity(DescribedEnum):
    """An error prevents finishing; a warning is worth a change; a hint is a matter of taste."""

    sign: str
    meaning: Meaning

    ERROR = "error", "✗", Meaning.ERROR
    WARNING = "warning", "!", Meaning.WARN
    HINT = "hint", "·", Meaning.HINT


@dataclass(frozen=True, slots=True)
class Finding:
    """`sentence` counts from 1, None when the whole text is meant; offsets are into the text."""

    rule: str
    severity: Severity
    message: str
    sentence: int | None = None
    start: int = 0
    end: int = 0
    suggestion: str | None = None


_WORST_FIRST = {severity: rank for rank, severity in enumerate(Severity)}


def worst_first(finding: Finding) -> tuple[int, int, int]:
    """Sort key: errors first, then by place, where the whole text comes before a sentence."""
    place = finding.start if finding.sentence else -1
    return (_WORST_FIRST[finding.severity], place, finding.end)
