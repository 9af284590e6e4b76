"""Two readers together: the mean of what they say, on the scale on which the bounds hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recco_tui.writing import model
from recco_tui.writing.parts import Part, State
from recco_tui.writing.review import review

WEIGHTS = model.load_weights()
CHANCES = st.floats(0, 1, allow_nan=False)
ODDS = st.floats(-20, 20, allow_nan=False)
PLAIN = "Nobody on the ward mixed up the two syringes again."


def four(value: float) -> model.Four:
    return (value, value, value, value)


@given(CHANCES, ODDS)
def test_where_both_agree_nothing_changes_sides(first: float, second: float) -> None:
    together = model.both(four(first), four(second), WEIGHTS)
    for chance, sure in zip(together, WEIGHTS.sure, strict=True):
        assert 0 <= chance <= 1
        if first >= sure and second >= 0:
            assert chance >= sure - 1e-9
        if first < sure and second < 0:
            assert chance < sure


@given(CHANCES, ODDS, ODDS)
def test_more_evidence_never_makes_a_part_less_likely(
    first: float, one: float, more: float
) -> None:
    low, high = sorted((one, more))
    less, most = (model.both(four(first), four(odds), WEIGHTS) for odds in (low, high))
    assert all(a <= b + 1e-12 for a, b in zip(less, most, strict=True))


@pytest.mark.parametrize(("heard", "state"), [(6.0, State.SURE), (-6.0, State.ABSENT)])
def test_a_plain_result_counts_when_the_second_reader_hears_it(heard: float, state: State) -> None:
    tags = review(PLAIN, evidence={PLAIN: (0.0, 0.0, heard, 0.0)}).sentences[0].tags
    assert next(tag.state for tag in tags if tag.part is Part.IMPACT) is state


@pytest.mark.parametrize(
    "sentence",
    [
        "She will surely make your support faster.",
        "I won a prize for it in the spring.",
        "He might well lower your heating bill.",
        "Her sketches could save lives some day.",
        "He would probably have filled the hall if he had stayed in town.",
        "The second oven was bought so that mornings would be calmer.",
        "She intended to cut the queue in half, but then the branch closed.",
        "The orchard won two medals before he came here.",
        "My own bakery flourished in those years.",
    ],
)
def test_what_certainly_carries_no_impact_stays_without(sentence: str) -> None:
    tags = review(sentence, evidence={sentence: (0.0, 0.0, 9.0, 0.0)}).sentences[0].tags
    assert next(tag.state for tag in tags if tag.part is Part.IMPACT) is State.ABSENT


@pytest.mark.parametrize(
    "sentence",
    [
        "We would have lost the harvest had she not stayed.",
        "Before she joined us the queue took an hour, and now it takes five minutes.",
        "The oven he was meant to throw out bakes for the whole street now.",
        "She planned to stay a week, but thanks to her three years of unread mail were answered.",
    ],
)
def test_what_was_meant_or_stood_before_may_have_become_impact(sentence: str) -> None:
    tags = review(sentence, evidence={sentence: (0.0, 0.0, 9.0, 0.0)}).sentences[0].tags
    assert next(tag.state for tag in tags if tag.part is Part.IMPACT) is not State.ABSENT


def test_evidence_about_other_sentences_changes_nothing() -> None:
    assert review(PLAIN, evidence={"Another sentence.": four(9.0)}) == review(PLAIN)


@given(st.lists(st.tuples(CHANCES, CHANCES, CHANCES, CHANCES), min_size=1, max_size=6))
def test_another_sentence_never_makes_a_part_missing(sentences: list[model.Four]) -> None:
    less = model.carried([*zip(*sentences[:-1], strict=True)] or [()] * 4)
    most = model.carried([*zip(*sentences, strict=True)])
    assert all(a <= b for a, b in zip(less, most, strict=True))


@pytest.mark.parametrize("part", range(4))
def test_a_part_is_not_missing_where_one_sentence_is_sure_or_two_come_near(part: int) -> None:
    def is_carried(*chances: float) -> bool:
        columns: list[tuple[float, ...]] = [(0.01,)] * 4
        columns[part] = chances
        return model.carried(columns)[part]

    sure = WEIGHTS.sure[part]
    assert is_carried(sure, 0.01)
    assert is_carried(sure * 0.8, sure * 0.8)
    assert not is_carried(sure * 0.8, 0.01)
    assert not is_carried()
