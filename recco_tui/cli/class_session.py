"""Which class a command is about, and its store."""

from importlib.util import find_spec
from typing import TYPE_CHECKING

from recco_tui.classroom.membership import Membership, read_memberships, write_memberships
from recco_tui.cli.session import Session
from recco_tui.core.errors import NothingFound, NotInstalled, UsageError
from recco_tui.core.names import fold

if TYPE_CHECKING:
    from recco_tui.classroom.store import ClassStore

NEEDED = ("sqlalchemy", "alembic", "psycopg")


class ClassSession:
    """A class command: the session, and the one of the user's classes that is meant."""

    def __init__(self, session: Session, name: str | None) -> None:
        self.session = session
        self._name = name

    @property
    def memberships(self) -> tuple[Membership, ...]:
        self.session.require_folder()
        return read_memberships(self.session.path)

    @property
    def membership(self) -> Membership:
        """The class that is meant; raises `NothingFound`, or `UsageError` where it could be
        several."""
        every = self.memberships
        if self._name is not None:
            wanted = fold(self._name)
            every = tuple(
                membership for membership in every if fold(membership.class_name) == wanted
            )
        if not every:
            which = f"a class called {self._name!r}" if self._name is not None else "a class yet"
            raise NothingFound(
                f"You are not in {which}. Join one with 'recco class join', or start one with "
                "'recco class create'."
            )
        if len(every) > 1:
            names = ", ".join(membership.class_name for membership in every)
            raise UsageError(f"Which class? Name one with 'recco class --class NAME': {names}.")
        return every[0]

    def store(self) -> "ClassStore":
        """The class as the user sees it; raises where its place cannot be opened."""
        membership = self.membership
        self.session.use_date_style()
        require_extra()
        from recco_tui.classroom.store import ClassStore

        return ClassStore(membership)

    def coach_store(self) -> "ClassStore":
        """The same for a coach; raises `NotAllowed` for a student."""
        store = self.store()
        store.require_coach()
        return store

    def keep(self, membership: Membership) -> None:
        """Keep it among the user's classes, in the place of what was known of it."""
        write_memberships(self.session.path, [*self._others(membership), membership])

    def drop(self, membership: Membership) -> None:
        """It is no class of the user's any more."""
        write_memberships(self.session.path, self._others(membership))

    def _others(self, membership: Membership) -> list[Membership]:
        same = (membership.place, membership.member_id)
        return [known for known in self.memberships if (known.place, known.member_id) != same]


def require_extra() -> None:
    """Raise `NotInstalled`, which says how to get what a class needs."""
    if any(find_spec(name) is None for name in NEEDED):
        raise NotInstalled("The class part", "class")
