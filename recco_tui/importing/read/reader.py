"""LinkedIn's data export, from paths to one `Export`. Reads only; nothing is written anywhere.

Of the files of the archives those are read that are ours: the shallower of two alike, the larger,
none of the assistants'.
"""

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
from recco_tui.importing.read.archive import MOST_BYTES, Archive, ArchivedFile, open_archive
from recco_tui.importing.read.contents import Remarks, SeenAddresses, SheetContents
from recco_tui.importing.read.dates import DateReader
from recco_tui.importing.read.merging import check_one_owner, merge
from recco_tui.importing.read.messages import read_messages
from recco_tui.importing.read.rows import (
    read_connections,
    read_endorsements,
    read_invitations,
    read_profile,
    read_recommendations,
    read_work,
)
from recco_tui.importing.read.sheets import (
    Sheet,
    direction_of,
    named_sheet,
    never_ours,
    part_of,
    stem_of,
)
from recco_tui.importing.read.tables import (
    LONGEST_LINE,
    Table,
    TextSource,
    find_header,
    first_lines,
)

_OTHER_NAMES = """
    adsclicked adtargeting articles causesyoucareabout certifications comments companyfollows
    courses education emailaddresses events hashtagfollows honors importedcontacts
    inferencesaboutyou instantreposts jobapplicantsavedanswers jobapplicantsavedscreeningquestion
    jobapplications jobseekerpreferences languages logins memberfollows organizations patents
    phonenumbers privateidentityasset publications reactions receipts receiptsv2 registration
    richmedia savedanswers saveditems savedjobalerts savedjobs searchqueries securitychallenges
    shares skills testscores verifications volunteering votes whatsappphonenumbers
    """
_OTHERS = frozenset(_OTHER_NAMES.split())
"""Files of an export that recco has no use for: not even their headers are read."""
MOST_LOOKS = 500
"""Files with names of their own whose headers are read; an export has about 60 files."""

_Candidate = tuple[ArchivedFile, Sheet | None]
"""A file that may be read, and what its name promises."""


@dataclass(frozen=True, slots=True)
class ChosenFile:
    """A file to read. `file` is its name for people, `number` its archive's place in the list."""

    archive: Archive
    entry: ArchivedFile
    file: str
    promised: Sheet | None
    number: int


def choose(archives: Sequence[Archive], remarks: Remarks) -> list[ChosenFile]:
    """The files to read, in the order in which they were given; what is left out and why.

    ArchiveError when they are too large together.
    """
    chosen: list[ChosenFile] = []
    for number, archive in enumerate(archives):
        prefix = f"{archive.label}/" if len(archives) > 1 and len(archive.entries) > 1 else ""
        for name, why in archive.refused:
            remarks.leave_out(prefix + name, 0, why)
        for entry, promised in _best(archive, prefix, remarks):
            chosen.append(ChosenFile(archive, entry, prefix + entry.name, promised, number))
    for number, archive in enumerate(archives):
        size = sum(file.entry.size for file in chosen if file.number == number)
        if size > MOST_BYTES:
            raise ArchiveError(
                f"{archive.label} holds {size / 2**20:,.0f} MB of tables, no LinkedIn export does:"
                " it was not read."
            )
    return chosen


def _best(archive: Archive, prefix: str, remarks: Remarks) -> list[_Candidate]:
    alone = len(archive.entries) == 1
    groups: dict[tuple[str, str], list[_Candidate]] = {}
    looks = 0
    for entry in archive.entries:
        stem = stem_of(entry.name)
        if never_ours(entry.name) or (stem in _OTHERS and not alone):
            continue
        promised = named_sheet(entry.name)
        looks += not (promised or alone)
        if promised or alone or (looks <= MOST_LOOKS and _has_our_header(entry)):
            groups.setdefault((stem, part_of(entry.name)), []).append((entry, promised))
    if looks > MOST_LOOKS:
        why = f"more than {MOST_LOOKS} tables with names of their own; the rest were left out"
        remarks.leave_out(archive.label, 0, why)
    best = []
    for twins in groups.values():
        twins.sort(key=lambda twin: (twin[0].depth, " " in twin[0].name, -twin[0].size))
        best.append(twins[0])
        for entry, _ in twins[1:]:
            why = f"another copy of {twins[0][0].name}, which was read"
            remarks.leave_out(prefix + entry.name, 0, why)
    return best


def _has_our_header(entry: ArchivedFile) -> bool:
    """Whether a file with a name of its own looks like ours inside: only its start is read."""
    with TextSource(entry.open(), lambda _: None) as source:
        return find_header(first_lines(source), None) is not None


@dataclass(frozen=True, slots=True)
class ReadingProgress:
    """How far the reading is: the file being read, and bytes of all files together."""

    file: str
    done: int
    total: int


def read_export(
    paths: Sequence[Path],
    *,
    progress: Callable[[ReadingProgress], None] | None = None,
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
    for one, contents in zip(chosen, told, strict=True):
        if isinstance(contents, SheetContents):
            files.append(contents)
        else:
            remarks.leave_out(one.file, 0, contents)
    if not files:
        raise _nothing_read(archives, remarks)
    check_one_owner(files)
    return merge(files, remarks, _exported_on(archives[0]))


def _turn(one: ChosenFile) -> tuple[int, int]:
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
        chosen: Sequence[ChosenFile],
        progress: Callable[[ReadingProgress], None] | None,
        cancelled: Callable[[], bool] | None,
    ) -> None:
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
        dates = DateReader()
        contents = self._attempt(one, dates)
        if dates.swapped:
            contents = self._attempt(one, DateReader(day_first=True))
            if isinstance(contents, SheetContents):
                contents.remarks.warn(f"{one.file}: its dates were read as day/month/year")
        self._before += one.entry.size
        return contents

    def _attempt(self, one: ChosenFile, dates: DateReader) -> SheetContents | str:
        remarks = Remarks()
        with TextSource(one.entry.open(), self._meter(one)) as source:
            table = Table(one.file, source, one.promised, remarks)
            contents = _read(table, one, dates, remarks, self._wanted)
            if source.mended:
                remarks.warn(
                    f"{one.file} is not UTF-8 throughout: the odd letters were read as "
                    "Windows-1252, have a look at the accents"
                )
        return contents

    def _meter(self, one: ChosenFile) -> Callable[[int], None]:
        def on_bytes(count: int) -> None:
            if self._cancelled and self._cancelled():
                raise Cancelled("Stopped while reading: nothing was changed.")
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
                "its name does not say whose recommendations these are: call it "
                "Recommendations_Received.csv or Recommendations_Given.csv"
            )
        wanted.update(display_name(r.first_name, r.last_name) for r in contents.recommendations)
    elif sheet is Sheet.CONNECTIONS:
        read_connections(table, dates, contents)
    elif sheet is Sheet.MESSAGES:
        read_messages(table, contents, wanted)
    else:
        _READERS[sheet](table, contents)
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


def _what(sheet: Sheet, direction: Direction | None) -> str:
    return f"{sheet} {direction}" if direction else sheet.value
