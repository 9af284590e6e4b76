"""LinkedIn's data export, from paths to one `Export`. Reads only; nothing is written anywhere."""

import csv
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from recco_tui.core.errors import ArchiveError, Cancelled
from recco_tui.core.export import Export, FileRead
from recco_tui.core.models import Direction
from recco_tui.core.names import clean_name, display_name
from recco_tui.importing.read.archive import Archive, open_archive
from recco_tui.importing.read.choosing import Chosen, choose
from recco_tui.importing.read.dates import DateReader
from recco_tui.importing.read.decoding import LONGEST_LINE, TextSource
from recco_tui.importing.read.facts import Facts
from recco_tui.importing.read.merging import merge
from recco_tui.importing.read.messages import read_messages
from recco_tui.importing.read.met import Met
from recco_tui.importing.read.owner import check_one_owner
from recco_tui.importing.read.people import (
    read_connections,
    read_endorsements,
    read_invitations,
    read_profile,
    read_work,
)
from recco_tui.importing.read.recommendations import read_recommendations
from recco_tui.importing.read.remarks import Remarks
from recco_tui.importing.read.sheets import Sheet, direction_of
from recco_tui.importing.read.tables import Table


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the reading is: the file being read, and bytes of all files together."""

    file: str
    done: int
    total: int


def read_export(
    paths: Sequence[Path],
    *,
    progress: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Export:
    """Read archives, folders and single files of one owner together.

    `progress` and `cancelled` are called about every 64 kB. Raises ArchiveError (one sentence)
    when a path is no export, damaged or dangerous, Cancelled when `cancelled` says so. A bad row
    never raises: it stands in `Export.ignored`.
    """
    if not paths:
        raise ArchiveError("Nothing to read: give the .zip or the folder that LinkedIn sent you.")
    # Never lowered: another reader in this process may need what it has.
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST_LINE))
    remarks = Remarks()
    with ExitStack() as until:
        unique = {path.absolute(): path for path in paths}
        archives = [open_archive(path, until) for path in unique.values()]
        archives.sort(key=_age, reverse=True)
        chosen = choose(archives, remarks)
        told = _Reading(chosen, progress, cancelled).read_all()
    files = []
    for one, facts in zip(chosen, told, strict=True):
        if isinstance(facts, Facts):
            files.append(facts)
        else:
            remarks.leave_out(one.file, 0, facts)
    if not files:
        raise _nothing_read(archives, remarks)
    check_one_owner(files)
    return merge(files, remarks, _exported_on(archives[0]))


def _turn(one: Chosen) -> tuple[int, int]:
    """When to read a file: first what names people, then what may have many addresses of them.

    Messages of before 2018 have none: the older ones come before those that do.
    """
    return _TURNS.get(one.promised, len(_TURNS)), -one.number


_TURNS: dict[Sheet | None, int] = {
    sheet: turn
    for turn, sheet in enumerate(
        (
            Sheet.RECOMMENDATIONS,
            Sheet.PROFILE,
            Sheet.CONNECTIONS,
            Sheet.POSITIONS,
            Sheet.PROJECTS,
            None,  # may be any of these
            Sheet.MESSAGES,
            Sheet.INVITATIONS,
            Sheet.ENDORSEMENTS,
        )
    )
}


def _exported_on(archive: Archive) -> date | None:
    """As its name says; else the newest file in it."""
    days = (entry.changed_on for entry in archive.entries)
    return archive.stamped_on or max(filter(None, days), default=None)


def _age(archive: Archive) -> date:
    return _exported_on(archive) or date.min


def _nothing_read(archives: Sequence[Archive], remarks: Remarks) -> ArchiveError:
    label = archives[0].label if len(archives) == 1 else "None of these"
    verb = "is no LinkedIn export" if len(archives) == 1 else "is a LinkedIn export"
    told = next(iter(remarks.ignored), None)
    if told:
        reason = told.why if told.file == label else f"{told.file}: {told.why}"
    else:
        reason = "no file in it has the columns of Connections.csv, messages.csv and the like"
    return ArchiveError(f"{label} {verb}: {reason}.")


class _Reading:
    """Reads the chosen files one after the other and tells how far it is."""

    def __init__(
        self,
        chosen: Sequence[Chosen],
        progress: Callable[[Progress], None] | None,
        cancelled: Callable[[], bool] | None,
    ) -> None:
        self._chosen, self._progress, self._cancelled = chosen, progress, cancelled
        self._total = sum(one.entry.size for one in chosen)
        self._before = 0
        self._wanted: set[str] = set()

    def read_all(self) -> list[Facts | str]:
        """What each file says, in the order given; in words why one is left out."""
        turns = sorted(range(len(self._chosen)), key=lambda index: _turn(self._chosen[index]))
        told = {index: self._read(self._chosen[index]) for index in turns}
        return [told[index] for index in range(len(told))]

    def _read(self, one: Chosen) -> Facts | str:
        dates = DateReader()
        facts = self._attempt(one, dates)
        if dates.swapped:
            facts = self._attempt(one, DateReader(day_first=True))
            if isinstance(facts, Facts):
                facts.remarks.warn(f"{one.file}: its dates were read as day/month/year")
        self._before += one.entry.size
        return facts

    def _attempt(self, one: Chosen, dates: DateReader) -> Facts | str:
        remarks = Remarks()
        with TextSource(one.entry.open(), self._meter(one)) as source:
            table = Table(one.file, source, one.promised, remarks)
            facts = _read(table, one, dates, remarks, self._wanted)
            if source.mended:
                remarks.warn(
                    f"{one.file} is not UTF-8 throughout: the odd letters were read as "
                    "Windows-1252, have a look at the accents"
                )
        return facts

    def _meter(self, one: Chosen) -> Callable[[int], None]:
        def on_bytes(count: int) -> None:
            if self._cancelled and self._cancelled():
                raise Cancelled("Stopped while reading: nothing was changed.")
            if self._progress:
                done = min(self._before + min(count, one.entry.size), self._total)
                self._progress(Progress(one.file, done, self._total))

        return on_bytes


def _read(
    table: Table, one: Chosen, dates: DateReader, remarks: Remarks, wanted: set[str]
) -> Facts | str:
    """Facts, or in words why there are none. `wanted` are the names whose addresses are needed."""
    sheet = table.sheet
    if not table.found or sheet is None:
        return table.why_not_found
    facts = Facts(sheet, FileRead(one.file, sheet.value, 0), remarks, one.number)
    facts.met, facts.contacts = Met(wanted), Met(wanted)
    if sheet is Sheet.RECOMMENDATIONS:
        facts.direction = read_recommendations(table, dates, facts, direction_of(one.entry.name))
        if facts.direction is None:
            return (
                "its name does not say whose recommendations these are: call it "
                "Recommendations_Received.csv or Recommendations_Given.csv"
            )
        wanted.update(display_name(r.first_name, r.last_name) for r in facts.recommendations)
    elif sheet is Sheet.CONNECTIONS:
        read_connections(table, dates, facts)
    elif sheet is Sheet.MESSAGES:
        read_messages(table, facts, wanted)
    else:
        _READERS[sheet](table, facts)
    wanted.update(filter(None, (clean_name(facts.profile_name),)))
    facts.read = FileRead(one.file, _what(sheet, facts.direction), table.rows)
    return facts


_READERS: dict[Sheet, Callable[[Table, Facts], None]] = {
    Sheet.PROFILE: read_profile,
    Sheet.INVITATIONS: read_invitations,
    Sheet.ENDORSEMENTS: read_endorsements,
    Sheet.POSITIONS: read_work,
    Sheet.PROJECTS: read_work,
}


def _what(sheet: Sheet, direction: Direction | None) -> str:
    return f"{sheet} {direction}" if direction else sheet.value
