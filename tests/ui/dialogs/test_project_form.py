from datetime import date

import pytest

from recco_tui.core.models import Contact, Joining, Member, Project, ProjectKind
from recco_tui.core.relationships import Kind
from recco_tui.ui.dialogs.project_form import ProjectForm, RemoveSign
from recco_tui.ui.widgets.person_field import PersonSuggestions, matches_name


@pytest.fixture
def form(today, suggest):
    return lambda: ProjectForm(today, suggest)


def test_three_members_take_few_keys_beside_the_names(meet, form) -> None:
    names = ("=katrina", "=rodrigo", "=Ann Lee")
    added = [step for name in names for step in (name, "enter")]
    steps = ["=Inventory", "enter", "=yesterday", "enter", *added, "f4 enter"]
    beside = [step for step in steps if step not in names]
    assert sum(len(s) - 1 if s.startswith("=") else len(s.split()) for s in beside) <= 40
    entry = meet(form, *steps).answer
    assert (entry.title, entry.ended_on) == ("Inventory", date(2026, 11, 22))
    assert entry.members == (
        Joining("Katrina Moss", 1, Kind.MENTOR),
        Joining("Rodrigo Pena", 2, Kind.PEER),
        Joining("Ann Lee", None, Kind.MENTOR),
    )
    assert (entry.kind, entry.started_on, entry.about) == (ProjectKind.PROJECT, None, "")


def test_keys_that_come_all_at_once_end_up_in_their_fields(meet, form) -> None:
    keys = [*"API", "enter", *"yesterday", "tab", *"rod", "enter", *"Zoe", "enter", "f2", "enter"]
    entry = meet(form, " ".join(keys)).answer
    assert (entry.title, entry.ended_on) == ("API", date(2026, 11, 22))
    assert [(m.name, m.kind) for m in entry.members] == [
        ("Rodrigo Pena", Kind.PEER),
        ("Zoe", Kind.PEER),
    ]


def test_an_empty_end_means_running_and_is_said(meet, shown_by, form) -> None:
    def said(app, pilot) -> None:
        assert "still running" in shown_by(app)

    assert meet(form, "=Academy", "enter", said, "enter enter").answer.ended_on is None


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (("ctrl+s",), "Enter a title."),
        (("=A", "enter", "=sometime", "ctrl+s"), "is not a date"),
        (("=A", "enter enter", "=Rod", "ctrl+s"), "Enter adds this person"),
        (
            ("=A", "enter", "=2026-11-01", "f6", "tab tab tab", "=2026-11-05", "ctrl+s"),
            "The end is before the start.",
        ),
    ],
    ids=["no title", "no date", "half a name", "ends first"],
)
def test_what_is_off_is_said_and_nothing_is_answered(meet, form, typed, sentence) -> None:
    met = meet(form, *typed)
    assert sentence in " ".join(met.shown.split())
    assert met.answer == "still open"


def test_a_name_no_one_bears_is_new_and_arrows_choose_among_those_who_fit(
    meet, shown_by, form
) -> None:
    def look(app, pilot) -> None:
        shown = shown_by(app)
        assert "Katrina Moss  mentor · Acme" in shown
        assert "Kathleen [b]Brand[/x]  Globex" in shown
        assert "+ kat  new contact" in shown

    steps = ("=A", "enter enter", "=kat", look, "down enter", "=kat", "up enter enter")
    second, new = meet(form, *steps).answer.members
    assert second.contact_id == 3
    assert (new.name, new.contact_id, new.kind) == ("kat", None, Kind.UNKNOWN)


def test_a_company_that_fits_does_not_take_the_place_of_a_new_name(meet, form) -> None:
    member = meet(form, "=A", "enter enter", "=Katla", "enter enter").answer.members[0]
    assert (member.name, member.contact_id) == ("Katla", None)


def test_no_one_is_in_it_twice(meet, shown_by, form) -> None:
    def refused(app, pilot) -> None:
        assert "Katrina Moss is already in this project." in shown_by(app)

    twice = ("=katrina", "enter", "=Katrina Moss", "enter", refused)
    new = ("=Ann Lee", "enter", "=ann lee", "enter")
    members = meet(form, "=A", "enter enter", *twice, *new, "enter").answer.members
    assert [member.name for member in members] == ["Katrina Moss", "Ann Lee"]


def test_backspace_in_the_empty_line_or_a_click_takes_a_member_out(meet, form) -> None:
    async def click(app, pilot) -> None:
        await pilot.click(app.screen.query(RemoveSign).first())

    steps = ("=A", "enter enter", "=rod", "enter", "=Ann", "enter", "=Zoe", "enter")
    members = meet(form, *steps, "x backspace backspace", click, "enter").answer.members
    assert [member.name for member in members] == ["Ann"]


def test_a_click_on_a_person_adds_them(meet, form) -> None:
    async def click(app, pilot) -> None:
        await pilot.click(app.screen.query_one(PersonSuggestions), offset=(3, 1))

    met = meet(form, "=A", "enter enter", "=kat", click, "enter")
    assert [m.contact_id for m in met.answer.members] == [3]


def test_a_pasted_list_of_people_and_nasty_names_stay_one_literal_line(meet, form) -> None:
    met = meet(form, "=A", "enter enter", "<[b]An\x1b[31mn[/x]\nLee", "enter enter")
    assert met.answer.members[0].name == "[b]Ann[/x] Lee"


def test_the_rest_is_folded_away_until_a_key_shows_it(meet, shown_by, form) -> None:
    def folded(app, pilot) -> None:
        assert "about" not in shown_by(app)

    met = meet(form, "=A", "enter enter", "=rod", "enter", folded, "f6")
    assert "they did" in met.shown
    assert "about" in met.shown


def test_editing_starts_with_what_is_known_and_keeps_ids_and_parts(meet, today, suggest) -> None:
    project = Project(
        7, "API", ProjectKind.CHALLENGE, date(2026, 1, 2), date(2026, 2, 3), "it was",
        members=(Member(2, "Rodrigo Pena", "the queries", "the tests"),),
    )  # fmt: skip
    entry = meet(lambda: ProjectForm(today, suggest, project), "ctrl+s").answer
    assert (entry.title, entry.kind, entry.about) == ("API", ProjectKind.CHALLENGE, "it was")
    assert (entry.started_on, entry.ended_on) == (date(2026, 1, 2), date(2026, 2, 3))
    member = entry.members[0]
    assert (member.contact_id, member.their_part, member.my_part) == (2, "the queries", "the tests")


def test_leaving_with_only_a_person_added_asks_first(meet, form) -> None:
    met = meet(form, "enter enter", "=rod", "enter", "escape")
    assert "Discard" in met.shown
    assert met.answer == "still open"


@pytest.mark.parametrize(
    ("typed", "name", "fits"),
    [
        ("kat", "Katrina Moss", True),
        ("moss k", "Katrina Moss", True),
        ("atrina", "Katrina Moss", False),
        ("soren", "Søren Dahl", True),
        ("katrina x", "Katrina Moss", False),
    ],
)
def test_a_person_is_meant_when_each_word_begins_one_of_the_name(typed, name, fits) -> None:
    assert matches_name(typed, name) is fits


def test_at_most_six_people_are_shown(meet, today) -> None:
    many = [Contact(n, f"Ann {n}") for n in range(1, 30)]
    met = meet(lambda: ProjectForm(today, lambda _: many), "enter enter", "=ann")
    assert "Ann 6" in met.shown
    assert "Ann 7" not in met.shown
