"""Features of a sentence, and whether an effect happened or is hypothetical."""

import pytest

from recco_tui.writing.features import is_hypothetical, read


@pytest.mark.parametrize(
    ("sentence", "verb", "hypothetical"),
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
def test_a_hypothetical_effect_is_told_from_one_that_happened(
    sentence: str, verb: str, hypothetical: bool
) -> None:
    words = sentence.split()
    assert is_hypothetical(words, words.index(verb)) is hypothetical


def test_a_hypothetical_effect_is_counted_separately() -> None:
    done = read("She improved our process.").features
    hypothetical = read("She is eager to improve our process.").features
    assert "n:impact-1" in done
    assert "n:hypothetical-1" not in done
    assert "n:hypothetical-1" in hypothetical
    assert "n:impact-1" not in hypothetical
