"""A new file of recco's, made once a process and copied: making one takes longer than most tests."""

import atexit
import shutil
import tempfile
from datetime import date
from functools import cache
from pathlib import Path

from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock


@cache
def _made() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="recco-new-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = folder / "recco.db"
    Ledger(path, Clock(date(2026, 11, 23)), "test").close()
    return path


def new_file(path: Path) -> Path:
    """Put a new file there, with nobody in it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copy(_made(), path))
