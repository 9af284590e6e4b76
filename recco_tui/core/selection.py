"""Which people the Network table shows and in which order: the filter's language and the sorts.

A filter is words, all of which must fit: a plain word stands anywhere in name, company, position,
kind or project; `kind:mentor`, `company:acme`, `project:"inventory api"` look in one place; `owe`,
`owed`, `even`, `asked`, `pinned`, `debt` are states; a leading `-` turns a word round.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import StrEnum
from itertools import compress, repeat
from operator import contains, not_
from typing import NamedTuple

from recco_tui.core.asks import is_open, state_of
from recco_tui.core.models import BoardRow
from recco_tui.core.names import fold
from recco_tui.core.reciprocity import Balance


def balance_of(row: BoardRow) -> Balance:
    """The balance between this person and me."""
    return Balance(received=row.received, given=row.given, waived=row.waived)


def _owes(row: BoardRow) -> bool:
    return row.in_circle and (row.received > row.given + row.waived or row.debts > 0)


_STATES: dict[str, Callable[[BoardRow], bool]] = {
    "owe": _owes,
    "owed": lambda row: row.given > row.received,
    "even": lambda row: row.in_circle and balance_of(row).word == "even",
    "asked": lambda row: row.ask is not None and is_open(row.ask),
    "pinned": lambda row: row.pinned,
    "debt": lambda row: row.debts > 0,
}
STATE_WORDS = tuple(_STATES)

_FIELDS: dict[str, Callable[[BoardRow], str]] = {
    "name": lambda row: fold(row.name),
    "kind": lambda row: row.kind,
    "company": lambda row: fold(row.company),
    "position": lambda row: fold(row.position),
    "project": lambda row: fold("\n".join(row.projects)) if row.projects else "",
    "ask": lambda row: state_of(row.ask) if row.ask else "",
}
FIELD_WORDS = tuple(_FIELDS)

_TOKEN = re.compile(r'(-?)(?:(\w+):)?(?:"([^"]*)"?|(\S+))')


class Term(NamedTuple):
    """One word of a filter. `where` is '' for anywhere, 'is' for a state, else a field."""

    where: str
    word: str
    negated: bool = False


def parse_filter(text: str) -> tuple[Term, ...]:
    """The terms of what was typed; a field that does not exist is taken as plain text."""
    terms = []
    for match in _TOKEN.finditer(text):
        minus, field, quoted, plain = match.groups()
        word = fold(quoted if quoted is not None else plain or "")
        if field and field not in _FIELDS:
            word, field = fold(match.group(0).lstrip("-")), None
        if field is None and quoted is None and word in _STATES:
            terms.append(Term("is", word, bool(minus)))
        elif word:
            terms.append(Term(field or "", word, bool(minus)))
    return tuple(terms)


class PeopleIndex:
    """The rows of one reading of the board, with what a plain word is looked for in."""

    def __init__(self, rows: Sequence[BoardRow]) -> None:
        self.rows = rows
        self._texts = [_haystack(row) for row in rows]

    def filtered(self, terms: Sequence[Term]) -> Sequence[BoardRow]:
        """The rows that fit every term, in the order of the rows."""
        rows, texts = self.rows, self._texts
        for term in terms:
            fits = self._fitting(term, rows, texts)
            if term.negated:
                fits = map(not_, fits)
            chosen = list(fits)
            rows = list(compress(rows, chosen))
            texts = list(compress(texts, chosen))
        return rows

    @staticmethod
    def _fitting(term: Term, rows: Sequence[BoardRow], texts: Sequence[str]) -> Iterable[bool]:
        """One answer a row. Plain words stay out of Python's own loop: there may be 30,000."""
        if not term.where:
            return map(contains, texts, repeat(term.word))
        if term.where == "is":
            return map(_STATES[term.word], rows)
        return map(contains, map(_FIELDS[term.where], rows), repeat(term.word))


def _haystack(row: BoardRow) -> str:
    if not row.in_circle:
        return row.search
    return f"{row.search} {row.kind} {fold(' '.join(row.projects))}"


class SortKey(StrEnum):
    """What the Network table can be sorted by; the first is the board's own order."""

    OWE = "owe"
    NAME = "name"
    KIND = "kind"
    GIVEN = "given"
    RECEIVED = "received"
    ASK = "ask"
    LAST = "last"
    COMPANY = "company"


def sorted_rows(rows: Sequence[BoardRow], key: SortKey, descending: bool = False) -> list[BoardRow]:
    """Sorted by the key, then by name; `owe` is most owed first, oldest debt first."""
    if key is SortKey.NAME:
        return sorted(rows, key=lambda row: row.search, reverse=descending)
    named = sorted(rows, key=lambda row: row.search)
    return sorted(named, key=_KEYS[key], reverse=descending)


def _owe(row: BoardRow) -> tuple[int, int, int, int]:
    if not row.in_circle:
        return (3, 0, 0, 0)
    owe = balance_of(row).owe
    oldest = row.oldest_received_on or date.max
    if owe or row.debts:
        return (0, -(owe + row.debts), oldest.toordinal(), 0)
    open_ask = row.ask is not None and is_open(row.ask)
    return (1 if open_ask else 2, 0, 0, -(row.last_on or date.min).toordinal())


_KIND_ORDER = {"manager": 0, "mentor": 1, "client": 2, "peer": 3, "unknown": 4}
_KEYS: dict[SortKey, Callable[[BoardRow], tuple[int, ...] | tuple[str, ...]]] = {
    SortKey.OWE: _owe,
    SortKey.KIND: lambda row: (_KIND_ORDER[row.kind.value],),
    SortKey.GIVEN: lambda row: (-row.given,),
    SortKey.RECEIVED: lambda row: (-row.received,),
    SortKey.ASK: lambda row: ("0" + state_of(row.ask).value,) if row.ask else ("1",),
    SortKey.LAST: lambda row: (-row.last_on.toordinal() if row.last_on else 0,),
    SortKey.COMPANY: lambda row: (fold(row.company) or "\uffff",),
}
