"""What is known around a text: passed in by the caller, never looked up here."""

from collections.abc import Iterable
from dataclasses import dataclass

from recco_tui.core.models import TextKind
from recco_tui.core.names import first_name_of, fold


@dataclass(frozen=True, slots=True)
class Limits:
    """The numbers of the policy that a review uses; the defaults are the policy's."""

    sentences: tuple[int, int] = (3, 5)
    ask_sentences: tuple[int, int] = (3, 4)
    characters: int = 3000
    words: tuple[int, int] = (45, 150)
    marks: tuple[int, int] = (120, 240)
    """characters that LinkedIn's readers see before "see more" """
    copied: float = 0.35
    """share of three-word runs from which on two asks are the same text"""

    def sentences_of(self, kind: TextKind) -> tuple[int, int]:
        """Fewest and most sentences of this kind of text."""
        return self.ask_sentences if kind is TextKind.ASK else self.sentences


@dataclass(frozen=True, slots=True)
class OtherText:
    """A text written for someone else; `to` is that person's name."""

    to: str
    text: str


@dataclass(frozen=True, slots=True)
class About:
    """Who the text is for. Everything may be empty; then the rules that need it find nothing.

    `others`: folded first names of other people in the network, see `first_names`.
    `other_asks`: asks to other people, for the rule "copied".
    `used`: recommendations written for other people, for the rule "repeated".
    `projects`: titles that any ask may contain and that are left out when asks are compared.
    `unconfirmed`: words of an assistant that nobody noted; `doubted`: the same of pasted words.
    """

    to: str = ""
    others: frozenset[str] = frozenset()
    other_asks: tuple[OtherText, ...] = ()
    used: tuple[OtherText, ...] = ()
    projects: tuple[str, ...] = ()
    unconfirmed: tuple[str, ...] = ()
    doubted: tuple[str, ...] = ()


def first_names(names: Iterable[str]) -> frozenset[str]:
    """Folded first names for `About.others`, made once and not at each keystroke."""
    return frozenset(filter(None, (fold(first_name_of(name)) for name in names)))
