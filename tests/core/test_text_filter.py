"""Texts by words, person, kind and key phrase."""

import pytest

from recco_tui.core.models import Contact, Direction, Recommendation, Status
from recco_tui.core.relationships import Kind
from recco_tui.core.text_filter import TextFilter, parse_text_filter
from tests.core.scenes import TODAY

ANA = Contact(1, "Ana Díaz", kind=Kind.MENTOR)
MARKED = Recommendation(
    1, 1, Direction.RECEIVED, "Calm.", Status.VISIBLE, TODAY, key_phrases=("Explains SQL joins",)
)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("", TextFilter("")),
        ("calm  exact", TextFilter("calm exact")),
        ("from:Ana", TextFilter("", ("ana",))),
        ('from:"Ana Díaz" calm', TextFilter("calm", ("ana diaz",))),
        ("kind:mentor kind:m", TextFilter("", (), ("mentor", "m"))),
        ("Phrase:SQL", TextFilter("", (), (), ("sql",))),
        ("phrase:", TextFilter("", (), (), ("",))),
        ('from:"Ana D', TextFilter("", ("ana d",))),
        ("to:ana", TextFilter("to:ana")),
        ("from", TextFilter("from")),
    ],
)
def test_what_is_typed_is_read(typed: str, read: TextFilter) -> None:
    assert parse_text_filter(typed) == read


@pytest.mark.parametrize(
    ("typed", "fits"),
    [
        ("", True),
        ("from:ana", True),
        ("from:diaz from:ana", True),
        ("from:bo", False),
        ("kind:ment", True),
        ("kind:peer", False),
        ("phrase:sql", True),
        ("phrase:", True),
        ("phrase:calm", False),
        ("from:ana kind:peer", False),
        ("words are somebody else's work", True),
    ],
)
def test_a_text_fits_when_all_of_it_does(typed: str, fits: bool) -> None:
    assert parse_text_filter(typed).fits(ANA, MARKED) is fits


def test_without_a_mark_no_phrase_fits() -> None:
    assert not parse_text_filter("phrase:").fits(ANA, MARKED._replace(key_phrases=()))
