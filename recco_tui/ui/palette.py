"""The palette: every action of the view one is in, everyone by name, and the themes."""

from collections.abc import Awaitable, Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.app import SystemCommand
from textual.command import Hit, Hits, Provider
from textual.content import Content
from textual.screen import Screen

from recco_tui.core.errors import ReccoError
from recco_tui.core.models import Contact
from recco_tui.core.settings import THEMES
from recco_tui.ui.formatting import cut, title

if TYPE_CHECKING:
    from textual.dom import DOMNode

    from recco_tui.ui.app import ReccoApp

_MOST = 12
_NAME_CELLS = 60
_BELOW_COMMANDS = 0.4


def commands_of(app: "ReccoApp", screen: Screen[object]) -> Iterable[SystemCommand]:
    """What can be done in this view, by the bindings that are in force."""
    listed = set()
    for active in screen.active_bindings.values():
        binding = active.binding
        # Not Textual's own, which move a cursor; nor a second key for what is there.
        if active.enabled and binding.id and (binding.action, binding.description) not in listed:
            listed.add((binding.action, binding.description))
            yield SystemCommand(
                binding.description,
                binding.tooltip or f"Key {binding.key_display or binding.key}",
                _runner(app, active.node, binding.action),
            )
    if not app.badge:
        yield SystemCommand(
            "Sync with your other computers",
            "Through your sync place; u undoes it.",
            app.file_watch.sync_machines,
        )
    for value, words in THEMES:
        yield SystemCommand(
            f"Theme: {words}", "Saved in the settings.", partial(app.choose_theme, value)
        )
    yield SystemCommand("Theme: any of Textual's", "Until you quit recco.", app.action_change_theme)


def _runner(app: "ReccoApp", node: "DOMNode", action: str) -> Callable[[], Awaitable[None]]:
    async def run() -> None:
        await app.run_action(action, node)

    return run


class PeoplePalette(Provider):
    """A name opens the person's page from any view; below the commands that fit as well."""

    async def search(self, query: str) -> Hits:
        """The people whom the words fit, best first."""
        app = cast("ReccoApp", self.app)
        if not query.strip():
            return
        try:
            found = app.ledger.contacts.matching(query, _MOST)
        except ReccoError:
            return
        for place, contact in enumerate(found):
            score = _BELOW_COMMANDS - place / 100
            shown = _shown(contact)
            yield Hit(score, shown, partial(app.open, "contact", contact.id), shown.plain)


def _shown(contact: Contact) -> Content:
    works = " at ".join(part for part in (contact.position, contact.company) if part)
    name = title(contact.name, _NAME_CELLS)
    return Content.assemble(name, ("  " + cut(works, _NAME_CELLS), "dim")) if works else name
