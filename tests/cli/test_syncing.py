"""`recco sync` as two computers of one user type it."""

from pathlib import Path

import pytest

from tests.classroom.conftest import postgres_place, postgres_port

__all__ = ["postgres_place", "postgres_port"]
pytest.importorskip("apsw")


class Computer:
    """One of the user's computers, with a file of its own."""

    def __init__(self, recco, folder: Path) -> None:
        folder.mkdir()
        self.file = folder / "recco.db"
        self._recco = recco

    def __call__(self, *words: str):
        return self._recco(*words, db=self.file)


@pytest.fixture
def computers(recco, tmp_path: Path) -> tuple[Computer, Computer]:
    laptop, desk = (Computer(recco, tmp_path / name) for name in ("laptop", "desk"))
    laptop("contact", "add", "Ann Lee")
    return laptop, desk


@pytest.fixture
def place(tmp_path: Path) -> str:
    (tmp_path / "shared").mkdir()
    return str(tmp_path / "shared")


def test_two_computers_through_a_folder(computers, place: str) -> None:
    laptop, desk = computers
    assert laptop("sync", place).out == f"Sent 1 change to {place}.\n"
    came = desk("sync", place)
    assert came.out.startswith("Received 1 change from ")
    assert came.out.endswith("'recco undo' undoes what was received.\n")
    assert desk("sync").out == "Already in sync.\n"
    assert "synced: 1 change from " in desk("log").out
    assert desk("undo").status == 0
    assert desk("contact", "show", "Ann").status != 0


def test_what_lost_is_shown(computers, place: str) -> None:
    laptop, desk = computers
    for computer in (laptop, desk):
        computer("sync", place)
    for computer, note in ((laptop, "from the laptop"), (desk, "from the desk")):
        computer("contact", "edit", "Ann", "--note", note)
    laptop("sync")
    assert "A sync would send 1 change and receive 0 changes." in desk("sync", "--status").out
    said = desk("sync").out
    assert "Ann Lee: the note was changed on two computers." in said
    assert "  kept: “from the laptop”\n" in said
    (kept,) = desk("sync", "--kept", "--json").json
    assert (kept["field"], kept["lost"], kept["stays"]) == (
        "note",
        "from the laptop",
        "from the desk",
    )
    assert desk("sync", "--json").json["received"] == 0


def test_before_the_first_time(computers) -> None:
    laptop, _ = computers
    assert laptop("sync", "--status").out == "No sync place yet. 'recco sync FOLDER' sets one.\n"
    refused = laptop("sync")
    assert refused.status == 2
    assert "No sync place yet. Name a folder your computers share" in refused.err
    assert (
        laptop("sync", "--kept").out == "No conflicts: no two computers changed the same field.\n"
    )


def test_through_the_postgresql_of_a_class(computers, recco, postgres_place: str, tmp_path) -> None:
    laptop, desk = computers
    coach = Computer(recco, tmp_path / "coach")
    coach("class", "create", postgres_place, "Spring", "--as", "Cora Diaz")
    (invited,) = coach("class", "invite", "Maria Silva", "--json").json
    place = invited["place"]
    refused = laptop("sync", place, "--yes")
    assert refused.status == 1
    assert f"You are in no class at {place}." in refused.err
    for computer in computers:
        computer("class", "join", place, invited["token"])
    asked = laptop("sync", place)
    assert asked.status == 1
    assert "Whoever owns that database, such as your coach, can read it." in asked.err
    assert laptop("sync", place, "--yes").out == f"Sent 1 change to {place}.\n"
    assert desk("sync", place, "--yes").out.startswith("Received 1 change from ")
    assert laptop("sync").out == "Already in sync.\n"
    secret = invited["token"].partition(".")[2]
    assert secret.encode() not in laptop.file.read_bytes()
