"""Details that nobody noted are marked, and honest words are not."""

import json
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recco_tui.core.models import TextKind
from recco_tui.writing.about import About
from recco_tui.writing.findings import Severity
from recco_tui.writing.prompts.assistant import fact_lines
from recco_tui.writing.prompts.facts import Facts, SharedWork
from recco_tui.writing.review import review
from recco_tui.writing.unsupported import Known, is_known, unsupported

PEOPLE = json.loads(Path(__file__).with_name("inventions.json").read_text(encoding="utf-8"))
"""Ten people with what is known of them, three honest texts on each and three with an invention."""


def known_of(person) -> Known:
    return Known([*person["facts"], person["draft"]], (person["name"],))


def marked(text: str, *lines: str, today: date | None = None) -> list[str]:
    known = Known(["their name: Ann Lee", *lines], ("Ann Lee",), today)
    return [text[start:end] for start, end in unsupported(text, known)]


def test_of_planted_inventions_at_least_95_percent_are_marked() -> None:
    missed, planted = [], 0
    for person in PEOPLE:
        for case in person["invented"]:
            places = unsupported(case["text"], known_of(person))
            for words in case["inventions"]:
                planted += 1
                start = case["text"].index(words)
                if not any(a < start + len(words) and start < b for a, b in places):
                    missed.append((person["name"], words))
    assert sum(len(person["invented"]) for person in PEOPLE) == 30
    assert len(missed) <= 0.05 * planted, missed


def test_of_ten_honest_texts_at_most_one_has_a_false_mark() -> None:
    honest = [(person, text) for person in PEOPLE for text in person["honest"]]
    false = [
        text[start:end]
        for person, text in honest
        for start, end in unsupported(text, known_of(person))
    ]
    assert len(honest) == 30
    assert len(false) <= 3, false


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("She cut it by forty percent.", "40 % faster"),
        ("It took a quarter of an hour less.", "from 40 minutes to 25"),
        ("We had more than a hundred users.", "120 users"),
        ("We had almost 1,000 users.", "950 users"),
        ("The bill was halved.", "from $800 to $400"),
        ("She delivered a week early.", "7 days before the deadline"),
        ("She knows k8s and Postgres.", "Kubernetes and PostgreSQL"),
        ("We moved to AWS together.", "our move to Amazon Web Services"),
        ("In the spring Ann led us.", "ended 2 May 2026"),
        ("We met in Q2 2026.", "ended 2 May 2026"),
        ("On Saturday it went live.", "ended 2 May 2026"),
        ("For eight weeks we worked side by side.", "from 2 May 2026, ended 28 June 2026"),
        ("As a frontend engineer she is calm.", "Frontend Developer at Acme"),
        ("Ann listens, and the two of us laughed.", "peer"),
        ("Any team that needs a senior engineer should call her.", "peer"),
        ("I would hire her as a lead architect.", "peer"),
        ("She works 24/7, and I recommend her 100% to anyone.", "peer"),
        ("May I say that one thing stands out?", "peer"),
        ("Honestly, Ann is calm. Resourcefulness like hers is rare.", "peer"),
    ],
)
def test_what_a_note_bears_out_is_not_marked(text: str, note: str) -> None:
    assert marked(text, note) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She led a team of fifteen.", ["fifteen"]),
        ("She saved $1.2 million.", ["$1.2 million"]),
        ("Sign-ups tripled.", ["tripled"]),
        ("Globex hired her.", ["Globex"]),
        ("We met at the Mayo Clinic.", ["Mayo Clinic"]),
        ("She wrote it in rust and moved it to aws.", ["rust", "aws"]),
        ("She holds a PhD.", ["PhD"]),
        ("As our tech lead she listened.", ["tech lead"]),
        ("She was promoted to manager.", ["manager"]),
        ("The vice president of sales praised her.", ["vice president of sales"]),
        ("We met in March 2019 and shipped on 14 February.", ["March 2019", "14 February"]),
        ("Since last winter she has been calm.", ["last winter"]),
        ("Her colleague Priya agrees.", ["Priya"]),
        (
            "Sie hat 40 Tests mit Ann und Kubernetes für das Team im Projekt gebaut.",
            ["40", "Kubernetes"],
        ),
    ],
)
def test_what_nobody_noted_is_marked(text: str, words: list[str]) -> None:
    assert marked(text) == words


def test_days_are_told_from_today() -> None:
    line, text = "ended 2 May 2024", "We finished it two years ago."
    assert marked(text, line, today=date(2026, 5, 20)) == []
    assert marked(text, line, today=date(2030, 5, 20)) == ["two years"]


@given(
    st.lists(st.sampled_from([t for p in PEOPLE for c in p["invented"] for t in c["text"].split()]))
)
def test_a_text_bears_itself_out(words: list[str]) -> None:
    text = " ".join(words)
    assert unsupported(text, Known([text])) == ()


@given(st.text(max_size=200))
def test_any_text_can_be_held_against_any_other(text: str) -> None:
    places = unsupported(text, Known([]))
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(one[1] < other[0] for one, other in pairwise(places))
    assert not text.strip() or is_known(text, Known([text]))


def test_words_of_an_assistant_block_and_pasted_ones_warn() -> None:
    text = "I worked with Ann on Globex. She cut the bill by 40%, and Globex grew."
    about = About(to="Ann Lee", unconfirmed=("40%",), doubted=("Globex",))
    for kind in TextKind:
        found = [f for f in review(text, kind, about).findings if f.rule == "unsupported"]
        assert [(f.severity, text[f.start : f.end], f.sentence) for f in found] == [
            (Severity.ERROR, "40%", 2),
            (Severity.WARNING, "Globex", 1),
            (Severity.WARNING, "Globex", 2),
        ]
    assert not [f for f in review(text, about=About(to="Ann")).findings if f.rule == "unsupported"]


def test_an_assistant_is_told_what_its_answer_is_held_against() -> None:
    work = SharedWork("Pantry Map", date(2026, 8, 1), date(2026, 9, 29), they_did="built the map")
    facts = Facts(
        "Ann Lee", role="Nurse at Acme", shared_work=(work,), wrote="I “never” saw 12 maps."
    )
    lines = fact_lines(facts)
    assert "a project we shared: Pantry Map, from August 1, 2026, ended September 29, 2026" in lines
    assert 'what they wrote about me: “I "never" saw 12 maps.”' in lines
    assert unsupported("At Acme, Ann built the Pantry Map with 12 nurses.", Known(lines)) == ()
