"""What happened around the people of an export, in days from today: the demo's second half."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from recco_tui.core.export import Export
from recco_tui.core.models import Channel, MomentKind, ProjectKind, Step
from recco_tui.core.relationships import Kind, Relationship


@dataclass(frozen=True, slots=True)
class StoryPerson:
    """Who someone is to the owner; `new` people are not in the export."""

    name: str
    kind: Kind
    relationship: Relationship | None = None
    pinned: bool = False
    new: bool = False


@dataclass(frozen=True, slots=True)
class StoryMember:
    """A person's part in a project, and the owner's."""

    name: str
    their_part: str
    my_part: str


@dataclass(frozen=True, slots=True)
class StoryProject:
    """A project; `started` and `ended` in days from today."""

    title: str
    kind: ProjectKind
    started: int | None
    ended: int | None
    about: str
    members: tuple[StoryMember, ...]


@dataclass(frozen=True, slots=True)
class StoryMoment:
    """A win or feedback, `on` in days from today."""

    contact: str
    kind: MomentKind
    text: str
    on: int
    project: str | None


@dataclass(frozen=True, slots=True)
class StoryStep:
    """A step of an ask, `on` in days from today."""

    step: Step
    on: int
    via: Channel | None = None
    because: str = ""


@dataclass(frozen=True, slots=True)
class StoryAsk:
    """An ask; with `from_export` the import has made it already."""

    contact: str
    steps: tuple[StoryStep, ...]
    project: str | None = None
    focus: str = ""
    from_export: bool = False


@dataclass(frozen=True, slots=True)
class StoryDebt:
    """A request or a promise, in days from today."""

    contact: str
    asked_on: int
    due: int | None
    answered_on: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class StoryWaiver:
    """A waived debt."""

    contact: str
    because: str


@dataclass(frozen=True, slots=True)
class Story:
    """All of it, and the day on which the export it belongs to was made."""

    exported: date
    people: tuple[StoryPerson, ...]
    projects: tuple[StoryProject, ...]
    moments: tuple[StoryMoment, ...]
    asks: tuple[StoryAsk, ...]
    requests: tuple[StoryDebt, ...]
    promises: tuple[StoryDebt, ...]
    waived: tuple[StoryWaiver, ...]


def shifted(export: Export, days: int) -> Export:
    """The same export as if everything in it had happened so many days later."""
    by = timedelta(days=days)
    return replace(
        export,
        exported_on=export.exported_on + by if export.exported_on else None,
        connections=tuple(
            replace(c, connected_on=c.connected_on + by if c.connected_on else None)
            for c in export.connections
        ),
        recommendations=tuple(
            replace(r, written_at=r.written_at + by if r.written_at else None)
            for r in export.recommendations
        ),
        messages=tuple(replace(m, at=m.at + by) for m in export.messages),
    )
