"""They wrote it, so it counts: at once, everywhere, with the text or without."""

from pathlib import Path

import pytest

RECEIVED_HEAD = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
TEXT = "Kim led the move to the new API and explained every step of it to all of us."
OTHER = "She taught me to write a test that fails first, and reviews became short."


def _received(folder: Path, *rows: tuple[str, str]) -> str:
    """An export with these texts of Ann Lee, by date."""
    file = folder / "Recommendations_Received.csv"
    lines = [f'Ann,Lee,Acme,Lead,"{text}","{on}, 10:00 AM",VISIBLE\n' for on, text in rows]
    file.write_text(RECEIVED_HEAD + "".join(lines))
    return str(file)


@pytest.fixture
def wrote(recco):
    """Ann Lee, a mentor, was asked and has written; no one has pasted her text."""
    recco("contact", "add", "Ann Lee", "--kind", "mentor")
    recco("ask", "start", "Ann Lee", "--on", "2026-11-02")
    recco("ask", "mark", "Ann Lee", "warm", "--via", "slack", "--on", "2026-11-03")
    recco("ask", "mark", "Ann Lee", "linkedin", "--on", "2026-11-05")
    return recco


def _counts(recco) -> tuple[object, ...]:
    """What every command says of Ann's recommendations."""
    (row,) = recco("board", "--json").json
    shown = recco("contact", "show", "Ann Lee", "--json").json
    owed = [one["contact"] for one in recco("owed", "--json").json]
    spread = recco("insights", "--json").json["balance"]["owe"]
    mentors = [one for one in recco("insights", "--json").json["kinds"] if one["kind"] == "mentor"]
    assert row["received"] == shown["received"]
    assert row["balance"] == shown["balance"]
    assert spread == len(owed)
    return row["received"], row["balance"], owed, mentors[0]["have"]


def test_marked_received_it_counts_and_undo_takes_it_back(wrote) -> None:
    assert _counts(wrote) == (0, "–", [], 0)
    marked = wrote("ask", "mark", "Ann Lee", "received")
    assert "paste the text now or later: recco recommendation add 'Ann Lee' received" in (
        marked.out.lower().replace("ann lee", "Ann Lee")
    )
    assert _counts(wrote) == (1, "owe 1", ["Ann Lee"], 1)
    wrote("undo")
    assert _counts(wrote) == (0, "–", [], 0)
    wrote("redo")
    assert _counts(wrote) == (1, "owe 1", ["Ann Lee"], 1)


def test_who_has_written_is_not_proposed_as_a_missing_mentor(wrote) -> None:
    wrote("ask", "mark", "Ann Lee", "received")
    wrote("ask", "mark", "Ann Lee", "thanked")
    later = wrote("today", "--json", now="2027-01-07").json
    assert {one["action"] for one in later if one["contact"] == "Ann Lee"} == {"write"}


def test_lists_say_that_there_is_no_text_yet(wrote) -> None:
    wrote("ask", "mark", "Ann Lee", "received")
    assert "no text yet" in wrote("recommendation", "list").out
    assert "no text yet" in wrote("contact", "show", "Ann Lee").out
    assert "no text yet" in wrote("insights").out
    (text,) = wrote("recommendation", "list", "--json").json
    assert (text["text"], text["status"]) == ("", "visible")
    assert wrote("doctor").out.count("✗") == 1  # there is no snapshot
    assert "No text yet from Ann Lee. It counts anyway." in wrote("doctor").out
    assert wrote("export", "resume").status == 1 or "Ann" not in wrote("export", "resume").out


def test_the_text_pasted_later_fills_it(wrote, tmp_path: Path) -> None:
    wrote("ask", "mark", "Ann Lee", "received", "--on", "2026-11-20")
    file = tmp_path / "text.txt"
    file.write_text(TEXT)
    added = wrote("recommendation", "add", "Ann Lee", "received", str(file))
    assert added.out.startswith("Added the text by Ann Lee")
    (text,) = wrote("recommendation", "list", "--json").json
    assert (text["text"], text["on"]) == (TEXT, "2026-11-20")
    assert _counts(wrote)[0] == 1
    wrote("undo")
    assert wrote("recommendation", "list", "--json").json[0]["text"] == ""


def test_a_text_of_years_ago_is_another_one(wrote, tmp_path: Path) -> None:
    wrote("ask", "mark", "Ann Lee", "received", "--on", "2026-11-20")
    file = tmp_path / "text.txt"
    file.write_text(TEXT)
    wrote("recommendation", "add", "Ann Lee", "received", str(file), "--on", "2019-05-02")
    assert _counts(wrote)[0] == 2


def test_an_empty_text_counts_once(recco, tmp_path: Path) -> None:
    recco("contact", "add", "Ann Lee")
    file = tmp_path / "empty.txt"
    file.write_text(" \n")
    assert recco("recommendation", "add", "Ann Lee", "received", str(file)).status == 0
    again = recco("recommendation", "add", "Ann Lee", "received", str(file))
    assert again.status == 1
    assert "already wrote it" in again.err
    assert _counts(recco)[0] == 1


def test_an_import_that_brings_the_text_fills_it_and_adds_none(wrote, tmp_path: Path) -> None:
    wrote("ask", "mark", "Ann Lee", "received", "--on", "2026-11-20")
    export = _received(tmp_path, ("11/18/26", TEXT))
    document = wrote("import", export, "--json").json
    assert document["recommendations"]["received"] == {"new": 0, "updated": 1, "unchanged": 0}
    (text,) = wrote("recommendation", "list", "--json").json
    assert (text["text"], text["on"]) == (TEXT, "2026-11-18")
    again = wrote("import", export, "--json").json
    assert again["recommendations"]["received"]["updated"] == 0
    assert _counts(wrote)[:2] == (1, "owe 1")
    wrote("undo")
    assert wrote("recommendation", "list", "--json").json[0]["text"] == ""


def test_an_older_text_in_the_same_export_is_a_second_one(wrote, tmp_path: Path) -> None:
    wrote("ask", "mark", "Ann Lee", "received", "--on", "2026-11-20")
    wrote("import", _received(tmp_path, ("05/02/19", OTHER), ("11/18/26", TEXT)))
    texts = wrote("recommendation", "list", "--json").json
    assert [text["on"] for text in texts] == ["2026-11-18", "2019-05-02"]
    assert _counts(wrote)[0] == 2


def test_a_text_that_an_import_brought_is_not_counted_again(wrote, tmp_path: Path) -> None:
    wrote("ask", "mark", "Ann Lee", "closed", "--on", "2026-11-10")
    file = tmp_path / "text.txt"
    file.write_text(TEXT)
    wrote("recommendation", "add", "Ann Lee", "received", str(file), "--on", "2026-11-15")
    wrote("ask", "mark", "Ann Lee", "received", "--on", "2026-11-15")
    assert _counts(wrote)[0] == 1


def test_a_second_ask_brings_a_second_one(wrote) -> None:
    wrote("ask", "mark", "Ann Lee", "received")
    wrote("ask", "mark", "Ann Lee", "thanked")
    wrote("ask", "start", "Ann Lee")
    wrote("ask", "mark", "Ann Lee", "warm", "--via", "slack")
    wrote("ask", "mark", "Ann Lee", "received")
    assert _counts(wrote)[0] == 2
