"""A few of the crashes of `python -m tests.e2e.crash`, and two writers on one file."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.e2e.crash import __main__ as runner
from tests.e2e.crash import copies, editor, work

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


@pytest.mark.parametrize("kind", runner.KINDS)
def test_killed_at_any_moment_it_is_whole_and_holds_what_was_acknowledged(kind: str) -> None:
    assert runner.run(kind, CRASHES if kind == "work" else CRASHES // 3, seed=7) == []


def test_killed_while_typing_what_is_lost_is_younger_than_two_seconds(tmp_path: Path) -> None:
    assert editor.session(tmp_path, 7).wrong == []


def test_a_lost_person_and_half_an_import_would_be_found(tmp_path: Path) -> None:
    said = runner.crash("work", tmp_path, 3)
    assert work.faults(tmp_path, said) == []
    assert work.faults(tmp_path, [*said, "contact\tnobody"]) == ["lost: contact nobody"]
    with closing(sqlite3.connect(tmp_path / "recco.db")) as connection, connection:
        connection.execute("INSERT INTO contacts (name, company) VALUES ('x', 'import 1 1')")
    assert work.faults(tmp_path, said) == ["half an import: 1 of import 1 1"]


def test_what_a_restore_lost_would_be_found(tmp_path: Path) -> None:
    said = runner.crash("restore", tmp_path, 3)
    assert copies.lost_by_restoring(tmp_path, [*said, "has\tnobody"]) == ["lost: nobody"]
    (there, *_) = copies.names(tmp_path / "recco.db")
    assert copies.lost_by_restoring(tmp_path, [*said, f"restored\t{there}"]) == [
        f"not restored: {there}"
    ]


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
