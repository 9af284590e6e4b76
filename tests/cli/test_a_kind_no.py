"""Declining in words, no line that proposes them again, and what looks like a swap."""

import zipfile
from pathlib import Path

import pytest

RECEIVED_HEAD = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"


@pytest.fixture
def declined(recco):
    """Bo Ray, the only manager, asked for a text and was told no."""
    recco("contact", "add", "Ann Lee", "--kind", "peer")
    recco("contact", "add", "Bo Ray", "--kind", "manager")
    recco("request", "add", "Bo Ray", "--on", "2026-11-20")
    assert any(one["contact"] == "Bo Ray" for one in recco("today", "--json").json)
    recco.said = recco("request", "decline", "Bo Ray")
    return recco


def test_a_no_comes_with_words_to_send(declined) -> None:
    assert "Words you could send:\n" in declined.said.out
    assert "Bo" in declined.said.out.splitlines()[-1]
    declined("undo")
    document = declined("request", "decline", "Bo Ray", "--json").json
    assert document["message"] in declined.said.out
    assert document["declined_on"] == "2026-11-23"


def test_a_promise_is_taken_back_in_other_words(declined) -> None:
    declined("promise", "Ann Lee")
    assert "promised" in declined("request", "decline", "Ann Lee").out


def test_who_was_told_no_is_not_proposed(declined) -> None:
    """Neither as the missing manager nor for work that had ended before."""
    declined("project", "add", "App", "--ended", "2026-11-21", "--with", "Bo Ray")
    assert all(one["contact"] != "Bo Ray" for one in declined("today", "--json").json)
    kinds = {one["kind"]: one for one in declined("insights", "--json").json["kinds"]}
    assert kinds["manager"]["could"] == []


def test_new_work_together_changes_that(declined) -> None:
    declined(
        "project", "add", "Site", "--ended", "2026-12-01", "--with", "Bo Ray", now="2026-12-02"
    )
    assert any(
        one["contact"] == "Bo Ray" for one in declined("today", "--json", now="2026-12-02").json
    )


def test_a_swap_is_said_where_one_decides(recco, tmp_path: Path) -> None:
    recco("contact", "add", "Ann Lee")
    file = tmp_path / "text.txt"
    file.write_text("Kim led the move to the new API, and she explained every step.")
    recco("recommendation", "add", "Ann Lee", "received", str(file), "--on", "2026-11-20")
    words = "only 3 days between the two texts; some readers see a swap"
    assert words in recco("contact", "show", "Ann Lee").out
    assert words in recco("contact", "show", "Ann Lee", "--json").json["cautions"]
    recco("recommendation", "add", "Ann Lee", "given", str(file))
    assert recco("contact", "show", "Ann Lee", "--json").json["cautions"] == []
    assert recco("contact", "show", "Ann Lee", "--json", now="2027-02-01").json["cautions"] == []


def _export(folder: Path, day: str, *names: str) -> str:
    """An archive of that day with a text of each of these people."""
    path = folder / f"Basic_LinkedInDataExport_{day}-2026.zip"
    rows = [
        f'{name},Acme,Lead,"Kim taught {name} what a test is.","10/0{at}/26, 10:00 AM",VISIBLE\n'
        for at, name in enumerate(names, 1)
    ]
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("Recommendations_Received.csv", RECEIVED_HEAD + "".join(rows))
    return str(path)


@pytest.fixture
def vanished(recco, tmp_path: Path):
    """Two texts were imported; the next export holds one of them."""
    recco("import", _export(tmp_path, "11-01", "Ann,Lee", "Bo,Ray"))
    assert recco("import", _export(tmp_path, "11-20", "Ann,Lee")).status == 0
    return recco


def test_a_text_that_vanished_is_asked_about(vanished) -> None:
    (line,) = [one for one in vanished("today", "--json").json if one["action"] == "check-text"]
    assert line["contact"] == "Bo Ray"
    assert line["why"] == "their text from 2 Oct is missing in your last export"
    assert "missing in your last export" in vanished("contact", "show", "Bo Ray").out
    assert "received, missing in your last export" in vanished("contact", "show", "Bo Ray").out


@pytest.mark.parametrize(
    ("word", "received"), [("visible", 1), ("hidden", 1), ("withdrawn", 0), ("replaced", 0)]
)
def test_a_word_closes_it(vanished, word: str, received: int) -> None:
    (text,) = vanished("contact", "show", "Bo Ray", "--json").json["recommendations"]
    assert vanished("recommendation", "status", f"#{text['id']}", word).status == 0
    assert "check-text" not in vanished("today", "--all").out
    shown = vanished("contact", "show", "Bo Ray", "--json").json
    assert shown["received"] == received
    assert "gone from" not in " ".join(shown["cautions"])


@pytest.mark.parametrize("word", ["decline", "close"])
def test_why_not_stands_beside_what_they_asked_for(recco, word: str) -> None:
    recco("contact", "add", "Bo Ray")
    recco("request", "add", "Bo Ray", "--note", "for a job at Acme")
    recco("request", word, "Bo Ray", "--because", "we hardly met")
    (request,) = recco("request", "list", "--all", "--json").json
    assert (request["note"], request["because"]) == ("for a job at Acme", "we hardly met")
    shown = recco("contact", "show", "Bo Ray").out
    assert "for a job at Acme" in shown
    assert "we hardly met" in shown
    recco("request", "edit", "1", "--because", "no time")
    assert recco("request", "list", "--all", "--json").json[0]["because"] == "no time"
