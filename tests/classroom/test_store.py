"""A class on SQLite and on PostgreSQL, by the same code."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import select, text

from recco_tui.classroom.membership import Membership
from recco_tui.classroom.schema import METADATA, SCHEMA, members
from recco_tui.classroom.store import ClassStore, join_class
from recco_tui.core.classroom import Homework, Role, Verdict, student_lines
from recco_tui.core.errors import DataError, FileDamaged, NotAllowed, NothingFound, UsageError
from recco_tui.core.models import GoalKind
from recco_tui.core.policy import Policy
from tests.classroom.people import NOW, THURSDAY, TODAY, card_of, class_at, draft, joined


def test_the_class_journey(place: str) -> None:
    names = [f"Student {number:02}" for number in range(30)]
    coach, students = class_at(place, *names)
    coach.add_homework(Homework(0, GoalKind.ASKS, 1, THURSDAY, "18:00", published_on=TODAY))
    hidden = coach.add_homework(Homework(0, GoalKind.RECOMMENDATIONS, 1, THURSDAY))
    assert [piece.kind for piece in students[0].pull().homework] == [GoalKind.ASKS]
    for at, student in enumerate(students):
        student.push(card_of(names[at], at % 2, draft(7, f"Hi Ann, {at}.")), NOW)
    room = coach.classroom()
    assert [one.member.name for one in room.students] == names
    assert len(room.waiting) == 30
    lines = student_lines(room, TODAY, Policy())
    assert sum(line.homework_words(TODAY) == "done" for line in lines) == 15
    assert lines[0].homework_words(TODAY) == "0 of 1, due Thu 18:00"

    first, second = room.waiting[:2]
    later = NOW + timedelta(hours=1)
    coach.review(first, Verdict.COMMENT, "Say when.", later, sentence=1, quote="Hi Ann, 0.")
    assert len(coach.classroom().waiting) == 30
    coach.review(first, Verdict.RETURNED, "Almost.", later)
    coach.review(second, Verdict.READY, "", later)
    assert len(coach.classroom().waiting) == 28
    coach.publish(hidden.id, NOW)

    pulled, *others = (student.pull() for student in students)
    assert [len(other.drafts) for other in others] == [1] * 29
    assert [other.drafts[0].student for other in others] == names[1:]
    assert len(pulled.homework) == 2
    (mine,) = pulled.drafts
    assert [review.says() for review in mine.reviews] == [
        "sentence 1 “Hi Ann, 0.” – Say when.",
        "Almost.",
    ]
    students[0].push(card_of(names[0], 1, draft(7, "Hi Ann, better.")), later + timedelta(hours=1))
    assert [
        one.student for one in coach.classroom().waiting if one.member_id == first.member_id
    ] == [names[0]]
    with pytest.raises(NotAllowed, match="has sent a new version"):
        coach.review(first, Verdict.READY, "", later)

    coach.keep_package(first.member_id, "Patient, quick.", NOW)
    coach.keep_package(first.member_id, "Patient and quick.", NOW)
    assert coach.classroom().student_named("student 00").package == "Patient and quick."
    students[0].leave()
    left = coach.classroom()
    assert (len(left.students), len(left.drafts)) == (29, 29)


def test_a_class_in_a_folder_is_a_file_in_it(tmp_path: Path) -> None:
    coach, (student,) = class_at(str(tmp_path), "Maria")
    assert [file.name for file in tmp_path.iterdir()] == ["class.db"]
    student.push(card_of("Maria", 0), NOW)
    assert coach.classroom().students[0].card == card_of("Maria", 0)


def test_a_token_is_kept_nowhere_and_fits_only_its_own(place: str) -> None:
    coach, _ = class_at(place)
    (invited,) = coach.invite(["Maria"])
    at = coach.place.name
    login, _, secret = invited.token.partition(".")
    for wrong in (f"{login}.{secret}x", f"{login}x.{secret}", f"recco.{secret}"):
        with pytest.raises(NotAllowed, match="token"):
            join_class(at, wrong, NOW)
    with coach.place.read() as connection:
        assert secret not in str(connection.execute(select(members)).all())
    with pytest.raises(NotAllowed, match="Maria is already in Spring"):
        coach.invite(["Bo", "maria"])
    assert [one.member.name for one in coach.classroom().students] == ["Maria"]


def test_a_student_does_no_verb_of_the_coach(place: str) -> None:
    _, (student,) = class_at(place, "Maria")
    for verb in (
        lambda: student.invite(["Bo"]),
        lambda: student.add_homework(Homework(0, GoalKind.ASKS, 1, THURSDAY)),
        lambda: student.keep_package(student.membership.member_id, "x", NOW),
        lambda: student.remove(student.membership.member_id),
    ):
        with pytest.raises(NotAllowed, match="Only a coach of Spring"):
            verb()


def test_several_coaches_work_in_one_class(place: str) -> None:
    coach, (student,) = class_at(place, "Maria")
    with pytest.raises(NotAllowed, match="only coach"):
        coach.leave()
    (second,) = joined(coach, ["Dora"], Role.COACH)
    student.push(card_of("Maria", 0, draft(1, "Hi.")), NOW)
    (waiting,) = second.classroom().waiting
    second.review(waiting, Verdict.READY, "", NOW)
    assert coach.classroom().drafts[0].reviews[0].coach == "Dora"
    (third,) = joined(second, ["Bo"])
    third.push(card_of("Bo", 0), NOW)
    second.remove(third.membership.member_id)
    assert [one.member.name for one in coach.classroom().students] == ["Maria"]


def test_two_classes_at_one_place_do_not_meet(place: str) -> None:
    coach, (maria,) = class_at(place, "Maria")
    other, (bo,) = class_at(place, "Bo")
    maria.push(card_of("Maria", 0, draft(1, "Hi.")), NOW)
    assert len(coach.classroom().waiting) == 1
    assert other.classroom().waiting == ()
    assert [one.member.name for one in other.classroom().students] == ["Bo"]
    assert bo.pull().drafts == ()


def test_the_migrations_make_the_tables_that_are_asked(place: str) -> None:
    coach, _ = class_at(place)
    with coach.place.read() as connection:
        plain = connection.execution_options(schema_translate_map=None)
        if coach.place.is_server:
            plain.execute(text(f"SET search_path TO {SCHEMA}"))
        context = MigrationContext.configure(plain, opts={"compare_type": True})
        found = compare_metadata(context, METADATA)
    assert [one for one in found if one[0] != "remove_table"] == []


def test_what_is_no_class_is_said_in_a_sentence(place: str, tmp_path: Path) -> None:
    empty = Membership(place, 1, "Spring", 1, "Maria", Role.STUDENT)
    with pytest.raises(NothingFound, match="There is no class at"):
        ClassStore(empty)
    (tmp_path / "text.txt").write_text("This is no database at all.")
    with pytest.raises(FileDamaged, match="is not a class, or is damaged"):
        ClassStore(replace(empty, place=str(tmp_path / "text.txt")))
    with pytest.raises(DataError, match="can't be reached"):
        ClassStore(replace(empty, place="postgresql://maria:x@127.0.0.1:9/class"))
    for wrong in ("mysql://a@b/c", "postgresql://", "http://x"):
        with pytest.raises(UsageError, match="postgresql://user:password@host/database"):
            ClassStore(replace(empty, place=wrong))
