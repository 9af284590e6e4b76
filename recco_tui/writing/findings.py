"""A finding: one remark on a text."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from recco_tui.core.meaning import Meaning


class Severity(StrEnum):
    """An error prevents finishing; a warning is worth a change; a hint is a matter of taste."""

    sign: str
    meaning: Meaning

    def __new__(cls, value: str, sign: str = "", meaning: Meaning = Meaning.NONE) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.sign, member.meaning = sign, meaning
        return member

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
