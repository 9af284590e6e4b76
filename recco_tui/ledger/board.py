"""What the board shows: the circle, everyone else, and the counts in its header."""

from collections.abc import Sequence
from sqlite3 import Connection

from recco_tui.core.models import BoardRow
from recco_tui.ledger.store import Store
from recco_tui.storage import board
from recco_tui.storage.tables import CONTACTS


def _placed(row: BoardRow, place: int | None, is_quiet: bool) -> BoardRow:
    return row if place is None else row._replace(debt_place=place, debt_is_quiet=is_quiet)


class Board:
    """Reads for the Network table."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def circle(self) -> list[BoardRow]:
        """The people who matter now, unsorted."""
        return self._store.read(self._circle)

    def everyone(self) -> list[BoardRow]:
        """All unarchived people, the circle first, unsorted."""
        with self._store.database.read() as connection:
            circle = self._circle(connection)
            return circle + board.others(connection, {row.id for row in circle})

    def _circle(self, connection: Connection) -> list[BoardRow]:
        """With where each stands among those whom I owe."""
        today, policy = self._store.clock.today(), self._store.policy
        rows = board.circle(connection, today)
        owing = [row for row in rows if row.debts or row.received > row.given + row.waived]
        if not owing:
            return rows
        # Rules that a board without debts does not need to load.
        from recco_tui.core.debts import debt_places
        from recco_tui.storage import debts

        placed = debt_places(debts.of_people(connection, today, policy, owing))
        return [_placed(row, *placed.get(row.id, (None, False))) for row in rows]

    def filtered(self, typed: str, *, archived: bool = False) -> Sequence[BoardRow]:
        """Everyone who fits a filter (`core/filtering.py`), unsorted; of the archived when asked.

        Archived people are in no state: only who they are is looked at.
        """
        from recco_tui.core.selection import PeopleIndex, parse_people_filter

        rows = self._archived() if archived else self.everyone()
        return PeopleIndex(rows).filtered(parse_people_filter(typed))

    def _archived(self) -> list[BoardRow]:
        from recco_tui.core.selection import row_of

        every = self._store.read(CONTACTS.every)
        return [row_of(contact) for contact in every if contact.archived_on is not None]

    def count_people(self) -> int:
        """Unarchived people in the network."""
        return self._store.read(board.count_people)
