"""Bytes to lines of text, whatever saved the file: LinkedIn, Excel, a text editor."""

import codecs
import io
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from typing import IO, cast

CHUNK = 2**16
LONGEST_LINE = 2**20
"""Bytes. LinkedIn's longest text has 3,000 characters, its longest message about 8,000."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MENDED: ContextVar[list[int]] = ContextVar("_MENDED")


class LineTooLong(Exception):
    """No line break for a million bytes: this is no table."""


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """Bytes that are no UTF-8 are read as Windows-1252, those that are nothing become U+FFFD."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    _MENDED.get([0])[0] += 1
    if error.encoding.startswith("utf-16"):
        return "\ufffd", error.end
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("recco-windows", _as_windows)


class TextSource:
    """The lines of one file, with their line ends. Close it, or use it as a context.

    `mended` is true once something was read as Windows-1252. `on_bytes` is told the count of bytes
    read so far, every 64 kB; whatever it raises stops the reading.
    """

    def __init__(self, source: IO[bytes], on_bytes: Callable[[int], None]) -> None:
        self._meter = _Meter(source, on_bytes)
        start = self._meter.peek()
        encoding = next((name for bom, name in _BOMS if start.startswith(bom)), "utf-8")
        self._mended = [0]
        _MENDED.set(self._mended)
        source = cast(IO[bytes], self._meter)
        self._text = io.TextIOWrapper(source, encoding, errors="recco-windows", newline="")

    @property
    def mended(self) -> bool:
        return self._mended[0] > 0

    @property
    def has_endless_line(self) -> bool:
        """Whether the reading ended in LineTooLong."""
        return self._meter.is_in_endless_line

    def __iter__(self) -> Iterator[str]:
        _MENDED.set(self._mended)
        return self._text

    def __enter__(self) -> "TextSource":
        return self

    def __exit__(self, *_: object) -> None:
        self._text.close()


class _Meter(io.BufferedIOBase):
    """Hands on large chunks, counts them and guards against endless lines."""

    def __init__(self, source: IO[bytes], on_bytes: Callable[[int], None]) -> None:
        self._source, self._on_bytes = source, on_bytes
        self._ahead: bytes | None = None
        self._count = self._since_break = 0

    def peek(self) -> bytes:
        self._ahead = self._source.read(CHUNK)
        return self._ahead

    @property
    def is_in_endless_line(self) -> bool:
        return self._since_break > LONGEST_LINE

    def readable(self) -> bool:
        return True

    def read1(self, _size: int = -1, /) -> bytes:
        chunk = self._source.read(CHUNK) if self._ahead is None else self._ahead
        self._ahead = None
        self._count += len(chunk)
        end = max(chunk.rfind(b"\n"), chunk.rfind(b"\r"))
        if not self.is_in_endless_line:  # else it stays so
            self._since_break = len(chunk) - end if end >= 0 else self._since_break + len(chunk)
        if self.is_in_endless_line:
            raise LineTooLong
        self._on_bytes(self._count)
        return chunk

    def close(self) -> None:
        self._source.close()
        super().close()
