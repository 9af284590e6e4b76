"""An open editor whose file was replaced: its text goes into the file that is open now."""

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from recco_tui.core.errors import ReccoError
from recco_tui.core.models import Contact, Draft
from recco_tui.core.names import url_of
from recco_tui.ledger.drafts import NEW
from recco_tui.ledger.ledger import Ledger

if TYPE_CHECKING:
    from recco_tui.ui.screens.editor import EditorScreen


def taken_along(editor: "EditorScreen") -> bool:
    """Whether one can go on writing: the same person is there, under the same number.

    Under another number the text is kept there as a draft; for who is not there, in a file.
    """
    ledger, known = editor.ledger, editor.contact
    contact = _the_same(ledger, known)
    if contact is None:
        words = editor.keeper.give_up()
        if words.text.strip():
            editor.keeper.to_a_file(words, f"{known.name} is not in this file:")
        return False
    draft = _its_draft(ledger, editor.draft, contact)
    if draft.id != NEW and draft.text not in (editor.text, editor.draft.text):
        ledger.drafts.keep_version(draft.id)
    editor.contact, editor.draft = contact, draft
    is_kept = editor.keeper.now(even_untouched=bool(editor.text.strip()) or draft.id != NEW)
    if contact.id == known.id:
        editor.page = ledger.contacts.page(contact.id)
        editor.show_facts()
        editor.show()
        return True
    if is_kept:
        editor.app.notify(f"What you wrote for {contact.name} is kept: w goes on.", markup=False)
    return False


def _the_same(ledger: Ledger, known: Contact) -> Contact | None:
    """The person of this number if the name is the same, else the one of this address or name."""
    try:
        found = ledger.contacts.get(known.id)
    except ReccoError:
        found = None
    if found is not None and found.name == known.name and found.archived_on is None:
        return found
    for named in (url_of(known.slug) if known.slug else "", known.name):
        with suppress(ReccoError):
            if named and (found := ledger.contacts.named(named)):
                return found
    return None


def _its_draft(ledger: Ledger, known: Draft, contact: Contact) -> Draft:
    """The same draft where it is there, else the one begun for this person, or a new one."""
    if known.id != NEW:
        try:
            draft = ledger.drafts.get(known.id)
        except ReccoError:
            draft = None
        if draft and (draft.contact_id, draft.kind) == (contact.id, known.kind):
            return draft
    same = contact.id == known.contact_id
    begun = ledger.drafts.begin(contact.id, known.kind, ask_id=known.ask_id if same else None)
    if begun.id != NEW:
        return begun
    project_id = known.project_id if same else None
    return replace(begun, project_id=project_id, focus=known.focus)
