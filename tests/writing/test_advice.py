"""recco's own examples pass its own check: each finding's example, put where it advises it."""

import pytest

from recco_tui.core.models import TextKind
from recco_tui.writing.about import About
from recco_tui.writing.findings import Severity
from recco_tui.writing.parts import AskPart, Part
from recco_tui.writing.review import Review, review
from recco_tui.writing.rules.missing import MISSING
from recco_tui.writing.rules.patterns import PATTERNS
from recco_tui.writing.rules.phrase_lists import LISTS

TO = About(to="Ann Lee")
RECOMMENDATION = {
    Part.CONTEXT: "I worked with Ann for over two years on the billing service at Brightwater.",
    Part.SKILLS: "She reads every line of a diff and explains what she would change.",
    Part.IMPACT: "After her fix, our support tickets dropped to zero and stayed there.",
    Part.ENDORSEMENT: "I would hire her again tomorrow.",
}
ASK = {
    AskPart.GREETING: "Hi Ann,",
    AskPart.TOGETHER: "I loved building the billing service with you.",
    AskPart.REQUEST: "Would you be open to writing me a short LinkedIn recommendation?",
    AskPart.FOCUS: "It would help most if you mentioned how I handled the migration.",
    AskPart.THANKS: "No rush, and thank you!",
}
PARTS = {TextKind.RECOMMENDATION: RECOMMENDATION, TextKind.ASK: ASK}


def named(example: str) -> str:
    return example.replace("{them}", "Ann").replace("{Them}", "Ann")


def faults(judged: Review) -> list[str]:
    return [
        f"{finding.rule}: {finding.message}"
        for finding in judged.findings
        if finding.severity is not Severity.HINT
    ]


@pytest.mark.parametrize("kind", TextKind)
def test_the_frame_itself_has_no_fault(kind: TextKind) -> None:
    judged = review(" ".join(PARTS[kind].values()), kind, TO)
    assert judged.ready
    assert not judged.findings


@pytest.mark.parametrize("part", MISSING)
def test_the_example_for_a_missing_part_is_that_part(part: Part | AskPart) -> None:
    kind = TextKind.RECOMMENDATION if isinstance(part, Part) else TextKind.ASK
    without = {other: said for other, said in PARTS[kind].items() if other is not part}
    asked_for = {finding.rule for finding in review(" ".join(without.values()), kind, TO).findings}
    assert MISSING[part].rule in asked_for
    with_example = {**PARTS[kind], part: named(MISSING[part].suggestion)}
    judged = review(" ".join(with_example.values()), kind, TO)
    assert not faults(judged)
    assert judged.ready


LISTED = [
    pytest.param(kind, found.example, id=f"{kind} {found.rule} {found.severity}")
    for kind, lists in LISTS.items()
    for found in lists
    if found.example
]
PATTERNED = [
    pytest.param(kind, found.suggestion, id=f"{kind} {found.rule}")
    for kind, patterns in PATTERNS.items()
    for found in patterns
    if found.suggestion and found.suggestion[0].isupper()
]


@pytest.mark.parametrize(("kind", "example"), [*LISTED, *PATTERNED])
def test_the_example_against_a_weak_phrase_has_no_finding(kind: TextKind, example: str) -> None:
    first, *rest = PARTS[kind].values()
    judged = review(" ".join([first, named(example), *rest]), kind, TO)
    assert not [finding for finding in judged.findings if finding.sentence == 2]
    assert not [fault for fault in faults(judged) if "too-many" not in fault]


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("I increased sales by a fifth.", "own-success"),
        ("It will double our sales.", "ahead"),
        ("She is not as slow as I feared.", "faint-praise"),
    ],
)
def test_what_is_no_impact_is_told_by_an_example_that_is(sentence: str, rule: str) -> None:
    text = " ".join({**RECOMMENDATION, Part.IMPACT: sentence}.values())
    (finding,) = (found for found in review(text, about=TO).findings if found.rule == rule)
    if rule != "faint-praise":
        better = {**RECOMMENDATION, Part.IMPACT: finding.suggestion or ""}
        assert review(" ".join(better.values()), about=TO).ready
