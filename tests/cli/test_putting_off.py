"""Snoozing until a day, what is snoozed, and events on the day something is due."""

from datetime import date

import pytest
from icalendar import Calendar


def _events(recco) -> dict[str, tuple[date, str]]:
    """Day and description of each event, by its line."""
    calendar = Calendar.from_ical(recco("export", "ics").out)
    return {
        str(event["summary"]): (event["dtstart"].dt, str(event["description"]))
        for event in calendar.walk("VEVENT")
    }


@pytest.fixture
def promised(recco):
    """Ann Lee was promised a text for Friday, 4 December; it is Monday, 23 November."""
    recco("contact", "add", "Ann Lee")
    recco("promise", "Ann Lee", "--due", "2026-12-04")
    return recco


def test_a_promise_is_an_event_on_the_day_it_is_due(promised) -> None:
    day, words = _events(promised)["deliver Ann Lee"]
    assert day == date(2026, 12, 4)
    assert words == "You promised a text 11 days ago: deliver today."


def test_what_is_late_is_an_event_today(recco) -> None:
    recco("contact", "add", "Ann Lee")
    recco("request", "add", "Ann Lee", "--on", "2026-10-01")
    assert _events(recco)["answer Ann Lee"][0] == date(2026, 11, 23)


def test_a_goal_is_an_event_on_its_day(recco) -> None:
    recco("goal", "add", "1 ask", "--by", "thu 18:00")
    assert _events(recco)["goal"][0] == date(2026, 11, 26)


@pytest.mark.parametrize(
    ("until", "day"),
    [
        ("monday", "2026-11-30"),
        ("friday", "2026-11-27"),
        ("2 dec", "2026-12-02"),
        ("3d", "2026-11-26"),
    ],
)
def test_it_is_put_off_until_the_day_people_say(promised, until: str, day: str) -> None:
    assert promised("snooze", "Ann Lee", "--until", until).status == 0
    assert all(one["contact"] is None for one in promised("today", "--json").json)
    (listed,) = promised("snooze", "--list", "--json").json
    assert listed == {
        "action": "deliver",
        "contact": "Ann Lee",
        "contact_id": 1,
        "until": day,
        "on": "2026-11-23",
    }
    assert promised("today", "--json", now=day).json[0]["contact"] == "Ann Lee"
    assert promised("snooze", "--list", now=day).out == "Nothing is snoozed.\n"


def test_a_day_past_the_due_one_is_said(promised) -> None:
    late = promised("snooze", "Ann Lee", "--until", "7 dec")
    assert late.out.splitlines()[-1] == "Note: that is after it is due, on Fri 4 Dec."
    promised("undo")
    assert "Careful" not in promised("snooze", "Ann Lee", "--until", "4 dec").out
    promised("undo")
    document = promised("snooze", "Ann Lee", "--days", "20", "--json").json
    assert document["snoozed_until"] == "2026-12-13"
    assert document["warning"] == "that is after it is due, on Fri 4 Dec"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ("Ann Lee", "--until", "today"),
            "Mon 23 Nov is not in the future. Choose tomorrow or later.",
        ),
        (("Ann Lee", "--until", "yesterday"), "Sun 22 Nov is not in the future"),
        (("Ann Lee", "--until", "soon"), "is not a date: try Friday"),
        (("Ann Lee", "--until", "fri", "--days", "2"), "Use --days or --until, not both."),
        ((), "Name a contact."),
        (("Ann Lee", "--list"), "Leave out the rest"),
    ],
)
def test_what_cannot_be_put_off_is_refused(promised, arguments, sentence: str) -> None:
    refused = promised("snooze", *arguments)
    assert (refused.status, refused.out) == (2, "")
    assert sentence in refused.err


def test_what_is_put_off_is_taken_up_again(promised) -> None:
    promised("contact", "add", "Bo Ray")
    promised("promise", "Bo Ray", "--due", "2026-12-04")
    promised("snooze", "Ann")
    promised("snooze", "Bo")
    back = promised("snooze", "Ann", "--off", "--json").json
    assert [(one["action"], one["contact"]) for one in back] == [("deliver", "Ann Lee")]
    assert [one["contact"] for one in promised("snooze", "--list", "--json").json] == ["Bo Ray"]
    assert "Ann Lee" in promised("today").out
    promised("undo")
    assert len(promised("snooze", "--list", "--json").json) == 2
    for words, status, said in (
        (("Ann", "--off", "--days", "3"), 2, "at once"),
        (("--off",), 2, "Give the contact's name"),
        (("Ann", "--off", "--action", "write"), 1, "Nothing for Ann Lee is snoozed"),
    ):
        answer = promised("snooze", *words)
        assert (answer.status, said in answer.err) == (status, True), words
