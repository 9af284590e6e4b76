"""Everything out, and back into an empty file."""

import sqlite3
from collections.abc import Mapping, Sequence

from recco_tui.core.errors import ArchiveError, NotAllowed
from recco_tui.ledger.store import Store
from recco_tui.storage import whole
from recco_tui.storage.whole import Row as Row


class Whole:
    """Verbs on all of it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def tables(self) -> dict[str, list[Row]]:
        """Every row by table, as it is stored; the log of changes is left out."""
        with self._store.database.read() as connection:
            return whole.read(connection)

    def put_back(self, tables: Mapping[str, Sequence[Row]]) -> int:
        """Fill an empty file with what `tables` gave, as one change; how many rows.

        Raises `NotAllowed` when the file is not empty, `ArchiveError` when rows do not fit.
        """
        with self._store.database.read() as connection:
            if not whole.is_empty(connection):
                raise NotAllowed(
                    "This file holds people already: recco's own export goes into an empty one "
                    "(name a new file with --db)."
                )
        try:
            with self._store.change("brought everything back from an export") as change:
                many = whole.write(self._store.database.connection, tables)
                change.label = f"brought {many} rows back from an export"
        except (sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.InterfaceError) as error:
            raise ArchiveError(
                f"The export does not fit together ({error}): nothing was taken in."
            ) from error
        self._store.forget_policy()
        return many
