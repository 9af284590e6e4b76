"""What the doctor says, and how its checks are made: each by itself."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from recco_tui.core.errors import DatabaseError, ReccoError, reason_of
from recco_tui.storage.sqlite_errors import as_database_error

MOST_NAMED = 20
"""Contacts, rows or files that are named one by one."""
SALVAGE = "'recco doctor --salvage NEWFILE' copies what can still be read into a new file."


class Remark(NamedTuple):
    """What was looked at and found. `mends` says what --fix would do, '' when nothing.

    `trouble` kept the check, or its fix, from being made. A `notice` is no fault, but to be known.
    """

    check: str
    well: bool
    says: str
    mends: str = ""
    mended: bool = False
    trouble: ReccoError | None = None
    notice: bool = False

    @property
    def is_left(self) -> bool:
        """Whether something is still to be done about it."""
        return not self.well and not self.mended


class Checks:
    """Makes checks of the file at `path`: one that fails says so and ends no other."""

    def __init__(self, path: Path, now: datetime, fix: bool) -> None:
        self.path, self.now, self.fix = path, now, fix

    def made(self, looks: Mapping[str, Callable[[], Iterable[Remark]]]) -> Iterator[Remark]:
        """The remarks of each look, by the name of the check."""
        for check, look in looks.items():
            try:
                yield from look()
            except Exception as error:
                # Whatever stands in the file, the other checks are still worth making.
                trouble = self._trouble(error)
                yield Remark(check, False, f"This could not be checked: {trouble}", trouble=trouble)

    def fixed(self, remark: Remark, repair: Callable[[], object]) -> Remark:
        """The remark after `repair`, where fixing was asked for; what it could not do is in it."""
        if not self.fix:
            return remark
        try:
            repair()
        except (ReccoError, sqlite3.Error, OSError) as error:
            trouble = self._trouble(error)
            # Another fix may have changed something before.
            words = str(trouble).replace("nothing was changed", "this was left as it was")
            return remark._replace(trouble=type(trouble)(words))
        return remark._replace(mended=True)

    def _trouble(self, error: Exception) -> ReccoError:
        if isinstance(error, ReccoError):
            return error
        if isinstance(error, sqlite3.Error):
            return as_database_error(error, self.path)
        if isinstance(error, OSError):
            place = error.filename or self.path
            return DatabaseError(f"{place} cannot be used ({reason_of(error)}).")
        return DatabaseError(f"{self.path} holds what recco cannot read ({error}).")
