"""The palette's commands: every action of the view one is in, then themes."""

from collections.abc import Awaitable, Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from textual.app import SystemCommand
from textual.screen import Screen

from recco_tui.core.preferences import THEMES

if TYPE_CHECKING:
    from textual.dom import DOMNode

    from recco_tui.ui.app import ReccoApp


def commands_of(app: "ReccoApp", screen: Screen[object]) -> Iterable[SystemCommand]:
    """What can be done in this view, by the bindings that are in force."""
    for active in screen.active_bindings.values():
        binding = active.binding
        if active.enabled and binding.description and not binding.system:
            yield SystemCommand(
                binding.description,
                binding.tooltip or f"Key {binding.key_display or binding.key}",
                _runner(app, active.node, binding.action),
            )
    for value, words in THEMES:
        yield SystemCommand(
            f"Theme: {words}", "Kept in the settings", partial(app.choose_theme, value)
        )
    yield SystemCommand("Theme: any of Textual's", "Until recco is left", app.action_change_theme)


def _runner(app: "ReccoApp", node: "DOMNode", action: str) -> Callable[[], Awaitable[None]]:
    async def run() -> None:
        await app.run_action(action, node)

    return run
