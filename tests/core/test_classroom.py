"""Where each student is, as cards tell it: homework, what stands still, what waits."""

from datetime import UTC, date, datetime, timedelta

import pytest

from recco_tui.core.card import Card, CardAsk, CardHomework, CardStep, CardText, TextSource
from recco_tui.core.classroom import (
    ClassMember,
    Classroom,
    Homework,
    Review,
    Role,
    SharedDraft,
    Student,
    Verdict,
    report_markdown,
    report_rows,
    stuck_since,
    student_lines,
)
from recco_tui.core.errors import AmbiguousName, NothingFound
from recco_tui.core.models import AskState, GoalKind, Step, TextKind
from recco_tui.core.policy import Policy

TODAY = date(2026, 11, 23)
THURSDAY = date(2026, 11, 26)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
SET = Homework(1, GoalKind.ASKS, 1, THURSDAY, "18:00", published_on=TODAY)


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def ask(state: AskState, days: int) -> CardAsk:
    return CardAsk(state, (CardStep(Step.WARM, days_ago(days)),))


def student(id_: int, name: str, sent: int | None = None, *asks: CardAsk) -> Student:
    """One who has sent so many asks; None: no card yet."""
    piece = CardHomework(GoalKind.ASKS, 1, THURSDAY, "18:00", sent or 0)
    card = None if sent is None else Card(name, TODAY, asked=sent, asks=asks, homework=(piece,))
    return Student(ClassMember(id_, name, Role.STUDENT), card)


def draft(*reviews: Review) -> SharedDraft:
    text = CardText(TextSource.DRAFT, 1, TextKind.ASK, "Ann Lee", "Hi.")
    return SharedDraft(1, 2, "Bo Ray", text, NOW, reviews)


def review(verdict: Verdict, text_sent_at: datetime = NOW, words: str = "Say when.") -> Review:
    return Review(1, "Cora", 0, "", words, verdict, NOW, text_sent_at)


@pytest.mark.parametrize(
    ("asks", "since"),
    [
        ((), None),
        ((ask(AskState.WARM, 6),), None),
        ((ask(AskState.WARM, 7),), 7),
        ((ask(AskState.AGREED, 8), ask(AskState.REQUESTED, 12), ask(AskState.NUDGED, 2)), 12),
        ((ask(AskState.WARM, 31),), None),
        ((ask(AskState.RECEIVED, 9), ask(AskState.CLOSED, 9), ask(AskState.DRAFTED, 9)), None),
    ],
)
def test_stuck_is_an_ask_that_waits_as_long_as_recco_waits_before_a_nudge(asks, since) -> None:
    found = stuck_since(Card("", TODAY, asks=asks), TODAY, Policy())
    assert found == (None if since is None else days_ago(since))


@pytest.mark.parametrize(
    ("homework", "sent", "words"),
    [
        ((), 0, "–"),
        ((SET,), 0, "0 of 1, due Thu 18:00"),
        ((SET,), None, "0 of 1, due Thu 18:00"),
        ((SET,), 1, "done"),
        ((Homework(2, GoalKind.ASKS, 5, days_ago(1), published_on=days_ago(9)), SET), 1, "1 of 2, missed"),
        ((Homework(2, GoalKind.ASKS, 5, THURSDAY, optional=True, published_on=TODAY),), 0, "–"),
        ((Homework(2, GoalKind.ASKS, 5, THURSDAY),), 0, "–"),
    ],
)  # fmt: skip
def test_homework_is_done_due_or_missed(homework, sent, words: str) -> None:
    room = Classroom("Spring", (student(1, "Ann", sent),), homework, ())
    (line,) = student_lines(room, TODAY, Policy())
    assert line.homework_words(TODAY) == words


def test_who_needs_the_coach_stands_first() -> None:
    stuck = student(3, "Cy Fox", 1, ask(AskState.WARM, 9))
    students = (student(1, "Ann Lee", 1), student(2, "Bo Ray", 0), stuck)
    room = Classroom("Spring", students, (SET,), (draft(),))
    lines = student_lines(room, TODAY, Policy())
    assert [line.name for line in lines] == ["Cy Fox", "Bo Ray", "Ann Lee"]
    assert [line.waiting for line in lines] == [0, 1, 0]
    rows = report_rows(lines)
    assert [row["student"] for row in rows] == ["Ann Lee", "Bo Ray", "Cy Fox"]
    page = report_markdown("Spring [x](y)", rows, TODAY)
    assert page.splitlines()[0] == r"# Spring \[x\](y), 2026-11-23"
    assert page.splitlines()[-1] == "| total | 2 | 1 | 2 | 0 | 0 |  |  | 1 |"


@pytest.mark.parametrize(
    ("reviews", "waits"),
    [
        ((), True),
        ((review(Verdict.COMMENT),), True),
        ((review(Verdict.COMMENT), review(Verdict.RETURNED)), False),
        ((review(Verdict.READY, words=""),), False),
        ((review(Verdict.RETURNED, NOW - timedelta(days=1)),), True),
    ],
)
def test_a_draft_waits_until_the_text_as_it_is_now_is_answered(reviews, waits: bool) -> None:
    assert draft(*reviews).waits is waits


def test_a_student_is_found_by_a_part_of_the_name() -> None:
    room = Classroom("Spring", (student(1, "Zoë Ray"), student(2, "Bo Ray")), (), ())
    assert room.student_named("zoe").member.id == 1
    with pytest.raises(AmbiguousName, match=r"2 students match 'ray': Zoë Ray, Bo Ray"):
        room.student_named("ray")
    for nobody in ("Cy", "", " "):
        with pytest.raises(NothingFound, match="No student in Spring matches"):
            room.student_named(nobody)
