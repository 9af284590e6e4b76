"""Slips of the keyboard are hints, and never more."""

import pytest

from recco_tui.writing.about import About
from recco_tui.writing.findings import Severity
from recco_tui.writing.review import review


def slips(text: str, to: str = "") -> list[str]:
    found = [f for f in review(text, about=About(to=to)).findings if f.rule == "slip"]
    assert {finding.severity for finding in found} <= {Severity.HINT}
    return [text[finding.start : finding.end] for finding in found]


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("I worked with the the team.", "the the"),
        ("She was was kind to us.", "was was"),
        ("A great effort effort of his.", "effort effort"),
        ("I met teh team.", "teh"),
        ("I recomend her.", "recomend"),
        ("A very knowledgable colleague.", "knowledgable"),
        ("We recieved it on time.", "recieved"),
        ("I definately would.", "definately"),
        ("Ann is kind. He taught me SQL. She left in May.", "She"),
        ("Ann reads a lot, and her notes are good. I trust him.", "him"),
    ],
)
def test_a_slip_is_a_hint(text: str, slip: str) -> None:
    assert slips(text, "Ann Lee") == [slip]


@pytest.mark.parametrize(
    "text",
    [
        "She said that that was fine, and had had enough.",
        "He knew what it is is hard to say.",
        "We logged in in May.",
        "We saw Duran Duran and flew to Walla Walla.",
        "It was very, very good, and she never never gave up.",
        "I gave her her first job.",
        "She taught my son, and he passed.",
        "Ann asked the client what he wanted, and she built it.",
        "Ann and Tom met in May. He led, and she wrote.",
        "Teh is her family name, and Thier his.",
    ],
)
def test_what_is_meant_is_no_slip(text: str) -> None:
    assert slips(text, "Ann Lee") == []
