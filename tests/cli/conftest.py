"""Commands run in this process, as `main` would run them, on a file of the test's own."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from recco_tui.cli.main import run
from tests.new_file import new_file
from tests.sample_file import sample_file

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
    """Runs a command on `tmp_path / "recco.db"` with Mon 23 Nov 2026 as today.

    The file has nobody in it, unless another fixture put one there.
    """
    if not (tmp_path / "recco.db").exists():
        new_file(tmp_path / "recco.db")

    def call(*arguments: str, db: Path | None = None, now: str = TODAY) -> Outcome:
        capfd.readouterr()
        file = str(db or tmp_path / "recco.db")
        status = run(["--db", file, "--now", now, *arguments])
        out, err = capfd.readouterr()
        return Outcome(status, out, err)

    return call


@pytest.fixture
def no_file(recco: Recco, tmp_path: Path) -> None:
    """There is no file yet: a first start."""
    (tmp_path / "recco.db").unlink()


@pytest.fixture
def sample(recco: Recco, tmp_path: Path) -> Recco:
    """`recco` on a copy of the sample people."""
    sample_file(tmp_path / "recco.db")
    return recco
