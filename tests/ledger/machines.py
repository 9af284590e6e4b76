"""Several machines of one user, and the folder that they share."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from recco_tui.core.carrying import Carried
from recco_tui.core.settings import SYNC_PLACE
from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock
from recco_tui.ledger.sync import SyncOutcome
from recco_tui.storage import batches, merging, syncing
from recco_tui.storage.batches import Batch
from recco_tui.storage.schema import MIGRATION_NAMES
from recco_tui.storage.sync_place import SyncFolder
from tests.new_file import new_file

TODAY = date(2026, 11, 23)


class Machines:
    """Files of one user, and the folder that they share."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.folder, self.stack = folder, stack
        self.place = folder / "shared"
        self.place.mkdir()

    def open(self, name: str, copied_from: str = "") -> Ledger:
        path = self.folder / name / "recco.db"
        path.parent.mkdir()
        if copied_from:
            shutil.copy(self.folder / copied_from / "recco.db", path)
        else:
            new_file(path)
        return self.stack.enter_context(Ledger(path, Clock(TODAY), "test"))

    def sync(self, *ledgers: Ledger) -> list[SyncOutcome]:
        return [ledger.sync.sync(SyncFolder(self.place)) for ledger in ledgers]

    def bring(self, batch: Batch) -> None:
        """Put a batch of some other machine into the folder."""
        header = batch.header
        carried = Carried(batch.id, header.machine, header.number, batch.content)
        SyncFolder(self.place).write([carried])

    def files(self) -> list[Path]:
        return sorted(self.place.rglob("*.recco-sync"))


@pytest.fixture
def machines(tmp_path: Path) -> Iterator[Machines]:
    pytest.importorskip("apsw")
    with ExitStack() as stack:
        yield Machines(tmp_path, stack)


@pytest.fixture
def two(machines: Machines) -> tuple[Ledger, Ledger]:
    """Two machines that know Ann (1) and have synced."""
    laptop, desk = machines.open("laptop"), machines.open("desk")
    laptop.contacts.add("Ann Lee", url="linkedin.com/in/ann")
    machines.sync(laptop, desk)
    return laptop, desk


def tables(ledger: Ledger) -> dict[str, list[dict[str, object]]]:
    found = {table: [dict(row) for row in rows] for table, rows in ledger.dump.tables().items()}
    found["settings"] = [row for row in found["settings"] if row["name"] != SYNC_PLACE]
    return found


def forged(ledger: Ledger, changes: bytes, **other: object) -> batches.Batch:
    """A batch as another machine would write it."""
    connection = ledger._database.connection
    known = batches.BatchSet(syncing.known_batches(connection))
    said = {
        "machine": "0123abcd",
        "machine_name": "desk",
        "slot": 7,
        "number": 1,
        "clock": known.next_clock(datetime(2026, 11, 23, tzinfo=UTC)),
        "made_at": "2026-11-23T09:00:00Z",
        "after": known.heads,
        "schema": MIGRATION_NAMES[-1],
        "columns": merging.Merger(connection).columns,
    }
    return batches.pack(batches.Header(**{**said, **other}), changes)
