"""A ledger of the test's own, on Mon 23 Nov 2026."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from recco_tui.core.models import Contact
from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock
from tests.new_file import new_file


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(new_file(tmp_path / "recco.db"), Clock(date(2026, 11, 23)), "test") as opened:
        yield opened


@pytest.fixture
def ann(ledger: Ledger) -> Contact:
    """Someone, and nothing else in the ledger."""
    return ledger.contacts.add("Ann Lee")
