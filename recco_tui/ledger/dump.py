"""Everything out, and back into an empty file."""

import sqlite3
from collections.abc import Mapping
from typing import NamedTuple

from recco_tui.core.cleaning import shortened
from recco_tui.core.errors import ArchiveError, NotAllowed
from recco_tui.core.former_words import alert_now, settings_now
from recco_tui.core.settings import OWN, usable_from_outside
from recco_tui.core.when import count_of
from recco_tui.ledger.store import Store
from recco_tui.storage import dump
from recco_tui.storage.dump import StoredRow as StoredRow
from recco_tui.storage.dump import checked


class Document(NamedTuple):
    """An export that may be put back: rows by table, settings, and sentences on what of it stays
    out."""

    tables: dict[str, list[StoredRow]]
    settings: dict[str, str]
    left_out: tuple[str, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many rows of each table come back."""
        counts = {table: len(rows) for table, rows in self.tables.items()}
        return {**counts, "settings": len(self.settings)}


def document_of(tables: Mapping[str, object], name: str) -> Document:
    """What of a document called `name` may be put back.

    No setting that names a program or a file is: it would be started, or written over. Raises
    `ArchiveError` for the first value that cannot be what it should.
    """
    try:
        rows, left_out = checked(tables)
    except ArchiveError as error:
        raise ArchiveError(f"{name}: {error}. Nothing was imported.") from None
    stored = {str(row["name"]): str(row["value"]) for row in rows.pop("settings")}
    kept, refused = usable_from_outside(settings_now(stored))
    rows["snoozes"] = [{**row, "alert": alert_now(str(row["alert"]))} for row in rows["snoozes"]]
    return Document(rows, kept, (*left_out, *_refused(refused)))


def _refused(why: Mapping[str, str]) -> tuple[str, ...]:
    if not why:
        return ()
    told = "; ".join(f"{shortened(name)} ({reason})" for name, reason in why.items())
    were = "was" if len(why) == 1 else "were"
    return (f"{count_of(len(why), 'setting')} {were} left out: {told}.",)


class Dump:
    """Verbs on all of it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def tables(self) -> dict[str, list[StoredRow]]:
        """Every row by table, as it is stored; the log of changes is left out."""
        return self._store.read(dump.read)

    def require_empty(self) -> None:
        """Raise `NotAllowed` when the file is not empty, its settings apart."""
        with self._store.database.read() as connection:
            if not dump.is_empty(connection):
                raise NotAllowed(
                    "This file already has contacts. Import a recco export into an empty file "
                    "(name a new file with --db)."
                )

    def load(self, document: Document) -> int:
        """Fill an empty file with a document, as one change; how many rows came.

        The file's own settings stay where they name a program or a file. Raises `NotAllowed` when
        the file is not empty.
        """
        many = sum(document.counts.values())
        try:
            with self._store.change(f"restored {many} rows from an export"):
                self.require_empty()
                connection = self._store.connection
                dump.write(connection, document.tables)
                dump.choose(connection, document.settings, OWN)
        except sqlite3.IntegrityError as error:
            raise ArchiveError(
                f"The export contradicts itself ({error}). Nothing was imported."
            ) from error
        self._store.drop_policy_cache()
        return many
