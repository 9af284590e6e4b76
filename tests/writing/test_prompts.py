"""Words to begin with hold the facts, leave visible gaps, and differ from person to person."""

from dataclasses import replace

import pytest

from recco_tui.core.models import Channel, TextKind
from recco_tui.writing.about import About
from recco_tui.writing.findings import Severity
from recco_tui.writing.parts import AskPart, Part
from recco_tui.writing.prompts.assistant import assistant_prompt
from recco_tui.writing.prompts.facts import Facts
from recco_tui.writing.prompts.guided import guided_questions, join_answers
from recco_tui.writing.prompts.messages import (
    FOCUS_GAP,
    NAME_GAP,
    PROJECT_GAP,
    draft_ask,
    nudge,
    thanks,
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
def test_a_draft_with_all_facts_is_ready_without_a_warning(channel: Channel | None) -> None:
    for seed in SEEDS:
        draft = draft_ask(seeded(seed), channel)
        judged = review(draft.text, TextKind.ASK, About(to="Katrina Mosley"))
        assert judged.ready, draft.text
        assert {f.severity for f in judged.findings} <= {Severity.HINT}, judged.findings
        assert not gaps_of(draft.text)


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_position_is_named_by_its_organisation(channel: Channel | None) -> None:
    for seed in SEEDS:
        held = replace(seeded(seed), projects=("Analyst at Brightwater",), place="Brightwater")
        draft = draft_ask(held, channel)
        words = draft.text + nudge(held, 1) + nudge(held, 2) + (draft.subject or "")
        assert "at Brightwater" in draft.text
        assert "Analyst" not in words
        assert "on Brightwater" not in words
        assert review(draft.text, TextKind.ASK, About(to="Katrina Mosley")).ready, draft.text


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


def test_only_email_has_a_subject() -> None:
    assert [way for way in CHANNELS if draft_ask(FULL, way).subject] == [Channel.EMAIL]


def test_people_get_different_texts_from_the_same_facts() -> None:
    texts = {draft_ask(seeded(seed), Channel.LINKEDIN).text for seed in range(343)}
    assert len(texts) == 343


def test_the_same_seed_gives_the_same_text() -> None:
    assert draft_ask(FULL, Channel.SLACK) == draft_ask(FULL, Channel.SLACK)


def test_without_a_focus_the_draft_names_what_i_did() -> None:
    draft = draft_ask(
        Facts("Ann Lee", projects=("Blog",), did="Debugging the login."), Channel.TEXT
    )
    assert "debugging the login" in draft.text
    assert not gaps_of(draft.text)


def test_brackets_in_a_fact_are_not_a_gap() -> None:
    draft = draft_ask(Facts("Ann", projects=("API [v2]",), focus="my tests"), Channel.TEXT)
    assert "(v2)" in draft.text
    assert review(draft.text, TextKind.ASK).ready


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


@pytest.mark.parametrize("write", [lambda f: nudge(f, 1), lambda f: nudge(f, 2), thanks])
def test_short_texts_never_press_and_differ(write) -> None:  # type: ignore[no-untyped-def]
    texts = {write(seeded(seed)) for seed in range(7)}
    assert len(texts) == 7
    for text in texts:
        assert text.startswith(("Hi Katrina", "Hey Katrina", "Hello Katrina"))
        assert "pressure" not in {f.rule for f in review(text, TextKind.ASK).findings}
