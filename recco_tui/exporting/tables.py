"""Everything as a folder of CSV files, one a table, with their checksums beside them."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from recco_tui.core.written import CHECKSUMS_HEAD, checksum, encoded, objection
from recco_tui.exporting.document import JsonRow, as_csv
from recco_tui.exporting.private_file import Refuse, write_all

CHECKSUMS = "recco-export.txt"
"""A CSV file has no place for a mark, so that this one says what recco wrote."""


def write_tables(folder: Path, tables: Mapping[str, Sequence[JsonRow]], refuse: Refuse) -> None:
    """Write all of them or, where one cannot be written, none; other files stay as they are."""
    texts = {f"{name}.csv": as_csv(rows) for name, rows in tables.items()}
    lines = [f"{checksum(encoded(text))}  {name}" for name, text in texts.items()]
    texts[CHECKSUMS] = "\n".join([CHECKSUMS_HEAD, *lines]) + "\n"
    write_all({folder / name: text for name, text in texts.items()}, refuse)


def not_as_written(folder: Path, names: Iterable[str]) -> list[str]:
    """Files in the way that recco did not write, or that were changed since."""
    kept = _content(folder / CHECKSUMS)
    known = _checksums(kept)
    found = [CHECKSUMS] if objection(kept) else []
    for name in (f"{name}.csv" for name in names):
        content = _content(folder / name)
        if content and known.get(name) != checksum(content):
            found.append(name)
    return found


def _content(path: Path) -> bytes:
    """What is in the file, empty when there is none or, if it cannot be read, something."""
    try:
        return path.read_bytes() if path.is_file() else b""
    except OSError:
        return b"unreadable"


def _checksums(content: bytes) -> dict[str, str]:
    """The checksum by the name of the file."""
    head, *lines = content.decode("utf-8", "replace").splitlines() or [""]
    if head != CHECKSUMS_HEAD:
        return {}
    return {name: sum_ for sum_, _, name in (line.partition("  ") for line in lines)}
