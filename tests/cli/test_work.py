"""Projects, moments, asks, requests: the steps as typed, the dates as they were understood."""

from pathlib import Path

import pytest

DATES = {
    "yesterday": "2026-11-22",
    "last friday": "2026-11-20",
    "3 days ago": "2026-11-20",
    "20 nov": "2026-11-20",
    "2026-11-20": "2026-11-20",
}


@pytest.mark.parametrize("words", DATES)
def test_a_date_is_read_as_written_and_echoed(recco, words: str) -> None:
    outcome = recco("project", "add", "App", "--ended", words)
    assert outcome.status == 0
    echoed = "Sun 22 Nov" if words == "yesterday" else "Fri 20 Nov"
    assert outcome.out == f"Added the project App (ended {echoed}).\n"
    assert recco("project", "list", "--json").json[0]["ended_on"] == DATES[words]


def test_a_due_date_lies_ahead(recco) -> None:
    recco("contact", "add", "Ann")
    assert "due Fri 27 Nov" in recco("promise", "Ann", "--due", "friday").out
    assert recco("request", "list", "--json").json[0]["due_on"] == "2026-11-27"


@pytest.mark.parametrize(
    ("now", "words", "day"),
    [
        ("2026-11-29", "this friday", "2026-12-04"),
        ("2026-11-30", "end of month", "2026-11-30"),
        ("2026-11-30", "by friday", "2026-12-04"),
        ("2026-11-30", "3d", "2026-12-03"),
        ("2026-11-30", "2 weeks", "2026-12-14"),
        ("2026-11-30", "4th", "2026-12-04"),
        ("2026-11-30", "in 10 working days", "2026-12-14"),
        ("2026-11-30", "friday week", "2026-12-11"),
    ],
)
def test_a_day_promised_is_read_as_people_say_it(recco, now: str, words: str, day: str) -> None:
    recco("contact", "add", "Ann")
    assert recco("--now", now, "promise", "Ann", "--due", words).status == 0
    assert recco("request", "list", "--json").json[0]["due_on"] == day


def test_the_examples_for_a_day_that_is_due_lie_ahead(recco) -> None:
    recco("contact", "add", "Ann")
    refused = recco("promise", "Ann", "--due", "soon")
    assert "try Friday, in 2 weeks, end of month, 7 Dec or 2026-12-07" in refused.err


@pytest.mark.parametrize(
    "command",
    [
        ("recommendation", "add", "Ann", "received", "{text}"),
        ("moment", "add", "Ann", "fixed the login test"),
        ("request", "add", "Ann"),
        ("promise", "Ann"),
        ("ask", "start", "Ann"),
    ],
    ids=" ".join,
)
def test_nothing_is_noted_before_it_has_happened(
    recco, tmp_path: Path, command: tuple[str, ...]
) -> None:
    text = tmp_path / "text"
    text.write_text("Thank you.", encoding="utf-8")
    recco("contact", "add", "Ann")
    refused = recco(*(word.format(text=text) for word in command), "--on", "in 3 days")
    assert (refused.status, refused.out) == (1, "")
    assert "Thu 26 Nov is in the future" in refused.err


def test_a_promise_is_not_due_before_it_was_made(recco) -> None:
    recco("contact", "add", "Ann")
    assert "due date is before" in recco("promise", "Ann", "--due", "yesterday").err
    assert recco("promise", "Ann", "--on", "last monday", "--due", "yesterday").status == 0
    assert "due date is before" in recco("request", "answer", "Ann", "--due", "2026-11-01").err


def test_an_unknown_member_becomes_a_contact_and_a_known_one_is_used(recco) -> None:
    recco("contact", "add", "Katrina Moss", "--kind", "mentor")
    outcome = recco(
        "project", "add", "App", "--ended", "yesterday",
        "--with", "katrina moss", "--with", "Ben Ali", "--with", "ben ali",
    )  # fmt: skip
    assert outcome.out.splitlines()[1:3] == ["  Katrina Moss", "  Ben Ali (new)"]
    assert sorted(c["name"] for c in recco("contact", "list", "--json").json) == [
        "Ben Ali",
        "Katrina Moss",
    ]
    assert outcome.out.count("Today: ask") == 2


def test_a_new_member_like_someone_known_is_pointed_out(recco) -> None:
    recco("contact", "add", "Katrina Moss")
    outcome = recco("project", "add", "App", "--with", "Katrina")
    assert "Katrina (new; if you meant #1 Katrina Moss: 'recco undo'" in outcome.out


def test_a_running_project_is_ended_edited_joined_and_left(recco) -> None:
    recco("project", "add", "App", "--started", "2026-09-01", "--with", "Ann")
    assert [p["title"] for p in recco("project", "list", "--running", "--json").json] == ["App"]
    outcome = recco("project", "end", "app", "--on", "yesterday")
    assert "Ended the project App (ended Sun 22 Nov)." in outcome.out
    assert "Today: ask Ann" in outcome.out
    recco("project", "join", "App", "--with", "Ben", "--their-part", "the tests")
    recco("project", "leave", "App", "Ann")
    (app,) = recco("project", "list", "--json").json
    assert [(m["contact"], m["their_part"]) for m in app["members"]] == [("Ben", "the tests")]
    recco("project", "edit", "App", "--title", "The app", "--kind", "internship")
    assert recco("project", "list", "--json").json[0]["kind"] == "internship"
    recco("project", "archive", "The app")
    assert recco("project", "list", "--json").json == []


def test_moments_are_wins_or_feedback(recco) -> None:
    recco("project", "add", "App", "--with", "Ann")
    win = recco("moment", "add", "Ann", "fixed the [b]build[/b]", "--project", "app", "--json").json
    assert (win["kind"], win["project"], win["on"]) == ("win", "App", "2026-11-23")
    recco("moment", "add", "Ann", "said thanks", "--feedback", "--on", "yesterday")
    lines = recco("moment", "list", "Ann").out.splitlines()
    assert lines == [
        "#1  2026-11-23  win       fixed the [b]build[/b]",
        "#2  2026-11-22  feedback  said thanks",
    ]
    assert recco("moment", "add", "Ann", " ").status == 2


@pytest.fixture
def asked(recco):
    """Ann, asked on Friday and written to on Discord."""
    recco("contact", "add", "Ann")
    recco("ask", "start", "Ann", "--on", "last friday")
    recco("ask", "mark", "Ann", "warm", "--via", "discord", "--on", "last friday")
    return recco


def test_a_step_reports_what_comes_next_and_when(asked) -> None:
    outcome = asked("ask", "mark", "Ann", "agreed", "--on", "yesterday")
    assert outcome.out.splitlines()[0] == "Ann said yes (Sun 22 Nov)."
    assert outcome.out.splitlines()[1].startswith("Next: request via linkedin")


def test_the_linkedin_request_first_needs_a_reason_and_keeps_it(recco) -> None:
    recco("contact", "add", "Ann")
    recco("ask", "start", "Ann")
    refused = recco("ask", "mark", "Ann", "linkedin")
    assert (refused.status, refused.err.rstrip().endswith("(--because TEXT).")) == (1, True)
    recco("ask", "mark", "Ann", "linkedin", "--because", "asked in person")
    step = recco("ask", "show", "Ann", "--json").json["steps"][-1]
    assert (step["step"], step["because"]) == ("linkedin", "asked in person")


def test_too_many_open_asks_are_pointed_out(recco) -> None:
    for name in ("Ann", "Ben", "Zoe", "Eve", "Joe"):
        recco("contact", "add", name)
        begun = recco("ask", "start", name)
        recco("ask", "mark", name, "warm", "--via", "email")
    assert "Note: 4 of 4 asks are open." in begun.out.splitlines()
    assert begun.status == 0


def test_marking_without_an_ask_says_how_to_begin(recco) -> None:
    recco("contact", "add", "Ann")
    outcome = recco("ask", "mark", "Ann", "warm")
    assert (outcome.status, "recco ask start" in outcome.err) == (1, True)


def test_a_request_is_answered_and_delivered(recco) -> None:
    recco("contact", "add", "Ann")
    recco("request", "add", "Ann", "--on", "yesterday", "--note", "for her portfolio")
    assert "Ann" in recco("owed").out
    recco("request", "answer", "Ann", "--due", "in 2 weeks")
    (row,) = recco("request", "list", "--json").json
    assert (row["answered_on"], row["due_on"]) == ("2026-11-23", "2026-12-07")
    recco("request", "deliver", "Ann")
    assert recco("request", "list", "--json").json == []
    assert recco("request", "list", "--all", "--json").json[0]["delivered_on"] == "2026-11-23"
    assert recco("request", "deliver", "Ann").status == 1


def test_a_given_text_pays_what_was_received(recco, tmp_path) -> None:
    recco("contact", "add", "Ann")
    text = tmp_path / "text.txt"
    text.write_text("Ann taught me to test.\n", encoding="utf-8")
    recco("recommendation", "add", "Ann", "received", str(text), "--on", "2026-10-01")
    assert [row["contact"] for row in recco("owed", "--json").json] == ["Ann"]
    recco("recommendation", "add", "Ann", "given", str(text))
    assert recco("owed", "--json").json == []
    found = recco("recommendation", "list", "taught", "--received", "--json").json
    assert [(one["contact"], one["text"]) for one in found] == [("Ann", "Ann taught me to test.")]
