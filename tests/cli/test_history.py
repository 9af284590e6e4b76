"""`recco undo`, `recco redo`, `recco log`."""

from typing import Any

import pytest


@pytest.fixture
def three(recco) -> Any:
    """Ann, Ben and Zoe, added in this order."""
    for name in ("Ann", "Ben", "Zoe"):
        recco("contact", "add", name)
    return recco


def names(recco: Any) -> list[str]:
    return [row["name"] for row in recco("contact", "list", "--json").json]


def test_undo_takes_back_one_change_at_a_time_and_says_which(three) -> None:
    assert three("undo").out == "Undone: added Zoe\n"
    assert three("undo").out == "Undone: added Ben\n"
    assert names(three) == ["Ann"]
    assert three("redo").out == "Redone: added Ben\n"
    assert names(three) == ["Ann", "Ben"]


def test_undo_goes_back_to_an_entry_of_the_log(three) -> None:
    outcome = three("undo", "--to", "1", "--json")
    assert [change["label"] for change in outcome.json] == ["added Zoe", "added Ben"]
    assert names(three) == ["Ann"]
    assert three("undo", "--to", "1").status == 1
    assert three("undo", "--to", "99").status == 1


def test_a_new_change_ends_what_could_be_redone(three) -> None:
    three("undo")
    three("contact", "add", "Eve")
    assert three("redo").status == 1


def test_the_log_is_newest_first_and_marks_what_is_undone(three) -> None:
    three("undo")
    lines = three("log").out.splitlines()
    assert [line.split()[0] for line in lines] == ["id", "3", "2", "1"]
    assert lines[1].endswith("undone")
    assert len(three("log", "--most", "2", "--json").json) == 2
    assert {row["origin"] for row in three("log", "--json").json} == {"command line"}
