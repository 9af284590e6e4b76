"""Opening recco's file: private, up to date, and a sentence for whatever is wrong with it."""

import sqlite3
import stat
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlite_utils

from recco_tui.core.errors import DatabaseError
from recco_tui.storage import database, rows, schema, snapshots
from recco_tui.storage.database import open_database
from recco_tui.storage.migrations import migrations
from recco_tui.storage.restoring import counts_in
from recco_tui.storage.sqlite_errors import as_database_error
from recco_tui.storage.tables import DRAFTS

NAMES = "SELECT name FROM contacts"
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def test_a_new_file_and_its_folder_are_for_the_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "recco.db"
    db = open_database(path, NOW)
    with db.write() as connection:
        rows.insert(connection, "contacts", {"name": "Ann"})
    modes = {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert modes == {0o600}
    db.close()


def test_a_file_that_is_up_to_date_opens_without_migrating(tmp_path: Path) -> None:
    path = tmp_path / "recco.db"
    open_database(path, NOW).close()
    db = open_database(path, NOW)
    assert schema.applied_migrations(db.connection) == schema.MIGRATION_NAMES
    assert snapshots.taken(path) == []
    db.close()


def _no_database(path: Path) -> None:
    path.write_bytes(b"Dear diary, " * 100)


def _damaged(path: Path) -> None:
    db = open_database(path, NOW)
    with db.write() as connection:
        for number in range(3000):
            rows.insert(connection, "contacts", {"name": f"Person {number}"})
    db.close()
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(bytes(content))


def _damaged_in_a_name(path: Path) -> None:
    """SQLite's own words about it are no UTF-8 then."""
    open_database(path, NOW).close()
    content = path.read_bytes()
    path.write_bytes(content.replace(b"tablewaivers", b"table\xffaivers", 1))


def _newer(path: Path) -> None:
    db = open_database(path, NOW)
    db.connection.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
        "VALUES ('recco', 'm999_from_the_future', '')"
    )
    db.close()


def _of_another_program(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
    connection.close()


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        pytest.param(_no_database, "not a recco database", id="text file"),
        pytest.param(lambda path: path.write_bytes(b"x"), "not a recco database", id="one byte"),
        pytest.param(_damaged, "damaged", id="overwritten pages"),
        pytest.param(_damaged_in_a_name, "damaged", id="a table's name"),
        pytest.param(_newer, "newer recco", id="newer version"),
        pytest.param(_of_another_program, "another program", id="other database"),
        pytest.param(Path.mkdir, "is a folder", id="folder"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_in_one_sentence_and_left_as_it_is(
    tmp_path: Path, spoil, says: str
) -> None:
    path = tmp_path / "recco.db"
    spoil(path)
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(DatabaseError, match=says) as caught:
        open_database(path, NOW)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_a_folder_that_cannot_be_made_is_said_in_a_sentence(tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("not a folder")
    with pytest.raises(DatabaseError, match="can't be created"):
        open_database(blocker / "recco.db", NOW)


def test_a_locked_file_is_said_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    path = tmp_path / "recco.db"
    one, two = open_database(path, NOW), open_database(path, NOW)
    one.connection.execute("BEGIN IMMEDIATE")
    with pytest.raises(DatabaseError, match="locked by another program"), two.write():
        pass
    one.connection.execute("ROLLBACK")
    one.close()
    two.close()


def test_a_file_that_cannot_be_written_loses_nothing(tmp_path: Path) -> None:
    db = open_database(tmp_path / "recco.db", NOW)
    db.connection.execute("PRAGMA query_only = ON")
    with (
        pytest.raises(DatabaseError, match="cannot be written"),
        db.write() as connection,
    ):
        rows.insert(connection, "contacts", {"name": "Ann"})
    assert not db.connection.in_transaction
    db.close()


def test_a_full_disk_changes_nothing_and_says_so(tmp_path: Path) -> None:
    db = open_database(tmp_path / "recco.db", NOW)
    pages = db.connection.execute("PRAGMA page_count").fetchone()[0]
    db.connection.execute(f"PRAGMA max_page_count = {pages}")

    def fill() -> None:
        with db.write() as connection:
            for number in range(5000):
                rows.insert(connection, "contacts", {"name": f"Person {number}"})

    with pytest.raises(DatabaseError, match="no space left"):
        fill()
    assert db.connection.execute("SELECT count(*) FROM contacts").fetchone() == (0,)
    db.close()


def test_foreign_keys_hold_on_every_connection(tmp_path: Path) -> None:
    db = open_database(tmp_path / "recco.db", NOW)
    with pytest.raises(sqlite3.IntegrityError), db.write() as connection:
        rows.insert(
            connection,
            "moments",
            {"contact_id": 7, "kind": "win", "text": "x", "on_date": NOW.date()},
        )
    db.close()


def test_snapshots_keep_seven_days_and_four_weeks(tmp_path: Path) -> None:
    path = tmp_path / "recco.db"
    db = open_database(path, NOW)
    for day in range(1, 29):
        when = datetime(2026, 10, day, 9, tzinfo=UTC)
        snapshots.take(path, db.connection, when, "daily")
        snapshots.prune(path, when)
    days = [file.name.split("-")[1][:8] for file in snapshots.taken(path)]
    newest = [f"202610{day:02}" for day in range(28, 21, -1)]
    assert days[:7] == newest
    assert len(days) == 9  # the Sundays of two more weeks beside those within the seven days
    assert all(stat.S_IMODE(f.stat().st_mode) == 0o600 for f in snapshots.taken(path))
    db.close()


def test_a_file_of_an_older_version_is_brought_up_to_date_with_its_log(tmp_path: Path) -> None:
    path = tmp_path / "recco.db"
    older = sqlite3.connect(path)
    migrations.apply(sqlite_utils.Database(older), stop_before="m003_focus_of_a_draft")
    with older:
        older.execute("INSERT INTO contacts (id, name) VALUES (1, 'Ann')")
        older.execute(
            "INSERT INTO drafts (id, contact_id, kind, text, saved_at) VALUES "
            "(1, 1, 'ask', 'Hi Ann', '2026-11-01T08:00:00Z')"
        )
    older.close()
    db = open_database(path, NOW)
    assert schema.applied_migrations(db.connection) == schema.MIGRATION_NAMES
    assert len(snapshots.taken(path)) == 1
    draft = DRAFTS.get(db.connection, 1)
    assert draft is not None
    assert (draft.text, draft.focus) == ("Hi Ann", "")
    db.close()


@pytest.mark.parametrize("opens", ["another connection", "its counts"])
def test_what_is_done_after_a_second_look_at_the_open_file_is_seen_by_other_programs(
    tmp_path: Path, opens: str
) -> None:
    path = tmp_path / "recco.db"
    db = open_database(path, NOW)
    if opens == "another connection":
        open_database(path, NOW).close()
    else:
        counts_in(path)
    look = f"import sqlite3; print(sqlite3.connect({str(path)!r}).execute('{NAMES}').fetchall())"
    run = [sys.executable, "-c", look]
    assert subprocess.run(run, capture_output=True, text=True).stdout == "[]\n"
    with db.write() as connection:
        rows.insert(connection, "contacts", {"name": "Ann"})
    assert subprocess.run(run, capture_output=True, text=True).stdout == "[('Ann',)]\n"
    db.close()


@pytest.mark.parametrize("code", [sqlite3.SQLITE_BUSY, sqlite3.SQLITE_FULL, sqlite3.SQLITE_ERROR])
def test_only_what_writes_says_that_nothing_was_changed(code: int) -> None:
    error = sqlite3.OperationalError("it said so")
    error.sqlite_errorcode = code
    assert "Nothing was changed" in str(as_database_error(error, "recco.db"))
    assert "changed" not in str(as_database_error(error, "recco.db", reading=True))
