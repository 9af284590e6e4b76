"""The views that the number keys open: each said once, for its key, the palette and the help.

Plain words, so that a help page needs no screen.
"""

from typing import NamedTuple


class View(NamedTuple):
    """`screen` is its module and class in `ui/screens`, `tooltip` what its key does."""

    name: str
    screen: str
    tooltip: str

    @property
    def label(self) -> str:
        """What its key is called."""
        return self.name.capitalize()


VIEWS = (
    View("board", "board.BoardScreen", "Go to the board."),
    View("projects", "projects.ProjectsScreen", "Show your projects."),
    View("asks", "asks.AsksScreen", "Show all asks by state."),
    View("texts", "texts.TextsScreen", "Read and search your recommendations."),
    View("log", "log.LogScreen", "Show everything done so far."),
    View(
        "insights",
        "insights.InsightsScreen",
        "Show which kinds are missing, and your numbers.",
    ),
)
"""In the order of their numbers, from 1; the first is open at the start."""
