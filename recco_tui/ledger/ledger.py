"""The ledger: every verb a user can do, by noun, over one file and one clock."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from recco_tui.core.models import SnapshotReason
from recco_tui.core.when import DATE_STYLE, use_date_style
from recco_tui.ledger.board import Board
from recco_tui.ledger.store import Clock, LastChange, Store
from recco_tui.storage import snapshots
from recco_tui.storage.database import Database, open_database
from recco_tui.storage.settings import every as stored_settings

if TYPE_CHECKING:
    from recco_tui.ledger.asks import Asks
    from recco_tui.ledger.assistant import Assistant
    from recco_tui.ledger.contacts import Contacts
    from recco_tui.ledger.drafts import Drafts
    from recco_tui.ledger.dump import Dump
    from recco_tui.ledger.goals import Goals
    from recco_tui.ledger.imports import Imports
    from recco_tui.ledger.log import Log
    from recco_tui.ledger.meetings import Meetings
    from recco_tui.ledger.moments import Moments
    from recco_tui.ledger.projects import Projects
    from recco_tui.ledger.recommendations import Recommendations
    from recco_tui.ledger.requests import Requests
    from recco_tui.ledger.settings import Settings
    from recco_tui.ledger.sharing import Sharing
    from recco_tui.ledger.sync import Sync
    from recco_tui.ledger.today import Today
    from recco_tui.ledger.waivers import Waivers
    from recco_tui.ledger.writing import Writing


class Ledger:
    """One open file. `origin` ('board', 'command line', …) is kept with every change.

    The nouns are loaded when they are first needed: the board paints before most of them.
    """

    def __init__(
        self,
        path: Path,
        clock: Clock | None = None,
        origin: str = "",
        busy_timeout: float | None = None,
        make: bool = True,
    ) -> None:
        """`busy_timeout`: seconds that a verb waits for another writer before `FileLocked`; None is
        what a command has. Without `make`, a file that is not there reads as an empty one, and the
        first change makes it."""
        self.path = path
        self.clock = clock or Clock()
        self._database = _opened(path, self.clock.real_now(), make)
        if busy_timeout is not None:
            self._database.busy_timeout = busy_timeout
        self._store = store = Store(self._database, self.clock, origin)
        self.board = Board(store)

    @cached_property
    def contacts(self) -> "Contacts":
        """People, and all that is known of one."""
        from recco_tui.ledger.contacts import Contacts

        return Contacts(self._store)

    @cached_property
    def today(self) -> "Today":
        """What the rules say of this day."""
        from recco_tui.ledger.today import Today

        return Today(self._store)

    @cached_property
    def recommendations(self) -> "Recommendations":
        """Texts given and received, balances, waived debts."""
        from recco_tui.ledger.recommendations import Recommendations

        return Recommendations(self._store)

    @cached_property
    def projects(self) -> "Projects":
        """Work with an end, and who was in it."""
        from recco_tui.ledger.projects import Projects

        return Projects(self._store, self.contacts)

    @cached_property
    def moments(self) -> "Moments":
        """Wins and feedback, as they happen."""
        from recco_tui.ledger.moments import Moments

        return Moments(self._store)

    @cached_property
    def meetings(self) -> "Meetings":
        """Meetings and interviews, with their days."""
        from recco_tui.ledger.meetings import Meetings

        return Meetings(self._store, self.contacts)

    @cached_property
    def asks(self) -> "Asks":
        """My asks and their steps."""
        from recco_tui.ledger.asks import Asks

        return Asks(self._store)

    @cached_property
    def requests(self) -> "Requests":
        """Their requests to me, and my promises."""
        from recco_tui.ledger.requests import Requests

        return Requests(self._store)

    @cached_property
    def goals(self) -> "Goals":
        """So many asks or recommendations before a day."""
        from recco_tui.ledger.goals import Goals

        return Goals(self._store)

    @cached_property
    def waivers(self) -> "Waivers":
        """Debts that were waived."""
        from recco_tui.ledger.waivers import Waivers

        return Waivers(self._store)

    @cached_property
    def drafts(self) -> "Drafts":
        """Texts being written."""
        from recco_tui.ledger.drafts import Drafts

        return Drafts(self._store, self.recommendations, self.asks)

    @cached_property
    def settings(self) -> "Settings":
        """Every number of the policy."""
        from recco_tui.ledger.settings import Settings

        return Settings(self._store)

    @cached_property
    def log(self) -> "Log":
        """Everything done, and undoing it."""
        from recco_tui.ledger.log import Log

        return Log(self._store)

    @cached_property
    def dump(self) -> "Dump":
        """Everything out, and back in."""
        from recco_tui.ledger.dump import Dump

        return Dump(self._store)

    @cached_property
    def imports(self) -> "Imports":
        """Exports taken in."""
        from recco_tui.ledger.imports import Imports

        return Imports(self._store)

    @cached_property
    def sync(self) -> "Sync":
        """What other machines of the same user changed."""
        from recco_tui.ledger.sync import Sync

        return Sync(self._store)

    @cached_property
    def writing(self) -> "Writing":
        """What the writing check needs."""
        from recco_tui.ledger.writing import Writing

        return Writing(self._store, self.drafts, self.recommendations)

    @cached_property
    def assistant(self) -> "Assistant":
        """What an assistant is told, and what is made of its answer."""
        from recco_tui.ledger.assistant import Assistant

        return Assistant(self._store, self.writing, self.drafts, self.settings)

    @cached_property
    def sharing(self) -> "Sharing":
        """What a class is shown."""
        from recco_tui.ledger.sharing import Sharing

        return Sharing(self._store, self.drafts, self.recommendations)

    def apply_date_style(self) -> bool:
        """Write all dates from now on in the style that the settings name; whether that is another
        one than before."""
        return use_date_style(self._store.read(stored_settings).get(DATE_STYLE, ""))

    @contextmanager
    def one_change(self, label: str) -> Iterator[None]:
        """Several verbs as one change: all or nothing, undone in one go."""
        with self._store.change(label):
            yield

    @property
    def last_change(self) -> LastChange | None:
        """The last change made through this ledger; None when the last verb wrote nothing."""
        return self._store.last_change

    @property
    def data_version(self) -> int:
        """Changes when another window or script has written to the file."""
        return self._database.data_version()

    @property
    def is_in_place(self) -> bool:
        """Whether the path still leads to the open file; where not, every verb that writes raises
        `FileReplaced`."""
        return self._database.is_in_place

    @property
    def own_writes(self) -> int:
        """Grows with each change made through this ledger; 0 as long as none was."""
        return self._database.commits

    @property
    def busy_timeout(self) -> float:
        """Seconds that a verb, or a reading, waits for another program before `FileLocked`."""
        return self._database.busy_timeout

    @busy_timeout.setter
    def busy_timeout(self, seconds: float) -> None:
        self._database.busy_timeout = seconds

    def require_unlocked(self) -> None:
        """Raise `FileLocked` when another program is writing now."""
        self._database.require_unlocked()

    def snapshot_of_the_day(self) -> Path | None:
        """Take today's snapshot unless there is one; None when there was or nothing to copy."""
        now = self.clock.real_now()
        if not snapshots.due_today(self.path, now) or not self.board.count_people():
            return None
        with self._database.read() as connection:
            taken = snapshots.take(self.path, connection, now, SnapshotReason.DAILY)
        snapshots.prune(self.path, now)
        return taken

    def rescue(self) -> Path:
        """Where the file was replaced or removed: a snapshot of what this ledger still has open."""
        with self._database.read() as connection:
            return snapshots.take(self.path, connection, self.clock.real_now(), "before-replaced")

    def checkpoint(self) -> bool:
        """Bring all changes into the one file, so that a copy of it alone is whole.

        Never waits: False when another window is in the way; try again later.
        """
        return self._database.checkpoint()

    def restore(self, source: Path) -> Path | None:
        """Put a copy in the place of what this file holds; where that was kept."""
        from recco_tui.ledger.snapshots import restore

        kept = restore(self.path, source, self.clock.real_now())
        self._store.drop_policy_cache()
        self._store.last_change = None
        return kept

    def another(self) -> "Ledger":
        """The same file for another thread, which must close it; waits as long as usual.

        Raises `FileReplaced` when another file stands at the path: it would not be the same.
        """
        self._database.require_in_place()
        return self.reopened()

    def reopened(self) -> "Ledger":
        """What stands at the path now, for whoever has closed this one."""
        return Ledger(self.path, self.clock, self._store.origin)

    @property
    def day(self) -> date:
        """The local date."""
        return self.clock.today()

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def _opened(path: Path, now: datetime, make: bool) -> Database:
    if make:
        return open_database(path, now)
    from recco_tui.storage.in_memory import open_without_making

    return open_without_making(path, now)
