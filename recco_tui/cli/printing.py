"""What commands write: literal lines that fit the terminal, or one JSON document.

Text from people and files is shown as it is, without control characters; colour appears only on a
terminal, and not with NO_COLOR.
"""

import json
import os
import re
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import IO

from recco_tui.core.cleaning import clean_line

_IN_ASCII = str.maketrans(
    {"–": "-", "…": "...", "·": ".", "✓": "+", "✗": "x", "→": "->", "“": '"', "”": '"', "’": "'"}
)
_BYTES = re.compile("[\udc80-\udcff]")
_UNSAFE_IN_JSON = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]"
)
_UNSAFE_ON_SCREEN = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f]|\r(?!\n)|{_UNSAFE_IN_JSON.pattern}")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. `gives` ones are shortened when the terminal is too narrow."""

    title: str
    right: bool = False
    gives: bool = False


def one_line(text: str) -> str:
    """The text on one line, without anything that a terminal would obey. Bytes of a path that are
    no text are shown by their number."""
    if not text.isprintable():
        text = _BYTES.sub(lambda found: f"\\x{ord(found[0]) - 0xDC00:02x}", text)
    return clean_line(text)


def say(text: str = "", *, indent: int = 0) -> None:
    """Write one literal line, cut to the terminal's width when there is a terminal."""
    _write(cut(" " * indent + one_line(text), line_width(sys.stdout)))


def tell(text: str, *, indent: int = 0) -> None:
    """Write a sentence that must not be cut."""
    _write(" " * indent + one_line(text))


def note(text: str) -> None:
    """Write a sentence to standard error that is no failure."""
    if sys.stderr:
        sys.stderr.write(f"recco: {one_line(text)}\n")


def write_json(document: object) -> None:
    """Write one JSON document; characters that a terminal would obey are escaped in it."""
    wide = (sys.stdout.encoding or "").casefold().startswith("utf") if sys.stdout else True
    text = json.dumps(document, ensure_ascii=not wide, indent=2)
    _put(_UNSAFE_IN_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", text))


def write_document(text: str) -> None:
    """Write a whole file to standard output: as UTF-8, byte for byte, but not to a terminal.

    There, characters that it would obey appear as escapes.
    """
    stream = sys.stdout
    if stream is None:
        return
    if stream.isatty():
        stream.write(_UNSAFE_ON_SCREEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text))
        return
    from recco_tui.core.written import encoded

    if (bytes_of := getattr(stream, "buffer", None)) is None:  # a stand-in for the real one
        stream.write(text)
        return
    stream.flush()
    bytes_of.write(encoded(text))


def write_table(columns: Sequence[Column], rows: Iterable[Sequence[str]], indent: int = 0) -> None:
    """Write aligned columns under a quiet heading; nothing when there are no rows."""
    cells = [[one_line(cell) for cell in row] for row in rows]
    if not cells:
        return
    width = line_width(sys.stdout)
    widths = _widths(columns, cells, None if width is None else width - indent)
    titled = any(column.title for column in columns)
    lines = [[column.title for column in columns], *cells] if titled else cells
    for number, row in enumerate(lines):
        parts = [
            _fit(cell, cells_wide, column.right)
            for cell, cells_wide, column in zip(row, widths, columns, strict=True)
        ]
        line = cut((" " * indent + "  ".join(parts)).rstrip(), width)
        _write(_dim(line) if titled and number == 0 else line)


def heading(text: str) -> None:
    """Write a quiet line above what belongs together."""
    _write(_dim(cut(one_line(text), line_width(sys.stdout))))


def line_width(stream: IO[str] | None) -> int | None:
    """Cells of a line of the terminal; None when a file or a pipe takes lines of any length."""
    if stream is None or not stream.isatty():
        return None
    return max(shutil.get_terminal_size((80, 24)).columns, 20)


def cell_width(text: str) -> int:
    """Cells that a terminal takes for the text."""
    if text.isascii():
        return len(text)
    return sum(_cells_of(character) for character in text)


def cut(text: str, cells: int | None) -> str:
    """At most so many cells, ending in an ellipsis when something is left off."""
    if cells is None or cell_width(text) <= cells:
        return text
    used, kept = 0, []
    for character in text:
        used += _cells_of(character)
        if used > cells - 1:
            break
        kept.append(character)
    return "".join(kept).rstrip() + "…"


def _cells_of(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _fit(text: str, cells: int, right: bool) -> str:
    text = cut(text, cells)
    room = " " * (cells - cell_width(text))
    return room + text if right else text + room


def _widths(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int | None
) -> list[int]:
    """Natural widths; the widest giving column gives first, down to eight cells."""
    widths = [
        max(cell_width(column.title), *(cell_width(row[at]) for row in rows))
        for at, column in enumerate(columns)
    ]
    while width is not None and sum(widths) + 2 * (len(widths) - 1) > width:
        giving = [at for at, column in enumerate(columns) if column.gives and widths[at] > 8]
        if not giving:
            break
        widest = max(giving, key=lambda at: widths[at])
        widths[widest] -= 1
    return widths


def _dim(line: str) -> str:
    """Quiet on a terminal that knows how, unless NO_COLOR says no."""
    quiet = line_width(sys.stdout) is not None and os.environ.get("TERM", "dumb") != "dumb"
    return f"\x1b[2m{line}\x1b[0m" if quiet and "NO_COLOR" not in os.environ else line


def _write(line: str) -> None:
    stream = sys.stdout
    if stream and not (stream.encoding or "utf-8").casefold().startswith("utf"):
        line = line.translate(_IN_ASCII)
    _put(line)


def _put(text: str) -> None:
    """Not by click.echo, which takes an ASCII stream for a mistake and writes UTF-8 to it."""
    if sys.stdout:
        sys.stdout.write(text + "\n")
