"""The language of every filter, of people and of what is theirs, on a screen and in a command.

A filter is words, all of which must fit:

- A plain word stands somewhere in what is filtered. Where it begins the name of a kind (three
  letters or more), people of that kind fit too: `peer`, `man`.
- A word for how things stand (`owe`, `asked` …, where the list knows such words) means that, or
  stands as a whole word in what is filtered.
- `kind:mentor`, `company:acme` look in one place; `company:` alone wants anything there.
- Quotes hold words together, and mean just these words: `"peer"`, `project:"inventory api"`.
- A leading `-` turns a word round: what fits `owe` does not fit `-owe`.
"""

import re
from collections.abc import Collection
from typing import NamedTuple

from recco_tui.core.names import fold
from recco_tui.core.relationships import Kind

ANYWHERE, QUOTED, STATE = "", "quoted", "is"
_TOKEN = re.compile(r'(-?)(?:(\w+):(?:"([^"]*)"?|(\S*))|"([^"]*)"?|(\S+))')
_SHORTEST_OF_KIND = 3


class Term(NamedTuple):
    """One word of a filter. `where` is a field, or one of `ANYWHERE`, `QUOTED`, `STATE`.

    `word` is folded, `typed` as it was typed.
    """

    where: str
    word: str
    negated: bool = False
    typed: str = ""

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of people that a plain word means besides what it says."""
        if self.where != ANYWHERE or len(self.word) < _SHORTEST_OF_KIND:
            return frozenset()
        return frozenset(kind.value for kind in Kind if kind.value.startswith(self.word))


def parse_filter(
    text: str, fields: Collection[str], states: Collection[str] = ()
) -> tuple[Term, ...]:
    """The terms of what was typed; a field that does not exist is taken as plain text."""
    terms = []
    for match in _TOKEN.finditer(text):
        minus, field, in_quotes, after, quoted, plain = match.groups()
        if field and field.lower() in fields:
            typed = in_quotes if in_quotes is not None else after or ""
            terms.append(Term(field.lower(), fold(typed), bool(minus), typed))
            continue
        typed = match.group(0).removeprefix("-") if field else quoted or plain or ""
        where = QUOTED if quoted is not None else ANYWHERE
        if where == ANYWHERE and fold(typed) in states:
            where = STATE
        if typed:
            terms.append(Term(where, fold(typed), bool(minus), typed))
    return tuple(terms)
