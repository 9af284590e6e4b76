"""Two machines of one user end with the same, lose nothing, and say where they differed."""

import shutil
import sqlite3

import pytest

from recco_tui.core.models import Direction, MomentKind, TextKind
from recco_tui.storage import merging
from recco_tui.storage.sync_place import SyncFolder
from tests.drafts import open_draft
from tests.e2e import sync as interleavings
from tests.ledger.machines import TODAY, forged, machines, tables, two

__all__ = ["machines", "two"]


@pytest.mark.parametrize("first", range(0, 200, 25))
def test_any_order_of_verbs_and_syncs_ends_in_the_same_ledger(first: int) -> None:
    """`python -m tests.e2e.sync --tries 10000` tries more of them."""
    pytest.importorskip("apsw")
    empty = interleavings.template()
    for seed in range(first, first + 25):
        interleavings.interleave(seed, empty)
    shutil.rmtree(empty.parent)


def test_what_one_machine_wrote_is_on_the_other_as_one_change(machines, two) -> None:
    laptop, desk = two
    laptop.moments.add(1, MomentKind.WIN, "fixed the flaky test")
    laptop.contacts.edit(1, {"company": "Acme"})
    (sent, brought) = machines.sync(laptop, desk)
    assert (sent.sent, sent.brought, brought.sent, brought.brought) == (2, 0, 0, 2)
    assert tables(laptop) == tables(desk)
    assert desk.last_change is not None
    assert desk.last_change.label.startswith("synced: 2 changes from ")
    assert machines.sync(desk)[0].sentences == ("Already in sync.",)


def test_undo_takes_back_what_came_and_the_next_sync_takes_it_back_everywhere(
    machines, two
) -> None:
    laptop, desk = two
    laptop.contacts.edit(1, {"company": "Acme"})
    machines.sync(laptop, desk)
    desk.log.undo()
    assert desk.contacts.get(1).company == ""
    machines.sync(desk, laptop)
    assert laptop.contacts.get(1).company == ""
    laptop.log.undo()
    machines.sync(laptop, desk)
    assert laptop.contacts.get(1).company == desk.contacts.get(1).company == "Acme"


def test_two_fields_of_a_person_go_together(machines, two) -> None:
    laptop, desk = two
    laptop.contacts.edit(1, {"company": "Acme"})
    desk.contacts.edit(1, {"note": "met at work"})
    outcomes = machines.sync(laptop, desk, laptop)
    assert not any(outcome.kept for outcome in outcomes)
    ann = laptop.contacts.get(1)
    assert (ann.company, ann.note) == ("Acme", "met at work")
    assert tables(laptop)["contacts"][0]["search"] == "ann lee acme \nmet at work"
    assert tables(laptop) == tables(desk)


def test_of_one_field_the_later_stays_and_the_other_is_kept(machines, two) -> None:
    laptop, desk = two
    laptop.contacts.edit(1, {"note": "from the laptop"})
    desk.contacts.edit(1, {"note": "from the desk"})
    machines.sync(laptop)
    (said,) = machines.sync(desk)[0].kept
    assert said.sentence.startswith("Ann Lee: the note was changed on two computers. The one from ")
    assert (said.value.lost, said.value.stays) == ("from the laptop", "from the desk")
    machines.sync(laptop)
    assert laptop.sync.kept() == desk.sync.kept() == (said,)
    assert laptop.contacts.get(1).note == "from the desk"


def test_a_text_that_lost_is_among_its_versions(machines, two) -> None:
    laptop, desk = two
    text = laptop.recommendations.add(1, Direction.RECEIVED, "Great.")
    draft = open_draft(laptop, 1, TextKind.RECOMMENDATION)
    machines.sync(laptop, desk)
    for ledger in two:
        ledger.recommendations.rewrite(text.id, f"Written in {ledger.path.parent.name}.")
        ledger.drafts.save(draft.id, f"Typed in {ledger.path.parent.name}.", "")
    machines.sync(laptop, desk, laptop)
    for ledger in two:
        assert ledger.recommendations.get(text.id).text == "Written in desk."
        assert ledger.drafts.get(draft.id).text == "Typed in desk."
        versions = [version.text for version in ledger.drafts.versions(draft.id)]
        assert "Typed in laptop." in versions
        kept = tables(ledger)["recommendation_versions"]
        assert "Written in laptop." in [row["text"] for row in kept]


@pytest.mark.parametrize("removed_first", [True, False])
def test_what_was_removed_here_and_changed_there_stays(machines, two, removed_first) -> None:
    laptop, desk = two
    laptop.contacts.remove([1])
    desk.moments.add(1, MomentKind.WIN, "fixed the flaky test")
    desk.contacts.edit(1, {"note": "still here"})
    order = (laptop, desk) if removed_first else (desk, laptop)
    outcomes = machines.sync(*order, order[0])
    assert laptop.contacts.get(1).note == "still here"
    assert laptop.moments.of(1)
    assert tables(laptop) == tables(desk)
    said = [line.sentence for outcome in outcomes for line in outcome.kept]
    assert "Ann Lee: removed on one computer and changed on another. It stays." in said


def test_machines_that_were_strangers_know_the_same_people_once(machines) -> None:
    laptop, desk = machines.open("laptop"), machines.open("desk")
    for ledger in (laptop, desk):
        ledger.contacts.add(f"Only {ledger.path.parent.name}")
        ann = ledger.contacts.add("Ann Lee", url="linkedin.com/in/ann")
        ledger.recommendations.add(ann.id, Direction.RECEIVED, "She is great.", on=TODAY)
        ledger.moments.add(ann.id, MomentKind.WIN, f"seen on the {ledger.path.parent.name}")
    machines.sync(laptop, desk, laptop)
    assert tables(laptop) == tables(desk)
    names = sorted(person.name for person in laptop.contacts.every())
    assert names == ["Ann Lee", "Only desk", "Only laptop"]
    (ann,) = laptop.contacts.matching("ann", 9)
    assert len(laptop.moments.of(ann.id)) == 2
    assert laptop.recommendations.balance(ann.id).received == 1


def test_ids_of_two_machines_never_meet_and_grow_with_what_is_known(machines, two) -> None:
    laptop, desk = two
    seen = {1}
    for _ in range(3):
        for ledger in two:
            highest = max(person.id for person in ledger.contacts.every())
            new = ledger.contacts.add("Bo Ray").id
            assert new > highest
            assert new not in seen
            seen.add(new)
        machines.sync(laptop, desk, laptop)
    assert {person.id for person in desk.contacts.every()} == seen


def test_a_copied_file_is_a_machine_of_its_own(machines, two) -> None:
    laptop, _ = two
    laptop.checkpoint()
    copy = machines.open("copy", copied_from="laptop")
    ours, theirs = laptop.contacts.add("Bo Ray"), copy.contacts.add("Cy Fox")
    assert ours.id == theirs.id
    outcomes = machines.sync(laptop, copy, laptop)
    assert [outcome.is_new_machine for outcome in outcomes] == [False, True, False]
    assert "This file was copied from another computer." in outcomes[1].sentences[0]
    assert sorted(person.name for person in copy.contacts.every()) == [
        "Ann Lee",
        "Bo Ray",
        "Cy Fox",
    ]
    assert tables(laptop) == tables(copy)
    assert laptop.contacts.add("Di Ash").id != copy.contacts.add("Ed Elm").id


def test_a_snapshot_that_was_put_back_is_brought_up_to_date(machines, two) -> None:
    laptop, desk = two
    snapshot = laptop.path.parent / "old.db"
    laptop.checkpoint()
    shutil.copy(laptop.path, snapshot)
    laptop.contacts.edit(1, {"company": "Acme"})
    desk.contacts.edit(1, {"note": "met at work"})
    machines.sync(laptop, desk, laptop)
    laptop.restore(snapshot)
    assert laptop.contacts.get(1).company == ""
    machines.sync(laptop, desk)
    assert laptop.contacts.get(1).company == "Acme"
    assert tables(laptop) == tables(desk)


def test_settings_that_name_a_program_or_a_file_stay_where_they_are(machines, two) -> None:
    laptop, desk = two
    laptop.settings.set("editor", "vim")
    laptop.settings.set("open_asks", "6")
    desk.settings.set("editor", "nano")
    machines.sync(laptop, desk, laptop)
    assert (laptop.settings.preference("editor"), desk.settings.preference("editor")) == (
        "vim",
        "nano",
    )
    assert laptop.settings.policy.open_asks == desk.settings.policy.open_asks == 6
    # Not even from a changeset written by hand.
    merger = merging.Merger(machines.open("stranger")._database.connection)
    merger._db.execute("INSERT INTO open_file.settings VALUES (77, 'calendar_file', '/etc/passwd')")
    machines.bring(forged(laptop, merger.own_changes()))
    machines.sync(laptop)
    assert laptop.settings.preference("calendar_file") == ""


def test_status_writes_nothing_and_says_what_would_come(machines, two) -> None:
    laptop, desk = two
    laptop.contacts.edit(1, {"company": "Acme"})
    machines.sync(laptop)
    desk.contacts.edit(1, {"note": "met at work"})
    before = desk.data_version, desk.own_writes
    status = desk.sync.status(SyncFolder(machines.place))
    assert (status.place, status.to_send, status.to_bring) == (str(machines.place), 1, 1)
    assert (desk.data_version, desk.own_writes) == before


def test_the_day_s_snapshot_is_taken_before_anything_comes(machines, two) -> None:
    _, desk = two
    (snapshot,) = (desk.path.parent / "snapshots").glob("*-daily.db")
    with sqlite3.connect(snapshot) as connection:
        assert connection.execute("SELECT count(*) FROM contacts").fetchone() == (0,)
    connection.close()
