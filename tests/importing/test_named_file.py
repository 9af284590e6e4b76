"""What the user names is read to its end, or refused at once: recco never waits for a pipe."""

import os
import socket
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from recco_tui.importing import named_file
from recco_tui.importing.named_file import open_file, read_file


def _pipe(folder: Path) -> Path:
    os.mkfifo(folder / "pipe")
    return folder / "pipe"


def _link_to_a_pipe(folder: Path) -> Path:
    (folder / "link").symlink_to(_pipe(folder))
    return folder / "link"


def _socket(folder: Path) -> Path:
    # by a short name: a socket's path may have 108 bytes
    here = Path.cwd()
    os.chdir(folder)
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind("socket")
    finally:
        os.chdir(here)
    return folder / "socket"


ENDLESS: dict[str, Callable[[Path], Path]] = {
    "a pipe": _pipe,
    "a pipe behind a link": _link_to_a_pipe,
    "a socket": _socket,
    "a device": lambda _folder: Path("/dev/zero"),
    "a folder": lambda folder: folder,
}


@pytest.mark.parametrize("kind", ENDLESS)
def test_what_is_no_file_is_refused_by_its_kind(tmp_path: Path, kind: str) -> None:
    path = ENDLESS[kind](tmp_path)
    for read in (open_file, lambda path: read_file(path, 10)):
        with pytest.raises(OSError, match="it is") as refused:
            read(path)
        assert refused.value.strerror == f"it is {kind.removesuffix(' behind a link')}, not a file"


def test_a_file_and_a_link_to_one_are_read(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"some text")
    (tmp_path / "link").symlink_to(tmp_path / "file")
    for name in ("file", "link"):
        with open_file(tmp_path / name) as opened:
            assert opened.read() == b"some text"
        assert read_file(tmp_path / name, 4) == b"some"


def test_a_pipe_put_in_place_of_the_file_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"text")
    opened = named_file._open_at_once

    def replaced(at: Path) -> int:
        at.unlink()
        os.mkfifo(at)
        return opened(at)

    monkeypatch.setattr(named_file, "_open_at_once", replaced)
    with pytest.raises(OSError, match="it is a pipe"):
        open_file(path)


def test_the_null_device_is_an_empty_file() -> None:
    assert read_file(Path(os.devnull), 10) == b""


def test_a_pipe_is_read_to_its_end_however_slowly_it_comes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _pipe(tmp_path)
    kept = os.open(path, os.O_RDONLY | os.O_NONBLOCK)  # or opening the other end would wait
    writer = os.open(path, os.O_WRONLY)
    waits = threading.Event()
    set_blocking = os.set_blocking

    def told(handle: int, blocking: bool) -> None:
        set_blocking(handle, blocking)
        waits.set()

    monkeypatch.setattr(named_file.os, "set_blocking", told)
    found: list[bytes] = []
    reader = threading.Thread(target=lambda: found.append(read_file(path, 100, pipe=True)))
    reader.start()
    assert waits.wait(30)  # it has found nothing yet
    for piece in (b"one ", b"two ", b"three"):
        os.write(writer, piece)
    os.close(writer)
    reader.join()
    os.close(kept)
    assert found == [b"one two three"]


def test_of_a_pipe_without_end_as_much_is_read_as_was_asked_for() -> None:
    ours, theirs = os.pipe()
    try:
        os.write(theirs, b"x" * 1000)
        assert read_file(Path(f"/dev/fd/{ours}"), 600, pipe=True) == b"x" * 600
    finally:
        os.close(ours)
        os.close(theirs)


def test_a_pipe_that_no_one_writes_to_is_said(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="no program writes to it"):
        read_file(_pipe(tmp_path), 10, pipe=True)
