"""People: what is theirs alone, and two that turn out to be one."""

import pytest

from recco_tui.core.errors import ChangedElsewhere, NotAllowed, NothingFound
from recco_tui.core.models import Contact, MomentKind
from recco_tui.core.relationships import Kind, Relationship
from recco_tui.ledger.ledger import Ledger
from tests.ledger.rows import content, opened

ADDRESS = "https://www.linkedin.com/in/ann"


def test_an_address_belongs_to_one_person(ledger: Ledger) -> None:
    ann = ledger.contacts.add("Ann Lee", url=ADDRESS)
    with pytest.raises(NotAllowed, match="Ann Lee already has this LinkedIn address"):
        ledger.contacts.add("Bo Ray", url=ADDRESS)
    assert ledger.contacts.edit(ann.id, {"url": ADDRESS, "company": "Acme"}).company == "Acme"
    assert [contact.name for contact in ledger.contacts.every()] == ["Ann Lee"]


def test_a_relationship_implies_the_kind_and_wins_over_it(ledger: Ledger, ann: Contact) -> None:
    ledger.contacts.set_kind([ann.id], Kind.CLIENT, Relationship.STUDIED_TOGETHER)
    sorted_in = ledger.contacts.get(ann.id)
    assert (sorted_in.kind, sorted_in.relationship) == (Kind.PEER, Relationship.STUDIED_TOGETHER)


def test_merging_keeps_one_and_all_that_is_tied(ledger: Ledger, ann: Contact) -> None:
    same = ledger.contacts.add("Ann L.")
    ledger.moments.add(same.id, MomentKind.WIN, "fixed the build")
    ledger.contacts.merge(ann.id, same.id)
    assert [moment.text for moment in ledger.moments.of(ann.id)] == ["fixed the build"]
    assert [contact.id for contact in ledger.contacts.every()] == [ann.id]
    with pytest.raises(NothingFound):
        ledger.contacts.get(same.id)


def test_one_is_not_merged_with_itself(ledger: Ledger, ann: Contact) -> None:
    with pytest.raises(NotAllowed, match="itself"):
        ledger.contacts.merge(ann.id, ann.id)


def test_the_answers_of_an_import_follow_a_merged_contact(ledger: Ledger, ann: Contact) -> None:
    other = ledger.contacts.add("A. Lee")
    with opened(ledger) as connection:
        connection.execute(
            "INSERT INTO import_answers (question, answer) VALUES ('who:ann', ?)", (f"#{other.id}",)
        )
    ledger.contacts.merge(ann.id, other.id)
    assert [row["answer"] for row in content(ledger)["import_answers"]] == [f"#{ann.id}"]
    ledger.log.undo()
    assert [row["answer"] for row in content(ledger)["import_answers"]] == [f"#{other.id}"]


def test_a_moment_edited_elsewhere_meanwhile_is_not_overwritten(
    ledger: Ledger, ann: Contact
) -> None:
    ledger.moments.add(ann.id, MomentKind.WIN, "fixed it")
    seen = ledger.moments.get(1)
    ledger.moments.edit(1, {"text": "fixed it twice"})
    with pytest.raises(ChangedElsewhere):
        ledger.moments.edit(1, {"text": "broke it"}, seen)
    assert ledger.moments.get(1).text == "fixed it twice"


def test_a_name_that_is_typed_is_not_looked_for_in_notes(ledger: Ledger, ann: Contact) -> None:
    ledger.contacts.edit(ann.id, {"note": "works with Bo Ray", "former_names": "Ann Oh"})
    assert ledger.contacts.matching("bo ray") == ()
    assert ledger.contacts.named("Bo Ray") is None
    assert [one.id for one in ledger.contacts.matching("ann o")] == [ann.id]
    assert [row.id for row in ledger.board.filtered("bo ray")] == [ann.id]
