"""Whom one owes: who waits leads, what is recent comes next, what is long ago last; and letting go."""

import zipfile
from pathlib import Path

import pytest

MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
    "SUBJECT,CONTENT,FOLDER\n"
)
ME = "https://www.linkedin.com/in/sam-owner"
PROFILE = (
    "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,"
    "Geo Location,Twitter Handles,Websites,Instant Messengers\nSam,Owner,,,,Head,,,,,,,\n"
)


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


def _message(name: str, day: str, *, to_me: bool) -> str:
    """A row of messages.csv: a recommendation asked of me, or by me."""
    slug = name.lower().replace(" ", "-")
    them, me = (name, f"https://www.linkedin.com/in/{slug}"), ("Sam Owner", ME)
    (sender, from_url), (receiver, to_url) = (them, me) if to_me else (me, them)
    verb = "Write them" if to_me else "Write Sam"
    content = (
        f"Would you write me a recommendation? {verb} a recommendation: "
        f"https://www.linkedin.com/recs/give/?senderId={from_url.rsplit('/', 1)[1]}"
    )
    folder = "INBOX" if to_me else "SENT"
    return (
        f'c{slug},,{sender},{from_url},{receiver},{to_url},{day} 10:00:00 UTC,,"{content}",{folder}'
    )


def test_who_asked_leads_an_import_and_what_is_years_old_is_history(recco, tmp_path: Path) -> None:
    texts = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n" + "".join(
        f'{name},Z,W,"Sam and I shipped {name} together.","0{month}/20/26, 09:00 AM",VISIBLE\n'
        for month, name in ((7, "Ann,Lee"), (6, "Bo,Ray"), (5, "Cy,Poe"), (4, "Di,Fox"))
    )
    rows = [
        _message("Ed Orr", "2026-10-20", to_me=True),
        _message("Fay Ito", "2026-09-15", to_me=True),
        _message("Old Oak", "2014-01-30", to_me=True),
        _message("Gus Kim", "2016-01-10", to_me=False),
        _message("Hal Moe", "2025-01-10", to_me=False),
    ]
    with zipfile.ZipFile(tmp_path / "Basic_LinkedInDataExport_11-22-2026.zip", "w") as archive:
        archive.writestr("Recommendations_Received.csv", texts)
        archive.writestr("messages.csv", MESSAGES + "\n".join(rows) + "\n")
        archive.writestr("Profile.csv", PROFILE)
    recco("import", str(archive.filename))
    counted = recco("board", "--all", "--json").json
    assert {"Old Oak", "Gus Kim", "Hal Moe"} <= {row["name"] for row in counted}
    alerts = recco("today", "--json").json
    assert [(alert["action"], alert["contact"]) for alert in alerts[:2]] == [
        ("answer", "Fay Ito"),
        ("answer", "Ed Orr"),
    ]
    assert not {"Old Oak", "Gus Kim", "Hal Moe"} & {alert["contact"] for alert in alerts}
    assert [debt["contact"] for debt in recco("owed", "--json").json][:2] == ["Fay Ito", "Ed Orr"]
