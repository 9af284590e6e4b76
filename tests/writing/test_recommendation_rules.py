"""Every rule on a recommendation: what triggers it, and what must not."""

import pytest

from recco_tui.writing.about import About, Limits, OtherText, first_names
from recco_tui.writing.findings import Severity
from recco_tui.writing.review import review

GOOD = (
    "I worked with Leo on the checkout page at Acme in 2019. He reads a failing test like others "
    "read a map. Because of him our release went out on time. I would hire Leo again."
)


def found(text: str, rule: str, about: About | None = None) -> list[Severity]:
    return [f.severity for f in review(text, about=about).findings if f.rule == rule]


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("vague", "He was nice to work with."),
        ("vague", "She is good with tech."),
        ("vague", "He is a good guy."),
        ("vague", "She did a great job."),
        ("jargon", "He is a results-driven go-getter."),
        ("jargon", "She thinks outside the box."),
        ("jargon", "He leverages synergies."),
        ("jargon", "She hit the ground running."),
        ("cliche", "She is an asset to any team."),
        ("cliche", "He goes above and beyond."),
        ("hedge", "He seems to be careful."),
        ("hedge", "I guess she led the work."),
        ("hedge", "As far as I know he wrote it."),
        ("hedge", "I think she is careful."),
        ("faint-praise", "He always did his job."),
        ("faint-praise", "Her work was adequate."),
        ("faint-praise", "I have no complaints."),
        ("faint-praise", "He is always on time."),
        ("unprofessional", "He is my dude lol."),
        ("unprofessional", "She is gonna win."),
        ("unprofessional", "What a launch 🚀 that was."),
        ("unprofessional", "He saved us (remember the cake?!)."),
        ("unprofessional", "Leo-nator wrote every query."),
        ("unprofessional", "John “the Machine” Smith wrote it."),
        ("private-life", "She did it all while her husband was away."),
        ("private-life", "He came back strong after his divorce."),
        ("private-life", "She worked through her pregnancy."),
        ("negative", "He was sometimes late."),
        ("negative", "Her code could be better."),
        ("negative", "He struggles with deadlines."),
        ("placeholder", "I worked with [name] on it."),
        ("placeholder", "I worked with {{name}} on it."),
        ("placeholder", "I worked with <your name> on it."),
        ("placeholder", "I worked with Leo at XXX on it."),
        ("placeholder", "TODO say more."),
        ("placeholder", "I worked with Leo on ____."),
    ],
)
def test_a_weak_sentence_is_found(rule: str, sentence: str) -> None:
    assert found(f"{GOOD} {sentence}", rule)


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("negative", "He was never late."),
        ("negative", "She did not struggle with anything; nothing was hard to work with."),
        ("hedge", "He is never quite satisfied without a test."),
        ("hedge", "What kind of engineer rewrites a parser for fun?"),
        ("placeholder", "He built the index[0] lookup and [sic] fixed it."),
        ("placeholder", "[The] team was glad."),
        ("private-life", "His family of test tools is used everywhere."),
        ("unprofessional", "The GOAT library is his."),
        ("unprofessional", "We used SQL, HTML and CSS."),
        ("jargon", "He moved the team to a new office."),
    ],
)
def test_a_good_sentence_has_no_finding(rule: str, sentence: str) -> None:
    hits = [severity for severity in found(f"{GOOD} {sentence}", rule) if severity != "hint"]
    if rule == "unprofessional" and "GOAT" in sentence:
        assert hits  # "the goat" is slang whatever its case: a warning, never an error
        assert Severity.ERROR not in hits
    else:
        assert hits == []


def test_the_good_text_is_ready_without_a_warning() -> None:
    judged = review(GOOD, about=About(to="Leo Hill"))
    assert judged.ready
    assert {finding.severity for finding in judged.findings} <= {Severity.HINT}


@pytest.mark.parametrize(
    ("count", "rule"),
    [(1, "too-few-sentences"), (2, "too-few-sentences"), (6, "too-many-sentences")],
)
def test_too_few_and_too_many_sentences_are_errors(count: int, rule: str) -> None:
    assert found(" ".join(["Leo wrote the parser."] * count), rule) == [Severity.ERROR]


def test_limits_can_be_passed() -> None:
    text = " ".join(["Leo wrote the parser."] * 6)
    judged = review(text, limits=Limits(sentences=(1, 9), characters=20))
    rules = {finding.rule for finding in judged.findings}
    assert "too-many-sentences" not in rules
    assert "too-long" in rules


def test_over_the_cap_is_an_error_and_marks_what_is_too_much() -> None:
    text = "Leo wrote it. " * 300
    too_long = next(f for f in review(text).findings if f.rule == "too-long")
    assert (too_long.severity, too_long.start, too_long.end) == (Severity.ERROR, 3000, len(text))


@pytest.mark.parametrize(
    ("to", "others", "text", "rule"),
    [
        ("John Smith", ["Katrina M"], GOOD.replace("Leo", "Katrina"), "wrong-name"),
        ("John Smith", [], "I recommend Katrina.", "wrong-name"),
        ("Leo Hill", ["Katrina M"], GOOD.replace("Leo ", "Leo and Katrina "), None),
        ("Leo Hill", ["Katrina M"], GOOD, None),
        ("Leopold Hill", ["Katrina M"], GOOD, None),
        ("Robert Hill", ["Leo X"], GOOD.replace("Leo", "Bob"), None),
        ("Łukasz Nowak", [], GOOD.replace("Leo", "Lukasz"), None),
        ("Dr. Leo Hill", [], GOOD.replace("Leo", "Dr. Hill"), None),
        ("Ann Lee", [], GOOD.replace("Leo", "she"), "name-missing"),
    ],
)
def test_names(to: str, others: list[str], text: str, rule: str | None) -> None:
    judged = review(text, about=About(to=to, others=first_names(others)))
    assert {f.rule for f in judged.findings} & {"wrong-name", "name-missing"} == (
        {rule, "name-missing"} if rule == "wrong-name" else {rule} - {None}
    )


def test_a_wrong_name_blocks_and_suggests_the_right_one() -> None:
    text = GOOD.replace("Leo", "Katrina")
    judged = review(text, about=About(to="John Smith", others=first_names(["Katrina M"])))
    wrong = next(f for f in judged.findings if f.rule == "wrong-name")
    assert (wrong.severity, wrong.suggestion) == (Severity.ERROR, "John")
    assert text[wrong.start : wrong.end] == "Katrina"
    assert not judged.ready


def test_a_nickname_in_the_name_is_the_person() -> None:
    about = About(to='Alexandra "Lexi" Stone')
    assert found(GOOD.replace("Leo", "Lexi"), "name-missing", about) == []


def test_three_equal_openings_in_a_row_are_a_hint() -> None:
    text = "He wrote it. He tested it. He shipped it. We were glad."
    assert found(text, "repeated") == [Severity.HINT]


def test_a_sentence_written_for_someone_else_is_a_warning() -> None:
    about = About(to="Leo Hill", used=(OtherText("Ann Lee", GOOD.replace("Leo", "Ann")),))
    assert Severity.WARNING in found(GOOD, "repeated", about)


def test_effort_without_impact_is_a_warning_and_with_impact_none() -> None:
    assert Severity.WARNING in found("Leo works hard. He is kind. I like him.", "effort-only")
    with_impact = (
        "Leo works hard. His work saved us two weeks and our launch was on time. He is kind."
    )
    assert Severity.WARNING not in found(with_impact, "effort-only")


def test_a_very_long_sentence_is_a_run_on() -> None:
    assert found("Leo " + "and he wrote it " * 18 + "well.", "run-on") == [Severity.WARNING]


def test_findings_come_worst_first_with_places_inside_the_text() -> None:
    text = "He is my dude LOL. He is a [name]. She was nice to work with."
    judged = review(text)
    ranks = [["error", "warning", "hint"].index(f.severity) for f in judged.findings]
    assert ranks == sorted(ranks)
    assert all(0 <= f.start <= f.end <= len(text) for f in judged.findings)
    for finding in judged.findings:
        if finding.sentence is not None:
            sentence = judged.sentences[finding.sentence - 1].sentence
            assert sentence.start <= finding.start < finding.end <= sentence.end


def test_a_name_is_found_in_another_spelling_of_its_letters() -> None:
    text = GOOD.replace("Leo", "Anna Weiss")
    assert found(text, "name-missing", About(to="Weiß, Øyvind")) == []
