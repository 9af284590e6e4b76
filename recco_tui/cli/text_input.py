"""A text that a command is given: by a file, a pipe or standard input."""

import codecs
import sys
from pathlib import Path

from recco_tui.core.errors import DataError
from recco_tui.importing.named_file import read_file

LONGEST = 1_000_000
"""Bytes; LinkedIn takes 3,000 characters, so a longer file is not a recommendation."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_text(file: str) -> str:
    """The text of a file, a pipe or standard input, without the line break at its end.

    Raises `DataError` for what cannot be read or is no text.
    """
    is_standard_input = file in ("-", "/dev/stdin")  # the latter cannot be opened when a socket
    where = "Standard input" if is_standard_input else file
    if is_standard_input and sys.stdin is None:
        raise DataError(f"{where} is closed. Name a file, or pipe a text.")
    try:
        if is_standard_input:
            data = sys.stdin.buffer.read(LONGEST + 1)
        else:
            data = read_file(Path(file), LONGEST + 1, pipe=True)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DataError(f"{where} cannot be read ({reason.lower()}).") from error
    if len(data) > LONGEST:
        raise DataError(f"{where} is too long for a recommendation (over a megabyte).")
    return _decoded(data, where).rstrip("\r\n")


def _decoded(data: bytes, where: str) -> str:
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if "\0" in text:
        raise DataError(f"{where} is not text. Use plain text: a .txt file, or a pipe.")
    return text
