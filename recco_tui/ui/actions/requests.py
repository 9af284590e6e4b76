"""What keys do with their requests to me and my promises: note one, answer it, move its day."""

from collections.abc import Callable
from datetime import date

from recco_tui.core.models import Channel, Contact, DebtKind, Request
from recco_tui.core.names import short_name
from recco_tui.core.reciprocity import deliver_by
from recco_tui.core.when import say_date, say_days_ago
from recco_tui.ui import dialogs
from recco_tui.ui.actions.people import for_one_person
from recco_tui.ui.actions.verb import verb
from recco_tui.ui.actions.writing import hand_over
from recco_tui.ui.screen import ReccoScreen


@verb("request.add", "Q", "Request", "Log that they asked you, or that you promised a text.")
@for_one_person
async def note_or_settle(screen: ReccoScreen, contact: Contact) -> None:
    """What is open with them; where nothing is, note something new at once."""
    open_ones = screen.ledger.requests.open_with(contact.id)
    if open_ones:
        first = min(open_ones, key=lambda request: _due(screen, request))
        await settle(screen, contact, first, with_another=True)
    else:
        await _note(screen, contact)


def unanswered(screen: ReccoScreen, contact: Contact) -> Request | None:
    """Their oldest request that waits for my yes or no."""
    open_ones = screen.ledger.requests.open_with(contact.id)
    waiting = [request for request in open_ones if request.awaits_answer]
    return min(waiting, key=lambda request: _due(screen, request), default=None)


def _due(screen: ReccoScreen, request: Request) -> date:
    return deliver_by(request, screen.ledger.settings.policy)


async def settle(
    screen: ReccoScreen, contact: Contact, request: Request, *, with_another: bool = False
) -> bool:
    """Yes, no, written, another day; True when something was recorded."""
    day, due = screen.ledger.day, say_date(_due(screen, request), screen.ledger.day)
    name, promised = short_name(contact.name), request.kind is DebtKind.PROMISE
    choices = [
        dialogs.Choice("y", "yes, I'll write it", "yes", f"promised by {due}"),
        dialogs.Choice("d", "yes, but by another day", "yes-by", "you choose the day"),
    ]
    if not request.awaits_answer:
        choices = [dialogs.Choice("d", "another day", "move", f"now due {due}")]
    no = "not after all" if promised else "no"
    choices += [
        dialogs.Choice("w", "I wrote and sent it", "written", "you no longer owe it"),
        dialogs.Choice("x", no, "no", "then recco drafts a kind no"),
    ]
    if with_another:
        choices.append(dialogs.Choice("plus", "log another one", "another", ""))
    choice = await dialogs.choose(
        screen,
        f"You promised {name} a text" if promised else f"{name} asked you for a text",
        f"{say_days_ago(request.asked_on, day)}, due {due}",
        choices,
        request.note,
    )
    return await _record(screen, contact, request, choice) if choice else False


async def _record(screen: ReccoScreen, contact: Contact, request: Request, choice: str) -> bool:
    requests, id_ = screen.ledger.requests, request.id
    record: Callable[[], object]
    if choice == "another":
        return await _note(screen, contact)
    if choice in ("yes-by", "move"):
        by = await screen.app.push_screen_wait(
            dialogs.DayDialog(
                f"When will you write for {short_name(contact.name)}?", screen.ledger.day
            )
        )
        if by is None:
            return False
        record = (
            (lambda: requests.answer(id_, due_on=by))
            if choice == "yes-by"
            else (lambda: requests.move(id_, by))
        )
    else:
        record = {
            "yes": lambda: requests.answer(id_),
            "written": lambda: requests.deliver(id_),
            "no": lambda: requests.decline(id_),
        }[choice]
    recorded = await screen.attempt_and_wait(lambda: (record(), True), "Request") is not None
    if recorded and choice == "no":
        await _offer_words(screen, contact, request)
    return recorded


async def _offer_words(screen: ReccoScreen, contact: Contact, request: Request) -> None:
    """A no is kind when it comes soon and in words; it is noted, whether they are sent or not."""
    await hand_over(
        screen,
        f"A kind no for {short_name(contact.name)}",
        screen.ledger.writing.answer_to_request(request, agrees=False).text,
        contact,
        steps=lambda _: ["Your no is logged. Send these words or your own, or press Esc."],
        via=screen.ledger.writing.likely_channel(contact.id) or Channel.LINKEDIN,
        channels=screen.ledger.settings.channels,
    )


async def _note(screen: ReccoScreen, contact: Contact) -> bool:
    add = screen.ledger.requests.add
    added = await screen.fill_form(
        dialogs.RequestForm(contact.name, screen.ledger.day),
        lambda entry: add(
            contact.id, entry.kind, asked_on=entry.asked_on, due_on=entry.due_on, note=entry.note
        ),
        "Request",
    )
    return added is not None
