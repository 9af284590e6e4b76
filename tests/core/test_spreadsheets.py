"""No cell is a formula for any spreadsheet, whatever it passes over or takes for a sign."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from recco_tui.core.spreadsheets import harmless
from tests.nasty_strings import FORMULAE

SIGNS = ("=", "+", "-", "@", "|", "%", "−")
FILLERS = "\u115f\u1160\u2800\u3164\uffa0"
UNSEEN = (
    "\ufeff", "\u200b", "\u200c", "\u200d", "\u2060", "\u00ad", "\u200e", "\u200f", "\u061c",
    "\u202e", "\u2066", "\u034f", "\ufe0f", "\U000e0100", "\U000e0041", "\u180e", "\u00a0",
    "\u3000", "\u2003", "\u2028", "\u2029", "\x85", " ", "\t", "\r", "\n", "\x00", "\x1b", "\x7f",
    "\ufff9", "\uffff", "\ud800", "\u0301", *FILLERS,
)  # fmt: skip


def stripped(text: str) -> str:
    """Without what is not seen at the start: controls, blanks, marks, fillers."""
    while text and (unicodedata.category(text[0])[0] in "CZM" or text[0] in FILLERS):
        text = text[1:]
    return text


def begins_a_formula(cell: str) -> bool:
    seen = (stripped(cell), stripped(unicodedata.normalize("NFKC", cell)))
    return any(text.startswith(SIGNS) for text in seen)


unseen = st.text(st.sampled_from(UNSEEN), max_size=5)
signs = st.sampled_from("=+-@|%−＝＋－＠﹦﹢﹣﹫⁼₌⁺⁻\ufb29")


@given(
    st.builds("".join, st.tuples(unseen, signs, st.text(max_size=5)))
    | st.text(st.characters(exclude_categories=()), max_size=10)
)
@example("¨=1")
@example("=\u0338 not equal")
def test_no_text_begins_a_formula(text: str) -> None:
    cell = harmless(text)
    assert isinstance(cell, str)
    assert not begins_a_formula(cell)
    assert cell.removeprefix("'") == text.removeprefix("'")


@pytest.mark.parametrize("hidden", UNSEEN, ids=ascii)
def test_what_is_not_seen_hides_no_sign(hidden: str) -> None:
    for run in (hidden, hidden * 3, hidden + "\ufeff\u200b "):
        assert harmless(f"{run}=1+1") == f"'{run}=1+1"


@pytest.mark.parametrize(
    "text",
    ["", "Ann Lee", " Ann", "\ufeffAnn", "李雷", "“Quoted”", "#1", "'=1", "(+1)", "1+1", "a=b", "🙂",
     "été", "50 % more", "\u200b", ";=1"],
)  # fmt: skip
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text


@pytest.mark.parametrize("value", [-5, -0.5, 0, None])
def test_numbers_are_numbers(value: float | None) -> None:
    assert harmless(value) is value


@pytest.mark.parametrize("text", FORMULAE)
def test_known_attacks(text: str) -> None:
    assert not begins_a_formula(str(harmless(text)))
