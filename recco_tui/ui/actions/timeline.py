"""What keys do with a line of a contact's timeline: open it in a form, or take it out."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

from recco_tui.core.models import Contact, ContactPage
from recco_tui.core.timeline import Row, RowKind
from recco_tui.ui import dialogs
from recco_tui.ui.actions.people import edit_contact, people_words, target_of
from recco_tui.ui.actions.projects import edit_project
from recco_tui.ui.actions.verb import verb
from recco_tui.ui.screen import ReccoScreen
from recco_tui.ui.widgets.contact_pane import ContactPane

if TYPE_CHECKING:
    from recco_tui.ledger.ledger import Ledger
    from recco_tui.ui.dialogs.form import Form

_DRAFT = "w opens the draft. Empty it there to delete it."


class _Records(Protocol):
    """Records of one kind in the ledger, by their ids."""

    def get(self, id_: int, /) -> Any: ...
    def edit(self, id_: int, fields: Mapping[str, Any], seen: Any, /) -> object: ...
    def remove(self, id_: int, /) -> object: ...


def _records(ledger: "Ledger") -> dict[RowKind, _Records]:
    return {
        RowKind.MOMENT: ledger.moments,
        RowKind.MEETING: ledger.meetings,
        RowKind.RECOMMENDATION: ledger.recommendations,
        RowKind.REQUEST: ledger.requests,
        RowKind.WAIVER: ledger.waivers,
    }


_FORMS: "dict[RowKind, Callable[[ContactPage, Any, date], Form[Any]]]" = {
    RowKind.MOMENT: lambda page, known, day: dialogs.MomentForm(
        page.contact.name, day, page.projects, known
    ),
    RowKind.MEETING: lambda page, known, day: dialogs.MeetingForm(
        page.contact.name, day, known=known
    ),
    RowKind.RECOMMENDATION: lambda page, known, day: dialogs.RecommendationEdit(
        page.contact.name, known, day, page.projects
    ),
    RowKind.REQUEST: lambda page, known, day: dialogs.RequestEdit(page.contact.name, known, day),
    RowKind.WAIVER: lambda page, known, day: dialogs.WaiverForm(page.contact.name, known, day),
}
"""A form for a record as it is known; its fields are those that the ledger edits."""


def _row_at_cursor(screen: ReccoScreen) -> Row | None:
    """What a verb is about while a timeline has the focus; None elsewhere."""
    pane = screen.focused
    return pane.row if isinstance(pane, ContactPane) else None


def edit(screen: ReccoScreen) -> Awaitable[object] | None:
    """The line under the cursor, else the contact."""
    row = _row_at_cursor(screen)
    return edit_contact(screen) if row is None else _edit_row(screen, row)


async def _edit_row(screen: ReccoScreen, row: Row) -> None:
    contact = target_of(screen)
    if contact is None:
        return
    if row.kind is RowKind.DRAFT:
        screen.say(_DRAFT)
    elif row.kind is RowKind.PROJECT:
        await edit_project(screen, screen.ledger.projects.get(row.id))
    elif row.kind is RowKind.STEP:
        await _edit_step(screen, contact, row.id)
    else:
        await edit_record(screen, contact.id, row.kind, row.id)


async def edit_record(screen: ReccoScreen, contact_id: int, kind: RowKind, id_: int) -> None:
    """A record of this kind in its form."""
    records = _records(screen.ledger)[kind]
    page, known = screen.ledger.contacts.page(contact_id), records.get(id_)
    await screen.fill_edit_form(
        _FORMS[kind](page, known, screen.ledger.day),
        lambda entry, seen: records.edit(id_, asdict(entry), seen),
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


@verb("contact.remove", "delete,X", "Remove", "Remove this contact, or the line under the cursor.")
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

    def remove_it() -> None:
        if row.kind is RowKind.STEP:
            ledger.asks.remove_step(ledger.asks.step(row.id)[0].id, row.id)
        elif row.kind is RowKind.PROJECT:
            ledger.projects.leave(row.id, contact_id)
        else:
            _records(ledger)[row.kind].remove(row.id)

    if row.kind is RowKind.DRAFT:
        screen.say(_DRAFT)
    else:
        screen.attempt(remove_it, "Remove")


EDIT = edit_contact.but(tooltip="Edit this contact, or the line under the cursor.", run=edit)
