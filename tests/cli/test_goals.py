"""A goal with a date, as a coach gives it for the next class."""

import pytest


def _sent(recco, name: str) -> None:
    recco("contact", "add", name)
    recco("ask", "start", name)
    recco("ask", "mark", name, "warm", "--via", "slack")


def _state(recco) -> tuple[int, str]:
    (goal,) = recco("goal", "list", "--json").json
    return goal["done"], goal["state"]


def test_today_counts_down_until_it_is_reached(recco) -> None:
    added = recco("goal", "add", "1 ask", "--by", "thu 18:00")
    assert added.out.splitlines()[-1] == "1 ask before Thu 18:00: 3 days left."
    (line, *_) = recco("today", "--json", now="2026-11-24").json
    assert (line["action"], line["why"]) == ("goal", "1 ask before Thu 18:00: 2 days left")
    assert (line["due"], line["key"], line["contact"]) == ("2026-11-26", "a", None)
    assert "the last day" in recco("today", now="2026-11-26").out
    assert recco("today", "--short").out.startswith("1 today: goal 1 ask before Thu 18:00")
    _sent(recco, "Ann Lee")
    assert _state(recco) == (1, "reached")
    assert "before Thu" not in recco("today", "--all").out


def test_what_was_sent_before_it_was_set_does_not_reach_it(recco) -> None:
    _sent(recco, "Ann Lee")
    recco("goal", "add", "an ask", "--by", "friday")
    assert _state(recco) == (0, "open")
    recco("ask", "mark", "Ann Lee", "linkedin")  # the same ask: no new one
    assert _state(recco) == (0, "open")
    _sent(recco, "Bo Ray")
    assert _state(recco) == (1, "reached")


def test_recommendations_count_too(recco) -> None:
    recco("goal", "add", "two recommendations", "--by", "tomorrow noon")
    (goal,) = recco("goal", "list", "--json").json
    assert (goal["kind"], goal["count"], goal["by"]) == ("recommendations", 2, "2026-11-24")
    assert goal["time"] == "12:00"
    recco("contact", "add", "Ann Lee")
    recco("recommendation", "add", "Ann Lee", "given", "/dev/null")
    assert "1 more of 2 recommendations" in recco("today", "--all").out


def test_a_missed_goal_is_said_and_closed_by_a_word(recco) -> None:
    recco("goal", "add", "1 ask", "--by", "thu 18:00")
    assert "1 ask was due yesterday 18:00" in recco("today", "--all", now="2026-11-27").out
    assert "18:00" not in recco("today", "--all", now="2026-12-04").out
    recco("goal", "done")
    assert _state(recco)[1] == "done"
    recco("goal", "remove", "#1")
    assert recco("goal", "list").out == "No goals.\n"
    recco("undo")
    assert _state(recco)[1] == "done"


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        (
            ("add", "3 cats", "--by", "thu"),
            2,
            "is not a goal. Write '1 ask' or '2 recommendations'.",
        ),
        (("add", "0 asks", "--by", "thu"), 2, "A goal is for 1 to 99"),
        (("add", "1 ask", "--by", "yesterday"), 2, "Sun 22 Nov is in the past"),
        (("add", "1 ask", "--by", "thu 25:00"), 2, "is not a time"),
        (("add", "1 ask"), 2, "--by"),
        (("done", "seven"), 2, "is not the number of a goal"),
        (("done", "#7"), 1, "That goal no longer exists"),
        (("done",), 1, "No goals."),
    ],
)
def test_what_is_no_goal_is_refused(recco, arguments, status: int, sentence: str) -> None:
    refused = recco("goal", *arguments)
    assert (refused.status, refused.out) == (status, "")
    assert sentence in refused.err


def test_with_several_it_is_asked_which(recco) -> None:
    recco("goal", "add", "1 ask", "--by", "thu")
    recco("goal", "add", "2 asks", "--by", "fri")
    refused = recco("goal", "done")
    assert refused.status == 2
    assert "Which goal? #1 1 ask, #2 2 asks." in refused.err
    assert recco("goal", "done", "2").status == 0
