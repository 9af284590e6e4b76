"""What takes long is done beside the keys: undo and redo of an import, snapshots, restoring."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from threading import Event

import pytest

from recco_tui.ledger import log, snapshots
from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.log import Log
from recco_tui.ui import screen as base
from tests.ui.screens.stage import text_at, toasts, until, until_screen

MANY = 600


@pytest.fixture
def many(ledger: Ledger) -> None:
    """One change of more rows than are taken back between two keys."""
    with ledger.one_change(f"imported an export: {MANY} people"):
        for number in range(MANY):
            ledger.contacts.add(f"Person {number}")
        ledger.contacts.pin([1], True)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Taking back takes until the event is set; what it does is untouched."""
    go = Event()

    def hold(verb: Callable[[Log], object]):
        def held_verb(self: Log, *args):
            assert go.wait(20)
            return verb(self, *args)

        return held_verb

    for name in ("undo", "redo", "take_back", "bring_back"):
        monkeypatch.setattr(log.Log, name, hold(getattr(Log, name)))
    yield go
    go.set()


def header(app) -> str:
    return text_at(app, "#header")


async def board(app, pilot) -> None:
    await until_screen(app, pilot, "BoardScreen")
    await until(pilot, lambda: app.screen.table.entries, "the rows")


def test_a_change_is_large_before_the_keys_would_notice() -> None:
    assert base.LARGE < MANY


def test_while_a_large_import_is_taken_back_the_board_is_alive(play, ledger, many, held) -> None:
    async def script(app, pilot) -> None:
        await board(app, pilot)
        await pilot.press("u")
        await until(pilot, lambda: "Undoing: imported" in header(app), "the header says so")
        await pilot.press("A", "j", "j", "slash", *"99")
        assert "Person 99" in [row.name for row in app.screen.table.entries]
        await pilot.press("escape", "u")
        await until(pilot, lambda: "not done yet" in toasts(app), "a second one is refused")
        held.set()
        await until_screen(app, pilot, "DoorsScreen")
        await until(pilot, lambda: "Undone: imported" in toasts(app), "it is said")
        assert app.notice == ""
        held.clear()
        await pilot.press("U")
        await until(pilot, lambda: "Redoing: imported" in header(app), "so does redo")
        held.set()
        await board(app, pilot)
        assert len(app.screen.table.entries) == MANY

    play(script)


def test_a_key_pressed_meanwhile_waits_for_it_and_says_for_what(play, ledger, many, held) -> None:
    async def script(app, pilot) -> None:
        await board(app, pilot)
        await pilot.press("u")
        await until(pilot, lambda: app.queue.progress, "it runs")
        await pilot.press("plus")
        await until_screen(app, pilot, "ContactForm")
        await pilot.press(*"Bo", "ctrl+s")
        await until(pilot, lambda: "'Add contact' waits" in app.notice, "it waits")
        assert "locked" not in app.notice
        held.set()
        await until(pilot, lambda: not app.queue, "both are done")
        assert [one.name for one in ledger.contacts.every()] == ["Bo"]

    play(script)


def test_leaving_waits_until_it_is_taken_back(play, ledger, many, held) -> None:
    async def script(app, pilot) -> None:
        await board(app, pilot)
        await pilot.press("u")
        await until(pilot, lambda: app.queue.progress, "it runs")
        await pilot.press("q")
        await until(pilot, lambda: "closes when done" in toasts(app), "it is said")
        assert app.return_code is None
        held.set()
        await until(pilot, lambda: app.return_code is not None, "it leaves")

    play(script)
    assert ledger.contacts.every() == ()


def test_a_locked_file_is_waited_for_with_it(play, ledger, many) -> None:
    other = sqlite3.connect(ledger.path, isolation_level=None)

    async def script(app, pilot) -> None:
        await board(app, pilot)
        other.execute("BEGIN IMMEDIATE")
        await pilot.press("u")
        await until(pilot, lambda: "locked by another program: 'Undo' waits" in app.notice, "so")
        assert ledger.board.count_people() == MANY
        other.execute("ROLLBACK")
        await until_screen(app, pilot, "DoorsScreen")

    play(script)
    other.close()


def test_going_back_in_the_log_over_a_large_change_is_beside_the_keys(
    play, ledger, many, held
) -> None:
    async def script(app, pilot) -> None:
        await board(app, pilot)
        await pilot.press("5")
        await until_screen(app, pilot, "LogScreen")
        await pilot.press("G", "enter")
        await until(pilot, lambda: "Undoing: imported" in header(app), "the header says so")
        await pilot.press("k")
        held.set()
        await until(pilot, lambda: "Undid 1 change" in toasts(app), "it is done")
        await pilot.press("g", "enter")
        await until(pilot, lambda: "Redid 1 change" in toasts(app), "and back")

    play(script)
    assert ledger.board.count_people() == MANY


def test_a_snapshot_is_taken_and_put_back_beside_the_keys(play, ledger, many, monkeypatch) -> None:
    go = Event()
    for name in ("backup", "restore"):
        verb = getattr(snapshots, name)

        def held_verb(*args, verb=verb):
            assert go.wait(20)
            return verb(*args)

        monkeypatch.setattr(snapshots, name, held_verb)

    async def script(app, pilot) -> None:
        await board(app, pilot)
        await pilot.press("5")
        await until_screen(app, pilot, "LogScreen")
        await pilot.press("b")
        await until_screen(app, pilot, "SnapshotsScreen")
        await pilot.press("b")
        await until(pilot, lambda: "Taking a snapshot" in header(app), "the header says so")
        await pilot.press("b")
        await until(pilot, lambda: "not done yet" in toasts(app), "one at a time")
        go.set()
        await until(pilot, lambda: "Copied to" in toasts(app), "it is taken")
        go.clear()
        ledger.contacts.add("Bo Ray")
        line = next(i for i, one in enumerate(app.screen.list.entries) if one.why == "by-hand")
        app.screen.list.move_line(line)
        await pilot.press("enter")
        await until(pilot, lambda: "Restoring" in header(app), "the header says so")
        await pilot.press("j", "k")
        go.set()
        await until(pilot, lambda: "Restored" in toasts(app), "it is put back")
        assert app.ledger.board.count_people() == MANY
        await pilot.press("escape", "escape")
        await board(app, pilot)
        if app.ledger is not ledger:
            app.ledger.close()

    play(script)


def test_the_snapshot_of_the_day_is_taken_beside_the_first_keys(
    play, ledger, many, monkeypatch
) -> None:
    go = Event()
    taken = Ledger.snapshot_of_the_day

    def held_verb(self: Ledger):
        assert go.wait(20)
        return taken(self)

    monkeypatch.setattr(Ledger, "snapshot_of_the_day", held_verb)

    async def script(app, pilot) -> None:
        await board(app, pilot)
        await pilot.press("A")
        await until(pilot, lambda: len(app.screen.table.entries) == MANY, "a key is obeyed")
        assert not list(ledger.path.parent.glob("snapshots/*daily.db"))
        go.set()
        await until(pilot, lambda: list(ledger.path.parent.glob("snapshots/*daily.db")), "taken")

    play(script)


# -- the write-ahead log -------------------------------------------------------------------------


def alone(ledger: Ledger, folder) -> list[str]:
    """Who is in a copy of the one file, as a sync tool makes it."""
    copy = folder / "copy.db"
    copy.write_bytes(ledger.path.read_bytes())
    with closing(sqlite3.connect(copy)) as file:
        return [name for (name,) in file.execute("SELECT name FROM contacts ORDER BY id")]


@pytest.mark.parametrize("writer", ["the board", "another program"])
def test_a_copy_of_the_file_alone_holds_everything_once_the_board_is_idle(
    play, ledger: Ledger, tmp_path, writer: str
) -> None:
    ledger.contacts.pin([ledger.contacts.add("Ann Lee").id], True)

    async def script(app, pilot) -> None:
        await board(app, pilot)
        log_file = ledger.path.with_name("recco.db-wal")
        await until(pilot, lambda: not log_file.stat().st_size, "what was there is in the file")
        with ledger.another() as other:
            (ledger if writer == "the board" else other).contacts.add("Bo Ray")
        assert log_file.stat().st_size
        await until(pilot, lambda: not log_file.stat().st_size, "so is what was added")
        assert alone(ledger, tmp_path) == ["Ann Lee", "Bo Ray"]

    play(script)


def test_as_long_as_another_program_reads_it_is_tried_again(play, ledger: Ledger) -> None:
    ledger.contacts.pin([ledger.contacts.add("Ann Lee").id], True)
    other = sqlite3.connect(ledger.path, isolation_level=None)

    async def script(app, pilot) -> None:
        await board(app, pilot)
        log_file = ledger.path.with_name("recco.db-wal")
        await until(pilot, lambda: not log_file.stat().st_size, "what was there is in the file")
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM contacts").fetchall()
        ledger.contacts.add("Bo Ray")
        assert app.file_watch.checkpoint() is False
        other.execute("ROLLBACK")
        await until(pilot, lambda: not log_file.stat().st_size, "and then it is done")

    play(script)
    other.close()


def test_two_boards_on_one_file_do_not_wake_each_other(play, ledger: Ledger) -> None:
    """To the other one a checkpoint looks like something written."""
    ledger.contacts.add("Ann Lee")
    assert ledger.checkpoint()
    with ledger.another() as other:
        before = ledger.data_version
        assert other.checkpoint()
        assert ledger.data_version == before
