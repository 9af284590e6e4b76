"""What the files of an export say, one by one, before they are put together."""

from collections import Counter
from dataclasses import dataclass, field
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
from recco_tui.exchange.linkedin.remarks import Remarks
from recco_tui.exchange.linkedin.sheets import Sheet

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
    """A message that may be an ask or a delivery, its cells as they are. `to_urls` is a list."""

    sender: str
    sender_url: str
    to: str
    to_urls: str
    date: str
    content: str
    direction: str
    is_draft: bool
    place: Place


@dataclass(slots=True)
class Facts:
    """What one file says.

    `met` counts the pairs of name and address in messages, as written: the address may be several,
    joined by commas. `owners` are such pairs that a file says are the owner's. `archive` tells
    which archive it is of, 0 being the newest; `direction` is of recommendations only.
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
    met: Counter[tuple[str, str]] = field(default_factory=Counter)
    contacts: set[tuple[str, str]] = field(default_factory=set)
    owners: Counter[tuple[str, str]] = field(default_factory=Counter)
    profile_name: str = ""
    work: list[ExportedWork] = field(default_factory=list)
