"""The open file's side of a sync: which machine it is, what it knows, and taking in what is new.

Ids of two machines never meet: SQLite gives a new row an id above the highest there is, so a fixed
range for each machine would end with the first row from a higher one. Instead ids come in blocks of
a million, each machine has a slot, and after every sync its next ids begin with the first block of
its slot above all that is there. No verb needs to know of it, and ids still grow with time.
"""

import secrets
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from recco_tui.core.kept_values import KeptValue
from recco_tui.storage import row_changes
from recco_tui.storage.batches import Batch, BatchSet, Header, pack, unpack, written_at
from recco_tui.storage.dump import TABLES
from recco_tui.storage.merging import Merger
from recco_tui.storage.row_changes import Row, RowChange
from recco_tui.storage.rows import Selection, insertion
from recco_tui.storage.schema import MIGRATION_NAMES

BLOCK = 10**6
SLOTS = 100


@dataclass(frozen=True, slots=True)
class Machine:
    """Who this file is among those that sync. `mark` says where it lies: a copy of the file, on
    another machine or under another name, becomes a machine of its own."""

    id: str
    slot: int
    mark: str


_MACHINE = Selection(Machine, {"id": "machine", "slot": "slot", "mark": "mark"}, {})
_KEPT_VALUES = Selection(KeptValue, {name: name for name in KeptValue._fields}, {})


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a sync would do; nothing is written yet."""

    machine: Machine
    is_new_machine: bool
    sent: int
    """How many rows this machine has changed since the last time."""
    batches: BatchSet
    new: tuple[Batch, ...]
    """Those of other machines that were not known."""
    changes: list[RowChange]
    kept: tuple[KeptValue, ...]


def known_batches(connection: sqlite3.Connection) -> list[Batch]:
    """All that this file has sent and taken in."""
    rows = connection.execute("SELECT content FROM sync_batches")
    return [batch for (content,) in rows if (batch := unpack(content))]


def known_ids(connection: sqlite3.Connection) -> frozenset[str]:
    """Their names."""
    return frozenset(id_ for (id_,) in connection.execute("SELECT id FROM sync_batches"))


def this_machine(connection: sqlite3.Connection) -> Machine | None:
    """Who this file is, None before its first sync."""
    return _MACHINE.one(connection, "FROM sync_machine")


def prepare(
    connection: sqlite3.Connection, arrived: Iterable[Batch], mark: str, name: str, now: datetime
) -> Prepared:
    """What is to be sent, and what the batches that arrived bring."""
    known = BatchSet(known_batches(connection))
    everything = BatchSet([*known.ordered, *arrived])
    new = tuple(batch for batch in everything.ordered if batch.id not in known.ids)
    before = this_machine(connection)
    machine = _machine(before, mark, everything, new)
    merger = Merger(connection)
    merger.apply(known)
    changes = merger.own_changes()
    sent = 0
    if changes:
        rows = row_changes.read_changeset(changes, merger.columns)
        sent = len(rows)
        own = [batch for batch in everything.ordered if batch.header.machine == machine.id]
        header = Header(
            machine.id,
            name,
            machine.slot,
            len(own) + 1,
            everything.next_clock(now),
            written_at(now),
            known.heads,
            MIGRATION_NAMES[-1],
            {table: merger.columns[table] for table in {row.table for row in rows}},
        )
        everything = BatchSet([*everything.ordered, pack(header, changes)])
    news: list[RowChange] = []
    if new:
        merger.apply(everything)
        news = merger.news()
    is_new = before is not None and before.id != machine.id
    return Prepared(machine, is_new, sent, everything, new, news, tuple(merger.kept))


def _machine(
    before: Machine | None, mark: str, everything: BatchSet, new: Sequence[Batch]
) -> Machine:
    """Who this file is from now on: another one where a copy of it is somewhere, or was in use."""
    slots = {batch.header.slot: batch.header.machine for batch in everything.ordered}
    if before is not None and before.mark == mark:
        is_used = any(batch.header.machine == before.id for batch in new)
        holders = {batch.header.machine for batch in new if batch.header.slot == before.slot}
        if not is_used and not any(other < before.id for other in holders):
            return before
    free = [slot for slot in range(1, SLOTS) if slot not in slots] or [*range(1, SLOTS)]
    slot = secrets.choice(free) if everything.ordered else 0
    return Machine(secrets.token_hex(4), slot, mark)


def write(connection: sqlite3.Connection, prepared: Prepared) -> None:
    """Within a change: take in what was prepared."""
    _free_ids_of_settings(connection, prepared.changes)
    row_changes.write_changes(connection.execute, prepared.changes)
    known = known_ids(connection)
    connection.executemany(
        "INSERT INTO sync_batches (id, content) VALUES (?, ?)",
        [(batch.id, batch.content) for batch in prepared.batches.ordered if batch.id not in known],
    )
    if this_machine(connection) != prepared.machine:
        machine = prepared.machine
        connection.execute(
            "INSERT OR REPLACE INTO sync_machine (id, machine, slot, mark) VALUES (1, ?, ?, ?)",
            (machine.id, machine.slot, machine.mark),
        )
    if kept_values(connection) != prepared.kept:
        connection.execute("DELETE FROM sync_kept")
        connection.executemany(insertion("sync_kept", KeptValue._fields), prepared.kept)
    _move_sequences(connection, prepared.machine.slot)


def _free_ids_of_settings(connection: sqlite3.Connection, changes: Iterable[RowChange]) -> None:
    """This machine's own settings are in no batch: their ids make room for what is."""
    for change in changes:
        if change.table == "settings" and change.before is None:
            connection.execute(
                "UPDATE settings SET id = (SELECT max(id) FROM settings) + ? WHERE id = ?",
                (BLOCK, change.id),
            )


def _move_sequences(connection: sqlite3.Connection, slot: int) -> None:
    for table in TABLES:
        (highest,) = connection.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()
        row = connection.execute(
            "SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)
        ).fetchone()
        present = 0 if row is None else int(row[0])
        next_ = _next_of(slot, max(highest, present))
        if row is None:
            connection.execute("INSERT INTO sqlite_sequence VALUES (?, ?)", (table, next_))
        elif next_ != present:
            connection.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = ?", (next_, table))


def _next_of(slot: int, highest: int) -> int:
    """The id below the next one of a machine, where this is the highest of all."""
    block = highest // BLOCK
    if block % SLOTS == slot:
        return highest
    return (block + 1 + (slot - block - 1) % SLOTS) * BLOCK


def kept_values(connection: sqlite3.Connection) -> tuple[KeptValue, ...]:
    """What made room for another machine's value, oldest first."""
    return _KEPT_VALUES.read(connection, "FROM sync_kept ORDER BY id")


def row_of(connection: sqlite3.Connection, table: str, id_: int) -> Row | None:
    """The row a kept value is about, None when it is gone."""
    if table not in TABLES:
        return None
    cursor = connection.execute(f"SELECT * FROM {table} WHERE id = ?", (id_,))
    row = cursor.fetchone()
    names = [column[0] for column in cursor.description]
    return None if row is None else dict(zip(names, row, strict=True))
