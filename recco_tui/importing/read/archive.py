"""A path handed in, opened as a set of tables: an archive, an unpacked folder or a single file.

Everything in it is hostile until read. Nothing is written or unpacked, links are not followed,
and only files that may be ours are ever inflated.
"""

import os
import re
import stat
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import IO

from recco_tui.core.cleaning import clean_line
from recco_tui.core.errors import ArchiveError
from recco_tui.core.when import YEARS
from recco_tui.importing.named_file import kind_of, open_file

MOST_FILES = 10_000
MOST_BYTES = 512 * 2**20
"""Of one file and of all files of an archive that are read; 100,000 messages are about 50 MB."""
DEEPEST = 6

_STAMP = re.compile(r"LinkedInDataExport_(\d\d)-(\d\d)-(\d{4})", re.IGNORECASE)
_TABLES = (".csv",)


@dataclass(frozen=True, slots=True)
class Entry:
    """One table. `name` is its path inside, `size` in bytes; `open` may raise ArchiveError."""

    name: str
    size: int
    changed_on: date | None
    open: Callable[[], IO[bytes]]

    @property
    def depth(self) -> int:
        """How many folders it lies in."""
        return self.name.count("/")


@dataclass(frozen=True, slots=True)
class Archive:
    """What lies in one path. `refused` are entries that are never opened, and why.

    `stamped_on` is the date in the archive's own name, None when it has none.
    """

    label: str
    stamped_on: date | None
    entries: tuple[Entry, ...]
    refused: tuple[tuple[str, str], ...] = ()


def open_archive(path: Path, until: ExitStack) -> Archive:
    """Open a path; its files stay open until `until` ends. ArchiveError says what is wrong."""
    label = clean_line(path.name) or clean_line(str(path.absolute()))
    try:
        facts = path.stat()
        if stat.S_ISDIR(facts.st_mode):
            return _folder(path, label)
        if not stat.S_ISREG(facts.st_mode):
            raise ArchiveError(
                f"{label} is {kind_of(facts.st_mode)}, neither a file nor a folder: "
                "give the export's own file or folder."
            )
        if not facts.st_size:  # also what the system only shows as a file, and may wait in
            raise ArchiveError(f"{label} is empty (0 bytes): download it again.")
        file = until.enter_context(open_file(path))
        start = file.read(4)
        file.seek(0)
    except FileNotFoundError:
        raise ArchiveError(f"There is no file or folder {clean_line(str(path))}.") from None
    except (OSError, ValueError) as error:
        raise unreadable(label, error) from None
    if start[:2] == b"PK":
        from recco_tui.importing.read.zipped import zip_archive

        return zip_archive(file, path, label, until)
    changed = _day_of(facts.st_mtime)
    entry = Entry(clean_line(path.name), facts.st_size, changed, _opener(path, label))
    return Archive(label, stamp_in(path.absolute().parts[-2:]), (entry,))


def unreadable(label: str, error: Exception) -> ArchiveError:
    """A system's refusal, in a sentence."""
    reason = (error.strerror if isinstance(error, OSError) else "") or "the path makes no sense"
    return ArchiveError(f"{label} cannot be read: {reason[:1].lower()}{reason[1:]}.")


def stamp_in(names: tuple[str, ...]) -> date | None:
    """The date in a name such as `Basic_LinkedInDataExport_11-20-2026.zip`; the last one counts."""
    for name in reversed(names):
        found = _STAMP.search(name)
        if found:
            month, day, year = map(int, found.groups())
            with suppress(ValueError):
                return _plausible(date(year, month, day))
    return None


def is_table(name: str) -> bool:
    """True for a CSV that is not one of macOS's or an editor's own copies."""
    parts = name.removeprefix("./").split("/")
    hidden = any(part.startswith(".") or part == "__MACOSX" for part in parts)
    return parts[-1].casefold().endswith(_TABLES) and not hidden


def too_many(label: str) -> ArchiveError:
    """More files than any export has."""
    return ArchiveError(
        f"{label} holds more than {MOST_FILES:,} files, no LinkedIn export does: "
        "give the export's own file or folder."
    )


def files_in(folder: Path, label: str) -> Iterator[tuple[str, Path]]:
    """Each file with its name inside, a folder's own before those of the folders in it.

    Links are not followed, hidden folders and those below `DEEPEST` not entered, nor those that
    cannot be listed. ArchiveError when the folder itself cannot be, or holds too much.
    """
    waiting, seen = [("", folder)], 0
    while waiting:
        inside, here = waiting.pop()
        files: list[str] = []
        folders: list[str] = []
        try:
            with os.scandir(here) as entries:
                for entry in entries:
                    seen += 1
                    if seen > MOST_FILES:
                        raise too_many(label)
                    is_folder = entry.is_dir(follow_symlinks=False)
                    (folders if is_folder else files).append(entry.name)
        except OSError as error:
            if here == folder:
                raise unreadable(label, error) from None
            continue
        yield from ((inside + name, here / name) for name in sorted(files))
        if inside.count("/") < DEEPEST:
            waiting += [
                (f"{inside}{name}/", here / name)
                for name in sorted(folders, reverse=True)
                if not name.startswith(".") and name != "__MACOSX"
            ]


def _folder(path: Path, label: str) -> Archive:
    entries: list[Entry] = []
    refused: list[tuple[str, str]] = []
    archives, names = 0, list(path.absolute().parts[-1:])
    for name, file in files_in(path, label):
        archives += name.casefold().endswith(".zip")
        if not is_table(name):
            continue
        shown = clean_line(name)
        try:
            facts = file.lstat()
        except OSError as error:
            raise unreadable(shown, error) from None
        if stat.S_ISREG(facts.st_mode):
            day = _day_of(facts.st_mtime)
            entries.append(Entry(shown, facts.st_size, day, _opener(file, shown)))
            names += name.split("/")[:-1]
        else:
            refused.append((shown, f"it is {kind_of(facts.st_mode)}, not a plain file"))
    if not entries and not refused:
        hint = "give the .zip in it itself" if archives else "give the export's own file or folder"
        raise ArchiveError(f"{label} is no LinkedIn export: there is no CSV file in it; {hint}.")
    return Archive(label, stamp_in(tuple(names)), tuple(entries), tuple(refused))


def _opener(path: Path, label: str) -> Callable[[], IO[bytes]]:
    def opened() -> IO[bytes]:
        try:
            return open_file(path)
        except OSError as error:
            raise unreadable(label, error) from None

    return opened


def _day_of(stamp: float) -> date | None:
    try:
        return _plausible(datetime.fromtimestamp(stamp, UTC).date())
    except (OverflowError, ValueError, OSError):
        return None


def _plausible(day: date) -> date:
    """The day; ValueError for one of a year that is none."""
    if day.year not in YEARS:
        raise ValueError(day)
    return day
