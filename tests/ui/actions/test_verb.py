"""Verbs are values: a view lists them, and its keys are made from that list."""

import pytest
from textual.binding import Binding

from recco_tui.ui import dialogs
from recco_tui.ui.actions.people import SHORTLIST, pin, waive_or_dismiss
from recco_tui.ui.actions.shared import WITH_ALERTS
from recco_tui.ui.screen import ReccoScreen


class ListScreen(ReccoScreen):
    VERBS = (waive_or_dismiss, pin, SHORTLIST, waive_or_dismiss.but(id="dismiss", label="Dismiss"))
    BINDINGS = [Binding("S,escape", "leave", "Leave", id="leave")]


def test_what_stands_later_under_a_key_takes_the_place_of_what_stands_before() -> None:
    ids = [one.id for one in ListScreen.BINDINGS if isinstance(one, Binding)]
    assert ids == ["dismiss", "contact.pin", "leave"]


def test_a_verb_changed_for_one_view_stays_what_it_is_elsewhere() -> None:
    changed = pin.but(key="space", footer=True)
    assert (changed.binding().key, changed.binding().show) == ("space", True)
    assert (pin.binding().key, pin.binding().show) == ("asterisk", False)


def test_no_two_shared_verbs_are_on_one_key() -> None:
    assert len({verb.key for verb in WITH_ALERTS}) == len({verb.id for verb in WITH_ALERTS})
    assert len({verb.id for verb in WITH_ALERTS}) == len(WITH_ALERTS)


@pytest.mark.parametrize("name", dialogs.NAMES)
def test_every_dialog_is_found_by_its_name(name: str) -> None:
    assert getattr(dialogs, name).__name__ == name


def test_there_is_no_dialog_of_another_name() -> None:
    with pytest.raises(AttributeError, match="Nothing"):
        dialogs.Nothing  # noqa: B018
