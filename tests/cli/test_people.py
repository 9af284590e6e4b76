"""`recco contact`: people found by name, number or address, and changed."""

import pytest


def test_a_person_is_found_by_name_part_number_and_address(recco) -> None:
    added = recco(
        "contact", "add", "Katrina Moss", "--kind", "mentor",
        "--url", "http://linkedin.com/in/Katrina-Moss/?trk=x", "--json",
    ).json  # fmt: skip
    assert added["url"] == "https://www.linkedin.com/in/katrina-moss"
    for way in ("Katrina Moss", "katrina", "KATRINA MOSS", f"#{added['id']}", added["url"]):
        assert recco("contact", "show", way, "--json").json["name"] == "Katrina Moss"


def test_a_name_of_two_people_is_refused_with_their_numbers(recco) -> None:
    for company in ("Acme", "Bar"):
        assert recco("contact", "add", "David Kim", "--company", company).status == 0
    outcome = recco("contact", "show", "David Kim")
    assert outcome.status == 2
    assert "#1 David Kim (Acme), #2 David Kim (Bar)" in outcome.err


def test_a_relationship_implies_the_kind(recco) -> None:
    assert (
        recco("contact", "add", "Ann", "--kind", "managed-me", "--json").json["kind"] == "manager"
    )
    recco("contact", "add", "Ben")
    rows = recco("contact", "kind", "Ann", "Ben", "studied-together", "--json").json
    assert [(r["kind"], r["relationship"]) for r in rows] == [("peer", "studied-together")] * 2


def test_an_edit_changes_what_is_named_and_nothing_else(recco) -> None:
    recco("contact", "add", "Ann", "--company", "Acme", "--note", "met in Oslo")
    recco("contact", "edit", "Ann", "--name", "Ann Lee", "--company", "")
    ann = recco("contact", "show", "Ann Lee", "--json").json
    assert (ann["name"], ann["company"], ann["note"]) == ("Ann Lee", "", "met in Oslo")
    assert recco("contact", "edit", "Ann Lee").status == 2


def test_an_archived_person_is_hidden_and_comes_back(recco) -> None:
    recco("contact", "add", "Ann")
    assert recco("contact", "archive", "Ann").out == "Archived Ann.\n"
    assert recco("contact", "list", "--json").json == []
    assert [c["name"] for c in recco("contact", "list", "--archived", "--json").json] == ["Ann"]
    assert recco("contact", "archive", "Ann", "--back").out == "Brought back Ann.\n"
    assert [c["name"] for c in recco("contact", "list", "--json").json] == ["Ann"]
    assert recco("contact", "archive", "Zoe", "--back").status == 1


def test_the_shortlist_is_a_list(recco) -> None:
    recco("contact", "add", "Ann")
    recco("contact", "add", "Ben")
    recco("contact", "pin", "Ben")
    assert [c["name"] for c in recco("contact", "list", "--pinned", "--json").json] == ["Ben"]
    assert "Nothing to change" in recco("contact", "pin", "Ben").out
    recco("contact", "pin", "Ben", "--off")
    assert recco("contact", "list", "--pinned", "--json").status == 1


def test_a_squared_debt_is_owed_no_more(sample) -> None:
    assert "John Silva" in sample("owed").out
    sample("contact", "square", "John Silva", "--because", "a favour returned in person")
    assert "John Silva" not in sample("owed").out
    assert "a favour returned in person" in sample("contact", "show", "John Silva").out
    assert sample("contact", "square", "John Silva").status == 1


NASTY = {
    "markup": ("[b]Bo[/b] [/x]", "[b]Bo[/b] [/x]"),
    "a link": ("[@click=app.quit]Bo", "[@click=app.quit]Bo"),
    "escape": ("\x1b[31mBo\x1b[0m", "Bo"),
    "bell and NUL-like": ("Bo\x07\x01", "Bo"),
    "bidi": ("\u202eoB\u202c", "oB"),
    "line break": ("Bo\nSmith", "Bo Smith"),
    "title": ("\x1b]0;owned\x07Bo", "Bo"),
    "accents": ("Søren Ünal", "Søren Ünal"),
    "wide": ("李小龍", "李小龍"),
    "emoji": ("Bo 🎉", "Bo 🎉"),
    "quotes": ('Bo "O\'Neil"', 'Bo "O\'Neil"'),
    "percent": ("%s {0} $HOME", "%s {0} $HOME"),
    "a dash": ("- Bo", "- Bo"),
}


@pytest.mark.parametrize("case", NASTY)
def test_a_nasty_name_is_text_and_nothing_else(recco, case: str) -> None:
    typed, shown = NASTY[case]
    added = recco("contact", "add", "--json", "--", typed)
    assert (added.status, added.json["name"]) == (0, shown)
    for command in (["contact", "list"], ["contact", "show", "#1"], ["log"], ["board", "--all"]):
        outcome = recco(*command)
        assert outcome.status == 0
        assert shown in outcome.out
        assert not set(outcome.out) & set("\x1b\x07\x01\u202e")
    unknown = recco("contact", "show", "--", typed + "x")
    assert unknown.err.count("\n") == 1
    assert not set(unknown.err) & set("\x1b\x07\x01\u202e")


def test_a_name_too_long_is_refused_in_a_sentence(recco) -> None:
    outcome = recco("contact", "add", "x" * 2206)
    assert (outcome.status, "at most 300 characters" in outcome.err) == (2, True)
