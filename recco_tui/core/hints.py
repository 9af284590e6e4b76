"""Hints of the first days: the next thing that recco can do and that was not done yet.

Computed from what is in the file, so that a hint goes away by being followed.
"""

from collections.abc import Collection
from typing import NamedTuple


class Hint(NamedTuple):
    """What is not there yet, the key that makes it, and what that is good for."""

    lacks: str
    key: str
    words: str


HINTS: tuple[Hint, ...] = (
    Hint("people", "i", "imports your LinkedIn export; + adds one contact by hand"),
    Hint("kinds", "t", "sets who is a peer, manager, mentor or client"),
    Hint("projects", "p", "adds a project that ended, and shows who to ask now"),
    Hint("moments", "m", "logs a win of theirs, or feedback to you"),
    Hint("pins", "*", "adds a contact to the shortlist; S shows it"),
    Hint("asks", "a", "asks the selected contact, with a warm message first"),
)
"""In the order in which they are worth it."""


def next_hint(there: Collection[str]) -> Hint | None:
    """The first thing that is not there; None when everything was tried."""
    return next((hint for hint in HINTS if hint.lacks not in there), None)
