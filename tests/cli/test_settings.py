import pytest

from recco_tui.core.when import use_date_style
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


@pytest.mark.parametrize(
    ("style", "echoed", "due", "put_off"),
    [
        ("day", "Fri 20 Nov", "by 2 Dec", "30 Nov"),
        ("month", "Fri Nov 20", "by Dec 2", "Nov 30"),
        ("iso", "Fri 11-20", "by 12-02", "11-30"),
    ],
)
def test_commands_write_dates_in_the_style_that_is_set(
    recco: Recco, style: str, echoed: str, due: str, put_off: str, request: pytest.FixtureRequest
) -> None:
    request.addfinalizer(lambda: use_date_style("day"))
    recco("settings", "set", "date_style", style)
    recco("contact", "add", "Ann Lee")
    assert echoed in recco("moment", "add", "Ann Lee", "fixed it", "--on", "nov 20").out
    recco("promise", "Ann Lee")
    assert due in recco("today").out
    assert due in recco("today", "--json").json[0]["why"]
    assert put_off in recco("snooze", "Ann Lee", "--until", "nov 30").out


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("moment add Ann won --on blue", "try yesterday, last Friday, 3 days ago, {past}"),
        ("promise Ann --due blue", "try Friday, in 2 weeks, end of month, {coming}"),
        ("project add X --ended 4th", "That can be {fourth}"),
        ("goal add ask --by yesterday", "{yesterday} is in the past"),
        ("restore --at tomorrow", "{tomorrow}, 23:59 is in the future"),
    ],
)
@pytest.mark.parametrize(
    ("style", "days"),
    [
        ("day", "20 Nov,7 Dec,Wed 4 Nov,Sun 22 Nov,Tue 24 Nov"),
        ("month", "Nov 20,Dec 7,Wed Nov 4,Sun Nov 22,Tue Nov 24"),
    ],
)
def test_a_refused_date_is_answered_in_the_style_that_is_set(
    recco: Recco, command: str, said: str, style: str, days: str, request: pytest.FixtureRequest
) -> None:
    request.addfinalizer(lambda: use_date_style("day"))
    recco("settings", "set", "date_style", style)
    use_date_style("iso")  # as of another program: this one has not opened the file yet
    names = ("past", "coming", "fourth", "yesterday", "tomorrow")
    refused = recco(*command.split())
    assert refused.status == 2
    assert said.format(**dict(zip(names, days.split(","), strict=True))) in refused.err


def test_all_words_of_a_search_must_be_there(recco: Recco) -> None:
    names = {row["name"] for row in recco("settings", "list", "at once", "ASKS", "--json").json}
    assert "open_asks" in names
    assert len(names) < 10
    assert recco("settings", "list", "asks", "nonsense").out == (
        "No setting matches 'asks nonsense'.\n"
    )
