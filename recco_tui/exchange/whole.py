"""recco's own export: one JSON document of every table, or a folder of CSV files.

The JSON: `{"recco": 1, "exported_at": ISO time, "tables": {table: [{column: value}]}}`, columns as
in the database: dates as YYYY-MM-DD, times in UTC, ids as they are, so that it can be put back.
"""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from recco_tui.core.errors import ArchiveError
from recco_tui.core.spreadsheets import harmless
from recco_tui.exchange.named_file import open_file, read_file

FORMAT = 1
LARGEST = 300 * 1024 * 1024
Row = Mapping[str, str | int | float | None]


def as_json(tables: Mapping[str, Sequence[Row]], now: datetime) -> str:
    """The document."""
    document = {"recco": FORMAT, "exported_at": now.isoformat(), "tables": tables}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def looks_like_ours(path: Path) -> bool:
    """Whether a file handed in is such a document; never raises."""
    try:
        with open_file(path) as file:
            return path.suffix.casefold() == ".json" and b'"recco"' in (file.read(200) or b"")
    except (OSError, ValueError):
        return False


def read_json(path: Path) -> dict[str, object]:
    """The tables of a document, whatever they hold; raises `ArchiveError` with one sentence for
    anything else."""
    try:
        if path.stat().st_size > LARGEST:
            raise ArchiveError(f"{path.name} is too large for an export of recco's.")
        text = read_file(path, LARGEST).decode("utf-8-sig")
        document = json.loads(text, parse_constant=_refuse_constant)
    except OSError as error:
        raise ArchiveError(f"{path.name} cannot be read ({error.strerror}).") from error
    except (ValueError, RecursionError) as error:
        raise ArchiveError(f"{path.name} is damaged: it is no whole JSON document.") from error
    version = document.get("recco") if isinstance(document, dict) else None
    if version != FORMAT or isinstance(version, bool):
        raise ArchiveError(f"{path.name} is no export of this recco's: its format is not {FORMAT}.")
    tables = document.get("tables")
    if not isinstance(tables, dict):
        raise ArchiveError(f"{path.name} holds no tables.")
    return tables


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


def as_csv(rows: Sequence[Row]) -> str:
    """One table with its header; cells that a spreadsheet would compute get an apostrophe."""
    held = io.StringIO(newline="")
    writer = csv.writer(held, lineterminator="\r\n")
    if rows:
        writer.writerow(rows[0])
        writer.writerows([harmless(value) for value in row.values()] for row in rows)
    return held.getvalue()
