"""A ledger's rows as another program that opens its file sees them."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

from recco_tui.ledger.ledger import Ledger
from recco_tui.storage.dump import read


@contextmanager
def opened(ledger: Ledger) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(ledger.path, isolation_level=None)) as connection:
        yield connection


def content(ledger: Ledger) -> dict[str, list[Any]]:
    """Every row of every table."""
    with opened(ledger) as connection:
        return read(connection)


def loose_ends(ledger: Ledger) -> list[Any]:
    """Rows tied to something that is not there."""
    with opened(ledger) as connection:
        return connection.execute("PRAGMA foreign_key_check").fetchall()
