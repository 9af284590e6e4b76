"""A screen takes the present size of the terminal, and no earlier one."""

from typing import Any

from textual.events import Resize
from textual.screen import Screen


def drop_if_outdated(screen: Screen[Any], event: Resize) -> None:
    """Keep Textual from laying a screen out for a size that has been replaced since.

    It tells a screen of each size that it was laid out for. With two of them on their way, as when
    the view changes while the window does, each would bring back the other for ever.
    """
    if event.size != screen.app.size:
        event.stop()
        event.prevent_default()
