"""The demo: the sample people on a throw-away copy that goes with the program."""

import atexit
import shutil
import tempfile
from pathlib import Path

from recco_tui.importing.plan.planning import plan_import
from recco_tui.importing.read.reader import read_export
from recco_tui.importing.sample import read_story
from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.sample import load_story
from recco_tui.ledger.store import Clock
from recco_tui.locations import sample_folder


def open_demo(clock: Clock | None = None) -> Ledger:
    """A ledger full of sample people, dated as of today; its file is deleted at exit."""
    folder = Path(tempfile.mkdtemp(prefix="recco-demo-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    ledger = Ledger(folder / "recco.db", clock, "demo")
    sample = sample_folder()
    load_story(
        ledger, plan_import, read_export([sample / "linkedin"]), read_story(sample / "story.json")
    )
    return ledger
