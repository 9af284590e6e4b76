"""What all rules of one day share: the people, and what restraint says of new asks."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from recco_tui.core.guards import burst_warning, limit_words
from recco_tui.core.models import Project
from recco_tui.core.policy import Policy
from recco_tui.core.situation import Person, Situation


@dataclass(slots=True, eq=False, repr=False)
class Day:
    """One situation, sorted. `limit` and `burst` are the guards' words, '' when they are content.

    `projects` holds the unarchived ones by id. `to_ask` are the ids of those whom there is an alert
    to ask, once that is known.
    """

    situation: Situation
    people: dict[int, Person]
    projects: dict[int, Project]
    limit: str
    burst: str
    to_ask: set[int] = field(default_factory=set)

    @property
    def today(self) -> date:
        """The day."""
        return self.situation.today

    @property
    def policy(self) -> Policy:
        """The numbers in force."""
        return self.situation.policy

    def __iter__(self) -> Iterator[Person]:
        return iter(self.people.values())


def day_of(situation: Situation) -> Day:
    """Sort a situation once for all rules."""
    policy, today = situation.policy, situation.today
    people = situation.people
    asks = [ask for person in people.values() for ask in person.asks]
    return Day(
        situation,
        people,
        {project.id: project for project in situation.projects if project.archived_on is None},
        limit_words(asks, policy, today),
        burst_warning(asks, situation.recommendations, policy, today),
    )
