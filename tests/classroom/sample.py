"""A small class as its coach finds it on a Monday morning: some are done, some stuck, some wait."""

from datetime import date, datetime, timedelta
from pathlib import Path

from recco_tui.classroom.store import ClassStore
from recco_tui.core.card import Card, CardAsk, CardHomework, CardStep, CardText, TextSource
from recco_tui.core.classroom import Homework, Verdict
from recco_tui.core.models import AskState, GoalKind, Step, TextKind
from tests.classroom.people import THURSDAY, TODAY, class_at

AT_EIGHT = datetime(2026, 11, 23, 8).astimezone()
"""Wherever one is."""
ASK = (
    "Hi Ann, I loved working on the inventory API with you. "
    "Could you write me a recommendation asap? Thanks!"
)
PRAISE = (
    "I worked with Bo on the billing service for a year. He explained each change so clearly that "
    "our reviews took half as long. I recommend him to any team."
)
STUDENTS: dict[str, tuple[int, int, tuple[int, ...], CardText | None]] = {
    "Maria Silva": (2, 1, (9,), CardText(TextSource.DRAFT, 1, TextKind.ASK, "Ann Lee", ASK)),
    "Rodrigo Paz": (
        *(0, 1, ()),
        CardText(TextSource.DRAFT, 1, TextKind.RECOMMENDATION, "Bo Ray", PRAISE),
    ),
    "Katrina Moss": (3, 2, (1,), None),
    "Uma Rossi-Nguyen": (0, 0, (), None),
    "Kei Tanabe": (1, 1, (12, 2), None),
    "Ida Io": (0, 2, (), None),
}
"""Received, given, the days since the last step of each ask, and a draft."""


def sample_class(folder: Path) -> ClassStore:
    """The coach's view of it, in a file in the folder."""
    coach, students = class_at(str(folder / "class.db"), *STUDENTS, "Nils Berg")
    coach.add_homework(Homework(0, GoalKind.ASKS, 1, THURSDAY, "18:00", published_on=TODAY))
    for student, (name, known) in zip(students[:-1], STUDENTS.items(), strict=True):
        received, given, asks, text = known
        student.push(
            Card(
                name,
                TODAY - timedelta(days=len(asks)),
                given,
                received,
                asked=len(asks),
                asks=tuple(_ask(TODAY - timedelta(days=days)) for days in asks),
                homework=(CardHomework(GoalKind.ASKS, 1, THURSDAY, "18:00", len(asks)),),
                texts=(text,) if text else (),
            ),
            AT_EIGHT,
        )
    room = coach.classroom()
    words = "Say what she could mention."
    coach.review(room.waiting[0], Verdict.COMMENT, words, AT_EIGHT, sentence=2, quote=ASK[55:96])
    coach.keep_package(
        room.student_named("Maria").member.id, "Patient, and quick to test.", AT_EIGHT
    )
    return coach


def _ask(last: date) -> CardAsk:
    return CardAsk(AskState.WARM, (CardStep(Step.WARM, last),))
