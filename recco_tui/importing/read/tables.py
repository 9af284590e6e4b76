"""From bytes to rows, whatever saved the file: LinkedIn, Excel, a text editor.

The lines are decoded, the header found, the delimiter picked; broken rows are named and passed
over.
"""

import codecs
import csv
import io
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from contextvars import ContextVar
from itertools import chain, islice
from operator import itemgetter
from typing import IO, cast

from recco_tui.core.cleaning import clean_line
from recco_tui.importing.read.contents import Remarks
from recco_tui.importing.read.dates import DateReader
from recco_tui.importing.read.other_files import START, what_it_is
from recco_tui.importing.read.sheets import (
    NEEDED,
    HeaderGuess,
    Sheet,
    columns_of,
    guess_header,
)

CHUNK = 2**16
LONGEST_LINE = 2**20
"""Bytes. LinkedIn's longest text has 3,000 characters, its longest message about 8,000."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_GUESSES: ContextVar[list[int]] = ContextVar("_GUESSES")


class LineTooLong(Exception):
    """No line break for a million bytes: this is no table."""


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """Bytes that are no UTF-8 are read as Windows-1252, those that are nothing become U+FFFD."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    _GUESSES.get([0])[0] += 1
    if error.encoding.startswith("utf-16"):
        return "\ufffd", error.end
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("recco-windows", _as_windows)


class TextSource:
    """The lines of one file, with their line ends. Close it, or use it as a context.

    `guessed` is true once something was read as Windows-1252, `was_encoded_twice` once a line had
    been made UTF-8 twice ("ZoÃ«" for "Zoë"). `on_bytes` is told the count of bytes read so far,
    every 64 kB; whatever it raises stops the reading.
    """

    def __init__(self, source: IO[bytes], on_bytes: Callable[[int], None]) -> None:
        self._counted = _CountedSource(source, on_bytes)
        start = self._counted.peek()
        encoding = next((name for bom, name in _BOMS if start.startswith(bom)), None)
        encoding = encoding or _without_mark(start)
        self.was_encoded_twice = False
        self._guesses = [0]
        _GUESSES.set(self._guesses)
        source = cast(IO[bytes], self._counted)
        self._text = io.TextIOWrapper(source, encoding, errors="recco-windows", newline="")

    @property
    def guessed(self) -> bool:
        return self._guesses[0] > 0

    @property
    def has_endless_line(self) -> bool:
        """Whether the reading ended in LineTooLong."""
        return self._counted.is_in_endless_line

    def __iter__(self) -> Iterator[str]:
        _GUESSES.set(self._guesses)
        return map(self._decoded, self._text)

    def _decoded(self, line: str) -> str:
        if not self._counted.is_encoded_twice or line.isascii():  # nearly always
            return line
        once = decoded_once_more(line)
        self.was_encoded_twice = self.was_encoded_twice or once != line
        return once

    def __enter__(self) -> "TextSource":
        return self

    def __exit__(self, *_: object) -> None:
        self._text.close()


def _without_mark(start: bytes) -> str:
    """The encoding of a file that does not begin with one's mark.

    In UTF-16 every second byte of Western text is 0; in UTF-8 none is.
    """
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = start[offset:_LOOKED_AT:2]
        if len(half) > 8 and half.count(0) > 0.7 * len(half):
            return encoding
    return "utf-8"


_LOOKED_AT = 2_000
_LOOKED_THROUGH = 4 * 2**20
"""Bytes; a file that was encoded twice shows it soon."""
_TWICE = re.compile(rb"\xc3[\x82-\x85\xa0-\xb4][\xc2\xc5\xc6\xcb\xe2]")
"""Two letters such as "Ã«": what UTF-8 makes of a letter when its bytes are taken for letters."""


def decoded_once_more(line: str) -> str:
    """The line with every letter that was encoded twice put right; as it is if any other is odd.

    "«CAFÉ»" has a letter that would make another one with its neighbor, and one that would not.
    """
    try:
        return line.encode("cp1252", "recco-latin").decode("utf-8")
    except UnicodeError:
        return line


def _as_latin(error: UnicodeError) -> tuple[bytes, int]:
    """The five bytes that Windows-1252 has no letter for become control characters, and back."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    letters = error.object[error.start : error.end]
    if max(letters) > "\xff":
        raise error
    return letters.encode("latin-1"), error.end


codecs.register_error("recco-latin", _as_latin)


class _CountedSource(io.BufferedIOBase):
    """Hands on large chunks, counts them and guards against endless lines."""

    def __init__(self, source: IO[bytes], on_bytes: Callable[[int], None]) -> None:
        self._source, self._on_bytes = source, on_bytes
        self._ahead: bytes | None = None
        self._count = self._since_break = 0
        self.is_encoded_twice = False

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
        if not self.is_encoded_twice and self._count < _LOOKED_THROUGH:
            self.is_encoded_twice = _TWICE.search(chunk) is not None
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


DELIMITERS = ",;\t|"
_HEADER_WITHIN = 10
HEADER_LINES = 40
"""Rows that are not blank, and lines altogether, among which the header is looked for."""
_WIDEST = 200
"""Columns that are read; LinkedIn's files have at most 14, a spreadsheet may add thousands."""
_LONGEST_HEADER = 20_000
"""Letters of a header, and of what stands before it."""
_LONGEST_ROW = 2_000
_LARGEST_ROW = 2**20
"""Lines and letters of one row. A message has far fewer; more means a quote never closed."""
_MOST_BREAKS = 1_000
"""Broken quotes in one file, after which the rest is left out (a hostile file could be slow)."""
MOST_LINES = 500_000
MOST_MESSAGE_LINES = 2_000_000
"""Of one file. LinkedIn has at most 30,000 connections; 100,000 messages are 300,000 lines."""
_ROOM = {
    Sheet.CONNECTIONS: 220 * 2**20,
    Sheet.RECOMMENDATIONS: 16 * 2**20,
    Sheet.POSITIONS: 4 * 2**20,
    Sheet.PROJECTS: 4 * 2**20,
}
"""Bytes of a file's rows where each is kept: 500,000 connections, 10,000 recommendations."""
_ROW = 300
"""Bytes of a row besides its letters."""

_NEVER_CLOSED = "an open quote is never closed"

_TERSE = (Sheet.CONNECTIONS, Sheet.ENDORSEMENTS)
"""Sheets without long texts: a line with all commas of a row is a row, however broken itself."""


def find_header(
    lines: Iterable[str], promised: Sheet | None
) -> tuple[Sheet, dict[str, int], int, str, int] | None:
    """Sheet, columns, width, delimiter and line of the header among the first ten rows."""
    rows = 0
    for number, line in enumerate(islice(lines, HEADER_LINES), 1):
        rows += bool(line.strip(" \t\r\n,;|\ufeff"))
        if rows > _HEADER_WITHIN or len(line) > _LONGEST_HEADER:
            break
        for delimiter in sorted(DELIMITERS, key=line.count, reverse=True):
            cells = _cells(line.lstrip("\ufeff"), delimiter)[:_WIDEST]
            found = columns_of(cells, promised)
            if found:
                return *found, len(cells), delimiter, number
    return None


def _missing_columns(lines: Sequence[str], promised: Sheet | None) -> str:
    """Which columns there are, and which are needed, of the row that comes nearest to a header."""
    best: tuple[HeaderGuess, list[str]] | None = None
    for line in lines:
        if len(line) > _LONGEST_HEADER or not line.strip(" \t\r\n,;|\ufeff"):
            continue
        delimiter = max(DELIMITERS, key=line.count)
        cells = [clean_line(cell) for cell in _cells(line.lstrip("\ufeff"), delimiter)[:_WIDEST]]
        guess = guess_header(cells, promised)
        if best is None or (guess.found, len(cells) > 1) > (best[0].found, len(best[1]) > 1):
            best = guess, [cell[:_LONGEST_TITLE] for cell in cells if cell]
    if best is None:
        return _NO_HEADER
    guess, cells = best
    if len(cells) < 2 and not guess.found:
        return _NO_HEADER
    told = ", ".join(cells[:MOST_TITLES]) + (", …" if len(cells) > MOST_TITLES else "")
    if not guess.found and promised is None:
        return f"{_NO_HEADER} (found: {told})"
    lacking = " and ".join(guess.missing)
    columns = "column" if len(guess.missing) == 1 else "columns"
    return f"it lacks the {columns} {lacking} (found: {told})"


_NO_HEADER = "none of its first ten rows is a header recco knows"
MOST_TITLES = 12
_LONGEST_TITLE = 40


def first_lines(lines: Iterable[str]) -> list[str]:
    """Enough lines to find a header in; fewer when what follows is no line of a table."""
    found: list[str] = []
    letters = 0
    with suppress(LineTooLong):
        for line in islice(lines, HEADER_LINES):
            found.append(line)
            letters += len(line)
            if letters > _LONGEST_HEADER:
                break
    return found


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


class Table:
    """Rows below the header, padded to the header's width plus one empty cell for `picker`.

    Iterate once. Rows that are blank are passed over, rows that are broken go to the remarks.
    """

    def __init__(
        self,
        file: str,
        source: TextSource,
        promised: Sheet | None,
        remarks: Remarks,
    ) -> None:
        self.file, self.sheet, self.rows = file, promised, 0
        self._remarks, self._source = remarks, source
        self._head: list[str] = []
        self._pending: list[str] = []
        self._again: deque[str] = deque()
        self._ended = self._stopped = self._is_cut = False
        self._breaks = self._most = 0
        self._long = ""
        self._dates = DateReader()
        self._reader = csv.reader([])
        self._lines: Iterator[str] = iter(())
        self._endless: Iterator[str] = iter(source)
        found = self._find_header(promised)
        self.found = found is not None
        self.columns: dict[str, int] = {}
        self.delimiter = ","
        self.width = self.least = self._before = self._header = 0
        self._date_at: int | None = None
        if found:
            self.sheet, self.columns, self.width, self.delimiter, self._header = found
            self._before = self._header
            needed = [self.columns[name] for name in NEEDED[found[0]] if name in self.columns]
            self.least = max(needed) + 1
            self._date_at = self.columns.get("date")

    def _find_header(
        self, promised: Sheet | None
    ) -> tuple[Sheet, dict[str, int], int, str, int] | None:
        self._head = first_lines(self._endless)
        found = find_header(self._head, promised)
        if found:
            self._endless = chain(self._head[found[-1] :], self._endless)
            self._most = MOST_MESSAGE_LINES if found[0] is Sheet.MESSAGES else MOST_LINES
            self._lines = islice(self._endless, self._most)
        return found

    @property
    def unknown_columns(self) -> list[str]:
        """Titles in the header that are nothing here."""
        if not self.found:
            return []
        cells = _cells(self._head[self._header - 1].lstrip("\ufeff"), self.delimiter)
        known = set(self.columns.values())
        titles = (
            clean_line(cell)[:_LONGEST_TITLE]
            for at, cell in enumerate(cells[:_WIDEST])
            if at not in known
        )
        return [title for title in titles if title]

    @property
    def why_not_found(self) -> str:
        """What is where the header should be."""
        if "".join(self._head).strip(" \t\r\n\ufeff"):
            other = what_it_is("".join(self._head).encode()[:START], "")
            return f"it is {other}" if other else _missing_columns(self._head, self.sheet)
        if self._source.has_endless_line:
            return "its first line is longer than a million bytes"
        return "the file is empty"

    @property
    def line(self) -> int:
        """Where the row just handed out begins, the file's first line being 1."""
        return self._before + self._reader.line_num - len(self._pending) + 1

    def picker(self, *names: str) -> Callable[[list[str]], tuple[str, ...]]:
        """The cells of these columns, '' for a column that the file does not have."""
        return itemgetter(*(self.columns.get(name, self.width) for name in names))

    def leave_out(self, why: str) -> None:
        """Say that the row just handed out is not used."""
        self._remarks.leave_out(self.file, self.line, why)

    def __iter__(self) -> Iterator[list[str]]:
        room = _ROOM.get(self.sheet) if self.sheet else None
        return self._all() if room is None else self._within(room)

    def _within(self, room: int) -> Iterator[list[str]]:
        """Rows as long as there is room for them."""
        for row in self._all():
            room -= _ROW + sum(map(len, row))
            if room < 0:
                self.leave_out("more than any export holds; the rest of the file was skipped")
                return
            yield row

    def _all(self) -> Iterator[list[str]]:
        try:
            while (self._again or not self._ended) and self._breaks < _MOST_BREAKS:
                yield from self._rows()
                self._before += self._reader.line_num
                self._reader = csv.reader([])  # its lines are counted now
            if self._is_cut:
                why = f"more than {self._most:,} lines; the rest of the file was skipped"
                self._remarks.leave_out(self.file, self._header + self._most + 1, why)
        except LineTooLong:
            why = "a line is longer than a million bytes; the rest of the file was skipped"
            self._remarks.leave_out(self.file, self.line, why)
        if self._breaks >= _MOST_BREAKS:
            why = f"more than {_MOST_BREAKS:,} quotes are broken; the rest was skipped"
            self._remarks.leave_out(self.file, self.line, why)

    def _rows(self) -> Iterator[list[str]]:
        """Rows until the file ends, or a row so broken that the parser must start anew."""
        pending, width = self._pending, self.width
        self._stopped = False
        self._reader = csv.reader(self._feed(), delimiter=self.delimiter)
        try:
            for row in self._reader:
                if (len(pending) > 1 or self._stopped) and self._is_broken():
                    continue
                if (len(row) == width or self._fits(row)) and any(row):
                    self.rows += 1
                    row.append("")
                    yield row
                pending.clear()
        except csv.Error:
            inside = self._row_inside()
            why = _NEVER_CLOSED if inside else "a cell is longer than a million characters"
            self._pass_over_broken(inside, why)

    def _feed(self) -> Iterator[str]:
        """Lines for the parser; remembers those of the row that it is reading."""
        pending, again, size = self._pending, self._again, 0
        while again or not self._ended:
            while again:
                line = again.popleft()
                size = size + len(line) if pending else 0
                pending.append(line)
                yield line
            for line in self._lines:
                size = size + len(line) if pending else 0
                pending.append(line)
                yield line
                if again or size > _LARGEST_ROW or len(pending) > _LONGEST_ROW:
                    break
            else:
                self._ended = True
                self._is_cut = self._is_cut or next(self._endless, None) is not None
            if self._breaks >= _MOST_BREAKS or size > _LARGEST_ROW or len(pending) > _LONGEST_ROW:
                break
        self._stopped = True

    def _fits(self, row: list[str]) -> bool:
        """Bring a row to the header's width; False, and said, when it is no use at all."""
        size = len(row)
        if not any(map(str.strip, row)):
            return False
        if size < self.least:
            self.leave_out(f"only {size} of {self.width} cells")
            return False
        if any(map(str.strip, row[self.width :])):
            at = self._date_at
            if at is not None and not self._dates.moment(row[at].strip()):
                self.leave_out(
                    f"{size} cells for {self.width} columns: a comma is in the wrong place"
                )
                return False
            if not self._long:
                self._long = f"{self.file} line {self.line}: more cells than columns, rest not read"
                self._remarks.warn(self._long)
        row += [""] * (self.width - size)
        del row[self.width :]
        return True

    def _is_broken(self) -> bool:
        """Whether a row over several lines holds others behind a quote never closed.

        The end of the file inside a quote is such a case; so is a line that is a row by itself.
        """
        inside = self._row_inside()
        if not inside and not self._stopped:
            return False
        if not inside and self._is_cut:
            self._pending.clear()  # the rest of the row lies behind the last line that is read
            return True
        self._pass_over_broken(inside, _NEVER_CLOSED)
        return True

    def _row_inside(self) -> int:
        """Which of the row's lines, but the first, is a row by itself; 0 for none."""
        at, delimiter, width = self._date_at, self.delimiter, self.width
        least = width - 1 if at is None else at
        for number, line in enumerate(self._pending):
            if number and line.count(delimiter) >= least > 1 and self._is_row(line, at):
                return number
        return 0

    def _is_row(self, line: str, date_at: int | None) -> bool:
        """As many cells as the header, or fewer and a quote that goes on; the date in its place."""
        if self.sheet in _TERSE and line.count(self.delimiter) >= self.width - 1:
            return True
        cells = _cells(line, self.delimiter)
        if len(cells) != self.width and (date_at is None or line.count('"') % 2 == 0):
            return False
        if date_at is None:
            return True
        return date_at < len(cells) and self._dates.moment(cells[date_at].strip()) is not None

    def _pass_over_broken(self, resume_at: int, why: str) -> None:
        """Name the broken row; go on at the row inside it, 0 for none."""
        self.leave_out(why)
        self._breaks += 1
        if resume_at:
            self._before -= len(self._pending) - resume_at
            self._again.extendleft(reversed(self._pending[resume_at:]))
        self._pending.clear()
