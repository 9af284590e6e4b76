"""`recco ask text` and `recco request text`: the message that the composer would draft."""

from pathlib import Path

import pytest

from tests.cli.conftest import Recco


@pytest.fixture
def known(recco: Recco) -> Recco:
    """A mentor, a client and a manager whose capstone ended yesterday."""
    for name, kind in (
        ("Uma Rossi-Nguyen, MBA, CSM", "mentor"), ("Bo Ray", "client"), ("Ines Lead", "manager"),
    ):  # fmt: skip
        recco("contact", "add", name, "--kind", kind)
    added = ("Uma Rossi-Nguyen, MBA, CSM", "Bo Ray", "Ines Lead")
    members = [word for name in added for word in ("--with", name)]
    recco("project", "add", "capstone", "--ended", "yesterday", *members)
    return recco


def sentences(text: str) -> set[str]:
    return {one.strip(" .!?\n") for one in text.replace("!", ".").replace("?", ".").split(".")} - {
        ""
    }


def test_before_an_ask_it_is_the_warm_message_with_a_gap_for_what_they_might_mention(
    known: Recco,
) -> None:
    said = known("ask", "text", "Uma")
    assert said.status == 0
    assert said.out.startswith("Hi Uma, ")
    assert "the capstone" in said.out
    assert "MBA" not in said.out
    document = known("ask", "text", "Uma", "--json").json
    assert (document["contact"], document["step"]) == ("Uma Rossi-Nguyen, MBA, CSM", "warm")
    assert document["gaps"] == ["[what they could mention]"]
    assert document["subject"] is None
    assert document["text"] + "\n" == said.out
    assert known("ask", "list").out.count("Uma") == 0, "looking begins nothing"


def test_an_email_has_a_subject_paragraphs_and_a_sign_off(known: Recco) -> None:
    lines = known("ask", "text", "Uma", "--via", "email").out.splitlines()
    assert lines[0].startswith("Subject: ")
    assert lines[2] == "Hi Uma,"
    assert lines[-2:] == ["Best,", "[your name]"]


def test_each_step_has_its_own_message_and_none_repeats_another(known: Recco) -> None:
    known("ask", "start", "Uma", "--focus", "teaching juniors", "--on", "2026-11-10")
    texts = [known("ask", "text", "Uma").out]
    for steps in (
        ["warm", "--via", "slack", "--on", "2026-11-10"],
        ["agreed", "--on", "2026-11-11"],
        ["linkedin", "--on", "2026-11-11"],
        ["nudged", "--via", "email", "--on", "2026-11-18"],
        ["received"],
    ):
        assert known("ask", "mark", "Uma", *steps).status == 0
        texts.append(known("ask", "text", "Uma").out)
    _, unanswered, agreed, _, _, thanks = texts
    assert "on Slack last week" in unanswered or "my message" in unanswered
    assert "?" not in agreed
    assert "recommendation" in thanks
    for at, text in enumerate(texts):
        for other in texts[:at]:
            assert not sentences(text) & sentences(other)


def test_a_client_s_lead_is_asked_first_and_greeted_by_name(known: Recco) -> None:
    said = known("ask", "text", "Bo Ray", "--json").json
    assert said["step"] == "checked-lead"
    assert said["text"].startswith("Hi Ines, ")
    assert "Bo Ray" in said["text"]
    assert known("ask", "text", "Bo Ray", "--step", "warm").out.startswith("Hi Bo, ")


def test_thanks_offer_to_give_back_only_where_something_is_owed(known: Recco) -> None:
    known("ask", "start", "Uma")
    known("ask", "mark", "Uma", "agreed", "--because", "asked in person")
    known("ask", "mark", "Uma", "received")
    owed = known("ask", "text", "Uma", "--step", "thanked").out
    assert known("contact", "waive", "Uma", "--because", "we are even").status == 0
    even = known("ask", "text", "Uma", "--step", "thanked").out
    assert owed.startswith(even.strip())
    assert len(owed) > len(even)


def test_two_people_of_one_project_get_other_words(recco: Recco) -> None:
    names = [f"Person{chr(97 + at)} Ray" for at in range(10)]
    members = [word for name in names for word in ("--with", name)]
    recco("project", "add", "Pantry Map", "--ended", "yesterday", *members)
    texts = []
    for name in names:
        recco("contact", "edit", name, "--kind", "peer")
        recco("ask", "start", name, "--focus", "how I debug", "--project", "Pantry Map")
        text = recco("ask", "text", name).out
        texts.append(text)
    openings = [text.split(". ")[0].partition(" ")[2].partition(" ")[2] for text in texts]
    assert len(set(texts)) == len(texts)
    assert all(len(set(openings[at : at + 3])) == 3 for at in range(8))


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("Uma", "--step", "agreed"), 1, "Nothing is sent when an ask is agreed"),
        (("Uma", "--step", "linkedin", "--via", "slack"), 2, "Leave out --via"),
        (("Zed",), 1, "Zed"),
        (("Uma", "--via", "pigeon"), 2, "pigeon"),
    ],
)
def test_what_cannot_be_drafted_is_said_in_a_sentence(
    known: Recco, arguments: tuple[str, ...], status: int, said: str
) -> None:
    answer = known("ask", "text", *arguments)
    assert (answer.status, answer.out) == (status, "")
    assert said in answer.err


def test_an_email_is_signed_with_the_name_in_the_settings(known: Recco) -> None:
    assert "[your name]" in known("ask", "text", "Uma", "--via", "email").out
    known("settings", "set", "your_name", "Mara Lind")
    assert known("ask", "text", "Uma", "--via", "email").out.rstrip().endswith("\nMara")


def test_their_request_is_answered_with_a_day_or_a_kind_no(known: Recco) -> None:
    known("request", "add", "Bo Ray")
    agrees = known("request", "text", "Bo Ray").out
    assert "Bo" in agrees
    assert "December" in agrees or "day" in agrees
    declines = known("request", "text", "Bo Ray", "--no", "--via", "email", "--json").json
    assert declines["subject"]
    assert "Bo" in declines["text"]
    assert "?" not in declines["text"]


def test_a_yes_to_their_request_comes_with_words_that_name_the_day(known: Recco) -> None:
    known("request", "add", "Bo Ray")
    said = known("request", "answer", "Bo Ray", "--due", "2026-11-27")
    assert "Words you could send:" in said.out
    assert "Friday" in said.out
    known("undo")
    assert "Bo" in known("request", "answer", "Bo Ray", "--json").json["message"]


def test_asking_for_a_change_comes_with_words_that_leave_room_for_it(
    known: Recco, tmp_path: Path
) -> None:
    file = tmp_path / "text.txt"
    file.write_text("Kim led the move to the new API, and she explained every step.")
    row = known("recommendation", "add", "Uma", "received", str(file), "--json").json["id"]
    said = known("recommendation", "status", str(row), "change-asked")
    assert "[what]" in said.out
    assert "Uma" in said.out
    assert "Words" not in known("recommendation", "status", str(row), "hidden").out


def test_the_page_of_the_text_is_its_form_the_profile_or_none(known: Recco) -> None:
    assert known("ask", "text", "Uma", "--json").json["page"] is None
    known("contact", "edit", "Uma", "--url", "linkedin.com/in/uma")
    profile = "https://www.linkedin.com/in/uma"
    assert known("ask", "text", "Uma", "--json").json["page"] == profile
    asked = known("ask", "text", "Uma", "--step", "linkedin", "--json").json
    assert asked["page"] == f"{profile}/edit/forms/recommendation/request/"
