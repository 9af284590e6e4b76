"""Commands run in this process, as `main` would run them, on a file of the test's own."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from recco_tui.cli.main import run
from recco_tui.importing.plan.planning import plan_import
from recco_tui.importing.read.reader import read_export
from recco_tui.importing.sample import read_story
from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.sample import load_story
from recco_tui.ledger.store import Clock
from recco_tui.locations import sample_folder

TODAY = "2026-11-23"


@dataclass(frozen=True)
class Outcome:
    """What a command did."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Recco = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def _own_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("RECCO_DB", "RECCO_NOW", "NO_COLOR", "RECCO_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)


@pytest.fixture
def recco(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Recco:
    """Runs a command on `tmp_path / "recco.db"` with Mon 23 Nov 2026 as today."""

    def call(*arguments: str, db: Path | None = None, now: str = TODAY) -> Outcome:
        capfd.readouterr()
        file = str(db or tmp_path / "recco.db")
        status = run(["--db", file, "--now", now, *arguments])
        out, err = capfd.readouterr()
        return Outcome(status, out, err)

    return call


@pytest.fixture(scope="session")
def _sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample people as of `TODAY`, told once for all tests of a run."""
    file = tmp_path_factory.mktemp("sample") / "recco.db"
    folder = sample_folder()
    with Ledger(file, Clock(date.fromisoformat(TODAY)), "sample") as ledger:
        load_story(
            ledger,
            plan_import,
            read_export([folder / "linkedin"]),
            read_story(folder / "story.json"),
        )
    return file


@pytest.fixture
def sample(recco: Recco, tmp_path: Path, _sample_file: Path) -> Recco:
    """`recco` on a copy of the sample people."""
    shutil.copy(_sample_file, tmp_path / "recco.db")
    return recco
