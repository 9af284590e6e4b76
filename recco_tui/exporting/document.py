"""recco's own export: one JSON document of every table, or a folder of CSV files.

The JSON: `{"recco": 1, "exported_at": ISO time, "tables": {table: [{column: value}]}}`, columns as
in the database: dates as YYYY-MM-DD, times in UTC, ids as they are, so that it can be put back.
"""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from recco_tui.core.spreadsheets import harmless
from recco_tui.core.written import DOCUMENT_FORMAT

JsonRow = Mapping[str, str | int | float | None]


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
