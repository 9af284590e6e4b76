"""Every screen by its name, imported when it is first opened.

Screens open each other through these names, so that none imports another.
"""

from functools import partial
from importlib import import_module
from typing import Any

from textual.screen import Screen

_SCREENS = {
    "board": "board.BoardScreen",
    "projects": "projects.ProjectsScreen",
    "asks": "asks.AsksScreen",
    "texts": "texts.TextsScreen",
    "log": "log.LogScreen",
    "insights": "insights.InsightsScreen",
    "contact": "contact.ContactScreen",
    "doors": "doors.DoorsScreen",
    "import": "importing.ImportScreen",
    "import preview": "import_preview.PreviewScreen",
    "import result": "import_result.ResultScreen",
    "project added": "made.MadeScreen",
    "recommendation editor": "editor.RecommendationEditor",
    "ask composer": "ask_composer.AskComposer",
    "resume": "resume_pack.ResumeScreen",
    "review": "review.ReviewScreen",
    "settings": "settings.SettingsScreen",
    "shortlist": "shortlist.ShortlistScreen",
    "snapshots": "snapshots.SnapshotsScreen",
    "text hand-over": "text_hand_over.TextHandOver",
    "triage": "triage.TriageScreen",
}


def make_screen(name: str, *args: Any, **more: Any) -> Screen[Any]:
    """The screen of that name; what else is given is the screen's own."""
    module, _, kind = _SCREENS[name].partition(".")
    made: Screen[Any] = getattr(import_module(f"recco_tui.ui.screens.{module}"), kind)(
        *args, **more
    )
    return made


MODES = {
    name: partial(make_screen, name)
    for name in ("board", "projects", "asks", "texts", "log", "insights")
}
"""The views that 1 to 6 open."""
