"""The columns share the room there is, and leave in order when it gets short."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recco_tui.ui.widgets.network_columns import END, GUTTER, Column, arrange, column_at


@pytest.mark.parametrize(
    ("room", "gone"),
    [
        (150, ""),
        (97, ""),
        (95, "company"),
        (77, "company"),
        (73, "company"),
        (72, "company last"),
        (57, "company last given received"),
        (45, "company last given received kind"),
        (36, "company last given received kind ask"),
        (20, "company last given received kind ask balance"),
    ],
)
def test_columns_leave_least_telling_first(room: int, gone: str) -> None:
    shown = {place.spec.column.value for place in arrange(room)}
    assert {column.value for column in Column} - shown == set(gone.split())


@given(st.integers(16, 250))
def test_the_line_is_filled_exactly_and_nothing_overlaps(room: int) -> None:
    places = arrange(room)
    x = GUTTER
    for place in places:
        assert place.start == x + place.spec.gap
        assert place.width >= min(place.spec.least, room - GUTTER - END)
        x = place.start + place.width
    assert x == room - END
    assert places[0].spec.column is Column.NAME


@given(st.integers(1, 15))
def test_even_a_sliver_has_the_name(room: int) -> None:
    assert [place.spec.column for place in arrange(room)] == [Column.NAME]


def test_every_cell_of_the_header_belongs_to_a_column() -> None:
    places = arrange(97)
    found = [column_at(places, x) for x in range(GUTTER, 97)]
    assert None not in found
    assert [column_at(places, place.start) for place in places] == [
        place.spec.column for place in places
    ]
    assert column_at(places, 0) is None
