"""An import as values: what is stored already, and the plan of every row that would be written.

What is stored is read once, before an import is planned. In a plan a contact is referred to by an
int: positive is a stored id, negative that of a new contact, -1, -2, … in the order of the plan.
Other new rows have the id 0. To be written in this order: contact updates, new contacts, merges,
then the rest.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from typing import NamedTuple

from recco_tui.core.export import Export, ExportedWork, FileRead, Ignored
from recco_tui.core.models import (
    Ask,
    AskStep,
    Direction,
    Recommendation,
    Request,
    Status,
    TextVersion,
)


class ContactRecord(NamedTuple):
    """A person as an import knows them, archived ones included: stored, or new in its plan.

    A tuple because there may be 30,000 of them. `typed` names the fields that the user wrote by
    hand after an import (`name`, `company`, `position`, `email`): an import leaves those alone.
    `former_names` and `former_slugs` are those by which other exports call them. `told_on` is the
    day of the export that first told name, company and position as they are, `listed_on` of the one
    with the address.
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
    former_names: tuple[str, ...] = ()
    former_slugs: tuple[str, ...] = ()
    told_on: date | None = None
    listed_on: date | None = None

    @property
    def is_unlisted(self) -> bool:
        """Typed by hand or named by a recommendation only: no address, never a connection."""
        return self.slug is None and self.connected_on is None


@dataclass(frozen=True, slots=True)
class NewestImports:
    """The day of the newest imported export that held each file; None while none did.

    One date for all would let a fresh archive of messages stop an older one from bringing the
    connections.
    """

    connections: date | None = None
    received: date | None = None
    given: date | None = None


@dataclass(frozen=True, slots=True)
class StoredData:
    """All that is stored and that an import may touch. Sequences are in the order of id."""

    contacts: Sequence[ContactRecord] = ()
    recommendations: Sequence[Recommendation] = ()
    asks: Sequence[Ask] = ()
    requests: Sequence[Request] = ()
    project_titles: frozenset[str] = frozenset()
    latest: NewestImports = field(default_factory=NewestImports)
    versions: Mapping[int, Sequence[TextVersion]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ExportAge:
    """The day of this export beside the newest ones imported so far, file by file.

    An export that is older than what is stored only fills gaps.
    """

    exported_on: date
    latest: NewestImports

    def older_than(self, newest: date | None) -> bool:
        """True when a newer export that held the file has been imported already."""
        return newest is not None and self.exported_on < newest

    @property
    def is_outdated(self) -> bool:
        """True when any newer export spoke of people: their company, position and name stand."""
        latest = self.latest
        return any(map(self.older_than, (latest.connections, latest.received, latest.given)))

    def newest_of(self, direction: Direction) -> date | None:
        """The day of the newest imported file of that direction."""
        return self.latest.given if direction is Direction.GIVEN else self.latest.received

    def after(self, export: Export) -> NewestImports:
        """What is the latest once this export is imported."""
        latest = self.latest
        return NewestImports(
            connections=self._later(latest.connections, export.has_connections),
            received=self._later(latest.received, export.has_received),
            given=self._later(latest.given, export.has_given),
        )

    def _later(self, newest: date | None, has_file: bool) -> date | None:
        if not has_file:
            return newest
        return max(newest, self.exported_on) if newest else self.exported_on


SOMEONE_ELSE = "someone else"
"""The answer to a question when none of the candidates is the person."""

UNANSWERED = "not answered yet"
"""What stands for the answer to a question that was asked, so that it is asked again."""

GONE_KEY = "gone"
GONE, PART = "gone", "part"
"""The answers for connections that an export lacks: they left, or it holds a part of all."""


class Absence(NamedTuple):
    """How many of the connections known by now an export does not hold, and why not by its age.

    `is_answered` tells that someone has said whether they left.
    """

    absent: int = 0
    known: int = 0
    is_answered: bool = True

    @property
    def is_notable(self) -> bool:
        """Enough to be told as a number: a tenth."""
        return self.absent > 0 and 10 * self.absent >= self.known

    @property
    def is_doubtful(self) -> bool:
        """So many that it is rather a part of a network, or another's: half, and several."""
        return self.absent > 1 and 2 * self.absent >= self.known

    @property
    def is_open(self) -> bool:
        """Whether it must be asked before anything is written."""
        return self.is_doubtful and not self.is_answered

    @property
    def words(self) -> str:
        """Who is missing, as the beginning of a sentence."""
        verb = "is" if self.absent == 1 else "are"
        return f"{self.absent:,} of the {self.known:,} connections known so far {verb} not in it"

    def sentence(self, gone: int) -> str:
        """What there is to say where `gone` of them are marked; '' while it is too few."""
        if not self.is_notable:
            return ""
        if self.is_open:
            return f"{self.words}. Did they leave, or is this only part of your network?"
        if gone:
            return f"{self.words}. They are marked as gone, never deleted."
        return f"{self.words}. None is marked as gone."


FieldValue = str | date | datetime | Status | tuple[str, ...] | None


class ContactUpdate(NamedTuple):
    """Changed fields of a stored person, by the field's name in `models.Contact`.

    `missing_since: None` among them means that the person is back.
    """

    id: int
    name: str
    changes: dict[str, FieldValue]


class Merge(NamedTuple):
    """`gone` turned out to be `into`: of people, who may be new, or of texts.

    All that points at a person who is `gone` moves to `into`; what the user typed there (kind,
    relationship, note, pitch, pin) fills what `into` lacks. A text that is `gone` was before what
    `into` says now: its words become history of that one, and so does its own history.
    """

    gone: int
    into: int


class NewRecommendation(NamedTuple):
    """A text to be added, and what it was before."""

    recommendation: Recommendation
    versions: tuple[TextVersion, ...]


class RecommendationUpdate(NamedTuple):
    """Changed fields of a stored text. `earlier_text` is the text before a rewrite, else None.

    `versions` of it become known from rows that were it before.
    """

    id: int
    changes: dict[str, FieldValue]
    earlier_text: str | None
    versions: tuple[TextVersion, ...] = ()


class AskUpdate(NamedTuple):
    """Steps that a stored ask gains."""

    id: int
    steps: tuple[AskStep, ...]


class Candidate(NamedTuple):
    """Someone who may be meant; `choice` is the answer that picks them: the slug if any.

    `why` says in words what speaks for and against it, `does` what that answer will do.
    """

    choice: str
    contact: int
    name: str
    slug: str | None = None
    company: str = ""
    position: str = ""
    connected_on: date | None = None
    why: str = ""
    does: str = ""


class PersonQuestion(NamedTuple):
    """A person that the files do not settle. `key` is the same on every run.

    `contact` holds what is known of them until it is answered. `answers[key]` is the `choice` of a
    candidate or SOMEONE_ELSE; `otherwise` says what that last one will do.
    """

    key: str
    contact: int
    text: str
    candidates: tuple[Candidate, ...]
    otherwise: str = ""


class Tally(NamedTuple):
    """How many rows of a sort are new, changed (also: gone missing, back again) or as they were."""

    new: int = 0
    updated: int = 0
    unchanged: int = 0


NOTHING = Tally()


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """What the preview says. `nameless` rows of Connections.csv are no one and are only counted."""

    contacts: Tally = NOTHING
    nameless: int = 0
    given: Tally = NOTHING
    received: Tally = NOTHING
    asks: Tally = NOTHING
    requests: Tally = NOTHING


def remarks_on(warnings: tuple[str, ...], absence: Absence, gone: int) -> tuple[str, ...]:
    """The warnings of an import, and the sentence about those who are missing."""
    sentence = absence.sentence(gone)
    return (*warnings, sentence) if sentence else warnings


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """Everything that an import would write. `exported_on` is the date of the missing marks.

    `latest` is to be stored for the next plan, and so is `answered`: the answers that this plan
    used, so that nothing is asked twice; and `pending`: the keys of what it asks. `offers` is work
    that no project has as its title yet. `delivered` are stored debts that turn out to be that.
    """

    exported_on: date
    latest: NewestImports
    new_contacts: tuple[ContactRecord, ...] = ()
    contact_updates: tuple[ContactUpdate, ...] = ()
    missing_contacts: tuple[int, ...] = ()
    merges: tuple[Merge, ...] = ()
    new_recommendations: tuple[NewRecommendation, ...] = ()
    recommendation_updates: tuple[RecommendationUpdate, ...] = ()
    missing_recommendations: tuple[int, ...] = ()
    joined_recommendations: tuple[Merge, ...] = ()
    new_asks: tuple[Ask, ...] = ()
    ask_updates: tuple[AskUpdate, ...] = ()
    new_requests: tuple[Request, ...] = ()
    delivered: tuple[Request, ...] = ()
    unsure: tuple[PersonQuestion, ...] = ()
    answered: Mapping[str, str] = field(default_factory=dict)
    pending: tuple[str, ...] = ()
    offers: tuple[ExportedWork, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    warnings: tuple[str, ...] = ()
    files: tuple[FileRead, ...] = ()
    counts: ImportCounts = field(default_factory=ImportCounts)
    absence: Absence = field(default_factory=Absence)

    @property
    def gone(self) -> int:
        """How many people are marked as connections no more, added ones included."""
        return len(self.missing_contacts) + sum(bool(c.missing_since) for c in self.new_contacts)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What was read with a doubt, and who is missing."""
        return remarks_on(self.warnings, self.absence, self.gone)

    @property
    def changes_nothing(self) -> bool:
        """True when there is no row to write (`latest` and `answered` apart)."""
        return not (
            self.new_contacts
            or self.contact_updates
            or self.missing_contacts
            or self.merges
            or self.new_recommendations
            or self.recommendation_updates
            or self.missing_recommendations
            or self.joined_recommendations
            or self.new_asks
            or self.ask_updates
            or self.new_requests
            or self.delivered
        )


Planner = Callable[[Export, StoredData, Mapping[str, str], date, tzinfo], ImportPlan]
"""Plans one export against what is stored, by the answers given so far, today and the zone."""
