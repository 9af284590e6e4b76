"""Two machines of one user: what each changed goes to the other, through a place both reach."""

import os
import platform
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from recco_tui.core.carrying import Carried, Carrier
from recco_tui.core.errors import UsageError
from recco_tui.core.kept_values import KeptValue
from recco_tui.core.models import SnapshotReason
from recco_tui.core.settings import SYNC_PLACE, preference
from recco_tui.core.when import count_of
from recco_tui.ledger.store import Store
from recco_tui.storage import merged_ledger, settings, snapshots, syncing
from recco_tui.storage.batches import Batch
from recco_tui.storage.sync_place import Arrived, SyncFolder, arrived_at
from recco_tui.storage.syncing import Prepared

_MACHINE_ID = Path("/etc/machine-id")
_SAID = {"slug": "LinkedIn address", "url": "LinkedIn address", "on_date": "date"}
"""Columns that are called something else."""


class KeptLine(NamedTuple):
    """A value that made room for another machine's, and the sentence on it."""

    value: KeptValue
    sentence: str


class SyncOutcome(NamedTuple):
    """What a sync came to. `sent` and `brought` count rows; `machines` are those that the rows
    came from; `newer` those whose recco this one does not understand; `waiting` counts batches that
    are not whole, or come after one that is not there yet."""

    place: str
    sent: int
    brought: int
    machines: tuple[str, ...]
    kept: tuple[KeptLine, ...]
    newer: tuple[str, ...]
    waiting: int
    is_new_machine: bool

    @property
    def sentences(self) -> tuple[str, ...]:
        """What was sent and brought, in words."""
        told = []
        if self.is_new_machine:
            told.append("This file is a copy from another computer. It now syncs as its own.")
        if self.sent:
            told.append(f"Sent {count_of(self.sent, 'change')} to {self.place}.")
        if self.brought:
            machines = " and ".join(self.machines) or "your other computers"
            told.append(f"Received {count_of(self.brought, 'change')} from {machines}.")
        return tuple(told) or ("Already in sync.",)

    @property
    def short(self) -> str:
        """The same for a line on the screen."""
        told = f"Sent {self.sent}, received {count_of(self.brought, 'change')}."
        if not self.sent and not self.brought:
            told = "Already in sync."
        if self.kept:
            told += f" {count_of(len(self.kept), 'value')} kept: recco sync --kept"
        return f"{told} {self.refusal}".rstrip()

    @property
    def refusal(self) -> str:
        """Whose changes had to wait because this recco is too old for them; '' for no one's."""
        return _refusal(self.newer, self.place)


class SyncStatus(NamedTuple):
    """How this machine stands: what a sync would send, and bring."""

    place: str
    machine: str
    """Its id among those that sync; '' before the first time."""
    to_send: int
    to_bring: int
    machines: tuple[str, ...]
    kept: tuple[KeptLine, ...]
    newer: tuple[str, ...]
    waiting: int

    @property
    def refusal(self) -> str:
        """As of an outcome."""
        return _refusal(self.newer, self.place)


def _refusal(newer: Sequence[str], place: str) -> str:
    if not newer:
        return ""
    return (
        f"{' and '.join(newer)} has a newer recco. Update recco here; until then its changes wait "
        f"in {place}."
    )


class Sync:
    """Verbs on the place that all machines of one user share."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def place(self) -> str:
        """The place of the last time, '' before any."""
        return preference(SYNC_PLACE, self._store.read(settings.every))

    def carrier(self, named: str, server: Callable[[str, Path], Carrier]) -> Carrier:
        """The place that is named, or else that of the last time: a folder, or what `server` opens
        at an address for the user of this file. Raises `UsageError` where there is none."""
        named = named or self.place
        if not named:
            raise UsageError(
                "No sync place yet. Name a folder your computers share: "
                "recco sync ~/Dropbox/recco-sync."
            )
        if "://" in named:
            return server(named, self._store.database.path)
        return SyncFolder(Path(os.path.abspath(os.path.expanduser(named))))

    def sync(self, place: Carrier) -> SyncOutcome:
        """Send what is new here and take in what is new there, as one change that undo takes back.

        The place is remembered. What is sent is in the file first: whatever fails on the way to
        the place goes there with the next sync.
        """
        merged_ledger.require_apsw()
        arrived = arrived_at(place, self._store.read(syncing.known_ids))
        self._remember(place.name)
        with self._store.database.write() as connection:
            prepared = self._prepare(arrived.batches)
            before = set(syncing.kept_values(connection))
            with self._store.change(_label(prepared)):
                if prepared.changes:
                    self._keep_a_snapshot()
                syncing.write(connection, prepared)
        self._store.drop_policy_cache()
        place.write(_carried(batch) for batch in prepared.batches.ordered)
        return SyncOutcome(
            place.name,
            prepared.sent,
            len(prepared.changes),
            _machines(prepared.new),
            self._lines([value for value in prepared.kept if value not in before]),
            arrived.newer,
            arrived.unfinished + len(prepared.batches.left_out),
            prepared.is_new_machine,
        )

    def status(self, place: Carrier | None = None) -> SyncStatus:
        """The same without writing anything; without a place, only what would be sent."""
        arrived = Arrived()
        if place is not None:
            arrived = arrived_at(place, self._store.read(syncing.known_ids))
        with self._store.database.read() as connection:
            prepared = self._prepare(arrived.batches)
            machine = syncing.this_machine(connection)
        return SyncStatus(
            place.name if place is not None else "",
            machine.id if machine else "",
            prepared.sent,
            len(prepared.changes),
            _machines(prepared.batches.ordered),
            self._lines(prepared.kept),
            arrived.newer,
            arrived.unfinished + len(prepared.batches.left_out),
        )

    def kept(self) -> tuple[KeptLine, ...]:
        """What made room for other machines' values, oldest first."""
        return self._lines(self._store.read(syncing.kept_values))

    def _prepare(self, arrived: Sequence[Batch]) -> Prepared:
        path, clock = self._store.database.path, self._store.clock
        mark = f"{_this_computer()}:{os.path.realpath(path)}"
        name = platform.node() or "another computer"
        return syncing.prepare(self._store.connection, arrived, mark, name, clock.real_now())

    def _keep_a_snapshot(self) -> None:
        """The day's, before the first sync that brings something."""
        path, now = self._store.database.path, self._store.clock.real_now()
        if snapshots.due_today(path, now):
            snapshots.take_committed(path, now, SnapshotReason.DAILY)

    def _remember(self, place: str) -> None:
        if self.place == place:
            return
        with self._store.change(f"set Sync place: {place}"):
            settings.put(self._store.connection, SYNC_PLACE, place)

    def _lines(self, values: Sequence[KeptValue]) -> tuple[KeptLine, ...]:
        return tuple(KeptLine(value, self._sentence(value)) for value in values)

    def _sentence(self, value: KeptValue) -> str:
        about, column = self._about(value), value.column_name
        if column == "id":
            return f"{about}: removed on one computer and changed on another. It stays."
        what = _SAID.get(column, column.removesuffix("_on").removesuffix("_id").replace("_", " "))
        if not value.stays:
            return f"{about}: the {what} from another computer has no place here. It is kept."
        return (
            f"{about}: the {what} was changed on two computers. The one from {value.machine} "
            "stays, the other is kept."
        )

    def _about(self, value: KeptValue) -> str:
        """Whom or what a value is about, to begin a sentence."""
        noun = value.table_name.rstrip("s").replace("_", " ")
        row = self._store.read(syncing.row_of, value.table_name, value.row_id) or {}
        for table, column in (("contacts", "name"), ("projects", "title"), ("settings", "name")):
            if value.table_name == table and row:
                return str(row[column])
        contact = row.get("contact_id")
        if isinstance(contact, int):
            person = self._store.read(syncing.row_of, "contacts", contact)
            if person:
                return f"{person['name']}, {noun}"
        return f"A {noun}"


def _this_computer() -> str:
    with suppress(OSError):
        if found := _MACHINE_ID.read_text().strip():
            return found
    return platform.node()


def _machines(batches: Sequence[Batch]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(batch.header.machine_name for batch in batches))


def _label(prepared: Prepared) -> str:
    from_ = " and ".join(_machines(prepared.new)) or "your other computers"
    return f"synced: {count_of(len(prepared.changes), 'change')} from {from_}"


def _carried(batch: Batch) -> Carried:
    header = batch.header
    return Carried(batch.id, header.machine, header.number, batch.content)
