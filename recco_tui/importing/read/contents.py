"""What the files of an export say, one by one, before they are put together."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from recco_tui.core.export import (
    ExportedConnection,
    ExportedRecommendation,
    ExportedWork,
    FileRead,
    Ignored,
    RowPlace,
)
from recco_tui.core.models import Direction
from recco_tui.core.names import clean_name
from recco_tui.importing.read.sheets import Sheet

MOST_NAMED = 500
"""So many rows of one file are named one by one; the rest is counted."""


@dataclass(slots=True)
class Remarks:
    """Collects in the order of reading; a warning is said once."""

    _ignored: list[Ignored] = field(default_factory=list)
    _warnings: dict[str, None] = field(default_factory=dict)
    _rows: dict[str, int] = field(default_factory=dict)

    def leave_out(self, file: str, line: int, why: str) -> None:
        """A row was left out; line 0 means the whole file."""
        count = self._rows[file] = self._rows.get(file, 0) + 1
        if count <= MOST_NAMED:
            self._ignored.append(Ignored(file, line, why))

    def warn(self, sentence: str) -> None:
        """Something was read with a doubt."""
        self._warnings[sentence] = None

    @property
    def ignored(self) -> tuple[Ignored, ...]:
        """All of them; a file with very many bad rows ends in a count."""
        more = [
            Ignored(file, 0, f"{count - MOST_NAMED:,} more rows could not be read")
            for file, count in self._rows.items()
            if count > MOST_NAMED
        ]
        return (*self._ignored, *more)

    @property
    def warnings(self) -> tuple[str, ...]:
        """All of them, each once."""
        return tuple(self._warnings)


ROOM = 12 * 2**20
"""Bytes, for about 35,000 people. LinkedIn has at most 30,000 connections."""
_PAIR = 250
"""Bytes of a pair besides its letters."""


class SeenAddresses(dict[tuple[str, str], int]):
    """How often each pair of name and address was met, both as written.

    Once `ROOM` is taken only pairs of `wanted` names are added, in as much room again: a file may
    name a million people, and an import asks for the addresses of few. `wanted` may grow while
    reading and holds names as `clean_name` has them. A pair that is held is counted to the end.
    """

    def __init__(self, wanted: set[str] | None = None) -> None:
        super().__init__()
        self._wanted = set() if wanted is None else wanted
        self._left = 2 * ROOM

    def meet(self, pair: tuple[str, str]) -> None:
        """Count one more meeting."""
        if pair in self:
            self[pair] += 1
        else:
            self.admit(pair)

    def admit(self, pair: tuple[str, str]) -> None:
        """Hold a pair that is not held yet, if there is room for it."""
        name, address = pair
        if self._left > ROOM or clean_name(name) in self._wanted:
            left = self._left - _PAIR - len(name) - len(address)
            if left > 0:
                self._left = left
                self[pair] = 1


_CLOSED = frozenset(
    name.casefold()
    for name in (
        "LinkedIn Member",
        "LinkedIn-Mitglied",
        "Membre LinkedIn",
        "Membre de LinkedIn",
        "Utilisateur LinkedIn",
        "Miembro de LinkedIn",
        "Usuário do LinkedIn",
        "Membro do LinkedIn",
        "Membro di LinkedIn",
        "Utente LinkedIn",
        "LinkedIn-lid",
    )
)


def is_closed(name: str) -> bool:
    """True for the name that LinkedIn gives to every closed or hidden account, and for none."""
    if name.isascii() and "LinkedIn" not in name:  # nearly always
        return not name.strip()
    name = clean_name(name)
    return not name or name.casefold() in _CLOSED


class MessageRow(NamedTuple):
    """A message that is a delivery or an ask; who is who in it shows when all files are read.

    The cells are as written, and `to_urls` may be several. `at` None: `date` cannot be read.
    `note` is the content without LinkedIn's own words.
    """

    sender: str
    sender_url: str
    to: str
    to_urls: str
    date: str
    at: datetime | None
    is_delivery: bool
    note: str
    direction: str
    is_draft: bool
    place: RowPlace


@dataclass(slots=True)
class SheetContents:
    """What one file says.

    `met` are the pairs of name and address in messages: the address may be several, joined by
    commas. `contacts` are those of the other files, `owners` such as a file says are the owner's.
    `archive` tells which archive it is of, 0 being the newest; `direction` is of recommendations
    only.
    """

    sheet: Sheet
    read: FileRead
    remarks: Remarks
    archive: int = 0
    direction: Direction | None = None
    connections: list[ExportedConnection] = field(default_factory=list)
    nameless: int = 0
    recommendations: list[ExportedRecommendation] = field(default_factory=list)
    message_rows: list[MessageRow] = field(default_factory=list)
    has_recipients: bool = False
    met: SeenAddresses = field(default_factory=SeenAddresses)
    contacts: SeenAddresses = field(default_factory=SeenAddresses)
    owners: SeenAddresses = field(default_factory=SeenAddresses)
    profile_name: str = ""
    work: list[ExportedWork] = field(default_factory=list)

    @property
    def newest_day(self) -> date | None:
        """The last day that a connection, a text or a message of it tells."""
        moments = [row.written_at for row in self.recommendations if row.written_at]
        moments += [row.at for row in self.message_rows if row.at]
        days = [row.connected_on for row in self.connections if row.connected_on]
        return max((*days, *(moment.date() for moment in moments)), default=None)
