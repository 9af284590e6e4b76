"""What the writer claims of a sentence survives edits, moves and restarts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recco_tui.writing.claims import Claims, carry_over
from recco_tui.writing.parts import State
from recco_tui.writing.review import TaggedSentence, review

A = "I worked with Leo on the checkout page."
B = "He listens before he speaks."
C = "I would hire him again."
TEXT = f"{A} {B} {C}"


def parts_of(sentence: TaggedSentence) -> set[str]:
    return {tag.part for tag in sentence.carried}


def on_b() -> Claims:
    return Claims().with_claim(B, "impact", True)


@pytest.mark.parametrize(
    ("after", "sentence"),
    [
        (f"{B} {A} {C}", B),
        (f"New words first. {TEXT}", B),
        (f"{A} He listens long before he speaks. {C}", "He listens long before he speaks."),
        (f"{A} He listens before he speaks {C}", f"He listens before he speaks {C}"),
        (f"{A[:-1]} {B} {C}", f"{A[:-1]} {B}"),
        (f"{A}\n{B}\n{C}", B),
        (B, B),
        (f"{A} He listens before he. Speaks. {C}", "He listens before he."),
    ],
    ids=["moved", "pushed", "edited", "joined", "joined-before", "lines", "alone", "cut-in-two"],
)
def test_a_claim_follows_its_sentence(after: str, sentence: str) -> None:
    assert carry_over(on_b(), TEXT, after).of(sentence) == {"impact": True}


def test_a_sentence_edited_letter_by_letter_keeps_its_claim() -> None:
    claims, text = on_b(), TEXT
    for _ in range(8):
        shorter = text[: len(A) + 12] + text[len(A) + 13 :]
        claims, text = carry_over(claims, text, shorter), shorter
    assert [claim.parts for claim in claims.entries] == [{"impact": True}]
    assert claims.entries[0].text in text


def test_a_cut_sentence_gets_its_claim_back_when_it_is_pasted() -> None:
    without = f"{A} {C}"
    claims = carry_over(on_b(), TEXT, without)
    assert carry_over(claims, without, f"{B} {without}").of(B) == {"impact": True}


def test_a_new_sentence_has_no_claim_of_a_neighbour() -> None:
    longer = f"{TEXT} She is somebody else entirely."
    assert carry_over(on_b(), TEXT, longer).of("She is somebody else entirely.") == {}


def test_claims_of_two_merged_sentences_are_united() -> None:
    claims = on_b().with_claim(C, "endorsement", False)
    after = f"{A} {B[:-1]} and I would hire him again."
    assert carry_over(claims, TEXT, after).of(f"{B[:-1]} and I would hire him again.") == {
        "impact": True,
        "endorsement": False,
    }


def test_a_claim_wins_over_the_model_both_ways() -> None:
    claims = on_b().with_claim(C, "endorsement", False)
    judged = review(TEXT, claims=claims)
    assert "impact" in parts_of(judged.sentences[1])
    assert "endorsement" not in parts_of(judged.sentences[2])
    assert judged.states["impact"] is State.SURE
    assert "endorsement" in judged.missing


def test_a_withdrawn_claim_leaves_the_model_s_reading() -> None:
    assert review(TEXT, claims=on_b().without(B, "impact")) == review(TEXT)


def test_claims_survive_storage() -> None:
    claims = on_b().with_claim(C, "skills", False)
    assert Claims.from_json(claims.to_json()) == claims


@pytest.mark.parametrize(
    "stored", ["", "nonsense", "[1]", '{"a": 1}', "null", '[{"text": "a"}]', "["]
)
def test_damaged_claims_are_dropped(stored: str) -> None:
    assert Claims.from_json(stored) == Claims()


@given(st.text(max_size=60), st.text(max_size=60))
def test_carrying_over_never_invents_a_claim(old: str, new: str) -> None:
    claims = Claims().with_claim(old.strip(), "skills", True)
    for claim in carry_over(claims, old, new).entries:
        assert claim.parts == {"skills": True}
