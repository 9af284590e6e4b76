"""The review as a whole: its document, its places, and that it takes whatever is pasted."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recco_tui.core.models import TextKind
from recco_tui.writing.about import About
from recco_tui.writing.parts import PARTS, AskPart, State
from recco_tui.writing.review import as_document, review

TEXT = "I worked with Leo at Acme. He listens well. Because of him we shipped on time. I recommend Leo."


def test_the_document_has_the_shape_of_recco_check() -> None:
    document = as_document(review(TEXT))
    assert list(document) == ["kind", "ready", "sentences", "counts", "missing", "findings"]
    assert document["kind"] == "recommendation"
    assert document["counts"] == {"sentences": 4, "words": 19, "characters": len(TEXT)}
    assert [set(s) for s in document["sentences"]] == [{"text", "parts", "cues"}] * 4
    assert json.loads(json.dumps(document)) == document


def test_findings_of_the_document_have_every_key() -> None:
    document = as_document(review("He is good with tech.", TextKind.RECOMMENDATION))
    keys = {"rule", "severity", "sentence", "start", "end", "message", "suggestion"}
    assert document["findings"]
    assert all(set(finding) == keys for finding in document["findings"])


@pytest.mark.parametrize("kind", TextKind)
def test_cues_are_words_of_the_text_at_their_place(kind: TextKind) -> None:
    for sentence in as_document(review(f"Hi Leo, thank you. {TEXT}", kind))["sentences"]:
        for cue in sentence["cues"]:
            assert f"Hi Leo, thank you. {TEXT}"[cue["start"] : cue["end"]] == cue["text"]


def test_every_carried_part_shows_a_cue() -> None:
    for one in review(TEXT).sentences:
        for tag in one.tags:
            assert bool(tag.cues) == (tag.state is not State.ABSENT)


def test_tags_and_states_come_in_the_order_of_the_parts() -> None:
    assert [tag.part for tag in review(TEXT).sentences[0].tags] == list(PARTS)
    assert list(review(TEXT).states) == list(PARTS)
    assert list(review(TEXT, TextKind.ASK).states) == list(AskPart)


@pytest.mark.parametrize("kind", TextKind)
def test_an_empty_text_is_not_ready_and_says_what_is_wanted(kind: TextKind) -> None:
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
def test_anything_pasted_is_judged(text: str, kind: TextKind) -> None:
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
        as_document(judged)


def test_the_weights_hold_no_names_and_four_numbers_each() -> None:
    from recco_tui.writing.weights import load

    weights = load()
    assert all(len(row) == 4 for row in weights.own.values())
    assert len(weights.own) > 500
    assert all(0 < bound < 1 for bound in (*weights.tint, *weights.unsure, *weights.anywhere))
