"""The log of everything done: undo, redo, back to any point."""

from collections.abc import Iterable, Sequence
from sqlite3 import Connection

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
        return self._store.read(history.changes, most)

    def next_undo(self) -> Change | None:
        """What `undo` would take back."""
        done = self._store.read(history.done)
        return self._entry(done[0]) if done else None

    def next_redo(self) -> Change | None:
        """What `redo` would bring back."""
        undone = self._store.read(history.undone)
        return self._entry(undone[0]) if undone else None

    def undo(self) -> Change:
        """Take the last change back; raises `NothingFound` when there is none."""
        with self._store.database.write() as connection:
            done = history.done(connection)
            if not done:
                raise NothingFound("Nothing to undo.")
            self._take_back(connection, done[:1])
            return self._entry(done[0])

    def undo_one(self, change_id: int) -> Change:
        """Take this change back, though others were done since; `redo` brings it back.

        Raises `NotAllowed` when one of those builds on it, `NothingFound` when it is undone.
        """
        with self._store.database.write() as connection:
            if change_id not in history.done(connection):
                raise NothingFound("That is already undone.")
            later = history.built_upon(connection, change_id)
            if later is None:
                history.undo(connection, change_id, self._store.clock.now())
            if later is not None or history.has_orphans(connection):
                raise NotAllowed(f"'{later or 'a later change'}' builds on it. Undo that first.")
            self._store.drop_policy_cache()
            return self._entry(change_id)

    def redo(self) -> Change:
        """Bring the last undone change back; raises `NothingFound` when there is none."""
        with self._store.database.write() as connection:
            undone = history.undone(connection)
            if not undone:
                raise NothingFound("Nothing to redo.")
            history.redo(connection, undone[0])
            self._store.drop_policy_cache()
            return self._entry(undone[0])

    def clear(self) -> None:
        """Begin the log anew; nothing before can be undone any more."""
        with self._store.database.write() as connection:
            history.clear(connection)

    def back_to(self, change_id: int) -> tuple[Change, ...]:
        """Take back all that was done after this change, in one transaction; what was taken.

        0 is the beginning. Raises `NothingFound` where there is no such change, or none after it.
        """
        with self._store.database.write() as connection:
            if change_id and not history.exists(connection, change_id):
                raise NothingFound(f"The log has no entry {change_id}: see 'recco log'.")
            later = [id_ for id_ in history.done(connection) if id_ > change_id]
            if not later:
                raise NothingFound(f"Nothing has happened since entry {change_id}.")
            self._take_back(connection, later)
            return self._entries(later)

    def take_back(self, change_ids: Iterable[int]) -> tuple[Change, ...]:
        """Take back these changes, which must be the latest ones, as one; what was taken."""
        wanted = sorted(change_ids, reverse=True)
        with self._store.database.write() as connection:
            if history.done(connection)[: len(wanted)] != wanted:
                raise NothingFound(
                    "Something else has changed since. Use the log to go back further."
                )
            self._take_back(connection, wanted)
            return self._entries(wanted)

    def bring_back(self, change_ids: Iterable[int]) -> tuple[Change, ...]:
        """Bring these changes back, which must be the next that redo would, as one; which."""
        wanted = sorted(change_ids)
        with self._store.database.write() as connection:
            if history.undone(connection)[: len(wanted)] != wanted:
                raise NothingFound("Something else has changed since. It can't be redone.")
            for change_id in wanted:
                history.redo(connection, change_id)
            self._store.drop_policy_cache()
            return self._entries(wanted)

    def _take_back(self, connection: Connection, newest_first: Iterable[int]) -> None:
        for change_id in newest_first:
            history.undo(connection, change_id, self._store.clock.now())
        self._store.drop_policy_cache()

    def _entries(self, change_ids: Sequence[int]) -> tuple[Change, ...]:
        return self._store.read(history.with_ids, change_ids)

    def _entry(self, change_id: int) -> Change:
        return self._entries([change_id])[0]
