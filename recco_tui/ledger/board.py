"""What the board shows: the circle, everybody else, and the counts in its header."""

from recco_tui.core.models import BoardRow
from recco_tui.ledger.store import Store
from recco_tui.storage import board


class Board:
    """Reads for the Network table."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def circle(self) -> list[BoardRow]:
        """The people who matter now, unsorted."""
        with self._store.database.read() as connection:
            return board.circle(connection, self._store.clock.today())

    def everybody(self) -> list[BoardRow]:
        """All unarchived people, the circle first, unsorted."""
        with self._store.database.read() as connection:
            circle = board.circle(connection, self._store.clock.today())
            return circle + board.others(connection, {row.id for row in circle})

    def count_people(self) -> int:
        """Unarchived people in the network."""
        with self._store.database.read() as connection:
            return board.count_people(connection)
