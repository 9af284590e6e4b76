"""My profile as readers see it: which kinds vouch for me, which positions, and how fresh it is."""

from datetime import date, timedelta
from typing import NamedTuple

from recco_tui.core.missing_kinds import kind_statuses
from recco_tui.core.models import Project, ProjectKind, Recommendation, Status
from recco_tui.core.relationships import Kind
from recco_tui.core.situation import Person, Situation
from recco_tui.core.when import count_of, say_days_ago

YEARS = 5
"""Readers ask about the positions of so many last years."""
_WRITTEN_AFTER = timedelta(days=180)
"""So long after a position ended a text is still about it."""


class PositionCoverage(NamedTuple):
    """A position and who vouches for it: those whose text is about it, or who were in it.

    `in_its_time`: how many texts of others were written while it lasted, or soon after.
    """

    position: Project
    vouched_by: tuple[Person, ...]
    in_its_time: int

    @property
    def is_bare(self) -> bool:
        """Whether nothing on the profile can be about it."""
        return not (self.vouched_by or self.in_its_time)


class Storefront(NamedTuple):
    """What a reader of my profile finds and misses. `newest` is None where no text is visible."""

    missing: tuple[Kind, ...]
    positions: tuple[PositionCoverage, ...]
    newest: date | None
    visible: int


def storefront(situation: Situation) -> Storefront:
    """Positions are those of the last years, the running and latest first."""
    people = situation.people
    shown = [
        (text, person)
        for person in people.values()
        for text in person.received
        if text.status is Status.VISIBLE
    ]
    first = situation.today - timedelta(days=365 * YEARS)
    kinds = kind_statuses(people, situation.policy.one_of_each)
    return Storefront(
        tuple(status.kind for status in kinds if status.is_missing),
        tuple(
            _position(project, shown, situation.today)
            for project in sorted(situation.projects, key=_latest_first)
            if project.kind is ProjectKind.POSITION
            and project.archived_on is None
            and (project.ended_on is None or project.ended_on >= first)
        ),
        max((text.on for text, _ in shown), default=None),
        len(shown),
    )


def _latest_first(project: Project) -> tuple[int, int]:
    return -(project.ended_on or date.max).toordinal(), -project.id


def _position(
    position: Project, shown: list[tuple[Recommendation, Person]], today: date
) -> PositionCoverage:
    members = {member.contact_id for member in position.members}
    vouching: dict[int, Person] = {}
    in_its_time = 0
    for text, person in shown:
        about = text.project_id
        if about == position.id or (about is None and person.contact.id in members):
            vouching[person.contact.id] = person
        elif about is None and position.started_on is not None:
            last = (position.ended_on or today) + _WRITTEN_AFTER
            in_its_time += position.started_on <= text.on <= last
    return PositionCoverage(position, tuple(vouching.values()), in_its_time)


def say_newest(front: Storefront, today: date) -> str:
    """`the newest of 3 visible texts was written 2 months ago`."""
    if front.newest is None:
        return "no visible text yet"
    of = (
        f"the newest of {front.visible} visible texts"
        if front.visible > 1
        else "the only visible text"
    )
    return f"{of} was written {say_days_ago(front.newest, today)}"


def say_vouched(covered: PositionCoverage) -> str:
    """`Ann Lee`, `2 texts from that time`, `no one yet`."""
    if covered.vouched_by:
        return ", ".join(person.contact.name for person in covered.vouched_by)
    if covered.in_its_time:
        return f"{count_of(covered.in_its_time, 'text')} from that time"
    return "no one yet"


def say_gaps(front: Storefront, today: date, stale_months: int) -> str:
    """What a reader would miss, shortly; '' when there is nothing to say, or nothing to see yet."""
    parts = []
    if front.newest is not None and (today - front.newest).days > 30 * stale_months:
        parts.append(f"newest text {say_days_ago(front.newest, today)}")
    bare = [covered for covered in front.positions if covered.is_bare]
    if bare:
        others = f" and {count_of(len(bare) - 1, 'more position')}" if bare[1:] else ""
        parts.append(f"no one vouches for {bare[0].position.title}{others}")
    return "; ".join(parts)
