"""Projects with their members."""

from datetime import date

import pytest

from recco_tui.core.errors import NotAllowed
from recco_tui.core.models import Joining
from recco_tui.ledger.ledger import Ledger


def test_one_with_new_members_is_one_change(ledger: Ledger) -> None:
    ledger.projects.add("App", members=[Joining("Ann Lee"), Joining("Bo Ray")])
    assert len(ledger.contacts.every()) == 2
    ledger.log.undo()
    assert ledger.contacts.every() == ()
    assert ledger.projects.every() == ()


def test_an_end_before_the_start_is_refused(ledger: Ledger) -> None:
    with pytest.raises(NotAllowed, match="is before the start"):
        ledger.projects.add("App", started_on=date(2026, 11, 22), ended_on=date(2026, 11, 1))
    app = ledger.projects.add("App", started_on=date(2026, 11, 22))
    with pytest.raises(NotAllowed, match="is before the start"):
        ledger.projects.end(app.id, date(2026, 11, 1))
