"""Whose export is it? The owner it names beside the owners of the exports imported so far.

People change their name, and they change their address; who changes both at once is known by what
no two members share: a connection of the same day, or a text of the same minute.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple, Self

from recco_tui.core.errors import ArchiveError
from recco_tui.core.export import Export, ExportedConnection, ExportedRecommendation
from recco_tui.core.import_plan import StoredData
from recco_tui.core.models import Direction
from recco_tui.core.names import display_name, fuzzy_key, url_of

SAME_PERSON_KEY, SAME_PERSON = "owner", "same person"
"""The answer that lets another owner's export in: a new name and a new address of one person."""

LEAST_SHARED = 3
"""Connections that two exports must share at least: colleagues meet the same people on one day."""


class Owner(NamedTuple):
    """A member as their export names them; `slug` None when nothing in it tells the address."""

    name: str
    slug: str | None = None

    @classmethod
    def of_export(cls, export: Export) -> Self:
        """As it tells."""
        return cls(export.owner_name, export.owner_slug)

    @property
    def is_known(self) -> bool:
        """Whether an export has told who it is."""
        return bool(self.name or self.slug)

    @property
    def page(self) -> str:
        """The address without its scheme, as people write it; '' when it is not known."""
        return url_of(self.slug).removeprefix("https://www.") if self.slug else ""

    def is_same_as(self, other: "Owner") -> bool:
        """By the address where both tell one, else by the name."""
        if self.slug and other.slug:
            return self.slug == other.slug
        return self.has_name_of(other)

    def has_name_of(self, other: "Owner") -> bool:
        """Whether the names differ by no more than credentials, accents and case."""
        return bool(self.name) and fuzzy_key(self.name) == fuzzy_key(other.name)

    @property
    def words(self) -> str:
        """The name; the address where there is none."""
        return self.name or self.page or "another member"


class AnotherOwner(ArchiveError):
    """The export of someone else than the file's owner."""

    def __init__(self, theirs: Owner, ours: Owner) -> None:
        self.theirs, self.ours = _told_apart(theirs, ours)
        super().__init__(
            f"This export is {self.theirs}'s, but this file is {self.ours}'s. Nothing was imported."
            " Use --db with another file, or --same-person if both are you."
        )


def _told_apart(theirs: Owner, ours: Owner) -> tuple[str, str]:
    if theirs.words != ours.words:
        return theirs.words, ours.words
    return f"{theirs.words} ({theirs.page})", f"{ours.words} ({ours.page})"


class History(NamedTuple):
    """What no two members share: texts by direction, person and minute; people by connected day."""

    texts: frozenset[object]
    network: frozenset[object]

    @classmethod
    def of_rows(
        cls,
        recommendations: Iterable[ExportedRecommendation],
        connections: Iterable[ExportedConnection],
    ) -> Self:
        """As an export tells it."""
        return cls(
            frozenset(
                _text(row.direction, display_name(row.first_name, row.last_name), row.written_at)
                for row in recommendations
                if row.written_at
            ),
            frozenset(
                (row.slug or display_name(row.first_name, row.last_name), row.connected_on)
                for row in connections
                if row.connected_on
            ),
        )

    @classmethod
    def of_stored(cls, known: StoredData) -> Self:
        """As the file has it."""
        names = {contact.id: contact.name for contact in known.contacts}
        return cls(
            frozenset(
                _text(text.direction, names.get(text.contact_id, ""), text.written_at)
                for text in known.recommendations
                if text.written_at
            ),
            frozenset((c.slug or c.name, c.connected_on) for c in known.contacts if c.connected_on),
        )

    def is_shared_with(self, other: "History") -> bool:
        """Whether a text, or half of the smaller network, is in both."""
        shared = len(self.network & other.network)
        smaller = min(len(self.network), len(other.network))
        return bool(self.texts & other.texts) or (shared >= LEAST_SHARED and 2 * shared >= smaller)


def _text(direction: Direction, name: str, at: datetime | None) -> object:
    return direction, fuzzy_key(name), at


def refuse_another_owner(export: Export, owners: Sequence[Owner], known: StoredData) -> None:
    """AnotherOwner unless the export may be of one of the `owners`, given newest first."""
    theirs = Owner.of_export(export)
    if not owners or not theirs.is_known or any(theirs.is_same_as(ours) for ours in owners):
        return
    told = History.of_rows(export.recommendations, export.connections)
    stored = History.of_stored(known)
    if told.is_shared_with(stored):
        return
    if any(theirs.has_name_of(ours) for ours in owners) and not (told.network and stored.network):
        return  # one name, another address, and nothing that could speak against it
    raise AnotherOwner(theirs, owners[0])


def are_different(one: tuple[Owner, History], other: tuple[Owner, History]) -> bool:
    """Whether two exports that lie together are of two members.

    Their files say little where an address is missing: a new last name alone is a marriage then.
    """
    (owner, told), (other_owner, other_told) = one, other
    if not (owner.name and other_owner.name) or owner.is_same_as(other_owner):
        return False
    first, other_first = (fuzzy_key(name).split()[:1] for name in (owner.name, other_owner.name))
    is_told = (owner.slug and other_owner.slug) or first != other_first
    return bool(is_told) and not (owner.has_name_of(other_owner) or told.is_shared_with(other_told))
