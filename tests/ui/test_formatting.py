"""Text of people and files is drawn literally and exactly as wide as asked."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from recco_tui.ui import formatting
from tests.ui.pilot import NASTY

TEXTS = st.text(st.characters(codec="utf-8")) | st.text(
    "ab 日\u0301\u200d\ufe0f👩🏽\x1b[m;\n\u202e"
)
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(("raw", "shown"), NASTY.values(), ids=NASTY.keys())
def test_a_nasty_text_is_literal_and_free_of_controls(raw: str, shown: str) -> None:
    assert formatting.plain(raw) == shown
    assert formatting.content(raw.replace("\n", " ").replace("\r", "")).plain == shown


@given(TEXTS)
def test_nothing_that_moves_a_terminal_is_left(text: str) -> None:
    drawn = formatting.paragraph(text)
    assert not [c for c in drawn if c != "\n" and (ord(c) < 32 or 127 <= ord(c) < 160)]
    assert not set(drawn) & set(
        "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"
    )


@given(TEXTS, st.integers(0, 40), st.sampled_from(["left", "right", "center"]))
def test_fit_is_exactly_as_wide_as_asked(text: str, cells: int, align: formatting.Align) -> None:
    assert cell_len(formatting.fit(text, cells, align)) == cells


@given(TEXTS, st.integers(2, 30), st.integers(0, 10))
def test_wrapped_lines_fit_and_lose_no_letter(text: str, cells: int, taken: int) -> None:
    wrapped = formatting.wrap(text, cells, min(taken, cells))
    assert all(cell_len(line) <= cells for line in wrapped)
    assert cell_len(wrapped[0]) <= cells - min(taken, cells)
    kept = "".join(formatting.plain(text).split(" "))
    assert "".join("".join(wrapped).split(" ")) == kept


@pytest.mark.parametrize(
    ("text", "cells", "cut"),
    [
        ("John Silva", 10, "John Silva"),
        ("John Silva", 9, "John Sil…"),
        ("John Silva", 6, "John…"),
        ("日本語", 5, "日本…"),
        ("日本語", 4, "日…"),
        ("x" * 2000, 5, "xxxx…"),
        ("ab", 1, "…"),
        ("ab", 0, ""),
    ],
)
def test_what_is_left_off_is_an_ellipsis(text: str, cells: int, cut: str) -> None:
    assert formatting.cut(text, cells) == cut


@pytest.mark.parametrize(
    ("text", "cells", "wrapped"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("one\n\ntwo", 9, ["one", "", "two"]),
        ("abcdefgh ij", 3, ["abc", "def", "gh", "ij"]),
        ("日本語", 4, ["日本", "語"]),
        ("", 5, [""]),
    ],
)
def test_wrap_breaks_at_blanks_and_within_a_word_only_if_it_must(
    text: str, cells: int, wrapped: list[str]
) -> None:
    assert formatting.wrap(text, cells) == wrapped


@pytest.mark.parametrize(
    ("on", "age"),
    [
        (None, "–"),
        (date(2026, 11, 23), "today"),
        (date(2026, 11, 22), "1 d"),
        (date(2026, 10, 2), "52 d"),
        (date(2026, 8, 16), "99 d"),
        (date(2026, 8, 15), "3 mo"),
        (date(2025, 9, 1), "14 mo"),
        (date(2024, 11, 24), "23 mo"),
        (date(2024, 11, 22), "2 y"),
        (date(2016, 11, 23), "10 y"),
        (date(2026, 11, 26), "in 3 d"),
    ],
    ids=str,
)
def test_ages_are_short(on: date | None, age: str) -> None:
    assert formatting.age(on, TODAY) == age


def test_zeros_are_dots_and_thousands_are_parted() -> None:
    assert [formatting.count(n) for n in (0, 1, 2914)] == ["·", "1", "2,914"]
    assert formatting.number(0) == "0"


def test_a_border_title_is_one_literal_line() -> None:
    assert formatting.title("A [b]\nB").plain == "A [b] B"
    assert formatting.title("John Silva", 6).plain == "John…"
