"""What the files of an export say, one by one, before they are put together."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from recco_tui.core.export import (
    ExportedConnection,
    ExportedRecommendation,
    ExportedWork,
    FileRead,
    Place,
)
from recco_tui.core.models import Direction
from recco_tui.core.names import clean_name
from recco_tui.importing.read.met import Met
from recco_tui.importing.read.remarks import Remarks
from recco_tui.importing.read.sheets import Sheet

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


class Hit(NamedTuple):
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
    place: Place


@dataclass(slots=True)
class Facts:
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
    hits: list[Hit] = field(default_factory=list)
    has_recipients: bool = False
    met: Met = field(default_factory=Met)
    contacts: Met = field(default_factory=Met)
    owners: Met = field(default_factory=Met)
    profile_name: str = ""
    work: list[ExportedWork] = field(default_factory=list)
