"""Everybody in the palette: a name typed there opens the person's page, from any view."""

from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import Hit, Hits, Provider
from textual.content import Content

from recco_tui.core.errors import ReccoError
from recco_tui.core.models import Contact
from recco_tui.ui.formatting import cut, title

if TYPE_CHECKING:
    from recco_tui.ui.app import ReccoApp

_MOST = 12
_NAME_CELLS = 60
_BELOW_COMMANDS = 0.4


class PeoplePalette(Provider):
    """Below the commands that fit as well as a name does."""

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
