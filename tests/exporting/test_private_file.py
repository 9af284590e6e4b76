"""Private files: whole or not at all, on the disk before they take their name, nothing left behind."""

import errno
import os
import re
import stat
from pathlib import Path

import pytest

import recco_tui
from recco_tui.core.errors import DataError, NotAllowed
from recco_tui.exporting.private_file import write_all, write_new, write_private


def anywhere(path: Path) -> None:
    """Refuses nothing."""


def test_only_the_user_can_read_it(tmp_path: Path) -> None:
    path = tmp_path / "new" / "x.json"
    write_private(path, "größer\r\n", anywhere)
    assert path.read_bytes() == "größer\r\n".encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_power_cut_leaves_no_empty_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is on the disk before it takes its name; then the name is, too."""
    path, done = tmp_path / "x.json", []
    fsync, replace = os.fsync, os.replace

    def synced(handle: int) -> None:
        fsync(handle)
        kind = "folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file"
        done.append((kind, os.fstat(handle).st_size if kind == "file" else 0))

    def replaced(*paths: str) -> None:
        replace(*paths)
        done.append(("name", 0))

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(os, "replace", replaced)
    write_private(path, "12345", anywhere)
    assert done == [("file", 5), ("name", 0), ("folder", 0)]


def test_a_link_stays_and_the_file_it_leads_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "synced").mkdir()
    (tmp_path / "synced" / "x.ics").write_text("old")
    (tmp_path / "x.ics").symlink_to("synced/x.ics")
    write_private(tmp_path / "x.ics", "new", anywhere)
    assert (tmp_path / "x.ics").is_symlink()
    assert (tmp_path / "synced" / "x.ics").read_text() == "new"
    assert len(list(tmp_path.rglob("*"))) == 3


def test_lone_surrogates_are_written_as_escapes(tmp_path: Path) -> None:
    write_private(tmp_path / "x.json", '"a\ud800b"', anywhere)
    assert (tmp_path / "x.json").read_text("utf-8") == '"a\\ud800b"'


FAILURES = [
    OSError(errno.ENOSPC, "No space left on device"),
    OSError(errno.EIO, "Input/output error"),
    MemoryError(),
    KeyboardInterrupt(),
]


@pytest.mark.parametrize("where", ["fsync", "replace"])
@pytest.mark.parametrize("failure", FAILURES, ids=repr)
def test_what_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str, failure: BaseException
) -> None:
    def broken(*_: object) -> None:
        raise failure

    path = tmp_path / "x.json"
    path.write_text("old")
    with monkeypatch.context() as patched:
        patched.setattr(os, where, broken)
        said = DataError if isinstance(failure, OSError) else type(failure)
        with pytest.raises(said) as raised:
            write_private(path, "new", anywhere)
        if said is DataError:
            assert str(path) in str(raised.value)
        for write in (write_private, lambda at, text, _: write_new(at, text)):
            with pytest.raises((DataError, OSError, type(failure))):
                write(tmp_path / "folder" / "new.json", "new", anywhere)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_of_several_files_all_are_written_or_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {tmp_path / f"{number}.csv": f"new {number}" for number in range(4)}
    for path in files:
        path.write_text("old")
    fsync, calls = os.fsync, []

    def full(handle: int) -> None:
        calls.append(handle)
        if len(calls) == 3:
            raise OSError(errno.ENOSPC, "No space left on device")
        fsync(handle)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DataError, match=r"2\.csv cannot be written \(no space left on device\)"):
        write_all(files, anywhere)
    assert {path.read_text() for path in tmp_path.iterdir()} == {"old"}


def test_a_folder_among_several_files_stops_all_of_them(tmp_path: Path) -> None:
    (tmp_path / "1.csv").write_text("old")
    (tmp_path / "2.csv").mkdir()
    with pytest.raises(DataError, match=r"2\.csv is a folder"):
        write_all({tmp_path / f"{number}.csv": "new" for number in range(3)}, anywhere)
    assert (tmp_path / "1.csv").read_text() == "old"
    assert len(list(tmp_path.iterdir())) == 2


def test_two_names_of_one_file_are_refused(tmp_path: Path) -> None:
    (tmp_path / "b.csv").symlink_to("a.csv")
    with pytest.raises(DataError, match="link to another"):
        write_all({tmp_path / "a.csv": "1", tmp_path / "b.csv": "2"}, anywhere)
    assert [path.name for path in tmp_path.iterdir()] == ["b.csv"]


def test_every_path_is_checked_before_it_is_written(tmp_path: Path) -> None:
    def nowhere(path: Path) -> None:
        raise NotAllowed("no")

    with pytest.raises(NotAllowed):
        write_private(tmp_path / "new" / "x", "text", nowhere)
    assert list(tmp_path.iterdir()) == []


def below_a_file(folder: Path) -> Path:
    (folder / "file").touch()
    return folder / "file" / "x.json"


def in_a_circle(folder: Path) -> Path:
    (folder / "a").symlink_to("b")
    (folder / "b").symlink_to("a")
    return folder / "a" / "x.json"


PLACES = {
    "a folder": (lambda folder: folder, "is a folder. Name a file in it"),
    "below a file": (below_a_file, "cannot be written (not a directory)"),
    "a name that is too long": (lambda folder: folder / ("x" * 300), "(file name too long)"),
    "a folder below one that is missing": (
        lambda folder: folder / "typo" / "dir" / "x.json",
        "There is no folder",
    ),
    "not a valid path": (lambda folder: folder / "a\0b", "cannot be written"),
    "links in a circle": (in_a_circle, "cannot be written"),
    "a file system that takes none": (lambda folder: folder / "/proc/x.json", "cannot be written"),
}


@pytest.mark.parametrize(("named", "words"), PLACES.values(), ids=PLACES)
def test_a_place_that_takes_no_file_is_said_in_a_sentence(tmp_path: Path, named, words) -> None:
    path = named(tmp_path)
    before = set(tmp_path.iterdir())
    with pytest.raises(DataError) as raised:
        write_private(path, "text", anywhere)
    assert words in str(raised.value)
    assert set(tmp_path.iterdir()) == before


def test_a_long_name_that_the_disk_takes_will_do(tmp_path: Path) -> None:
    for name in ("x" * 255, "名" * 85):
        write_private(tmp_path / name, "text", anywhere)
    assert len(list(tmp_path.iterdir())) == 2


def test_a_new_file_takes_no_others_place(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    write_new(path, "one")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(FileExistsError):
        write_new(path, "two")
    assert path.read_text() == "one"


WRITES = re.compile(
    r"""\.write_(text|bytes)\(|os\.(replace|rename|link|open)\(|mkstemp\(|open\([^)]*["'][wax]"""
)
WRITERS = {
    "exporting/private_file.py",
    "unfinished.py",  # what is not whole yet, under a name of its own
    "importing/named_file.py",  # opens for reading, without waiting for a pipe
    "ui/external_editor.py",  # into a folder of its own that goes away
    "cli/terminal.py",  # points a closed standard output at nothing
}


def test_no_other_module_writes_to_a_path_of_the_users() -> None:
    """`storage` has its own files to look after; everyone else comes here."""
    package = Path(recco_tui.__file__).parent
    writing = {
        file.relative_to(package).as_posix()
        for file in package.rglob("*.py")
        if WRITES.search(file.read_text("utf-8")) and not file.is_relative_to(package / "storage")
    }
    assert writing == WRITERS
