"""What a filter finds among texts, asks and projects: their own words, and whose they are."""

from datetime import date

import pytest

from recco_tui.core.finding import (
    all_fit,
    ask_fits,
    parse_finding,
    people_who_fit,
    project_fits,
    text_fits,
    words_searched,
)
from recco_tui.core.models import (
    Ask,
    AskStep,
    Direction,
    Member,
    Project,
    Recommendation,
    Status,
    Step,
)
from recco_tui.core.relationships import Kind
from tests.core.scenes import TODAY
from tests.core.test_selection import row

ANA = row(
    1,
    "Ana Díaz",
    Kind.MENTOR,
    "Brightwater",
    position="Team Lead",
    received=1,
    projects=("Pantry Map",),
)
BEN = row(2, "Ben Osei", Kind.PEER)
TEXT = Recommendation(
    7,
    1,
    Direction.RECEIVED,
    "Calm under pressure.",
    Status.VISIBLE,
    TODAY,
    position="Professor",
    key_phrases=("Explains SQL joins",),
)
HOLDING = {"calm": {7}, "under pressure": {7}}
ASK = Ask(1, 1, (AskStep(1, Step.WARM, date(2026, 11, 20)),), 5, "the flaky tests")
PROJECT = Project(5, "Pantry Map", about="48-hour challenge", members=(Member(1, "Ana Díaz"),))


@pytest.mark.parametrize(
    ("typed", "fits"),
    [
        ("", True),
        ("calm", True),
        ("-calm", False),
        ('"under pressure"', True),
        ("storm", False),
        ("-storm", True),
        ("ana", True),
        ("ana calm", True),
        ("ana storm", False),
        ("ben", False),
        ("brightwater", True),
        ("pantry", True),
        ("mentor", True),
        ("-mentor", False),
        ("peer", False),
        ("-peer", True),
        ("from:ana", True),
        ("name:diaz from:ana", True),
        ("-from:ben", True),
        ("kind:ment", True),
        ("company:bright", True),
        ("position:prof", True),
        ("position:lead", False),  # when they wrote it they had another one
        ("project:pantry", True),
        ("phrase:sql", True),
        ("phrase:", True),
        ("phrase:calm", False),
        ("owe", True),
        ("asked", False),
    ],
)
def test_a_text_is_found_by_its_words_and_by_whoever_wrote_it(typed: str, fits: bool) -> None:
    terms = parse_finding(typed)
    people = people_who_fit(terms, (ANA, BEN))
    assert all_fit(terms, lambda term: text_fits(term, TEXT, HOLDING, people)) is fits


def test_without_a_mark_no_phrase_fits() -> None:
    (term,) = parse_finding("phrase:")
    assert not text_fits(term, TEXT._replace(key_phrases=()), {}, people_who_fit([term], ()))


@pytest.mark.parametrize(
    ("typed", "words"),
    [("", ""), ("Calm -storm", "Calm"), ('from:ana "of note" owe', "of note owe")],
)
def test_what_may_stand_in_a_text_is_searched(typed: str, words: str) -> None:
    assert words_searched(parse_finding(typed)) == words


@pytest.mark.parametrize(
    ("typed", "fits"),
    [
        ("ana", True),
        ("ben", False),
        ("brightwater", True),
        ("kind:mentor", True),
        ("peer", False),
        ("-peer", True),
        ("pantry", True),
        ("flaky", True),
        ("warm", True),
        ("ask:warm", True),
        ("ask:nudged", False),
        ("project:pantry", True),
        ("project:inventory", False),
    ],
)
def test_an_ask_is_found_by_whom_it_is_to_where_it_stands_and_its_project(
    typed: str, fits: bool
) -> None:
    terms = parse_finding(typed)
    people = people_who_fit(terms, (ANA, BEN))
    assert all_fit(terms, lambda term: ask_fits(term, ASK, "Pantry Map", people)) is fits


@pytest.mark.parametrize(
    ("typed", "fits"),
    [
        ("pantry", True),
        ("challenge", True),
        ("ana", True),
        ("mentor", True),
        ("-mentor", False),
        ("ben", False),
        ("company:bright", True),
        ("project:map", True),
        ("project:brightwater", False),
    ],
)
def test_a_project_is_found_by_its_words_and_by_who_was_in_it(typed: str, fits: bool) -> None:
    terms = parse_finding(typed)
    people = people_who_fit(terms, (ANA, BEN))
    assert all_fit(terms, lambda term: project_fits(term, PROJECT, people)) is fits
