"""Whom one owes: who waits leads, what is recent comes next, what is long ago last; and letting go."""

from pathlib import Path

import pytest

MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
    "SUBJECT,CONTENT,FOLDER\n"
)
LINK = "https://www.linkedin.com/recs/give?requestId=1"


def _received(recco, folder: Path, name: str, on: str, *more: str) -> None:
    if recco("contact", "show", name).status:
        recco("contact", "add", name)
    file = folder / "text.txt"
    file.write_text(f"{name} wrote this one for me, and it is a text of their own.")
    recco("recommendation", "add", name, "received", str(file), "--on", on, *more)


@pytest.fixture
def owing(recco, tmp_path: Path):
    """Debts of fourteen years, of eight, of two months and of five days, and one who waits."""
    _received(recco, tmp_path, "Old Oak", "2012-05-02")
    _received(recco, tmp_path, "Elm Ash", "2018-05-02", "--status", "hidden")
    _received(recco, tmp_path, "Di Fox", "2026-09-20")
    _received(recco, tmp_path, "Cy Poe", "2026-11-18")
    recco("contact", "add", "Fay Ito")
    recco("request", "add", "Fay Ito")
    return recco


def test_owed_board_and_today_have_one_order(owing) -> None:
    order = ["Fay Ito", "Di Fox", "Cy Poe", "Elm Ash", "Old Oak"]
    assert [debt["contact"] for debt in owing("owed", "--json").json] == order
    assert [row["name"] for row in owing("board", "--json").json] == order
    today = owing("today", "--json").json
    assert [one["contact"] for one in today if one["action"] in ("answer", "write")] == order
    shown = owing("owed").out
    assert shown.startswith("Recent: 3\n")
    assert [shown.index(name) for name in order] == sorted(shown.index(name) for name in order)
    assert shown.index("Cy Poe") < shown.index("Long ago: 2") < shown.index("Elm Ash")


def test_a_hidden_text_is_marked(owing) -> None:
    by_name = {debt["contact"]: debt for debt in owing("owed", "--json").json}
    assert by_name["Elm Ash"]["hidden"] == 1
    assert by_name["Old Oak"]["hidden"] == 0
    assert "nothing given back yet (hidden)" in owing("owed").out


def test_old_debts_are_waived_in_one_step(owing) -> None:
    waived = owing("contact", "waive", "--before", "2020-01-01", "--because", "long ago")
    assert "Old Oak" in waived.out
    assert "Elm Ash" in waived.out
    left = [debt["contact"] for debt in owing("owed", "--json").json]
    assert left == ["Fay Ito", "Di Fox", "Cy Poe"]
    (waiver,) = owing("contact", "show", "Old Oak", "--json").json["waivers"]
    assert (waiver["count"], waiver["because"]) == (1, "long ago")
    owing("undo")
    assert len(owing("owed", "--json").json) == 5


def test_only_what_is_from_before_the_day_is_waived(owing, tmp_path: Path) -> None:
    _received(owing, tmp_path, "Old Oak", "2026-10-02")
    owing("contact", "waive", "Old Oak", "--before", "2020-01-01")
    by_name = {debt["contact"]: debt for debt in owing("owed", "--json").json}
    assert by_name["Old Oak"]["owe"] == 1
    assert by_name["Old Oak"]["since"] == "2026-10-02"
    assert "Elm Ash" in by_name


def test_there_may_be_nothing_to_waive(owing) -> None:
    nothing = owing("contact", "waive", "--before", "2001-01-01")
    assert (nothing.status, nothing.out) == (1, "")
    assert nothing.err == "recco: Nothing is owed for texts from before Mon 1 Jan 2001.\n"
    assert owing("contact", "waive").status == 2
    assert owing("contact", "square", "Di Fox").status == 0  # the former name


def test_who_asked_long_ago_by_hand_leads_and_can_be_let_go(owing) -> None:
    owing("contact", "add", "Gus Yew")
    owing("request", "add", "Gus Yew", "--on", "2026-09-22")
    first, *_ = owing("today", "--json").json
    assert (first["action"], first["contact"]) == ("answer", "Gus Yew")
    assert owing("owed", "--json").json[0]["contact"] == "Gus Yew"
    owing("request", "close", "Gus Yew", "--because", "she found someone else")
    assert all(debt["contact"] != "Gus Yew" for debt in owing("owed", "--json").json)
    assert "request closed" in owing("contact", "show", "Gus Yew").out


def test_an_ask_silent_for_years_is_no_work(recco) -> None:
    recco("contact", "add", "Hal Moe")
    recco("ask", "start", "Hal Moe", "--on", "2016-01-30")
    recco("ask", "mark", "Hal Moe", "warm", "--via", "email", "--on", "2016-01-30")
    assert all(one["contact"] != "Hal Moe" for one in recco("today", "--json").json)
    assert "let go" not in recco("today", "--all").out
