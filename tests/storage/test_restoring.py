"""Restoring: the copy comes in whole, or the file stays as it was."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlite_utils

from recco_tui.core.errors import DatabaseError, FileLocked
from recco_tui.storage import restoring, rows, schema, snapshots
from recco_tui.storage.database import open_database
from recco_tui.storage.migrations import migrations

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def add(path: Path, name: str) -> None:
    database = open_database(path, NOW)
    with database.write() as connection:
        rows.insert(connection, "contacts", {"name": name})
    database.close()


def names(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [name for (name,) in connection.execute("SELECT name FROM contacts ORDER BY id")]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "recco.db"


@pytest.fixture
def copy(path: Path, tmp_path: Path) -> Path:
    """A copy that holds Ann alone; the file holds Bo, too."""
    add(path, "Ann")
    target = tmp_path / "copy.db"
    with restoring.read_only(path) as connection:
        snapshots.copy_to(target, connection)
    add(path, "Bo")
    return target


def test_what_the_file_held_is_kept_and_the_copy_is_in_its_place(path: Path, copy: Path) -> None:
    kept = restoring.restore(path, copy, NOW)
    assert names(path) == ["Ann"]
    assert kept is not None
    assert names(kept) == ["Ann", "Bo"]


def test_an_open_window_sees_what_was_restored_and_goes_on(path: Path, copy: Path) -> None:
    window = open_database(path, NOW)
    before = window.data_version()
    restoring.restore(path, copy, NOW)
    assert window.is_in_place
    assert window.data_version() != before
    with window.write() as connection:
        rows.insert(connection, "contacts", {"name": "Cy"})
    window.close()
    assert names(path) == ["Ann", "Cy"]


def test_a_writer_in_the_way_is_said_and_nothing_is_changed(
    path: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshots, "BUSY_SECONDS", 0.0)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(FileLocked):
            restoring.restore(path, copy, NOW)
        other.execute("ROLLBACK")
    assert names(path) == ["Ann", "Bo"]
    assert snapshots.taken(path) == []


def test_no_change_slips_in_between_the_snapshot_and_the_copy(path: Path, copy: Path) -> None:
    """The snapshot is taken when no one else can write any more."""
    tried: list[str] = []
    real = snapshots.take_committed

    def take_while_another_writes(path: Path, now: datetime, why: str) -> Path:
        with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as other:
            try:
                other.execute("INSERT INTO contacts (name) VALUES ('late')")
            except sqlite3.OperationalError as error:
                tried.append(str(error))
        return real(path, now, why)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(snapshots, "take_committed", take_while_another_writes)
        restoring.restore(path, copy, NOW)
    assert tried == ["database is locked"]


def test_a_copy_of_an_older_version_comes_in_up_to_date(path: Path, tmp_path: Path) -> None:
    add(path, "Bo")
    older = tmp_path / "older.db"
    with closing(sqlite3.connect(older)) as connection:
        migrations.apply(sqlite_utils.Database(connection), stop_before="m002_remembered_imports")
        with connection:
            connection.execute("INSERT INTO contacts (name) VALUES ('Ann')")
    restoring.restore(path, older, NOW)
    assert names(path) == ["Ann"]
    with closing(sqlite3.connect(path)) as connection:
        assert schema.applied_migrations(connection) == schema.MIGRATION_NAMES


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
            "VALUES ('recco', 'm999_future', '')"
        )


def _of_another_program(path: Path) -> None:
    path.unlink()
    for rest in ("-wal", "-shm"):
        Path(f"{path}{rest}").unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE cats (id INTEGER)")


@pytest.mark.parametrize("spoil", [_newer, _of_another_program])
def test_a_file_that_is_whole_but_not_this_recco_s_is_never_moved_aside(
    path: Path, copy: Path, spoil
) -> None:
    spoil(path)
    with pytest.raises(DatabaseError):
        restoring.restore(path, copy, NOW)
    assert path.exists()
    assert list(path.parent.glob("*unreadable*")) == []


def test_a_damaged_file_is_put_aside_with_its_log(path: Path, copy: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    Path(f"{path}-wal").write_bytes(b"its log")
    aside = restoring.restore(path, copy, NOW)
    assert aside is not None
    assert "unreadable" in aside.name
    assert aside.read_bytes().endswith(b"\xff")
    assert Path(f"{aside}-wal").read_bytes() == b"its log"
    assert names(path) == ["Ann"]


def test_two_damaged_files_of_one_second_are_both_kept(path: Path, copy: Path) -> None:
    for mark in (b"\xfe", b"\xff"):
        path.write_bytes(b"SQLite format 3\x00" + mark * 5000)
        restoring.restore(path, copy, NOW)
    ends = {one.read_bytes()[-1] for one in path.parent.glob("*unreadable*.db")}
    assert ends == {0xFE, 0xFF}


@pytest.mark.parametrize("log_is_aside", [False, True])
def test_a_restore_cut_short_and_done_again_keeps_the_damaged_file_once(
    path: Path, copy: Path, log_is_aside: bool
) -> None:
    path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    aside = path.with_name(f"{path.stem}-unreadable-20261122T080000.db")
    aside.hardlink_to(path)
    Path(f"{aside if log_is_aside else path}-wal").write_bytes(b"its log")
    assert restoring.restore(path, copy, NOW) == aside
    assert list(path.parent.glob("*unreadable*.db")) == [aside]
    assert Path(f"{aside}-wal").read_bytes() == b"its log"


def test_a_restore_cut_short_keeps_both_logs_of_the_damaged_file(path: Path, copy: Path) -> None:
    path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    aside = path.with_name(f"{path.stem}-unreadable-20261122T080000.db")
    aside.hardlink_to(path)
    for file in (path, aside):
        Path(f"{file}-wal").write_bytes(file.name.encode())
    restoring.restore(path, copy, NOW)
    logs = {log.read_text() for log in path.parent.glob("*unreadable*-wal")}
    assert logs == {path.name, aside.name}


def test_a_log_without_its_file_is_not_mixed_into_what_is_restored(path: Path, copy: Path) -> None:
    for rest in ("", "-shm"):
        Path(f"{path}{rest}").unlink(missing_ok=True)
    Path(f"{path}-wal").write_bytes(b"changes of a file that was moved")
    with pytest.raises(DatabaseError, match="its last changes are still in"):
        open_database(path, NOW)
    restoring.restore(path, copy, NOW)
    assert names(path) == ["Ann"]
    (log,) = path.parent.glob("*unreadable*-wal")
    assert log.read_bytes() == b"changes of a file that was moved"


def test_a_copy_that_is_damaged_itself_is_refused(path: Path, copy: Path) -> None:
    content = bytearray(copy.read_bytes())
    content[8 * 4096 :] = b"\xff" * (len(content) - 8 * 4096)
    copy.write_bytes(bytes(content))
    with pytest.raises(DatabaseError, match="damaged"):
        restoring.restore(path, copy, NOW)
    assert names(path) == ["Ann", "Bo"]
    assert {one.name for one in path.parent.iterdir()} == {"recco.db", "copy.db"}


def test_what_goes_wrong_with_the_copy_made_ready_is_said_of_the_file(
    path: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr(snapshots, "copy_pages", full)
    with pytest.raises(DatabaseError, match="no space left") as caught:
        restoring.restore(path, copy, NOW)
    assert f"that holds {path}. Nothing was changed" in str(caught.value)


@pytest.mark.parametrize(
    ("statement", "refused"),
    [
        (
            "CREATE TRIGGER spy AFTER INSERT ON contacts BEGIN DELETE FROM moments; END",
            "trigger spy",
        ),
        ("DROP TABLE waivers", "table waivers (missing)"),
        ("ALTER TABLE contacts ADD COLUMN secret TEXT", "table contacts (changed)"),
        ("CREATE VIEW mine AS SELECT name FROM contacts", ""),
        ("CREATE TABLE mine (word TEXT)", ""),
    ],
)
def test_a_copy_that_would_act_by_itself_is_refused(
    path: Path, copy: Path, statement: str, refused: str
) -> None:
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute(statement)
    if not refused:
        restoring.restore(path, copy, NOW)
        assert names(path) == ["Ann"]
        return
    with pytest.raises(DatabaseError) as caught:
        restoring.restore(path, copy, NOW)
    assert refused in str(caught.value)
    assert names(path) == ["Ann", "Bo"]
