"""A process that made its file, which loads numpy by sqlite_utils, does its sums on one thread too."""

import os
import subprocess
import sys
from pathlib import Path

SCRIPT = """
import os, sys
from datetime import date
from pathlib import Path
from recco_tui import second_reader
from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock

Ledger(Path(sys.argv[1]), Clock(date(2026, 11, 23)), "test").close()
assert "numpy" in sys.modules
assert second_reader.read("The roof holds. Nobody gets wet.")
print(len(os.listdir("/proc/self/task")), "OPENBLAS_NUM_THREADS" in os.environ)
"""


def test_a_file_made_in_the_same_process_leaves_one_thread(tmp_path: Path) -> None:
    unset = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    said = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path / "recco.db")],
        env=unset,
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.split() == ["1", "False"]
