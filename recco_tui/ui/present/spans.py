"""Lines as values: words with their ink, and the counts of a person in words."""

from typing import NamedTuple


class Span(NamedTuple):
    """Words in one ink, `on` another as the background; `key` is what a click on them presses."""

    text: str
    ink: str = "ink"
    bold: bool = False
    on: str | None = None
    key: str = ""


Line = tuple[Span, ...]
BLANK: Line = ()


class PageSummary(NamedTuple):
    """What the rules say of the person, in words; each `_meaning` is one of the theme's."""

    given: int
    received: int
    balance: str
    balance_meaning: str
    ask: str = ""
    ask_meaning: str = ""
