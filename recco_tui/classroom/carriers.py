"""A class as what carries a sync: loaded only where an address is named."""

from importlib.util import find_spec
from pathlib import Path

from recco_tui.core.carrying import Carrier
from recco_tui.core.errors import NotInstalled


def class_carrier(address: str, database: Path) -> Carrier:
    """The class at this address that the user of this file is in; raises `ReccoError`."""
    if find_spec("sqlalchemy") is None or find_spec("psycopg") is None:
        raise NotInstalled("The class part", "class")
    from recco_tui.classroom.sync_store import sync_store

    return sync_store(address, database)
