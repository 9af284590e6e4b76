"""Every screen by its name, imported when it is first opened, and who may open one.

Screens open each other through these names, so that none imports another.
"""

import asyncio
from functools import partial
from importlib import import_module
from typing import Any

from textual._context import active_message_pump
from textual.app import App
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import AwaitMount, Widget
from textual.worker import active_worker

from recco_tui.ui.views import VIEWS

_SCREENS = {
    **{view.name: view.screen for view in VIEWS},
    "class": "class_board.ClassBoard",
    "contact": "contact.ContactScreen",
    "doors": "doors.DoorsScreen",
    "import": "importing.ImportScreen",
    "import preview": "importing.PreviewScreen",
    "import result": "importing.ResultScreen",
    "project added": "project_added.ProjectAddedScreen",
    "recommendation editor": "editor.RecommendationEditor",
    "ask composer": "ask_composer.AskComposer",
    "resume": "resume_pack.ResumeScreen",
    "review": "review.ReviewScreen",
    "settings": "settings.SettingsScreen",
    "shortlist": "shortlist.ShortlistScreen",
    "snapshots": "snapshots.SnapshotsScreen",
    "set_kind": "set_kind.SetKindScreen",
}


def make_screen(name: str, *args: Any, **more: Any) -> Screen[Any]:
    """The screen of that name; what else is given is the screen's own."""
    module, _, kind = _SCREENS[name].partition(".")
    made: Screen[Any] = getattr(import_module(f"recco_tui.ui.screens.{module}"), kind)(
        *args, **more
    )
    return made


MODES = {view.name: partial(make_screen, view.name) for view in VIEWS}
"""The views that the number keys open."""
FIRST_VIEW = VIEWS[0].name


def is_opened_by_covered_screen(app: App[None]) -> bool:
    """Whether what runs just now, and is about to open a screen, belongs to a covered one."""
    opener = _running()
    screen = opener if isinstance(opener, Screen) else None
    if screen is None and isinstance(opener, Widget) and opener.is_attached:
        screen = opener.screen
    return screen in app.screen_stack and screen is not app.screen


def unopened(screen: Screen[Any], *, waits: bool) -> AwaitMount | asyncio.Future[None]:
    """What `push_screen` returns when it opens none: nothing to mount, or no answer to wait for."""
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
