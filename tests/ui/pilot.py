"""Running widgets and screens under Pilot, without a plugin: a script is a coroutine function."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path
from time import monotonic
from typing import Any, TypeVar

from textual.app import App
from textual.message import Message
from textual.pilot import Pilot
from textual.theme import Theme
from textual.widget import Widget

from recco_tui.locations import styles_folder
from recco_tui.ui.theme import register_themes, variable_defaults

M = TypeVar("M", bound=Message)
Script = Callable[[Pilot[Any]], Awaitable[None]]

NASTY = {
    "tag": ("Ann [b]HR[/b] Lee", "Ann [b]HR[/b] Lee"),
    "closing tag": ("Bob [/x] Ray", "Bob [/x] Ray"),
    "open bracket": ("Cy [/", "Cy [/"),
    "action": ("[@click=app.quit]Di[/]", "[@click=app.quit]Di[/]"),
    "escape": ("Eve \x1b[31mred\x1b[0m", "Eve red"),
    "title escape": ("Fay \x1b]0;owned\x07Fox", "Fay Fox"),
    "8-bit control": ("Gus \x9b31mGo", "Gus Go"),
    "bidi": ("Hal \u202eevil\u202c Ho", "Hal evil Ho"),
    "zero width": ("I\u200bda\ufeff Io", "Ida Io"),
    "line break": ("Jo\nKay\r\nLo", "Jo Kay Lo"),
    "tab": ("Mo\tNi", "Mo Ni"),
    "surrogate": ("Oz \ud800 P", "Oz  P"),
    "wide": ("田中 太郎", "田中 太郎"),
    "joined emoji": ("👩\u200d👩\u200d👧 Fam", "👩👩👧 Fam"),
    "combining": ("Zoe\u0308 Q", "Zoe\u0308 Q"),
}
"""Texts as files bring them, and what may be drawn of them on one line."""


class Stage(App[None]):
    """Nothing but the widgets given, in recco's look; `messages` holds all that reached it."""

    CSS_PATH = styles_folder() / "base.tcss"

    def __init__(self, widgets: Iterable[Widget], css_path: Path | None = None) -> None:
        super().__init__(css_path=css_path)
        self._widgets = list(widgets)
        self.messages: list[Message] = []
        register_themes(self)
        self.theme = "recco-dark"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variable_defaults(self.current_theme)

    def compose(self) -> Iterable[Widget]:
        yield from self._widgets

    def themes(self) -> list[Theme]:
        return list(self.available_themes.values())


def drive(app: App[Any], script: Script, size: tuple[int, int] = (100, 30)) -> list[Message]:
    """Run the script in the app; every message that any widget handled, in order."""
    seen: list[Message] = []

    async def run() -> None:
        async with app.run_test(size=size, message_hook=seen.append) as pilot:
            await pilot.pause()
            await script(pilot)

    asyncio.run(run())
    return seen


def sent(messages: Iterable[Message], kind: type[M]) -> list[M]:
    """The messages of one kind, each once however often it bubbled."""
    found: list[M] = []
    for message in messages:
        if isinstance(message, kind) and all(message is not one for one in found):
            found.append(message)
    return found


async def wait_for(pilot: Pilot[Any], holds: Callable[[], bool], what: str) -> None:
    """Let the app go on until the condition holds; `what` names it when it never does."""
    deadline = monotonic() + 10
    while not holds():
        if monotonic() > deadline:
            raise AssertionError(f"never came: {what}")
        await pilot.pause()


def lines(widget: Widget) -> list[str]:
    """What a widget that draws its own lines shows, without its border."""
    return [widget.render_line(y).text.rstrip() for y in range(widget.size.height)]
