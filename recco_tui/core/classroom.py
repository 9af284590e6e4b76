"""A class: who is in it, the homework, the drafts that wait for a coach, and where each student is.

What the coach's board shows is computed here from cards; the store keeps only what was sent.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from recco_tui.core.card import Card, CardText
from recco_tui.core.cleaning import shortened
from recco_tui.core.errors import AmbiguousName, NothingFound
from recco_tui.core.goals import say_by, say_goal
from recco_tui.core.labeled import DescribedEnum, LabeledEnum
from recco_tui.core.markdown import on_a_line
from recco_tui.core.meaning import Meaning
from recco_tui.core.models import AskState, Goal, GoalKind, Line
from recco_tui.core.names import fold
from recco_tui.core.policy import Policy

_WAITING = (AskState.WARM, AskState.AGREED, AskState.REQUESTED, AskState.NUDGED)
"""States in which an ask can be stuck."""


class Role(LabeledEnum):
    """What a member of a class is."""

    COACH = "coach", "coach"
    STUDENT = "student", "student"


class Verdict(DescribedEnum):
    """What a coach says of a draft; the last two answer it."""

    label: str
    meaning: Meaning

    COMMENT = "comment", "comment", Meaning.NONE
    RETURNED = "returned", "sent back", Meaning.OWE
    READY = "ready", "ready", Meaning.FRESH


@dataclass(frozen=True, slots=True)
class ClassMember:
    """Someone in a class; `joined_at` None while they are only invited."""

    id: int
    name: Line
    role: Role
    joined_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Homework:
    """So many asks or recommendations before a day; students see it from `published_on` on."""

    id: int
    kind: GoalKind
    count: int
    by_day: date
    by_time: Line = ""
    optional: bool = False
    published_on: date | None = None

    def goal(self, today: date) -> Goal:
        """The same as a goal of a student's own."""
        set_on = self.published_on or today
        return Goal(self.id, self.kind, self.count, self.by_day, set_on, self.by_time)

    def says(self, today: date) -> str:
        """`1 ask by Thu 18:00 (optional)`."""
        goal = self.goal(today)
        optional = " (optional)" if self.optional else ""
        return f"{say_goal(goal)} by {say_by(goal, today)}{optional}"


@dataclass(frozen=True, slots=True)
class Review:
    """One remark of a coach. `sentence` counts from 1, 0 for the whole text; `quote` is that
    sentence as it was then. `text_sent_at`: of the text that it is about, since clocks of two
    machines do not agree on what came first."""

    draft_id: int
    coach: Line
    sentence: int
    quote: str
    words: str
    verdict: Verdict
    written_at: datetime
    text_sent_at: datetime

    def says(self) -> str:
        """`sentence 2 “She helped.” – say when`."""
        words = self.words or self.verdict.label
        if not self.sentence:
            return words
        return f"sentence {self.sentence} “{self.quote}” – {words}"


@dataclass(frozen=True, slots=True)
class SharedDraft:
    """A text that a student sent, with what coaches said of it, oldest first."""

    id: int
    member_id: int
    student: Line
    text: CardText
    sent_at: datetime
    reviews: tuple[Review, ...] = ()

    @property
    def waits(self) -> bool:
        """Nobody has answered the text as it is now."""
        return all(review.verdict is Verdict.COMMENT for review in self.current_reviews)

    @property
    def current_reviews(self) -> tuple[Review, ...]:
        """What was said of the text as it is now, and not of an earlier one."""
        return tuple(review for review in self.reviews if review.text_sent_at == self.sent_at)


@dataclass(frozen=True, slots=True)
class Student:
    """A student as the store has them: the latest card, and the coach's package."""

    member: ClassMember
    card: Card | None = None
    package: str = ""


@dataclass(frozen=True, slots=True)
class Classroom:
    """All that a coach's board shows, read at once."""

    name: Line
    students: tuple[Student, ...]
    homework: tuple[Homework, ...]
    drafts: tuple[SharedDraft, ...]

    @property
    def waiting(self) -> tuple[SharedDraft, ...]:
        """The drafts that wait for an answer, those sent first before the rest."""
        return tuple(
            sorted((draft for draft in self.drafts if draft.waits), key=lambda draft: draft.sent_at)
        )

    def student_named(self, name: str) -> Student:
        """The student of this name, or a part of it; raises `NothingFound` or `AmbiguousName`."""
        wanted, typed = fold(name.strip()), shortened(name)
        exact = [student for student in self.students if fold(student.member.name) == wanted]
        found = exact or [
            student for student in self.students if wanted in fold(student.member.name)
        ]
        if not found or not wanted:
            raise NothingFound(f"No student in {self.name} matches {typed!r}.")
        if len(found) > 1:
            fitting = [(student.member.id, student.member.name) for student in found]
            names = ", ".join(words for _, words in fitting[:6])
            raise AmbiguousName(f"{len(found)} students match {typed!r}: {names}.", fitting)
        return found[0]


@dataclass(frozen=True, slots=True)
class StudentLine:
    """A student on the board. `due` is the homework that is not done yet, the next first."""

    student: Student
    done: int
    wanted: int
    due: tuple[Homework, ...]
    missed: bool
    stuck_since: date | None
    waiting: int

    @property
    def name(self) -> str:
        return self.student.member.name

    @property
    def member_id(self) -> int:
        return self.student.member.id

    @property
    def card(self) -> Card:
        """The latest card, an empty one before any came."""
        return self.student.card or Card(self.name, date.min)

    def homework_words(self, today: date) -> str:
        """`done`, `0 of 1, due Thu 18:00`, `0 of 1, missed`, `–`."""
        if not self.wanted:
            return "–"
        if not self.due:
            return "done"
        goal = self.due[0].goal(today)
        when = "missed" if self.missed else f"due {say_by(goal, today)}"
        return f"{self.done} of {self.wanted}, {when}"


def student_lines(room: Classroom, today: date, policy: Policy) -> list[StudentLine]:
    """The students, those who need the coach first: missed, stuck, still to do; then by name."""
    waiting: dict[int, int] = {}
    for draft in room.waiting:
        waiting[draft.member_id] = waiting.get(draft.member_id, 0) + 1
    required = sorted(
        (piece for piece in room.homework if piece.published_on and not piece.optional),
        key=lambda piece: (piece.by_day, piece.by_time or "24"),
    )
    lines = [
        _line(student, required, waiting.get(student.member.id, 0), today, policy)
        for student in room.students
    ]
    return sorted(
        lines,
        key=lambda line: (
            not line.missed,
            line.stuck_since or date.max,
            not line.due,
            fold(line.name),
        ),
    )


def _line(
    student: Student, required: Sequence[Homework], waiting: int, today: date, policy: Policy
) -> StudentLine:
    card = student.card
    done = {
        (piece.kind, piece.count, piece.by, piece.time)
        for piece in (card.homework if card else ())
        if piece.is_done
    }
    due = tuple(
        piece
        for piece in required
        if (piece.kind, piece.count, piece.by_day, piece.by_time) not in done
    )
    return StudentLine(
        student=student,
        done=len(required) - len(due),
        wanted=len(required),
        due=due,
        missed=any(piece.by_day < today for piece in due),
        stuck_since=stuck_since(card, today, policy) if card else None,
        waiting=waiting,
    )


def stuck_since(card: Card, today: date, policy: Policy) -> date | None:
    """The day of the last step of the ask that has waited longest for its next one, once that is
    as long as recco itself waits before a nudge; what was let go long ago is not told."""
    days = [ask.since for ask in card.asks if ask.state in _WAITING]
    late = today - timedelta(days=policy.first_nudge_days)
    gone = today - timedelta(days=policy.let_go_days)
    return min((day for day in days if gone <= day <= late), default=None)


REPORT_COLUMNS = (
    *("student", "homework_done", "homework_due", "asked", "received", "given"),
    *("stuck_since", "shared_on", "drafts_waiting"),
)


def report_rows(lines: Iterable[StudentLine]) -> list[dict[str, str | int]]:
    """Counts for each student by name, in the columns of `REPORT_COLUMNS`."""
    return [
        {
            "student": line.name,
            "homework_done": line.done,
            "homework_due": len(line.due),
            "asked": line.card.asked,
            "received": line.card.received,
            "given": line.card.given,
            "stuck_since": line.stuck_since.isoformat() if line.stuck_since else "",
            "shared_on": line.card.day.isoformat() if line.student.card else "",
            "drafts_waiting": line.waiting,
        }
        for line in sorted(lines, key=lambda line: fold(line.name))
    ]


def report_markdown(name: str, rows: Sequence[dict[str, str | int]], today: date) -> str:
    """The same as a table in Markdown, the sums of its counts in the last line."""
    cells = [[on_a_line(str(row[column])) or "–" for column in REPORT_COLUMNS] for row in rows]
    sums = ["total", *(_sum(rows, column) for column in REPORT_COLUMNS[1:])]
    heads = [column.replace("_", " ") for column in REPORT_COLUMNS]
    lines = [heads, ["---"] * len(heads), *cells, sums]
    table = "\n".join("| " + " | ".join(line) + " |" for line in lines)
    return f"# {on_a_line(name)}, {today.isoformat()}\n\n{table}\n"


def _sum(rows: Sequence[dict[str, str | int]], column: str) -> str:
    counts = [count for row in rows if isinstance(count := row[column], int)]
    return str(sum(counts)) if counts else ""
