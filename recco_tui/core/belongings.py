"""What is tied to a contact and goes with them, counted and in words."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from recco_tui.core.when import count_of


class Belongings(NamedTuple):
    """How much of everything there is; `memberships` are places in projects, which stay."""

    texts: int = 0
    asks: int = 0
    requests: int = 0
    moments: int = 0
    meetings: int = 0
    memberships: int = 0
    drafts: int = 0
    waivers: int = 0


_WORDS = ("text", "ask", "request", "moment", "meeting", "project membership", "draft", "waiver")


def counted(belongings: Belongings) -> list[str]:
    """`2 texts`, `1 ask`: what there is of each."""
    pairs = zip(belongings, _WORDS, strict=True)
    return [count_of(many, word) for many, word in pairs if many]


def together(several: Iterable[Belongings]) -> Belongings:
    """The sum of those of several contacts."""
    return Belongings(*(sum(each) for each in zip(Belongings(), *several, strict=True)))


def joined(words: Sequence[str]) -> str:
    """`2 texts, 1 ask and 3 moments`."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
