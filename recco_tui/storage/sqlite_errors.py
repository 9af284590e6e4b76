"""SQLite's complaints turned into sentences about recco's own file."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from recco_tui.core.errors import DatabaseError, FileDamaged, FileLocked, reason_of

_LOCKED = "{path} is locked by another program.{unchanged} Try again when it has finished."
_READ_ONLY = (
    "{path} cannot be written. Give yourself write permission to it and its folder, "
    "or name another file with --db."
)
_FULL = (
    "There is no space left on the disk that holds {path}.{unchanged} "
    "Free some space and try again."
)
_DISK = (
    "The disk that holds {path} fails to read or write. Check the disk, then check that your last "
    "change is there."
)
_NO_DATABASE = (
    "{path} is not a recco database. Name another file with --db, or restore a snapshot with "
    "'recco restore'."
)
_DAMAGED = "{path} is damaged. 'recco restore' lists the snapshots that can replace it."
_CANNOT_OPEN = (
    "{path} cannot be opened. Check that its folder exists and is yours, "
    "or name another file with --db."
)
_OTHER = "{path} could not be read or written ({error}).{unchanged}"
_FORMAT = "unsupported file format"
"""What SQLite says, without a code of its own, of a header that makes no sense."""
_LOCKED_CODES = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL)
_OF_CODE = {
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_IOERR: _DISK,
    sqlite3.SQLITE_NOTADB: _NO_DATABASE,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_CANTOPEN: _CANNOT_OPEN,
    sqlite3.SQLITE_PERM: _READ_ONLY,
}
_OF_SYSTEM = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EIO: _DISK,
    errno.EACCES: _READ_ONLY,
    errno.EPERM: _READ_ONLY,
    errno.EROFS: _READ_ONLY,
}


def as_database_error(
    error: sqlite3.Error | OSError, path: Path | str, *, reading: bool = False
) -> DatabaseError:
    """The same as an error of recco's, in a sentence for the person at the keyboard.

    `FileLocked` where trying again may do; `FileDamaged` only for what SQLite itself calls so,
    never for a file that could not be read or written for another reason. While `reading` it says
    nothing of what was changed: a change may have been made before.
    """
    error_class, sentence = _meaning(error)
    unchanged = "" if reading else " Nothing was changed."
    said = error_class(sentence.format(path=path, unchanged=unchanged, error=error))
    said.while_reading = reading
    return said


def _meaning(error: sqlite3.Error | OSError) -> tuple[type[DatabaseError], str]:
    """The class of recco's error, and its sentence to be filled in."""
    if isinstance(error, OSError):
        other = f"{{path}} could not be read or written ({reason_of(error)})."
        return DatabaseError, _OF_SYSTEM.get(error.errno or 0, other)
    code = _primary_code(error)
    if code in _LOCKED_CODES:
        return FileLocked, _LOCKED
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB) or _FORMAT in str(error):
        return FileDamaged, _OF_CODE.get(code, _DAMAGED)
    if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_IOERR_SHMSIZE:
        return DatabaseError, _FULL
    return DatabaseError, _OF_CODE.get(code, _OTHER)


def is_locked(error: sqlite3.Error) -> bool:
    """Whether SQLite says that another connection is in the way."""
    return _primary_code(error) in _LOCKED_CODES


def _primary_code(error: sqlite3.Error) -> int:
    """SQLite's result code without its extension; 0 for an error of the module's own."""
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


@contextmanager
def translate_sqlite_errors(path: Path | str, *, reading: bool = False) -> Iterator[None]:
    """Raise `DatabaseError` with a sentence for what SQLite or the system says of `path`.

    A broken constraint is a bug in recco or a damaged file, and passes through.
    """
    try:
        yield
    except sqlite3.IntegrityError:
        raise
    except (sqlite3.Error, OSError) as error:
        raise as_database_error(error, path, reading=reading) from error
    except UnicodeDecodeError as error:
        # SQLite names a broken table by its name, which may be broken, too.
        damage = sqlite3.DatabaseError("database disk image is malformed")
        damage.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise as_database_error(damage, path, reading=reading) from error
