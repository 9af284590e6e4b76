"""Everything that a rule may look at, read once, and the same sorted by person."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from recco_tui.core.models import (
    COUNTED,
    Ask,
    Contact,
    Direction,
    Goal,
    Meeting,
    Moment,
    Project,
    Recommendation,
    Request,
    Snooze,
    Waiver,
)
from recco_tui.core.policy import Policy


@dataclass(frozen=True, eq=False)
class Situation:
    """The ledger on one day. `contacts` is the circle and whoever else is of a known kind, who
    could be asked; rows about anybody else are passed over.

    Archived contacts and projects may be among them: no rule looks at those.
    """

    today: date
    policy: Policy = field(default_factory=Policy)
    contacts: tuple[Contact, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    projects: tuple[Project, ...] = ()
    moments: tuple[Moment, ...] = ()
    asks: tuple[Ask, ...] = ()
    requests: tuple[Request, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    snoozes: tuple[Snooze, ...] = ()
    goals: tuple[Goal, ...] = ()
    meetings: tuple[Meeting, ...] = ()

    @cached_property
    def people(self) -> "dict[int, Person]":
        """The unarchived people by id, in the order of the contacts; sorted once for all rules."""
        people = {
            contact.id: Person(contact) for contact in self.contacts if contact.archived_on is None
        }
        _add_recommendations(people, self.recommendations)
        for waiver in self.waivers:
            if person := people.get(waiver.contact_id):
                person.waived += waiver.count
        for ask in self.asks:
            if person := people.get(ask.contact_id):
                person.asks.append(ask)
        for request in self.requests:
            if person := people.get(request.contact_id):
                person.requests.append(request)
        for moment in self.moments:
            if person := people.get(moment.contact_id):
                person.moments.append(moment)
        for meeting in self.meetings:
            if person := people.get(meeting.contact_id):
                person.meetings.append(meeting)
        for project in self.projects:
            if project.archived_on is None:
                for member in project.members:
                    if person := people.get(member.contact_id):
                        person.projects.append(project)
        return people


@dataclass(slots=True, eq=False, repr=False)
class Person:
    """One unarchived contact and all that is theirs.

    `received` and `given` hold counted recommendations, oldest first; `waived` a number of them.
    """

    contact: Contact
    received: list[Recommendation] = field(default_factory=list)
    given: list[Recommendation] = field(default_factory=list)
    waived: int = 0
    asks: list[Ask] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    projects: list[Project] = field(default_factory=list)
    moments: list[Moment] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)


def _add_recommendations(people: dict[int, Person], texts: Iterable[Recommendation]) -> None:
    for text in sorted(texts, key=lambda text: (text.on, text.id)):
        person = people.get(text.contact_id)
        if person and text.status in COUNTED:
            side = person.received if text.direction is Direction.RECEIVED else person.given
            side.append(text)
