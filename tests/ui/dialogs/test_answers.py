"""Choices and reasons: one key answers."""

import pytest

from recco_tui.core.relationships import Kind, Relationship
from recco_tui.ui.dialogs.choice import Choice, ChoiceDialog, ChoiceLines, with_keys
from recco_tui.ui.dialogs.reason import ReasonDialog
from recco_tui.ui.dialogs.relationship import (
    LINES,
    RelationshipChoice,
    RelationshipDialog,
    RelationshipLines,
)

SNOOZES = (
    Choice("1", "tomorrow", 1, "Tue 24 Nov"),
    Choice("j", "in three days", 3),
    Choice("question_mark", "who knows", 0, "[b]never[/b]"),
)


def snooze() -> ChoiceDialog:
    return ChoiceDialog("Snooze", "Show it again …", SNOOZES, "u undoes it")


async def _click_second(app, pilot) -> None:
    await pilot.click(app.screen.query_one(ChoiceLines), offset=(8, 1))


@pytest.mark.parametrize(
    ("steps", "answer"),
    [
        (("1",), 1),
        (("j",), 3),
        (("end enter",), 0),
        (("down down up enter",), 3),
        ((_click_second,), 3),
        (("x",), "still open"),
    ],
)
def test_a_choice_is_made_by_its_key_with_the_arrows_or_a_click(meet, steps, answer) -> None:
    assert meet(snooze, *steps).answer == answer


FORTY = [f"answer {number}" for number in range(1, 41)]


@pytest.mark.parametrize(
    ("steps", "answer"),
    [(("9",), "answer 9"), (("end enter",), "answer 40"), (("end up enter",), "answer 39")],
)
def test_more_answers_than_keys_are_chosen_with_the_arrows(meet, steps, answer) -> None:
    choices = [Choice(key, words, words) for key, words in with_keys(FORTY)]
    assert meet(lambda: ChoiceDialog("Which?", "", choices), *steps).answer == answer
    assert meet(lambda: ReasonDialog("Why?", "Why?", FORTY), "down", *steps).answer == answer


def test_the_answer_at_the_cursor_is_in_sight_however_many_there_are(meet) -> None:
    choices = [Choice(key, words, words) for key, words in with_keys(FORTY)]
    shown = meet(lambda: ChoiceDialog("Which?", "", choices), "end").shown
    assert "answer 40" in shown
    assert "9  answer 9" in meet(lambda: ChoiceDialog("Which?", "", choices)).shown


def test_choices_show_their_keys_and_hints(meet) -> None:
    shown = meet(snooze).shown
    for words in ("1  tomorrow", "Tue 24 Nov", "j  in three days", "?  who knows", "[b]never[/b]"):
        assert words in shown


def test_a_hint_is_seen_beside_a_label_too_long_for_the_line(meet) -> None:
    shown = meet(lambda: ChoiceDialog("Who", "", [Choice("a", "x" * 200, 1, "at Acme")])).shown
    assert "… at Acme" in " ".join(shown.split())


def test_the_twelve_have_letters_in_the_order_shown_and_the_four_kinds_digits(meet) -> None:
    assert "".join(line.letter for line in LINES) == "abcdefghijkl"
    assert {line.code for line in LINES} == set(Relationship)
    for line in LINES[::11]:
        kind = line.code.kind
        answer = meet(lambda: RelationshipDialog("Ann"), line.letter).answer
        assert answer == RelationshipChoice(kind, line.code)


@pytest.mark.parametrize(
    ("key", "kind"), [("1", Kind.PEER), ("4", Kind.CLIENT), ("0", Kind.UNKNOWN)]
)
def test_a_digit_says_only_the_kind(meet, key, kind) -> None:
    assert meet(lambda: RelationshipDialog("5 people"), key).answer == RelationshipChoice(
        kind, None
    )


def test_the_relationship_of_now_is_marked_and_under_the_cursor(meet) -> None:
    now = Relationship.TAUGHT_ME
    met = meet(lambda: RelationshipDialog("Ann", now, Kind.MENTOR), "enter")
    assert met.answer == RelationshipChoice(Kind.MENTOR, now)
    met = meet(lambda: RelationshipDialog("Ann", now, Kind.MENTOR))
    assert "they taught or mentored me  ● now" in met.shown


def test_a_click_on_a_kind_or_a_relationship_chooses_it(meet) -> None:
    async def kind(app, pilot) -> None:
        await pilot.click(app.screen.query_one(RelationshipLines), offset=(4, 6))

    async def code(app, pilot) -> None:
        await pilot.click(app.screen.query_one(RelationshipLines), offset=(24, 6))

    make = RelationshipDialog
    assert meet(lambda: make("Ann"), kind).answer == RelationshipChoice(Kind.MANAGER, None)
    assert meet(lambda: make("Ann"), code).answer.code == Relationship.MANAGED_ME


def square() -> ReasonDialog:
    return ReasonDialog(
        "Waive", "Nothing owed, because …", ("thanked them in person", "too long ago")
    )


@pytest.mark.parametrize(
    ("steps", "answer"),
    [
        (("2",), "too long ago"),
        (("=in 2021 already", "enter"), "in 2021 already"),
        (("down down enter",), "too long ago"),
        (("down up down 1",), "thanked them in person"),
        (("<two\nlines", "ctrl+s"), "two lines"),
    ],
)
def test_a_reason_is_typed_or_picked_by_its_digit(meet, steps, answer) -> None:
    assert meet(square, *steps).answer == answer


@pytest.mark.parametrize("typed", ["enter", "space"])
def test_a_reason_is_never_empty(meet, typed) -> None:
    met = meet(square, typed, "enter")
    assert met.answer == "still open"
    assert "Write a few words, or pick 1 to 2." in met.shown


def test_without_suggestions_digits_are_typed(meet) -> None:
    assert meet(lambda: ReasonDialog("Why", "Because …"), "=3 times", "enter").answer == "3 times"
