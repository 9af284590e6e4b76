"""Whatever happened to a file: what can be read of it comes into a whole one, and it stays as it is."""

import random
import shutil
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from recco_tui.core.errors import DatabaseError, FileLocked
from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock
from recco_tui.storage import contacts, dump, history, rows, schema
from recco_tui.storage import salvage as salvaging
from recco_tui.storage.database import open_database
from recco_tui.storage.migrations import migrations
from recco_tui.storage.salvage import Salvaged, salvage
from recco_tui.storage.sqlite_file import TABLE_INNER, Pages

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
TODAY = date(2026, 11, 23)
PAGE = 4096
PEOPLE = 150
LONG = "Ann led the move to the new billing system, and it has not failed since. " * 90


@pytest.fixture(scope="session")
def healthy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """People, asks, texts long and short, moments, and all of it as one change in the log."""
    path = tmp_path_factory.mktemp("healthy") / "recco.db"
    database = open_database(path, NOW)
    with (
        database.write() as connection,
        history.recorded(connection, "added contacts", "test", NOW),
    ):
        project = rows.insert(connection, "projects", {"title": "Inventory API"})
        for number in range(PEOPLE):
            slug = f"person-{number}" if number % 3 else None
            name = f"Person {number}"
            one = rows.insert(
                connection,
                "contacts",
                {"name": name, "slug": slug, "search": contacts.search_key(name)},
            )
            if number % 5 == 0:
                _add_text(connection, one, LONG if number % 50 == 0 else f"{name} helped a lot.")
            if number % 4 == 0:
                ask = rows.insert(connection, "asks", {"contact_id": one, "project_id": project})
                for day in range(1, 5):
                    _add_step(connection, ask, date(2026, 11, day))
    database.close()
    return path


def _add_text(connection: sqlite3.Connection, contact: int, text: str) -> None:
    rows.insert(
        connection,
        "recommendations",
        {
            "contact_id": contact,
            "direction": "received",
            "text": text,
            "status": "visible",
            "on_date": TODAY,
        },
    )


def _add_step(connection: sqlite3.Connection, ask: int, on: date) -> None:
    rows.insert(
        connection, "ask_steps", {"ask_id": ask, "step": "warm", "on_date": on, "via": "slack"}
    )


@pytest.fixture
def path(tmp_path: Path, healthy: Path) -> Path:
    return Path(shutil.copy(healthy, tmp_path / "recco.db"))


def tables(path: Path) -> dict[str, list[dump.StoredRow]]:
    with closing(sqlite3.connect(path)) as connection:
        return dump.read(connection)


def count(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def saved(path: Path) -> Salvaged:
    """Salvage into new.db beside the file, which must stay as it is; the new one must be whole."""
    before = {file.name: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
    target = path.with_name("new.db")
    try:
        salvaged = salvage(path, target, NOW)
    finally:
        after = {file.name: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
        after.pop("new.db", None)
        assert after == before
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    with closing(sqlite3.connect(target)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert schema.applied_migrations(connection) == schema.MIGRATION_NAMES
    for one in salvaged.tables:
        assert count(target, one.table) == one.rows + one.stand_ins
    return salvaged


def saved_if_anything(path: Path) -> Salvaged | None:
    """The same; None where it is said that nothing can be read, and there is no new file."""
    try:
        return saved(path)
    except DatabaseError as error:
        if not str(error).startswith(f"Nothing in {path} can be read. 'recco restore' lists"):
            raise
        assert [file.name for file in path.parent.iterdir()] == [path.name]
        return None


def of(salvaged: Salvaged, table: str) -> tuple[int, int | None]:
    (found,) = [one for one in salvaged.tables if one.table == table]
    return found.rows, found.known


def pages_of(path: Path, table: str) -> list[int]:
    """The pages of a table, its root first."""
    with closing(sqlite3.connect(path)) as connection:
        roots = dict(connection.execute("SELECT name, rootpage FROM sqlite_master"))
    found = [roots[table]]
    with closing(Pages(path)) as pages:
        for number in found:
            if pages.kind(number) == TABLE_INNER:
                found += pages.below(number).numbers
    return found


def overwrite(path: Path, page: int, content: bytes = b"") -> None:
    with path.open("r+b") as file:
        file.seek((page - 1) * PAGE)
        file.write(content.ljust(PAGE, b"\0"))


def test_a_healthy_file_comes_over_as_it_is_with_its_log(path: Path) -> None:
    salvaged = saved(path)
    new = path.with_name("new.db")
    assert salvaged.whole
    assert tables(new) == tables(path)
    with Ledger(new, Clock(TODAY), "test") as ledger:
        assert ledger.log.undo().label == "added contacts"
        assert ledger.board.count_people() == 0
        ledger.log.redo()
    assert tables(new) == tables(path)


def test_a_page_lost_in_the_middle_costs_its_rows_alone_and_they_are_counted(path: Path) -> None:
    middle = pages_of(path, "contacts")[2]
    with closing(Pages(path)) as pages:
        on_it = len(pages.leaf(middle).rows)
    overwrite(path, middle)
    salvaged = saved(path)
    assert of(salvaged, "contacts") == (PEOPLE - on_it, PEOPLE)
    assert on_it > 10
    assert not salvaged.log_is_whole
    with Ledger(path.with_name("new.db"), Clock(TODAY), "test") as ledger:
        assert ledger.log.entries() == ()


@pytest.mark.parametrize("table", ["contacts", "recommendations", "ask_steps"])
def test_the_first_page_of_a_table_costs_no_row(path: Path, table: str) -> None:
    first = pages_of(path, table)
    assert len(first) > 1
    before = tables(path)[table]
    overwrite(path, first[0])
    saved(path)
    assert tables(path.with_name("new.db"))[table] == before


@pytest.mark.parametrize("content", [b"", random.Random(1).randbytes(PAGE)], ids=["zeros", "noise"])
def test_the_first_page_of_the_file_costs_nothing(path: Path, content: bytes) -> None:
    before = tables(path)
    overwrite(path, 1, content)
    salvaged = saved(path)
    assert tables(path.with_name("new.db")) == before
    assert salvaged.log_is_whole


@pytest.mark.parametrize("kept", [99, 90, 80, 50, 10, 1])
def test_a_file_that_is_cut_gives_what_stands_before_the_cut(path: Path, kept: int) -> None:
    size = path.stat().st_size * kept // 100
    with closing(Pages(path)) as pages:
        before_the_cut = sum(
            len(pages.leaf(number).rows)
            for number in pages_of(path, "contacts")[1:]
            if number * PAGE <= size
        )
    with path.open("r+b") as file:
        file.truncate(size)
    salvaged = saved_if_anything(path)
    assert salvaged or not before_the_cut
    if salvaged:
        assert of(salvaged, "contacts") == (before_the_cut, PEOPLE)


def test_any_byte_of_the_header_may_be_wrong(path: Path) -> None:
    before, healthy = tables(path)["recommendations"], path.read_bytes()
    for byte in (0, 15, *range(16, 24), 28, 31, *range(32, 40), 44, 47, 52, 59, 67, 92, 99):
        content = bytearray(healthy)
        content[byte] ^= 0xFF
        path.write_bytes(content)
        path.with_name("new.db").unlink(missing_ok=True)
        saved(path)
        assert tables(path.with_name("new.db"))["recommendations"] == before


def _flip_bits(content: bytearray, luck: random.Random) -> None:
    for _ in range(luck.choice((1, 5, 50, 500))):
        content[luck.randrange(len(content))] ^= 1 << luck.randrange(8)


def _spoil_pages(content: bytearray, luck: random.Random) -> None:
    for _ in range(luck.choice((1, 3, 10))):
        at = luck.randrange(len(content) // PAGE) * PAGE
        content[at : at + PAGE] = luck.choice((bytes(PAGE), luck.randbytes(PAGE)))


def _swap_pages(content: bytearray, luck: random.Random) -> None:
    for _ in range(3):
        one, other = (luck.randrange(len(content) // PAGE) * PAGE for _ in range(2))
        kept = content[one : one + PAGE]
        content[one : one + PAGE] = content[other : other + PAGE]
        content[other : other + PAGE] = kept


def _cut(content: bytearray, luck: random.Random) -> None:
    del content[luck.randrange(len(content)) :]


@pytest.mark.parametrize("spoil", [_flip_bits, _spoil_pages, _swap_pages, _cut])
@pytest.mark.parametrize("part", range(5))
def test_whatever_is_wrong_the_new_file_is_whole_and_recco_opens_it(
    path: Path, spoil: Callable[[bytearray, random.Random], None], part: int
) -> None:
    healthy, new = path.read_bytes(), path.with_name("new.db")
    for seed in range(part * 10, part * 10 + 10):
        content = bytearray(healthy)
        spoil(content, random.Random(seed))
        path.write_bytes(content)
        new.unlink(missing_ok=True)
        if not saved_if_anything(path):
            assert spoil is _cut
            continue
        with Ledger(new, Clock(TODAY), "test") as ledger:
            ledger.contacts.every()
            ledger.today.alerts()
            ledger.recommendations.every()
            ledger.asks.every()
            ledger.log.entries()
            ledger.contacts.add("Someone New")


def test_a_text_outlives_the_person_and_an_address_leads_to_the_name_again(path: Path) -> None:
    before = {one["id"]: one["text"] for one in tables(path)["recommendations"]}
    for page in pages_of(path, "contacts"):
        overwrite(path, page)
    salvaged = saved(path)
    found = tables(path.with_name("new.db"))
    assert {one["id"]: one["text"] for one in found["recommendations"]} == before
    assert of(salvaged, "contacts") == (0, PEOPLE)
    by_id = {one["id"]: one for one in found["contacts"]}
    # The one with a text and no address, and one with an ask.
    assert (by_id[16]["name"], by_id[16]["slug"]) == ("Lost contact 16", None)
    assert (by_id[5]["name"], by_id[5]["slug"]) == ("Lost contact 5", "person-4")


def test_a_project_that_is_lost_is_emptied_where_it_may_be(path: Path) -> None:
    overwrite(path, pages_of(path, "projects")[0])
    salvaged = saved(path)
    asks = next(one for one in salvaged.tables if one.table == "asks")
    assert asks.rows == asks.known == asks.changed
    assert {one["project_id"] for one in tables(path.with_name("new.db"))["asks"]} == {None}


def replace(path: Path, old: bytes, new: bytes) -> None:
    content = path.read_bytes()
    assert content.count(old) == 1
    assert len(old) == len(new)
    path.write_bytes(content.replace(old, new))


def test_a_row_is_kept_without_the_one_value_that_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "recco.db"
    database = open_database(path, NOW)
    with database.write() as connection:
        ann = {"name": "Ann Lee", "slug": "ann-lee", "connected_on": date(2019, 5, 17)}
        _add_text(connection, rows.insert(connection, "contacts", ann), "Ann helped.")
        connection.execute("UPDATE recommendations SET on_date = '2018-04-16'")
    database.close()
    replace(path, b"2019-05-17", b"2019-05-77")
    replace(path, b"2018-04-16", b"2018-04-.6")
    salvaged = saved(path)
    found = tables(tmp_path / "new.db")
    assert found["contacts"][0]["name"] == "Ann Lee"
    assert found["contacts"][0]["connected_on"] is None
    assert found["recommendations"][0]["on_date"] == "2026-11-23"
    assert [one.changed for one in salvaged.tables if one.rows] == [1, 1]
    assert not salvaged.whole


def test_what_was_removed_does_not_come_back(tmp_path: Path) -> None:
    path = tmp_path / "recco.db"
    with Ledger(path, Clock(TODAY), "test") as ledger:
        with ledger.one_change("added contacts"):
            for number in range(300):
                ledger.contacts.add(f"Person {number}")
        ledger.log.undo()
        with ledger.one_change("added others"):
            for number in range(40):
                ledger.contacts.add(f"Other {number}")
    overwrite(path, 1)
    saved(path)
    names = {str(one["name"]).split()[0] for one in tables(tmp_path / "new.db")["contacts"]}
    assert names == {"Other"}


def test_no_number_is_given_out_twice(path: Path) -> None:
    with Ledger(path, Clock(TODAY), "test") as ledger:
        last = ledger.contacts.add("Someone").id
        ledger.log.undo()
    saved(path)
    with Ledger(path.with_name("new.db"), Clock(TODAY), "test") as ledger:
        assert ledger.contacts.add("Someone Else").id > last


def test_what_stands_in_the_log_alone_comes_over(path: Path, tmp_path: Path) -> None:
    live = tmp_path / "live"
    live.mkdir()
    shutil.copy(path, live / "recco.db")
    with Ledger(live / "recco.db", Clock(TODAY), "test") as ledger:
        ledger.contacts.add("Added Last")
        shutil.copy(live / "recco.db", path)
        shutil.copy(live / "recco.db-wal", f"{path}-wal")
    salvaged = saved(path)
    assert of(salvaged, "contacts") == (PEOPLE + 1, PEOPLE + 1)
    assert not salvaged.ends_early
    log = Path(f"{path}-wal")
    log.write_bytes(log.read_bytes()[:-5000])
    path.with_name("new.db").unlink()
    salvaged = saved(path)
    assert salvaged.ends_early
    assert not salvaged.whole


@pytest.mark.parametrize("version", range(1, len(schema.MIGRATION_NAMES) + 1))
def test_a_file_of_an_older_recco_comes_over_brought_up_to_date(
    tmp_path: Path, version: int
) -> None:
    from sqlite_utils import Database

    path = tmp_path / "recco.db"
    later = schema.MIGRATION_NAMES[version:]
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        migrations.apply(Database(connection, execute_plugins=False), stop_before=later or None)
        connection.execute("INSERT INTO contacts (name) VALUES ('Ann Lee')")
        connection.execute("INSERT INTO imports (imported_at) VALUES ('2026-11-20T09:00:00Z')")
    salvaged = saved(path)
    assert salvaged.whole
    assert of(salvaged, "imports") == (1, 1)
    assert tables(tmp_path / "new.db")["imports"][0]["fingerprint"] == ""


@pytest.mark.parametrize(
    ("name", "damaged"),
    [
        ("m003_focus_of_a_draft", "m003_focus_on_a_draft"),
        ("m003_focus_of_a_draft", "m803_focus_of_a_draft"),
        (schema.MIGRATION_NAMES[-1], "m4" + schema.MIGRATION_NAMES[-1][2:]),
        (schema.MIGRATION_NAMES[-1], "-" + schema.MIGRATION_NAMES[-1][1:]),
    ],
)
def test_a_version_with_a_letter_wrong_is_no_newer_one(path, name: str, damaged: str) -> None:
    # A time follows in the table, a number in its index, which stays as it was.
    replace(path, f"{name}2".encode(), f"{damaged}2".encode())
    assert saved(path).whole


def test_a_file_of_a_newer_recco_or_of_another_program_is_refused(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
            "VALUES ('recco', 'm999_future', '')"
        )
    with pytest.raises(DatabaseError, match="newer recco"):
        saved(path)
    path.unlink()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE songs (title TEXT)")
    with pytest.raises(DatabaseError, match="another program"):
        saved(path)


@pytest.mark.parametrize("size", [1, 100, 5000, 300_000])
def test_noise_holds_nothing(tmp_path: Path, size: int) -> None:
    path = tmp_path / "recco.db"
    path.write_bytes(random.Random(size).randbytes(size))
    with pytest.raises(DatabaseError, match="Nothing in"):
        saved(path)
    assert [file.name for file in tmp_path.iterdir()] == ["recco.db"]


def test_a_file_that_is_being_written_is_left_for_later(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = salvaging.TablePages

    def written_meanwhile(pages: salvaging.Pages) -> salvaging.TablePages:
        with path.open("ab") as file:
            file.write(b"more")
        return read(pages)

    monkeypatch.setattr(salvaging, "TablePages", written_meanwhile)
    with pytest.raises(FileLocked, match="being written by another program"):
        salvage(path, path.with_name("new.db"), NOW)
    assert not path.with_name("new.db").exists()
