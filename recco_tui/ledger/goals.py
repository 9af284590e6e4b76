"""What one can do with goals that have a date: set one, see how far it is, close it."""

from datetime import date, time

from recco_tui.core.errors import NotAllowed
from recco_tui.core.goals import Progress, done_since, progress, say_by, say_goal
from recco_tui.core.models import Goal, GoalKind
from recco_tui.core.when import say_date
from recco_tui.ledger.store import Store
from recco_tui.storage import situation
from recco_tui.storage.tables import GOALS


class Goals:
    """Verbs on goals. How far one is follows from the asks and texts (core/goals.py)."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, goal_id: int) -> Goal:
        """The goal of this id; raises `NothingFound`."""
        return self._store.get(GOALS.get, goal_id, "goal")

    def every(self) -> tuple[Progress, ...]:
        """All of them with how far each is, what is due first before the rest."""
        today, policy = self._store.clock.today(), self._store.policy
        now = self._store.read(situation.read, today, policy)
        people = list(now.people.values())
        return tuple(progress(goal, people, today) for goal in now.goals)

    def add(self, kind: GoalKind, count: int, by_day: date, at: time | None = None) -> Goal:
        """Aim at so many from now on; `at` None is the end of the day."""
        with self._store.change() as change:
            today, policy = self._store.clock.today(), self._store.policy
            if by_day < today:
                raise NotAllowed(
                    f"{say_date(by_day, today)} is in the past. Choose today or later."
                )
            now = self._store.read(situation.read, today, policy)
            before = done_since(kind, now.people.values(), today, today)
            goal_id = self._store.insert(
                GOALS,
                kind=kind,
                count=count,
                by_day=by_day,
                by_time=f"{at:%H:%M}" if at else "",
                set_on=today,
                before=before,
            )
            goal = self.get(goal_id)
            change.label = f"set a goal: {say_goal(goal)} by {say_by(goal, today)}"
            return goal

    def done(self, goal_id: int) -> Goal:
        """Close it, reached or not: Today speaks of it no more."""
        with self._store.change() as change:
            goal = self.get(goal_id)
            change.label = f"closed the goal: {say_goal(goal)}"
            self._store.update(GOALS, goal_id, done_on=self._store.clock.today())
            return self.get(goal_id)

    def remove(self, goal_id: int) -> None:
        """Take it out (undo brings it back)."""
        with self._store.change() as change:
            change.label = f"removed the goal: {say_goal(self.get(goal_id))}"
            self._store.delete(GOALS, id=goal_id)
