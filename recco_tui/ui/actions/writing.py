"""What keys do with texts: write a recommendation, hand a text over, read a brief, copy one, say
what became of one."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from recco_tui.core.errors import ReccoError
from recco_tui.core.linkedin_pages import recommendations_page, writing_page
from recco_tui.core.models import Channel, Contact, Recommendation, Status
from recco_tui.core.names import short_name, url_of
from recco_tui.core.received import say_vanished
from recco_tui.ui import dialogs
from recco_tui.ui.actions.people import (
    choose_person,
    edit_address,
    for_one_person,
    is_on_hint,
    target_of,
)
from recco_tui.ui.actions.verb import verb
from recco_tui.ui.clipboard import with_other_way
from recco_tui.ui.present.steps import form_steps
from recco_tui.ui.screen import ReccoScreen
from recco_tui.ui.text_files import write_to_file

if TYPE_CHECKING:
    from recco_tui.ui.dialogs.hand_over import HandedOver


class Finished(NamedTuple):
    """The editor's answer: this draft may be handed over.

    `via` is the channel an ask is written for (None: LinkedIn's request, or no ask), `subject` that
    of an email, `focus` what they could mention.
    """

    draft_id: int
    text: str
    via: Channel | None = None
    subject: str | None = None
    focus: str | None = None


async def hand_over(
    screen: ReccoScreen,
    heading: str,
    text: str,
    contact: Contact,
    *,
    steps: Callable[[Contact], Sequence[str]],
    via: Channel | None,
    channels: Sequence[Channel] = (),
    page: Callable[[str], str] = url_of,
) -> "HandedOver | None":
    """Copy a text and say what to do with it, until it was sent; None when that was left.

    `page` makes the address to open of the last part of theirs. Where theirs is not known it can be
    added on the way.
    """

    def copy(text: str) -> str:
        return with_other_way(screen.recco.copy_text(text), "w saves it to a file.")

    while True:
        slug = contact.slug
        answer = await screen.app.push_screen_wait(
            dialogs.HandOver(
                heading,
                text,
                page(slug) if slug else "",
                screen.ledger.day,
                recommendations=recommendations_page(slug) if slug else "",
                steps=steps(contact),
                via=via,
                channels=channels,
                copy=copy,
                open_page=screen.recco.open_page,
                write=lambda text: write_to_file(text, heading),
            )
        )
        if answer is None or not answer.wants_address:
            return answer
        via = answer.via
        contact = await edit_address(screen, contact)


@verb(
    "write", "w", "Write", "Write a recommendation for this contact.", footer=True, group="writing"
)
async def write(screen: ReccoScreen) -> None:
    """Edit, then hand over; when it was sent, it counts as given."""
    if is_on_hint(screen):
        people = screen.ledger.today.whom_to_write_for()
        contact = await choose_person(screen, "Who do you want to write for?", people)
    else:
        contact = target_of(screen)
    if contact is None:
        return
    finished = await screen.recco.edit(screen.ledger.writing.open_recommendation(contact.id))
    if finished is None:
        screen.reload()
        return
    answer = await hand_over(
        screen,
        f"Recommendation for {contact.name}",
        finished.text,
        contact,
        page=writing_page,
        steps=lambda known: [*form_steps(known), *cautions_of(screen, known)],
        via=Channel.LINKEDIN,
    )
    if answer is None or not answer.sent:
        screen.reload()
        return
    on, drafts = answer.on, screen.ledger.drafts
    await screen.attempt_and_wait(lambda: drafts.mark_sent(finished.draft_id, on), "Sent")


def cautions_of(screen: ReccoScreen, contact: Contact) -> list[str]:
    """What still can change whether a text goes out to them, or is asked of them, today."""
    swap = screen.ledger.contacts.swap_words(contact.id)
    return [f"Note: {swap}."] if swap else []


async def settle_vanished(screen: ReccoScreen, contact: Contact, text: Recommendation) -> bool:
    """Ask what became of a text that a later export no longer had.

    True when it was said; what is withdrawn or replaced counts no longer.
    """
    texts = screen.ledger.recommendations
    choices = [
        dialogs.Choice("s", "still there", text.status, "it counts as before"),
        dialogs.Choice("h", "hidden", Status.HIDDEN, "it still counts"),
        dialogs.Choice("w", "withdrawn", Status.WITHDRAWN, "it no longer counts"),
        dialogs.Choice("r", "replaced", Status.REPLACED, "another text counts instead"),
    ]
    status = await dialogs.choose(
        screen,
        f"What happened to {short_name(contact.name)}'s text?",
        say_vanished(text, screen.ledger.day),
        choices,
        text.text,
    )
    if status is None:
        return False
    said = await screen.attempt_and_wait(lambda: texts.set_status(text.id, status), "Text")
    return said is not None


@verb("brief", "Y", "Brief", "Show a one-page brief on this contact.")
@for_one_person
def show_brief(screen: ReccoScreen, contact: Contact) -> None:
    """Who they are, projects, moments, both texts and the pitch, on one page."""
    # Needed by this key alone, so not at the start.
    from recco_tui.core.brief import brief

    page, name = brief(screen.ledger.contacts.page(contact.id)), contact.name
    screen.recco.show_text(
        f"Brief: {name}", page, file=f"brief {name}", suffix=".md", is_markdown=True
    )


@verb("copy", "y", "Copy", "Copy the latest text with this contact.")
@for_one_person
def copy_newest(screen: ReccoScreen, contact: Contact) -> None:
    """The newest text with this person: a draft, an ask, a recommendation."""
    try:
        page = screen.ledger.contacts.page(contact.id)
    except ReccoError as error:
        screen.say(str(error), wrong=True)
        return
    texts = [d.text for d in page.drafts] + [r.text for r in page.recommendations]
    text = next((text for text in texts if text.strip()), "")
    screen.say(screen.recco.copy_text(text) if text else f"No texts with {contact.name} yet.")
