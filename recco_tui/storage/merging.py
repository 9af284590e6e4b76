"""The ledger that the batches of several machines come to: the same on each, whatever came first.

Every machine puts the same batches into the same order and applies them one by one, so that all end
with the same rows. A batch whose machine knew all that comes before it is applied as it is; any
other one was made beside changes that it did not know, and is fitted in (`concurrent_batch`).
"""

import sqlite3

from recco_tui.storage import row_changes
from recco_tui.storage.batches import Batch, BatchSet
from recco_tui.storage.concurrent_batch import ConcurrentBatch
from recco_tui.storage.merged_ledger import MergedLedger
from recco_tui.storage.row_changes import RowChange


class Merger(MergedLedger):
    """A merged ledger that is made of batches, beside the one of the open file (`connection`)."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(connection)
        self._applied: list[str] = []

    def apply(self, batches: BatchSet) -> None:
        """Make the merged ledger that of these batches; goes on from where it is if it can."""
        ids = [batch.id for batch in batches.ordered]
        if ids[: len(self._applied)] != self._applied:
            self.forget()
            self._applied = []
        for index in range(len(self._applied), len(ids)):
            self._apply(batches.ordered[index], index, batches.seen[index])
        self._applied = ids

    def _apply(self, batch: Batch, index: int, seen: int) -> None:
        changes = changes_of(batch)
        if seen == (1 << (index + 1)) - 1:
            self.apply_as_it_is(changes, index)
        else:
            ConcurrentBatch(self, batch, index, seen).apply(changes)
        self.drop_own_settings()


def changes_of(batch: Batch) -> list[RowChange]:
    """What a batch changes; raises `ValueError` for what recco never wrote."""
    return row_changes.read_changeset(batch.changes, batch.header.columns)
