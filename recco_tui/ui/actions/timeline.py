"""What keys do with a line of a contact's timeline: open it in a form, or take it out."""

from collections.abc import Awaitable, Callable
from dataclasses import asdict

from recco_tui.core.models import Contact
from recco_tui.core.timeline import Row, RowKind
from recco_tui.ui import dialogs
from recco_tui.ui.actions.meetings import edit_meeting
from recco_tui.ui.actions.people import EDIT_CONTACT, edit_contact, people_words
from recco_tui.ui.actions.projects import edit_project
from recco_tui.ui.actions.verb import Verb
from recco_tui.ui.screen import ReccoScreen
from recco_tui.ui.widgets.contact_pane import ContactPane

_DRAFT = "w opens the draft. Empty it there to delete it."


def _row_at_cursor(screen: ReccoScreen) -> Row | None:
    """What a verb is about while a timeline has the focus; None elsewhere."""
    pane = screen.focused
    return pane.row if isinstance(pane, ContactPane) else None


def edit(screen: ReccoScreen) -> Awaitable[object] | None:
    """The line under the cursor, else the contact."""
    row = _row_at_cursor(screen)
    return edit_contact(screen) if row is None else _edit_row(screen, row)


async def _edit_row(screen: ReccoScreen, row: Row) -> None:
    contact = screen.target()
    if contact is not None:
        await _EDITS[row.kind](screen, contact, row.id)


async def _edit_moment(screen: ReccoScreen, contact: Contact, id_: int) -> None:
    ledger = screen.ledger
    known, projects = ledger.moments.get(id_), ledger.contacts.page(contact.id).projects
    await screen.fill_edit_form(
        dialogs.MomentForm(contact.name, ledger.day, projects, known),
        lambda entry, seen: ledger.moments.edit(id_, asdict(entry), seen),
        known,
    )


async def edit_recommendation(screen: ReccoScreen, contact: Contact, id_: int) -> None:
    """Its text, its day, where it stands on LinkedIn, and whether a change was asked for."""
    ledger = screen.ledger
    texts, projects = ledger.recommendations, ledger.contacts.page(contact.id).projects
    known = texts.get(id_)

    await screen.fill_edit_form(
        dialogs.RecommendationEdit(contact.name, known, ledger.day, projects),
        lambda entry, seen: texts.edit(id_, asdict(entry), seen),
        known,
    )


async def _edit_step(screen: ReccoScreen, contact: Contact, id_: int) -> None:
    asks = screen.ledger.asks
    ask, known = asks.step(id_)
    await screen.fill_form(
        dialogs.StepForm(
            f"Step of your ask to {contact.name}",
            screen.ledger.day,
            [known.step],
            lambda _: None,
            known,
        ),
        lambda entry: asks.correct(
            ask.id, id_, on=entry.on, via=entry.via, because=entry.because, no_via=entry.via is None
        ),
        "Edit",
    )


async def _edit_request(screen: ReccoScreen, contact: Contact, id_: int) -> None:
    requests = screen.ledger.requests
    known = requests.get(id_)
    await screen.fill_edit_form(
        dialogs.RequestEdit(contact.name, known, screen.ledger.day),
        lambda entry, seen: requests.edit(id_, asdict(entry), seen),
        known,
    )


async def _edit_waiver(screen: ReccoScreen, contact: Contact, id_: int) -> None:
    waivers = screen.ledger.waivers
    known = waivers.get(id_)
    await screen.fill_edit_form(
        dialogs.WaiverForm(contact.name, known, screen.ledger.day),
        lambda entry, seen: waivers.edit(id_, asdict(entry), seen),
        known,
    )


async def _edit_project(screen: ReccoScreen, _: Contact, id_: int) -> None:
    await edit_project(screen, screen.ledger.projects.get(id_))


async def _say_draft(screen: ReccoScreen, _contact: Contact, _id: int) -> None:
    screen.say(_DRAFT)


_Edit = Callable[[ReccoScreen, Contact, int], Awaitable[None]]
_EDITS: dict[RowKind, _Edit] = {
    RowKind.MOMENT: _edit_moment,
    RowKind.MEETING: edit_meeting,
    RowKind.RECOMMENDATION: edit_recommendation,
    RowKind.STEP: _edit_step,
    RowKind.REQUEST: _edit_request,
    RowKind.WAIVER: _edit_waiver,
    RowKind.PROJECT: _edit_project,
    RowKind.DRAFT: _say_draft,
}


def remove(screen: ReccoScreen) -> None:
    """The line under the cursor, else the contacts with all that is theirs."""
    row, ids = _row_at_cursor(screen), screen.targets()
    if row is not None and len(ids) == 1:
        _remove_row(screen, row, ids[0])
    elif ids:
        what = f"Remove {people_words(screen, ids)}"
        screen.attempt(lambda: screen.ledger.contacts.remove(ids), what)
        screen.after_verb()
    else:
        screen.say(screen.why_no_one())


def _remove_row(screen: ReccoScreen, row: Row, contact_id: int) -> None:
    ledger = screen.ledger
    removes = {
        RowKind.MOMENT: lambda: ledger.moments.remove(row.id),
        RowKind.MEETING: lambda: ledger.meetings.remove(row.id),
        RowKind.RECOMMENDATION: lambda: ledger.recommendations.remove(row.id),
        RowKind.STEP: lambda: ledger.asks.remove_step(ledger.asks.step(row.id)[0].id, row.id),
        RowKind.REQUEST: lambda: ledger.requests.remove(row.id),
        RowKind.WAIVER: lambda: ledger.waivers.remove(row.id),
        RowKind.PROJECT: lambda: ledger.projects.leave(row.id, contact_id),
    }
    if row.kind is RowKind.DRAFT:
        screen.say(_DRAFT)
    else:
        screen.attempt(removes[row.kind], "Remove")


EDIT = EDIT_CONTACT.but(tooltip="Edit this contact, or the line under the cursor.", run=edit)
REMOVE = Verb(
    "contact.remove",
    "delete,X",
    "Remove",
    "Remove this contact, or the line under the cursor.",
    remove,
)
