"""The doctor: looks the file over, says what is wrong in sentences, fixes what can be fixed."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from recco_tui.core.cleaning import shortened
from recco_tui.core.errors import DatabaseError, FileDamaged, FileLocked
from recco_tui.core.models import Contact
from recco_tui.core.names import fuzzy_key, slug_of, url_of
from recco_tui.core.setting_groups import usable
from recco_tui.core.when import count_of
from recco_tui.ledger.remarks import MOST_NAMED, SALVAGE, Checks
from recco_tui.ledger.remarks import Remark as Remark
from recco_tui.ledger.store import Clock
from recco_tui.ledger.surroundings import Surroundings
from recco_tui.storage import (
    checkup,
    contacts,
    history,
    restoring,
    schema,
    settings,
    snapshots,
)
from recco_tui.storage.database import Database, begins_like_sqlite, open_database


def examine(path: Path, clock: Clock, *, fix: bool = False) -> tuple[Remark, ...]:
    """Everything that was looked at, the well and the unwell; with `fix`, after fixing.

    Each fix is a transaction of its own, and of rows a change of the log. In a damaged file no row
    is looked at or changed. Raises `DatabaseError` for a file of a newer recco, of another program,
    or that cannot be opened at all, `FileLocked` when another program holds it.
    """
    if not path.is_file():
        raise DatabaseError(f"{path} is no file: name one with --db.")
    checks = Checks(path, clock.real_now(), fix)
    surroundings = Surroundings(checks)
    try:
        with restoring.read_only(path) as connection:
            pages = checkup.broken_pages(connection)
    except DatabaseError as error:
        if checkup.is_disk_error(error):
            unread = Remark("integrity", False, str(error), trouble=error)
            return (unread, *surroundings.of_a_failing_disk())
        if not checkup.is_damage(path, error):
            raise
        damage = Remark("integrity", False, _damage(path, error), trouble=error)
        return (damage, *surroundings.of_a_damaged_file())
    if pages:
        damage = Remark("integrity", False, f"The file is damaged: {pages[0]}. {SALVAGE}")
        return (damage, *surroundings.of_a_damaged_file())
    well = Remark("integrity", True, "SQLite finds the file whole.")
    return (well, *_of_a_whole_file(checks, surroundings))


def _damage(path: Path, error: DatabaseError) -> str:
    """What is wrong with a file that SQLite does not open."""
    if not path.stat().st_size:
        return "The file is empty: nothing of it is left."
    if isinstance(error.__cause__, sqlite3.Error):
        return f"The file is damaged ({error.__cause__}). {SALVAGE}"
    if begins_like_sqlite(path):
        return f"The file is damaged. {SALVAGE}"
    return f"The file does not begin as a database does: its beginning is damaged. {SALVAGE}"


def _of_a_whole_file(checks: Checks, surroundings: Surroundings) -> Iterator[Remark]:
    try:
        database = open_database(checks.path, checks.now)
    except FileLocked:
        raise
    except DatabaseError as error:
        yield Remark("version", False, str(error), trouble=error)
        yield from surroundings.remarks()
        return
    try:
        rows = _Rows(checks, database)
        yield from checks.made(
            {
                "values": rows.values,
                "settings": rows.settings,
                "ties": rows.ties,
                "search": rows.search,
                "version": rows.version,
                "size": rows.size,
                "drafts": rows.drafts,
                "people": rows.people,
                "links": rows.links,
            }
        )
        # What only reads would leave an empty log behind if it were the last to close the file.
        yield from surroundings.remarks()
    finally:
        database.close()


def is_damaged(path: Path) -> bool:
    """Whether SQLite finds anything wrong with the file: what reading it then gives, no code of
    recco's is made for."""
    try:
        with restoring.read_only(path) as connection:
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",))
    except FileDamaged:
        return True
    except (DatabaseError, OSError):
        return False


class _Rows:
    """What can be seen and fixed in the rows."""

    def __init__(self, checks: Checks, database: Database) -> None:
        self._checks, self._database = checks, database
        self._connection = database.connection
        self._locked: FileLocked | None = None

    def values(self) -> Iterator[Remark]:
        """Rows that an older recco or a hand wrote; where SQLite would refuse the old value, undo
        cannot bring it back, so that its cure is no change of the log."""
        found = checkup.bad_values(self._connection)
        if not found:
            yield Remark("values", True, "Every value is what its column should hold.")
            return
        says = f"{count_of(len(found), 'value')} that should not be there: {_told(found)}."
        curable = [one for one in found if one.can_be_put_right]
        if not curable:
            yield Remark("values", False, f"{says} Restore a snapshot.")
            return
        remark = Remark("values", False, says, f"put {count_of(len(curable), 'value')} right")
        for recorded in (False, True):
            those = [one for one in curable if one.can_be_put_back is recorded]
            if those:
                repair_those = partial(checkup.put_right, values=those)
                after = self._fixed(remark, repair_those, recorded=recorded)
                remark = remark._replace(trouble=after.trouble or remark.trouble)
        left = checkup.bad_values(self._connection) if self._checks.fix else found
        yield remark._replace(mended=not left)

    def settings(self) -> Iterator[Remark]:
        _, refused = usable(settings.every(self._connection))
        if not refused:
            yield Remark("settings", True, "Every setting can be what it is set to.")
            return
        told = "; ".join(f"{shortened(name)} ({why})" for name, why in refused.items())
        cure = f"set {count_of(len(refused), 'setting')} to the default"
        remark = Remark("settings", False, f"Not in force: {told}.", cure)
        yield self._fixed(remark, partial(_drop_settings, names=refused))

    def ties(self) -> Iterator[Remark]:
        lost = checkup.dangling_rows(self._connection)
        if not lost:
            yield Remark("ties", True, "Every row is tied to something that is there.")
            return
        told = ", ".join(f"{table} {row}" for table, row in lost[:MOST_NAMED])
        says = f"Tied to something that is gone: {told}. Restore a snapshot, or: {SALVAGE}"
        yield Remark("ties", False, says)

    def search(self) -> Iterator[Remark]:
        if checkup.search_is_whole(self._connection):
            yield Remark("search", True, "The search over recommendations holds all texts.")
            return
        says = "The search over recommendations does not hold what the texts say."
        remark = Remark("search", False, says, "rebuild the index")
        yield self._fixed(remark, checkup.rebuild_search, recorded=False)

    def version(self) -> Iterator[Remark]:
        newest = schema.applied_migrations(self._connection)[-1]
        says = f"Written as {newest}, with SQLite {sqlite3.sqlite_version}."
        yield Remark("version", True, says)

    def size(self) -> Iterator[Remark]:
        size = self._database.path.stat().st_size
        counted = snapshots.counts(self._connection)
        says = f"{size / 1024:,.0f} kB for {count_of(counted['contacts'], 'contact')}."
        yield Remark("size", True, says)

    def drafts(self) -> Iterator[Remark]:
        connection = self._connection
        empty, lost = checkup.empty_drafts(connection), checkup.lost_versions(connection)
        if not empty and not lost:
            yield Remark("drafts", True, "Every draft has a text and a person.")
        if empty:
            yield self._fixed(
                Remark("drafts", False, f"{_many(empty, 'draft')} without text.", "remove them"),
                lambda connection: checkup.delete(connection, "drafts", empty),
            )
        if lost:
            says = f"{_many(lost, 'earlier state')} of drafts that are gone."
            yield self._fixed(
                Remark("drafts", False, says, "remove them"),
                lambda connection: checkup.delete_versions(connection, lost),
            )
        if hidden := checkup.drafts_of_the_archived(connection):
            says = f"{_many(hidden, 'draft')} for archived people: bring them back to go on."
            yield Remark("drafts", False, says)

    def people(self) -> Iterator[Remark]:
        yield from _same_people(self._unarchived())

    def links(self) -> Iterator[Remark]:
        yield _addresses(self._unarchived())

    def _unarchived(self) -> list[Contact]:
        return [one for one in contacts.every(self._connection) if one.archived_on is None]

    def _fixed(
        self,
        remark: Remark,
        repair: Callable[[sqlite3.Connection], object],
        *,
        recorded: bool = True,
    ) -> Remark:
        """The remark after the repair, which is one transaction and, of rows, one change."""
        if self._checks.fix and self._locked:
            # Each one more would wait as long for the same program.
            return remark._replace(trouble=self._locked)

        def in_one_transaction() -> None:
            with self._database.write() as connection:
                if not recorded:
                    repair(connection)
                    return
                label, now = f"doctor: {remark.mends}", self._checks.now
                with history.recorded(connection, label, "doctor", now):
                    repair(connection)

        remark = self._checks.fixed(remark, in_one_transaction)
        if isinstance(remark.trouble, FileLocked):
            self._locked = remark.trouble
        return remark


def _told(found: list[checkup.BadValue]) -> str:
    more = f"; and {len(found) - MOST_NAMED} more" if len(found) > MOST_NAMED else ""
    return "; ".join(str(one) for one in found[:MOST_NAMED]) + more


def _drop_settings(connection: sqlite3.Connection, names: Iterable[str]) -> None:
    for name in names:
        settings.drop(connection, name)


def _same_people(people: list[Contact]) -> Iterator[Remark]:
    """Who has the same name but for accents and titles, and not an address each."""
    by_name: dict[str, list[Contact]] = defaultdict(list)
    for one in people:
        if key := fuzzy_key(one.name):
            by_name[key].append(one)
    pairs = [
        (kept, other)
        for same in by_name.values()
        for kept, *others in [sorted(same, key=lambda c: (c.slug is None, c.id))]
        for other in others
        if other.slug is None
    ]
    if not pairs:
        yield Remark("people", True, "Nobody seems to be there twice.")
    for kept, other in pairs[:MOST_NAMED]:
        says = (
            f"#{kept.id} {kept.name} and #{other.id} {other.name} may be one person: "
            f'recco contact merge "#{other.id}" --into "#{kept.id}" makes them one, '
            "undo takes it back."
        )
        yield Remark("people", False, says)
    if len(pairs) > MOST_NAMED:
        yield Remark("people", False, f"And {len(pairs) - MOST_NAMED} more such pairs.")


def _addresses(people: list[Contact]) -> Remark:
    wrong = [one for one in people if one.slug and slug_of(url_of(one.slug)) != one.slug]
    if not wrong:
        return Remark("links", True, "Every LinkedIn address leads to a profile.")
    told = ", ".join(f"#{one.id}" for one in wrong[:MOST_NAMED])
    return Remark(
        "links", False, f"The LinkedIn address of {told} leads nowhere: 'recco contact edit'."
    )


def _many(ids: list[int], noun: str) -> str:
    return count_of(len(ids), noun)
