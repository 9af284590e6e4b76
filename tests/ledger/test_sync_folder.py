"""What lies in the shared folder is read when it is whole, understood and of recco."""

from pathlib import Path

import pytest

from recco_tui.classroom.carriers import class_carrier
from recco_tui.core.errors import DataError, NotAllowed, NothingFound, UsageError
from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock
from recco_tui.storage import merged_ledger
from recco_tui.storage.sync_place import SyncFolder
from tests.ledger.machines import TODAY, forged, machines, two
from tests.new_file import new_file

__all__ = ["machines", "two"]


def test_a_file_still_being_carried_is_left_until_it_is_whole(machines, two) -> None:
    laptop, desk = two
    laptop.contacts.edit(1, {"company": "Acme"})
    machines.sync(laptop)
    newest = max(machines.files(), key=lambda file: file.name)
    content = newest.read_bytes()
    newest.write_bytes(content[:-9])
    (outcome,) = machines.sync(desk)
    assert (outcome.brought, outcome.waiting) == (0, 1)
    newest.write_bytes(content)
    (outcome,) = machines.sync(desk)
    assert (outcome.brought, outcome.waiting) == (1, 0)


def test_what_comes_after_something_missing_waits_for_it(machines, two) -> None:
    laptop, desk = two
    for company in ("Acme", "Initech"):
        laptop.contacts.edit(1, {"company": company})
        machines.sync(laptop)
    second = next(file for file in machines.files() if file.name.startswith("000002"))
    content = second.read_bytes()
    second.unlink()
    (outcome,) = machines.sync(desk)
    assert (outcome.brought, outcome.waiting) == (0, 1)
    second.write_bytes(content)
    assert machines.sync(desk)[0].brought == 1
    assert desk.contacts.get(1).company == "Initech"


def test_a_folder_that_could_not_be_written_gets_it_with_the_next_sync(machines, two) -> None:
    laptop, desk = two
    laptop.contacts.edit(1, {"company": "Acme"})
    (folder,) = machines.place.iterdir()
    moved = folder.rename(machines.folder / "moved")
    folder.write_text("in the way")
    with pytest.raises(DataError, match="the next 'recco sync' sends them"):
        machines.sync(laptop)
    folder.unlink()
    moved.rename(folder)
    machines.sync(laptop, desk)
    assert desk.contacts.get(1).company == "Acme"


def test_a_newer_recco_s_changes_wait_and_the_rest_is_done(machines, two) -> None:
    laptop, desk = two
    newer = forged(laptop, b"", schema="m999_to_come")
    machines.bring(newer)
    desk.contacts.edit(1, {"company": "Acme"})
    machines.sync(desk)
    (outcome,) = machines.sync(laptop)
    assert outcome.brought == 1
    assert outcome.refusal == (
        "desk has a newer recco. Update recco here; until then those changes wait in "
        f"{machines.place}."
    )


def test_what_recco_never_wrote_is_not_taken_in(machines, two, tmp_path: Path) -> None:
    laptop, _ = two
    forgeries = [
        forged(laptop, b"no changeset at all"),
        forged(laptop, b"", machine="../../x"),
        forged(laptop, b"", clock=2**63),
    ]
    for number, batch in enumerate(forgeries):
        folder = machines.place / f"recco-{number}"
        folder.mkdir()
        (folder / f"000001-{batch.id}.recco-sync").write_bytes(batch.content)
    (outcome,) = machines.sync(laptop)
    assert (outcome.brought, outcome.waiting) == (0, 3)
    assert not (tmp_path / "x").exists()


def test_a_folder_must_be_named_and_be_there(machines) -> None:
    laptop = machines.open("laptop")
    with pytest.raises(NothingFound, match="Name a folder your computers share"):
        laptop.sync.carrier("", class_carrier)
    with pytest.raises(NotAllowed, match="There is no folder"):
        laptop.sync.sync(laptop.sync.carrier(str(machines.place / "typo"), class_carrier))
    assert laptop.sync.place == ""


def test_the_place_is_remembered(machines, two) -> None:
    laptop, _ = two
    assert laptop.sync.carrier("", class_carrier).name == str(machines.place)


def test_without_the_extra_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merged_ledger, "find_spec", lambda _name: None)
    with (
        Ledger(new_file(tmp_path / "recco.db"), Clock(TODAY), "test") as ledger,
        pytest.raises(UsageError, match=r"pip install 'recco-tui\[sync\]'"),
    ):
        ledger.sync.sync(SyncFolder(tmp_path))
