"""Which files of the archives are read: the shallower of two alike, the larger, no assistants'."""

from collections.abc import Sequence
from dataclasses import dataclass

from recco_tui.core.errors import ArchiveError
from recco_tui.importing.read.archive import MOST_BYTES, Archive, Entry
from recco_tui.importing.read.decoding import TextSource
from recco_tui.importing.read.remarks import Remarks
from recco_tui.importing.read.sheets import Sheet, named_sheet, never_ours, part_of, stem_of
from recco_tui.importing.read.tables import find_header, first_lines

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


@dataclass(frozen=True, slots=True)
class Chosen:
    """A file to read. `file` is its name for people, `number` its archive's place in the list."""

    archive: Archive
    entry: Entry
    file: str
    promised: Sheet | None
    number: int


def choose(archives: Sequence[Archive], remarks: Remarks) -> list[Chosen]:
    """The files to read, in the order in which they were given; what is left out and why.

    ArchiveError when they are too large together.
    """
    chosen: list[Chosen] = []
    for number, archive in enumerate(archives):
        prefix = f"{archive.label}/" if len(archives) > 1 and len(archive.entries) > 1 else ""
        for name, why in archive.refused:
            remarks.leave_out(prefix + name, 0, why)
        for entry, promised in _best(archive, prefix, remarks):
            chosen.append(Chosen(archive, entry, prefix + entry.name, promised, number))
    for number, archive in enumerate(archives):
        size = sum(one.entry.size for one in chosen if one.number == number)
        if size > MOST_BYTES:
            raise ArchiveError(
                f"{archive.label} holds {size / 2**20:,.0f} MB of tables, no LinkedIn export does:"
                " it was not read."
            )
    return chosen


def _best(archive: Archive, prefix: str, remarks: Remarks) -> list[tuple[Entry, Sheet | None]]:
    alone = len(archive.entries) == 1
    groups: dict[tuple[str, str], list[tuple[Entry, Sheet | None]]] = {}
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


def _has_our_header(entry: Entry) -> bool:
    """Whether a file with a name of its own looks like ours inside: only its start is read."""
    with TextSource(entry.open(), lambda _: None) as source:
        return find_header(first_lines(source), None) is not None
