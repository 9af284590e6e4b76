"""A class with students in it."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from recco_tui.classroom.store import ClassStore, create_class, join_class
from recco_tui.core.card import Card, CardHomework, CardText, TextSource
from recco_tui.core.classroom import Role
from recco_tui.core.models import GoalKind, TextKind

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
TODAY = date(2026, 11, 23)
THURSDAY = date(2026, 11, 26)


def card_of(name: str, sent: int, *texts: CardText) -> Card:
    done = CardHomework(GoalKind.ASKS, 1, THURSDAY, "18:00", sent)
    return Card(name, TODAY, 0, 0, 0, sent, homework=(done,), texts=texts)


def draft(number: int, text: str) -> CardText:
    return CardText(TextSource.DRAFT, number, TextKind.ASK, "Ann Lee", text)


def class_at(place: str, *names: str) -> tuple[ClassStore, list[ClassStore]]:
    """The coach of a new class, and its students."""
    coach = ClassStore(create_class(place, "Spring", "Cora", NOW))
    return coach, joined(coach, names)


def joined(coach: ClassStore, names: Sequence[str], role: Role = Role.STUDENT) -> list[ClassStore]:
    """Members who were invited and have joined."""
    invited = coach.invite(names, role)
    return [ClassStore(join_class(coach.place.name, one.token, NOW)) for one in invited]
