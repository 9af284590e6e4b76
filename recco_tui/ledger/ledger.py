"""The ledger: every verb a user can do, by noun, over one file and one clock."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from recco_tui.ledger.asks import Asks
from recco_tui.ledger.board import Board
from recco_tui.ledger.contacts import Contacts
from recco_tui.ledger.drafts import Drafts
from recco_tui.ledger.log import Log
from recco_tui.ledger.projects import Moments, Projects
from recco_tui.ledger.recommendations import Recommendations
from recco_tui.ledger.requests import Requests
from recco_tui.ledger.settings import Settings
from recco_tui.ledger.store import Clock, Done, Store
from recco_tui.ledger.today import Today
from recco_tui.storage import snapshots
from recco_tui.storage.database import open_database

if TYPE_CHECKING:
    from recco_tui.ledger.imports import Imports
    from recco_tui.ledger.writing import Writing


class Ledger:
    """One open file. `origin` ('board', 'command line', …) is kept with every change."""

    def __init__(self, path: Path, clock: Clock | None = None, origin: str = "") -> None:
        self.path = path
        self.clock = clock or Clock()
        self._database = open_database(path, self.clock.now())
        self._store = store = Store(self._database, self.clock, origin)
        self.board = Board(store)
        self.contacts = Contacts(store)
        self.recommendations = Recommendations(store)
        self.projects = Projects(store, self.contacts)
        self.moments = Moments(store)
        self.asks = Asks(store)
        self.requests = Requests(store)
        self.drafts = Drafts(store, self.recommendations, self.asks)
        self._writing: Writing | None = None
        self.today = Today(store)
        self.settings = Settings(store)
        self.log = Log(store)
        self._imports: Imports | None = None

    @property
    def imports(self) -> "Imports":
        """Exports taken in; loaded late, for most commands do not import."""
        if self._imports is None:
            from recco_tui.ledger.imports import Imports

            self._imports = Imports(self._store)
        return self._imports

    @property
    def writing(self) -> "Writing":
        """What the writing check needs; loaded late, for most commands do not write."""
        if self._writing is None:
            from recco_tui.ledger.writing import Writing

            self._writing = Writing(self._store, self.drafts)
        return self._writing

    @contextmanager
    def together(self, label: str) -> Iterator[None]:
        """Several verbs as one change: all or nothing, undone in one go."""
        with self._store.change(label):
            yield

    @property
    def last_done(self) -> Done | None:
        """The last change made through this ledger; None when the last verb wrote nothing."""
        return self._store.last_done

    @property
    def data_version(self) -> int:
        """Changes when another window or script has written to the file."""
        return self._database.data_version()

    def snapshot_of_the_day(self) -> Path | None:
        """Take today's snapshot unless there is one; None when there was or nothing to copy."""
        now: datetime = self.clock.now()
        if not snapshots.due_today(self.path, now) or not self.board.count_people():
            return None
        with self._database.read() as connection:
            taken = snapshots.take(self.path, connection, now, "daily")
        snapshots.prune(self.path)
        return taken

    def another(self) -> "Ledger":
        """The same file for another thread, which must close it."""
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
