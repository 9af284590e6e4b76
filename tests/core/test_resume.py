"""A pack for the résumé: its order, and the gaps of what is left out."""

import pytest

from recco_tui.core.resume import Pack, trimmed, without
from recco_tui.writing.sentences import split

TEXT = "We met at Tolva.\n\nShe reads plans.  She cut our costs! Hire her."


@pytest.mark.parametrize(
    ("left_out", "shown"),
    [
        (set(), TEXT),
        ({0}, "[…] She reads plans.  She cut our costs! Hire her."),
        ({1}, "We met at Tolva. […] She cut our costs! Hire her."),
        ({1, 2}, "We met at Tolva. […] Hire her."),
        ({3}, "We met at Tolva.\n\nShe reads plans.  She cut our costs! […]"),
        ({0, 2}, "[…] She reads plans. […] Hire her."),
        ({0, 1, 2, 3}, "[…]"),
        ({9}, TEXT),
    ],
)
def test_each_gap_shows_and_the_rest_stands_as_written(left_out: set[int], shown: str) -> None:
    places = [(one.start, one.end) for one in split(TEXT)]
    assert without(TEXT, places, left_out) == shown


def test_texts_change_places_with_their_neighbours_only() -> None:
    pack = Pack([4, 5, 6])
    pack.move(4, -1)
    assert pack.order == [4, 5, 6]
    pack.move(4, 1)
    pack.move(6, 1)
    assert pack.order == [5, 4, 6]


def test_picking_twice_is_not_picking() -> None:
    pack = Pack()
    for one in (4, 5, 4):
        pack.toggle(one)
    pack.toggle_sentence(5, 2)
    pack.toggle_sentence(5, 0)
    pack.toggle_sentence(5, 2)
    assert (pack.order, pack.left_out) == ([5], {5: {0}})


@pytest.mark.parametrize(
    ("most", "shown"),
    [
        (None, "One two. Three four. Five."),
        (26, "One two. Three four. Five."),
        (25, "One two. Three four. […]"),
        (15, "One two. […]"),
        (9, "One […]"),
    ],
)
def test_a_cut_keeps_whole_sentences_where_one_fits(most: int | None, shown: str) -> None:
    assert trimmed("One two. Three four. Five.", most) == shown
