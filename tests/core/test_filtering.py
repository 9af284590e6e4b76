"""One language of filters, for people and for texts."""

import pytest

from recco_tui.core.filtering import (
    ANYWHERE,
    QUOTED,
    STATE,
    TEXT_FIELDS,
    Term,
    parse_filter,
    parse_text_filter,
)
from recco_tui.core.models import Contact, Direction, Recommendation, Status
from recco_tui.core.relationships import Kind
from tests.core.scenes import TODAY

ANA = Contact(1, "Ana Díaz", kind=Kind.MENTOR, company="Brightwater")
MARKED = Recommendation(
    1,
    1,
    Direction.RECEIVED,
    "Calm under pressure, and a careful reviewer.",
    Status.VISIBLE,
    TODAY,
    key_phrases=("Explains SQL joins",),
)


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
    terms = parse_filter(typed, TEXT_FIELDS, ("owe",))
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
    (term,) = parse_filter(word, TEXT_FIELDS)
    assert term.kinds == kinds


@pytest.mark.parametrize(
    ("typed", "words", "fits"),
    [
        ("", "", True),
        ("from:ana", "", True),
        ("name:diaz from:ana", "", True),
        ("from:bo", "", False),
        ("-from:bo", "", True),
        ("kind:ment", "", True),
        ("kind:peer", "", False),
        ("mentor", "", True),
        ("-mentor", "", False),
        ("peer", "", False),
        ("-peer", "", True),
        ("company:bright", "", True),
        ("phrase:sql", "", True),
        ("phrase:", "", True),
        ("-phrase:", "", False),
        ("phrase:calm", "", False),
        ("from:ana kind:peer", "", False),
        ("-calm", "", False),
        ("-alm", "", True),
        ("calm", "calm", True),
        ("Under pressure", "Under pressure", True),
        ('"under pressure"', "under pressure", True),
        ('"pressure under"', "pressure under", False),
    ],
)
def test_a_text_fits_when_all_of_it_does(typed: str, words: str, fits: bool) -> None:
    """`words` are left to the full-text search."""
    wanted = parse_text_filter(typed)
    assert (wanted.words, wanted.fits(ANA, MARKED)) == (words, fits)


def test_without_a_mark_no_phrase_fits() -> None:
    assert not parse_text_filter("phrase:").fits(ANA, MARKED._replace(key_phrases=()))
