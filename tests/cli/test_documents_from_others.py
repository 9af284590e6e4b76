"""A document that someone else made brings no program, no file, and no value that cannot be."""

import json
from pathlib import Path
from typing import Any

import pytest

from recco_tui.core.settings import OWN
from recco_tui.importing.plan.planning import plan_import
from recco_tui.importing.read.reader import read_export
from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock
from recco_tui.locations import sample_folder


def document(path: Path, **tables: list[Any]) -> str:
    path.write_text(json.dumps({"recco": 1, "tables": tables}))
    return str(path)


def settings_rows(**values: str) -> list[dict[str, Any]]:
    return [{"id": n, "name": k, "value": v} for n, (k, v) in enumerate(values.items(), 1)]


def stored(path: Path) -> dict[str, str]:
    with Ledger(path, Clock(), "test") as ledger:
        return ledger.settings.all()


def test_an_imported_document_names_no_program_and_no_file(recco, tmp_path: Path) -> None:
    victim = tmp_path / "victim.txt"
    victim.write_text("precious")
    rows = settings_rows(
        calendar_file=str(victim),
        editor="/bin/sh -c 'touch owned'",
        assistant="/bin/sh -c 'touch owned'",
        open_asks=" 6 ",
    )
    said = recco(
        "import", document(tmp_path / "x.json", contacts=[{"id": 1, "name": "A"}], settings=rows)
    )
    assert said.status == 0
    assert (
        "3 settings were left out: editor (it names a program); assistant (it names a program); "
        "calendar_file (it names a file)" in said.out
    )
    assert victim.read_text() == "precious"
    assert stored(tmp_path / "recco.db") == {"open_asks": "6"}
    recco("contact", "add", "Bo")
    recco("undo")
    assert victim.read_text() == "precious"


def test_every_setting_that_names_something_outside_is_marked_so() -> None:
    assert OWN == {
        "editor": "a program",
        "assistant": "a program",
        "calendar_file": "a file",
        "sync_place": "a folder or a server",
    }


def test_the_file_s_own_program_stays_when_a_document_comes(recco, tmp_path: Path) -> None:
    recco("settings", "set", "editor", "nano")
    recco("settings", "set", "theme", "dark")
    rows = settings_rows(editor="sh", date_style="iso")
    assert recco("import", document(tmp_path / "x.json", settings=rows)).status == 0
    assert stored(tmp_path / "recco.db") == {"editor": "nano", "date_style": "iso"}
    assert recco("undo").status == 0
    assert stored(tmp_path / "recco.db") == {"editor": "nano", "theme": "dark"}


def test_settings_that_could_not_be_set_are_left_out_and_reported(recco, tmp_path: Path) -> None:
    rows = settings_rows(
        theme="pink", open_asks="99", nope="1", first_nudge_days="20", channels="slack"
    )
    path = document(tmp_path / "x.json", settings=rows)
    for words in (["import", "--dry-run", path, "--json"], ["import", path, "--json"]):
        said = recco(*words)
        assert said.status == 0
        (sentence,) = said.json["left_out"]
        assert sentence.startswith("4 settings were left out: theme (")
        assert "nope (there is no such setting)" in sentence
        assert "first_nudge_days (it contradicts another)" in sentence
    assert stored(tmp_path / "recco.db") == {"channels": "slack"}


@pytest.mark.usefixtures("no_file")
def test_a_dry_run_finds_what_the_import_would_refuse_and_makes_no_file(recco, tmp_path) -> None:
    bad = document(tmp_path / "x.json", contacts=[{"id": 1, "name": "A", "connected_on": "soon"}])
    said = recco("import", "--dry-run", bad)
    assert (said.status, said.out) == (3, "")
    assert "x.json: contacts, row 1: connected_on 'soon' is not a date" in said.err
    assert not (tmp_path / "recco.db").exists()


def test_a_dry_run_says_that_the_file_is_not_empty(sample, tmp_path: Path) -> None:
    path = document(tmp_path / "x.json", contacts=[{"id": 1, "name": "A"}])
    said = sample("import", "--dry-run", path)
    assert said.status == 1
    assert "already has contacts" in said.err


def test_a_contact_that_came_by_a_document_is_found_by_name(recco, tmp_path: Path) -> None:
    ann = {"id": 1, "name": "Ánn Lee", "company": "Acme", "search": "someone else"}
    recco("import", document(tmp_path / "x.json", contacts=[ann]))
    assert recco("contact", "show", "ann").status == 0
    assert [one["name"] for one in recco("contact", "list", "acme", "--json").json] == ["Ánn Lee"]


def test_a_file_with_a_byte_order_mark_is_read(recco, tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(b'\xef\xbb\xbf{"recco": 1, "tables": {}}')
    assert recco("import", str(path)).status == 0


@pytest.mark.parametrize("folder", ["linkedin"])
def test_an_archive_of_linkedin_s_reaches_no_setting(recco, tmp_path: Path, folder: str) -> None:
    export = read_export([sample_folder() / folder])
    with Ledger(tmp_path / "recco.db", Clock(), "test") as ledger:
        ledger.imports.apply(plan_import, export)
        assert ledger.settings.all() == {}
