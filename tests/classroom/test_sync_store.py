"""The computers of one member meet in the class's database, and no one else sees what they say."""

import psycopg
import pytest
from sqlalchemy import select

from recco_tui.classroom.schema import SCHEMA, sync_batches
from recco_tui.classroom.store import ClassStore
from recco_tui.classroom.sync_store import SyncStore
from recco_tui.core.carrying import Carried
from tests.classroom.people import class_at

BATCHES = [
    Carried(f"{number:032x}", "0123abcd", number, f"changes {number}".encode())
    for number in (1, 2, 3)
]


def stores(coach: ClassStore, *students: ClassStore) -> list[SyncStore]:
    return [SyncStore(store.membership) for store in (coach, *students)]


def test_a_member_finds_what_another_computer_sent_and_no_one_else_does(place: str) -> None:
    coach, (maria, bo) = class_at(place, "Maria", "Bo")
    her_class, laptop, others = stores(coach, maria, bo)
    desk = SyncStore(maria.membership)
    laptop.write(BATCHES[:2])
    desk.write(BATCHES)
    assert list(laptop.read(())) == BATCHES
    assert list(laptop.read({BATCHES[0].id, BATCHES[1].id})) == [BATCHES[2]]
    assert list(others.read(())) == list(her_class.read(())) == []


def test_who_leaves_or_is_removed_takes_the_changes_along(place: str) -> None:
    coach, (maria, bo, dora) = class_at(place, "Maria", "Bo", "Dora")
    for student in (maria, bo, dora):
        SyncStore(student.membership).write(BATCHES)
    maria.leave()
    coach.remove(bo.membership.member_id)
    with coach.place.write() as connection:
        if coach.place.is_server:  # as whoever runs the server can
            connection.exec_driver_sql(
                f"ALTER TABLE {SCHEMA}.sync_batches NO FORCE ROW LEVEL SECURITY"
            )
        owners = connection.execute(select(sync_batches.c.member_id).distinct()).scalars().all()
    assert owners == [dora.membership.member_id]


def test_the_database_itself_keeps_them_apart(postgres_place: str) -> None:
    coach, (maria, bo) = class_at(postgres_place, "Maria", "Bo")
    SyncStore(maria.membership).write(BATCHES)
    for other in (bo, coach):
        with psycopg.connect(other.membership.place, autocommit=True) as connection:
            connection.execute("SET search_path TO recco_class")
            assert connection.execute("SELECT * FROM sync_batches").fetchall() == []
    with psycopg.connect(bo.membership.place, autocommit=True) as connection:
        connection.execute("SET search_path TO recco_class")
        for statement in (
            f"INSERT INTO sync_batches SELECT {maria.membership.member_id}, repeat('0', 32), "
            "'0123abcd', 1, ''",
            "UPDATE sync_batches SET content = ''",
            "DELETE FROM sync_batches",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(statement)
