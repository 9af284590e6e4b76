"""Which files of an archive are read: those that are ours, and of two alike the newer one.

A folder may hold several exports, each in a folder of its own. Files alike are then all read, so
that it shows whose they are and how new; what of them is used is chosen afterwards.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from recco_tui.core.errors import ArchiveError
from recco_tui.importing.read.archive import MOST_BYTES, Archive, ArchivedFile, stamp_in
from recco_tui.importing.read.contents import Remarks, SheetContents
from recco_tui.importing.read.sheets import Sheet, named_sheet, never_ours, part_of, stem_of
from recco_tui.importing.read.tables import TextSource, find_header, first_lines

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
MOST_COPIES = 4
"""Of one file, in as many folders; the rest is not even read."""
_LARGEST_COPY = 32 * 2**20
"""Bytes; a larger one is read only where there is no other."""

_Candidate = tuple[ArchivedFile, Sheet | None]
"""A file that may be read, and what its name promises."""


@dataclass(frozen=True, slots=True)
class ChosenFile:
    """A file to read. `file` is its name for people; files alike of one archive share their `twin`.

    `number` tells which export it is of: an archive's own, or one in a folder of it. `stamped_on`
    is the day in the name of that.
    """

    archive: Archive
    entry: ArchivedFile
    file: str
    promised: Sheet | None
    number: int
    twin: tuple[int, str, str]
    stamped_on: date | None


def is_known_but_unused(name: str) -> bool:
    """Whether a file belongs to LinkedIn's exports and holds nothing for recco."""
    return stem_of(name) in _OTHERS


def choose(archives: Sequence[Archive], remarks: Remarks) -> list[ChosenFile]:
    """The files to read, in the order in which they were given; what is left out and why.

    ArchiveError when they are too large together.
    """
    chosen: list[ChosenFile] = []
    exports = 0
    for number, archive in enumerate(archives):
        prefix = f"{archive.label}/" if len(archives) > 1 and len(archive.entries) > 1 else ""
        for name, why in archive.refused:
            remarks.leave_out(prefix + name, 0, why)
        groups = _alike(archive, remarks)
        roots = _roots(groups.values())
        for key, twins in groups.items():
            for entry, promised in _copies(twins, prefix, remarks):
                root = next((root for root in roots if entry.name.startswith(root)), "")
                place = roots.index(root) if root in roots else 0
                stamp = stamp_in(tuple(root.split("/"))) if len(roots) > 1 else archive.stamped_on
                chosen.append(
                    ChosenFile(
                        archive=archive,
                        entry=entry,
                        file=prefix + entry.name,
                        promised=promised,
                        number=exports + place,
                        twin=(number, *key),
                        stamped_on=stamp,
                    )
                )
        exports += max(1, len(roots))
    _refuse_too_large(archives, chosen)
    return chosen


def _refuse_too_large(archives: Sequence[Archive], chosen: Sequence[ChosenFile]) -> None:
    for archive in archives:
        size = sum(file.entry.size for file in chosen if file.archive is archive)
        if size > MOST_BYTES:
            raise ArchiveError(
                f"{archive.label} holds {size / 2**20:,.0f} MB of tables, no LinkedIn export does:"
                " it was not read."
            )


def _alike(archive: Archive, remarks: Remarks) -> dict[tuple[str, str], list[_Candidate]]:
    """The files that may be ours, those with the same name together, the likeliest first."""
    alone = len(archive.entries) == 1
    groups: dict[tuple[str, str], list[_Candidate]] = {}
    looks = 0
    for entry in archive.entries:
        if never_ours(entry.name) or (is_known_but_unused(entry.name) and not alone):
            continue
        promised = named_sheet(entry.name)
        looks += not (promised or alone)
        if promised or alone or (looks <= MOST_LOOKS and _has_our_header(entry)):
            key = stem_of(entry.name), part_of(entry.name)
            groups.setdefault(key, []).append((entry, promised))
    if looks > MOST_LOOKS:
        why = f"more than {MOST_LOOKS} tables with unknown names; the rest were skipped"
        remarks.leave_out(archive.label, 0, why)
    for twins in groups.values():
        twins.sort(key=lambda twin: (twin[0].depth, " " in twin[0].name, -twin[0].size))
    return groups


def _roots(groups: Iterable[Sequence[_Candidate]]) -> list[str]:
    """The folders of an archive that are exports of their own, the deeper first.

    There are none where no two files are alike in different folders.
    """
    roots: set[str] = set()
    for twins in groups:
        folders = {_folder_of(entry) for entry, _ in twins}
        if len(folders) > 1:
            roots |= folders
    return sorted(roots, key=lambda root: (-root.count("/"), root))


def _folder_of(entry: ArchivedFile) -> str:
    folder, slash, _ = entry.name.rpartition("/")
    return folder + slash


def _copies(twins: Sequence[_Candidate], prefix: str, remarks: Remarks) -> list[_Candidate]:
    """One file of each folder."""
    found: dict[str, _Candidate] = {}
    for entry, promised in twins:
        folder = _folder_of(entry)
        is_small = not found or entry.size <= _LARGEST_COPY
        if folder not in found and len(found) < MOST_COPIES and is_small:
            found[folder] = entry, promised
        else:
            leave_out_copy(remarks, prefix + entry.name, twins[0][0].name)
    return list(found.values())


def leave_out_copy(remarks: Remarks, file: str, read: str) -> None:
    """Say of a file that another one like it was read."""
    remarks.leave_out(file, 0, f"another copy of {read}")


def _has_our_header(entry: ArchivedFile) -> bool:
    """Whether a file with a name of its own looks like ours inside: only its start is read."""
    with TextSource(entry.open(), lambda _: None) as source:
        return find_header(first_lines(source), None) is not None


def newest_of_each(
    read: Sequence[tuple[ChosenFile, SheetContents]],
    days: Mapping[int, date | None],
    remarks: Remarks,
) -> list[SheetContents]:
    """Of files alike the one of the newest export; all of them newest first, as they were given."""
    ordered = sorted(read, key=lambda pair: days.get(pair[0].number) or date.min, reverse=True)
    best: dict[tuple[int, str, str], ChosenFile] = {}
    for chosen, _ in ordered:
        best.setdefault(chosen.twin, chosen)
    for chosen, _ in read:
        if best[chosen.twin] is not chosen:
            leave_out_copy(remarks, chosen.file, best[chosen.twin].entry.name)
    return [contents for chosen, contents in ordered if best[chosen.twin] is chosen]
