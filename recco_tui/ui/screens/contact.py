"""One person over the whole width, for terminals with no room for the pane beside the board."""

from contextlib import suppress

from textual.app import ComposeResult

from recco_tui.core.errors import NothingFound
from recco_tui.core.models import BoardRow, ContactPage
from recco_tui.core.reciprocity import open_requests
from recco_tui.core.selection import row_of
from recco_tui.ui.actions.shared import ON_THE_PEOPLE_THEMSELVES, WITH_PEOPLE
from recco_tui.ui.actions.timeline import EDIT
from recco_tui.ui.present.board import next_keys
from recco_tui.ui.screen import ReccoScreen
from recco_tui.ui.widgets.contact_pane import ContactPane
from recco_tui.ui.widgets.keys import bind


class ContactScreen(ReccoScreen):
    """All that is known of one person; every key of the board works on them."""

    VIEW = "Contact"
    SHEET = "contact.tcss"
    AUTO_FOCUS = "#contact"
    VERBS = (*WITH_PEOPLE, *ON_THE_PEOPLE_THEMSELVES)
    BINDINGS = [bind("contact.back", "escape", "Back", "Go back to the board.", "leave")]

    def __init__(self, contact_id: int) -> None:
        super().__init__()
        self._contact_id = contact_id

    def body(self) -> ComposeResult:
        yield ContactPane(id="contact")

    def load(self) -> None:
        """When they were archived or undone, the board is what is left."""
        page: ContactPage | None = None
        with suppress(NothingFound):
            page = self.ledger.contacts.page(self._contact_id)
        if page is None or page.contact.archived_on is not None:
            self.action_leave()
            return
        row, day = self._row(page), self.ledger.day
        pane = self.query_one("#contact", ContactPane)
        pane.show(page, row, today=day, keys=next_keys(row))

    def _row(self, page: ContactPage) -> BoardRow:
        """What the counts line needs, without reading the whole board."""
        balance = self.ledger.recommendations.balance(self._contact_id)
        return row_of(page.contact)._replace(
            given=balance.given,
            received=balance.received,
            waived=balance.waived,
            ask=self.ledger.asks.latest(self._contact_id),
            debts=len(open_requests(page.requests, page.recommendations)),
        )

    def targets(self) -> list[int]:
        return [self._contact_id]

    def on_contact_pane_opened(self) -> None:
        self.action_verb(EDIT.id)

    def on_contact_pane_key_chosen(self, event: ContactPane.KeyChosen) -> None:
        self.app.simulate_key(event.key)
