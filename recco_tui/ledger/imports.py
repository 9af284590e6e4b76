"""Imports: plan first, then all or nothing, as one change that undo takes back."""

from collections.abc import Mapping, Sequence
from datetime import tzinfo

from recco_tui.core.export import Export
from recco_tui.core.import_plan import plan_import
from recco_tui.core.importing.plan import ImportPlan
from recco_tui.ledger.store import Store
from recco_tui.storage import imports, snapshots


class Imports:
    """Verbs on exports that were read."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def preview(self, export: Export, answers: Mapping[str, str] | None = None) -> ImportPlan:
        """What importing would do, with earlier answers and these; nothing is written."""
        with self._store.database.read() as connection:
            stored = imports.answers(connection)
            return plan_import(
                export,
                imports.known(connection),
                {**stored, **(answers or {})},
                self._store.clock.today(),
                _local_timezone(),
            )

    def apply(self, export: Export, answers: Mapping[str, str] | None = None) -> ImportPlan:
        """Import in one transaction, after a snapshot of a file that already holds people.

        The plan is made inside the transaction, so that nobody writes between the two.
        """
        database = self._store.database
        with database.read() as connection:
            if connection.execute("SELECT 1 FROM contacts LIMIT 1").fetchone():
                snapshots.take(database.path, connection, self._store.clock.now(), "before-import")
        with self._store.change("imported a LinkedIn export") as change:
            plan = self.preview(export, answers)
            imports.write(
                database.connection,
                plan,
                export.owner_name,
                export.owner_slug,
                self._store.clock.now(),
            )
            change.label = _label(plan)
        return plan

    def apply_each(
        self, exports: Sequence[Export], answers: Mapping[str, str] | None = None
    ) -> tuple[ImportPlan, ...]:
        """Import several exports, given oldest first, as one change; a plan for each."""
        with self._store.change("imported LinkedIn exports") as change:
            plans = tuple(self.apply(export, answers) for export in exports)
            if len(plans) == 1:
                change.label = _label(plans[0])
            else:
                new = sum(plan.counts.contacts.new for plan in plans)
                change.label = f"imported {len(plans)} LinkedIn exports: {new} people new"
        return plans

    def owner(self) -> tuple[str, str | None]:
        """Name and slug of whose export was imported last; ('', None) before any."""
        with self._store.database.read() as connection:
            return imports.owner(connection)


def _label(plan: ImportPlan) -> str:
    counts = plan.counts
    new = counts.given.new + counts.received.new
    changed = counts.contacts.updated + counts.given.updated + counts.received.updated
    return (
        f"imported a LinkedIn export: {counts.contacts.new} people and {new} recommendations new, "
        f"{changed} changed"
    )


def _local_timezone() -> tzinfo:
    """The machine's own, daylight saving included."""
    from dateutil.tz import tzlocal

    return tzlocal()
