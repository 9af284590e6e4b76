"""Keys that come all at once, before a screen is up: the first opens one, the others open none."""

import pytest
from textual.events import Key

from recco_tui.core.models import Direction
from recco_tui.ledger.ledger import Ledger
from tests.ui.screens.stage import until


@pytest.mark.parametrize(
    ("key", "opened"),
    [
        ("e", "ContactForm"),
        ("plus", "ContactForm"),
        ("m", "MomentForm"),
        ("p", "ProjectForm"),
        ("x", "ReasonDialog"),
        ("enter", "ContactScreen"),
    ],
)
def test_a_key_held_down_opens_one_dialog(play, ledger: Ledger, key: str, opened: str) -> None:
    ann = ledger.contacts.add("Ann Lee")
    ledger.recommendations.add(ann.id, Direction.RECEIVED, "Thank you.")

    async def script(app, pilot) -> None:
        app.screen.table.focus()
        for _ in range(120):
            app.post_message(Key(key, "+" if key == "plus" else key if len(key) == 1 else None))
        await until(pilot, lambda: type(app.screen).__name__ == opened, f"{opened} opened")
        await pilot.pause()
        assert len(app.screen_stack) == 2
        await pilot.press("escape")
        await pilot.pause()

    play(script)
