"""Who wrote it? No one gets a stranger's recommendation, and no one becomes two."""

import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

PEOPLE = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
TEXTS = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
WORDS = "Mara rebuilt the ferry timetable in one spring and no one missed a boat."
OTHER_WORDS = "Her lectures on map projections made the whole school curious."


def person(
    first: str, last: str, slug: str, company: str, title: str, on: str = "4 Mar 2021"
) -> str:
    return f'{first},"{last}",https://www.linkedin.com/in/{slug},,{company},{title},{on}\n'


def text(
    first: str,
    last: str,
    company: str,
    title: str,
    words: str = WORDS,
    on: str = "05/06/24",
    status: str = "VISIBLE",
) -> str:
    return f'{first},"{last}",{company},{title},{words},"{on}, 09:15 AM",{status}\n'


def archive(folder: Path, day: str, people: Sequence[str] = (), texts: Sequence[str] = ()) -> str:
    """An export of that day (MM-DD-YYYY); no file of people, or of texts, where there are none."""
    path = folder / f"Basic_LinkedInDataExport_{day}.zip"
    with zipfile.ZipFile(path, "w") as export:
        if people:
            export.writestr("Connections.csv", PEOPLE + "".join(people))
        if texts:
            export.writestr("Recommendations_Received.csv", TEXTS + "".join(texts))
    return str(path)


def names(recco) -> list[str]:
    return sorted(one["name"] for one in recco("contact", "list", "--json").json)


def owed(recco) -> dict[str, int]:
    return {debt["contact"]: debt["owe"] for debt in recco("owed", "--json").json}


def writer(recco) -> dict:
    """The contact of the only text."""
    (board,) = [one for one in recco("board", "--all", "--json").json if one["received"]]
    return recco("contact", "show", f"#{board['id']}", "--json").json


COOK = person("Ivo", "Brandt", "ivo-cooks", "Harbour Grill", "Cook")


def test_a_namesake_of_other_work_does_not_get_the_text_unasked(recco, tmp_path: Path) -> None:
    export = archive(
        tmp_path, "06-01-2026", [COOK], [text("Ivo", "Brandt", "Ferry Line", "Director")]
    )
    (question,) = recco("import", export, "--json").json["unsure"]
    assert question["question"] == "Which Ivo Brandt recommended you on 6 May 2024?"
    (candidate,) = question["candidates"]
    assert (candidate["choice"], candidate["why"]) == (
        "ivo-cooks",
        "same name, other company, other title",
    )
    assert names(recco) == ["Ivo Brandt", "Ivo Brandt"]
    assert writer(recco)["url"] is None


def test_the_table_of_texts_alone_asks_just_the_same(recco, tmp_path: Path) -> None:
    recco("import", archive(tmp_path, "06-01-2026", [COOK]))
    later = archive(tmp_path, "07-01-2026", (), [text("Ivo", "Brandt", "Ferry Line", "Director")])
    (question,) = recco("import", later, "--json").json["unsure"]
    assert [one["choice"] for one in question["candidates"]] == ["ivo-cooks"]
    again = recco("import", later, "--json").json
    assert ([one["key"] for one in again["unsure"]], again["undo"]) == ([question["key"]], None)


def test_connections_that_come_after_the_text_do_not_take_it_either(recco, tmp_path: Path) -> None:
    recco(
        "import",
        archive(tmp_path, "06-01-2026", (), [text("Ivo", "Brandt", "Ferry Line", "Director")]),
    )
    later = archive(tmp_path, "07-01-2026", [COOK])
    (question,) = recco("import", later, "--json").json["unsure"]
    assert question["question"] == "Which connection is your Ivo Brandt without an address?"
    assert len(names(recco)) == 2
    assert recco("import", later, "--json").json["unsure"][0]["key"] == question["key"]
    recco("import", later, "--answer", f"{question['key']}=someone else")
    assert recco("import", later, "--json").json["unsure"] == []


@pytest.mark.parametrize(
    ("company", "title"),
    [
        pytest.param("Harbour Grill", "Cook", id="the same work"),
        pytest.param("HARBOUR  GRILL", "cook", id="written otherwise"),
        pytest.param("Harbour Grill", "Head Chef", id="another title"),
        pytest.param("Ferry Line", "Cook", id="another company, the same title"),
        pytest.param("", "", id="no work told"),
    ],
)
def test_the_only_connection_of_the_name_needs_no_question(
    recco, tmp_path: Path, company: str, title: str
) -> None:
    export = archive(tmp_path, "06-01-2026", [COOK], [text("Ivo", "Brandt", company, title)])
    assert recco("import", export, "--json").json["unsure"] == []
    assert writer(recco)["url"] == "https://www.linkedin.com/in/ivo-cooks"
    assert len(names(recco)) == 1


@pytest.mark.parametrize(
    "last", ["Brandt, PhD", "Brandt 🚢", "Brandt (he/him)", "Brändt", "Brandt, MBA, PMP"]
)
def test_a_degree_or_a_sign_more_is_no_question_where_the_work_is_the_same(
    recco, tmp_path: Path, last: str
) -> None:
    people = [person("Ivo", last, "ivo-b", "Ferry Line", "Director")]
    rows = [text("Ivo", "Brandt", "Ferry Line", "Director")]
    assert (
        recco("import", archive(tmp_path, "06-01-2026", people, rows), "--json").json["unsure"]
        == []
    )
    assert (len(names(recco)), writer(recco)["url"][-5:]) == (1, "ivo-b")


def test_a_degree_more_and_other_work_is_a_question(recco, tmp_path: Path) -> None:
    people = [person("Ivo", "Brandt, PhD", "ivo-b", "Harbour Grill", "Cook")]
    rows = [text("Ivo", "Brandt", "Ferry Line", "Director")]
    (question,) = recco("import", archive(tmp_path, "06-01-2026", people, rows), "--json").json[
        "unsure"
    ]
    assert question["candidates"][0]["why"] == (
        "same name except titles, accents or signs, other company, other title"
    )


def test_the_namesake_with_a_degree_and_the_same_work_is_the_one(recco, tmp_path: Path) -> None:
    people = [COOK, person("Ivo", "Brandt, MBA", "ivo-mba", "Ferry Line", "Director", "5 May 2022")]
    rows = [text("Ivo", "Brandt", "Ferry Line", "Director")]
    assert (
        recco("import", archive(tmp_path, "06-01-2026", people, rows), "--json").json["unsure"]
        == []
    )
    assert writer(recco)["url"][-7:] == "ivo-mba"


def test_two_authors_of_one_name_and_different_work_are_two(recco, tmp_path: Path) -> None:
    rows = [
        text("Ivo", "Brandt", "Ferry Line", "Director"),
        text("Ivo", "Brandt", "Map School", "Teacher", OTHER_WORDS, "05/06/22"),
    ]
    export = archive(tmp_path, "06-01-2026", (), rows)
    assert recco("import", export, "--json").json["unsure"] == []
    assert [debt["owe"] for debt in recco("owed", "--json").json] == [1, 1]
    alone = archive(tmp_path, "07-01-2026", (), rows[1:])
    later = recco("import", alone, "--json").json
    assert (later["unsure"], later["contacts"]["new"]) == ([], 0)


@pytest.mark.parametrize("company", ["Ferry Line", ""], ids=["same company", "none told"])
def test_one_author_of_two_texts_stays_one(recco, tmp_path: Path, company: str) -> None:
    rows = [
        text("Ivo", "Brandt", "Ferry Line", "Director"),
        text("Ivo", "Brandt", company, "", OTHER_WORDS, "05/06/22"),
    ]
    recco("import", archive(tmp_path, "06-01-2026", (), rows))
    assert owed(recco) == {"Ivo Brandt": 2}


def test_a_namesake_who_writes_later_from_elsewhere_is_asked_about(recco, tmp_path: Path) -> None:
    first = archive(tmp_path, "06-01-2026", (), [text("Ivo", "Brandt", "Ferry Line", "Director")])
    later = archive(
        tmp_path,
        "07-01-2026",
        (),
        [text("Ivo", "Brandt", "Map School", "Teacher", OTHER_WORDS, "06/06/26")],
    )
    recco("import", first)
    (question,) = recco("import", later, "--json").json["unsure"]
    (candidate,) = question["candidates"]
    assert candidate["why"] == "same name, other company, other title"
    assert recco("import", later, "--json").json["unsure"][0]["key"] == question["key"]
    answer = f"{question['key']}={candidate['choice']}"
    assert recco("import", later, "--answer", answer, "--json").json["unsure"] == []
    assert names(recco) == ["Ivo Brandt"]
    assert recco("import", later, "--json").json["unsure"] == []


def test_an_answer_holds_when_the_connection_is_gone_and_the_text_is_revised(
    recco, tmp_path: Path
) -> None:
    people = [person("Ann", "| Lee, PhD", "ann-l", "", ""), COOK]
    first = archive(tmp_path, "06-01-2026", people, [text("Ann", "| Lee", "Blue", "Engineer")])
    (question,) = recco("import", first, "--json").json["unsure"]
    assert question["candidates"][0]["does"]
    recco("import", first, "--answer", f"{question['key']}=ann-l")
    assert names(recco) == ["Ann | Lee, PhD", "Ivo Brandt"]
    revised = text("Ann", "| Lee", "Blue", "Engineer", WORDS + " She still does.", "06/20/26")
    later = recco("import", archive(tmp_path, "07-01-2026", [COOK], [revised]), "--json").json
    assert (later["unsure"], later["contacts"]["new"]) == ([], 0)
    assert owed(recco) == {"Ann | Lee, PhD": 1}
    newer = text("Ann", "| Lee", "Blue", "Engineer", OTHER_WORDS, "07/20/26")
    last = archive(tmp_path, "08-01-2026", [COOK], [revised, newer])
    assert recco("import", last, "--json").json["unsure"] == []
    assert owed(recco) == {"Ann | Lee, PhD": 2}


def test_someone_else_stays_someone_else(recco, tmp_path: Path) -> None:
    rows = [text("Ivo", "Brandt", "Ferry Line", "Director")]
    first = archive(tmp_path, "06-01-2026", [COOK], rows)
    (question,) = recco("import", first, "--json").json["unsure"]
    assert question["otherwise"] == "another Ivo Brandt is added"
    recco("import", first, "--answer", f"{question['key']}=someone else")
    rows += [text("Ivo", "Brandt", "Ferry Line", "Director", OTHER_WORDS, "06/20/26")]
    later = recco("import", archive(tmp_path, "07-01-2026", [COOK], rows), "--json").json
    assert (later["unsure"], later["contacts"]["new"]) == ([], 0)
    assert sorted(owed(recco).values()) == [2]


MARRIED = [
    pytest.param("05/06/24", WORDS, "Blue", "Engineer", id="the same text, day and work"),
    pytest.param("05/06/24", WORDS, "Green", "Baker", id="the same text, another work"),
    pytest.param("06/06/26", OTHER_WORDS, "Blue", "Engineer", id="the same day and work"),
]


@pytest.mark.parametrize(("on", "words", "company", "title"), MARRIED)
def test_a_new_name_at_a_new_address_is_the_same_person(
    recco, tmp_path: Path, on: str, words: str, company: str, title: str
) -> None:
    first = archive(
        tmp_path,
        "06-01-2026",
        [person("Ana", "Lee", "ana-1", "Blue", "Engineer"), COOK],
        [text("Ana", "Lee", "Blue", "Engineer")],
    )
    later = archive(
        tmp_path,
        "07-01-2026",
        [person("Ana", "Lee-Stone", "ana-lee-stone", company, title), COOK],
        [text("Ana", "Lee-Stone", company, title, words, on)],
    )
    recco("import", first)
    brought = recco("import", later, "--json").json
    assert (brought["contacts"]["new"], brought["unsure"]) == (0, [])
    assert names(recco) == ["Ana Lee-Stone", "Ivo Brandt"]
    page = recco("contact", "show", "Ana Lee-Stone", "--json").json
    assert (page["former_names"], page["url"][-13:]) == (["Ana Lee"], "ana-lee-stone")
    for export in (first, later):
        assert recco("import", export, "--json").json["undo"] is None


def test_colleagues_met_on_one_day_are_not_one_another(recco, tmp_path: Path) -> None:
    first = archive(
        tmp_path, "06-01-2026", [person("Ana", "Lee", "ana-1", "Blue", "Engineer"), COOK]
    )
    later = archive(
        tmp_path, "07-01-2026", [person("Tom", "Reed", "tom-reed", "Blue", "Engineer"), COOK]
    )
    recco("import", first)
    assert recco("import", later, "--json").json["contacts"]["new"] == 1
    assert names(recco) == ["Ana Lee", "Ivo Brandt", "Tom Reed"]


def test_the_preview_in_words_says_why_and_what_each_answer_does(recco, tmp_path: Path) -> None:
    export = archive(
        tmp_path, "06-01-2026", [COOK], [text("Ivo", "Brandt", "Ferry Line", "Director")]
    )
    lines = recco("import", export, "--dry-run").out.splitlines()
    start = next(i for i, line in enumerate(lines) if line.startswith("? Which Ivo Brandt"))
    assert [line.strip() for line in lines[start + 1 : start + 5]] == [
        "--answer 'Ivo Brandt|Ferry Line|Director=ivo-cooks'   Ivo Brandt, Cook at Harbour Grill, connected 2021-03-04",
        "same name, other company, other title; it is this Ivo Brandt; no contact is added",
        "--answer 'Ivo Brandt|Ferry Line|Director=someone else'",
        "another Ivo Brandt is added",
    ]


def test_a_rewritten_text_is_one_text_and_one_debt(recco, tmp_path: Path) -> None:
    first = archive(tmp_path, "06-01-2026", (), [text("Ana", "Lee", "Blue", "Engineer")])
    later = archive(
        tmp_path,
        "07-01-2026",
        (),
        [text("Ana", "Lee", "Blue", "Engineer", OTHER_WORDS, "06/20/26")],
    )
    recco("import", first)
    assert recco("import", later, "--json").json["recommendations"]["received"]["updated"] == 1
    assert owed(recco) == {"Ana Lee": 1}
    for export in (first, later):
        assert recco("import", export, "--json").json["undo"] is None
    recco("undo")
    page = recco("contact", "show", "Ana Lee", "--json").json
    assert [one["text"] for one in page["recommendations"]] == [WORDS]


def test_the_newer_export_first_makes_it_one_debt_too(recco, tmp_path: Path) -> None:
    row = text("Ana", "Lee", "Blue", "Engineer", OTHER_WORDS, "06/20/26")
    recco("import", archive(tmp_path, "07-01-2026", (), [row]))
    recco("import", archive(tmp_path, "06-01-2026", (), [text("Ana", "Lee", "Blue", "Engineer")]))
    assert owed(recco) == {"Ana Lee": 1}
    page = recco("contact", "show", "Ana Lee", "--json").json
    assert [one["text"] for one in page["recommendations"]] == [OTHER_WORDS]


def test_a_second_text_beside_the_first_is_a_second_debt(recco, tmp_path: Path) -> None:
    rows = [text("Ana", "Lee", "Blue", "Engineer")]
    recco("import", archive(tmp_path, "06-01-2026", (), rows))
    rows += [text("Ana", "Lee", "Blue", "Engineer", OTHER_WORDS, "06/20/26")]
    recco("import", archive(tmp_path, "07-01-2026", (), rows))
    assert owed(recco) == {"Ana Lee": 2}


def test_a_hidden_text_and_its_revision_are_one_debt(recco, tmp_path: Path) -> None:
    rows = [
        text("Ana", "Lee", "Blue", "Engineer", WORDS, "05/06/26", "HIDDEN"),
        text("Ana", "Lee", "Blue", "Engineer", WORDS + " Twice.", "05/26/26", "HIDDEN"),
    ]
    brought = recco("import", archive(tmp_path, "06-01-2026", (), rows), "--json").json
    assert brought["ignored"] == [
        {
            "file": "Recommendations_Received.csv",
            "line": 2,
            "why": "same recommendation as line 3, with another date",
        }
    ]
    assert owed(recco) == {"Ana Lee": 1}
