"""Twice the people are twice the work, and not four times: counted in calls, not in seconds."""

import io
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from datetime import date, timedelta
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from recco_tui.cli.main import run
from recco_tui.core.agenda import Alert
from recco_tui.ledger.dump import document_of
from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock
from tests.new_file import new_file

TODAY = date(2026, 11, 23)
SIZES = (150, 300)
KINDS = ("peer", "manager", "mentor", "client", "unknown")


def ago(days: int) -> str:
    return (TODAY - timedelta(days=days)).isoformat()


def tables(people: int) -> dict[str, list[dict[str, Any]]]:
    """Everyone wrote for me, is asked, asks me, and was in a project of ten that ended."""
    ids = range(1, people + 1)
    return {
        "contacts": [
            {"id": n, "name": f"Person {n}", "kind": KINDS[n % 5], "company": f"Acme {n % 9}"}
            for n in ids
        ],
        "projects": [
            {"id": n, "title": f"Project {n}", "ended_on": ago(n % 40)}
            for n in range(1, people // 10 + 1)
        ],
        "project_members": [
            {"id": n, "project_id": (n - 1) % (people // 10) + 1, "contact_id": n} for n in ids
        ],
        "recommendations": [
            {"id": n, "contact_id": n, "direction": "received", "text": f"Good work {n}.",
             "status": "visible", "on_date": ago(20 * n % 1500)}
            for n in ids
        ],
        "asks": [{"id": n, "contact_id": n, "text": f"Would you, {n}?"} for n in ids],
        "ask_steps": [
            {"id": n, "ask_id": n, "step": ("warm", "agreed", "linkedin")[n % 3],
             "on_date": ago(n % 29), "via": "slack"}
            for n in ids
        ],
        "requests": [
            {"id": n, "contact_id": n, "kind": "request", "asked_on": ago(n % 50)} for n in ids
        ],
        "moments": [
            {"id": n, "contact_id": n, "kind": "feedback", "text": "thanks", "on_date": ago(n % 9)}
            for n in ids
        ],
    }  # fmt: skip


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    found = {}
    for people in SIZES:
        found[people] = tmp_path_factory.mktemp("growth") / "recco.db"
        with Ledger(new_file(found[people]), Clock(TODAY), "test") as ledger:
            ledger.dump.load(document_of(tables(people), "made up"))
    return found


def calls_of(work: Callable[[], object]) -> int:
    """How many functions are called, in Python and in C."""
    count = 0

    def note(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


COMMANDS = [
    command.split()
    for command in (
        "today", "today --json --all", "today --short", "board --json", "board --all", "owed",
        "ask list", "request list", "project list", "recommendation list", "insights",
        "contact list", "export json", "export ics --days 14", "doctor", "contact show #7",
    )
]  # fmt: skip


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_twice_the_people_are_twice_the_work(files: dict[int, Path], words: list[str]) -> None:
    def command(people: int) -> None:
        at = ["--db", str(files[people]), "--now", TODAY.isoformat()]
        with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()) as said:
            assert run([*at, *words]) in (0, 1), said.getvalue()

    command(SIZES[0])  # what is loaded once is no work of either
    few, many = (calls_of(lambda people=people: command(people)) for people in SIZES)
    assert many < 2.3 * few, (few, many)


def test_today_compares_no_alert_with_another(
    files: dict[int, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = 0

    def equal(one: Alert, other: object) -> bool:
        nonlocal compared
        compared += 1
        return isinstance(other, Alert) and one.id == other.id

    monkeypatch.setattr(Alert, "__eq__", equal)
    with Ledger(files[SIZES[-1]], Clock(TODAY), "test") as ledger:
        overview = ledger.today.overview()
        assert len(overview.queue) > SIZES[-1]
    assert compared == 0
