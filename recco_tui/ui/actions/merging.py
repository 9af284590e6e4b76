"""What keys do with two entries of one person, and with what speaks for a person."""

from recco_tui.core.models import Contact
from recco_tui.ui import dialogs
from recco_tui.ui.actions.people import for_one_person
from recco_tui.ui.actions.verb import Verb
from recco_tui.ui.screen import ReccoScreen


async def merge(screen: ReccoScreen) -> None:
    """Make the two that are marked one; ask whose name and facts stay."""
    # Late for start-up time, as are other rules that only one key needs.
    from recco_tui.core.merging import differences
    from recco_tui.ledger.contacts import who

    ids = screen.targets()
    if len(ids) != 2:
        screen.say("Mark two contacts with Space first.")
        return
    contacts = screen.ledger.contacts
    one, other = contacts.get(ids[0]), contacts.get(ids[1])
    differing = differences(one, other)
    said = "; ".join(f"{fact.what}: {fact.kept} or {fact.dropped}" for fact in differing)
    choices = [
        dialogs.Choice("1", who(one), (one, other), "keeps its name and facts"),
        dialogs.Choice("2", who(other), (other, one), "keeps its name and facts"),
    ]
    chosen = await screen.app.push_screen_wait(
        dialogs.ChoiceDialog(
            "Same person twice: which one stays?",
            said or "Everything from the other one moves over. Both notes stay.",
            choices,
        )
    )
    if chosen is not None:
        keep, drop = chosen
        screen.attempt(lambda: contacts.merge(keep.id, drop.id), "Merge")
        screen.after_verb()


@for_one_person
def copy_pitch(screen: ReccoScreen, contact: Contact) -> None:
    """What speaks for them, ready to paste."""
    if contact.pitch:
        screen.say(screen.recco.copy_text(contact.pitch))
    else:
        screen.say(f"No key points for {contact.name} yet. e adds them.")


MERGE = Verb("contact.merge", "ampersand", "Merge", "Merge two marked contacts into one.", merge)
COPY_PITCH = Verb(
    "contact.pitch", "P", "Key points", "Copy this contact's key selling points.", copy_pitch
)
