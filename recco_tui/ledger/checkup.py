"""The doctor: looks the file over, says what is wrong in sentences, fixes what can be fixed."""

import shlex
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from typing import NamedTuple

from recco_tui.core.cleaning import first_of, shortened
from recco_tui.core.errors import DatabaseError, FileDamaged, FileLocked, ReccoError, reason_of
from recco_tui.core.models import Contact, SnapshotReason
from recco_tui.core.names import fuzzy_key, slug_of, url_of
from recco_tui.core.received import awaits_text
from recco_tui.core.settings import usable
from recco_tui.core.when import count_of
from recco_tui.ledger.store import Clock
from recco_tui.storage import (
    checkup,
    history,
    imports,
    recommendations,
    restoring,
    schema,
    settings,
    snapshots,
    synced_folders,
)
from recco_tui.storage.database import Database, begins_like_sqlite, open_database
from recco_tui.storage.snapshots import Snapshot
from recco_tui.storage.sqlite_errors import as_database_error
from recco_tui.storage.tables import CONTACTS

MOST_NAMED = 20
"""Contacts, rows or files that are named one by one."""
SALVAGE = "'recco doctor --salvage NEWFILE' copies what can still be read into a new file."
OLDEST_SNAPSHOT_DAYS = 7
READ_THROUGH = 512 * 1024**2
"""Bytes of snapshots that are read through, the newest first; those behind are only opened."""


class CheckResult(NamedTuple):
    """What was looked at and found. `repair` says what --fix would do, '' when nothing.

    `error` kept the check, or its fix, from being made. A `notice` is no fault, but to be known.
    """

    check: str
    well: bool
    says: str
    repair: str = ""
    repaired: bool = False
    error: ReccoError | None = None
    notice: bool = False

    @property
    def is_left(self) -> bool:
        """Whether something is still to be done about it."""
        return not self.well and not self.repaired


class _Checks:
    """Makes checks of the file at `path`: one that fails says so and ends no other."""

    def __init__(self, path: Path, now: datetime, fix: bool) -> None:
        self.path, self.now, self.fix = path, now, fix
        self._locked: FileLocked | None = None
        """By another program that does not let the file be read."""

    def run(
        self, checks: Mapping[str, Callable[[], Iterable[CheckResult]]], *, reading: bool = True
    ) -> Iterator[CheckResult]:
        """The results of each check, which has a name; `reading` ones look into the file, and are
        not tried once another program has kept one of them from it: each would wait as long."""
        for name, check in checks.items():
            try:
                if reading and self._locked:
                    raise self._locked
                yield from check()
            except Exception as error:
                # Whatever stands in the file, the other checks are still worth making.
                told = self._as_recco_error(error)
                if reading and isinstance(told, FileLocked):
                    self._locked = told
                yield CheckResult(name, False, f"Not checked: {told}", error=told)

    def fixed(self, result: CheckResult, repair: Callable[[], object]) -> CheckResult:
        """The result after `repair`, where fixing was asked for; what it could not do is in it."""
        if not self.fix:
            return result
        try:
            repair()
        except (ReccoError, sqlite3.Error, OSError) as error:
            told = self._as_recco_error(error)
            if isinstance(told, FileLocked) and told.while_reading:
                self._locked = told
            # Another fix may have changed something before.
            words = str(told).replace("Nothing was changed", "This was left unchanged")
            return result._replace(error=type(told)(words))
        return result._replace(repaired=True)

    def _as_recco_error(self, error: Exception) -> ReccoError:
        if isinstance(error, ReccoError):
            return error
        if isinstance(error, sqlite3.Error):
            return as_database_error(error, self.path)
        if isinstance(error, OSError):
            place = error.filename or self.path
            return DatabaseError(f"{place} can't be used ({reason_of(error)}).")
        return DatabaseError(f"{self.path} contains data recco can't read ({error}).")


def examine(path: Path, clock: Clock, *, fix: bool = False) -> tuple[CheckResult, ...]:
    """Everything that was looked at, the well and the unwell; with `fix`, after fixing.

    Each fix is a transaction of its own, and of rows a change of the log. In a damaged file no row
    is looked at or changed. Raises `DatabaseError` for a file of a newer recco, of another program,
    or that cannot be opened at all, `FileLocked` when another program holds it.
    """
    if not path.is_file():
        raise DatabaseError(f"{path} is not a file. Name one with --db.")
    checks = _Checks(path, clock.real_now(), fix)
    surroundings = _Surroundings(checks)
    try:
        with restoring.read_only(path) as connection:
            pages = checkup.broken_pages(connection)
    except DatabaseError as error:
        if checkup.is_disk_error(error):
            unread = CheckResult("integrity", False, str(error), error=error)
            return (unread, *surroundings.without_reading())
        if not checkup.is_damage(path, error):
            raise
        damage = CheckResult("integrity", False, _damage(path, error), error=error)
        return (damage, *surroundings.of_a_damaged_file())
    if pages:
        damage = CheckResult("integrity", False, f"The file is damaged: {pages[0]}. {SALVAGE}")
        return (damage, *surroundings.of_a_damaged_file())
    well = CheckResult("integrity", True, "The file is intact.")
    return (well, *_of_a_whole_file(checks, surroundings))


def _damage(path: Path, error: DatabaseError) -> str:
    """What is wrong with a file that SQLite does not open."""
    if not path.stat().st_size:
        return "The file is empty. Nothing is left of it."
    if isinstance(error.__cause__, sqlite3.Error):
        return f"The file is damaged ({error.__cause__}). {SALVAGE}"
    if begins_like_sqlite(path):
        return f"The file is damaged. {SALVAGE}"
    return f"The beginning of the file is damaged. {SALVAGE}"


def _of_a_whole_file(checks: _Checks, surroundings: "_Surroundings") -> Iterator[CheckResult]:
    try:
        database = open_database(checks.path, checks.now)
    except FileLocked:
        raise
    except DatabaseError as error:
        yield CheckResult("version", False, str(error), error=error)
        yield from surroundings.results()
        return
    try:
        rows = _Rows(checks, database)
        yield from checks.run(
            {
                "values": rows.values,
                "settings": rows.settings,
                "ties": rows.ties,
                "search": rows.search,
                "version": rows.version,
                "size": rows.size,
                "texts": rows.texts,
                "drafts": rows.drafts,
                "owner": rows.owner,
                "people": rows.people,
                "links": rows.links,
            }
        )
        # What only reads would leave an empty log behind if it were the last to close the file.
        yield from surroundings.results()
    finally:
        database.close()


def is_damaged(path: Path) -> bool:
    """Whether SQLite finds anything wrong with the file: what reading it then gives, no code of
    recco's is made for."""
    try:
        with restoring.read_only(path) as connection:
            return not checkup.is_sound(connection)
    except FileDamaged:
        return True
    except (DatabaseError, OSError):
        return False


class _Rows:
    """Checks of the rows."""

    def __init__(self, checks: _Checks, database: Database) -> None:
        self._checks, self._database = checks, database
        self._connection = database.connection
        self._locked: FileLocked | None = None

    def values(self) -> Iterator[CheckResult]:
        """Rows that an older recco or a hand wrote; where SQLite would refuse the old value, undo
        cannot bring it back, so that its repair is no change of the log."""
        found = checkup.bad_values(self._connection)
        if not found:
            yield CheckResult("values", True, "Every value is valid.")
            return
        says = f"{count_of(len(found), 'value')} not valid: {_told(found)}."
        repairable = [problem for problem in found if problem.is_repairable]
        if not repairable:
            yield CheckResult("values", False, f"{says} Restore a snapshot.")
            return
        result = CheckResult("values", False, says, f"correct {count_of(len(repairable), 'value')}")
        for recorded in (False, True):
            those = [problem for problem in repairable if problem.is_undoable is recorded]
            if those:
                repair_those = partial(checkup.repair_values, values=those)
                after = self._fixed(result, repair_those, recorded=recorded)
                result = result._replace(error=after.error or result.error)
        left = checkup.bad_values(self._connection) if self._checks.fix else found
        yield result._replace(repaired=not left)

    def settings(self) -> Iterator[CheckResult]:
        _, refused = usable(settings.every(self._connection))
        if not refused:
            yield CheckResult("settings", True, "Every setting is valid.")
            return
        told = "; ".join(f"{shortened(name)} ({why})" for name, why in refused.items())
        repair = f"set {count_of(len(refused), 'setting')} to the default"
        result = CheckResult("settings", False, f"Not used: {told}.", repair)
        yield self._fixed(result, partial(_drop_settings, names=refused))

    def ties(self) -> Iterator[CheckResult]:
        lost = checkup.dangling_rows(self._connection)
        if not lost:
            yield CheckResult("ties", True, "Every row belongs to something.")
            return
        told = ", ".join(f"{table} {row}" for table, row in lost[:MOST_NAMED])
        says = f"Belongs to something that is gone: {told}. Restore a snapshot, or: {SALVAGE}"
        yield CheckResult("ties", False, says)

    def search(self) -> Iterator[CheckResult]:
        if checkup.search_is_whole(self._connection):
            yield CheckResult("search", True, "The search index has all recommendations.")
            return
        says = "The search index does not match the recommendations."
        result = CheckResult("search", False, says, "rebuild the index")
        yield self._fixed(result, checkup.rebuild_search, recorded=False)

    def version(self) -> Iterator[CheckResult]:
        newest = schema.applied_migrations(self._connection)[-1]
        says = f"Schema {newest}, SQLite {sqlite3.sqlite_version}."
        yield CheckResult("version", True, says)

    def size(self) -> Iterator[CheckResult]:
        size = self._database.path.stat().st_size
        counted = snapshots.counts(self._connection)
        says = f"{size / 1024:,.0f} kB for {count_of(counted['contacts'], 'contact')}."
        yield CheckResult("size", True, says)

    def texts(self) -> Iterator[CheckResult]:
        """Recommendations that count while no one has pasted their text; said only if there are."""
        people = {contact.id: contact.name for contact in CONTACTS.every(self._connection)}
        waiting = [
            people.get(text.contact_id, "?")
            for text in recommendations.every(self._connection)
            if awaits_text(text)
        ]
        if waiting:
            says = f"No text yet from {first_of(waiting, MOST_NAMED)}. It counts anyway."
            yield CheckResult("texts", True, says, notice=True)

    def drafts(self) -> Iterator[CheckResult]:
        connection = self._connection
        empty, lost = checkup.empty_drafts(connection), checkup.lost_versions(connection)
        if not empty and not lost:
            yield CheckResult("drafts", True, "Every draft has a text and a contact.")
        if empty:
            yield self._fixed(
                CheckResult(
                    "drafts", False, f"{_many(empty, 'draft')} without text.", "remove them"
                ),
                lambda connection: checkup.delete(connection, "drafts", empty),
            )
        if lost:
            says = f"{_many(lost, 'earlier state')} of deleted drafts."
            yield self._fixed(
                CheckResult("drafts", False, says, "remove them"),
                lambda connection: checkup.delete_versions(connection, lost),
            )
        if hidden := checkup.drafts_of_the_archived(connection):
            says = (
                f"{_many(hidden, 'draft')} for archived contacts. Restore the contacts to continue."
            )
            yield CheckResult("drafts", False, says)

    def owner(self) -> Iterator[CheckResult]:
        """Whose exports were imported; of two people only where an older recco let both in."""
        owners = imports.owners(self._connection)
        if not owners:
            return
        names = list(dict.fromkeys(owner.words for owner in owners))
        page = f" ({owners[0].page})" if owners[0].page and owners[0].name else ""
        before = f", and earlier to {' and '.join(names[1:])}" if len(names) > 1 else ""
        says = f"The LinkedIn exports in it belong to {names[0]}{page}{before}."
        yield CheckResult("owner", True, says, notice=len(names) > 1)

    def people(self) -> Iterator[CheckResult]:
        yield from _same_people(self._unarchived())

    def links(self) -> Iterator[CheckResult]:
        yield _addresses(self._unarchived())

    def _unarchived(self) -> list[Contact]:
        return [
            contact for contact in CONTACTS.every(self._connection) if contact.archived_on is None
        ]

    def _fixed(
        self,
        result: CheckResult,
        repair: Callable[[sqlite3.Connection], object],
        *,
        recorded: bool = True,
    ) -> CheckResult:
        """The result after the repair, which is one transaction and, of rows, one change."""
        if self._checks.fix and self._locked:
            # Each one more would wait as long for the same program.
            return result._replace(error=self._locked)

        def in_one_transaction() -> None:
            with self._database.write() as connection:
                if not recorded:
                    repair(connection)
                    return
                label, now = f"doctor: {result.repair}", self._checks.now
                with history.recorded(connection, label, "doctor", now):
                    repair(connection)

        result = self._checks.fixed(result, in_one_transaction)
        if isinstance(result.error, FileLocked):
            self._locked = result.error
        return result


def _told(found: list[checkup.BadValue]) -> str:
    more = f"; and {len(found) - MOST_NAMED} more" if len(found) > MOST_NAMED else ""
    return "; ".join(str(item) for item in found[:MOST_NAMED]) + more


def _drop_settings(connection: sqlite3.Connection, names: Iterable[str]) -> None:
    for name in names:
        settings.drop(connection, name)


def _same_people(people: list[Contact]) -> Iterator[CheckResult]:
    """Who has the same name but for accents and titles, and not an address each."""
    by_name: dict[str, list[Contact]] = defaultdict(list)
    for contact in people:
        if key := fuzzy_key(contact.name):
            by_name[key].append(contact)
    pairs = [
        (kept, other)
        for same in by_name.values()
        for kept, *others in [sorted(same, key=lambda c: (c.slug is None, c.id))]
        for other in others
        if other.slug is None
    ]
    if not pairs:
        yield CheckResult("people", True, "No duplicate contacts found.")
    for kept, other in pairs[:MOST_NAMED]:
        says = (
            f"#{kept.id} {kept.name} and #{other.id} {other.name} may be one person. "
            f'To merge them: recco contact merge "#{other.id}" --into "#{kept.id}".'
        )
        yield CheckResult("people", False, says)
    if len(pairs) > MOST_NAMED:
        yield CheckResult("people", False, f"And {len(pairs) - MOST_NAMED} more such pairs.")


def _addresses(people: list[Contact]) -> CheckResult:
    wrong = [
        contact
        for contact in people
        if contact.slug and slug_of(url_of(contact.slug)) != contact.slug
    ]
    if not wrong:
        return CheckResult("links", True, "Every LinkedIn address is a profile.")
    told = ", ".join(f"#{contact.id}" for contact in wrong[:MOST_NAMED])
    return CheckResult(
        "links",
        False,
        f"The LinkedIn address of {told} is not a profile. Fix it with 'recco contact edit'.",
    )


def _many(ids: list[int], noun: str) -> str:
    return count_of(len(ids), noun)


class _Surroundings:
    """Checks that need no row of the file itself."""

    def __init__(self, checks: _Checks) -> None:
        self._checks, self._path = checks, checks.path

    def results(self) -> Iterator[CheckResult]:
        """All of them, for a file that can be read."""
        yield from self.without_reading()
        yield from self._checks.run({"snapshot": self._snapshots})

    def of_a_damaged_file(self) -> Iterator[CheckResult]:
        """Those that make sense then, and which snapshot may take its place."""
        yield from self.without_reading()
        yield from self._checks.run({"snapshot": self._way_back})

    def without_reading(self) -> Iterator[CheckResult]:
        """Those that read nothing."""
        return self._checks.run(
            {
                "permissions": self._permissions,
                "space": self._space,
                "folder": self._folder,
                "copies": self._copies,
            },
            reading=False,
        )

    def _permissions(self) -> Iterator[CheckResult]:
        wide = checkup.open_to_others(self._path)
        if not wide:
            says = "Only you can read the file and its snapshots."
            yield CheckResult("permissions", True, says)
            return
        told = ", ".join(file.name for file, _ in wide)
        result = CheckResult("permissions", False, f"Others can read {told}.", "make them private")
        yield self._checks.fixed(result, lambda: checkup.make_private(wide))

    def _space(self) -> Iterator[CheckResult]:
        free, least = checkup.free_space(self._path)
        says = f"{free / 1024**2:,.0f} MB free on the disk."
        if free >= least:
            yield CheckResult("space", True, says)
        else:
            yield CheckResult("space", False, f"Only {says} Free some space: a snapshot needs it.")

    def _snapshots(self) -> Iterator[CheckResult]:
        taken = self._taken
        with restoring.read_only(self._path) as connection:
            empty = not snapshots.counts(connection)["contacts"]
        if taken and self._age(taken[0]) <= OLDEST_SNAPSHOT_DAYS:
            yield CheckResult("snapshot", True, f"The last snapshot is {self._old(taken[0])}.")
        elif empty and not taken:
            yield CheckResult("snapshot", True, "Nothing to snapshot yet.")
        else:
            says = "There is no snapshot."
            if taken:
                says = f"The last snapshot is {self._old(taken[0])}."
            result = CheckResult("snapshot", False, says, "take one now")
            yield self._checks.fixed(result, self._take_one)
        if taken:
            yield from self._can_be_put_back()

    def _take_one(self) -> None:
        with restoring.read_only(self._path) as connection:
            snapshots.take(self._path, connection, self._checks.now, SnapshotReason.BY_DOCTOR)

    def _can_be_put_back(self) -> Iterator[CheckResult]:
        yield from self._bad_snapshots()
        if not any(self._faults.values()):
            many = len(self._taken)
            all_of = "The snapshot" if many == 1 else f"Each of {many} snapshots"
            opened = many - len(self._read_through)
            only = f" The oldest {opened} were only opened, not read in full." if opened else ""
            yield CheckResult("snapshot", True, f"{all_of} can be restored.{only}")

    def _bad_snapshots(self) -> Iterator[CheckResult]:
        told = [f"{path.name} ({fault})" for path, fault in self._faults.items() if fault]
        if told:
            of_all = f"{len(told)} of {count_of(len(self._taken), 'snapshot')}"
            says = f"{of_all} can't be restored: {first_of(told, MOST_NAMED)}."
            yield CheckResult("snapshot", False, says)

    def _way_back(self) -> Iterator[CheckResult]:
        """The newest snapshot that may take the place of a damaged file."""
        taken, faults = self._taken, self._faults
        good = next((snapshot for snapshot in taken if not faults[snapshot.path]), None)
        if good is None:
            says = "No snapshot can replace it."
            yield CheckResult("snapshot", False, says)
        else:
            name = good.path.name
            with restoring.read_only(good.path) as connection:
                held = snapshots.counts(connection)
            says = (
                f"{name} can replace it: it is {self._old(good)} and holds "
                f"{count_of(held['contacts'], 'contact')}, {held['received']} received and "
                f"{held['given']} given recommendations. 'recco restore {shlex.quote(name)}' "
                "restores it; the damaged file is kept."
            )
            yield CheckResult("snapshot", True, says)
        yield from self._bad_snapshots()

    def _folder(self) -> Iterator[CheckResult]:
        if place := synced_folders.network_drive(self._path):
            says = (
                f"The file is on another computer's disk ({place.what}, {place.folder}), where "
                "two programs at once can damage it. Keep it on a disk of this computer, and copy "
                "it there with 'recco backup' or 'recco replicate'."
            )
            yield CheckResult("folder", False, says)
        if place := synced_folders.synced_by(self._path):
            says = (
                f"The file is in a folder of {place.what} ({place.folder}). Open recco on "
                "one computer at a time, and let the sync finish first ('recco help data')."
            )
            yield CheckResult("folder", True, says, notice=True)

    def _copies(self) -> Iterator[CheckResult]:
        for copy in synced_folders.conflict_copies(self._path)[:MOST_NAMED]:
            named = shlex.quote(str(copy))
            says = (
                f"{copy.name} looks like a sync conflict. To see how it differs: "
                f"recco restore {named} --dry-run. To open it: recco --db {named}"
            )
            yield CheckResult("copies", False, says)

    @cached_property
    def _taken(self) -> tuple[Snapshot, ...]:
        return snapshots.described(self._path)

    @cached_property
    def _read_through(self) -> set[Path]:
        """The snapshots that are read through: the newest, and older ones within bounds."""
        chosen, so_far = set(), 0
        for number, snapshot in enumerate(self._taken):
            so_far += snapshot.size
            if number and so_far > READ_THROUGH:
                break
            chosen.add(snapshot.path)
        return chosen

    @cached_property
    def _faults(self) -> dict[Path, str]:
        """Why each snapshot cannot be put back, '' where it can."""
        return {
            snapshot.path: checkup.why_not_restorable(
                snapshot.path, thoroughly=snapshot.path in self._read_through
            )
            for snapshot in self._taken
        }

    def _age(self, snapshot: Snapshot) -> int:
        return max((self._checks.now - snapshot.taken_at).days, 0)

    def _old(self, snapshot: Snapshot) -> str:
        return f"{count_of(self._age(snapshot), 'day')} old"
