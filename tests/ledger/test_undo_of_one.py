from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from recco_tui.core.errors import NotAllowed, NothingFound
from recco_tui.core.models import Step
from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock

TODAY = date(2026, 11, 23)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "recco.db", Clock(TODAY)) as opened:
        yield opened


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


def test_what_a_step_would_have_to_explain_is_told_before_it_is_marked(ledger: Ledger) -> None:
    ann = ledger.contacts.add("Ann Lee")
    ask = ledger.asks.start(ann.id)
    assert ledger.asks.question(ask.id, Step.WARM) is None
    assert "before the LinkedIn request" in (ledger.asks.question(ask.id, Step.LINKEDIN) or "")
    with pytest.raises(NotAllowed, match="still to come"):
        ledger.asks.question(ask.id, Step.WARM, on=date(2026, 11, 24))


def test_a_step_is_not_corrected_into_the_future(ledger: Ledger) -> None:
    ann = ledger.contacts.add("Ann Lee")
    ask = ledger.asks.start(ann.id)
    with pytest.raises(NotAllowed, match="still to come"):
        ledger.asks.correct(ask.id, ask.steps[0].id, on=date(2026, 11, 24))
    moved = ledger.asks.correct(ask.id, ask.steps[0].id, on=date(2026, 11, 20), because=" by hand ")
    assert (moved.steps[0].on, moved.steps[0].because) == (date(2026, 11, 20), "by hand")
