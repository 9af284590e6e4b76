"""Files that are not finished yet: under a name that says so and says whose they are.

`.recco-PID-HOST-RANDOM.unfinished` stands beside what it is to become, readable by its user alone.
Whoever makes one removes it; what was left by a process that was killed is removed by the next run.
"""

import os
import platform
import re
import shutil
import sys
import tempfile
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_A_DAY = 24 * 60 * 60
_NAME = re.compile(
    r"\.recco-(?P<pid>[0-9]{1,10})-(?P<host>[0-9a-f]{8})-\w{8}\.unfinished"
    r"(?:-journal|-wal|-shm)?"
)
_mine: set[str] = set()
"""The names given out by this process: its number may have been another's before."""


@contextmanager
def unfinished_folder(beside: Path) -> Iterator[Path]:
    """A new folder inside the folder `beside`, mode 0700, removed with all that is in it."""
    folder = Path(tempfile.mkdtemp(".unfinished", _prefix(), beside))
    _mine.add(folder.name)
    try:
        yield folder
    finally:
        for _ in range(2):  # a system that is short of something may refuse once
            shutil.rmtree(folder, ignore_errors=True)


def unfinished_file(target: Path) -> Path:
    """A new empty file in the folder of `target`, mode 0600, to be filled and renamed to it.

    The caller removes it when that fails.
    """
    handle, path = tempfile.mkstemp(".unfinished", _prefix(), target.parent)
    os.close(handle)
    file = Path(path)
    _mine.add(file.name)
    return file


def link(file: Path, target: Path) -> None:
    """Give the file a second name; raises `FileExistsError` where that is taken.

    Where the file system knows no second names (FAT, some network drives), it gets a new one.
    """
    try:
        os.link(file, target)
    except FileExistsError:
        raise
    except OSError:
        if target.exists():
            raise FileExistsError(str(target)) from None
        os.rename(file, target)


def sync(path: Path) -> None:
    """Put a file, or the names in a folder, on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Put the names in a folder on the disk; where the system cannot, the names are as they are."""
    with suppress(OSError):
        sync(folder)


def sweep_unfinished(beside: Path) -> None:
    """Remove from the folder `beside` what processes left that have ended, or that a day is old.

    What cannot be removed stays: it is in no one's way.
    """
    with suppress(OSError):
        for entry in list(os.scandir(beside)):
            if (name := _NAME.fullmatch(entry.name)) and _is_left_over(entry, name):
                with suppress(OSError):
                    if entry.is_dir(follow_symlinks=False):
                        shutil.rmtree(entry.path, ignore_errors=True)
                    else:
                        os.unlink(entry.path)


def _prefix() -> str:
    return f".recco-{os.getpid()}-{_host()}-"


def _host() -> str:
    """This machine or container, as a number: in a shared folder the same process id is another."""
    return f"{zlib.crc32(platform.node().encode('utf-8', 'replace')):08x}"


def _is_left_over(entry: os.DirEntry[str], name: re.Match[str]) -> bool:
    if entry.name.partition(".unfinished")[0] + ".unfinished" in _mine:
        return False
    pid = int(name["pid"])
    if name["host"] == _host() and (pid == os.getpid() or not is_running(pid)):
        return True
    try:
        return time.time() - entry.stat(follow_symlinks=False).st_mtime > _A_DAY
    except OSError:
        return False


def is_running(pid: int) -> bool:
    """Whether a process has this number; another user's counts, too."""
    if sys.platform == "win32":
        return _is_running_on_windows(pid)
    try:
        os.kill(pid, 0)
    except PermissionError:
        return True
    except (ProcessLookupError, OverflowError):
        return False
    return True


if sys.platform == "win32":

    def _is_running_on_windows(pid: int) -> bool:
        """There a signal of 0 would end the process."""
        import ctypes

        query_limited_information, access_denied, still_active = 0x1000, 5, 259
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        process = kernel.OpenProcess(query_limited_information, False, pid)
        if not process:
            return bool(ctypes.get_last_error() == access_denied)
        status = ctypes.c_ulong()
        kernel.GetExitCodeProcess(process, ctypes.byref(status))
        kernel.CloseHandle(process)
        return status.value == still_active
