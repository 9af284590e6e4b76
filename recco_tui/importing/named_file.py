"""A file that the user named, opened only when it has an end: no pipe, socket or device.

Opening a pipe that no one writes to waits for ever, and so does reading a device.
"""

import errno
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

_KINDS = {
    stat.S_IFREG: "a file",
    stat.S_IFDIR: "a folder",
    stat.S_IFLNK: "a link",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
}
_AT_ONCE = sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOCTTY", "O_BINARY"))
"""Windows has only the last one, the others only the first two."""


def kind_of(mode: int) -> str:
    """What `st_mode` says it is, as "a pipe"."""
    return _KINDS.get(stat.S_IFMT(mode), "a device")


def open_file(path: Path) -> BinaryIO:
    """Open a plain file, or a link to one. OSError for anything else, and it says what it is."""
    facts = path.stat()
    # A device may act on being opened, so it is looked at first; then once more what was opened.
    _require_a_file(facts.st_mode, path)
    handle = _open_at_once(path)
    try:
        _require_a_file(os.fstat(handle).st_mode, path)
    except OSError:
        os.close(handle)
        raise
    return os.fdopen(handle, "rb")


def read_file(path: Path, most: int, *, pipe: bool = False) -> bytes:
    """The first `most` bytes of a plain file; with `pipe` also what a program writes to a pipe.

    OSError as of `open_file`, and for a pipe that no program has open. The null device is empty.
    """
    facts = path.stat()
    if pipe and stat.S_ISFIFO(facts.st_mode):
        handle = _open_at_once(path)
        try:
            return _from_pipe(handle, most)
        finally:
            os.close(handle)
    if os.path.samestat(facts, os.stat(os.devnull)):
        return b""
    with open_file(path) as file:
        return file.read(most) or b""


def _require_a_file(mode: int, path: Path) -> None:
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, f"it is {kind_of(mode)}, not a file", str(path))


def _open_at_once(path: Path) -> int:
    """Without waiting for the other end of a pipe, should one have come here in between."""
    return os.open(path, os.O_RDONLY | _AT_ONCE)


def _from_pipe(handle: int, most: int) -> bytes:
    """Everything up to the end, from a writer who is there already and may take its time."""
    found = b""
    with suppress(BlockingIOError):  # someone has it open and has not written yet
        found = os.read(handle, most)
        if not found:
            raise OSError(errno.EPIPE, "it is a pipe, and no program writes to it")
    if sys.platform != "win32":  # where it waits from the start
        os.set_blocking(handle, True)
    while len(found) < most and (more := os.read(handle, most - len(found))):
        found += more
    return found
