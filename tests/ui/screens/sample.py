"""Journeys over the sample people on a fixed Monday: counting keys, and the person at the cursor."""

import atexit
import shutil
import tempfile
from pathlib import Path

from recco_tui.core.models import Contact
from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock
from recco_tui.ui.app import ReccoApp
from tests.sample_file import TODAY, sample_file
from tests.ui.screens.stage import Player, until, until_screen


def sample_ledger() -> Ledger:
    """All sample people, asks and projects, in a copy of their own."""
    folder = Path(tempfile.mkdtemp(prefix="recco-sample-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Ledger(sample_file(folder / "recco.db"), Clock(TODAY), "demo")


class Keys:
    """Presses keys one by one as a user would, and counts them."""

    def __init__(self, app: ReccoApp, pilot: Player) -> None:
        self._app = app
        self._pilot = pilot
        self.count = 0

    async def press(self, *keys: str, then: str = "") -> None:
        """Press them; `then` is the screen that must be on top afterwards."""
        for key in keys:
            await self._pilot.press(key)
            await self._pilot.pause()
            self.count += 1
        if then:
            await until_screen(self._app, self._pilot, then)

    async def type(self, text: str, *, counted: bool = True) -> None:
        """Type a text; a name need not count."""
        for char in text:
            await self._pilot.press("space" if char == " " else char)
        await self._pilot.pause()
        self.count += len(text) if counted else 0


async def board(app: ReccoApp, pilot: Player) -> None:
    """Wait until the board shows its people."""
    await until_screen(app, pilot, "BoardScreen")
    await until(pilot, lambda: app.screen.table.entries, "the rows")


async def in_network(app: ReccoApp, pilot: Player) -> None:
    """Wait for the board's cursor, which begins in Today, and go on to Network with it."""
    await until(pilot, lambda: app.screen.focused, "the cursor")
    app.screen.set_focus(app.screen.table)
    await pilot.pause()


async def board_at(app: ReccoApp, pilot: Player, name: str) -> Contact:
    """The board with the cursor on this person."""
    await board(app, pilot)
    contact = app.ledger.contacts.named(name)
    assert contact is not None
    await in_network(app, pilot)
    app.screen.table.move_to(contact.id)
    await until(pilot, lambda: app.screen.targets() == [contact.id], f"the cursor on {name}")
    return contact


def pages_of(app: ReccoApp) -> list[str]:
    """The pages opened from now on; none reaches a browser."""
    opened: list[str] = []
    app.open_page = lambda url: not opened.append(url)  # type: ignore[method-assign]
    return opened
