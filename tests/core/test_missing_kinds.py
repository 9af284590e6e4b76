"""One of each kind: who covers it and who could."""

from recco_tui.core.missing_kinds import kind_statuses, recommenders_without_kind
from recco_tui.core.models import Contact, Status
from recco_tui.core.relationships import KNOWN_KINDS, Kind
from tests.core.scenes import CLAIRE, JOHN, KATRINA, ago, ask, ended, received, scene


def covered(*things, wanted=1):
    return {one.kind: one for one in kind_statuses(scene(*things).people, wanted)}


def names(people):
    return [person.contact.name for person in people]


def test_the_four_kinds_stand_in_their_order():
    assert [one.kind for one in kind_statuses(scene().people, 1)] == list(KNOWN_KINDS)


def test_a_counted_text_covers_a_kind():
    kinds = covered(received(KATRINA, 9, 1), received(CLAIRE, 9, 2, status=Status.WITHDRAWN))
    assert names(kinds[Kind.MENTOR].recommended_by) == ["Katrina Moss"]
    assert not kinds[Kind.MENTOR].is_missing
    assert kinds[Kind.MANAGER].is_missing
    assert covered(received(KATRINA, 9), wanted=2)[Kind.MENTOR].is_missing
    assert not covered(wanted=0)[Kind.CLIENT].is_missing


def test_candidates_share_projects_first_then_the_shortlist_then_the_latest():
    ada, ben, cleo, dan = (
        Contact(10 + i, name, kind=Kind.MANAGER)
        for i, name in enumerate(["Ada", "Ben", "Cleo", "Dan"])
    )
    kinds = covered(
        ada,
        ben,
        cleo._replace(pinned_on=ago(1)),
        dan._replace(pinned_on=ago(1)),
        ended(400, ben, dan, number=1),
        ended(100, CLAIRE, number=2),
        ended(None, ben, number=3),
    )
    assert names(kinds[Kind.MANAGER].candidates) == ["Dan", "Claire Dubois", "Ben", "Cleo", "Ada"]


def test_who_wrote_declined_or_is_being_asked_is_no_candidate():
    for thing in (
        received(CLAIRE, 9),
        ask(CLAIRE, "warm 9", "declined 2"),
        ask(CLAIRE, "drafted 2"),
        CLAIRE._replace(archived_on=ago(1)),
    ):
        assert covered(thing)[Kind.MANAGER].candidates == ()
    assert names(covered(ask(CLAIRE, "warm 40", "closed 2"))[Kind.MANAGER].candidates) == [
        "Claire Dubois"
    ]


def test_recommenders_of_unknown_kind_are_counted():
    stranger = JOHN._replace(kind=Kind.UNKNOWN)
    assert recommenders_without_kind(scene(stranger, received(JOHN, 9)).people) == 1
    assert recommenders_without_kind(scene(received(JOHN, 9)).people) == 0
