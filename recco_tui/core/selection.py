"""Which people the Network table shows and in which order: the filter's language and the sorts.

A filter is words, all of which must fit: a plain word stands anywhere in name, company, position,
kind or project; `kind:mentor`, `company:acme`, `project:"inventory api"` look in one place; `owe`,
`owed`, `even`, `asked`, `pinned`, `debt` are states; a leading `-` turns a word round.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from recco_tui.core.asks import is_open, state_of
from recco_tui.core.models import BoardRow
from recco_tui.core.names import fold
from recco_tui.core.reciprocity import Balance


def balance_of(row: BoardRow) -> Balance:
    """The balance between this person and me."""
    return Balance(received=row.received, given=row.given, waived=row.waived)


_STATES: dict[str, Callable[[BoardRow], bool]] = {
    "owe": lambda row: bool(balance_of(row).owe or row.debts),
    "owed": lambda row: bool(balance_of(row).owed),
    "even": lambda row: balance_of(row).word == "even",
    "asked": lambda row: row.ask is not None and is_open(row.ask),
    "pinned": lambda row: row.pinned,
    "debt": lambda row: bool(row.debts),
}
STATE_WORDS = tuple(_STATES)

_FIELDS: dict[str, Callable[[BoardRow], str]] = {
    "name": lambda row: row.name,
    "kind": lambda row: row.kind.value,
    "company": lambda row: row.company,
    "position": lambda row: row.position,
    "project": lambda row: "\n".join(row.projects),
    "ask": lambda row: state_of(row.ask).value if row.ask else "",
}
FIELD_WORDS = tuple(_FIELDS)

_TOKEN = re.compile(r'(-?)(?:(\w+):)?(?:"([^"]*)"?|(\S+))')


@dataclass(frozen=True, slots=True)
class Term:
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
        plain = [term.word for term in terms if not term.where and not term.negated]
        found: Iterable[tuple[BoardRow, str]] = zip(self.rows, self._texts, strict=True)
        for word in plain:
            found = [(row, text) for row, text in found if word in text]
        for term in terms:
            if term.where or term.negated:
                found = [pair for pair in found if _fits(term, *pair)]
        return [row for row, _ in found] if terms else self.rows


def _haystack(row: BoardRow) -> str:
    if row.projects:
        return f"{row.search} {row.kind.value} {fold(' '.join(row.projects))}"
    if row.kind.value != "unknown":
        return f"{row.search} {row.kind.value}"
    return row.search


def _fits(term: Term, row: BoardRow, text: str) -> bool:
    if term.where == "is":
        fits = _STATES[term.word](row)
    elif term.where:
        fits = term.word in fold(_FIELDS[term.where](row))
    else:
        fits = term.word in text
    return fits is not term.negated


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
