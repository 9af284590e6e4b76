"""The mark of the files handed in: it changes when what is read does, and never takes for ever."""

import os
from pathlib import Path

import pytest

from recco_tui.importing.read import archive, fingerprint
from recco_tui.importing.read.fingerprint import fingerprint as mark_of

FILES = {"Connections.csv": "First Name,Last Name\nAnn,Lee\n", "Rich_Media.csv": "a,b\n"}


@pytest.fixture
def export(folder) -> Path:
    return folder(FILES)


def test_the_same_files_have_the_same_mark(export: Path) -> None:
    assert mark_of([export]) == mark_of([export]) != ""


@pytest.mark.parametrize(
    "name", ["Connections.csv", "deep/er/messages.csv", "Basic_LinkedInDataExport_11-20-2026.zip"]
)
def test_a_table_that_changes_changes_the_mark(export: Path, name: str) -> None:
    before = mark_of([export])
    (export / name).parent.mkdir(parents=True, exist_ok=True)
    (export / name).write_text("First Name,Last Name\nAnn,Lea\n")
    assert mark_of([export]) not in ("", before)


def test_a_link_in_place_of_a_table_changes_the_mark(export: Path, tmp_path: Path) -> None:
    before = mark_of([export])
    (export / "Connections.csv").rename(tmp_path / "Connections.csv")
    (export / "Connections.csv").symlink_to(tmp_path / "Connections.csv")
    assert mark_of([export]) not in ("", before)


def test_what_is_no_table_is_not_looked_at(export: Path) -> None:
    before = mark_of([export])
    (export / "photo.jpg").write_bytes(b"jpg")
    os.mkfifo(export / "pipe")
    assert mark_of([export]) == before


def test_a_pipe_is_not_waited_for(export: Path, tmp_path: Path) -> None:
    os.mkfifo(export / "messages.csv")
    os.mkfifo(tmp_path / "pipe.csv")
    assert mark_of([export]) != ""
    assert mark_of([tmp_path / "pipe.csv"]) == ""


def test_a_folder_of_very_many_files_has_no_mark(
    export: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MOST_FILES", 1)
    assert mark_of([export]) == ""


def test_very_large_files_have_no_mark(export: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (export / "messages.csv").open("wb") as file:
        file.truncate(fingerprint.MOST_BYTES)  # takes no room on the disk
    monkeypatch.setattr(fingerprint, "_PIECE", 1)  # it would be read for hours
    assert mark_of([export]) == ""


def test_files_that_cannot_be_had_have_no_mark(tmp_path: Path) -> None:
    assert mark_of([tmp_path / "nowhere"]) == ""
    assert mark_of([]) == ""
