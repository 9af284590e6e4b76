"""Which people a list shows and in which order: what a filter finds of them, and the sorts.

A plain word is looked for in name, company, position, projects, moments and where one met; see
`core/filtering.py`.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import StrEnum
from functools import reduce
from itertools import compress, repeat
from operator import and_, attrgetter, contains, not_, or_

from recco_tui.core.asks import is_open, state_of
from recco_tui.core.filtering import ANYWHERE, QUOTED, STATE, Term, parse_filter
from recco_tui.core.models import AskState, BoardRow, Contact
from recco_tui.core.names import fold
from recco_tui.core.reciprocity import Balance
from recco_tui.core.relationships import Kind


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
    "moment": lambda row: fold("\n".join(row.moments)) if row.moments else "",
    "ask": lambda row: state_of(row.ask) if row.ask else "",
}
FIELD_WORDS = tuple(_FIELDS)
_LOOKED_THROUGH = ("name", "company", "position", "kind")
"""Where a word is looked for in a text of every row; the other fields are of the circle alone."""


def parse_people_filter(typed: str) -> tuple[Term, ...]:
    """The terms of what was typed above a list of people."""
    return parse_filter(typed, FIELD_WORDS, STATE_WORDS)


class _Folded(dict[str, str]):
    """Texts folded once each: thousands work at the same few hundred companies."""

    def __missing__(self, text: str) -> str:
        self[text] = folded = fold(text)
        return folded


class PeopleIndex:
    """The rows of one reading of the board, with what a plain word is looked for in."""

    def __init__(self, rows: Sequence[BoardRow]) -> None:
        self.rows = rows
        self._texts = {"": [_searched_text(row) for row in rows]}
        self._folded = _Folded()
        self._in_states: dict[str, list[bool]] = {}
        self._inside = [at for at, row in enumerate(rows) if row.in_circle]

    def filtered(self, terms: Sequence[Term]) -> Sequence[BoardRow]:
        """The rows that fit every term, in the order of the rows.

        There may be 30,000, so hardly a step is Python's own loop: the answers are joined as one
        byte a row in one long number, and a second plain word is looked for in what is left.
        """
        if not terms:
            return self.rows
        plain = [term for term in terms if term.where in (ANYWHERE, QUOTED) and not term.kinds]
        at_once = [*(term for term in terms if term not in plain), *plain[:1]]
        numbers = (int.from_bytes(self._answers(term), "little") for term in at_once)
        chosen = reduce(and_, numbers).to_bytes(len(self.rows), "little")
        rows = list(compress(self.rows, chosen))
        texts = list(compress(self._texts[""], chosen)) if plain[1:] else []
        for term in plain[1:]:
            chosen = _signed(map(contains, texts, repeat(term.word)), term)
            rows, texts = list(compress(rows, chosen)), list(compress(texts, chosen))
        return rows

    def _answers(self, term: Term) -> bytes:
        """1 or 0 for each row."""
        if term.where == STATE:
            if term.word not in self._in_states:  # each key typed after it asks again
                self._in_states[term.word] = self._in_state(term.word)
            return _signed(self._in_states[term.word], term)
        if term.where in (ANYWHERE, QUOTED):
            fits: Iterable[bool] = map(contains, self._texts[""], repeat(term.word))
            if term.kinds:
                fits = map(or_, fits, map(term.kinds.__contains__, self._texts_of("kind")))
            return _signed(fits, term)
        if term.where in _LOOKED_THROUGH:
            texts = self._texts_of(term.where)
            anything = map(bool, texts)
            return _signed(map(contains, texts, repeat(term.word)) if term.word else anything, term)
        field = _FIELDS[term.where]

        def fits_row(row: BoardRow) -> bool:
            return term.word in field(row) if term.word else bool(field(row))

        return _signed(self._of_the_circle(fits_row), term)

    def _in_state(self, state: str) -> list[bool]:
        """Who is in that state, or has the word in name, company, position or a project."""
        answers = self._of_the_circle(_STATES[state])
        whole = re.compile(rf"(?<!\w){re.escape(state)}(?!\w)")
        texts = self._texts[""]
        for at in compress(range(len(texts)), map(contains, texts, repeat(state))):
            answers[at] = answers[at] or whole.search(texts[at]) is not None
        return answers

    def _texts_of(self, field: str) -> Sequence[str]:
        """What a word is looked for in, by row; written fields are folded when first asked for."""
        if field not in self._texts:
            written = map(attrgetter(field), self.rows)
            self._texts[field] = texts = list(map(self._folded.__getitem__, written))
            if field == "company":
                for at in self._inside:
                    if met_at := self.rows[at].met_at:
                        texts[at] = "\n".join([texts[at], *map(fold, met_at)])
        return self._texts[field]

    def _of_the_circle(self, test: Callable[[BoardRow], bool]) -> list[bool]:
        """What only someone with whom something happened can be."""
        answers = [False] * len(self.rows)
        for at in self._inside:
            answers[at] = test(self.rows[at])
        return answers


def _signed(fits: Iterable[bool], term: Term) -> bytes:
    return bytes(map(not_, fits) if term.negated else fits)


def row_of(contact: Contact) -> BoardRow:
    """Who someone is as a row of the board, without all that happened with them."""
    search = fold(f"{contact.name} {contact.company} {contact.position}")
    return BoardRow(
        contact.id,
        contact.name,
        contact.kind,
        contact.company,
        given=0,
        received=0,
        waived=0,
        pinned=contact.pinned_on is not None,
        in_circle=False,
        slug=contact.slug,
        position=contact.position,
        relationship=contact.relationship,
        search=search,
    )


def _searched_text(row: BoardRow) -> str:
    if not row.in_circle:
        return row.search
    happened = (*row.projects, *row.moments, *row.met_at)
    return f"{row.search} {fold(' '.join(happened))}" if happened else row.search


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
    """Sorted by the key, then by name; `owe` has the debts in the order of Today, old ones last.

    Rows with nothing to sort by come last, whichever way round.
    """
    if key is SortKey.NAME:
        return sorted(rows, key=lambda row: row.search, reverse=descending)
    named = sorted(rows, key=lambda row: row.search)
    ordered = sorted(named, key=_KEYS[key], reverse=descending)
    if not descending or key not in _IS_BLANK:
        return ordered
    return sorted(ordered, key=_IS_BLANK[key])


_ASK_RANKS = {state: rank for rank, state in enumerate(AskState)}
"""In the order of an ask: what is under way comes before what has ended."""


def _owe(row: BoardRow) -> tuple[int, int, int]:
    if not row.in_circle:
        return (3, 0, 0)
    if row.debt_place is not None:
        return (0, row.debt_place, 0)
    open_ask = row.ask is not None and is_open(row.ask)
    return (1 if open_ask else 2, 0, -(row.last_on or date.min).toordinal())


_KEYS: dict[SortKey, Callable[[BoardRow], tuple[int, ...] | tuple[str, ...]]] = {
    SortKey.OWE: _owe,
    SortKey.KIND: lambda row: (row.kind.rank,),
    SortKey.GIVEN: lambda row: (-row.given,),
    SortKey.RECEIVED: lambda row: (-row.received,),
    SortKey.ASK: lambda row: (_ASK_RANKS[state_of(row.ask)] if row.ask else len(_ASK_RANKS),),
    SortKey.LAST: lambda row: (-row.last_on.toordinal() if row.last_on else 0,),
    SortKey.COMPANY: lambda row: (fold(row.company) or "\uffff",),
}
_IS_BLANK: dict[SortKey, Callable[[BoardRow], bool]] = {
    SortKey.OWE: lambda row: not row.in_circle,
    SortKey.KIND: lambda row: row.kind is Kind.UNKNOWN,
    SortKey.ASK: lambda row: row.ask is None,
    SortKey.LAST: lambda row: row.last_on is None,
    SortKey.COMPANY: lambda row: not row.company,
}
"""Where the cell of the table shows a dash: the keys above put these last."""
