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
    Hint("people", "i", "takes in LinkedIn's export of your data; + adds one person by hand"),
    Hint("kinds", "t", "says who is a peer, manager, mentor or client, one key each"),
    Hint("projects", "p", "notes a project that ended and who was in it: whom to ask now appears"),
    Hint("moments", "m", "notes a win of theirs, or feedback to you, while it happens"),
    Hint("pins", "*", "puts somebody on the shortlist: one of each kind; S shows it"),
    Hint("asks", "a", "asks the person under the cursor: a warm message first"),
)
"""In the order in which they are worth it."""


def next_hint(there: Collection[str]) -> Hint | None:
    """The first thing that is not there; None when everything was tried."""
    return next((hint for hint in HINTS if hint.lacks not in there), None)
