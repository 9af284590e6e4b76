"""On PostgreSQL the database says who reads what: tried by SQL, with a student's own login."""

from collections.abc import Iterator
from secrets import token_hex

import psycopg
import pytest
from psycopg import sql

from recco_tui.classroom.store import ClassStore
from recco_tui.core.classroom import Homework, Verdict
from recco_tui.core.errors import NotAllowed
from recco_tui.core.models import GoalKind
from tests.classroom.people import NOW, THURSDAY, TODAY, card_of, class_at, draft
from tests.classroom.postgres import new_database

TABLES = ("classes", "members", "homework", "cards", "drafts", "reviews", "packages")


@pytest.fixture(scope="module")
def members(postgres_port: int) -> tuple[ClassStore, ClassStore, ClassStore]:
    """A coach and two students with a row of each sort."""
    place = new_database(postgres_port, f"class_{token_hex(4)}")
    coach, (maria, bo) = class_at(place, "Maria", "Bo")
    class_at(place, "Somebody else's student")
    coach.add_homework(Homework(0, GoalKind.ASKS, 1, THURSDAY, published_on=TODAY))
    coach.add_homework(Homework(0, GoalKind.ASKS, 2, THURSDAY))
    for student in (maria, bo):
        student.push(card_of(student.membership.name, 1, draft(1, "Hi.")), NOW)
    for waiting in coach.classroom().waiting:
        coach.review(waiting, Verdict.RETURNED, f"Longer, {waiting.student}.", NOW)
        coach.keep_package(waiting.member_id, f"About {waiting.student}.", NOW)
    return coach, maria, bo


@pytest.fixture
def bo(members: tuple[ClassStore, ClassStore, ClassStore]) -> Iterator[psycopg.Connection]:
    """Bo's own login, without recco."""
    with psycopg.connect(members[2].membership.place, autocommit=True) as connection:
        connection.execute("SET search_path TO recco_class")
        yield connection


def rows(connection: psycopg.Connection, table: str) -> list[tuple[object, ...]]:
    return connection.execute(sql.SQL("SELECT * FROM {}").format(sql.Identifier(table))).fetchall()


def test_a_student_reads_own_rows_and_published_homework_only(bo) -> None:
    counts = {table: len(rows(bo, table)) for table in TABLES}
    assert counts == {
        "classes": 1, "members": 1, "homework": 1, "cards": 1, "drafts": 1, "reviews": 1,
        "packages": 0,
    }  # fmt: skip
    everything = str([rows(bo, table) for table in TABLES])
    assert "Longer, Bo." in everything
    for private in ("Maria", "Cora's", "About", "else"):
        assert private not in everything


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO cards (member_id, shared_at, document) VALUES ({maria}, now(), '{{}}')",
        "INSERT INTO drafts (member_id, source, number, kind, name, text, sent_at)"
        " VALUES ({maria}, 'draft', 9, 'ask', '', '', now())",
        "UPDATE drafts SET member_id = {maria}",
        "UPDATE drafts SET id = 1", "UPDATE members SET role = 'coach'",
        "UPDATE members SET login = 'x'",
        "INSERT INTO members (class_id, name, role, login, token_hash) VALUES (1,'x','coach',session_user,'')",
        "INSERT INTO reviews (draft_id, member_id, coach, sentence, quote, words, verdict, written_at)"
        " SELECT id, member_id, 'Cora', 0, '', '', 'ready', now() FROM drafts",
        "INSERT INTO homework (class_id, kind, wanted, by_day, by_time, optional)"
        " SELECT id, 'asks', 1, now(), '', true FROM classes",
        "INSERT INTO packages VALUES ({maria}, '', now())",
        "DELETE FROM members", "DELETE FROM cards", "TRUNCATE members", "DROP TABLE cards",
        "ALTER TABLE cards DISABLE ROW LEVEL SECURITY", "CREATE TABLE mine (id integer)",
        "SELECT invite(1, 'X', 'coach', 'recco_member_000000000000', 'SCRAM-SHA-256$x')",
        "SELECT forget({maria})", "SET ROLE postgres", "SET SESSION AUTHORIZATION postgres",
        "CREATE ROLE other", "SELECT * FROM pg_authid", "COPY cards TO PROGRAM 'cat'",
        "CREATE POLICY mine ON cards USING (true)", "UPDATE alembic_version SET version_num = ''",
    ],
)  # fmt: skip
def test_a_student_cannot_write_anything_else(members, bo, statement: str) -> None:
    maria = members[1].membership.member_id
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        bo.execute(statement.format(maria=maria))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE drafts SET sent_at = 'infinity'", "UPDATE members SET joined_at = '-infinity'",
        "UPDATE drafts SET text = repeat('x', 20001)", "UPDATE drafts SET claims = repeat('x', 20001)",
        "INSERT INTO drafts (member_id, source, number, kind, name, text, claims, sent_at)"
        " SELECT id, 'x', 1, 'ask', '', '', '', now() FROM members",
        "INSERT INTO drafts (member_id, source, number, kind, name, text, claims, sent_at)"
        " SELECT id, 'draft', 5, 'x', '', '', '', now() FROM members",
        "INSERT INTO cards (member_id, shared_at, document) SELECT id, now(), repeat('x', 1000001) FROM members",
    ],
)  # fmt: skip
def test_nothing_gets_in_that_the_board_could_not_read(bo, statement: str) -> None:
    with pytest.raises(psycopg.errors.CheckViolation):
        bo.execute(statement)


@pytest.mark.parametrize("document", ["", "[]", "{", "[" * 9000, '{"recco_card": 1}'])
def test_a_card_that_is_none_leaves_the_board_standing(members, bo, document: str) -> None:
    bo.execute(
        "INSERT INTO cards (member_id, shared_at, document) SELECT id, now(), %s FROM members",
        [document],
    )
    assert [one.member.name for one in members[0].classroom().students] == ["Bo", "Maria"]


def test_rows_of_others_are_not_there_to_be_changed(members, bo) -> None:
    maria = members[1].membership.member_id
    assert bo.execute(f"UPDATE drafts SET text = '' WHERE member_id = {maria}").rowcount == 0
    assert bo.execute(f"UPDATE members SET joined_at = now() WHERE id = {maria}").rowcount == 0
    assert {one.text.text for one in members[0].classroom().drafts} == {"Hi."}


def test_only_who_is_invited_gets_in(postgres_place: str) -> None:
    coach, (maria, bo) = class_at(postgres_place, "Maria", "Bo")
    with psycopg.connect(bo.membership.place, autocommit=True) as connection:
        connection.execute("SET search_path TO recco_class")
        bo.leave()
        assert [rows(connection, table) for table in TABLES] == [[]] * len(TABLES)
    with pytest.raises(NotAllowed, match="refused the login"):
        ClassStore(bo.membership)
    with psycopg.connect(maria.membership.place) as connection:
        coach.remove(maria.membership.member_id)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("SELECT * FROM recco_class.cards")
    assert coach.classroom().students == ()


def test_who_is_invited_is_not_told_the_coach_s_login(members, bo) -> None:
    coach, maria, _ = members
    own = coach.membership.place
    assert "of%20the%20coach" in own
    for told in (coach.place.name, maria.place.name, maria.membership.place):
        assert "coach" not in told
    assert coach.place.name == "postgresql://" + own.partition("@")[2]


def test_the_secret_never_reaches_the_server(members) -> None:
    """Only what the server compares with is sent: statements may stand in its log."""
    coach, maria, _ = members
    secret = maria.place._engine.url.password
    with psycopg.connect(coach.membership.place) as connection:
        kept = connection.execute("SELECT * FROM recco_class.members").fetchall()
    assert secret is not None
    assert secret not in str(kept)
