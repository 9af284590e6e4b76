"""A student's line on the coach's board: how far they are, and when their card came."""

from datetime import date

import pytest

from recco_tui.core.card import Card
from recco_tui.core.classroom import ClassMember, Classroom, Role, Student, student_lines
from recco_tui.core.policy import Policy
from recco_tui.ui.present.classroom import student_heads, student_row
from tests.classroom.people import NOW

TODAY = date(2026, 11, 23)
JOINED = ClassMember(1, "Maria Silva", Role.STUDENT, NOW)
INVITED = ClassMember(1, "Maria Silva", Role.STUDENT)


@pytest.mark.parametrize(
    ("student", "words"),
    [
        (Student(INVITED), "invited"),
        (Student(JOINED), "no card"),
        (Student(JOINED, Card("Maria Silva", TODAY)), "card today"),
        (Student(JOINED, Card("Maria Silva", date(2026, 11, 20))), "card 3 d"),
    ],
)
def test_a_wide_line_ends_with_the_card(student: Student, words: str) -> None:
    room = Classroom("Spring", (student,), (), ())
    (line,) = student_lines(room, TODAY, Policy())
    for width in (60, 80, 110):
        shown = "".join(span.text for span in student_row(line, TODAY, width))
        assert len(shown) == width
        assert (words in shown) is (width >= 80)
        (heads,) = student_heads(width)
        assert len(heads.text) == len(shown)
        assert ("Card" in heads.text) is (width >= 80)


def test_each_number_ends_where_the_name_of_its_column_does() -> None:
    card = Card("Maria Silva", TODAY, asked=7, received=8, given=9)
    (line,) = student_lines(Classroom("Spring", (Student(JOINED, card),), (), ()), TODAY, Policy())
    for width in (50, 64, 76, 110):
        shown = "".join(span.text for span in student_row(line, TODAY, width))
        (heads,) = student_heads(width)
        for head, number in (("Asked", "7"), ("Recvd", "8"), ("Given", "9"), ("Stuck", "–")):
            assert shown[heads.text.index(head) + len(head) - 1] == number


def test_homework_is_shown_in_full_beside_a_name_where_both_fit() -> None:
    (heads,) = student_heads(64)
    assert heads.text.index("Asked") - 1 - heads.text.index("Homework") >= len(
        "0 of 1, due Thu 18:00"
    )
