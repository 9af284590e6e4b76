"""What is stored already, as the planner needs it: read once, before an import is planned."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from recco_tui.core.models import Ask, Recommendation, Request


class KnownContact(NamedTuple):
    """A stored person, archived ones included. A tuple because there may be 30,000 of them.

    `typed` names the fields that the user wrote by hand after an import (`name`, `company`,
    `position`, `email`): an import leaves those alone.
    """

    id: int
    name: str
    first_name: str = ""
    last_name: str = ""
    slug: str | None = None
    company: str = ""
    position: str = ""
    email: str = ""
    connected_on: date | None = None
    missing_since: date | None = None
    typed: frozenset[str] = frozenset()

    @property
    def is_loose(self) -> bool:
        """Typed by hand or named by a recommendation only: no address, never a connection."""
        return self.slug is None and self.connected_on is None


@dataclass(frozen=True, slots=True)
class Latest:
    """The day of the newest imported export that held each file; None while none did.

    One date for all would let a fresh archive of messages stop an older one from bringing the
    connections.
    """

    connections: date | None = None
    received: date | None = None
    given: date | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """All that is stored and that an import may touch. Sequences are in the order of id."""

    contacts: Sequence[KnownContact] = ()
    recommendations: Sequence[Recommendation] = ()
    asks: Sequence[Ask] = ()
    requests: Sequence[Request] = ()
    project_titles: frozenset[str] = frozenset()
    latest: Latest = field(default_factory=Latest)
