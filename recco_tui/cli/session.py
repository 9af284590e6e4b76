"""What every command works with: the file, opened when it is first needed, and the day."""

import contextlib
import os
import sys
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from recco_tui.core.errors import DatabaseError, NothingFound, ReccoError
from recco_tui.locations import database_path

if TYPE_CHECKING:
    from recco_tui.ledger.ledger import Ledger
    from recco_tui.ledger.store import Clock

ORIGIN = "command line"
COMPLETION_REQUEST = "_RECCO_COMPLETE"
"""Set by the shell's completion script: print completions instead of running a command."""


class Session:
    """One run of a command. `db` and `now` are as asked for, None where nothing was."""

    busy_timeout = 0.0
    """Seconds to wait for another program that writes to the file; 0 for as long as a board does.
    Tests need not wait that long."""
    as_json = False
    """Whether `--json` asks for one JSON document in place of lines."""
    may_create_folder = False
    """Whether the command may make the folder of a file that it begins."""
    last_opened: ClassVar[Path | None] = None
    """The file that this run of the program opened last; None before any."""
    changed: ClassVar[bool] = False
    """Whether this run of the program changed it; known once the session is closed."""

    def __init__(self, db: str | None = None, now: date | None = None, demo: bool = False) -> None:
        self.db = db
        self.now = now
        self.demo = demo
        self._cleanup = contextlib.ExitStack()

    @property
    def day(self) -> date:
        """Today, or the day of `--now`."""
        return self.now or date.today()

    def use_date_style(self) -> None:
        """Write dates in the style that the file names: for what is said before, or without, its
        ledger is opened."""
        if not self.demo and self.has_file:
            from recco_tui.ledger.settings import use_date_style_of

            use_date_style_of(self.path)

    def say_date(self, day: date | None) -> str:
        """A date in words, today when None: shown, so that a misread "next friday" is noticed."""
        from recco_tui.core.when import say_date

        return say_date(day or self.day, self.day)

    def name_of(self, contact_id: int) -> str:
        """The contact's name, also of an archived one."""
        return self.ledger.contacts.get(contact_id).name

    def project_titles(self) -> dict[int, str]:
        """The title of every project by its id."""
        return {project.id: project.title for project in self.ledger.projects.every()}

    def project_id(self, title: str | None) -> int | None:
        """The project of this title, None without one; raises `NothingFound`."""
        return self.ledger.projects.find(title).id if title else None

    @property
    def is_named(self) -> bool:
        """Whether `--db` or RECCO_DB names the file."""
        return bool(self.db or os.environ.get("RECCO_DB"))

    @property
    def path(self) -> Path:
        """The database that would be used; raises `DatabaseError` where there is no place for it.

        Without a home folder the data directory would come out relative, or at the root.
        """
        if self.demo:
            return self.ledger.path
        try:
            path = database_path(self.db)
        except RuntimeError:
            path = Path("~")
        if str(path).startswith("~") or (not self.is_named and os.environ.get("HOME") == ""):
            what = "There is no home folder to keep recco.db in"
            if self.is_named:
                what = f"There is no home folder for {self.db or os.environ['RECCO_DB']}"
            raise DatabaseError(f"{what}. Name a file with --db or RECCO_DB.")
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

    def require_folder(self) -> None:
        """Raise `DatabaseError` where the folder of the file that was named is missing: a typo.

        recco makes the folder of the user's own file, and the last one on the way to a file that
        an import begins.
        """
        folder = self.path.parent
        with contextlib.suppress(OSError):
            if self.may_create_folder and not folder.exists():
                folder = folder.parent
            if self.is_named and not folder.exists():
                raise DatabaseError(
                    f"There is no folder {folder}. Create it first, or name another file with --db."
                )

    def require_file(self, verb: str) -> None:
        """Raise `NothingFound` where there is no file to `verb`, "back up" for one."""
        self.require_folder()
        if not self.has_file:
            raise NothingFound(f"Nothing to {verb} yet: {self.path} does not exist.")

    def refuse_own(self, path: Path, *, backups: bool = False) -> None:
        """Raise `NotAllowed` where writing to `path` would damage a file of recco's own."""
        from recco_tui.classroom.membership import file_of
        from recco_tui.ledger.files import refuse_own
        from recco_tui.locations import keymap_path

        refuse_own(path, self.path, keymap_path(), file_of(self.path), backups=backups)

    @cached_property
    def clock(self) -> "Clock":
        """The clock of the ledger, stopped at the day of `--now`."""
        from recco_tui.ledger.store import Clock

        return Clock(self.now)

    @cached_property
    def ledger(self) -> "Ledger":
        """The open ledger; with `--demo` a throw-away one, filled with the sample people.

        A file that is not there yet reads as an empty one; the first change makes it.
        """
        ledger = self._cleanup.enter_context(self._open(make=False))
        with contextlib.suppress(ReccoError):  # the command itself says what is wrong with the file
            ledger.apply_date_style()
        return ledger

    def ledger_on_disk(self) -> "Ledger":
        """The same with its file there from the start, as the board needs it."""
        self.ledger = self._cleanup.enter_context(self._open(make=True))
        return self.ledger

    def _open(self, make: bool) -> "Ledger":
        if self.demo:
            from recco_tui.ui.demo import open_demo

            return open_demo(self.clock)
        from recco_tui.ledger.ledger import Ledger

        self.require_folder()
        Session.last_opened = self.path
        return Ledger(self.path, self.clock, ORIGIN, self.busy_timeout or None, make)

    def note_missing_file(self) -> None:
        """Note at a terminal that the file which was named is missing, and was read as empty."""
        watched = sys.stdout is not None and sys.stdout.isatty()
        if watched and "ledger" in self.__dict__ and self.is_named and not self.has_file:
            from recco_tui.cli.printing import write_note

            write_note(f"No recco file at {self.path} yet. Your first change creates it.")

    @property
    def has_written(self) -> bool:
        """Whether this run has changed the file."""
        return "ledger" in self.__dict__ and self.ledger.own_writes > 0

    @property
    def change_id(self) -> int | None:
        """The id in the log of the last change that this run made, None when it made none."""
        change = self.ledger.last_change if "ledger" in self.__dict__ else None
        return change.change_id if change else None

    def close(self) -> None:
        """Close the file, removing a throw-away one; update the calendar file after a change.

        The change stands even if the calendar cannot be written, so that is only noted.
        """
        try:
            if not self.demo and self.has_written:
                from recco_tui.ui.calendar_file import keep_calendar_file

                keep_calendar_file(self.ledger)
        except ReccoError as error:
            from recco_tui.cli.printing import write_note

            # That the file could not be read would sound as if the change had failed.
            unread = isinstance(error, DatabaseError)
            why = "recco's file could not be read again" if unread else error
            write_note(f"the change is saved, but the calendar file was not updated: {why}")
        finally:
            Session.changed = self.has_written
            self.__dict__.pop("ledger", None)
            self._cleanup.close()
