"""Every rule on an ask."""

import pytest

from recco_tui.core.models import TextKind
from recco_tui.writing.about import About, OtherText
from recco_tui.writing.findings import Severity
from recco_tui.writing.review import review

GOOD = (
    "Hi Katrina, I really enjoyed working with you on the inventory API. Would you feel "
    "comfortable writing me a short recommendation? You could mention how we debugged the login. "
    "Thank you for considering it."
)
TO = About(to="Katrina Mosley")


def severities(text: str, rule: str, about: About = TO) -> list[Severity]:
    return [f.severity for f in review(text, TextKind.ASK, about).findings if f.rule == rule]


def test_a_good_ask_has_no_finding() -> None:
    judged = review(GOOD, TextKind.ASK, TO)
    assert judged.findings == ()
    assert judged.ready
    assert judged.missing == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "I need this for my job search.",
        "Please send it by Friday.",
        "Could you write it asap?",
        "Please finish it before the end of the month.",
        "You owe me one.",
        "After all I did for you it is the least you can do.",
        "My deadline is tomorrow.",
        "Please write it within two weeks.",
        "I'm desperate.",
    ],
)
def test_pressure_is_an_error(sentence: str) -> None:
    assert Severity.ERROR in severities(f"{GOOD} {sentence}", "pressure")


@pytest.mark.parametrize(
    "text",
    [
        GOOD + " No rush and no deadline at all.",
        GOOD.replace("on the inventory API", "on the inventory API that we shipped by Friday noon"),
        GOOD.replace("Thank you", "There is no need to hurry, and thank you"),
    ],
)
def test_leaving_time_is_not_pressure(text: str) -> None:
    assert Severity.ERROR not in severities(text, "pressure")


@pytest.mark.parametrize(
    ("rule", "gone"),
    [
        ("not-personal", "I really enjoyed working with you on the inventory API"),
        ("no-request", "Would you feel comfortable writing me a short recommendation?"),
        ("no-focus", "You could mention how we debugged the login."),
        ("no-thanks", "Thank you for considering it."),
        ("not-personal", "Hi Katrina, "),
    ],
)
def test_a_missing_part_is_reported(rule: str, gone: str) -> None:
    assert severities(GOOD.replace(gone, ""), rule)


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("vague", "Just write something nice."),
        ("vague", "A few words are fine."),
        ("trade", "I'll write you one in return."),
        ("trade", "Happy to return the favor."),
        ("stock-text", "Would you write me a recommendation?"),
        ("unprofessional", "Thx bro!"),
        ("placeholder", "It was about [project]."),
    ],
)
def test_weak_words_are_found(rule: str, sentence: str) -> None:
    assert severities(f"{GOOD} {sentence}", rule)


def test_the_name_of_somebody_else_is_an_error() -> None:
    text = GOOD.replace("Katrina", "Rodrigo")
    judged = review(text, TextKind.ASK, TO)
    wrong = next(f for f in judged.findings if f.rule == "wrong-name")
    assert wrong.severity is Severity.ERROR
    assert text[wrong.start : wrong.end] == "Rodrigo"


@pytest.mark.parametrize(
    "greeting", ["Hi there, ", "Hello again, ", "Dear Ms. Mosley, ", "Hey Kat, "]
)
def test_greetings_that_name_nobody_else_are_fine(greeting: str) -> None:
    assert severities(GOOD.replace("Hi Katrina, ", greeting), "wrong-name") == []


def test_a_copy_of_another_ask_is_an_error_whatever_the_name_and_project() -> None:
    other = OtherText(
        "Rodrigo P", GOOD.replace("Katrina", "Rodrigo").replace("inventory API", "Blog")
    )
    about = About(to="Katrina Mosley", other_asks=(other,), projects=("inventory API", "Blog"))
    assert severities(GOOD, "copied", about) == [Severity.ERROR]


def test_another_ask_in_other_words_is_not_a_copy() -> None:
    other = OtherText(
        "Rodrigo P",
        "Hey Rodrigo, the weeks on Consemble were a joy. I'm growing my profile and would love a "
        "line from you about my team support. Thanks so much for your time.",
    )
    assert severities(GOOD, "copied", About(to="Katrina", other_asks=(other,))) == []


def test_a_bare_greeting_does_not_count_as_a_sentence() -> None:
    judged = review(GOOD.replace("Hi Katrina, I", "Hi Katrina! I"), TextKind.ASK, TO)
    assert (judged.counts.sentences, judged.counted) == (5, 4)
    assert judged.ready


@pytest.mark.parametrize(("times", "rule"), [(1, "too-few-sentences"), (6, "too-many-sentences")])
def test_three_to_four_sentences(times: int, rule: str) -> None:
    assert severities(" ".join(["Katrina, thank you."] * times), rule) == [Severity.ERROR]
