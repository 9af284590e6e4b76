"""SQLite's complaints turned into sentences about recco's own file."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from recco_tui.core.errors import DatabaseError, FileLocked

_LOCKED = (
    "{path} is locked by another program: nothing was changed; try again when it has finished."
)
_DAMAGED = "{path} is damaged: 'recco restore' lists the snapshots that can take its place."
_SENTENCES = (
    (
        "readonly",
        "{path} cannot be written: give yourself write permission to it and its folder, "
        "or name another file with --db.",
    ),
    (
        "full",
        "There is no room left on the disk that holds {path}: nothing was changed; "
        "free some space and try again.",
    ),
    (
        "disk i/o",
        "The disk that holds {path} does not take or give its data: nothing was changed; "
        "check the disk, then try again.",
    ),
    (
        "not a database",
        "{path} is no recco database: name another file with --db, or put a snapshot back with "
        "'recco restore'.",
    ),
    ("malformed", _DAMAGED),
    (
        "unable to open",
        "{path} cannot be opened: check that its folder exists and is yours, "
        "or name another file with --db.",
    ),
)


def sentence_for(error: sqlite3.Error, path: Path | str) -> str:
    """What SQLite's message means for the person at the keyboard."""
    words = str(error).casefold()
    for mark, sentence in _SENTENCES:
        if mark in words:
            return sentence.format(path=path)
    return f"{path} could not be read or written ({error}): nothing was changed."


def fault_of(error: sqlite3.Error, path: Path | str) -> DatabaseError:
    """The same as an error of recco's: `FileLocked` where trying again may do."""
    if is_locked(error):
        return FileLocked(_LOCKED.format(path=path))
    return DatabaseError(sentence_for(error, path))


def is_locked(error: sqlite3.Error) -> bool:
    """Whether SQLite says that another connection is in the way."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return "locked" in str(error).casefold()
    return (code & 0xFF) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


@contextmanager
def said_in_a_sentence(path: Path | str) -> Iterator[None]:
    """Raise `DatabaseError` with a sentence for what SQLite or the system says of `path`.

    A broken constraint is a fault of recco's own, or of a damaged file, and passes through.
    """
    try:
        yield
    except sqlite3.IntegrityError:
        raise
    except UnicodeDecodeError as error:
        # What SQLite says of a damaged schema quotes it, and Python reads that as UTF-8.
        raise DatabaseError(_DAMAGED.format(path=path)) from error
    except sqlite3.Error as error:
        raise fault_of(error, path) from error
