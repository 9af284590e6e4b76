"""LinkedIn's data export, from paths to one `Export`. Reads only; nothing is written anywhere."""

import csv
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from recco_tui.core.errors import ArchiveError, Cancelled
from recco_tui.core.export import Export, FileRead
from recco_tui.core.models import Direction
from recco_tui.core.names import clean_name, display_name
from recco_tui.importing.read.archive import Archive, open_archive, stamp_in
from recco_tui.importing.read.choosing import (
    ChosenFile,
    choose,
    is_known_but_unused,
    newest_of_each,
)
from recco_tui.importing.read.contents import Remarks, SeenAddresses, SheetContents
from recco_tui.importing.read.dates import DateReader
from recco_tui.importing.read.merging import check_one_owner, merge
from recco_tui.importing.read.messages import read_messages
from recco_tui.importing.read.other_files import without_people
from recco_tui.importing.read.rows import (
    read_connections,
    read_endorsements,
    read_invitations,
    read_profile,
    read_recommendations,
    read_work,
)
from recco_tui.importing.read.sheets import Sheet, direction_of, titles_of
from recco_tui.importing.read.tables import LONGEST_LINE, MOST_TITLES, Table, TextSource

_A_YEAR = timedelta(days=366)
_SLACK = timedelta(days=2)
"""Between today and a day that is believed all the same: zones differ, and so do clocks."""


@dataclass(frozen=True, slots=True)
class ReadingProgress:
    """How far the reading is: the file being read, and bytes of all files together."""

    file: str
    done: int
    total: int


def read_export(
    paths: Sequence[Path],
    *,
    today: date | None = None,
    progress: Callable[[ReadingProgress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Export:
    """Read archives, folders and single files of one owner together.

    Of a folder without an export's tables the one export that lies in it as an archive is read.
    No day behind `today` (else behind the one in the archive's name) is believed. `progress` and
    `cancelled` are called about every 64 kB. Raises ArchiveError (one sentence) when a path is no
    export, damaged or dangerous, Cancelled when `cancelled` says so. A bad row never raises: it
    stands in `Export.ignored`.
    """
    if not paths:
        raise ArchiveError("Nothing to read. Choose the .zip or folder from LinkedIn.")
    # Never lowered: another reader in this process may need what it has.
    csv.field_size_limit(max(csv.field_size_limit(), LONGEST_LINE))
    remarks = Remarks()
    with ExitStack() as until:
        unique = {path.absolute(): path for path in paths}
        archives = [open_archive(path, until) for path in unique.values()]
        chosen = choose(archives, remarks)
        told = _Reading(chosen, today, progress, cancelled).read_all()
    read = []
    for one, contents in zip(chosen, told, strict=True):
        if isinstance(contents, SheetContents):
            read.append((one, contents))
        else:
            remarks.leave_out(one.file, 0, contents)
    if not read:
        if len(archives) == 1 and len(archives[0].inside) == 1:
            ((name, path),) = archives[0].inside.items()
            export = read_export([path], today=today, progress=progress, cancelled=cancelled)
            which = f"Read {name}, the only export in {archives[0].label}."
            return replace(export, warnings=(which, *export.warnings))
        raise _nothing_read(archives, remarks)
    check_one_owner([contents for _, contents in read])
    age = _Age(read, today)
    files = newest_of_each(read, age.days, remarks)
    _warn_of_parts(archives, files, remarks)
    return replace(
        merge(files, remarks, age.exported_on),
        is_stamped=age.is_stamped,
    )


class _Age:
    """The day of each export, by its number, and of all together: as their names say, else the
    newest day told in them. Without any, the files' own time is better than none."""

    def __init__(
        self, read: Sequence[tuple[ChosenFile, SheetContents]], today: date | None
    ) -> None:
        stamps: dict[int, date] = {}
        told: dict[int, date] = {}
        for one, contents in read:
            stamp, newest = _believed(one.stamped_on, today), contents.newest_day
            if stamp:
                stamps[one.number] = stamp
            if newest:
                told[one.number] = max(newest, told.get(one.number, newest))
        self.days = {one.number: stamps.get(one.number) or told.get(one.number) for one, _ in read}
        newest_day = max(filter(None, self.days.values()), default=None)
        # Of an archive with several exports in it, none of which has a day in its own name.
        around = [] if stamps else [stamp_in((one.archive.label,)) for one, _ in read]
        believed = [_believed(day, today) for day in around]
        stamp = max(filter(None, believed), default=None)
        self.is_stamped = bool(stamp) or newest_day in stamps.values()
        self.exported_on = stamp or newest_day or _newest_file(read, today)


def _believed(stamp: date | None, today: date | None) -> date | None:
    """The day in a name, unless it is a year ahead: a clock may be wrong, but not so."""
    return None if stamp and today and stamp > today + _A_YEAR else stamp


def _newest_file(
    read: Sequence[tuple[ChosenFile, SheetContents]], today: date | None
) -> date | None:
    days = [one.entry.changed_on for one, _ in read if one.entry.changed_on]
    return max((min(day, today or day) for day in days), default=None)


def _turn(one: ChosenFile) -> tuple[int, date]:
    """When to read a file: first what names people, then what may have many addresses of them.

    Messages of before 2018 have none: the older ones come before those that do.
    """
    day = one.stamped_on or one.entry.changed_on or date.min
    return _TURNS.get(one.promised, len(_TURNS)), day


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


_MOST_INSIDE = 5
"""Archives of a folder that are named."""


def _nothing_read(archives: Sequence[Archive], remarks: Remarks) -> ArchiveError:
    label = archives[0].label if len(archives) == 1 else "None of these"
    names = [entry.name for archive in archives for entry in archive.entries]
    unused = [name.rpartition("/")[2] for name in names if is_known_but_unused(name)]
    for archive in archives:
        if archive.inside:
            shown = ", ".join([*archive.inside][:_MOST_INSIDE])
            more = ", …" if len(archive.inside) > _MOST_INSIDE else ""
            return ArchiveError(
                f"{archive.label} is not a LinkedIn export, but it contains some: {shown}{more}."
                " Choose one of them."
            )
    if unused and len(archives) == 1:
        return ArchiveError(f"{label} {without_people(unused)}.")
    verb = "is not a LinkedIn export" if len(archives) == 1 else "is a LinkedIn export"
    told = next(iter(remarks.ignored), None)
    if told:
        reason = told.why if told.file == label else f"{told.file}: {told.why}"
    else:
        reason = "no file in it has the columns of Connections.csv or messages.csv"
    return ArchiveError(f"{label} {verb}: {reason}.")


_OF_PEOPLE = (
    Sheet.CONNECTIONS,
    Sheet.RECOMMENDATIONS,
    Sheet.MESSAGES,
    Sheet.INVITATIONS,
    Sheet.ENDORSEMENTS,
)


def _warn_of_parts(
    archives: Sequence[Archive], files: Sequence[SheetContents], remarks: Remarks
) -> None:
    """Say that an export holds no one, and that another one lies beside what was read."""
    if not any(contents.sheet in _OF_PEOPLE for contents in files):
        names = {contents.read.file.rpartition("/")[2] for contents in files}
        remarks.warn(f"{archives[0].label} {without_people(names)}.")
    for archive in archives:
        for name in archive.inside:
            remarks.warn(f"{name} in {archive.label} was not read. Import it on its own.")


class _Reading:
    """Reads the chosen files one after the other and tells how far it is."""

    def __init__(
        self,
        chosen: Sequence[ChosenFile],
        today: date | None,
        progress: Callable[[ReadingProgress], None] | None,
        cancelled: Callable[[], bool] | None,
    ) -> None:
        self._today = today
        self._chosen, self._progress, self._cancelled = chosen, progress, cancelled
        self._total = sum(file.entry.size for file in chosen)
        self._before = 0
        self._wanted: set[str] = set()

    def read_all(self) -> list[SheetContents | str]:
        """What each file says, in the order given; in words why one is left out."""
        turns = sorted(range(len(self._chosen)), key=lambda index: _turn(self._chosen[index]))
        told = {index: self._read(self._chosen[index]) for index in turns}
        return [told[index] for index in range(len(told))]

    def _read(self, one: ChosenFile) -> SheetContents | str:
        latest = self._last_believed(one)
        dates = DateReader(latest=latest)
        contents = self._attempt(one, dates)
        if dates.swapped:
            contents = self._attempt(one, DateReader(day_first=True, latest=latest))
            if isinstance(contents, SheetContents):
                contents.remarks.warn(f"{one.file}: its dates were read as day/month/year")
        self._before += one.entry.size
        return contents

    def _last_believed(self, one: ChosenFile) -> date | None:
        """A clock may be wrong: the day in LinkedIn's own name counts where it is later."""
        if self._today is None:
            return None
        stamp = _believed(one.stamped_on, self._today)
        return max(self._today, stamp or self._today) + _SLACK

    def _attempt(self, one: ChosenFile, dates: DateReader) -> SheetContents | str:
        remarks = Remarks()
        with TextSource(one.entry.open(), self._meter(one)) as source:
            table = Table(one.file, source, one.promised, remarks)
            contents = _read(table, one, dates, remarks, self._wanted)
            if source.guessed:
                remarks.warn(
                    f"{one.file} is not UTF-8 throughout. Odd letters were read as "
                    "Windows-1252; check the accents"
                )
            if source.was_encoded_twice:
                remarks.warn(
                    f"{one.file}: its accents were encoded twice (“Ã«” for “ë”) and are fixed;"
                    " check the names"
                )
        return contents

    def _meter(self, one: ChosenFile) -> Callable[[int], None]:
        def on_bytes(count: int) -> None:
            if self._cancelled and self._cancelled():
                raise Cancelled("Stopped while reading. Nothing was changed.")
            if self._progress:
                done = min(self._before + min(count, one.entry.size), self._total)
                self._progress(ReadingProgress(one.file, done, self._total))

        return on_bytes


def _read(
    table: Table, one: ChosenFile, dates: DateReader, remarks: Remarks, wanted: set[str]
) -> SheetContents | str:
    """What the file says, or in words why nothing; `wanted`: names whose addresses are needed."""
    sheet = table.sheet
    if not table.found or sheet is None:
        return table.why_not_found
    contents = SheetContents(sheet, FileRead(one.file, sheet.value, 0), remarks, one.number)
    contents.met, contents.contacts = SeenAddresses(wanted), SeenAddresses(wanted)
    if sheet is Sheet.RECOMMENDATIONS:
        contents.direction = read_recommendations(
            table, dates, contents, direction_of(one.entry.name)
        )
        if contents.direction is None:
            return (
                "its name does not show whose recommendations these are. Name it "
                "Recommendations_Received.csv or Recommendations_Given.csv"
            )
        wanted.update(display_name(r.first_name, r.last_name) for r in contents.recommendations)
    elif sheet is Sheet.CONNECTIONS:
        read_connections(table, dates, contents)
    elif sheet is Sheet.MESSAGES:
        read_messages(table, contents, wanted)
    else:
        _READERS[sheet](table, contents)
    _warn_of_columns(table, sheet, remarks)
    wanted.update(filter(None, (clean_name(contents.profile_name),)))
    contents.read = FileRead(one.file, _what(sheet, contents.direction), table.rows)
    return contents


_READERS: dict[Sheet, Callable[[Table, SheetContents], None]] = {
    Sheet.PROFILE: read_profile,
    Sheet.INVITATIONS: read_invitations,
    Sheet.ENDORSEMENTS: read_endorsements,
    Sheet.POSITIONS: read_work,
    Sheet.PROJECTS: read_work,
}


_MISSED = ("company", "position", "date")
"""Columns that a file of people may lack, but that are missed where others are not understood."""


def _warn_of_columns(table: Table, sheet: Sheet, remarks: Remarks) -> None:
    if sheet not in (Sheet.CONNECTIONS, Sheet.RECOMMENDATIONS):
        return
    unknown = table.unknown_columns
    lacking = [field for field in _MISSED if field not in table.columns]
    if unknown and lacking:
        missing = " and ".join(titles_of(sheet, lacking))
        others = ", ".join(unknown[:MOST_TITLES])
        remarks.warn(f"{table.file}: no column for {missing}; not understood: {others}")


def _what(sheet: Sheet, direction: Direction | None) -> str:
    return f"{sheet} {direction}" if direction else sheet.value
