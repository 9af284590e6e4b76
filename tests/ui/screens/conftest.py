"""Journeys: the real app on a file of the test's own, on a fixed day, keys pressed as people do."""

import asyncio
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock
from recco_tui.ui.app import ReccoApp
from tests.new_file import new_file
from tests.ui.screens.stage import Script, until


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder with nothing in it, where no file of the user's is."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(new_file(tmp_path / "recco.db"), Clock(date(2026, 11, 23)), "board") as opened:
        yield opened


@pytest.fixture
def play(ledger: Ledger) -> Callable[..., None]:
    """Run a script against the app; faults inside it and inside handlers surface as they are."""

    def play_script(script: Script, size: tuple[int, int] = (100, 30)) -> None:
        async def run() -> None:
            app = ReccoApp(ledger)
            async with app.run_test(size=size, notifications=True) as pilot:
                await pilot.pause()
                await script(app, pilot)
                await until(pilot, lambda: not list(app.workers), "the workers ended")

        asyncio.run(run())

    return play_script
