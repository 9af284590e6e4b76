"""A draft that is in the file at once, as if a first key had been typed."""

from typing import Any

from recco_tui.core.models import Draft, TextKind
from recco_tui.ledger.drafts import NEW
from recco_tui.ledger.ledger import Ledger


def open_draft(ledger: Ledger, contact_id: int, kind: TextKind, **about: Any) -> Draft:
    """The unfinished draft of this kind for this person, or a new one."""
    draft = ledger.drafts.begin(contact_id, kind, **about)
    return ledger.drafts.keep(draft, draft.text, "") if draft.id == NEW else draft
