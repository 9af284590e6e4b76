"""`recco contact remove`: it says what would go, asks, and can be taken back."""

import json
import sys
from pathlib import Path

import pytest

from recco_tui.locations import sample_folder
from tests.benchmarks.terminal import Terminal
from tests.cli.conftest import TODAY


def tables(recco) -> dict[str, list]:
    return json.loads(recco("export", "json").out)["tables"]


def test_where_no_one_can_be_asked_it_says_what_would_go(sample) -> None:
    before = tables(sample)
    for as_json in ([], ["--json"]):
        said = sample("contact", "remove", "John Silva", *as_json)
        assert (said.status, said.out) == (1, "")
        assert said.err.startswith("recco: John Silva, 1 text, ")
        assert said.err.endswith("Remove? recco can't ask here; --yes goes ahead.\n")
    assert tables(sample) == before


def test_with_yes_they_go_and_undo_brings_all_of_it_back(sample) -> None:
    before = tables(sample)
    document = sample("contact", "remove", "John Silva", "Emily Danso", "--yes", "--json").json
    assert [one["name"] for one in document["removed"]] == ["John Silva", "Emily Danso"]
    assert document["removed"][0]["with"]["texts"] == 1
    assert sample("log", "--most", "1", "--json").json[0]["id"] == document["undo"]
    assert sample("contact", "show", "John Silva").status == 1
    assert sample("undo").out.startswith("Undone: removed John Silva and Emily Danso with ")
    assert tables(sample) == before


@pytest.mark.parametrize(("typed", "status"), [(b"y\r", 0), (b"n\r", 1)])
def test_at_a_terminal_it_asks(sample, tmp_path: Path, typed: bytes, status: int) -> None:
    words = ["--db", str(tmp_path / "recco.db"), "--now", TODAY, "contact", "remove", "John Silva"]
    with Terminal([sys.executable, "-m", "recco_tui", *words], 200) as terminal:
        terminal.until(b"John Silva, 1 text, ", b"Remove? [y/N] ")
        terminal.press(typed)
        assert terminal.ended() == status
    assert sample("contact", "show", "John Silva").status == 1 - status


def test_an_unknown_name_removes_nobody(sample) -> None:
    before = tables(sample)
    for names in (["No one"], ["John Silva", "No one"], ["#999"]):
        said = sample("contact", "remove", *names, "--yes")
        assert (said.status, len(said.err.splitlines())) == (1, 1)
    assert tables(sample) == before


def test_an_archived_one_is_found_too(sample) -> None:
    sample("contact", "archive", "John Silva")
    assert sample("contact", "remove", "john silva", "--yes").status == 0
    assert sample("contact", "list", "--archived").status == 1


def test_a_later_import_may_bring_them_again(recco) -> None:
    export = str(sample_folder() / "linkedin")
    recco("import", export)
    people = recco("contact", "list", "--json").json
    assert recco("contact", "remove", "John Silva", "--yes").status == 0
    again = recco("import", export, "--json").json
    assert again["contacts"]["new"] == 1
    back = recco("contact", "list", "--json").json
    assert {one["name"] for one in back} == {one["name"] for one in people}
    assert recco("doctor", "--fix").status == 0
