"""Connections, recommendations, invitations, endorsements, profile and work: one row, one thing."""

from recco_tui.core.cleaning import clean_line, clean_text
from recco_tui.core.export import ExportedConnection, ExportedRecommendation, ExportedWork, RowPlace
from recco_tui.core.models import Direction
from recco_tui.core.names import slug_of
from recco_tui.importing.read.contents import SheetContents, is_closed
from recco_tui.importing.read.dates import DateReader, read_month
from recco_tui.importing.read.sheets import Sheet
from recco_tui.importing.read.tables import Table


def read_connections(table: Table, dates: DateReader, contents: SheetContents) -> None:
    """Named rows become connections; rows without a name are closed profiles and only counted."""
    pick = table.picker("first_name", "last_name", "url", "company", "position", "email", "date")
    undated: list[int] = []
    ahead: list[int] = []
    for row in table:
        first, last, url, company, position, email, on = map(clean_line, pick(row))
        if is_closed(f"{first} {last}"):
            contents.nameless += 1
            continue
        connected_on = dates.day(on) if on else None
        if on and connected_on is None:
            (ahead if dates.is_ahead(on) else undated).append(table.line)
        contents.connections.append(
            ExportedConnection(
                first_name=first,
                last_name=last,
                slug=slug_of(url) if url else None,
                company=company,
                position=position,
                email=email,
                connected_on=connected_on,
                place=RowPlace(table.file, table.line),
            )
        )
    for lines, what in ((undated, "cannot be read"), (ahead, "is in the future")):
        if lines:
            rows = "1 row" if len(lines) == 1 else f"{len(lines):,} rows"
            contents.remarks.warn(
                f"{table.file}: the date of {rows} {what} (line {lines[0]}); "
                "the contacts were added without it"
            )


def read_invitations(table: Table, contents: SheetContents) -> None:
    """Only addresses: of the others for matching, and the owner's, which no file names."""
    pick = table.picker("from", "from_url", "to", "to_url", "direction")
    for row in table:
        sender, sender_url, to, to_url, direction = map(clean_line, pick(row))
        contents.contacts.meet((sender, sender_url))
        contents.contacts.meet((to, to_url))
        if direction.upper() == "OUTGOING":
            contents.owners.meet((sender, sender_url))
        elif direction.upper() == "INCOMING":
            contents.owners.meet((to, to_url))


def read_endorsements(table: Table, contents: SheetContents) -> None:
    """Only addresses, for matching."""
    pick = table.picker("first_name", "last_name", "url")
    for row in table:
        first, last, url = map(clean_line, pick(row))
        contents.contacts.meet((f"{first} {last}", url))


def read_profile(table: Table, contents: SheetContents) -> None:
    """The owner's name, from the first row that has one."""
    pick = table.picker("first_name", "last_name")
    for row in table:
        contents.profile_name = contents.profile_name or clean_line(
            " ".join(map(str.strip, pick(row)))
        )


def read_work(table: Table, contents: SheetContents) -> None:
    """Positions and projects; a position is called `Title at Company`."""
    is_position = table.sheet is Sheet.POSITIONS
    pick = table.picker("title", "company", "start", "end", "about")
    for row in table:
        *short, about = pick(row)
        title, company, start, end = map(clean_line, short)
        name = " at ".join(filter(None, (title, company))) if is_position else title
        if not name:
            table.leave_out("no title")
            continue
        contents.work.append(
            ExportedWork(
                title=name,
                is_position=is_position,
                started_on=read_month(start),
                ended_on=read_month(end, last_day=True),
                about=clean_text(about).strip(),
                place=RowPlace(table.file, table.line),
            )
        )


_RECEIVED_ONLY = frozenset(("VISIBLE", "HIDDEN", "SHOWN"))
"""Received rows have one of these; the status of a given row is always empty (measured)."""


def read_recommendations(
    table: Table, dates: DateReader, contents: SheetContents, direction: Direction | None
) -> Direction | None:
    """Read all rows, whatever their status. `direction` None: the name does not say, rows may.

    Returns the direction; None when nothing tells it, and then nothing was read.
    """
    names = ("first_name", "last_name", "company", "position", "status", "date", "text")
    pick = table.picker(*names)
    rows: list[ExportedRecommendation] = []
    said = False
    for row in table:
        *short, long = pick(row)
        first, last, company, position, status, date = map(clean_line, short)
        text = clean_text(long)
        if is_closed(f"{first} {last}"):
            table.leave_out("closed or hidden account: no name")
        elif not text.strip():
            table.leave_out("no text")
        else:
            said = said or status.upper() in _RECEIVED_ONLY
            rows.append(
                ExportedRecommendation(
                    direction=direction or Direction.RECEIVED,
                    first_name=first,
                    last_name=last,
                    company=company,
                    position=position,
                    text=text,
                    written_at=dates.moment(date),
                    status=status,
                    place=RowPlace(table.file, table.line),
                )
            )
    if direction is None and said:
        direction = Direction.RECEIVED
    if direction is not None:
        contents.recommendations += rows
    return direction
