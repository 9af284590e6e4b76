"""Connections, invitations, endorsements, profile and work: one row, one thing."""

from recco_tui.core.cleaning import clean_line, clean_text
from recco_tui.core.export import ExportedConnection, ExportedWork, Place
from recco_tui.core.names import slug_of
from recco_tui.importing.read.dates import DateReader, read_month
from recco_tui.importing.read.facts import Facts, is_closed
from recco_tui.importing.read.sheets import Sheet
from recco_tui.importing.read.tables import Table


def read_connections(table: Table, dates: DateReader, facts: Facts) -> None:
    """Named rows become connections; rows without a name are closed profiles and only counted."""
    pick = table.picker("first_name", "last_name", "url", "company", "position", "email", "date")
    undated: list[int] = []
    for row in table:
        first, last, url, company, position, email, on = map(clean_line, pick(row))
        if is_closed(f"{first} {last}"):
            facts.nameless += 1
            continue
        connected_on = dates.day(on) if on else None
        if on and connected_on is None:
            undated.append(table.line)
        facts.connections.append(
            ExportedConnection(
                first,
                last,
                slug_of(url) if url else None,
                company,
                position,
                email,
                connected_on,
                Place(table.file, table.line),
            )
        )
    if undated:
        rows = "1 row" if len(undated) == 1 else f"{len(undated):,} rows"
        facts.remarks.warn(
            f"{table.file}: the date of {rows} cannot be read (line {undated[0]}); "
            "the people were taken without it"
        )


def read_invitations(table: Table, facts: Facts) -> None:
    """Only addresses: of the others for matching, and the owner's, which no file names."""
    pick = table.picker("from", "from_url", "to", "to_url", "direction")
    for row in table:
        sender, sender_url, to, to_url, direction = map(clean_line, pick(row))
        facts.contacts.meet((sender, sender_url))
        facts.contacts.meet((to, to_url))
        if direction.upper() == "OUTGOING":
            facts.owners.meet((sender, sender_url))
        elif direction.upper() == "INCOMING":
            facts.owners.meet((to, to_url))


def read_endorsements(table: Table, facts: Facts) -> None:
    """Only addresses, for matching."""
    pick = table.picker("first_name", "last_name", "url")
    for row in table:
        first, last, url = map(clean_line, pick(row))
        facts.contacts.meet((f"{first} {last}", url))


def read_profile(table: Table, facts: Facts) -> None:
    """The owner's name, from the first row that has one."""
    pick = table.picker("first_name", "last_name")
    for row in table:
        facts.profile_name = facts.profile_name or clean_line(" ".join(map(str.strip, pick(row))))


def read_work(table: Table, facts: Facts) -> None:
    """Positions and projects; a position is called `Title at Company`."""
    is_position = table.sheet is Sheet.POSITIONS
    pick = table.picker("title", "company", "start", "end", "about")
    for row in table:
        cells = pick(row)
        title, company, start, end = map(clean_line, cells[:4])
        name = " at ".join(filter(None, (title, company))) if is_position else title
        if not name:
            table.leave_out("no title")
            continue
        facts.work.append(
            ExportedWork(
                name,
                is_position,
                read_month(start),
                read_month(end, last_day=True),
                clean_text(cells[4]).strip(),
                Place(table.file, table.line),
            )
        )
