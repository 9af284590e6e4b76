"""Paths that a user names for recco to write to: which it never touches, and which it may replace.

Paths are followed through links first, and compared by the file they lead to, not by their name.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from recco_tui.core.errors import NotAllowed
from recco_tui.core.written import STRANGE, objection
from recco_tui.storage.restoring import is_backup as is_backup
from recco_tui.storage.snapshots import folder_of

_BESIDE = ("-wal", "-shm", "-journal")
"""What SQLite adds to the name of a database for the files that it keeps beside it."""
_SQLITE = (
    b"SQLite format 3\x00",
    b"\x37\x7f\x06\x82",  # a write-ahead log
    b"\x37\x7f\x06\x83",
    b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7",  # a rollback journal
)
_LONGEST = 64 * 1024 * 1024
"""Bytes; of a longer file only the beginning is looked at."""


def refuse_own(path: Path, database: Path, *others: Path, backups: bool = False) -> None:
    """Raise `NotAllowed` where writing to `path` would damage a file of recco's own.

    That is the database, what SQLite keeps beside it, all in its snapshots folder, `others`, and
    any other SQLite database, whichever one is open; but, with `backups`, not one that `recco
    backup` wrote and no one has opened since. Devices and pipes are refused as well.
    """
    try:
        target = Path(os.path.realpath(path))
    except ValueError as error:
        raise NotAllowed(f"{path} is not a valid path. Choose another one.") from error
    what = next(_places(target, database, others), "") or _no_file(target)
    if not what and _begins_like_sqlite(target) and not (backups and is_backup(target)):
        what = "is a database in use" if backups else "is a database"
    if what:
        raise NotAllowed(f"{path} {what}. Choose another path.")


def _places(target: Path, database: Path, others: tuple[Path, ...]) -> Iterator[str]:
    """Why not, in words. A folder on the way counts too: it would be made where a file belongs."""
    for file in (target, *target.parents):
        if _same(file, database):
            yield "is recco's own file"
        if any(_same(file, other) for other in others):
            yield "is where recco keeps your keys or classes"
        if _same(file, folder_of(database)):
            yield "belongs to recco's snapshots"
        for ending in _BESIDE:
            if file.name.casefold().endswith(ending) and len(file.name) > len(ending):
                base = file.with_name(file.name[: -len(ending)])
                if _same(base, database) or _begins_like_sqlite(base):
                    yield f"belongs to the database {base.name}"


def _no_file(target: Path) -> str:
    with suppress(OSError, ValueError):
        mode = target.stat().st_mode
        if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
            return "is not a regular file"
    return ""


def _same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return os.path.realpath(path) == os.path.realpath(other)


def _begins_like_sqlite(path: Path) -> bool:
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(16).startswith(_SQLITE)
    except OSError:
        return False


def why_not_replace(path: Path) -> str:
    """Why a file must not be replaced unasked, in words that follow its name; '' when it may be.

    To be asked after `refuse_own`. Raises `NotAllowed` for a folder.
    """
    if path.is_dir():
        raise NotAllowed(f"{path} is a folder. Name a file in it.")
    try:
        with path.open("rb") as file:
            content = file.read(_LONGEST)
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except (OSError, ValueError):
        return STRANGE
    return objection(content)
