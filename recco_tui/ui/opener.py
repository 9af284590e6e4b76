"""Who is about to open a screen: whether it is what one looks at, or something under it."""

import asyncio
from typing import Any

from textual._context import active_message_pump
from textual.app import App
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import AwaitMount, Widget
from textual.worker import active_worker


def is_opened_by_covered_screen(app: App[None]) -> bool:
    """Whether what runs just now belongs to a screen that another one covers."""
    opener = _running()
    screen = opener if isinstance(opener, Screen) else None
    if screen is None and isinstance(opener, Widget) and opener.is_attached:
        screen = opener.screen
    return screen in app.screen_stack and screen is not app.screen


def unopened(screen: Screen[Any], *, waits: bool) -> AwaitMount | asyncio.Future[None]:
    """What pushing a screen gives when none was: nothing to mount, or no answer to wait for."""
    if not waits:
        return AwaitMount(screen, [])
    unanswered: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    unanswered.set_result(None)
    return unanswered


def _running() -> MessagePump | None:
    """The node whose worker, or whose handler, this is. A screen that a worker opened inherits the
    worker's context, but not its task."""
    worker = active_worker.get(None)
    if worker is not None and worker._task is asyncio.current_task():
        return worker.node
    return active_message_pump.get(None)
