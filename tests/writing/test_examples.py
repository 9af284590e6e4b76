"""What the project's owner expects a check to say about these texts."""

from collections.abc import Callable

import pytest

from recco_tui import second_reader
from recco_tui.core.models import TextKind
from recco_tui.writing.about import About
from recco_tui.writing.findings import Severity
from recco_tui.writing.review import Review, TaggedSentence, review

STRONG = (
    "I collaborated with Hope on a full stack project where she led the React development. Her "
    "ability to debug complex UI issues saved us time and kept our launch on schedule. She "
    "communicates clearly, contributes ideas, and is the type of teammate every team wants."
)
FRAMEWORK = (
    "I worked alongside Katrina in the Joy of Coding program where we collaborated on building a "
    "Python-based inventory system. Katrina consistently showed strong problem-solving skills and "
    "an eagerness to support teammates by explaining complex logic clearly. Her contributions "
    "improved our app's efficiency and helped the team stay motivated during crunch times. I would "
    "highly recommend Katrina for any software development role: she's reliable, collaborative, "
    "and technically sharp."
)
WEAK = "She was nice to work with, a hard worker."
GOOD_WITH_TECH = "I worked with Leo on our capstone project. He is good with tech. I recommend him."
JARGON = (
    "I worked with Key on the website relaunch in May. He is a results-driven, dynamic go-getter "
    "who thinks outside the box and leverages synergies. His fix for the checkout page cut our "
    "support mail in half. I would hire him again."
)
UNPROFESSIONAL = (
    "I worked with my dude Leo on our capstone project LOL. Leo-nator is great at SQL and wrote "
    "every query we shipped. He saved the demo (remember the goat?!). I'd recommend him to anyone."
)

SHORT_AND_SWEET = (
    "Hey Rodrigo, I really enjoyed getting to work with you on the Consemble project. I am working "
    "on growing my LinkedIn profile and would really appreciate a recommendation from you talking "
    "about my problem solving or team support contributions. Thank you so much for taking the time "
    "to do this."
)
TEMPLATE = (
    "Hi Katrina, I really enjoyed working with you during our capstone project. I'm building my "
    "LinkedIn presence and would be grateful if you'd feel comfortable writing me a short "
    "recommendation. It would mean a lot if you could mention how we worked together on the "
    "backend API and how I helped with debugging. Thank you for your consideration."
)
LEARNING = (
    "Working with and learning from you at the academy has been very enjoyable. Right now, I'm "
    "working on improving my LinkedIn profile and would really appreciate a recommendation from "
    "you about me learning from you. Thank you for lending a hand."
)
PRESSURE = (
    "Hi Katrina, I enjoyed working with you on the capstone project. I need this for my job "
    "search, so please write me a recommendation by Friday. Thanks."
)
VAGUE = "Can you just write me one?"
UNFILLED = (
    "Hi Key, I valued working with you on [project]. I'm working on strengthening my LinkedIn "
    "presence and would love if you'd feel comfortable writing a short recommendation. It would be "
    "especially helpful if you could highlight [skill, quality, project impact]. Thank you so much "
    "for considering."
)
STOCK = "Hi Key, would you write me a recommendation please?"


def parts_of(sentence: TaggedSentence) -> frozenset[str]:
    return frozenset(tag.part for tag in sentence.carried)


@pytest.fixture(params=["first", "both"])
def judge(request: pytest.FixtureRequest) -> Callable[[str], Review]:
    """A recommendation judged by the first reader alone, and by both."""
    if request.param == "first":
        return review
    return lambda text: review(text, evidence=second_reader.read(text))


def rules(judged: Review) -> set[str]:
    return {finding.rule for finding in judged.findings}


@pytest.mark.parametrize(
    ("text", "sentences", "missing", "problems"),
    [
        (STRONG, 3, [], set()),
        (FRAMEWORK, 4, [], set()),
        (WEAK, 1, ["context", "impact", "endorsement"], {"too-few-sentences", "vague"}),
        (GOOD_WITH_TECH, 3, ["impact"], {"vague"}),
        (JARGON, 4, [], {"jargon"}),
        (UNPROFESSIONAL, 4, [], {"unprofessional"}),
    ],
    ids=["strong-three", "framework-four", "weak", "good-with-tech", "jargon", "unprofessional"],
)
def test_a_recommendation_gets_the_expected_findings(
    judge, text: str, sentences: int, missing: list[str], problems: set[str]
) -> None:
    judged = judge(text)
    assert judged.counts.sentences == sentences
    assert list(judged.missing) == missing
    assert problems <= rules(judged)
    assert {f"missing-{part}" for part in missing} == {
        rule for rule in rules(judged) if rule.startswith("missing-")
    }


@pytest.mark.parametrize("text", [STRONG, FRAMEWORK], ids=["strong-three", "framework-four"])
def test_a_good_recommendation_is_ready_and_shows_every_part_on_a_sentence(
    judge, text: str
) -> None:
    judged = judge(text)
    assert judged.ready
    assert frozenset().union(*(parts_of(sentence) for sentence in judged.sentences)) == {
        "context",
        "skills",
        "impact",
        "endorsement",
    }


@pytest.mark.parametrize("text", [WEAK, GOOD_WITH_TECH], ids=["weak", "good-with-tech"])
def test_a_weak_recommendation_is_not_ready(judge, text: str) -> None:
    assert not judge(text).ready


def test_each_sentence_of_the_framework_carries_its_part(judge) -> None:
    parts = ["context", "skills", "impact", "endorsement"]
    for part, sentence in zip(parts, judge(FRAMEWORK).sentences, strict=True):
        assert part in parts_of(sentence)


@pytest.mark.parametrize(
    ("to", "text", "sentences"),
    [("Rodrigo", SHORT_AND_SWEET, 3), ("Katrina", TEMPLATE, 4)],
    ids=["short-and-sweet", "template-filled"],
)
def test_a_good_ask_is_ready_without_a_warning(to: str, text: str, sentences: int) -> None:
    judged = review(text, TextKind.ASK, About(to=to))
    assert judged.ready
    assert judged.counts.sentences == sentences
    assert all(finding.severity is Severity.HINT for finding in judged.findings)


def test_an_ask_without_a_greeting_gets_a_warning_at_most() -> None:
    judged = review(LEARNING, TextKind.ASK, About(to="Alyssa"))
    assert judged.counts.sentences == 3
    assert judged.errors == ()


@pytest.mark.parametrize(
    ("to", "text", "problems"),
    [
        ("Katrina", PRESSURE, {"pressure"}),
        ("Katrina", VAGUE, {"too-few-sentences", "vague", "no-thanks", "not-personal"}),
        ("Key", UNFILLED, {"placeholder"}),
        ("Key", STOCK, {"too-few-sentences", "stock-text"}),
    ],
    ids=["pressure", "vague", "unfilled", "linkedin-stock"],
)
def test_a_bad_ask_is_not_ready_and_says_why(to: str, text: str, problems: set[str]) -> None:
    judged = review(text, TextKind.ASK, About(to=to))
    assert not judged.ready
    assert problems <= rules(judged)
