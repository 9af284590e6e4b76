"""A finding: one remark on a text."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error blocks finishing; a warning is worth a change; a hint is taste."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.HINT: 2}


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


def worst_first(finding: Finding) -> tuple[int, int, int]:
    """Sort key: errors first, then by place; what is about the whole text comes before."""
    return (_RANK[finding.severity], finding.start if finding.sentence else -1, finding.end)
