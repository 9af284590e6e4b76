"""What the doctor says of what is around the file: permissions, the disk, snapshots, the folder."""

import shlex
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

from recco_tui.core.models import SnapshotReason
from recco_tui.core.when import count_of
from recco_tui.ledger.remarks import MOST_NAMED, Checks, Remark
from recco_tui.storage import checkup, restoring, snapshots, synced_folders
from recco_tui.storage.snapshots import Snapshot

OLDEST_SNAPSHOT_DAYS = 7
READ_THROUGH = 512 * 1024**2
"""Bytes of snapshots that are read through, the newest first; those behind are only opened."""


class Surroundings:
    """Checks that need no row of the file itself."""

    def __init__(self, checks: Checks) -> None:
        self._checks, self._path = checks, checks.path

    def remarks(self) -> Iterator[Remark]:
        """All of them, for a file that can be read."""
        return self._checks.made({**self._outside, "snapshot": self._snapshots})

    def of_a_damaged_file(self) -> Iterator[Remark]:
        """Those that make sense then, and which snapshot may take its place."""
        return self._checks.made({**self._outside, "snapshot": self._way_back})

    def of_a_failing_disk(self) -> Iterator[Remark]:
        """Those that read nothing."""
        return self._checks.made(self._outside)

    @property
    def _outside(self) -> dict[str, Callable[[], Iterator[Remark]]]:
        return {
            "permissions": self._permissions,
            "space": self._space,
            "folder": self._folder,
            "copies": self._copies,
        }

    def _permissions(self) -> Iterator[Remark]:
        wide = checkup.open_to_others(self._path)
        if not wide:
            says = "Only you can read the file and its snapshots."
            yield Remark("permissions", True, says)
            return
        told = ", ".join(one.name for one, _ in wide)
        remark = Remark("permissions", False, f"Others can read {told}.", "make them private")
        yield self._checks.fixed(remark, lambda: checkup.make_private(wide))

    def _space(self) -> Iterator[Remark]:
        free, least = checkup.free_space(self._path)
        says = f"{free / 1024**2:,.0f} MB are free on the disk."
        if free >= least:
            yield Remark("space", True, says)
        else:
            yield Remark("space", False, f"Only {says} Free some: a snapshot needs room.")

    def _snapshots(self) -> Iterator[Remark]:
        taken = self._taken
        with restoring.read_only(self._path) as connection:
            empty = not snapshots.counts(connection)["contacts"]
        if taken and self._age(taken[0]) <= OLDEST_SNAPSHOT_DAYS:
            yield Remark("snapshot", True, f"The last snapshot is {self._old(taken[0])}.")
        elif empty and not taken:
            yield Remark("snapshot", True, "Nothing to take a snapshot of yet.")
        else:
            says = "There is no snapshot."
            if taken:
                says = f"The last snapshot is {self._old(taken[0])}."
            remark = Remark("snapshot", False, says, "take one now")
            yield self._checks.fixed(remark, self._take_one)
        if taken:
            yield from self._can_be_put_back()

    def _take_one(self) -> None:
        with restoring.read_only(self._path) as connection:
            snapshots.take(self._path, connection, self._checks.now, SnapshotReason.BY_DOCTOR)

    def _can_be_put_back(self) -> Iterator[Remark]:
        taken, faults = self._taken, self._faults
        bad = [one for one in taken if faults[one.path]]
        if bad:
            yield Remark("snapshot", False, _cannot_be_put_back(bad, len(taken), faults))
        if not bad:
            all_of = "The snapshot" if len(taken) == 1 else f"Each of {len(taken)} snapshots"
            opened = len(taken) - len(self._read_through)
            only = f" The oldest {opened} were only opened, not read through." if opened else ""
            yield Remark("snapshot", True, f"{all_of} can be put back.{only}")

    def _way_back(self) -> Iterator[Remark]:
        """The newest snapshot that may take the place of a damaged file."""
        taken, faults = self._taken, self._faults
        good = next((one for one in taken if not faults[one.path]), None)
        if good is None:
            says = "There is no snapshot that could take its place."
            yield Remark("snapshot", False, says)
        else:
            name = good.path.name
            with restoring.read_only(good.path) as connection:
                held = snapshots.counts(connection)
            says = (
                f"{name} can take its place: it is {self._old(good)} and holds "
                f"{count_of(held['contacts'], 'contact')}, {held['received']} received and "
                f"{held['given']} given recommendations. 'recco restore {shlex.quote(name)}' puts "
                "it back; the damaged file is kept."
            )
            yield Remark("snapshot", True, says)
        if bad := [one for one in taken if faults[one.path]]:
            yield Remark("snapshot", False, _cannot_be_put_back(bad, len(taken), faults))

    def _folder(self) -> Iterator[Remark]:
        if place := synced_folders.network_drive(self._path):
            says = (
                f"The file lies on another machine's disk ({place.what}, {place.folder}), where "
                "two programs at once can damage it: keep it on a disk of this machine, and copies "
                "there with 'recco backup' or 'recco replicate'."
            )
            yield Remark("folder", False, says)
        if place := synced_folders.synced_by(self._path):
            says = (
                f"The file lies in a folder of {place.what} ({place.folder}): have recco open on "
                "one machine at a time, and let the sync finish before you open it on another "
                "('recco help data')."
            )
            yield Remark("folder", True, says, notice=True)

    def _copies(self) -> Iterator[Remark]:
        for one in synced_folders.conflict_copies(self._path)[:MOST_NAMED]:
            named = shlex.quote(str(one))
            says = (
                f"{one.name} looks like what a sync made of a conflict. To see how it differs: "
                f"recco restore {named} --dry-run. To open it: recco --db {named}"
            )
            yield Remark("copies", False, says)

    @cached_property
    def _taken(self) -> tuple[Snapshot, ...]:
        return snapshots.described(self._path)

    @cached_property
    def _read_through(self) -> set[Path]:
        """The snapshots that are read through: the newest, and older ones within bounds."""
        chosen, so_far = set(), 0
        for number, one in enumerate(self._taken):
            so_far += one.size
            if number and so_far > READ_THROUGH:
                break
            chosen.add(one.path)
        return chosen

    @cached_property
    def _faults(self) -> dict[Path, str]:
        """Why each snapshot cannot be put back, '' where it can."""
        return {
            one.path: checkup.why_not_restorable(
                one.path, thoroughly=one.path in self._read_through
            )
            for one in self._taken
        }

    def _age(self, one: Snapshot) -> int:
        return max((self._checks.now - one.taken_at).days, 0)

    def _old(self, one: Snapshot) -> str:
        return f"{count_of(self._age(one), 'day')} old"


def _cannot_be_put_back(bad: Sequence[Snapshot], many: int, faults: dict[Path, str]) -> str:
    named = [f"{one.path.name} ({faults[one.path]})" for one in bad[:MOST_NAMED]]
    more = f" and {len(bad) - MOST_NAMED} more" if len(bad) > MOST_NAMED else ""
    return (
        f"{len(bad)} of {count_of(many, 'snapshot')} cannot be put back: {', '.join(named)}{more}."
    )
