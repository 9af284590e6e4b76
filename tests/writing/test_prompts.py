"""Words to begin with hold the facts, leave visible gaps, and differ from person to person."""

import pytest

from recco_tui.core.models import Channel, TextKind
from recco_tui.writing.parts import AskPart, Part
from recco_tui.writing.prompts.assistant import assistant_prompt
from recco_tui.writing.prompts.facts import Facts
from recco_tui.writing.prompts.guided import guided_questions, join_answers
from recco_tui.writing.prompts.messages import (
    FOCUS_GAP,
    NAME_GAP,
    PROJECT_GAP,
    draft_ask,
)
from recco_tui.writing.review import review

FULL = Facts(
    name="Katrina Mosley",
    relationship="studied together",
    projects=("Inventory API", "Blog"),
    did="Debugging the login.",
    they_did="led the backend",
    wins=("fixed the flaky login test", "explained recursion to two newcomers"),
    focus="how I debug",
    my_name="Rafael",
)
SEEDS = range(49)
GAPS = (NAME_GAP, PROJECT_GAP, FOCUS_GAP)
CHANNELS = (*Channel, None)


def gaps_of(text: str) -> list[str]:
    return [gap for gap in GAPS if gap in text]


def seeded(seed: int, **changes: str) -> Facts:
    values = {"name": "Katrina Mosley", "focus": "how I debug", **changes}
    return Facts(projects=("Inventory API",), seed=seed, my_name="Rafael", **values)


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize(
    "facts",
    [
        Facts(),
        Facts(name="Ann Lee"),
        Facts(name="Ann", projects=("Blog",)),
        Facts(projects=("B",), focus="x"),
    ],
    ids=["nothing", "name", "no-focus", "no-name"],
)
def test_a_draft_with_a_gap_is_never_ready(channel: Channel | None, facts: Facts) -> None:
    for seed in (0, 5, 44, 1000):
        draft = draft_ask(
            Facts(facts.name, projects=facts.projects, focus=facts.focus, seed=seed), channel
        )
        judged = review(draft.text, TextKind.ASK)
        assert gaps_of(draft.text)
        assert "placeholder" in {finding.rule for finding in judged.errors}


def test_people_get_different_texts_from_the_same_facts() -> None:
    texts = {draft_ask(seeded(seed), Channel.LINKEDIN).text for seed in range(343)}
    assert len(texts) == 343


def test_the_same_seed_gives_the_same_text() -> None:
    assert draft_ask(FULL, Channel.SLACK) == draft_ask(FULL, Channel.SLACK)


def test_without_a_focus_the_draft_has_a_gap_whatever_is_noted() -> None:
    facts = Facts("Ann Lee", projects=("Blog",), did="Debugging the login.", seed=3)
    assert gaps_of(draft_ask(facts, Channel.TEXT).text) == [FOCUS_GAP]


def test_guided_questions_come_in_the_order_of_the_text() -> None:
    assert [q.part for q in guided_questions(TextKind.RECOMMENDATION, FULL)] == list(Part)
    assert [q.part for q in guided_questions(TextKind.ASK, FULL)] == list(AskPart)


def test_guided_questions_hold_the_facts() -> None:
    context, skills, impact, _ = guided_questions(TextKind.RECOMMENDATION, FULL)
    assert "studied together" in context.question
    assert "Inventory API" in context.start
    assert skills.fact == "fixed the flaky login test"
    assert impact.fact == "explained recursion to two newcomers"


def test_guided_questions_work_without_a_fact() -> None:
    for kind in TextKind:
        for question in guided_questions(kind, Facts()):
            assert question.question
            assert "None" not in question.question + question.start


def test_answers_are_joined_and_claimed_for_their_part() -> None:
    text, claims = join_answers(
        [
            ("context", "We sat side by side"),
            ("skills", "Leo listens."),
            ("impact", " "),
            ("endorsement", "He knows"),
        ],
        TextKind.RECOMMENDATION,
    )
    assert text == "We sat side by side. Leo listens. He knows."
    judged = review(text, claims=claims)
    assert [
        sentence.tags[at].claimed for sentence, at in zip(judged.sentences, (0, 1, 3), strict=True)
    ] == [True] * 3
    assert judged.missing == ("impact",)


def test_the_assistant_s_prompt_holds_facts_rules_and_draft() -> None:
    prompt = assistant_prompt(TextKind.RECOMMENDATION, FULL, "My draft here.")
    for piece in (
        "Katrina Mosley",
        "Inventory API",
        "flaky login test",
        "My draft here.",
        "3 to 5",
    ):
        assert piece in prompt
    assert "Rafael" not in prompt
    assert "3 to 4" in assistant_prompt(TextKind.ASK, Facts(), "")
