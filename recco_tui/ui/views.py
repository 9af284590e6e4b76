"""The views that 1 to 6 open, each imported when it is first seen."""

from collections.abc import Callable

from textual.screen import Screen


def _board() -> Screen[None]:
    from recco_tui.ui.screens.board import BoardScreen

    return BoardScreen()


def _projects() -> Screen[None]:
    from recco_tui.ui.screens.projects import ProjectsScreen

    return ProjectsScreen()


def _asks() -> Screen[None]:
    from recco_tui.ui.screens.asks import AsksScreen

    return AsksScreen()


def _texts() -> Screen[None]:
    from recco_tui.ui.screens.texts import TextsScreen

    return TextsScreen()


def _log() -> Screen[None]:
    from recco_tui.ui.screens.log import LogScreen

    return LogScreen()


def _insights() -> Screen[None]:
    from recco_tui.ui.screens.insights import InsightsScreen

    return InsightsScreen()


VIEWS: dict[str, Callable[[], Screen[None]]] = {
    "board": _board,
    "projects": _projects,
    "asks": _asks,
    "texts": _texts,
    "log": _log,
    "insights": _insights,
}
