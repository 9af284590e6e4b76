"""The review as a whole: its parts, its offsets, and that it accepts whatever is pasted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recco_tui.core.models import TextKind
from recco_tui.writing.about import About
from recco_tui.writing.parts import AskPart, Part, State
from recco_tui.writing.review import review

TEXT = "I worked with Leo at Acme. He listens well. Because of him we shipped on time. I recommend Leo."


@pytest.mark.parametrize("kind", TextKind)
def test_cues_are_words_of_the_text_at_their_place(kind: TextKind) -> None:
    text = f"Hi Leo, thank you. {TEXT}"
    for sentence in review(text, kind).sentences:
        for tag in sentence.tags:
            assert [text[cue.start : cue.end] for cue in tag.cues] == [c.text for c in tag.cues]


def test_every_carried_part_shows_a_cue() -> None:
    for sentence in review(TEXT).sentences:
        for tag in sentence.tags:
            assert bool(tag.cues) == (tag.state is not State.ABSENT)


def test_tags_and_states_come_in_the_order_of_the_parts() -> None:
    assert [tag.part for tag in review(TEXT).sentences[0].tags] == list(Part)
    assert list(review(TEXT).states) == list(Part)
    assert list(review(TEXT, TextKind.ASK).states) == list(AskPart)


@pytest.mark.parametrize("kind", TextKind)
def test_an_empty_text_is_not_ready_and_says_what_is_missing(kind: TextKind) -> None:
    judged = review("", kind)
    assert not judged.ready
    assert "too-few-sentences" in {finding.rule for finding in judged.findings}
    assert judged.sentence_at(0) is None


def test_the_sentence_at_the_cursor() -> None:
    judged = review(TEXT)
    assert [judged.sentence_at(at) for at in (0, 25, 26, 27, len(TEXT))] == [0, 0, 0, 1, 3]


@pytest.mark.parametrize(
    "text",
    [
        "word " * 2000,
        "a\x00b. " * 500,
        "שלום עולם. " * 200,
        "他很好。" * 500,
        "👩‍💻‍" * 500,
        "\t\t\n\r" * 500,
        "[b]x[/b] \x1b[31m " * 300,
        "a" * 10000,
        "\u202e\u200b" * 1000,
        "he helped us " * 700,
    ],
    ids=["words", "nul", "rtl", "cjk", "zwj", "blank", "markup", "one-word", "bidi", "cues"],
)
@pytest.mark.parametrize("kind", TextKind)
def test_anything_pasted_is_reviewed(text: str, kind: TextKind) -> None:
    judged = review(text, kind, About(to="Leo Hill"))
    assert not judged.ready
    assert all(0 <= f.start <= f.end <= len(text) for f in judged.findings)


@given(st.text(max_size=200))
def test_no_text_breaks_a_review(text: str) -> None:
    for kind in TextKind:
        judged = review(text, kind, About(to="Leo Hill"))
        assert judged.counts.characters == len(text)
        assert all(
            text[s.sentence.start : s.sentence.end] == s.sentence.text for s in judged.sentences
        )


def test_the_weights_hold_no_names_and_four_numbers_each() -> None:
    from recco_tui.writing.model import load_weights

    weights = load_weights()
    assert all(len(row) == 4 for row in weights.features.values())
    assert len(weights.features) > 500
    assert all(0 < bound < 1 for bound in (*weights.sure, *weights.unsure))
