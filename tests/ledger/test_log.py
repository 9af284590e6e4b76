"""The log: one change of several taken back alone."""

import pytest

from recco_tui.core.errors import NotAllowed, NothingFound
from recco_tui.ledger.ledger import Ledger


def done(ledger: Ledger) -> int:
    assert ledger.last_change is not None
    return ledger.last_change.change_id


def names(ledger: Ledger) -> list[str]:
    return sorted(one.name for one in ledger.contacts.every())


def test_one_of_several_changes_is_taken_back_alone_and_brought_back(ledger: Ledger) -> None:
    ledger.contacts.add("Ann Lee")
    ledger.contacts.add("Bo Ray")
    middle = done(ledger)
    ledger.contacts.add("Cy Fox")
    assert ledger.log.undo_one(middle).label == "added Bo Ray"
    assert names(ledger) == ["Ann Lee", "Cy Fox"]
    ledger.log.redo()
    assert names(ledger) == ["Ann Lee", "Bo Ray", "Cy Fox"]


def test_a_change_that_another_wrote_over_stays(ledger: Ledger) -> None:
    ann = ledger.contacts.add("Ann Lee")
    first = done(ledger)
    ledger.contacts.edit(ann.id, {"company": "Tidewater"})
    with pytest.raises(NotAllowed, match="edited Ann Lee"):
        ledger.log.undo_one(first)
    assert names(ledger) == ["Ann Lee"]


def test_a_change_that_another_refers_to_stays(ledger: Ledger) -> None:
    ann = ledger.contacts.add("Ann Lee")
    first = done(ledger)
    ledger.asks.start(ann.id)
    with pytest.raises(NotAllowed, match="builds on it"):
        ledger.log.undo_one(first)
    assert names(ledger) == ["Ann Lee"]


def test_once_that_one_is_taken_back_the_change_can_be_too(ledger: Ledger) -> None:
    ann = ledger.contacts.add("Ann Lee")
    first = done(ledger)
    ledger.contacts.edit(ann.id, {"company": "Tidewater"})
    ledger.log.undo()
    ledger.log.undo_one(first)
    assert names(ledger) == []
    with pytest.raises(NothingFound, match="already"):
        ledger.log.undo_one(first)
