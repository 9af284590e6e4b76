"""Imports: plan first, then all or nothing, as one change that undo takes back."""

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import tzinfo
from pathlib import Path

from recco_tui.core.errors import NotAllowed
from recco_tui.core.export import Export
from recco_tui.core.import_outcome import ImportOutcome, again, from_json, outcome_of, to_json
from recco_tui.core.import_plan import ImportPlan, Planner
from recco_tui.core.models import SnapshotReason
from recco_tui.core.ownership import (
    SAME_PERSON,
    SAME_PERSON_KEY,
    Owner,
    refuse_another_owner,
)
from recco_tui.ledger.store import Clock, Store
from recco_tui.storage import contacts, imports, snapshots
from recco_tui.storage.in_memory import copy_in_memory


class Imports:
    """Verbs on exports that were read. `plan` plans an import (`importing.planning`)."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def refuse_own_file(self, paths: Sequence[Path]) -> None:
        """Raise `NotAllowed` for the open file itself: whoever reads it beside SQLite and closes it
        again gives up the locks that this process holds on it."""
        own = self._store.database.path
        if any(path.exists() and own.exists() and path.samefile(own) for path in paths):
            raise NotAllowed(f"{own.name} is recco's own file. Choose your LinkedIn export.")

    def preview(
        self, plan: Planner, export: Export, answers: Mapping[str, str] | None = None
    ) -> ImportPlan:
        """What importing would do, with earlier answers and these; nothing is written.

        AnotherOwner for the export of someone else, unless it was answered that they are one.
        """
        answers = answers or {}
        with self._store.database.read() as connection:
            stored = imports.answers(connection)
            known = imports.known(connection)
            if answers.get(SAME_PERSON_KEY) != SAME_PERSON and not self._is_demo:
                refuse_another_owner(export, imports.owners(connection), known)
            return plan(
                export,
                known,
                {**stored, **answers},
                self._store.clock.today(),
                _local_timezone(),
            )

    def rehearse(
        self,
        plan: Planner,
        exports: Sequence[Export],
        answers: Mapping[str, str] | None = None,
    ) -> tuple[ImportPlan, ...]:
        """What `apply_each` would do; nothing is written.

        Later exports build upon earlier ones, so that several go into a copy, which is in memory:
        on a disk a whole copy of the file would be left behind by whatever ends the program.
        """
        if len(exports) == 1:
            return (self.preview(plan, exports[0], answers),)
        database = self._store.database
        with database.read() as connection:
            return _rehearse(database.path, connection, self._store.clock, plan, exports, answers)

    def apply(
        self, plan: Planner, export: Export, answers: Mapping[str, str] | None = None
    ) -> ImportPlan:
        """Import in one transaction, after a snapshot of a file that already holds people."""
        return self.apply_each(plan, [export], answers)[0]

    def remembered(self, fingerprint: str) -> tuple[ImportOutcome, ...] | None:
        """What files of this fingerprint come to when they were imported before and nothing they
        tell of was changed since; None when they must be read."""
        if not fingerprint:
            return None
        stored = self._store.read(imports.remembered_outcome, fingerprint)
        return tuple(again(one) for one in from_json(stored or "")) or None

    def apply_each(
        self,
        plan: Planner,
        exports: Sequence[Export],
        answers: Mapping[str, str] | None = None,
        fingerprint: str = "",
    ) -> tuple[ImportPlan, ...]:
        """Import several exports, given oldest first, as one change; a plan for each.

        The plans are made inside the transaction, so that no one writes in between. With a
        `fingerprint` of the files, what they came to is remembered. NotAllowed while it is open
        whether the many connections that an export lacks have left.
        """
        within = self._store.connection.in_transaction
        with self._store.change("imported LinkedIn exports") as change:
            if not within:
                self._keep_a_snapshot()
            plans = self._write_each(plan, exports, answers)
            _refuse_open_questions(plans)
            change.label = _label(plans)
            news = not all(plan.changes_nothing for plan in plans)
            if fingerprint and news:
                outcomes = tuple(outcome_of(plan) for plan in plans)
                connection = self._store.connection
                imports.remember_outcome(connection, fingerprint, to_json(outcomes))
        return plans

    def _keep_a_snapshot(self) -> None:
        """Of a file that holds people, once no one else can write to it."""
        database = self._store.database
        if contacts.is_anyone_stored(database.connection):
            now = self._store.clock.real_now()
            snapshots.take_committed(database.path, now, SnapshotReason.BEFORE_IMPORT)

    def _write_each(
        self, plan: Planner, exports: Sequence[Export], answers: Mapping[str, str] | None
    ) -> tuple[ImportPlan, ...]:
        return tuple(self._write(plan, export, answers) for export in exports)

    def _write(
        self, planner: Planner, export: Export, answers: Mapping[str, str] | None
    ) -> ImportPlan:
        plan = self.preview(planner, export, answers)
        imports.write(
            self._store.connection,
            plan,
            export.owner_name,
            export.owner_slug,
            self._store.clock.now(),
        )
        return plan

    @property
    def _is_demo(self) -> bool:
        """The sample people are no one's: anybody may try their own export among them."""
        return self._store.origin == "demo"

    def owner(self) -> Owner:
        """Whose export was imported last, without name and slug before any."""
        return self._store.read(imports.owner)


def _refuse_open_questions(plans: Sequence[ImportPlan]) -> None:
    for plan in plans:
        if plan.absence.is_open:
            raise NotAllowed(
                f"{plan.absence.absent:,} of the {plan.absence.known:,} connections known so far"
                " are not in this export: nothing was imported. Add --part if it holds only a part"
                " of your network, or --gone if they are no longer your connections."
            )


def rehearse_first_import(
    plan: Planner, exports: Sequence[Export], answers: Mapping[str, str] | None, clock: Clock
) -> tuple[ImportPlan, ...]:
    """What importing would do where there is no file yet; none is made."""
    return _rehearse(Path(":memory:"), None, clock, plan, exports, answers)


def _rehearse(
    path: Path,
    source: sqlite3.Connection | None,
    clock: Clock,
    plan: Planner,
    exports: Sequence[Export],
    answers: Mapping[str, str] | None,
) -> tuple[ImportPlan, ...]:
    with copy_in_memory(path, source) as copy:
        store = Store(copy, clock, "rehearsal")
        with store.change("rehearsed"):
            return Imports(store)._write_each(plan, exports, answers)


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
