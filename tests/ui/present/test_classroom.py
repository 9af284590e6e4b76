"""A student's line on the coach's board: how far they are, and when their card came."""

from datetime import date

import pytest

from recco_tui.core.card import Card
from recco_tui.core.classroom import ClassMember, Classroom, Role, Student, student_lines
from recco_tui.core.policy import Policy
from recco_tui.ui.present.classroom import student_row
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
