"""Imports: plan first, then all or nothing, as one change that undo takes back."""

from collections.abc import Mapping, Sequence
from datetime import tzinfo

from recco_tui.core.export import Export
from recco_tui.core.import_plan import plan_import
from recco_tui.core.importing.outcome import Outcome, again, from_json, outcome_of, to_json
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
        """Import in one transaction, after a snapshot of a file that already holds people."""
        return self.apply_each([export], answers)[0]

    def remembered(self, fingerprint: str) -> tuple[Outcome, ...] | None:
        """What files of this fingerprint come to when they were imported before and nothing they
        tell of was changed since; None when they must be read."""
        if not fingerprint:
            return None
        with self._store.database.read() as connection:
            stored = imports.remembered_outcome(connection, fingerprint)
        return tuple(again(one) for one in from_json(stored or "")) or None

    def apply_each(
        self,
        exports: Sequence[Export],
        answers: Mapping[str, str] | None = None,
        fingerprint: str = "",
    ) -> tuple[ImportPlan, ...]:
        """Import several exports, given oldest first, as one change; a plan for each.

        The plans are made inside the transaction, so that nobody writes in between. With a
        `fingerprint` of the files, what they came to is remembered.
        """
        self._keep_a_snapshot()
        with self._store.change("imported LinkedIn exports") as change:
            plans = tuple(self._write(export, answers) for export in exports)
            change.label = _label(plans)
            news = not all(plan.changes_nothing for plan in plans)
            if fingerprint and news:
                outcomes = tuple(outcome_of(plan) for plan in plans)
                connection = self._store.database.connection
                imports.remember_outcome(connection, fingerprint, to_json(outcomes))
        return plans

    def _keep_a_snapshot(self) -> None:
        """Inside a larger change there is none: SQLite cannot copy what is being written."""
        database = self._store.database
        with database.read() as connection:
            if connection.in_transaction:
                return
            if connection.execute("SELECT 1 FROM contacts LIMIT 1").fetchone():
                snapshots.take(database.path, connection, self._store.clock.now(), "before-import")

    def _write(self, export: Export, answers: Mapping[str, str] | None) -> ImportPlan:
        plan = self.preview(export, answers)
        imports.write(
            self._store.database.connection,
            plan,
            export.owner_name,
            export.owner_slug,
            self._store.clock.now(),
        )
        return plan

    def owner(self) -> tuple[str, str | None]:
        """Name and slug of whose export was imported last; ('', None) before any."""
        with self._store.database.read() as connection:
            return imports.owner(connection)


def _label(plans: Sequence[ImportPlan]) -> str:
    people = sum(plan.counts.contacts.new for plan in plans)
    texts = sum(plan.counts.given.new + plan.counts.received.new for plan in plans)
    changed = sum(
        counts.contacts.updated + counts.given.updated + counts.received.updated
        for counts in (plan.counts for plan in plans)
    )
    what = "a LinkedIn export" if len(plans) == 1 else f"{len(plans)} LinkedIn exports"
    return f"imported {what}: {people} people and {texts} recommendations new, {changed} changed"


def _local_timezone() -> tzinfo:
    """The machine's own, daylight saving included."""
    from dateutil.tz import tzlocal

    return tzlocal()
