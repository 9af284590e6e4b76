"""One language of filters, for people and for what is theirs."""

import pytest

from recco_tui.core.filtering import ANYWHERE, QUOTED, STATE, Term, parse_filter

FIELDS = ("from", "name", "kind", "company", "position", "phrase")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("", ()),
        ("   ", ()),
        ("calm  exact", (Term(ANYWHERE, "calm"), Term(ANYWHERE, "exact"))),
        ("-calm", (Term(ANYWHERE, "calm", negated=True),)),
        ("owe -owe", (Term(STATE, "owe"), Term(STATE, "owe", negated=True))),
        ("Owe", (Term(STATE, "owe"),)),
        ('"owe"', (Term(QUOTED, "owe"),)),
        ('-"of note', (Term(QUOTED, "of note", negated=True),)),
        ("from:Ana", (Term("from", "ana"),)),
        ('From:"Ana Díaz" calm', (Term("from", "ana diaz"), Term(ANYWHERE, "calm"))),
        ('-from:"Ana D', (Term("from", "ana d", negated=True),)),
        ("phrase: calm", (Term("phrase", ""), Term(ANYWHERE, "calm"))),
        ("to:ana", (Term(ANYWHERE, "to:ana"),)),
        ("from", (Term(ANYWHERE, "from"),)),
        ("-", (Term(ANYWHERE, "-"),)),
        ('""', ()),
    ],
)
def test_what_is_typed_is_read(typed: str, read: tuple[Term, ...]) -> None:
    terms = parse_filter(typed, FIELDS, ("owe",))
    assert tuple(term._replace(typed="") for term in terms) == read


@pytest.mark.parametrize(
    ("word", "kinds"),
    [
        ("peer", {"peer"}),
        ("Peer", {"peer"}),
        ("men", {"mentor"}),
        ("me", set()),
        ("peers", set()),
        ('"peer"', set()),
        ("kind:peer", set()),
    ],
)
def test_a_plain_word_that_begins_a_kind_means_it_too(word: str, kinds: set[str]) -> None:
    (term,) = parse_filter(word, FIELDS)
    assert term.kinds == kinds
