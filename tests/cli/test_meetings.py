"""Before one meets somebody: a line of today the day before, and what was read can be found."""

import pytest


@pytest.fixture
def met(recco):
    """On Monday, an interview at Acme on Friday with somebody new."""
    said = recco(
        "meet", "add", "Jane Doe", "--at", "Acme", "--on", "friday", "--about", "interview"
    )
    assert said.status == 0
    return recco


def lines(recco, day: str) -> list[tuple[str, str, str]]:
    found = recco("today", "--json", now=day).json
    return [(one["contact"], one["why"], one["key"]) for one in found if one["action"] == "look"]


def test_today_says_what_to_read_the_day_before_and_on_the_day(met) -> None:
    why = "interview at Acme {}: read their recommendations"
    assert lines(met, "2026-11-25") == []
    assert lines(met, "2026-11-26") == [("Jane Doe", why.format("tomorrow"), "O")]
    assert lines(met, "2026-11-27") == [("Jane Doe", why.format("today"), "O")]
    assert lines(met, "2026-11-28") == []
    (line, *_) = met("today", "--json", now="2026-11-26").json
    assert (line["action"], line["due"], line["until"]) == ("look", "2026-11-26", "2026-11-28")
    assert "look" in met("today", now="2026-11-26").out


def test_a_meeting_is_listed_put_right_removed_and_taken_back(met) -> None:
    (meeting,) = met("meet", "list", "--json").json
    assert meeting == {
        "id": 1,
        "contact": "Jane Doe",
        "contact_id": 1,
        "on": "2026-11-27",
        "company": "Acme",
        "about": "interview",
    }
    assert "interview  at Acme  meeting #1" in met("contact", "show", "Jane").out
    assert met("contact", "show", "Jane", "--json").json["company"] == "Acme"
    met("meet", "edit", "#1", "--on", "thursday", "--about", "")
    assert "meeting at Acme" in met("meet", "list").out
    assert lines(met, "2026-11-25")
    met("meet", "remove", "1")
    assert met("meet", "list", "--json").json == []
    met("undo")
    assert met("meet", "list", "Jane", "--json").json[0]["on"] == "2026-11-26"
    assert met("meet", "list", "--json", now="2026-12-01").json == []
    assert len(met("meet", "list", "--all", "--json", now="2026-12-01").json) == 1


def test_what_was_read_is_noted_found_and_ends_the_line(met) -> None:
    note = "three praise her calm in incidents"
    met("moment", "add", "Jane", note, "--seen", now="2026-11-26")
    assert lines(met, "2026-11-26") == []
    for wanted in ("incidents", "moment:calm", "company:acme"):
        found = met("board", "--all", "--filter", wanted, "--json").json
        assert [one["name"] for one in found] == ["Jane Doe"], wanted
    assert note in met("contact", "show", "Jane", now="2026-11-26").out
    assert met("moment", "list", "Jane", "--json").json[0]["kind"] == "seen"


def test_the_people_of_a_company_are_listed_together(met) -> None:
    met("contact", "add", "Bo Ray", "--company", "Acme Corp")
    said = met("meet", "add", "Cy Fox", "--at", "Acme", "--on", "dec 4")
    assert "2 more contacts at Acme: recco board --all --filter 'company:\"Acme\"'" in said.out
    met("meet", "add", "Bo Ray", "--at", "Initech", "--on", "dec 4")
    found = met("board", "--all", "--filter", "company:initech", "--json").json
    assert [one["name"] for one in found] == ["Bo Ray"]


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("add", "Bo"), 2, "--on"),
        (("add", "Bo", "--on", "blue"), 2, "blue"),
        (("edit", "#1"), 2, "Say what to change"),
        (("edit", "#9", "--about", "x"), 1, "no longer exists"),
        (("remove", "#9"), 1, "no longer exists"),
    ],
)
def test_what_cannot_be_is_said(met, words, status, said) -> None:
    answer = met("meet", *words)
    assert answer.status == status
    assert said in answer.err


def test_what_others_wrote_is_no_reason_to_ask_and_no_evidence(met) -> None:
    met("moment", "add", "Jane", "praised for calm", "--seen")
    assert met("moment", "add", "Jane", "x", "--seen", "--feedback").status == 2
    assert all(one["action"] != "ask" for one in met("today", "--json").json)
    assert "praised for calm" not in met("prompt", "Jane").out
