"""What was written down can be put right: edited, given another day, removed, and taken back."""

import json
import sys
from pathlib import Path

import pytest

from tests.benchmarks.terminal import Terminal
from tests.cli.conftest import TODAY


def tables(recco) -> dict[str, list]:
    return json.loads(recco("export", "json").out)["tables"]


@pytest.fixture
def ann(recco):
    """Someone with one row of everything."""
    recco("contact", "add", "Ann Lee", "--kind", "peer")
    recco("project", "add", "Inventory API", "--ended", "2026-11-10", "--with", "Ann Lee")
    recco("moment", "add", "Ann Lee", "fixed the test", "--on", "2026-11-12")
    recco("ask", "start", "Ann Lee", "--on", "2026-11-13")
    recco("ask", "mark", "Ann Lee", "warm", "--via", "slack", "--on", "2026-11-14")
    recco("request", "add", "Ann Lee", "--on", "2026-11-15", "--due", "2026-11-27")
    return recco


def add_text(recco, tmp_path: Path, direction: str = "received", text: str = "Great work.") -> int:
    file = tmp_path / "text.txt"
    file.write_text(text)
    return recco("recommendation", "add", "Ann Lee", direction, str(file), "--json").json["id"]


def test_every_line_of_what_happened_shows_the_number_that_its_commands_take(ann, tmp_path) -> None:
    add_text(ann, tmp_path)
    ann("contact", "waive", "Ann Lee", "--because", "long ago")
    shown = ann("contact", "show", "Ann Lee").out
    for row in (
        *("moment #1", "recommendation #1", "step #1", "step #2", "request #1", "waiver #1"),
        "project #1",
    ):
        assert row in shown


@pytest.mark.parametrize("number", ["#1", "1"])
def test_a_moment_is_reworded_moved_to_another_day_and_turned_into_feedback(ann, number) -> None:
    assert "#1" in ann("moment", "list", "Ann Lee").out
    changes = ["--text", "praised the API", "--on", "2026-11-11", "--kind", "feedback"]
    edited = ann("moment", "edit", number, *changes, "--project", "inventory", "--json").json
    assert edited == {
        "id": 1, "contact": "Ann Lee", "contact_id": 1, "kind": "feedback",
        "text": "praised the API", "on": "2026-11-11", "project": "Inventory API",
    }  # fmt: skip
    assert ann("undo").out == "Undone: edited a win of Ann Lee\n"
    assert ann("moment", "list", "Ann Lee", "--json").json[0]["text"] == "fixed the test"


def test_several_moments_go_in_one_step(ann) -> None:
    ann("moment", "add", "Ann Lee", "again")
    before = tables(ann)
    assert ann("moment", "remove", "1", "2").out == "Removed 2 moments.\n"
    assert ann("moment", "list", "Ann Lee", "--json").json == []
    ann("undo")
    assert tables(ann) == before


@pytest.mark.parametrize(
    ("status", "counts", "balance"),
    [
        ("hidden", "counts", "owe 1"),
        ("pending", "counts", "owe 1"),
        ("withdrawn", "does not count", "–"),
        ("replaced", "does not count", "–"),
        ("change-asked", "counts", "owe 1"),
    ],
)
def test_where_a_text_stands_is_said_by_hand_with_what_follows(
    ann, tmp_path, status: str, counts: str, balance: str
) -> None:
    add_text(ann, tmp_path)
    said = ann("recommendation", "status", "1", status)
    assert f"({counts}; balance: {balance})" in said.out
    assert ann("contact", "show", "Ann Lee", "--json").json["balance"] == balance
    assert ann("board", "--filter", "ann", "--json").json[0]["balance"] == balance
    ann("undo")
    assert ann("contact", "show", "Ann Lee", "--json").json["balance"] == "owe 1"


def test_a_change_that_was_asked_for_ends_with_the_new_text(ann, tmp_path) -> None:
    add_text(ann, tmp_path)
    ann("recommendation", "status", "1", "change-asked", "--on", "2026-11-20")
    assert "change asked for" in ann("contact", "show", "Ann Lee").out
    (tmp_path / "new.txt").write_text("Great work, and on time.")
    edited = ann("recommendation", "edit", "1", "--text", str(tmp_path / "new.txt"), "--json").json
    assert (edited["text"], edited["change_asked_on"]) == ("Great work, and on time.", None)
    assert tables(ann)["recommendation_versions"][0]["text"] == "Great work."


def test_what_others_wrote_is_never_a_draft_of_mine(ann, tmp_path) -> None:
    add_text(ann, tmp_path)
    refused = ann("recommendation", "status", "1", "draft")
    assert refused.status == 1
    assert "visible, hidden, pending, withdrawn or replaced" in refused.err


def test_a_text_gets_another_day_and_project_and_goes(ann, tmp_path) -> None:
    add_text(ann, tmp_path, "given")
    changes = ["--on", "2026-11-02", "--project", "Inventory API", "--status", "visible"]
    edited = ann("recommendation", "edit", "#1", *changes, "--json").json
    assert (edited["on"], edited["project_id"], edited["status"]) == ("2026-11-02", 1, "visible")
    assert "2026-11-02" in ann("recommendation", "show", "1").out
    assert ann("recommendation", "remove", "1").out.endswith("(balance: –).\n")
    assert ann("recommendation", "list", "--json").json == []


def test_a_step_gets_another_day_and_channel_or_never_was(ann) -> None:
    assert "#2" in ann("ask", "show", "Ann Lee").out
    edited = ann("ask", "step", "edit", "2", "--on", "2026-11-16", "--via", "email", "--json").json
    assert edited["steps"][1] == {
        "id": 2, "step": "warm", "on": "2026-11-16", "via": "email", "because": "",
    }  # fmt: skip
    edited = ann("ask", "step", "edit", "2", "--step", "agreed", "--json").json
    assert edited["state"] == "agreed"
    assert ann("ask", "step", "remove", "2", "--json").json["asks"][0]["state"] == "drafted"
    assert ann("ask", "step", "remove", "1", "--json").json["asks"] == []
    for _ in range(4):
        ann("undo")
    assert ann("ask", "show", "Ann Lee", "--json").json["state"] == "warm"


def test_an_ask_gets_another_focus_and_goes(ann) -> None:
    assert ann("ask", "edit", "Ann Lee", "--focus", "the API", "--json").json["focus"] == "the API"
    assert ann("ask", "remove", "Ann Lee").status == 0
    assert ann("ask", "list", "--all", "--json").json == []


def test_a_request_gets_other_days_and_goes(ann) -> None:
    edited = ann(
        "request", "edit", "1", "--on", "2026-11-14", "--due", "none", "--note", "the API",
        "--answered", "2026-11-16", "--kind", "promise", "--json",
    ).json  # fmt: skip
    assert [edited[field] for field in ("kind", "asked_on", "due_on", "answered_on", "note")] == [
        "promise", "2026-11-14", None, "2026-11-16", "the API",
    ]  # fmt: skip
    back = ann("request", "edit", "1", "--answered", "none", "--json").json
    assert back["answered_on"] is None
    assert ann("request", "remove", "1").out == "Removed the promise to Ann Lee.\n"
    assert ann("owed", "--json").json == []


def test_a_waiver_is_reworded_and_taken_back(ann, tmp_path) -> None:
    add_text(ann, tmp_path)
    ann("contact", "waive", "Ann Lee", "--because", "long ago")
    edited = ann("waiver", "edit", "1", "--because", "she said so", "--json").json
    assert edited["because"] == "she said so"
    assert ann("waiver", "list", "Ann Lee", "--json").json == [edited]
    assert "(balance: owe 1)" in ann("waiver", "remove", "1").out
    ann("undo")
    assert ann("contact", "unwaive", "Ann Lee").status == 0
    assert ann("contact", "show", "Ann Lee", "--json").json["owe"] == 1
    assert ann("contact", "unwaive", "Ann Lee").status == 1


def test_a_project_that_never_was_goes_and_what_was_about_it_stays(ann) -> None:
    ann("moment", "edit", "1", "--project", "Inventory API")
    before = tables(ann)
    assert ann("project", "remove", "#1").out == "Removed the project Inventory API.\n"
    assert ann("moment", "list", "Ann Lee", "--json").json[0]["project"] is None
    ann("undo")
    assert tables(ann) == before


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["moment", "edit", "9", "--text", "x"], 1, "That moment no longer exists"),
        (["moment", "edit", "1"], 2, "Say what to change"),
        (["moment", "edit", "1", "--text", " "], 2, "needs a text"),
        (["moment", "edit", "1", "--on", "tomorrow"], 1, "in the future"),
        (["moment", "edit", "one", "--text", "x"], 2, "is not a number like 3 or '#3'"),
        (["moment", "remove", "1", "9"], 1, "no longer exists"),
        (["recommendation", "status", "9", "hidden"], 1, "no longer exists"),
        (["recommendation", "edit", "9", "--on", "yesterday"], 1, "no longer exists"),
        (["ask", "step", "edit", "9", "--on", "yesterday"], 1, "no longer exists"),
        (["ask", "step", "remove", "9"], 1, "no longer exists"),
        (["request", "edit", "1", "--answered", "2026-11-01"], 1, "is before that"),
        (["request", "edit", "1", "--due", "2026-11-01"], 1, ""),
        (["request", "edit", "1", "--on", "none"], 2, "--on needs a date"),
        (["request", "remove", "9"], 1, "no longer exists"),
        (["waiver", "remove", "9"], 1, "no longer exists"),
        (["project", "remove", "#9"], 1, "no longer exists"),
        (["moment", "edit", "9" * 40, "--text", "x"], 1, "no longer exists"),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, list) else "",
)
def test_what_cannot_be_is_refused_in_a_sentence_and_changes_nothing(
    ann, words: list[str], status: int, said: str
) -> None:
    before = tables(ann)
    refused = ann(*words)
    assert (refused.status, refused.out) == (status, "")
    assert said in refused.err
    assert len(refused.err.splitlines()) == 1
    assert tables(ann) == before


# -- names ---------------------------------------------------------------------------------------


def test_a_former_name_finds_them_everywhere_and_is_shown(recco) -> None:
    recco("contact", "add", "Ann Lee")
    recco("contact", "edit", "Ann Lee", "--name", "Ann Smith")
    assert recco("contact", "show", "ann lee", "--json").json["former_names"] == ["Ann Lee"]
    shown = recco("contact", "show", "Ann Lee").out
    assert "Ann Smith" in shown
    assert "formerly" in shown
    assert recco("board", "--all", "--filter", "ann lee", "--json").json[0]["name"] == "Ann Smith"
    assert recco("moment", "add", "Ann Lee", "a win").status == 0
    recco("contact", "edit", "Ann Smith", "--name", "Ann Lee")
    assert recco("contact", "show", "#1", "--json").json["former_names"] == ["Ann Smith"]
    recco("contact", "edit", "#1", "--formerly", "Ann Oh; Ann Smith")
    assert recco("contact", "show", "Ann Oh", "--json").json["id"] == 1
    recco("contact", "edit", "#1", "--formerly", "")
    assert recco("contact", "show", "Ann Oh").status == 1


def test_who_bears_a_name_now_goes_before_who_bore_it(recco) -> None:
    recco("contact", "add", "Ann Lee", "--company", "Acme")
    recco("contact", "edit", "Ann Lee", "--name", "Ann Smith")
    recco("contact", "add", "Ann Lee", "--twin")
    assert recco("contact", "show", "Ann Lee", "--json").json["id"] == 2


@pytest.mark.parametrize("typed", ["Ann Lee", "ann lee", "ann  lee", " ANN LEE ", "Ánn Lee"])
def test_a_twin_is_said_before_it_is_made(recco, typed: str) -> None:
    recco("contact", "add", "Ann Lee", "--company", "Acme")
    refused = recco("contact", "add", typed)
    assert refused.status == 1
    assert "is already a contact: #1 Ann Lee (Acme)." in refused.err
    assert "--twin" in refused.err
    assert len(recco("contact", "list", "--json").json) == 1
    assert recco("contact", "add", typed, "--twin").status == 0
    assert len(recco("contact", "list", "--json").json) == 2


def test_an_archived_twin_and_a_former_name_are_said_too(recco) -> None:
    recco("contact", "add", "Ann Lee")
    recco("contact", "archive", "Ann Lee")
    assert "#1 Ann Lee (archived)" in recco("contact", "add", "Ann Lee").err
    refused = recco("project", "add", "API", "--with", "Ann Lee")
    assert (refused.status, "archived" in refused.err) == (1, True)
    recco("contact", "archive", "Ann Lee", "--back")
    recco("contact", "edit", "Ann Lee", "--name", "Ann Smith")
    assert "#1 Ann Smith (formerly Ann Lee)" in recco("contact", "add", "Ann Lee").err


def test_another_company_or_address_tells_namesakes_apart(recco) -> None:
    recco("contact", "add", "Ann Lee", "--company", "Acme")
    added = recco("contact", "add", "Ann Lee", "--company", "Beta")
    assert added.out == "Added Ann Lee (#2, unknown; not #1 Ann Lee (Acme)).\n"


@pytest.mark.parametrize(("typed", "many"), [(b"y\r", 2), (b"n\r", 1)])
def test_at_a_terminal_a_twin_is_one_question(recco, tmp_path, typed: bytes, many: int) -> None:
    recco("contact", "add", "Ann Lee")
    words = ["--db", str(tmp_path / "recco.db"), "--now", TODAY, "contact", "add", "ann lee"]
    with Terminal([sys.executable, "-m", "recco_tui", *words], 200) as terminal:
        terminal.until(b"is already a contact: #1 Ann Lee.", b"Add another ann lee? [y/N] ")
        terminal.press(typed)
        assert terminal.ended() == (0 if many == 2 else 1)
    assert len(recco("contact", "list", "--json").json) == many


def test_at_a_terminal_a_name_of_several_is_one_question(recco, tmp_path) -> None:
    for company in ("Acme", "Beta"):
        recco("contact", "add", "Ann Lee", "--company", company)
    words = ["--db", str(tmp_path / "recco.db"), "--now", TODAY]
    add = ["moment", "add", "ann lee", "a win"]
    with Terminal([sys.executable, "-m", "recco_tui", *words, *add], 200) as terminal:
        terminal.until(b"2  #2 Ann Lee (Beta)", b"Which ann lee?")
        terminal.press(b"2\r")
        assert terminal.ended() == 0
    assert [one["contact_id"] for one in recco("moment", "list", "#2", "--json").json] == [2]


def test_exact_spelling_settles_a_name_of_several(recco) -> None:
    recco("contact", "add", "ann lee")
    recco("contact", "add", "Ann Lee", "--twin")
    assert recco("contact", "show", "Ann Lee", "--json").json["id"] == 2
    assert recco("contact", "show", "ann lee", "--json").json["id"] == 1
    refused = recco("project", "add", "API", "--with", "ANN LEE")
    assert refused.status == 2
    assert "#1 ann lee, #2 Ann Lee" in refused.err
    for name in ("Ann Lee", "#1"):
        assert recco("project", "join", "API", "--with", name).status == 1  # nothing was added
    added = recco("project", "add", "API", "--with", "Ann Lee", "--with", "#1", "--json").json
    assert [member["contact_id"] for member in added["members"]] == [2, 1]


# -- merging -------------------------------------------------------------------------------------


@pytest.fixture
def two(recco):
    """Two entries of one person, each with its own facts, note and open ask."""
    for name, company, kind, note in (
        ("Ann Lee", "Acme", "peer", "met in Oslo"),
        ("A. Lee", "Beta", "mentor", "likes tea"),
    ):
        recco("contact", "add", name, "--company", company, "--kind", kind, "--note", note)
        recco("contact", "edit", name, "--pitch", f"pitch of {company}")
    recco("project", "add", "API", "--ended", "2026-11-20", "--with", "Ann Lee")
    recco("project", "join", "API", "--with", "A. Lee", "--their-part", "the tests")
    for name, on in (("Ann Lee", "2026-11-20"), ("A. Lee", "2026-11-19")):
        recco("ask", "start", name, "--project", "API", "--on", on)
    recco("ask", "mark", "A. Lee", "warm", "--via", "slack", "--on", "2026-11-21")
    return recco


def test_a_merge_keeps_both_notes_and_joins_the_asks(two) -> None:
    before = tables(two)
    merged = two("contact", "merge", "A. Lee", "--into", "Ann Lee")
    assert "company: kept Acme, not Beta; kind: kept peer, not mentor" in merged.out
    page = two("contact", "show", "Ann Lee", "--json").json
    assert page["note"] == "met in Oslo\n\nlikes tea"
    assert page["pitch"] == "pitch of Acme\n\npitch of Beta"
    assert page["former_names"] == ["A. Lee"]
    assert page["projects"][0]["members"][0]["their_part"] == "the tests"
    (ask,) = page["asks"]
    assert [step["step"] for step in ask["steps"]] == ["drafted", "warm"]
    two("undo")
    assert tables(two) == before


def test_a_merge_keeps_whose_facts_one_says(two) -> None:
    merged = two("contact", "merge", "A. Lee", "--into", "Ann Lee", "--keep", "first", "--json")
    assert (merged.json["name"], merged.json["company"], merged.json["kind"]) == (
        "Ann Lee", "Beta", "mentor",
    )  # fmt: skip
    assert merged.json["dropped"] == {"company": "Acme", "kind": "peer"}


def test_open_asks_about_different_things_stay_two(two) -> None:
    two("project", "add", "Site", "--ended", "2026-11-20")
    two("ask", "edit", "A. Lee", "--project", "Site")
    two("contact", "merge", "A. Lee", "--into", "Ann Lee")
    assert len(two("contact", "show", "Ann Lee", "--json").json["asks"]) == 2


def test_at_a_terminal_a_merge_asks_whose_facts_stay(two, tmp_path) -> None:
    words = ["--db", str(tmp_path / "recco.db"), "--now", TODAY]
    merge = ["contact", "merge", "A. Lee", "--into", "Ann Lee"]
    with Terminal([sys.executable, "-m", "recco_tui", *words, *merge], 200) as terminal:
        terminal.until(
            b"company: 1 Beta  2 Acme", b"Whose facts stay: 1 #2 A. Lee (Beta), 2 #1 Ann Lee"
        )
        terminal.press(b"1\r")
        assert terminal.ended() == 0
    assert two("contact", "show", "Ann Lee", "--json").json["company"] == "Beta"


# -- selling points ------------------------------------------------------------------------------


def test_selling_points_are_added_found_and_ready_to_paste(recco) -> None:
    recco("contact", "add", "Ann Lee", "--pitch", "calm in outages\nships on time")
    assert recco("contact", "pitch", "ann").out == "calm in outages\nships on time\n"
    assert recco("board", "--all", "--filter", "outages", "--json").json[0]["name"] == "Ann Lee"
    assert recco("contact", "list", "outages", "--json").json[0]["name"] == "Ann Lee"
    assert "pitch" in recco("contact", "show", "Ann Lee").out
    recco("contact", "edit", "Ann Lee", "--pitch", "")
    nothing = recco("contact", "pitch", "Ann Lee")
    assert (nothing.status, nothing.out) == (1, "")
    assert recco("contact", "list", "outages", "--json").status == 1


# -- what comes in from outside ------------------------------------------------------------------


def connections(tmp_path: Path, name: str) -> str:
    first, last = name.split()
    file = tmp_path / f"Connections of {name}" / "Connections.csv"
    file.parent.mkdir()
    file.write_text(
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        f"{first},{last},https://www.linkedin.com/in/ann,,Acme,Engineer,04 Apr 2021\n"
    )
    return str(file)


def test_a_name_that_an_import_changes_is_kept_as_a_former_one(recco, tmp_path) -> None:
    recco("import", connections(tmp_path, "Ann Lee"))
    recco("contact", "edit", "Ann Lee", "--note", "met in Oslo")
    recco("import", connections(tmp_path, "Ann Smith"))
    page = recco("contact", "show", "Ann Lee", "--json").json
    assert (page["name"], page["former_names"]) == ("Ann Smith", ["Ann Lee"])
    assert recco("board", "--all", "--filter", "oslo", "--json").json[0]["name"] == "Ann Smith"
    recco("undo")
    assert recco("contact", "show", "Ann Lee", "--json").json["name"] == "Ann Lee"


def test_former_names_survive_export_and_import_of_everything(recco, tmp_path) -> None:
    recco("contact", "add", "Ann Lee", "--pitch", "calm")
    recco("contact", "edit", "Ann Lee", "--name", "Ann [b]Smith")
    recco("export", "json", str(tmp_path / "all.json"))
    other = tmp_path / "other.db"
    assert recco("import", str(tmp_path / "all.json"), db=other).status == 0
    page = recco("contact", "show", "Ann Lee", "--json", db=other).json
    assert (page["name"], page["former_names"]) == ("Ann [b]Smith", ["Ann Lee"])
    assert recco("contact", "list", "calm", "--json", db=other).json[0]["id"] == 1


@pytest.mark.parametrize("name", ["[b]Bo[/b]", "Bo;Ray", "#12", "李小龍", "Bo%_\\", "x" * 300])
def test_a_hostile_former_name_is_text_and_found(recco, name: str) -> None:
    recco("contact", "add", "--", name)
    assert recco("contact", "edit", "#1", "--name", "Ann Lee").status == 0
    assert recco("contact", "show", "#1", "--json").json["former_names"] == [name]
    if not name.startswith("#"):
        assert recco("contact", "show", "--", name).status == 0


def test_a_step_that_turns_out_to_be_another_counts_or_counts_no_more(ann) -> None:
    def received() -> int:
        return ann("contact", "show", "Ann Lee", "--json").json["received"]

    ann("ask", "step", "edit", "2", "--step", "received")
    assert received() == 1
    ann("ask", "step", "edit", "2", "--step", "declined")
    assert received() == 0
    ann("undo")
    assert received() == 1
    ann("ask", "step", "remove", "2")
    assert received() == 0


def test_a_channel_that_is_not_known_is_taken_away(ann) -> None:
    edited = ann("ask", "step", "edit", "2", "--no-via", "--json").json
    assert edited["steps"][1]["via"] is None


def test_a_request_that_was_let_go_is_open_again(ann) -> None:
    ann("request", "close", "Ann Lee")
    assert ann("request", "list", "--json").json == []
    assert ann("request", "edit", "1", "--closed", "none", "--json").json["closed_on"] is None
    assert len(ann("request", "list", "--json").json) == 1
