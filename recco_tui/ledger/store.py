"""What every noun of the ledger shares: the open file, the clock, changes that can be undone."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from sqlite3 import Connection
from typing import TYPE_CHECKING, Any, Concatenate, NamedTuple, ParamSpec, TypeVar

from recco_tui.core.errors import ChangedElsewhere, NotAllowed, NothingFound
from recco_tui.core.models import Contact
from recco_tui.core.policy import Policy
from recco_tui.core.when import say_date
from recco_tui.storage import rows, settings
from recco_tui.storage.columns import Value
from recco_tui.storage.database import Database
from recco_tui.storage.rows import Table
from recco_tui.storage.tables import CONTACTS

if TYPE_CHECKING:
    from recco_tui.storage.history import Recording

Given = ParamSpec("Given")
Found = TypeVar("Found")


class Clock:
    """The only source of today's date. `fixed` stands for `--now`; None is the machine's clock."""

    def __init__(self, fixed: date | None = None) -> None:
        self.fixed = fixed

    def now(self) -> datetime:
        """Aware, in UTC. With a fixed day: that day, at the machine's time of day."""
        moment = datetime.now().astimezone()
        if self.fixed is not None:
            moment = moment.replace(
                year=self.fixed.year, month=self.fixed.month, day=self.fixed.day
            )
        return moment.astimezone(UTC)

    def real_now(self) -> datetime:
        """The machine's own time in UTC, whatever day `--now` stands for: files are named by it."""
        return datetime.now(UTC)

    def today(self) -> date:
        """The local date."""
        return self.fixed or date.today()


class LastChange(NamedTuple):
    """The last change made: what undo would take back, and the words a toast shows."""

    change_id: int
    label: str


class Store:
    """The file as the nouns of the ledger see it. `origin` says who makes the changes."""

    def __init__(self, database: Database, clock: Clock, origin: str) -> None:
        self.database = database
        self.clock = clock
        self.origin = origin
        self.last_change: LastChange | None = None
        self._policy: Policy | None = None
        self._policy_of = 0
        """The version of the file that it was read from: others change settings, too."""

    @contextmanager
    def change(self, label: str = "") -> "Iterator[Recording]":
        """One transaction, recorded as one change; a block that writes nothing leaves none.

        What decides whether and what to write is read inside it, so that no one comes in between;
        a label that depends on that is set on the recording.
        """
        from recco_tui.storage import history

        with (
            self.database.write() as connection,
            history.recorded(connection, label, self.origin, self.clock.now()) as recording,
        ):
            yield recording
        self.last_change = (
            LastChange(recording.change_id, recording.label) if recording.change_id else None
        )

    def past_day(self, on: date | None) -> date:
        """The day on which something happened: today when None. Raises `NotAllowed` for a day to
        come."""
        today = self.clock.today()
        if on is not None and on > today:
            raise NotAllowed(
                f"{say_date(on, today)} is in the future. Log it once it has happened."
            )
        return on or today

    @property
    def connection(self) -> Connection:
        """For writing within a change, by what storage has for it."""
        return self.database.connection

    def read(
        self,
        query: Callable[Concatenate[Connection, Given], Found],
        *given: Given.args,
        **named: Given.kwargs,
    ) -> Found:
        """What a query of storage finds in the file."""
        with self.database.read() as connection:
            return query(connection, *given, **named)

    def get(self, query: Callable[[Connection, int], Found | None], id_: int, noun: str) -> Found:
        """The row of this id; raises `NothingFound` when the query finds none."""
        found = self.read(query, id_)
        if found is None:
            raise NothingFound(f"That {noun} no longer exists: it was removed or undone.")
        return found

    def contact(self, contact_id: int) -> Contact:
        """The contact of this id; raises `NothingFound`."""
        return self.get(CONTACTS.get, contact_id, "contact")

    def insert(self, table: Table[Any], /, **fields: Value) -> int:
        """Within a change: insert a row with these fields; its id."""
        return rows.insert(self.connection, table.name, fields)

    def update(self, table: Table[Any], row_id: int, /, **fields: Value) -> None:
        """Within a change: put these values into a row."""
        rows.update(self.connection, table.name, row_id, fields)

    def delete(self, table: Table[Any], /, **equal: int) -> None:
        """Within a change: delete the rows whose columns hold these values."""
        rows.delete_equal(self.connection, table.name, equal)

    def refuse_outdated(self, seen: object, present: object, what: str) -> None:
        """Raise `ChangedElsewhere` where `what` is no longer as it was seen; None was not looked
        at."""
        if seen is not None and seen != present:
            raise ChangedElsewhere(f"{what} was just changed in another window or script.")

    @property
    def policy(self) -> Policy:
        """The numbers in force."""
        version = self.database.data_version()
        if self._policy is None or version != self._policy_of:
            self._policy_of = version
            self._policy = Policy.in_force(self.read(settings.every))
        return self._policy

    def drop_policy_cache(self) -> None:
        """Read the settings anew the next time they are asked for."""
        self._policy = None
