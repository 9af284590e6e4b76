"""What a colour says: the same word whichever theme draws it."""

from enum import StrEnum


class Meaning(StrEnum):
    """What a colour says; `ui/theme.py` gives each theme's colour for it. `none` is plain text."""

    OWE = "owe"
    OWED = "owed"
    EVEN = "even"
    FRESH = "fresh"
    GOOD = "good"
    FADING = "fading"
    COLD = "cold"
    CONTEXT = "context"
    SKILLS = "skills"
    IMPACT = "impact"
    ENDORSEMENT = "endorsement"
    ERROR = "error"
    WARN = "warn"
    HINT = "hint"
    NONE = "none"
