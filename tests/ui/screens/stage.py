"""What journeys share: waiting for a condition, and reading what a widget shows."""

from collections.abc import Awaitable, Callable

from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Static

from recco_tui.ui.app import ReccoApp

Player = Pilot[None]
Script = Callable[[ReccoApp, Player], Awaitable[None]]


async def until(pilot: Player, true: Callable[[], object], what: str) -> None:
    """Wait for a condition, at most some seconds; the failure says what did not come."""
    for _ in range(400):
        if true():
            return
        await pilot.pause(0.02)
    raise AssertionError(f"waited in vain: {what}")


async def until_screen(app: ReccoApp, pilot: Player, name: str) -> None:
    """Wait until a screen of this class is on top, and settled."""
    await until(pilot, lambda: type(app.screen).__name__ == name, f"{name} came up")
    await pilot.pause()


def text_of(widget: Widget) -> str:
    """What a widget of lines shows, line by line."""
    return "\n".join(widget.render_line(y).text.rstrip() for y in range(widget.size.height))


def text_at(app: ReccoApp, selector: str) -> str:
    """The same of a widget on the screen, found by its selector."""
    return text_of(app.screen.query_exactly_one(selector))


def notice(app: ReccoApp) -> str:
    """What the dialog on top says of what was typed, '' when it has nothing to say."""
    return str(app.screen.query_exactly_one(".notice", Static).content)


def toasts(app: ReccoApp) -> str:
    """The messages that are shown."""
    return "\n".join(str(toast.message) for toast in app._notifications)
