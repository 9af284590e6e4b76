"""The language of every filter, of people and of texts, on a screen and in a command.

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

from recco_tui.core.models import Contact, Recommendation
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


TEXT_FIELDS = ("from", "name", "kind", "company", "position", "phrase")


class TextFilter(NamedTuple):
    """A filter of texts. Plain words are looked for in the text, as beginnings of words."""

    terms: tuple[Term, ...]

    @property
    def words(self) -> str:
        """What the full-text search is to find, as typed: every text that fits holds it."""
        return " ".join(term.typed for term in self.terms if _is_searched(term))

    def fits(self, contact: Contact, text: Recommendation) -> bool:
        """Everything but single words that the full-text search finds."""
        return all(
            fits(term, contact, text) is not term.negated
            for term in self.terms
            if not _is_searched(term) or " " in term.word
        )


def parse_text_filter(typed: str) -> TextFilter:
    """What was typed above a list of texts."""
    return TextFilter(parse_filter(typed, TEXT_FIELDS))


def _is_searched(term: Term) -> bool:
    return term.where in (ANYWHERE, QUOTED) and not term.negated and not term.kinds


def fits(term: Term, contact: Contact, text: Recommendation) -> bool:
    """Whether this one word fits, its sign left aside."""
    if term.where in (ANYWHERE, QUOTED):
        return contact.kind.value in term.kinds or _begins_a_word(term.word, fold(text.text))
    if term.where == "phrase":
        return any(term.word in fold(phrase) for phrase in text.key_phrases)
    value = {
        "from": contact.name,
        "name": contact.name,
        "kind": contact.kind.value,
        "company": text.company or contact.company,
        "position": text.position or contact.position,
    }[term.where]
    return term.word in fold(value) if term.word else bool(value)


def _begins_a_word(word: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}", text) is not None
