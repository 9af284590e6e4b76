"""What one machine changed between two syncs, as it travels: a header and a SQLite changeset.

A batch is named by its content and names the batches that its machine knew (`after`), like a commit
and its parents. Copies of one file, streams that fork and files that arrive in any order are then
all the same case: a set of batches, which has one order.
"""

import json
import re
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from recco_tui.storage.dates import stamp

_FIRST_LINE = b"recco sync 1\n"
_MACHINE = re.compile("[0-9a-f]{8}")
_MOST = 2**30
"""Bytes of a changeset; more is no ledger of a person."""


@dataclass(frozen=True, slots=True)
class Header:
    """What is known of a batch without its changes. `clock` is higher than that of every batch it
    comes `after`; `slot` says in which blocks of ids the machine makes its own; `schema` is its
    newest migration, and `columns` what its changes mean by first, second …"""

    machine: str
    machine_name: str
    slot: int
    number: int
    clock: int
    made_at: str
    after: tuple[str, ...]
    schema: str
    columns: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Batch:
    """Changes of one machine; `content` is what is stored and carried, `id` its checksum."""

    id: str
    header: Header
    changes: bytes
    content: bytes


def id_of(content: bytes) -> str:
    """The name of a batch: what is not whole has another."""
    return sha256(content).hexdigest()[:32]


def pack(header: Header, changes: bytes) -> Batch:
    """A batch of these changes."""
    described = json.dumps(asdict(header), ensure_ascii=False, sort_keys=True).encode()
    content = b"\n".join([_FIRST_LINE + described, zlib.compress(changes)])
    return Batch(id_of(content), header, changes, content)


def unpack(content: bytes) -> Batch | None:
    """The batch, None for what is none."""
    if not content.startswith(_FIRST_LINE):
        return None
    described, _, packed = content[len(_FIRST_LINE) :].partition(b"\n")
    try:
        header = _header(json.loads(described))
        reader = zlib.decompressobj()
        changes = reader.decompress(packed, _MOST)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, zlib.error):
        return None
    return Batch(id_of(content), header, changes, content) if reader.eof else None


def _header(said: dict[str, Any]) -> Header:
    columns = {str(table): tuple(map(str, names)) for table, names in said["columns"].items()}
    header = Header(
        machine=str(said["machine"]),
        machine_name=str(said["machine_name"]),
        slot=int(said["slot"]),
        number=int(said["number"]),
        clock=int(said["clock"]),
        made_at=str(said["made_at"]),
        after=tuple(map(str, said["after"])),
        schema=str(said["schema"]),
        columns=columns,
    )
    if not _MACHINE.fullmatch(header.machine) or not 0 <= header.clock < 2**62:
        raise ValueError("no header of recco's")
    return header


class BatchSet:
    """Batches of which none lacks one that it comes after, in the one order that all agree on.

    `seen[i]` has a bit for each batch that the i-th knew, its own among them.
    """

    def __init__(self, batches: Iterable[Batch]) -> None:
        found = {batch.id: batch for batch in batches}
        self.ordered: list[Batch] = []
        self.seen: list[int] = []
        self.left_out: list[Batch] = []
        """Batches that come after one that is not here yet."""
        place: dict[str, int] = {}
        for batch in sorted(found.values(), key=lambda batch: (batch.header.clock, batch.id)):
            if not all(id_ in place for id_ in batch.header.after):
                self.left_out.append(batch)
                continue
            index = place[batch.id] = len(self.ordered)
            seen = 1 << index
            for id_ in batch.header.after:
                seen |= self.seen[place[id_]]
            self.ordered.append(batch)
            self.seen.append(seen)

    @property
    def ids(self) -> frozenset[str]:
        """The names of all of them."""
        return frozenset(batch.id for batch in self.ordered)

    @property
    def heads(self) -> tuple[str, ...]:
        """Those that no other comes after: what the next batch comes after."""
        named = {id_ for batch in self.ordered for id_ in batch.header.after}
        return tuple(sorted(self.ids - named))

    def next_clock(self, now: datetime) -> int:
        """A clock above all of them: the time, where that is later."""
        latest = max((batch.header.clock for batch in self.ordered), default=0)
        return max(latest + 1, int(now.timestamp() * 1000))


def written_at(now: datetime) -> str:
    """The time of a batch, as versions that come of it are dated."""
    return stamp(now)
