import pytest

from tests.cli.conftest import Recco


def test_all_are_listed_with_reasons_and_defaults(recco: Recco) -> None:
    listed = recco("settings", "--json").json
    assert len(listed) > 40
    assert all(one["reason"] and one["value"] == one["default"] for one in listed)
    assert "open_asks" in recco("settings").out


def test_one_is_changed_used_reset_and_undone(recco: Recco) -> None:
    assert recco("settings", "set", "open_asks", "6").out == (
        "Open asks at once: 6 asks (default: 4 asks)\n"
    )
    assert "6 asks *" in recco("settings", "list", "open_asks").out
    assert recco("settings", "reset", "open_asks").out == "Open asks at once: 4 asks\n"
    recco("undo")
    (row,) = recco("settings", "list", "open_asks", "--json").json
    assert (row["value"], row["default"], row["changed"]) == ("6", "4", True)


def test_all_are_reset_as_one_change(recco: Recco) -> None:
    recco("settings", "set", "open_asks", "6")
    recco("settings", "set", "theme", "light")
    assert recco("settings", "reset", "--all", "--json").json == {"reset": 2}
    assert not any(one["changed"] for one in recco("settings", "--json").json)
    recco("undo")
    assert sum(one["changed"] for one in recco("settings", "--json").json) == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("set", "open_asks", "many"), "'many' is not a number from 1 to 20"),
        (("set", "first_nudge_days", "14"), "must be below"),
        (("set", "colour", "red"), "no setting 'colour'"),
        (("reset",), "--all"),
        (("reset", "theme", "--all"), "--all"),
    ],
)
def test_an_invalid_value_is_refused_in_one_line_and_changes_nothing(
    recco: Recco, words: tuple[str, ...], said: str
) -> None:
    outcome = recco("settings", *words)
    assert outcome.status == 2
    assert said in outcome.err
    assert outcome.err.count("\n") == 1
    assert not any(one["changed"] for one in recco("settings", "--json").json)


def test_all_words_of_a_search_must_be_there(recco: Recco) -> None:
    names = {row["name"] for row in recco("settings", "list", "at once", "ASKS", "--json").json}
    assert "open_asks" in names
    assert len(names) < 10
    assert recco("settings", "list", "asks", "nonsense").out == (
        "No setting matches 'asks nonsense'.\n"
    )
