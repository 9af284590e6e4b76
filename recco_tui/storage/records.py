"""A record as SQLite writes it: its columns one after the other, behind the types they have.

After https://www.sqlite.org/fileformat2.html, section 2.1.
"""

import struct
from collections.abc import Iterator

Value = int | float | str | bytes | None
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
"""Bytes of an integer by its serial type."""


class Unreadable(ValueError):
    """Bytes that make no sense, or that are not in the file."""


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
    """The columns of a whole record; text that is no UTF-8 comes with marks in its place."""
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
