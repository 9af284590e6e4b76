"""What I owe: requests, promises, and texts that were not answered with one."""

from datetime import date

import pytest

from recco_tui.core.errors import NotAllowed
from recco_tui.core.models import Contact, DebtKind, Direction
from recco_tui.ledger.ledger import Ledger


def owed(ledger: Ledger) -> list[int]:
    return [debt.contact_id for debt in ledger.today.debts()]


def test_a_given_text_pays_what_was_received(ledger: Ledger, ann: Contact) -> None:
    ledger.recommendations.add(
        ann.id, Direction.RECEIVED, "Ann taught me to test.", on=date(2026, 10, 1)
    )
    assert owed(ledger) == [ann.id]
    ledger.recommendations.add(ann.id, Direction.GIVEN, "Ann taught me to test.")
    assert owed(ledger) == []


@pytest.mark.parametrize("kind", DebtKind)
def test_a_given_text_delivers_what_was_asked_or_promised(
    ledger: Ledger, ann: Contact, kind: DebtKind
) -> None:
    asked = ledger.requests.add(ann.id, kind)
    assert owed(ledger) == [ann.id]
    ledger.recommendations.add(ann.id, Direction.GIVEN, "Ann taught me to test.")
    assert owed(ledger) == []
    assert ledger.requests.get(asked.id).delivered_on == date(2026, 11, 23)


def test_a_request_that_was_declined_is_owed_no_more(ledger: Ledger, ann: Contact) -> None:
    asked = ledger.requests.add(ann.id)
    ledger.requests.decline(asked.id, because="we hardly worked together")
    assert owed(ledger) == []
    assert ledger.requests.get(asked.id).because == "we hardly worked together"


def test_nothing_is_due_before_it_was_asked(ledger: Ledger, ann: Contact) -> None:
    with pytest.raises(NotAllowed, match="due date is before"):
        ledger.requests.add(ann.id, asked_on=date(2026, 11, 20), due_on=date(2026, 11, 19))
