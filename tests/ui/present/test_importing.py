from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recco_tui.core.export import ExportedWork, Ignored, RowPlace
from recco_tui.core.import_plan import (
    Candidate,
    ImportCounts,
    ImportPlan,
    NewestImports,
    PersonQuestion,
    Tally,
)
from recco_tui.importing.places import FoundFile
from recco_tui.ui.formatting import cell_len
from recco_tui.ui.present.importing import (
    PreviewRow,
    Sort,
    answer_lines,
    answers_note,
    candidate_facts,
    candidate_words,
    count_lines,
    how_to_lines,
    preview_line,
    preview_rows,
    result_lines,
    size_words,
)
from recco_tui.ui.present.spans import Line
from recco_tui.ui.screens.path_chooser import found_line

DAY = date(2026, 11, 23)
KIM = Candidate("kim", 3, "David Kim", "kim", "Brightwater", "Product Manager", date(2021, 8, 3))
PLAN = ImportPlan(
    DAY,
    NewestImports(),
    unsure=(PersonQuestion("David Kim", -1, "Which David Kim recommended you?", (KIM, KIM)),),
    offers=(
        ExportedWork("Bartender", True, date(2019, 1, 1), None, "", RowPlace("Positions.csv", 2)),
        ExportedWork("Inventory API", False, None, None, "", RowPlace("Projects.csv", 2)),
    ),
    ignored=(Ignored("messages.csv", 7, "no date"), Ignored("odd.csv", 0, "it is empty")),
    warnings=("Dates were read as day/month/year",),
    counts=ImportCounts(contacts=Tally(43, 0, 2_914), nameless=1, received=Tally(12, 1, 0)),
)


def text(lines: list[Line]) -> list[str]:
    return ["".join(span.text for span in line).rstrip() for line in lines]


def test_the_counts_are_aligned_under_their_heads() -> None:
    head, people, received, *_ = text(count_lines(PLAN, 60))
    assert people.split() == ["people", "43", "·", "2,914"]
    assert received.split() == ["received", "12", "1", "·"]
    assert head.index("new") + 3 == people.index("43") + 2 == received.index("12") + 2
    assert len(head) == len(people) == len(received)


def test_what_is_to_be_looked_at_comes_by_sort_with_its_place_in_the_file() -> None:
    rows = preview_rows(PLAN, frozenset({1}))
    assert [(row.sort, row.words) for row in rows] == [
        (Sort.WARNING, "Dates were read as day/month/year"),
        (Sort.WHICH, "Which David Kim recommended you?"),
        (Sort.OFFER, "Bartender, 1/2019 to today (position)"),
        (Sort.OFFER, "Inventory API"),
        (Sort.IGNORED, "messages.csv:7  no date"),
        (Sort.IGNORED, "odd.csv  it is empty"),
    ]
    assert [row.on for row in rows] == [False, False, False, True, False, False]


def test_a_sort_is_named_at_its_first_line_only() -> None:
    lines = text([preview_line(row, 60) for row in preview_rows(PLAN, frozenset())])
    assert [line[:8].strip() for line in lines] == [
        "note", "who?", "projects", "", "skipped", "",
    ]  # fmt: skip


@given(st.sampled_from(list(Sort)), st.text(max_size=200), st.integers(14, 120))
def test_a_line_of_the_preview_never_passes_the_edge(sort: Sort, words: str, width: int) -> None:
    line = preview_line(PreviewRow(sort, 0, words), width)
    assert sum(cell_len(span.text) for span in line) <= width


@given(st.text(min_size=1, max_size=120), st.integers(30, 150), st.none() | st.integers(0, 10**9))
def test_a_found_file_never_passes_the_edge(name: str, width: int, size: int | None) -> None:
    file = FoundFile(
        Path("/home/x/Downloads") / name.replace("/", "_").replace("\0", "_"), DAY, size
    )
    line = found_line(file, width, DAY, Path("/home/x"))
    assert sum(cell_len(span.text) for span in line) <= width


@pytest.mark.parametrize(
    ("size", "words"),
    [(None, "folder"), (0, "1 kB"), (812_400, "812 kB"), (3_400_000, "3.4 MB")],
    ids=str,
)
def test_sizes_are_short(size: int | None, words: str) -> None:
    assert size_words(size) == words


def test_candidates_are_told_apart_by_what_is_known() -> None:
    assert candidate_words(KIM) == "Product Manager, Brightwater"
    assert candidate_facts(KIM, DAY) == "since 3 Aug 2021 · in/kim"
    bare = KIM._replace(company="", position="", connected_on=None)
    assert (candidate_words(bare), candidate_facts(bare, DAY)) == ("in/kim", "")
    assert candidate_words(bare._replace(slug=None)) == "David Kim"


def test_more_answers_than_fit_are_counted_with_the_key_that_shows_them() -> None:
    def said(count: int) -> list[str]:
        kim = KIM._replace(does="it is this David Kim")
        question = PersonQuestion("kim", -1, "Which?", (kim,) * count, "another one is added")
        return ["".join(span.text for span in line) for line in answer_lines(question, DAY, 76)]

    assert not [line for line in said(4) if line.startswith("  w  ")]
    assert said(5)[-2:] == [
        "  w  choose from all 5 contacts",
        "  s  someone else · another one is added",
    ]


def test_what_several_answers_do_alike_is_said_once() -> None:
    here, there = (KIM._replace(does=does) for does in ("it is this one", "a contact is added"))
    question = PersonQuestion("kim", -1, "Which?", (here,) * 5 + (there,), "another one is added")
    assert answers_note(question) == (
        "a, b, c, d, e: it is this one. g: a contact is added. s: another one is added."
    )


def test_the_result_says_what_came_and_what_is_left() -> None:
    told = " ".join(text(result_lines(PLAN, ["Bartender"], 15, 200)))
    assert "people: 43 new" in told
    assert "recommendations received: 12 new, 1 changed" in told
    assert "recommendations given" not in told
    assert "projects: Bartender" in told
    assert "1 question left open" in told
    assert "15 contacts in your circle without a kind" in told


@pytest.mark.parametrize("width", [40, 60, 100], ids=str)
def test_how_to_get_an_export_is_three_steps_inside_the_width(width: int) -> None:
    title, *lines = text(how_to_lines(width))
    assert title == "How to get your export"
    assert [line[0] for line in lines if line[0] != " "] == ["1", "2", "3"]
    assert all(len(line) <= width for line in lines)
