"""Paths that a user names: none of recco's own files is written over, by whatever name."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from recco_tui.core.errors import NotAllowed
from recco_tui.ledger.files import refuse_own, why_not_replace
from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.snapshots import backup
from recco_tui.ledger.store import Clock
from tests.new_file import new_file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A database in use, with a snapshot, called by a name that says nothing."""
    path = tmp_path / "mine" / "people.ics"
    with Ledger(new_file(path), Clock(), "test") as ledger:
        ledger.contacts.add("Ann Lee")
    backup(path, None, Clock().now())
    return path


def linked(file: Path) -> Path:
    (file.parent / "link.json").symlink_to("people.ics")
    return file.parent / "link.json"


def hard_linked(file: Path) -> Path:
    os.link(file, file.parent / "same.json")
    return file.parent / "same.json"


def through_a_linked_folder(file: Path) -> Path:
    (file.parent.parent / "door").symlink_to(file.parent)
    return file.parent.parent / "door" / "people.ics-wal"


def of_another_program(file: Path) -> Path:
    path = file.parent / "cats"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE cats (id)")
    return path


def log_of_another_program(file: Path) -> Path:
    return Path(f"{of_another_program(file)}-journal")


def log_alone(file: Path) -> Path:
    (file.parent / "kept").write_bytes(b"\x37\x7f\x06\x82" + bytes(40))
    return file.parent / "kept"


def linked_snapshots(file: Path) -> Path:
    (file.parent / "old").symlink_to("snapshots")
    return file.parent / "old" / "x.json"


def pipe(file: Path) -> Path:
    os.mkfifo(file.parent / "pipe")
    return file.parent / "pipe"


OWN: dict[str, Callable[[Path], Path]] = {
    "the file": lambda file: file,
    "the file by a way round": lambda file: file.parent / ".." / "mine" / "people.ics",
    "its log": lambda file: Path(f"{file}-wal"),
    "its log, shouted": lambda file: Path(f"{file}-WAL"),
    "its shared memory": lambda file: Path(f"{file}-shm"),
    "its journal": lambda file: Path(f"{file}-journal"),
    "a folder called like its log": lambda file: Path(f"{file}-wal") / "x.json",
    "below the file": lambda file: file / "x.json",
    "a snapshot": lambda file: next((file.parent / "snapshots").iterdir()),
    "beside the snapshots": lambda file: file.parent / "snapshots" / "x.json",
    "deep in the snapshots": lambda file: file.parent / "snapshots" / "a" / "b" / "x.json",
    "the folder of the snapshots": lambda file: file.parent / "snapshots",
    "the keys": lambda file: file.parent / "keys.toml",
    "a link to the file": linked,
    "another name of the file": hard_linked,
    "the log through a linked folder": through_a_linked_folder,
    "the snapshots through a link": linked_snapshots,
    "a database of another program": of_another_program,
    "its journal, of another program": log_of_another_program,
    "a log alone": log_alone,
    "a pipe": pipe,
    "a device": lambda file: file / "/dev/null",
    "not a valid path": lambda file: file.parent / "a\0b",
}


@pytest.mark.parametrize("named", OWN.values(), ids=OWN)
def test_recco_writes_over_none_of_its_own(file: Path, named: Callable[[Path], Path]) -> None:
    path = named(file)
    with pytest.raises(NotAllowed, match="Choose another"):
        refuse_own(path, file, file.parent / "keys.toml")


OTHERS: dict[str, Callable[[Path], Path]] = {
    "a new file": lambda file: file.parent / "x.json",
    "a new file in a new folder": lambda file: file.parent / "out" / "x.json",
    "a name that only looks like it": lambda file: file.parent / "people-wal",
    "nothing but the ending": lambda file: file.parent / "-wal",
    "a folder": lambda file: file.parent,
    "a link that leads nowhere": lambda file: Path(os.path.realpath(file.parent)) / "nowhere",
}


@pytest.mark.parametrize("named", OTHERS.values(), ids=OTHERS)
def test_every_other_path_will_do(file: Path, named: Callable[[Path], Path]) -> None:
    refuse_own(named(file), file, file.parent / "keys.toml")


def test_a_backup_may_be_renewed_until_someone_opens_it(file: Path, tmp_path: Path) -> None:
    path, _ = backup(file, tmp_path / "copy.db", Clock().now())
    refuse_own(path, file, backups=True)
    with pytest.raises(NotAllowed, match="is a database"):
        refuse_own(path, file)
    Ledger(path, Clock(), "test").close()
    with pytest.raises(NotAllowed, match="is a database in use"):
        refuse_own(path, file, backups=True)


def test_a_damaged_or_foreign_database_is_no_backup(file: Path, tmp_path: Path) -> None:
    path, _ = backup(file, tmp_path / "copy.db", Clock().now())
    path.write_bytes(path.read_bytes()[:100] + b"\xff" * 5000)
    for one in (path, of_another_program(file)):
        with pytest.raises(NotAllowed):
            refuse_own(one, file, backups=True)


def test_a_snapshot_is_never_renewed(file: Path) -> None:
    with pytest.raises(NotAllowed, match="belongs to recco's snapshots"):
        refuse_own(next((file.parent / "snapshots").iterdir()), file, backups=True)


def test_nothing_speaks_against_a_new_or_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    assert why_not_replace(tmp_path / "empty") == ""
    assert why_not_replace(tmp_path / "new") == ""
    assert why_not_replace(tmp_path / "empty" / "below") == ""


def test_someone_elses_file_is_named_as_such(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("mine")
    assert why_not_replace(tmp_path / "notes") == "exists and was not created by recco"
    with pytest.raises(NotAllowed, match="is a folder"):
        why_not_replace(tmp_path)
