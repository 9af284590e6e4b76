"""A SQLite file read without SQLite, which gives up a whole table for one bad page.

The format is described at https://www.sqlite.org/fileformat2.html; comments name its sections.
Nothing here opens the file for writing, makes a file beside it or takes a lock.
"""

import struct
from array import array
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

Value = int | float | str | bytes | None

INDEX_INNER, TABLE_INNER, INDEX_LEAF, TABLE_LEAF = 2, 5, 10, 13
USUAL_SIZE = 4096
_SIZES = (USUAL_SIZE, 512, 1024, 2048, 8192, 16384, 32768, 65536)
_SAMPLED = 50
_FILE_HEADER = 100
_LOG_HEADER, _FRAME_HEADER = 32, 24
_BIG_ENDIAN_LOG = 0x377F0683
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
"""Bytes of an integer by its serial type."""


class Unreadable(ValueError):
    """Bytes that make no sense, or that are not in the file."""


class PageRow(NamedTuple):
    """A record of a table or an index: its rowid and its columns in their order."""

    id: int
    values: tuple[Value, ...]


class PageRows(NamedTuple):
    """The records of one page that could be read, and whether those are all."""

    rows: list[PageRow]
    whole: bool


class PagesBelow(NamedTuple):
    """The numbers of the pages below another that could be read, and whether those are all."""

    numbers: list[int]
    whole: bool


class Pages:
    """A database file with what its write-ahead log has committed, to be closed.

    `log_is_whole` is false when the log ends in the middle of what was written to it.
    """

    def __init__(self, path: Path) -> None:
        self._file: BinaryIO = path.open("rb")
        self._log: BinaryIO | None = None
        self._in_log: dict[int, int] = {}
        self.log_is_whole = True
        try:
            self._length = path.stat().st_size
            header = self._file.read(_FILE_HEADER).ljust(_FILE_HEADER, b"\0")
            self.size, reserved = self._best_size(header)
            self.usable = self.size - reserved
            self.count = -(-self._length // self.size)
            self._open_log(Path(f"{path}-wal"))
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close the file and its log."""
        self._file.close()
        if self._log:
            self._log.close()

    def page(self, number: int) -> bytes:
        """The bytes of a page, filled up with zeros where the file ends before it does."""
        if not 1 <= number <= self.count:
            raise Unreadable(f"no page {number}")
        file, at = self._file, (number - 1) * self.size
        if self._log and number in self._in_log:
            file, at = self._log, self._in_log[number]
        try:
            file.seek(at)
            return file.read(self.size).ljust(self.size, b"\0")
        except OSError as error:
            raise Unreadable(f"the disk does not give page {number}") from error

    def kind(self, number: int) -> int:
        """What the page says it is: one of the four kinds, or anything."""
        with suppress(Unreadable):
            return self.page(number)[_start_of(number)]
        return 0

    def below(self, number: int) -> PagesBelow:
        """The pages below an inner page; raises `Unreadable` for any other page."""
        page, start = self.page(number), _start_of(number)
        if page[start] not in (INDEX_INNER, TABLE_INNER):
            raise Unreadable(f"page {number} is no inner page")
        cells, whole = self._cells(page, start, 12)
        below = [int.from_bytes(page[at : at + 4], "big") for at in (*cells, start + 8)]
        good = [number for number in below if 1 < number <= self.count]
        return PagesBelow(good, whole and len(good) == len(below))

    def leaf(self, number: int) -> PageRows:
        """The records of a leaf of a table; raises `Unreadable` for any other page."""
        page, start = self.page(number), _start_of(number)
        if page[start] != TABLE_LEAF:
            raise Unreadable(f"page {number} is no leaf of a table")
        cells, whole = self._cells(page, start, 8)
        rows = []
        for at in cells:
            try:
                size, at = varint(page, at)
                rowid, at = varint(page, at)
                signed = rowid - 2**64 if rowid >> 63 else rowid
                rows.append(PageRow(signed, self._record(page, at, size, self.usable - 35)))
            except Unreadable:
                whole = False
        return PageRows(rows, whole)

    def entries(self, number: int) -> PageRows:
        """What a page of an index names; raises `Unreadable` for any other page."""
        page, start = self.page(number), _start_of(number)
        if page[start] not in (INDEX_INNER, INDEX_LEAF):
            raise Unreadable(f"page {number} is no page of an index")
        inner = page[start] == INDEX_INNER
        cells, whole = self._cells(page, start, 12 if inner else 8)
        most = (self.usable - 12) * 64 // 255 - 23
        found = []
        for at in cells:
            try:
                size, at = varint(page, at + 4 if inner else at)
                *values, rowid = self._record(page, at, size, most)
                if not isinstance(rowid, int):
                    raise Unreadable("an entry without a row")
                found.append(PageRow(rowid, tuple(values)))
            except ValueError:
                whole = False
        return PageRows(found, whole)

    def free(self) -> set[int]:
        """The pages that hold nothing any more, as far as their list can be followed."""
        found: set[int] = set()
        with suppress(Unreadable):
            (trunk,) = struct.unpack_from(">I", self.page(1), 32)
            while 1 < trunk <= self.count and trunk not in found:
                found.add(trunk)
                page = self.page(trunk)
                trunk, many = struct.unpack_from(">II", page)
                most = min(many, self.usable // 4 - 2)
                found.update(struct.unpack_from(f">{most}I", page, 8))
        return found

    def _open_log(self, path: Path) -> None:
        if path.is_file():
            self._log = path.open("rb")
            pages, count, self.log_is_whole = committed(self._log, self.size)
            self._in_log, self.count = pages, max(self.count, count)

    def _cells(self, page: bytes, start: int, header: int) -> tuple[list[int], bool]:
        """Where the cells of a page begin, those within it; 1.6 of the description."""
        (many,) = struct.unpack_from(">H", page, start + 3)
        first = start + header
        if first + 2 * many > self.usable:
            raise Unreadable("more cells than there is room for")
        cells = struct.unpack_from(f">{many}H", page, first)
        good = [at for at in cells if first + 2 * many <= at < self.usable]
        return good, len(good) == many

    def _record(self, page: bytes, at: int, size: int, most: int) -> tuple[Value, ...]:
        """The values of a record of `size` bytes, of which up to `most` are on this page."""
        if size > self.count * self.size:
            raise Unreadable("longer than the file")
        if size <= most:
            payload = page[at : min(at + size, self.usable)]
        else:
            least = (self.usable - 12) * 32 // 255 - 23
            here = least + (size - least) % (self.usable - 4)
            here = here if here <= most else least
            if at + here + 4 > self.usable:
                raise Unreadable("runs over the end of the page")
            (follows,) = struct.unpack_from(">I", page, at + here)
            payload = page[at : at + here] + self._overflow(follows, size - here)
        if len(payload) != size:
            raise Unreadable("runs over the end of the page")
        return values_of(payload)

    def _overflow(self, number: int, size: int) -> bytes:
        content, passed = bytearray(), set()
        while len(content) < size:
            if number in passed:
                raise Unreadable("an overflow that goes round")
            passed.add(number)
            page = self.page(number)
            (number,) = struct.unpack_from(">I", page)
            content += page[4 : self.usable]
        return bytes(content[:size])

    def _best_size(self, header: bytes) -> tuple[int, int]:
        """Bytes of a page and those of them left unused: what makes most of the file readable."""
        (said,) = struct.unpack_from(">H", header, 16)
        said = 65536 if said == 1 else said
        candidates = [(size, 0) for size in dict.fromkeys((said, *_SIZES)) if size in _SIZES]
        if said in _SIZES and 0 < header[20] <= 64:
            candidates.insert(0, (said, header[20]))
        return max(candidates, key=self._readable)

    def _readable(self, candidate: tuple[int, int]) -> int:
        """How many values can be read from some leaves, were this the size of the pages."""
        self.size, self.usable = candidate[0], candidate[0] - candidate[1]
        self.count = -(-self._length // self.size)
        read = 0
        for number in range(1, self.count + 1, max(1, self.count // _SAMPLED)):
            with suppress(Unreadable):
                read += sum(len(row.values) for row in self.leaf(number).rows)
        return read


def _start_of(number: int) -> int:
    """Where the header of a page is: the first page begins with the header of the file."""
    return _FILE_HEADER if number == 1 else 0


def varint(content: bytes, at: int) -> tuple[int, int]:
    """The unsigned integer of one to nine bytes that begins at `at`, and where it ends."""
    value = 0
    for step in range(9):
        if at >= len(content):
            raise Unreadable("runs over the end")
        byte = content[at]
        at += 1
        if step == 8:
            return value << 8 | byte, at
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            break
    return value, at


def values_of(record: bytes) -> tuple[Value, ...]:
    """The columns of a whole record (2.1); text that is no UTF-8 comes with marks in its place."""
    end, at = varint(record, 0)
    if end > len(record):
        raise Unreadable("a header longer than its record")
    kinds = []
    while at < end:
        kind, at = varint(record, at)
        kinds.append(kind)
    if at != end:
        raise Unreadable("a header that runs into its record")
    return tuple(_columns(record, at, kinds))


def _columns(record: bytes, at: int, kinds: list[int]) -> Iterator[Value]:
    for kind in kinds:
        size = _INTEGERS.get(kind, 8 if kind == 7 else max(0, kind - 12) // 2)
        part = record[at : at + size]
        at += size
        if len(part) < size or kind in (10, 11):
            raise Unreadable("a column that runs over the end of its record")
        if kind == 0:
            yield None
        elif kind in _INTEGERS:
            yield int.from_bytes(part, "big", signed=True)
        elif kind == 7:
            yield float(struct.unpack(">d", part)[0])
        elif kind in (8, 9):
            yield kind - 8
        else:
            yield part.decode("utf-8", "replace") if kind % 2 else part
    if at != len(record):
        raise Unreadable("a record longer than its columns")


class Committed(NamedTuple):
    """Where in the log the newest state of a page is, by the number of the page; how many pages the
    file has then; and whether nothing that was written to the log is missing or broken."""

    pages: dict[int, int]
    page_count: int
    whole: bool


def committed(log: BinaryIO, size: int) -> Committed:
    """Read a log of pages of `size` bytes up to its last commit, as SQLite does (4)."""
    header = log.read(_LOG_HEADER)
    if len(header) < _LOG_HEADER:
        return Committed({}, 0, not header.strip(b"\0"))
    magic, _, said, _ = struct.unpack_from(">IIII", header)
    salts = _pair(header, 16)
    order = ">" if magic == _BIG_ENDIAN_LOG else "<"
    sums = _checksum(header[:24], (0, 0), order)
    if magic >> 1 != _BIG_ENDIAN_LOG >> 1 or said != size or sums != _pair(header, 24):
        return Committed({}, 0, False)
    pages: dict[int, int] = {}
    pending: dict[int, int] = {}
    count = 0
    while frame := log.read(_FRAME_HEADER + size):
        if len(frame) < _FRAME_HEADER + size or _pair(frame, 8) != salts:
            break
        sums = _checksum(frame[24:], _checksum(frame[:8], sums, order), order)
        if sums != _pair(frame, 16):
            break
        number, pages_then = _pair(frame, 0)
        pending[number] = log.tell() - size
        if pages_then:
            pages |= pending
            count, pending = pages_then, {}
    return Committed(pages, count, not pending and not _goes_on(log, frame, salts, size))


def _goes_on(log: BinaryIO, frame: bytes, salts: tuple[int, int], size: int) -> bool:
    """Whether frames of this log stand at or behind the one at which the reading ended.

    Frames of an older log, with other salts, are what is usual there.
    """
    while len(frame) >= _FRAME_HEADER:
        if _pair(frame, 8) == salts:
            return True
        frame = log.read(_FRAME_HEADER + size)
    return False


def _pair(content: bytes, at: int) -> tuple[int, int]:
    first, second = struct.unpack_from(">II", content, at)
    return first, second


def _checksum(content: bytes, sums: tuple[int, int], order: str) -> tuple[int, int]:
    words = array("I", content)
    if struct.pack("=H", 1) != struct.pack(f"{order}H", 1):
        words.byteswap()
    first, second = sums
    for at in range(0, len(words), 2):
        first = (first + words[at] + second) & 0xFFFFFFFF
        second = (second + words[at + 1] + first) & 0xFFFFFFFF
    return first, second
