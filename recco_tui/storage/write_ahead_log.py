"""Which pages a write-ahead log has committed, found as SQLite does, and without it.

After https://www.sqlite.org/fileformat2.html, section 4.
"""

import struct
from array import array
from typing import BinaryIO, NamedTuple

_HEADER, _FRAME_HEADER = 32, 24
_BIG_ENDIAN = 0x377F0683


class Committed(NamedTuple):
    """Where in the log the newest state of a page is, by the number of the page; how many pages the
    file has then; and whether nothing that was written to the log is missing or broken."""

    pages: dict[int, int]
    page_count: int
    whole: bool


def committed(log: BinaryIO, size: int) -> Committed:
    """Read a log of pages of `size` bytes up to its last commit."""
    header = log.read(_HEADER)
    if len(header) < _HEADER:
        return Committed({}, 0, not header.strip(b"\0"))
    magic, _, said, _ = struct.unpack_from(">IIII", header)
    salts = _pair(header, 16)
    order = ">" if magic == _BIG_ENDIAN else "<"
    sums = _checksum(header[:24], (0, 0), order)
    if magic >> 1 != _BIG_ENDIAN >> 1 or said != size or sums != _pair(header, 24):
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
