"""Files that only the user can read, whole or not at all."""

import errno
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from recco_tui.core.errors import DataError
from recco_tui.core.written import encoded
from recco_tui.unfinished import sweep_unfinished, sync_folder, unfinished_file

Refuse = Callable[[Path], None]
"""Raises for a path that must not be written to, as `ledger.files.refuse_own` does."""


def write_private(path: Path, text: str, refuse: Refuse) -> None:
    """Write a file that only the user can read; an older one stands until the new one is whole."""
    write_all({path: text}, refuse)


def write_all(files: Mapping[Path, str], refuse: Refuse) -> None:
    """Write several such files: where one cannot be written, all are left as they were.

    A link stays, and the file that it leads to is replaced: `~/recco.ics` may lead into a synced
    folder. Each is on the disk before it takes its name, so that a power cut leaves the old one or
    the new one. Two windows may write the same one at once: each has a name of its own until it is
    done. A missing folder is made, see `make_folder`.
    """
    made: list[Path] = []
    written: list[tuple[Path, Path, Path]] = []
    try:
        for path, text in files.items():
            refuse(path)
            with _said(path):
                target = Path(os.path.realpath(path))
                if any(target == one for _, one, _ in written):
                    raise DataError(f"{path} is a link to another of these files. Remove it first.")
                if target.is_dir():
                    raise IsADirectoryError
                if make_folder(target.parent):
                    made.append(target.parent)
                sweep_unfinished(target.parent)
                unfinished = unfinished_file(target)
                written.append((path, target, unfinished))
                _write(os.open(unfinished, os.O_WRONLY), text)
        for path, target, unfinished in written:
            with _said(path):
                os.replace(unfinished, target)
                sync_folder(target.parent)
    except BaseException:
        for _, _, unfinished in written:
            with suppress(OSError):
                os.unlink(unfinished)
        for folder in made:
            with suppress(OSError):
                folder.rmdir()
        raise


def write_new(path: Path, text: str) -> None:
    """Write such a file where there is none, or leave none; raises `OSError` as it comes."""
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        _write(handle, text)
    except BaseException:
        with suppress(OSError):
            os.unlink(path)
        raise


def _write(handle: int, text: str) -> None:
    with open(handle, "wb") as file:
        file.write(encoded(text))
        file.flush()
        os.fsync(file.fileno())


def make_folder(folder: Path) -> bool:
    """Make a folder for the user alone where only the last part of its path is missing; more of it
    missing is a typo, said as `DataError`. Returns whether it was made."""
    if folder.is_dir():
        return False
    try:
        folder.mkdir(mode=0o700)
        return True
    except FileNotFoundError as error:
        raise DataError(
            f"There is no folder {folder.parent}. Create it first, or choose another path."
        ) from error
    except FileExistsError as error:
        if folder.is_dir():  # another window was quicker
            return False
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR)) from error


@contextmanager
def _said(path: Path) -> Iterator[None]:
    """Say in a sentence which file it is, and why it cannot be written."""
    try:
        yield
    except IsADirectoryError as error:
        raise DataError(f"{path} is a folder. Name a file in it.") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        why = (reason or "no reason given").lower()
        raise DataError(f"{path} cannot be written ({why}).") from error
