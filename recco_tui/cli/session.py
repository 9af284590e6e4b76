"""What every command works with: the file, opened when it is first needed, and the day."""

import contextlib
import os
import sys
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from recco_tui.core.errors import DatabaseError, ReccoError
from recco_tui.locations import database_path

if TYPE_CHECKING:
    from recco_tui.ledger.ledger import Ledger
    from recco_tui.ledger.store import Clock

ORIGIN = "command line"


class Session:
    """One run of a command. `db` and `now` are as asked for, None where nothing was."""

    opened: ClassVar[Path | None] = None
    """The file that this run of the program opened last; None before any."""

    def __init__(self, db: str | None = None, now: date | None = None, demo: bool = False) -> None:
        self.db = db
        self.now = now
        self.demo = demo
        self._cleanup = contextlib.ExitStack()

    @property
    def day(self) -> date:
        """Today, or the day of `--now`."""
        return self.now or date.today()

    @property
    def path(self) -> Path:
        """The database that would be used; raises `DatabaseError` where there is no place for it.

        Without a home folder the data directory would come out relative, or at the root.
        """
        if self.demo:
            return self.ledger.path
        named = self.db or os.environ.get("RECCO_DB")
        try:
            path = database_path(self.db)
        except RuntimeError:
            path = Path("~")
        if str(path).startswith("~") or (not named and os.environ.get("HOME") == ""):
            what = "There is no home folder to keep recco.db in"
            if named:
                what = f"There is no home folder such as in {named}"
            raise DatabaseError(f"{what}: name a file with --db or RECCO_DB.")
        return path

    @property
    def has_file(self) -> bool:
        """Whether there is anything to read yet."""
        if self.demo:
            return True
        try:
            return self.path.exists()
        except (DatabaseError, OSError):
            return False

    @cached_property
    def clock(self) -> "Clock":
        """The clock of the ledger, stopped at the day of `--now`."""
        from recco_tui.ledger.store import Clock

        return Clock(self.now)

    @cached_property
    def ledger(self) -> "Ledger":
        """The open ledger; with `--demo` a throw-away one, filled with the sample people."""
        if self.demo:
            from recco_tui.ui.demo import open_demo

            return self._cleanup.enter_context(open_demo(self.clock))
        from recco_tui.ledger.ledger import Ledger

        Session.opened = self.path
        return self._cleanup.enter_context(Ledger(self.path, self.clock, ORIGIN))

    @property
    def has_written(self) -> bool:
        """Whether this run has changed the file."""
        return "ledger" in self.__dict__ and self.ledger.own_writes > 0

    def close(self) -> None:
        """Close the file; a throw-away one is gone. What changed it brings the calendar up to date.

        The change stands whatever comes of the calendar, so that is said and fails nothing.
        """
        try:
            if not self.demo and self.has_written:
                from recco_tui.ui.calendar_file import keep_calendar_file

                keep_calendar_file(self.ledger)
        except ReccoError as error:
            from recco_tui.cli.printing import one_line

            if sys.stderr:
                said = one_line(f"the calendar file was not written: {error}")
                sys.stderr.write(f"recco: {said}\n")
        finally:
            self.__dict__.pop("ledger", None)
            self._cleanup.close()
