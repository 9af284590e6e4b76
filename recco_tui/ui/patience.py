"""How long a screen lets another program that holds the file hold up its keys."""

from collections.abc import Iterator
from contextlib import contextmanager

from recco_tui.ledger.ledger import Ledger

PATIENCE = 0.05
"""Seconds for a key."""
HURRIED = 0.01
"""Seconds for a try once it is known that the file is locked."""
LAST_PATIENCE = 3.0
"""Seconds for all that is left when recco has been left already."""


@contextmanager
def hurried(ledger: Ledger) -> Iterator[None]:
    """Hold the keys up still less than usual: the file was locked a moment ago."""
    usual, ledger.busy_timeout = ledger.busy_timeout, HURRIED
    try:
        yield
    finally:
        ledger.busy_timeout = usual
