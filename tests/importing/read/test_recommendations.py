"""Recommendations of every era, given and received, none dropped for its status."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from recco_tui.core.errors import ArchiveError
from recco_tui.core.export import Export, RowPlace
from recco_tui.core.models import Direction
from recco_tui.importing.read.reader import read_export

Read = Callable[..., Export]

HEAD = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
ROW = 'Ana,Díaz,Acme,CTO,"Led the team, and well.","11/16/26, 10:42 AM",VISIBLE\n'
HIDDEN = 'Bob,"Ray, PhD",,,Kind.,"01/02/07, 12:05 AM",HIDDEN\n'
GIVEN = 'Ana,Díaz,Acme,CTO,"Taught me SQL.","11/15/26, 01:00 PM",\n'
RECEIVED, MINE = Direction.RECEIVED, Direction.GIVEN
AT = datetime(2026, 11, 16, 10, 42, tzinfo=UTC)


def test_a_row_is_read_whole(read: Read) -> None:
    (row,) = read({"Recommendations_Received.csv": HEAD + ROW}).recommendations
    assert (row.first_name, row.last_name, row.company, row.position) == (
        "Ana",
        "Díaz",
        "Acme",
        "CTO",
    )
    assert (row.text, row.written_at, row.status) == ("Led the team, and well.", AT, "VISIBLE")
    assert (row.direction, row.place) == (RECEIVED, RowPlace("Recommendations_Received.csv", 2))


def test_a_hidden_row_is_kept_as_hidden(read: Read) -> None:
    export = read({"Recommendations_Received.csv": HEAD + ROW + HIDDEN})
    assert [row.status for row in export.recommendations] == ["VISIBLE", "HIDDEN"]
    assert export.recommendations[1].written_at == datetime(2007, 1, 2, 0, 5, tzinfo=UTC)


@pytest.mark.parametrize("status", ["", "PENDING", "Shown", "Something New"])
def test_a_status_is_kept_verbatim(read: Read, status: str) -> None:
    row = ROW.replace("VISIBLE", status)
    (read_row,) = read({"Recommendations_Received.csv": HEAD + row}).recommendations
    assert read_row.status == status


def test_given_rows_have_no_status_and_count(read: Read) -> None:
    export = read({"Recommendations_Given.csv": HEAD + GIVEN})
    assert [(r.direction, r.status) for r in export.recommendations] == [(MINE, "")]
    assert export.has_given
    assert not export.has_received


def test_received_without_given_is_an_absent_file(read: Read) -> None:
    export = read({"Recommendations_Received.csv": HEAD + ROW})
    assert export.has_received
    assert not export.has_given
    assert export.ignored == ()


def test_a_file_with_a_header_only_is_there(read: Read) -> None:
    export = read({"Recommendations_Given.csv": HEAD, "Recommendations_Received.csv": HEAD + ROW})
    assert export.has_given
    assert len(export.recommendations) == 1


def test_two_rows_of_one_person_are_two(read: Read) -> None:
    again = ROW.replace("11/16", "10/27").replace("well", "still")
    export = read({"Recommendations_Received.csv": HEAD + ROW + again})
    assert [row.written_at and row.written_at.month for row in export.recommendations] == [11, 10]


NAMES = {
    "now": ("Recommendations_Received.csv", RECEIVED),
    "until 2018": ("Recommendations Received.csv", RECEIVED),
    "no separator": ("RecommendationsReceived.csv", RECEIVED),
    "renamed by hand": ("Recommendations.csv", RECEIVED),
    "lower case": ("recommendations_received.CSV", RECEIVED),
    "downloaded twice": ("Recommendations_Received (1).csv", RECEIVED),
    "a part": ("Recommendations_Received_2.csv", RECEIVED),
    "hyphens": ("recommendations-given.csv", MINE),
    "given": ("Recommendations_Given.csv", MINE),
    "given, no separator": ("RecommendationsGiven.csv", MINE),
    "told by its rows": ("my texts.csv", RECEIVED),
}


@pytest.mark.parametrize(("name", "direction"), NAMES.values(), ids=NAMES)
def test_the_name_tells_the_direction(read: Read, name: str, direction: Direction) -> None:
    export = read({name: HEAD + ROW})
    assert [row.direction for row in export.recommendations] == [direction]
    assert export.files[0].what == f"recommendations {direction}"


def test_a_file_that_could_be_either_is_not_guessed(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(HEAD + GIVEN)
    with pytest.raises(ArchiveError, match=r"Name it Recommendations_Received.csv or"):
        read_export([path])


def test_the_tab_file_of_2015_is_read(read: Read) -> None:
    old = (
        "Recommendation Date\tRecommendation Body\tRecommender First Name\tRecommender Last Name\t"
        "Recommender Company\tRecommender Title\tDisplay Status\n"
        "5/14/15, 3:21 PM\tLed the team, and well.\tAna\tDíaz\tAcme\tCTO\tShown\n"
    )
    (row,) = read({"Recommendations Received.csv": old}).recommendations
    assert (row.first_name, row.text, row.status) == ("Ana", "Led the team, and well.", "Shown")
    assert row.written_at == datetime(2015, 5, 14, 15, 21, tzinfo=UTC)


TEXTS = {
    "flattened paragraphs": ("Great.  Really.", "Great.  Really."),
    "spaces at the ends": (" Great. ", " Great. "),
    "real line breaks": ('"Great.\nReally, really."', "Great.\nReally, really."),
    "Windows line breaks": ('"Great.\r\nReally."', "Great.\nReally."),
    "a list that looks like a row": (
        '"Skills:\nPython, SQL, Spark, Airflow, dbt, Kafka, AWS"',
        "Skills:\nPython, SQL, Spark, Airflow, dbt, Kafka, AWS",
    ),
    "quotes": ('"She said ""ship it""."', 'She said "ship it".'),
    "markup": ("[b]Great[/b] [@click=app.quit]x[/]", "[b]Great[/b] [@click=app.quit]x[/]"),
    "controls": ("\x1b[2JGre\x00at\u202e", "Great"),
    "no HTML here": ("a <b> and &amp;", "a <b> and &amp;"),
    "3,000 characters": ("x" * 3000, "x" * 3000),
}


@pytest.mark.parametrize(("cell", "text"), TEXTS.values(), ids=TEXTS)
def test_a_text_is_kept_as_written(read: Read, cell: str, text: str) -> None:
    rows = f'{HEAD}Ana,Díaz,,,{cell},"11/16/26, 10:42 AM",VISIBLE\n{HIDDEN}'
    export = read({"Recommendations_Received.csv": rows})
    assert [row.text for row in export.recommendations] == [text, "Kind."]


def test_an_unreadable_date_keeps_the_text(read: Read) -> None:
    row = ROW.replace("11/16/26, 10:42 AM", "some day")
    assert [
        r.written_at for r in read({"Recommendations_Received.csv": HEAD + row}).recommendations
    ] == [None]


USELESS = {
    "no name": (ROW.replace("Ana,Díaz", ","), "no name"),
    "a closed account": (ROW.replace("Ana,Díaz", "LinkedIn,Member"), "closed"),
    "no text": (ROW.replace('"Led the team, and well."', " "), "no text"),
    "cut": ("Ana,Díaz,Acme\n", "only 3 of 7 cells"),
}


@pytest.mark.parametrize(("row", "why"), USELESS.values(), ids=USELESS)
def test_a_useless_row_is_named(read: Read, row: str, why: str) -> None:
    export = read({"Recommendations_Received.csv": HEAD + row + HIDDEN})
    assert [r.first_name for r in export.recommendations] == ["Bob"]
    assert [(i.line, why in i.why) for i in export.ignored] == [(2, True)]
