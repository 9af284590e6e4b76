"""Undo and redo restore the exact rows, whatever was done, and survive a restart."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recco_tui.storage import history, rows
from recco_tui.storage.database import Database, open_database
from recco_tui.storage.migrations import RECORDED

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def content(db: Database) -> dict[str, list[tuple[object, ...]]]:
    return {
        table: db.connection.execute(f"SELECT * FROM {table} ORDER BY id").fetchall()
        for table in RECORDED
    }


def change(db: Database, label: str, *statements: tuple[str, tuple[object, ...]]) -> None:
    with db.write() as connection, history.recorded(connection, label, "test", NOW):
        for sql, values in statements:
            connection.execute(sql, values)


NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=8)
STATEMENTS = st.one_of(
    st.tuples(
        st.just("INSERT INTO contacts (name, note) VALUES ('a' || ?, ?)"),
        st.tuples(NAMES, NAMES),
    ),
    st.tuples(
        st.just("UPDATE contacts SET note = ?, pinned_on = ? WHERE id = ?"),
        st.tuples(NAMES, st.sampled_from([None, "2026-01-01"]), st.integers(1, 6)),
    ),
    st.tuples(
        st.just(
            "INSERT INTO recommendations (contact_id, direction, text, status, on_date) "
            "SELECT id, 'received', ?, 'visible', '2026-01-02' FROM contacts WHERE id = ?"
        ),
        st.tuples(NAMES, st.integers(1, 6)),
    ),
    st.tuples(st.just("DELETE FROM recommendations WHERE id = ?"), st.tuples(st.integers(1, 4))),
    st.tuples(
        st.just(
            "DELETE FROM contacts WHERE id = ? AND id NOT IN "
            "(SELECT contact_id FROM recommendations)"
        ),
        st.tuples(st.integers(1, 6)),
    ),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(STATEMENTS, min_size=1, max_size=4), min_size=1, max_size=6))
def test_undoing_everything_and_redoing_it_passes_through_the_same_states(
    tmp_path_factory: pytest.TempPathFactory, changes: list
) -> None:
    db = open_database(tmp_path_factory.mktemp("db") / "recco.db", NOW)
    states = [content(db)]
    for number, statements in enumerate(changes):
        change(db, f"change {number}", *statements)
        if content(db) != states[-1]:
            states.append(content(db))
        else:
            with db.write() as connection:  # a change that came to nothing is one all the same
                if (
                    history.done(connection)
                    and history.changes(connection)[0].label == f"change {number}"
                ):
                    states.append(states[-1])
    back = [content(db)]
    while ids := history.done(db.connection):
        with db.write() as connection:
            history.undo(connection, ids[0], NOW)
        back.append(content(db))
    assert back[::-1] == states
    forward = [content(db)]
    while ids := history.undone(db.connection):
        with db.write() as connection:
            history.redo(connection, ids[0])
        forward.append(content(db))
    assert forward == states
    assert db.connection.execute("PRAGMA foreign_key_check").fetchall() == []
    db.close()


@pytest.fixture
def db(tmp_path: Path):
    database = open_database(tmp_path / "recco.db", NOW)
    yield database
    database.close()


ADD = "INSERT INTO contacts (name) VALUES (?)"


def test_a_change_that_writes_nothing_leaves_no_entry(db: Database) -> None:
    change(db, "nothing", ("UPDATE contacts SET note = 'x' WHERE id = 99", ()))
    assert history.changes(db.connection) == ()


def test_a_new_change_overtakes_what_was_undone(db: Database) -> None:
    change(db, "added Ann", (ADD, ("Ann",)))
    with db.write() as connection:
        history.undo(connection, 1, NOW)
    assert history.undone(db.connection) == [1]
    change(db, "added Bo", (ADD, ("Bo",)))
    assert history.undone(db.connection) == []
    bo, ann = history.changes(db.connection)
    assert (bo.label, bo.undone_at) == ("added Bo", None)
    assert (ann.redoable, ann.undone_at) == (False, NOW)


def test_a_change_that_fails_leaves_neither_rows_nor_entry(db: Database) -> None:
    def half() -> None:
        with db.write() as connection, history.recorded(connection, "half", "test", NOW):
            rows.insert(connection, "contacts", {"name": "Ann"})
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half()
    assert content(db)["contacts"] == []
    assert history.changes(db.connection) == ()
    change(db, "added Bo", (ADD, ("Bo",)))
    assert [c.label for c in history.changes(db.connection)] == ["added Bo"]


def test_undo_works_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "again.db"
    first = open_database(path, NOW)
    change(first, "added Ann", (ADD, ("Ann",)))
    first.close()
    second = open_database(path, NOW)
    with second.write() as connection:
        history.undo(connection, history.done(connection)[0], NOW)
    assert content(second)["contacts"] == []
    second.close()


def test_an_id_is_never_given_twice(db: Database) -> None:
    change(db, "added Ann", (ADD, ("Ann",)))
    with db.write() as connection:
        history.undo(connection, 1, NOW)
    change(db, "added Bo", (ADD, ("Bo",)))
    assert db.connection.execute("SELECT id FROM contacts").fetchall() == [(2,)]


def test_every_table_with_people_or_their_words_is_recorded(db: Database) -> None:
    tables = {
        name
        for (name,) in db.connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%fts%' "
            "AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '_sqlite%'"
        )
    }
    others = {"changes", "change_rows", "recording", "draft_versions"}
    exchanged = {"sync_machine", "sync_batches", "sync_kept"}
    assert tables - set(RECORDED) == others | exchanged
