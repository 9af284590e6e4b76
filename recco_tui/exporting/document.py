"""recco's own export: one JSON document of every table, or a folder of CSV files, one a table, with
their checksums beside them.

The JSON: `{"recco": 1, "exported_at": ISO time, "tables": {table: [{column: value}]}}`, columns as
in the database: dates as YYYY-MM-DD, times in UTC, ids as they are, so that it can be put back.
"""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from recco_tui.core.spreadsheets import harmless
from recco_tui.core.written import CHECKSUMS_HEAD, DOCUMENT_FORMAT, checksum, encoded, objection
from recco_tui.exporting.private_file import Refuse, write_all

JsonRow = Mapping[str, str | int | float | None]
CHECKSUMS = "recco-export.txt"
"""A CSV file has no place for a mark, so that this one says what recco wrote."""


def as_json(tables: Mapping[str, Sequence[JsonRow]], now: datetime) -> str:
    """The document."""
    document = {"recco": DOCUMENT_FORMAT, "exported_at": now.isoformat(), "tables": tables}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def as_csv(rows: Sequence[JsonRow]) -> str:
    """One table with its header; cells that a spreadsheet would compute get an apostrophe."""
    held = io.StringIO(newline="")
    writer = csv.writer(held, lineterminator="\r\n")
    if rows:
        writer.writerow(rows[0])
        writer.writerows([harmless(value) for value in row.values()] for row in rows)
    return held.getvalue()


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
