"""Cleaning takes away what a terminal would act on, and nothing else."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recco_tui.core.cleaning import clean_line, clean_text

BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

LINES = {
    "plain": ("Ana Díaz", "Ana Díaz"),
    "ends": ("  Ana \t", "Ana"),
    "inner spaces stay": ("Ana  Díaz", "Ana  Díaz"),
    "markup stays": ("[b]Ana[/b] [@click=quit]", "[b]Ana[/b] [@click=quit]"),
    "colour": ("\x1b[31;1mAna\x1b[0m", "Ana"),
    "eight-bit colour": ("\x9b31mAna", "Ana"),
    "title": ("\x1b]0;owned\x07Ana", "Ana"),
    "link": ("\x1b]8;;https://x.example\x1b\\Ana\x1b]8;;\x1b\\", "Ana"),
    "cut title": ("\x1b]0;Ana", "]0;Ana"),
    "lone escape": ("A\x1bna", "Ana"),
    "charset": ("\x1b(0Ana", "Ana"),
    "NUL and bell": ("A\x00n\x07a", "Ana"),
    "DEL": ("An\x7fa", "Ana"),
    "breaks": ("Ana\r\nDíaz\u2028Soto", "Ana Díaz Soto"),
    "bidi": (f"{BIDI}Ana", "Ana"),
    "lone surrogate": ("Ana\ud83d", "Ana"),
    "joined emoji": ("👩\u200d💻 Ana", "👩\u200d💻 Ana"),
    "flag of tags": ("🏴\U000e0067\U000e0062\U000e007f", "🏴\U000e0067\U000e0062\U000e007f"),
    "persian": ("می\u200cخواهم", "می\u200cخواهم"),
    "no-break space inside": ("Ana\u00a0Díaz", "Ana\u00a0Díaz"),
    "decomposed": ("Di\u0301az", "Di\u0301az"),
}
TEXTS = {
    "breaks": ("one\r\ntwo\rthree\u2029four\n", "one\ntwo\nthree\nfour\n"),
    "vertical tab, form feed, NEL": ("one\x0btwo\x0cthree\x85four", "one\ntwo\nthree\nfour"),
    "tab": ("a\tb", "a b"),
    "ends stay": ("  a \n", "  a \n"),
    "colour over lines": ("\x1b[1mone\ntwo\x1b[0m", "one\ntwo"),
    "double spaces": ("End.  Next", "End.  Next"),
}


@pytest.mark.parametrize(("text", "clean"), LINES.values(), ids=LINES)
def test_a_line_is_cleaned(text: str, clean: str) -> None:
    assert clean_line(text) == clean


@pytest.mark.parametrize(("text", "clean"), TEXTS.values(), ids=TEXTS)
def test_a_text_is_cleaned(text: str, clean: str) -> None:
    assert clean_text(text) == clean


anything = st.text(st.characters(exclude_categories=())) | st.text(
    "a[;\x1b\x9b\x9d]0m\x07\\\r\n\t\x00" + BIDI
)


@given(anything)
def test_nothing_dangerous_is_left_and_cleaning_twice_is_cleaning_once(text: str) -> None:
    line, lines = clean_line(text), clean_text(text)
    assert not {unicodedata.category(c) for c in line} & {"Cc", "Cs", "Zl", "Zp"}
    assert not {c for c in lines if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")} - {"\n"}
    assert not set(line + lines) & set(BIDI)
    assert (clean_line(line), clean_text(lines)) == (line, lines)


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters=BIDI)))
def test_harmless_text_is_not_touched(text: str) -> None:
    assert clean_text(text) == text
    assert clean_line(text) == text.strip()


def test_an_unended_sequence_of_any_length_is_cleaned_in_one_go() -> None:
    assert clean_text("\x1b]0;" * 50_000) == "]0;" * 50_000
