"""Whether the terminal is light: as it says itself when asked, else as its environment says.

Asked is with OSC 11, which most terminals answer at once and the others pass over.
"""

import os
import re

from textual.message import Message

QUESTION = "\x1b]11;?\x1b\\"
_ANSWER = re.compile(
    r"11;rgba?:([0-9a-f]{1,4})/([0-9a-f]{1,4})/([0-9a-f]{1,4})", re.ASCII | re.IGNORECASE
)
_WEIGHTS = (0.299, 0.587, 0.114)
"""How bright full red, green and blue look."""
_LIGHT = frozenset({"7", *map(str, range(9, 16))})


class BackgroundReported(Message):
    """The terminal has said how light it is."""

    def __init__(self, is_light: bool) -> None:
        super().__init__()
        self.is_light = is_light


def may_be_asked() -> bool:
    """Whether the terminal knows to pass over what it cannot answer; a bare console does not."""
    return os.environ.get("TERM", "") not in ("", "dumb", "linux")


def light_in_answer(report: str) -> bool | None:
    """What the report of a terminal says, without its escapes; None when it is about another thing.

    Each part of the color has one to four digits, the most of which is full.
    """
    found = _ANSWER.match(report)
    if found is None:
        return None
    parts = [int(part, 16) / int("f" * len(part), 16) for part in found.groups()]
    return sum(part * weight for part, weight in zip(parts, _WEIGHTS, strict=True)) > 0.5


def light_in_environment() -> bool:
    """What COLORFGBG says: numbers of the sixteen colors, the background last."""
    return os.environ.get("COLORFGBG", "").rpartition(";")[2] in _LIGHT
