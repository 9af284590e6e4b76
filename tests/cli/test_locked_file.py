"""Another program holds the file: what only reads goes on, what writes says so with status 4."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NoReturn

import pytest

from recco_tui.cli.session import Session
from recco_tui.core.merging import Difference
from recco_tui.ledger.contacts import Contacts
from recco_tui.locations import sample_folder
from recco_tui.storage import database, restoring
from recco_tui.storage.sqlite_errors import as_database_error

READING = [
    ["today"], ["today", "--all"], ["today", "--short"], ["today", "--json"], ["board"],
    ["board", "--all", "--json"], ["owed", "--json"], ["contact", "show", "John Silva"],
    ["contact", "list", "--json"], ["project", "list", "--json"], ["moment", "list", "John Silva"],
    ["ask", "list", "--all", "--json"], ["request", "list", "--json"],
    ["recommendation", "list", "--json"], ["log", "--json"], ["insights", "--json"],
    ["settings", "list", "--json"], ["export", "json"], ["export", "csv", "out"], ["export", "ics"],
    ["export", "resume"], ["export", "brief", "John Silva", "out.md"], ["restore", "--json"],
    ["backup", "out.db", "--json"], ["backup", "--json"], ["help", "privacy"],
    ["import", str(sample_folder() / "linkedin"), "--dry-run", "--json"],
]  # fmt: skip
WRITING = [
    ["contact", "add", "Ann Lee"], ["contact", "edit", "John Silva", "--company", "Acme"],
    ["contact", "kind", "John Silva", "client"], ["contact", "pin", "Emily Danso"],
    ["contact", "archive", "John Silva"], ["contact", "remove", "John Silva", "--yes"],
    ["contact", "merge", "Emily Danso", "--into", "John Silva"],
    ["contact", "square", "John Silva"], ["project", "add", "Tide tables", "--with", "John Silva"],
    ["project", "end", "Pantry Map", "--on", "yesterday"], ["project", "archive", "Pantry Map"],
    ["project", "leave", "Pantry Map", "John Silva"], ["moment", "add", "John Silva", "Won"],
    ["ask", "start", "Emily Danso"], ["request", "add", "Emily Danso"],
    ["promise", "Emily Danso"], ["recommendation", "add", "John Silva", "given", "text.txt"],
    ["snooze", "John Silva"], ["dismiss", "John Silva"], ["undo"], ["undo", "--to", "0"],
    ["settings", "set", "open_asks", "6"], ["import", "Connections.csv", "--part"],
]  # fmt: skip


@contextmanager
def writing(path: Path, statement: str) -> Iterator[None]:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute(statement)
        other.execute("UPDATE contacts SET note = 'not yet'")
        yield
        other.execute("ROLLBACK")


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """As some tools open a database: no one else may even read it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        other.execute("COMMIT")
        yield


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, sample) -> None:
    """No one waits five seconds for each of these; there is a text, and a list of connections."""
    monkeypatch.setattr(Session, "busy_timeout", 0.02)
    for module in (database, restoring):
        monkeypatch.setattr(module, "BUSY_SECONDS", 0.02)
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    Path("text.txt").write_text("I managed John and he planned our work well.")
    sample("contact", "edit", "John Silva", "--note", "plays chess")
    header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
    Path("Connections.csv").write_text(f"{header}\nZoe,Quill,,,Acme,Baker,01 Oct 2026\n")


@pytest.mark.parametrize("statement", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_reading_commands_work_on_a_locked_file(
    sample, tmp_path: Path, words, statement: str
) -> None:
    with writing(tmp_path / "recco.db", statement):
        said = sample(*words)
    assert (said.status, said.err) == (0, "")
    assert "not yet" not in said.out
    if "--json" in words:
        json.loads(said.out)


def refused(said, path: Path) -> None:
    assert (said.status, said.out) == (4, "")
    assert len(said.err.splitlines()) == 1
    assert f"{path} is locked by another program" in said.err


@pytest.mark.parametrize("statement", ["BEGIN IMMEDIATE", "BEGIN EXCLUSIVE"])
@pytest.mark.parametrize("words", WRITING, ids=" ".join)
def test_writing_commands_report_the_lock_with_status_4(sample, tmp_path, words, statement) -> None:
    path = tmp_path / "recco.db"
    before = sample("export", "json").out.partition('"tables"')[2]
    with writing(path, statement):
        refused(sample(*words), path)
        refused(sample(*words, "--json"), path)
    assert sample("export", "json").out.partition('"tables"')[2] == before
    assert sample(*words).status == 0


@pytest.mark.parametrize("words", [*READING, *WRITING, ["doctor"]], ids=" ".join)
def test_an_exclusive_lock_stops_every_command(sample, tmp_path: Path, words) -> None:
    path = tmp_path / "recco.db"
    if words in (["help", "privacy"], ["restore", "--json"]):
        return
    with alone(path):
        refused(sample(*words), path)
    assert not list(Path().glob("out*"))


def test_a_redo_waits_too(sample, tmp_path: Path) -> None:
    sample("contact", "add", "Ann Lee")
    sample("undo")
    with writing(tmp_path / "recco.db", "BEGIN IMMEDIATE"):
        refused(sample("redo", "--json"), tmp_path / "recco.db")
    assert sample("redo").status == 0


def test_a_change_is_said_to_be_made_though_it_cannot_be_read_again(
    sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    merge = Contacts.merge

    def locked(contacts: Contacts, contact_id: int) -> NoReturn:
        error = sqlite3.OperationalError("database is locked")
        error.sqlite_errorcode = sqlite3.SQLITE_BUSY
        raise as_database_error(error, tmp_path / "recco.db", reading=True)

    def merge_and_lock(contacts: Contacts, *those: int) -> tuple[Difference, ...]:
        decided = merge(contacts, *those)
        monkeypatch.setattr(Contacts, "get", locked)
        return decided

    monkeypatch.setattr(Contacts, "merge", merge_and_lock)
    said = sample("contact", "merge", "Emily Danso", "--into", "John Silva")
    assert (said.status, said.out) == (0, "")
    assert said.err == "recco: The change is made, but it could not be read again.\n"
