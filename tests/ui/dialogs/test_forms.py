"""The other forms: their answers, what they refuse, and the keys they take."""

from datetime import date

import pytest

from recco_tui.core.fields import ByHand, by_hand
from recco_tui.core.models import Contact, DebtKind, Direction, MomentKind, Project, Status
from recco_tui.core.relationships import Kind, Relationship
from recco_tui.ui.dialogs.contact_form import ContactEntry, ContactForm
from recco_tui.ui.dialogs.timeline_forms import (
    MomentEntry,
    MomentForm,
    RecommendationEntry,
    RecommendationForm,
    RequestEntry,
    RequestForm,
)
from recco_tui.ui.widgets.text_box import TextBox

TODAY = date(2026, 11, 23)
KNOWN = Contact(
    3, "Ann [b]Lee[/x]", kind=Kind.CLIENT, relationship=Relationship.WAS_MY_CLIENT, slug="ann-lee",
    company="Acme", position="CTO", email="a@b.c", note="line\nline",
)  # fmt: skip


def test_editing_and_saving_at_once_answers_what_was_known(meet) -> None:
    assert meet(lambda: ContactForm(KNOWN), "ctrl+s").answer == ContactEntry(
        {
            **dict.fromkeys(by_hand(Contact), ""),
            "name": "Ann [b]Lee[/x]",
            "kind": Kind.CLIENT,
            "relationship": Relationship.WAS_MY_CLIENT,
            "former_names": (),
            "url": "https://www.linkedin.com/in/ann-lee",
            "company": "Acme",
            "position": "CTO",
            "email": "a@b.c",
            "note": "line\nline",
        }
    )


@pytest.mark.parametrize(("name", "field"), by_hand(Contact).items())
def test_each_text_of_a_contact_has_its_row(meet, shown_by, name: str, field: ByHand) -> None:
    def labeled(app, pilot) -> None:
        assert field.label in shown_by(app)

    met = meet(lambda: ContactForm(Contact(3, "Ann Lee", **{name: "Xyzzy"})), labeled, "ctrl+s")
    assert met.answer.fields[name] == "Xyzzy"


def test_a_contact_is_added_with_a_name_and_one_key(meet) -> None:
    fields = meet(lambda: ContactForm(None), "=Ann Lee", "ctrl+s").answer.fields
    assert fields["name"] == "Ann Lee"
    assert fields["kind"] == Kind.UNKNOWN
    assert fields["relationship"] is None
    assert {fields[name] for name in ("url", *by_hand(Contact))} == {""}


@pytest.mark.parametrize(
    ("steps", "sentence"),
    [
        (("ctrl+s",), "Enter a name."),
        (
            ("=Ann", "enter enter enter", "=example.com/ann", "ctrl+s"),
            "Not a LinkedIn profile",
        ),
    ],
)
def test_a_contact_that_is_off_is_said_so_in_the_form(meet, steps, sentence) -> None:
    met = meet(lambda: ContactForm(None), *steps)
    assert sentence in met.shown
    assert met.answer == "still open"


def test_a_complaint_goes_when_one_types_on(meet, shown_by) -> None:
    def said(app, pilot) -> None:
        assert "Enter a name." in shown_by(app)

    assert "Enter a name." not in meet(lambda: ContactForm(None), "space ctrl+s", said, "=A").shown


def test_a_relationship_sets_the_kind_and_another_kind_takes_it_back(meet) -> None:
    fields = meet(
        lambda: ContactForm(None), "=Ann", "f2", "escape", "f2", "g", "ctrl+s"
    ).answer.fields
    assert (fields["kind"], fields["relationship"]) == (Kind.MANAGER, Relationship.MANAGED_ME)
    fields = meet(lambda: ContactForm(None), "=Ann", "f2", "g", "enter right ctrl+s").answer.fields
    assert (fields["kind"], fields["relationship"]) == (Kind.MENTOR, None)


@pytest.mark.parametrize(
    ("steps", "entry"),
    [
        (("=found it", "ctrl+s"), MomentEntry(MomentKind.WIN, "found it", TODAY, None)),
        (
            ("=so kind", "f2", "enter enter", "=yesterday", "enter", "right", "enter"),
            MomentEntry(MomentKind.FEEDBACK, "so kind", date(2026, 11, 22), 7),
        ),
    ],
)
def test_a_moment_is_a_line_with_good_defaults(meet, steps, entry) -> None:
    projects = [Project(7, "Inventory API"), Project(8, "Other")]
    assert meet(lambda: MomentForm("Ann", TODAY, projects), *steps).answer == entry


@pytest.mark.parametrize(
    ("steps", "sentence"),
    [
        (("ctrl+s",), "Write in one line what happened."),
        (("=a", "tab tab", "=tomorrow", "ctrl+s"), "That day is in the future"),
        (("=a", "tab tab", "=32 foo", "ctrl+s"), "32 foo"),
    ],
)
def test_a_moment_without_a_line_or_on_no_day_is_refused(meet, steps, sentence) -> None:
    met = meet(lambda: MomentForm("Ann", TODAY), *steps)
    assert f"✗ {sentence}" in met.shown or f"✗ '{sentence}" in met.shown
    assert met.answer == "still open"


def test_the_day_understood_is_said_while_typing(meet, shown_by) -> None:
    def not_yet(app, pilot) -> None:
        assert "not a date yet" in shown_by(app)

    met = meet(lambda: MomentForm("A", TODAY), "tab tab", "=yesterd", not_yet, "=ay")
    assert "Sun 22 Nov" in met.shown


@pytest.mark.parametrize(
    ("steps", "entry"),
    [
        (("ctrl+s",), RequestEntry(DebtKind.REQUEST, TODAY, None, "")),
        (
            ("f2", "tab", "=yesterday", "tab", "=2026-12-01", "tab", "=for a job", "enter"),
            RequestEntry(DebtKind.PROMISE, date(2026, 11, 22), date(2026, 12, 1), "for a job"),
        ),
    ],
)
def test_a_request_is_of_today_unless_said_otherwise(meet, steps, entry) -> None:
    assert meet(lambda: RequestForm("Ann", TODAY), *steps).answer == entry


@pytest.mark.parametrize(
    ("asked", "due", "sentence"),
    [
        ("today", "yesterday", "The due date is before the day they asked."),
        ("tomorrow", "", "That day is in the future"),
    ],
)
def test_a_request_with_days_in_the_wrong_order_is_refused(meet, asked, due, sentence) -> None:
    met = meet(lambda: RequestForm("Ann", TODAY), "tab", f"={asked}", "tab", f"={due}", "ctrl+s")
    assert sentence in met.shown
    assert met.answer == "still open"


TEXT = "Ann led it.\n\nI [b]would[/x] work with her again — 👩‍💻."


def test_a_pasted_text_comes_back_letter_by_letter_without_controls(meet) -> None:
    met = meet(lambda: RecommendationForm("Ann", TODAY), f"<{TEXT}\x1b[31m\x07", "ctrl+s")
    assert met.answer == RecommendationEntry(Direction.RECEIVED, TEXT, TODAY, Status.VISIBLE)


def test_the_status_follows_the_direction(meet) -> None:
    steps = ("<Well done.", "f2", "tab tab", "=2025-03-04", "ctrl+s")
    entry = meet(lambda: RecommendationForm("Ann", TODAY), *steps).answer
    assert (entry.direction, entry.status) == (Direction.GIVEN, Status.SENT)
    assert entry.on == date(2025, 3, 4)
    hidden = ("<Well done.", "tab tab tab", "h", "ctrl+s")
    entry = meet(lambda: RecommendationForm("Ann", TODAY, Direction.GIVEN), *hidden).answer
    assert (entry.direction, entry.status) == (Direction.GIVEN, Status.HIDDEN)


@pytest.mark.parametrize(
    ("steps", "sentence"),
    [
        (("<\n \n", "f2", "ctrl+s"), "Paste or type the text first."),
        (("<x", "tab tab", "=tomorrow", "ctrl+s"), "That day is in the future."),
    ],
)
def test_a_text_given_is_needed_and_no_day_to_come_is_taken(meet, steps, sentence) -> None:
    met = meet(lambda: RecommendationForm("Ann", TODAY), *steps)
    assert sentence in met.shown
    assert met.answer == "still open"


def test_enter_makes_a_new_line_in_a_text_and_pasted_text_is_asked_about(meet) -> None:
    texts: list[str] = []

    def read(app, pilot) -> None:
        texts.append(app.screen.query_one(TextBox).value)

    met = meet(lambda: RecommendationForm("A", TODAY), "=a", "enter", "=b", read, "escape")
    assert texts == ["a\nb"]
    assert "Discard your changes?" in met.shown


def test_what_they_wrote_is_taken_without_its_text(meet) -> None:
    met = meet(lambda: RecommendationForm("Ann", TODAY), "ctrl+s")
    assert (met.answer.direction, met.answer.text) == (Direction.RECEIVED, "")
