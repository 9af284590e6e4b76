"""Which parts a sentence carries: the language of each part, on sentences of our own."""

import pytest

from recco_tui.core.models import TextKind
from recco_tui.writing import model
from recco_tui.writing.cues import CUES, compile_tail, find_cues
from recco_tui.writing.parts import Part, State, Tag
from recco_tui.writing.sentences import split
from recco_tui.writing.tagging import tag
from recco_tui.writing.words import split_words


def cues_of(text: str) -> set[str]:
    return {cue.name for cue in find_cues(text, split_words(text))}


def tags_of(text: str) -> dict[str, Tag]:
    """The tags of the first sentence by part."""
    return {found.part: found for found in tag(split(text), TextKind.RECOMMENDATION)[0]}


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("I managed Ines for three years at Larkfield Labs.", Part.CONTEXT),
        ("Ines and I studied together at the academy in 2021.", Part.CONTEXT),
        ("I hired Ines to redesign our online shop.", Part.CONTEXT),
        ("She was my mentor during my internship at Larkfield.", Part.CONTEXT),
        ("I reported to Ines while we built the booking platform.", Part.CONTEXT),
        ("Ines is a thoughtful engineer with a sharp eye for detail.", Part.SKILLS),
        ("She is always patient and explains hard things clearly.", Part.SKILLS),
        ("Thanks to her work, our build time fell and the team shipped faster.", Part.IMPACT),
        (
            "Her ideas helped us launch on time and improved the quality of our releases.",
            Part.IMPACT,
        ),
        ("I learned a lot from her and became a better developer.", Part.IMPACT),
        ("I highly recommend Ines to any team.", Part.ENDORSEMENT),
        ("I would gladly work with her again.", Part.ENDORSEMENT),
        ("Any company would be lucky to have her.", Part.ENDORSEMENT),
    ],
)
def test_a_plain_sentence_carries_its_part(text: str, part: Part) -> None:
    found = tags_of(text)[part]
    assert found.state is State.SURE
    assert found.cues


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("I highly recommend Ines to any team.", Part.CONTEXT),
        ("She is kind and patient.", Part.IMPACT),
        ("She is kind and patient.", Part.ENDORSEMENT),
        ("I worked with Ines at Larkfield Labs in 2020.", Part.IMPACT),
        ("I worked with Ines at Larkfield Labs in 2020.", Part.ENDORSEMENT),
    ],
)
def test_a_plain_sentence_carries_no_other_part(text: str, part: Part) -> None:
    assert tags_of(text)[part].state is State.ABSENT


def test_probabilities_are_between_0_and_1_and_only_found_parts_have_cues() -> None:
    text = "I worked with Ines. She is kind. She saved us days. I recommend her."
    for tags in tag(split(text), TextKind.RECOMMENDATION):
        for found in tags:
            assert 0 <= found.probability <= 1
            assert (found.state is State.ABSENT) <= (found.cues == ())


def test_cue_names_are_unique_and_name_their_part() -> None:
    names = [cue.name for cue in CUES]
    assert len(set(names)) == len(names)
    assert {cue.name.partition(".")[0] for cue in CUES} == {str(part) for part in Part}


def test_no_tail_reaches_far_into_a_hostile_line() -> None:
    line = " a-b" * 500 + " \x00" + " ," * 500
    for cue in CUES:
        match = compile_tail(cue.tail).match(line)
        assert match is None or match.end() < 120, cue.name


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("I worked closely with Ines on the shop", "context.work-with"),
        ("which saved us two days", "impact.which-helped"),
        ("I’d hire her again", "endorsement.again"),
        ("She has a knack for teaching", "skills.ability-to"),
    ],
)
def test_cues_are_found_by_name(text: str, cue: str) -> None:
    assert cue in cues_of(text)


def test_a_named_cue_is_shown_before_a_bare_word() -> None:
    """A cue whose own weight is zero still counts among the cues of its part."""
    text = "Because of that our team could show a working map instead of slides."
    impact = tags_of(text)[Part.IMPACT]
    assert "impact.because-of" in {cue.name for cue in impact.cues}


def test_a_hypothetical_effect_is_not_shown_as_impact() -> None:
    text = "He is eager to improve every process, and his checklist saved us a week."
    impact = tags_of(text)[Part.IMPACT]
    assert [cue.text for cue in impact.cues if "saved us" in cue.text]
    assert not [cue.text for cue in impact.cues if "improve" in cue.text]


def test_a_clause_carries_its_part_through_a_long_sentence() -> None:
    own, clause = model.shipped_scores(
        "I hired Ines twice for our shop, and her patience, tact and careful eye are exceptional."
    )
    context = tuple(Part).index(Part.CONTEXT)
    assert clause[context] > own[context]


@pytest.mark.parametrize(
    "sentence",
    [
        "The hosting bill fell by a third.",
        "Our nightly job went from four hours to nine minutes.",
        "We worked together at Acme from 2019 to 2022.",
        "I reported to her for two years on the billing team.",
        "Thanks to her, the launch was on time.",
        "I passed the exam on the first try because of his lessons.",
        "He was my manager during the move to the new office.",
        "We met in the spring of 2020 on a project for the city.",
        "Complaints dropped to zero within a month.",
        "My son got into the school that he wanted.",
    ],
)
def test_skills_are_tagged_only_where_they_are_shown(sentence: str) -> None:
    assert tags_of(sentence)[Part.SKILLS].state is not State.SURE


@pytest.mark.parametrize(
    "sentence",
    [
        "She is patient and precise, and she cut our bill by a third.",
        "I worked with her for two years, and her eye for detail is rare.",
    ],
)
def test_a_skill_beside_another_part_is_still_tagged(sentence: str) -> None:
    assert tags_of(sentence)[Part.SKILLS].state is State.SURE
