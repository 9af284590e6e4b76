"""The sample people's file, as `recco --demo` makes it, told once a process and copied."""

import shutil
from datetime import date
from functools import cache
from pathlib import Path

from recco_tui.ledger.store import Clock
from recco_tui.ui.demo import open_demo

TODAY = date(2026, 11, 23)


@cache
def _told() -> Path:
    ledger = open_demo(Clock(TODAY))
    ledger.close()
    return ledger.path


def sample_file(path: Path) -> Path:
    """Put a file there with all sample people, asks and projects as of `TODAY`."""
    return Path(shutil.copy(_told(), path))
