"""A student's line on the coach's board: how far they are, and when their card came."""

from datetime import date

import pytest

from recco_tui.core.card import Card, CardText, TextSource
from recco_tui.core.classroom import (
    ClassMember,
    Classroom,
    Role,
    SharedDraft,
    Student,
    student_lines,
)
from recco_tui.core.meaning import Meaning
from recco_tui.core.models import TextKind
from recco_tui.core.policy import Policy
from recco_tui.ui.present.classroom import draft_lines, student_heads, student_row
from recco_tui.ui.present.spans import Span
from recco_tui.writing.parts import State
from recco_tui.writing.review import review
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


def test_a_narrow_draft_keeps_each_sign_with_its_word_and_color() -> None:
    text = "Hi Ann, I loved our work. Could you recommend me? Thanks!"
    draft = SharedDraft(
        1, 1, "Maria", CardText(TextSource.DRAFT, 1, TextKind.ASK, "Ann Lee", text), NOW
    )
    judged = review(text, TextKind.ASK)
    for width in range(24, 60):
        spans = [span for line in draft_lines(draft, judged, width) for span in line]
        for part, state in judged.states.items():
            ink = part.meaning if state is not State.ABSENT else Meaning.OWE
            assert Span(f"{state.sign} {part.value}", ink) in spans


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
