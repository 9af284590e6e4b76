"""What a LinkedIn export says, as values: read, matched and planned by importing.

Texts and names are as the file has them, but for control characters and the ends of short cells.
"""

from dataclasses import dataclass
from datetime import date, datetime

from recco_tui.core.labeled import DescribedEnum
from recco_tui.core.models import Direction

DATA_PAGE = "https://www.linkedin.com/mypreferences/d/download-my-data"
"""Where LinkedIn is asked for an export. Unofficial, may change: the way there is told too."""


@dataclass(frozen=True, slots=True)
class RowPlace:
    """Where a row stood: file name inside the archive, and its line, the first being 1."""

    file: str
    line: int


@dataclass(frozen=True, slots=True)
class ExportedConnection:
    """One named row of Connections.csv. `slug` is decoded and casefolded, None before mid-2023."""

    first_name: str
    last_name: str
    slug: str | None
    company: str
    position: str
    email: str
    connected_on: date | None
    place: RowPlace


@dataclass(frozen=True, slots=True)
class ExportedRecommendation:
    """One row of Recommendations_*.csv. `written_at` is UTC; None when the date cannot be read.

    `status` is verbatim: VISIBLE, HIDDEN, '' or anything else LinkedIn may write.
    """

    direction: Direction
    first_name: str
    last_name: str
    company: str
    position: str
    text: str
    written_at: datetime | None
    status: str
    place: RowPlace


class MessageEvent(DescribedEnum):
    """What a message says about recommendations, seen by LinkedIn's own links."""

    direction: Direction
    """Of the recommendation that is asked for or delivered."""
    is_delivery: bool
    deed: str
    """What is asked where it is not sure who is meant: `who asked you on 2 Oct 2026?`"""

    ASK_SENT = "ask-sent", Direction.RECEIVED, False, "did you ask on"
    ASK_RECEIVED = "ask-received", Direction.GIVEN, False, "asked you on"
    DELIVERED_TO_ME = "delivered-to-me", Direction.RECEIVED, True, "recommended you on"
    DELIVERED_BY_ME = "delivered-by-me", Direction.GIVEN, True, "did you recommend on"


@dataclass(frozen=True, slots=True)
class ExportedMessage:
    """A message that is an ask or a delivery. `name`/`slug` are the other person's.

    `slug` None when the file has no addresses. `text` is the note without LinkedIn's own words.
    """

    event: MessageEvent
    at: datetime
    name: str
    slug: str | None
    text: str
    place: RowPlace


@dataclass(frozen=True, slots=True)
class ExportedWork:
    """A row of Positions.csv or Projects.csv: offers itself as a project, nothing more."""

    title: str
    is_position: bool
    started_on: date | None
    ended_on: date | None
    about: str
    place: RowPlace


@dataclass(frozen=True, slots=True)
class Ignored:
    """A row or file that was left out, and why, in words."""

    file: str
    line: int
    why: str


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file that was read: its name in the archive, what it is, and its rows."""

    file: str
    what: str
    rows: int


@dataclass(frozen=True, slots=True)
class Export:
    """One or several archives of one owner, read together.

    `addresses` maps a full name as written to every slug seen for it in messages, invitations and
    endorsements (only for matching). `has_connections` / `has_received` / `has_given` tell whether
    the file was there at all: an absent file means "none in this archive", never a deletion.
    `is_stamped`: `exported_on` is the day in LinkedIn's own file name; else it is only the newest
    day that anything in it tells, and the export may be younger.
    """

    exported_on: date | None
    owner_name: str
    owner_slug: str | None
    connections: tuple[ExportedConnection, ...]
    nameless: int
    recommendations: tuple[ExportedRecommendation, ...]
    messages: tuple[ExportedMessage, ...]
    addresses: dict[str, frozenset[str]]
    work: tuple[ExportedWork, ...]
    ignored: tuple[Ignored, ...]
    warnings: tuple[str, ...]
    files: tuple[FileRead, ...]
    has_connections: bool
    has_received: bool
    has_given: bool
    is_stamped: bool = True
