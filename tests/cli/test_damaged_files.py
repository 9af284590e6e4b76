"""A file that was cut off or has wrong bytes in it: the truth in a sentence, whatever is asked."""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from recco_tui.core.models import Direction
from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock
from tests.every_table import TODAY, file_with_every_table

COMMANDS = [
    command.split()
    for command in (
        "contact list", "today", "board --all", "doctor", "contact add Zoe", "log", "export json",
        "recommendation list work", "insights", "undo", "backup", "restore",
    )
]  # fmt: skip


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = file_with_every_table(tmp_path_factory.mktemp("filled"))
    with Ledger(path, Clock(TODAY), "test") as ledger, ledger.one_change("many people"):
        for number in range(600):
            contact = ledger.contacts.add(f"Person {number}", note="n" * 200)
            if number % 3 == 0:
                ledger.recommendations.add(contact.id, Direction.RECEIVED, f"Text {number}. " * 20)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path.read_bytes()


def damaged(whole: bytes) -> Iterator[tuple[str, bytes]]:
    """Cut off at its end, cut anywhere, with bytes or a page of it overwritten."""
    for back in (997, 4096, 5000, 9000):
        yield f"cut by {back}", whole[:-back]
    for share in (1, 10, 50, 90, 99):
        yield f"cut at {share} %", whole[: len(whole) * share // 100]
    chance = random.Random(7)
    for number in range(12):
        wrong = bytearray(whole)
        for _ in range(20):
            wrong[chance.randrange(100 * (number % 2), len(wrong))] = chance.randrange(256)
        yield f"bytes {number}", bytes(wrong)
    for number in range(6):
        page = 4096 * chance.randrange(len(whole) // 4096)
        yield f"page {number}", whole[:page] + chance.randbytes(4096) + whole[page + 4096 :]


def test_damage_is_never_reported_as_an_internal_error(whole: bytes, recco, tmp_path: Path) -> None:
    file = tmp_path / "recco.db"
    for what, content in damaged(whole):
        for words in COMMANDS:
            for rest in ("", "-wal", "-shm"):
                Path(f"{file}{rest}").unlink(missing_ok=True)
            file.write_bytes(content)
            outcome = recco(*words)
            assert outcome.status in (0, 1, 3), (what, words)
            assert outcome.err.count("\n") <= 1, (what, words, outcome.err)
            assert "a fault of" not in outcome.err, (what, words, outcome.err)
            assert "Traceback" not in outcome.err, (what, words)


def test_an_error_in_a_whole_file_is_reported_as_internal(
    whole: bytes, recco, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "recco.db").write_bytes(whole)
    monkeypatch.setattr("recco_tui.ledger.contacts.Contacts.every", lambda _: 1 // 0)
    outcome = recco("contact", "list")
    assert outcome.status == 3
    assert "a bug in recco (ZeroDivisionError" in outcome.err
