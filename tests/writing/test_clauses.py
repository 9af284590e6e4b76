"""Clauses, and whether a verb tells what happened or what is only meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recco_tui.writing import model
from recco_tui.writing.clauses import clauses
from recco_tui.writing.features import read
from recco_tui.writing.meant import only_meant


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("She is kind.", ["She is kind."]),
        ("", [""]),
        (
            "I worked with Ines twice, and I will hire her again.",
            ["I worked with Ines twice", "and I will hire her again."],
        ),
        (
            "She led the whole team; clients loved the new shop.",
            ["She led the whole team", "clients loved the new shop."],
        ),
        (
            "She rewrote our nightly run - we now sleep until morning",
            ["She rewrote our nightly run", "- we now sleep until morning"],
        ),
        ("She is calm, kind, patient and fair.", ["She is calm, kind, patient and fair."]),
        ("She wrote the search, and well.", ["She wrote the search, and well."]),
    ],
)
def test_a_sentence_falls_into_its_clauses(sentence: str, expected: list[str]) -> None:
    assert list(clauses(sentence)) == expected


@given(st.text(alphabet="ab ,;:-—\n", max_size=200))
def test_clauses_lose_nothing_but_their_joints(sentence: str) -> None:
    kept = "".join(clauses(sentence))
    assert [c for c in kept if c in "ab"] == [c for c in sentence if c in "ab"]


@pytest.mark.parametrize(
    ("sentence", "verb", "meant"),
    [
        ("she improved our release process", "improved", False),
        ("she works hard in order to improve our process", "improve", True),
        ("she is eager to quickly improve what is there", "improve", True),
        ("she will improve any team", "improve", True),
        ("she would always save us time", "save", True),
        ("she helped us to save time", "save", False),
        ("we were able to save a week", "save", False),
        ("improve what you find", "improve", False),
    ],
)
def test_what_is_only_meant_is_told_from_what_happened(
    sentence: str, verb: str, meant: bool
) -> None:
    words = sentence.split()
    assert only_meant(words, words.index(verb)) is meant


def test_an_effect_that_is_only_meant_counts_apart() -> None:
    done = read("She improved our process.").features
    meant = read("She is eager to improve our process.").features
    assert "n:impact-1" in done
    assert "n:meant-1" not in done
    assert "n:meant-1" in meant
    assert "n:impact-1" not in meant


def test_a_clause_carries_its_part_through_a_long_sentence() -> None:
    own, clause = model.shipped_scores(
        "I hired Ines twice for our shop, and her patience, tact and careful eye are exceptional."
    )
    context = model.ORDER.index("context")
    assert clause[context] > own[context]
