"""Zip archives: through the central directory, with caps, nothing unpacked to disk."""

import io
import os
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import IO, cast

from recco_tui.core.cleaning import clean_line
from recco_tui.core.errors import ArchiveError
from recco_tui.importing.read.archive import (
    MOST_BYTES,
    MOST_FILES,
    Archive,
    Entry,
    is_table,
    stamp_in,
    too_many,
)

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
_OUTSIDE = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)")


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
        raise ArchiveError(f"{label} is an empty archive: download it again.")
    entries, refused = [], []
    for info in infos:
        name = info.filename
        if _OUTSIDE.search(name):
            refused.append((clean_line(name), "its path leads outside the archive"))
        elif is_table(name) and stat.S_ISLNK(info.external_attr >> 16):
            refused.append((clean_line(name), "it is a link, not a plain file"))
        elif is_table(name) and not info.is_dir():
            _check(info, label)
            opener = _opener(zipped, info, label)
            shown = clean_line(name).removeprefix("./")
            entries.append(Entry(shown, info.file_size, _day_of(info), opener))
    if not entries and not refused:
        inner = any(info.filename.casefold().endswith(".zip") for info in infos)
        hint = "unpack the archive inside it first" if inner else "it may be another download"
        raise ArchiveError(f"{label} is no LinkedIn export: there is no CSV file in it; {hint}.")
    folders = tuple(part for entry in entries for part in entry.name.split("/")[:-1])
    stamp = stamp_in((*folders, path.name))
    return Archive(label, stamp or _newest(infos), tuple(entries), tuple(refused))


def damaged(label: str) -> ArchiveError:
    """The sentence for a zip that cannot be read to its end."""
    return ArchiveError(f"{label} is damaged or cut off: download it again.")


def _check(info: zipfile.ZipInfo, label: str) -> None:
    if info.flag_bits & 1:
        raise ArchiveError(f"{label} is locked with a password: unpack it and give the folder.")
    if info.compress_type not in _METHODS:
        raise ArchiveError(
            f"{label} is packed in a way that recco does not read: unpack it and give the folder."
        )
    packed = max(1, info.compress_size)
    bomb = info.file_size > _SMALL and info.file_size / packed > MOST_RATIO
    if bomb or info.file_size > MOST_BYTES:
        raise ArchiveError(
            f"{label} would unpack {clean_line(info.filename)} to {info.file_size / 2**20:,.0f} MB,"
            " no LinkedIn export does: it was not read."
        )


def _opener(zipped: zipfile.ZipFile, info: zipfile.ZipInfo, label: str) -> Callable[[], IO[bytes]]:
    def opened() -> IO[bytes]:
        try:
            return cast(IO[bytes], _Inflated(zipped.open(info), label))
        except _DAMAGE:
            raise damaged(label) from None

    return opened


class _Listed(io.RawIOBase):
    """The archive as zipfile reads it, but for a list of files that no export has."""

    def __init__(self, source: IO[bytes], label: str) -> None:
        self._source, self._label = source, label

    def read(self, size: int = -1) -> bytes:
        if size > _MOST_LISTED:
            raise ArchiveError(
                f"{self._label} has a list of files of {size / 2**20:,.0f} MB, no LinkedIn export"
                " does: it was not read."
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

    zipfile stops at the declared size, which `_check` has seen, and compares the checksum.
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


def _day_of(info: zipfile.ZipInfo) -> date | None:
    try:
        return date(*info.date_time[:3])
    except ValueError:
        return None


def _newest(infos: list[zipfile.ZipInfo]) -> date | None:
    """1980 is what archivers write that know no date."""
    days = [day for info in infos if (day := _day_of(info)) and day.year > 1980]
    return max(days, default=None)
