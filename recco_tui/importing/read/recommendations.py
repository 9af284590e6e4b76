"""Recommendations_Received.csv and Recommendations_Given.csv, of every era."""

from recco_tui.core.cleaning import clean_line, clean_text
from recco_tui.core.export import ExportedRecommendation, Place
from recco_tui.core.models import Direction
from recco_tui.importing.read.dates import DateReader
from recco_tui.importing.read.facts import Facts, is_closed
from recco_tui.importing.read.tables import Table

_RECEIVED_ONLY = frozenset(("VISIBLE", "HIDDEN", "SHOWN"))
"""Received rows have one of these; the status of a given row is always empty (measured)."""


def read_recommendations(
    table: Table, dates: DateReader, facts: Facts, direction: Direction | None
) -> Direction | None:
    """Read all rows, whatever their status. `direction` None: the name does not say, rows may.

    Returns the direction; None when nothing tells it, and then nothing was read.
    """
    names = ("first_name", "last_name", "company", "position", "status", "date", "text")
    pick = table.picker(*names)
    rows = []
    for row in table:
        *short, long = pick(row)
        first, last, company, position, status, date = map(clean_line, short)
        text = clean_text(long)
        if is_closed(f"{first} {last}"):
            table.leave_out("the person's account is closed or hidden: no name")
        elif not text.strip():
            table.leave_out("no text")
        else:
            written_at = dates.moment(date)
            place = Place(table.file, table.line)
            rows.append((first, last, company, position, text, written_at, status, place))
    if direction is None and any(row[6].upper() in _RECEIVED_ONLY for row in rows):
        direction = Direction.RECEIVED
    if direction is not None:
        facts.recommendations += [ExportedRecommendation(direction, *row) for row in rows]
    return direction
