"""Bars are as long as their numbers say, and never hide that there is something."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recco_tui.ui.present.bars import lying, shares, standing


@pytest.mark.parametrize(
    ("value", "most", "width", "bar"),
    [
        (0, 4, 10, ""),
        (4, 4, 4, "━━━━"),
        (2, 4, 4, "━━"),
        (1, 100, 4, "╸"),
        (3, 8, 4, "━╸"),
        (1, 8, 1, "╸"),
        (9, 4, 4, "━━━━"),
        (1, 0, 4, ""),
        (1, 1, 0, ""),
    ],
)
def test_a_lying_bar(value: float, most: float, width: int, bar: str) -> None:
    assert lying(value, most, width) == bar


def test_standing_bars_stand_over_their_numbers() -> None:
    lines = ["".join(span.text for span in line) for line in standing([0, 1, 4], 4, 2, 3, "owe")]
    assert lines == ["        ███ ", "    ▄▄▄ ███ ", " ·   1   4  "]


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=5), st.integers(5, 120))
def test_shares_fill_the_bar_and_show_every_part(values: list[int], width: int) -> None:
    line = shares([(value, str(place)) for place, value in enumerate(values)], width)
    assert sum(len(span.text) for span in line) == width
    if sum(values):
        assert [span.ink for span in line] == [str(i) for i, value in enumerate(values) if value]
        assert all(span.text for span in line)
