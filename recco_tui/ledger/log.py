"""The log of everything done: undo, redo, back to any point."""

from recco_tui.core.errors import NotAllowed, NothingFound
from recco_tui.core.models import Change
from recco_tui.ledger.store import Store
from recco_tui.storage import history


class Log:
    """Verbs on the history."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def entries(self, most: int | None = None) -> tuple[Change, ...]:
        """Everything done, newest first."""
        with self._store.database.read() as connection:
            return history.changes(connection, most)

    def next_undo(self) -> Change | None:
        """What `undo` would take back."""
        with self._store.database.read() as connection:
            change_id = history.last_done(connection)
        return None if change_id is None else self._entry(change_id)

    def next_redo(self) -> Change | None:
        """What `redo` would bring back."""
        with self._store.database.read() as connection:
            change_id = history.first_undone(connection)
        return None if change_id is None else self._entry(change_id)

    def undo(self) -> Change:
        """Take the last change back; raises `NothingFound` when there is none."""
        with self._store.database.write() as connection:
            change_id = history.last_done(connection)
            if change_id is None:
                raise NothingFound("There is nothing to undo.")
            history.undo(connection, change_id, self._store.clock.now())
        self._store.forget_policy()
        return self._entry(change_id)

    def undo_one(self, change_id: int) -> Change:
        """Take this change back, though others were done since; `redo` brings it back.

        Raises `NotAllowed` when one of those builds on it, `NothingFound` when it is undone.
        """
        change = next((c for c in self.entries() if c.id == change_id), None)
        if change is None or change.undone_at is not None:
            raise NothingFound("That is taken back already.")
        with self._store.database.write() as connection:
            later = history.built_upon(connection, change_id)
            if later is None:
                history.undo(connection, change_id, self._store.clock.now())
            if later is not None or history.has_orphans(connection):
                raise NotAllowed(
                    f"'{later or 'something done since'}' builds on it: take that back first."
                )
        self._store.forget_policy()
        return self._entry(change_id)

    def redo(self) -> Change:
        """Bring the last undone change back; raises `NothingFound` when there is none."""
        with self._store.database.write() as connection:
            change_id = history.first_undone(connection)
            if change_id is None:
                raise NothingFound("There is nothing to redo.")
            history.redo(connection, change_id)
        self._store.forget_policy()
        return self._entry(change_id)

    def forget(self) -> None:
        """Begin the log anew; nothing before can be undone any more."""
        with self._store.database.write() as connection:
            history.forget(connection)

    def since(self, change_id: int) -> tuple[Change, ...]:
        """What going back to just after this change would take back, newest first."""
        return tuple(c for c in self.entries() if c.id > change_id and c.undone_at is None)

    def back_to(self, change_id: int) -> tuple[Change, ...]:
        """Take back all that was done after this change, in one transaction; what was taken."""
        taken = self.since(change_id)
        with self._store.database.write() as connection:
            for change in taken:
                history.undo(connection, change.id, self._store.clock.now())
        self._store.forget_policy()
        return taken

    def take_back(self, change_ids: set[int]) -> tuple[Change, ...]:
        """Take back these changes, which must be the latest ones; what was taken."""
        latest = [c for c in self.entries() if c.undone_at is None][: len(change_ids)]
        if {c.id for c in latest} != change_ids:
            raise NothingFound("Something else was done since: use the log to go back further.")
        return self.back_to(min(change_ids) - 1)

    def _entry(self, change_id: int) -> Change:
        return next(c for c in self.entries() if c.id == change_id)
