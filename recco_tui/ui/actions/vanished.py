"""What became of a text that a later export no longer had: one word says it."""

from recco_tui.core.models import Contact, Recommendation, Status
from recco_tui.core.names import short_name
from recco_tui.core.received import say_vanished
from recco_tui.ui import dialogs
from recco_tui.ui.screen import ReccoScreen


async def settle_vanished(screen: ReccoScreen, contact: Contact, text: Recommendation) -> bool:
    """True when it was said; what is withdrawn or replaced counts no longer."""
    texts = screen.ledger.recommendations
    choices = [
        dialogs.Choice("s", "still there", text.status, "it counts as before"),
        dialogs.Choice("h", "hidden", Status.HIDDEN, "it still counts"),
        dialogs.Choice("w", "withdrawn", Status.WITHDRAWN, "it no longer counts"),
        dialogs.Choice("r", "replaced", Status.REPLACED, "another text counts instead"),
    ]
    status = await screen.app.push_screen_wait(
        dialogs.ChoiceDialog(
            f"What happened to {short_name(contact.name)}'s text?",
            say_vanished(text, screen.ledger.day),
            choices,
            text.text,
        )
    )
    if status is None:
        return False
    said = await screen.attempt_and_wait(lambda: texts.set_status(text.id, status), "Text")
    return said is not None
