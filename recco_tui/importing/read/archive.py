"""A path handed in, opened as a set of tables: an archive, an unpacked folder or a single file.

Everything in it is hostile until read. Nothing is written or unpacked, links are not followed,
and only files that may be ours are ever inflated; an archive is read by its central directory.
"""

import io
import os
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import IO, cast

from recco_tui.core.cleaning import clean_line
from recco_tui.core.errors import ArchiveError
from recco_tui.core.when import YEARS
from recco_tui.importing.named_file import kind_of, open_file
from recco_tui.importing.read.other_files import (
    START,
    spreadsheet_in,
    what_is_zipped,
    what_it_is,
)

MOST_FILES = 10_000
MOST_BYTES = 512 * 2**20
"""Of one file and of all files of an archive that are read; 100,000 messages are about 50 MB."""
DEEPEST = 6

_STAMP = re.compile(r"LinkedInDataExport_(\d\d)-(\d\d)-(\d{4})", re.IGNORECASE)
EXPORT_MARK = "linkedindataexport"
"""In the name of every export as LinkedIn hands it out, letter case aside."""


@dataclass(frozen=True, slots=True)
class ArchivedFile:
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

    `stamped_on` is the date in the archive's own name, None when it has none. `inside` are archives
    in a folder that are named like exports, newest first: they are not opened.
    """

    label: str
    stamped_on: date | None
    entries: tuple[ArchivedFile, ...]
    refused: tuple[tuple[str, str], ...] = ()
    inside: Mapping[str, Path] = field(default_factory=dict)


def open_archive(path: Path, until: ExitStack) -> Archive:
    """Open a path; its files stay open until `until` ends. ArchiveError says what is wrong."""
    label = clean_line(path.name) or clean_line(str(path.absolute()))
    try:
        facts = path.stat()
        if stat.S_ISDIR(facts.st_mode):
            return _folder(path, label)
        if not stat.S_ISREG(facts.st_mode):
            raise ArchiveError(
                f"{label} is {kind_of(facts.st_mode)}, not a file or folder. "
                "Choose the export itself."
            )
        if not facts.st_size:  # also what the system only shows as a file, and may wait in
            raise ArchiveError(f"{label} is empty (0 bytes). Download it again.")
        file = until.enter_context(open_file(path))
        start = file.read(START)
        file.seek(0)
    except FileNotFoundError:
        raise ArchiveError(f"There is no file or folder {clean_line(str(path))}.") from None
    except (OSError, ValueError) as error:
        raise unreadable(label, error) from None
    if start[:2] == b"PK":
        return zip_archive(file, path, label, until)
    if other := what_it_is(start, path.name):
        raise ArchiveError(f"{label} is {other}.")
    changed = _day_of(facts.st_mtime)
    entry = ArchivedFile(clean_line(path.name), facts.st_size, changed, partial(_open, path, label))
    return Archive(label, stamp_in(path.absolute().parts[-2:]), (entry,))


def unreadable(label: str, error: Exception) -> ArchiveError:
    """A system's refusal, in a sentence."""
    reason = (error.strerror if isinstance(error, OSError) else "") or "the path is not valid"
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
    return name.casefold().endswith(".csv") and not _is_hidden(name)


def is_export_archive(name: str) -> bool:
    """True for an archive with LinkedIn's own name for them, and no copy of macOS's."""
    folded = name.casefold()
    return folded.endswith(".zip") and EXPORT_MARK in folded and not _is_hidden(name)


def _is_hidden(name: str) -> bool:
    parts = name.removeprefix("./").split("/")
    return any(part.startswith(".") or part == "__MACOSX" for part in parts)


def too_many(label: str) -> ArchiveError:
    """More files than any export has."""
    return ArchiveError(
        f"{label} holds more than {MOST_FILES:,} files, more than any LinkedIn export. "
        "Choose the export itself."
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
    entries: list[ArchivedFile] = []
    refused: list[tuple[str, str]] = []
    inside: dict[str, tuple[date, float, Path]] = {}
    others: list[str] = []
    names = list(path.absolute().parts[-1:])
    for name, file in files_in(path, label):
        shown = clean_line(name)
        if not (is_table(name) or is_export_archive(name)):
            others.append(shown)
            continue
        try:
            facts = file.lstat()
        except OSError as error:
            raise unreadable(shown, error) from None
        if not is_table(name):
            if stat.S_ISREG(facts.st_mode):
                inside[shown] = stamp_in((name,)) or date.min, facts.st_mtime, file
        elif stat.S_ISREG(facts.st_mode):
            day = _day_of(facts.st_mtime)
            entries.append(ArchivedFile(shown, facts.st_size, day, partial(_open, file, shown)))
            names += name.split("/")[:-1]
        else:
            refused.append((shown, f"it is {kind_of(facts.st_mode)}, not a plain file"))
    if not (entries or refused or inside):
        hint = spreadsheet_in(others) or "Choose the export itself"
        if archives := [name for name in others if name.casefold().endswith(".zip")]:
            hint = f"Choose the .zip in it, {archives[0]}"
        raise ArchiveError(f"{label} is not a LinkedIn export: it has no CSV file. {hint}.")
    newest = {name: inside[name][-1] for name in sorted(inside, key=inside.__getitem__)[::-1]}
    return Archive(label, stamp_in(tuple(names)), tuple(entries), tuple(refused), newest)


def _open(path: Path, label: str) -> IO[bytes]:
    try:
        return open_file(path)
    except OSError as error:
        raise unreadable(label, error) from None


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


MOST_RATIO = 200
"""LinkedIn's tables shrink 3 to 10 times; only a bomb shrinks so much."""
_SMALL = 2**20
"""Below this size any ratio is harmless."""
_MOST_LISTED = 4 * 2**20
"""Bytes of the list of files at the end of an archive, which zipfile reads as a whole."""
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Of the others zipfile unpacks each piece to its end: 1,300 bytes of bzip2 are 1.5 GB."""

_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    UnicodeError,
    OverflowError,
    ValueError,
)
"""What zipfile raises over damaged archives."""
_OUTSIDE = re.compile(r"^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)")
"""A leading `/` is harmless, as nothing is unpacked; some archivers write it."""


def zip_archive(file: IO[bytes], path: Path, label: str, until: ExitStack) -> Archive:
    """The tables of a zip file. ArchiveError for damage, passwords, bombs and no tables at all."""
    try:
        listed = cast(IO[bytes], _Listed(file, label))
        zipped = until.enter_context(zipfile.ZipFile(listed))
        infos = zipped.infolist()
    except _DAMAGE:
        raise damaged(label) from None
    if len(infos) > MOST_FILES:
        raise too_many(label)
    if not infos:
        raise ArchiveError(f"{label} is an empty archive. Download it again.")
    entries, refused = [], []
    for info in infos:
        name = info.filename.lstrip("/\\")
        if _OUTSIDE.search(name):
            refused.append((clean_line(name), "its path leads outside the archive"))
        elif is_table(name) and stat.S_ISLNK(info.external_attr >> 16):
            refused.append((clean_line(name), "it is a link, not a plain file"))
        elif is_table(name) and not info.is_dir():
            _refuse_bombs(info, label)
            opener = partial(_open_inside, zipped, info, label)
            shown = clean_line(name).removeprefix("./")
            entries.append(ArchivedFile(shown, info.file_size, _packed_on(info), opener))
    if not entries and not refused:
        names = [info.filename for info in infos]
        if other := what_is_zipped(names):
            raise ArchiveError(f"{label} is {other}.")
        inner = any(name.casefold().endswith(".zip") for name in names)
        hint = spreadsheet_in(list(map(clean_line, names))) or "It may be another download"
        hint = "Unpack the archive inside it first" if inner else hint
        raise ArchiveError(f"{label} is not a LinkedIn export: it has no CSV file. {hint}.")
    folders = tuple(part for entry in entries for part in entry.name.split("/")[:-1])
    stamp = stamp_in((*folders, path.name))
    return Archive(label, stamp, tuple(entries), tuple(refused))


def damaged(label: str) -> ArchiveError:
    """The sentence for a zip that cannot be read to its end."""
    return ArchiveError(f"{label} is damaged or cut off. Download it again.")


def _refuse_bombs(info: zipfile.ZipInfo, label: str) -> None:
    if info.flag_bits & 1:
        raise ArchiveError(f"{label} has a password. Unpack it and choose the folder.")
    if info.compress_type not in _METHODS:
        raise ArchiveError(
            f"{label} uses a compression recco can't read. Unpack it and choose the folder."
        )
    packed = max(1, info.compress_size)
    bomb = info.file_size > _SMALL and info.file_size / packed > MOST_RATIO
    if bomb or info.file_size > MOST_BYTES:
        raise ArchiveError(
            f"{label} would unpack {clean_line(info.filename)} to {info.file_size / 2**20:,.0f} MB,"
            " more than any LinkedIn export. It was not read."
        )


def _open_inside(zipped: zipfile.ZipFile, info: zipfile.ZipInfo, label: str) -> IO[bytes]:
    try:
        return cast(IO[bytes], _Inflated(zipped.open(info), label))
    except _DAMAGE:
        raise damaged(label) from None


class _Listed(io.RawIOBase):
    """The archive as zipfile reads it, but for a list of files that no export has."""

    def __init__(self, source: IO[bytes], label: str) -> None:
        self._source, self._label = source, label

    def read(self, size: int = -1) -> bytes:
        if size > _MOST_LISTED:
            raise ArchiveError(
                f"{self._label} has a list of files of {size / 2**20:,.0f} MB, more than any"
                " LinkedIn export. It was not read."
            )
        return self._source.read(size)

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        return self._source.seek(offset, whence)

    def tell(self) -> int:
        return self._source.tell()

    def seekable(self) -> bool:
        return True


class _Inflated(io.RawIOBase):
    """A file of the archive while it is inflated; damage met on the way is an ArchiveError.

    zipfile stops at the declared size, which `_refuse_bombs` has seen, and compares the checksum.
    """

    def __init__(self, source: IO[bytes], label: str) -> None:
        self._source, self._label = source, label

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        try:
            return self._source.read(size)
        except _DAMAGE:
            raise damaged(self._label) from None

    def close(self) -> None:
        self._source.close()
        super().close()


def _packed_on(info: zipfile.ZipInfo) -> date | None:
    try:
        return date(*info.date_time[:3])
    except ValueError:
        return None
