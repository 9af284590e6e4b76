"""A few of the crashes of `python -m tests.e2e.crash`, and two writers on one file."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from tests.e2e import crash

ROOT = Path(__file__).parents[2]
CRASHES = int(os.environ.get("RECCO_CRASHES", "12"))
WRITES = 1000

WRITER = """
import sys
from datetime import date
from pathlib import Path
from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock
with Ledger(Path(sys.argv[1]), Clock(date(2026, 11, 23)), sys.argv[2]) as ledger:
    for number in range(int(sys.argv[3])):
        ledger.contacts.add(f"{sys.argv[2]} {number}")
"""


def test_killed_at_any_moment_the_file_is_whole_and_holds_what_was_acknowledged() -> None:
    assert crash.run(CRASHES, seed=7) == []


def test_a_lost_person_and_half_an_import_would_be_found(tmp_path: Path) -> None:
    file = tmp_path / "recco.db"
    said = crash.crash(file, 3)
    assert crash.faults(file, said) == []
    assert crash.faults(file, [*said, "contact\tnobody"]) == ["lost: contact nobody"]
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("INSERT INTO contacts (name, company) VALUES ('x', 'import 1 1')")
    assert crash.faults(file, said) == ["half an import: 1 of import 1 1"]


def test_two_writers_of_a_thousand_changes_each_lose_none(tmp_path: Path) -> None:
    file = tmp_path / "recco.db"
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(file), who, str(WRITES)],
            cwd=ROOT,
            stderr=subprocess.PIPE,
            text=True,
        )
        for who in ("left", "right")
    ]
    said = [one.communicate()[1] for one in writers]
    assert [(one.returncode, words) for one, words in zip(writers, said, strict=True)] == [
        (0, "")
    ] * 2
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT count(*) FROM contacts").fetchone() == (2 * WRITES,)
        assert connection.execute("SELECT count(*) FROM changes").fetchone() == (2 * WRITES,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
