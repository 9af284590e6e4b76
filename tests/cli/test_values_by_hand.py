"""A file in which a value is not what it should be, by a hand or an older recco: all goes on, and
the doctor names it and puts it right."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from recco_tui.storage.columns import COLUMNS
from tests.every_table import file_with_every_table

COMMANDS = [
    command.split()
    for command in (
        "board", "board --all --json", "contact list", "contact show #1", "today", "today --json",
        "owed", "log", "insights", "export json", "export ics", "ask list", "project list",
        "request list", "recommendation list", "settings", "contact add Zoe", "undo",
    )
]  # fmt: skip
Spoil = Callable[[str], None]


@pytest.fixture(scope="module")
def _filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return file_with_every_table(tmp_path_factory.mktemp("filled"))


@pytest.fixture
def spoil(_filled: Path, tmp_path: Path) -> Spoil:
    """Runs a statement on the file as the sqlite3 shell with all its checks off would."""
    path = tmp_path / "recco.db"
    shutil.copy(_filled, path)

    def call(statement: str) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA ignore_check_constraints = ON")
            connection.execute(statement)

    return call


def checks(recco: Any, *words: str) -> dict[str, dict[str, Any]]:
    outcome = recco("doctor", "--json", *words)
    assert outcome.err == ""
    return {one["check"]: one for one in outcome.json["checks"]}


HAND = [
    ("contacts SET connected_on = 'garbage' WHERE id = 1", "contacts 1: connected_on 'garbage' is"),
    ("contacts SET connected_on = '' WHERE id = 1", "contacts 1: connected_on is not a date"),
    ("contacts SET archived_on = 'yes' WHERE id = 2", "contacts 2: archived_on 'yes' is not"),
    ("contacts SET kind = 'boss' WHERE id = 2", "contacts 2: kind 'boss' is not one of peer"),
    (
        "contacts SET name = CAST(x'41ff' AS TEXT) WHERE id = 2",
        "contacts 2: name 'A\ufffd' contains",
    ),
    ("contacts SET typed = 'name' WHERE id = 1", "contacts 1: typed 'name' is not a list"),
    ("projects SET ended_on = '2026-11-23T10:00' WHERE id = 1", "projects 1: ended_on"),
    ("moments SET on_date = 'soon' WHERE id = 1", "moments 1: on_date 'soon' is not"),
    ("recommendations SET on_date = '9999-12-31' WHERE id = 1", "recommendations 1: on_date"),
    ("recommendations SET key_phrases = '{}' WHERE id = 1", "recommendations 1: key_phrases"),
    ("recommendations SET status = 'odd' WHERE id = 1", "recommendations 1: status 'odd'"),
    ("ask_steps SET on_date = '0001-01-01' WHERE id = 1", "ask_steps 1: on_date"),
    ("requests SET due_on = '2026-02-31' WHERE id = 1", "is not a real date"),
    ("waivers SET count = 9223372036854775807 WHERE id = 1", "waivers 1: count"),
    ("snoozes SET until = 'never' WHERE id = 1", "snoozes 1: until 'never'"),
    ("drafts SET saved_at = '2026-11-23 10:00' WHERE id = 1", "drafts 1: saved_at"),
    (
        "drafts SET claims = '[' WHERE id = 1",
        "drafts 1: claims '[' is not a list of the writer's choices",
    ),
    ("changes SET made_at = 'x' WHERE id = 1", "changes 1: made_at 'x'"),
]


@pytest.mark.parametrize(("update", "named"), HAND, ids=[named for _, named in HAND])
def test_no_command_fails_on_a_wrong_value_and_the_doctor_fixes_it(
    spoil: Spoil, recco: Any, update: str, named: str
) -> None:
    spoil(f"UPDATE {update}")
    for words in COMMANDS:
        outcome = recco(*words)
        assert outcome.status in (0, 1), (words, outcome.err)
        assert outcome.err == "", words
    found = checks(recco)["values"]
    assert not found["well"]
    assert named in found["says"]
    assert checks(recco, "--fix")["values"]["fixed"]
    assert checks(recco)["values"]["well"]


def test_undo_brings_back_what_the_doctor_fixed(spoil: Spoil, recco: Any) -> None:
    spoil("UPDATE contacts SET connected_on = 'garbage', pinned_on = '20261120' WHERE id IN (1, 2)")
    assert "4 values not valid" in checks(recco)["values"]["says"]
    checks(recco, "--fix")
    ann = recco("contact", "show", "#1", "--json").json
    assert (ann["connected_on"], ann["pinned_on"]) == (None, "2026-11-20")
    assert recco("undo").status == 0
    assert "4 values not valid" in checks(recco)["values"]["says"]


def test_invalid_settings_are_named_and_dropped(spoil: Spoil, recco: Any) -> None:
    spoil("INSERT INTO settings (name, value) VALUES ('nudges', 'many'), ('swap_days', '0')")
    for words in COMMANDS:
        assert recco(*words).err == ""
    assert recco("settings", "set", "weekly_asks", "2").status == 0
    found = checks(recco)["settings"]
    assert "nudges (Nudges at most: 'many' is not a number from 0 to 2 (nudges))" in found["says"]
    assert "swap_days (" in found["says"]
    assert checks(recco, "--fix")["settings"]["fixed"]
    assert checks(recco)["settings"]["well"]
    assert recco("settings", "list", "open_asks", "--json").json[0]["value"] == "6"


def test_a_number_of_a_row_cannot_be_put_right_and_that_is_said(spoil: Spoil, recco: Any) -> None:
    spoil("UPDATE waivers SET id = -4")
    found = checks(recco, "--fix")["values"]
    assert found["says"].startswith("1 value not valid: waivers -4: id '-4' is not")
    assert found["says"].endswith("Restore a snapshot.")
    assert not found["fixed"]


def test_a_person_deleted_by_hand_leaves_what_was_theirs_and_ends_nothing(
    spoil: Spoil, recco: Any
) -> None:
    for contact_id in (1, 2, 3, 4):
        spoil(f"DELETE FROM contacts WHERE id = {contact_id}")
    spoil("DELETE FROM projects")
    spoil("DELETE FROM asks")
    for words in COMMANDS:
        outcome = recco(*words)
        assert outcome.status in (0, 1), (words, outcome.err)
        assert "a fault of" not in outcome.err
    assert not checks(recco)["ties"]["well"]


@pytest.mark.parametrize(
    "update",
    [
        "before = '{'",
        "before = '[1]'",
        "table_name = 'settings (name, value) SELECT 1, 2 --'",
        "table_name = 'sqlite_master'",
    ],
)
def test_an_unreadable_log_is_reported_and_undoes_nothing(
    spoil: Spoil, recco: Any, update: str
) -> None:
    recco("contact", "edit", "#1", "--company", "Other")
    spoil(f"UPDATE change_rows SET {update} WHERE change_id = (SELECT max(id) FROM changes)")
    before = recco("contact", "list", "--json").json
    outcome = recco("undo")
    assert outcome.status == 3
    assert "The log of this change cannot be read" in outcome.err
    assert recco("contact", "list", "--json").json == before


def test_every_text_of_the_file_at_once(spoil: Spoil, recco: Any) -> None:
    for table, columns in COLUMNS.items():
        texts = [
            f"{name} = CAST(x'ff41' AS TEXT)"
            for name, column in columns.items()
            if column.type == "TEXT" and not column.unique and table != "settings"
        ]
        if texts:
            spoil(f"UPDATE {table} SET {', '.join(texts)}")
    for words in COMMANDS:
        outcome = recco(*words)
        assert outcome.status in (0, 1), (words, outcome.err)
        assert outcome.err == "", words
    assert checks(recco, "--fix")["values"]["fixed"]
