from dataclasses import replace

import pytest

from recco_tui.core.missing_kinds import shortlist, shortlist_words, whom_to_ask, whom_to_write_for
from recco_tui.core.models import Contact
from recco_tui.core.relationships import Kind
from tests.core.scenes import (
    CLAIRE,
    EVERYBODY,
    JOHN,
    KATRINA,
    RACHEL,
    RODRIGO,
    TODAY,
    ask,
    ended,
    given,
    received,
    scene,
)


def people(*facts, pinned=(), contacts=EVERYBODY):
    marked = tuple(c._replace(pinned_on=TODAY) if c in pinned else c for c in contacts)
    return replace(scene(*facts), contacts=marked).people


def words(*facts, **more):
    return shortlist_words(shortlist(people(*facts, **more), 1))


@pytest.mark.parametrize(
    ("facts", "pinned", "said"),
    [
        ((), EVERYBODY, ""),
        ((), (JOHN, KATRINA, CLAIRE), "no client yet: Rachel Stein could"),
        ((), (JOHN, KATRINA), "no manager or client yet: Claire Dubois could"),
        ((received(RACHEL, 9), received(CLAIRE, 9)), (JOHN, KATRINA), ""),
        ((ask(RACHEL, "declined 3"),), (JOHN, KATRINA, CLAIRE), "no client yet"),
        ((ask(RACHEL, "warm 3"),), (JOHN, KATRINA, CLAIRE), "no client yet"),
    ],
    ids=["full", "one missing", "two missing", "already theirs", "declined", "asked already"],
)
def test_the_line_names_the_missing_kinds_and_who_could(facts, pinned, said):
    assert words(*facts, pinned=pinned) == said


def test_a_shared_project_comes_first_among_those_who_could():
    by_kind = {one.kind: one for one in shortlist(people(ended(9, RODRIGO)), 1)}
    assert [p.contact for p in by_kind[Kind.PEER].candidates] == [RODRIGO, JOHN]


def test_who_is_pinned_without_a_kind_is_listed_but_covers_none():
    mystery = Contact(9, "Mo Unknown")
    listed = shortlist(people(contacts=(*EVERYBODY, mystery), pinned=(mystery,)), 1)
    assert [p.contact.id for p in listed[-1].pinned] == [9]
    assert all(one.is_missing for one in listed[:-1])


def test_no_one_pinned_leaves_the_unknown_out():
    assert len(shortlist(people(contacts=(*EVERYBODY, Contact(9, "Mo"))), 1)) == 4


def test_the_shortlist_is_asked_before_the_latest_project():
    first = whom_to_ask(people(ended(2, RODRIGO), pinned=(KATRINA,)))
    assert [one.contact.id for one in first[:2]] == [KATRINA.id, RODRIGO.id]


def test_who_wrote_is_written_for_before_the_latest_project():
    first = whom_to_write_for(people(ended(2, RODRIGO), received(JOHN, 300)))
    assert [one.contact for one in first] == [JOHN, RODRIGO]


def test_no_one_is_offered_twice_what_was_done():
    those = people(ended(2, RODRIGO, JOHN), given(RODRIGO, 9), received(JOHN, 9))
    assert RODRIGO not in [one.contact for one in whom_to_write_for(those)]
    assert JOHN not in [one.contact for one in whom_to_ask(those)]


@pytest.mark.parametrize(
    ("wanted", "facts", "said"),
    [
        (0, (), ""),
        (1, (received(RACHEL, 9),), ""),
        (2, (received(RACHEL, 9),), "no other client yet"),
    ],
)
def test_the_shortlist_asks_for_as_many_of_a_kind_as_the_settings_say(wanted, facts, said):
    client = [one for one in shortlist(people(*facts), wanted) if one.kind is Kind.CLIENT]
    assert shortlist_words(client) == said
