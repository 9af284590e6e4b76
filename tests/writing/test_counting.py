"""Sentences of an ask as people count them."""

import pytest

from recco_tui.core.models import TextKind
from recco_tui.writing.about import About
from recco_tui.writing.review import review
from recco_tui.writing.rules.counting import is_pleasantry

TO = About(to="Katrina Mosley")
CORE = (
    "I really enjoyed working with you on the inventory API. Would you feel comfortable writing "
    "me a short recommendation? You could mention how we debugged the login."
)

POLITE = [
    f"Hi Katrina,\n\nI hope you're doing well! {CORE} No worries at all if now's not a good time.\n\nThank you,\nLeo",
    f"Hi Katrina!\n\nHope you had a great summer. {CORE} Thank you for considering it.\n\nBest,\nLeo Hill",
    f"Hello Katrina, it's been a while! {CORE} Thank you for considering it. Have a great weekend!",
    f"Dear Ms. Mosley,\nHow have you been? {CORE} Thank you for considering it.\nLeo",
    f"Hey Katrina, long time no see! {CORE} No pressure at all. Thanks so much!",
    (
        "Hi Katrina,\n\nI really enjoyed working with you on the inventory API. Would you feel "
        "comfortable writing me a short recommendation? You could touch on:\n- how we debugged "
        "the login\n- the demo on Friday\n- my notes for newcomers\n\nThank you so much!\nLeo"
    ),
    (
        "Hi Katrina, I loved building the inventory API with you. Would you write me a short "
        "recommendation? A few things that may help:\n• We paired on the login.\n• I wrote the "
        "guide.\n• We demoed it to the board.\nThank you for considering it. Take care!"
    ),
    f"Good morning Katrina,\n\nHappy Friday! {CORE} Please feel free to say no. Thank you again.\n\nThanks so much,\nLeo",
]


@pytest.mark.parametrize("text", POLITE)
def test_greetings_pleasantries_bullets_and_sign_offs_are_not_counted(text: str) -> None:
    judged = review(text, TextKind.ASK, TO)
    assert 3 <= judged.counted <= 4
    assert judged.ready, judged.errors


def test_thank_you_and_a_name_are_a_sign_off() -> None:
    judged = review(f"{CORE}\n\nThank you,\nLeo", TextKind.ASK, TO)
    assert judged.counts.sentences == 3
    assert judged.missing == ("greeting",)


@pytest.mark.parametrize(
    "sentence",
    [
        "Hope is a great lead.",
        "I hope you could write me a recommendation.",
        "How we shipped the search is what I would love you to mention.",
        "Thank you for teaching me SQL in the spring.",
        "Let me tell you what I learned.",
    ],
)
def test_what_says_something_is_counted(sentence: str) -> None:
    assert not is_pleasantry(sentence)


def test_five_sentences_that_say_something_are_still_too_many() -> None:
    text = f"Hi Katrina, {CORE} We shipped in May. You taught me SQL. You led the demo."
    assert review(text, TextKind.ASK, TO).counted == 6
