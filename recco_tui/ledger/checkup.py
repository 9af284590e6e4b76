"""The doctor: looks the file over, says what is wrong in sentences, mends what can be mended."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import NamedTuple

from recco_tui.core.cleaning import shortened
from recco_tui.core.errors import DatabaseError, FileLocked
from recco_tui.core.models import Contact
from recco_tui.core.names import fuzzy_key, slug_of, url_of
from recco_tui.core.setting_groups import usable
from recco_tui.core.when import count_of
from recco_tui.ledger.store import Clock
from recco_tui.storage import (
    checkup,
    contacts,
    history,
    repair,
    restoring,
    settings,
    snapshots,
    versions,
)
from recco_tui.storage.database import Database, open_database

MOST_NAMED = 20
"""People who may be the same, or rows, that are told one by one."""
OLDEST_SNAPSHOT_DAYS = 7


class Remark(NamedTuple):
    """What was looked at and found. `mends` says what --fix would do, '' when nothing."""

    check: str
    well: bool
    says: str
    mends: str = ""
    mended: bool = False


def examine(path: Path, clock: Clock, *, fix: bool = False) -> tuple[Remark, ...]:
    """Everything that was looked at, the well and the unwell; with `fix`, after mending.

    Mending rows is one change of the log. Raises `DatabaseError` when the file cannot be read.
    """
    with restoring.read_only(path) as connection:
        pages = checkup.broken_pages(connection)
    if pages:
        says = f"The file is damaged: {pages[0]}. 'recco restore' lists the snapshots."
        return (Remark("integrity", False, says),)
    open_to_others = checkup.open_to_others(path)
    database = open_database(path, clock.now())
    with closing(database), database.read():
        return tuple(_Examination(database, clock, open_to_others, fix).remarks())


def is_damaged(path: Path) -> bool:
    """Whether SQLite finds anything wrong with the file: what reading it then gives, no code of
    recco's is made for."""
    try:
        with restoring.read_only(path) as connection:
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",))
    except FileLocked:
        return False
    except (DatabaseError, OSError):
        return True


class _Examination:
    def __init__(
        self, database: Database, clock: Clock, wide: list[tuple[Path, int]], fix: bool
    ) -> None:
        self._database, self._clock, self._wide, self._fix = database, clock, wide, fix
        self._connection = database.connection

    def remarks(self) -> Iterator[Remark]:
        yield Remark("integrity", True, "SQLite finds the file whole.")
        yield self._values()
        yield self._settings()
        yield self._ties()
        yield self._search()
        yield self._permissions()
        yield self._version()
        yield self._size()
        yield self._space()
        yield self._snapshot()
        yield from self._drafts()
        people = [c for c in contacts.every(self._connection) if c.archived_on is None]
        yield from _same_people(people)
        yield _addresses(people)

    def _values(self) -> Remark:
        """Rows that an older recco or a hand wrote; where SQLite would refuse the old value, undo
        cannot bring it back, so that its cure is no change of the log."""
        found = repair.bad_values(self._connection)
        if not found:
            return Remark("values", True, "Every value is what its column should hold.")
        says = f"{count_of(len(found), 'value')} that should not be there: {_told(found)}."
        curable = [one for one in found if one.can_be_put_right]
        if not curable:
            return Remark("values", False, f"{says} Restore a snapshot.")
        cure = f"put {count_of(len(curable), 'value')} right"
        remark = Remark("values", False, says, cure)
        for recorded in (False, True):
            those = [one for one in curable if one.can_be_put_back is recorded]
            if those:
                self._mend(remark, partial(repair.put_right, values=those), recorded=recorded)
        left = repair.bad_values(self._connection) if self._fix else found
        return remark._replace(mended=not left)

    def _settings(self) -> Remark:
        _, refused = usable(settings.every(self._connection))
        if not refused:
            return Remark("settings", True, "Every setting can be what it is set to.")
        told = "; ".join(f"{shortened(name)} ({why})" for name, why in refused.items())
        cure = f"set {count_of(len(refused), 'setting')} to the default"
        remark = Remark("settings", False, f"Not in force: {told}.", cure)
        return self._mend(remark, partial(_drop_settings, names=refused), recorded=True)

    def _ties(self) -> Remark:
        lost = checkup.dangling_rows(self._connection)
        if not lost:
            return Remark("ties", True, "Every row is tied to something that is there.")
        told = ", ".join(f"{table} {row}" for table, row in lost[:MOST_NAMED])
        return Remark("ties", False, f"Tied to something that is gone: {told}. Restore a snapshot.")

    def _search(self) -> Remark:
        if checkup.search_is_whole(self._connection):
            return Remark("search", True, "The search over recommendations holds all texts.")
        says = "The search over recommendations does not hold what the texts say."
        return self._mend(
            Remark("search", False, says, "make the index anew"), checkup.rebuild_search
        )

    def _permissions(self) -> Remark:
        if not self._wide:
            return Remark("permissions", True, "Only you can read the file and its snapshots.")
        told = ", ".join(one.name for one, _ in self._wide)
        remark = Remark("permissions", False, f"Others can read {told}.", "make them private")
        if not self._fix:
            return remark
        checkup.make_private(self._wide)
        return remark._replace(mended=True)

    def _version(self) -> Remark:
        newest = versions.applied(self._connection)[-1]
        says = f"Written as {newest}, with SQLite {sqlite3.sqlite_version}."
        return Remark("version", True, says)

    def _size(self) -> Remark:
        size = self._database.path.stat().st_size
        counted = snapshots.counts(self._connection)
        says = f"{size / 1024:,.0f} kB for {count_of(counted['contacts'], 'contact')}."
        return Remark("size", True, says)

    def _space(self) -> Remark:
        free, least = checkup.free_space(self._database.path)
        says = f"{free / 1024**2:,.0f} MB are free on the disk."
        if free >= least:
            return Remark("space", True, says)
        return Remark("space", False, f"Only {says} Free some: a snapshot needs room.")

    def _snapshot(self) -> Remark:
        path, now = self._database.path, self._clock.now()
        taken = snapshots.described(path)
        empty = not snapshots.counts(self._connection)["contacts"]
        if taken:
            age = (now - taken[0].taken_at).days
            says = f"The last snapshot is {count_of(max(age, 0), 'day')} old."
            if age <= OLDEST_SNAPSHOT_DAYS:
                return Remark("snapshot", True, says)
        elif empty:
            return Remark("snapshot", True, "Nothing to take a snapshot of yet.")
        else:
            says = "There is no snapshot."
        return self._mend(
            Remark("snapshot", False, says, "take one now"),
            lambda connection: snapshots.take(path, connection, now, "by-doctor"),
        )

    def _drafts(self) -> Iterator[Remark]:
        connection = self._connection
        empty, lost = checkup.empty_drafts(connection), checkup.lost_versions(connection)
        if not empty and not lost:
            yield Remark("drafts", True, "Every draft has a text and a person.")
        if empty:
            yield self._mend(
                Remark("drafts", False, f"{_many(empty, 'draft')} without text.", "remove them"),
                lambda connection: checkup.delete(connection, "drafts", empty),
                recorded=True,
            )
        if lost:
            says = f"{_many(lost, 'earlier state')} of drafts that are gone."
            yield self._mend(
                Remark("drafts", False, says, "remove them"),
                lambda connection: checkup.delete(connection, "draft_versions", lost),
            )
        if hidden := checkup.drafts_of_the_archived(connection):
            says = f"{_many(hidden, 'draft')} for archived people: bring them back to go on."
            yield Remark("drafts", False, says)

    def _mend(
        self,
        remark: Remark,
        mend: Callable[[sqlite3.Connection], object],
        *,
        recorded: bool = False,
    ) -> Remark:
        if not self._fix:
            return remark
        if remark.check == "snapshot":
            mend(self._connection)
            return remark._replace(mended=True)
        with self._database.write() as connection:
            if recorded:
                now = self._clock.now()
                with history.recorded(connection, f"doctor: {remark.mends}", "doctor", now):
                    mend(connection)
            else:
                mend(connection)
        return remark._replace(mended=True)


def _told(found: list[repair.BadValue]) -> str:
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
