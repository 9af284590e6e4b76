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
from recco_tui.exchange.linkedin.archive import Archive, open_archive
from recco_tui.exchange.linkedin.choosing import Chosen, choose
from recco_tui.exchange.linkedin.dates import DateReader
from recco_tui.exchange.linkedin.decoding import LONGEST_LINE, TextSource
from recco_tui.exchange.linkedin.facts import Facts
from recco_tui.exchange.linkedin.merging import merge
from recco_tui.exchange.linkedin.messages import read_messages
from recco_tui.exchange.linkedin.owner import check_one_owner
from recco_tui.exchange.linkedin.people import (
    read_connections,
    read_endorsements,
    read_invitations,
    read_profile,
    read_work,
)
from recco_tui.exchange.linkedin.recommendations import read_recommendations
from recco_tui.exchange.linkedin.remarks import Remarks
from recco_tui.exchange.linkedin.sheets import Sheet, direction_of
from recco_tui.exchange.linkedin.tables import Table


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
        reading = _Reading(chosen, progress, cancelled)
        files = [facts for one in chosen if (facts := reading.read(one))]
        for one, why in reading.unread:
            remarks.leave_out(one.file, 0, why)
    if not files:
        raise _nothing_read(archives, remarks)
    check_one_owner(files)
    return merge(files, remarks, _exported_on(archives[0]))


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
        reason = f"{told.file}: {told.why}"
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
        self._progress, self._cancelled = progress, cancelled
        self._total = sum(one.entry.size for one in chosen)
        self._before = 0
        self.unread: list[tuple[Chosen, str]] = []

    def read(self, one: Chosen) -> Facts | None:
        """What the file says; None when it is not what its name promises."""
        dates = DateReader()
        facts = self._attempt(one, dates)
        if dates.swapped:
            facts = self._attempt(one, DateReader(day_first=True))
            if facts:
                facts.remarks.warn(f"{one.file}: its dates were read as day/month/year")
        self._before += one.entry.size
        return facts

    def _attempt(self, one: Chosen, dates: DateReader) -> Facts | None:
        remarks = Remarks()
        with TextSource(one.entry.open(), self._meter(one)) as source:
            table = Table(one.file, source, one.promised, remarks)
            why, facts = _read(table, one, dates, remarks)
            if source.mended:
                remarks.warn(
                    f"{one.file} is not UTF-8 throughout: the odd letters were read as "
                    "Windows-1252, have a look at the accents"
                )
        if not facts:
            self.unread.append((one, why))
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
    table: Table, one: Chosen, dates: DateReader, remarks: Remarks
) -> tuple[str, Facts | None]:
    """Facts, or in words why there are none."""
    sheet = table.sheet
    if not table.found or sheet is None:
        if table.is_blank:
            return "the file is empty", None
        return "none of its first ten rows is the header of a table that is read here", None
    facts = Facts(sheet, FileRead(one.file, sheet.value, 0), remarks, one.number)
    if sheet is Sheet.RECOMMENDATIONS:
        facts.direction = read_recommendations(table, dates, facts, direction_of(one.entry.name))
        if facts.direction is None:
            return (
                "its name does not say whose recommendations these are: call it "
                "Recommendations_Received.csv or Recommendations_Given.csv"
            ), None
    elif sheet is Sheet.CONNECTIONS:
        read_connections(table, dates, facts)
    else:
        _READERS[sheet](table, facts)
    facts.read = FileRead(one.file, _what(sheet, facts.direction), table.rows)
    return "", facts


_READERS: dict[Sheet, Callable[[Table, Facts], None]] = {
    Sheet.PROFILE: read_profile,
    Sheet.INVITATIONS: read_invitations,
    Sheet.ENDORSEMENTS: read_endorsements,
    Sheet.MESSAGES: read_messages,
    Sheet.POSITIONS: read_work,
    Sheet.PROJECTS: read_work,
}


def _what(sheet: Sheet, direction: Direction | None) -> str:
    return f"{sheet} {direction}" if direction else sheet.value
