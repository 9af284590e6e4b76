"""What commands print: literal lines, aligned tables that fit the terminal, or one JSON document.

Text from people and files is shown as it is, without control characters; colour appears only on a
terminal, and not with NO_COLOR.

Tables are aligned here, with only the widths of characters from Rich: `rich.table` takes ten times
as long for 30,000 people, and `recco today` must not wait for its import.
"""

import json
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, TypeVar

from recco_tui.core.cleaning import capitalized, clean_line

if TYPE_CHECKING:
    from recco_tui.cli.session import Session
    from recco_tui.writing.prompts.messages import Message

Item = TypeVar("Item")

_IN_ASCII = str.maketrans(
    {"–": "-", "…": "...", "·": ".", "✓": "+", "✗": "x", "→": "->", "“": '"', "”": '"', "’": "'"}
)
_UNDECODED_BYTE = re.compile("[\udc80-\udcff]")
_UNSAFE_IN_JSON = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]"
)
_UNSAFE_ON_SCREEN = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f]|\r(?!\n)|{_UNSAFE_IN_JSON.pattern}")
_NARROWEST = 8
"""Cells that a shrinkable column keeps."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. Shrinkable ones are cut when the terminal is too narrow."""

    title: str = ""
    right: bool = False
    shrinkable: bool = False


FIXED, SHRINKABLE = Column(), Column(shrinkable=True)
"""Columns without a title."""


def one_line(text: str) -> str:
    """The text on one line, without anything that a terminal would act on. Bytes of a path that are
    not text are shown by their number."""
    if not text.isprintable():
        text = _UNDECODED_BYTE.sub(lambda found: f"\\x{ord(found[0]) - 0xDC00:02x}", text)
    return clean_line(text)


def write_line(text: str, *, indent: int = 0) -> None:
    """Write a line in full, however wide the terminal is."""
    _write(" " * indent + one_line(text))


def write_heading(text: str) -> None:
    """Write a quiet line above what belongs together."""
    _write(_dim(cut(one_line(text), line_width(sys.stdout))))


def write_note(text: str) -> None:
    """Write a remark, which is no failure, to standard error."""
    if sys.stderr:
        sys.stderr.write(f"recco: {one_line(text)}\n")


def write_message(message: "Message") -> None:
    """Write a message with its subject, ready to be passed on."""
    subject = f"Subject: {message.subject}\n\n" if message.subject else ""
    write_text(f"{subject}{message.text}\n")


def write_words_to_send(words: str) -> None:
    """Write a message that the person may send, below what was done."""
    write_line("Words you could send:")
    write_line(words, indent=2)


def write_json(document: object) -> None:
    """Write one JSON document; characters that a terminal would act on are escaped in it.

    Dates and times are written in ISO 8601.
    """
    utf = (sys.stdout.encoding or "").casefold().startswith("utf") if sys.stdout else True
    text = json.dumps(
        document, ensure_ascii=not utf, indent=2, default=lambda moment: moment.isoformat()
    )
    _put(_UNSAFE_IN_JSON.sub(_escaped, text))


def write_text(text: str) -> None:
    """Write a whole file to standard output: as UTF-8, byte for byte, but not to a terminal.

    There, characters that it would act on appear as escapes.
    """
    stream = sys.stdout
    if stream is None:
        return
    if stream.isatty():
        stream.write(_UNSAFE_ON_SCREEN.sub(_escaped, text))
        return
    from recco_tui.core.written import encoded

    if (binary := getattr(stream, "buffer", None)) is None:  # a stand-in for the real one
        stream.write(text)
        return
    stream.flush()
    binary.write(encoded(text))


def write_table(
    columns: Sequence[Column],
    rows: Iterable[Sequence[object]],
    indent: int = 0,
    *,
    dim: bool = False,
) -> None:
    """Write aligned columns under a quiet heading; nothing when there are no rows.

    Cells are any values: None becomes a dash, dates are in ISO 8601. On a terminal each row is one
    line of its width; a file or a pipe gets all of each cell.
    """
    cells = [["–" if cell is None else one_line(str(cell)) for cell in row] for row in rows]
    if not cells:
        return
    width = line_width(sys.stdout)
    widths = _widths(columns, cells, None if width is None else width - indent)

    def aligned(row: Sequence[str]) -> str:
        parts = [
            _fit(cell, column_width, column.right)
            for cell, column_width, column in zip(row, widths, columns, strict=True)
        ]
        return cut((" " * indent + "  ".join(parts)).rstrip(), width)

    if any(column.title for column in columns):
        _write(_dim(aligned([column.title for column in columns])))
    for row in cells:
        _write(_dim(aligned(row)) if dim else aligned(row))


def write_list(
    session: "Session",
    items: Sequence[Item],
    *,
    document: Callable[[Item], object],
    columns: Sequence[Column],
    cells: Callable[[Item], Sequence[object]],
    empty: str,
) -> None:
    """Write a JSON array, or a table; `empty` is the sentence instead of an empty one."""
    if session.as_json:
        write_json([document(item) for item in items])
    elif items:
        write_table(columns, map(cells, items))
    else:
        write_line(empty)


def report(session: "Session", document: object, added: str = "") -> None:
    """Print what the last verb did: its document, or its words in the log and what is `added`."""
    if session.as_json:
        write_json(document)
        return
    done = session.ledger.last_change
    if done is None:
        write_line("Nothing to change.")
        return
    text = done.label + (f" ({added})" if added else "")
    stop = "" if text.endswith((".", "!", "?")) else "."
    write_line(capitalized(text) + stop)


def line_width(stream: IO[str] | None) -> int | None:
    """Cells of a line of the terminal; None when a file or a pipe takes lines of any length."""
    if stream is None or not stream.isatty():
        return None
    return max(shutil.get_terminal_size((80, 24)).columns, 20)


def cell_width(text: str) -> int:
    """Cells that a terminal takes for the text."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len  # late: most lines are ASCII, and `recco today` starts often

    return cell_len(text)


def cut(text: str, cells: int | None) -> str:
    """At most so many cells, ending in an ellipsis when something is left off."""
    if cells is None or cell_width(text) <= cells:
        return text
    from rich.cells import set_cell_size

    return set_cell_size(text, cells - 1).rstrip() + "…"


def _fit(text: str, cells: int, right: bool) -> str:
    text = cut(text, cells)
    padding = " " * (cells - cell_width(text))
    return padding + text if right else text + padding


def _widths(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int | None
) -> list[int]:
    """Natural widths; where they are too wide, the widest shrinkable column shrinks first."""
    lines = [[column.title for column in columns], *rows]
    widths = [max(map(cell_width, column)) for column in zip(*lines, strict=True)]
    while width is not None and sum(widths) + 2 * (len(widths) - 1) > width:
        shrinkable = [
            at for at, column in enumerate(columns) if column.shrinkable and widths[at] > _NARROWEST
        ]
        if not shrinkable:
            break
        widths[max(shrinkable, key=widths.__getitem__)] -= 1
    return widths


def _dim(line: str) -> str:
    """Quiet on a terminal that knows how, unless NO_COLOR says no."""
    quiet = line_width(sys.stdout) is not None and os.environ.get("TERM", "dumb") != "dumb"
    return f"\x1b[2m{line}\x1b[0m" if quiet and "NO_COLOR" not in os.environ else line


def _escaped(character: re.Match[str]) -> str:
    return f"\\u{ord(character[0]):04x}"


def _write(line: str) -> None:
    stream = sys.stdout
    if stream and not (stream.encoding or "utf-8").casefold().startswith("utf"):
        line = line.translate(_IN_ASCII)
    _put(line)


def _put(text: str) -> None:
    """Not by click.echo, which takes an ASCII stream for a mistake and writes UTF-8 to it."""
    if sys.stdout:
        sys.stdout.write(text + "\n")
