"""Copies of the whole file on the screen, and two windows on one person."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from recco_tui.core.models import Joining
from recco_tui.ledger import snapshots
from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock
from tests.ui.screens.stage import text_at, toasts, until, until_screen


def test_a_snapshot_is_taken_compared_and_put_back(play, ledger: Ledger) -> None:
    ledger.contacts.pin([ledger.contacts.add("Ann Lee").id], True)

    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        await pilot.press("5")
        await until_screen(app, pilot, "LogScreen")
        await pilot.press("b")
        await until_screen(app, pilot, "SnapshotsScreen")
        await pilot.press("b")
        await until(pilot, lambda: "by you" in text_at(app, "#list"), "it is listed")
        assert "the same numbers" in text_at(app, "#told")
        ledger.contacts.add("Bo Ray")
        app.screen.reload()
        await pilot.pause()
        rows = [line.split() for line in text_at(app, "#told").splitlines() if line.strip()]
        assert ["contacts", "2", "1"] in rows
        line = next(i for i, row in enumerate(app.screen.list.entries) if row.why == "by-hand")
        app.screen.list.move_line(line)
        await pilot.press("enter")
        await until(pilot, lambda: "Restored" in toasts(app), "it is put back")
        assert [c.name for c in ledger.contacts.every()] == ["Ann Lee"]
        assert "before a restore" in text_at(app, "#list")
        await pilot.press("escape")
        await until_screen(app, pilot, "LogScreen")

    play(script)


def test_a_file_that_was_replaced_while_a_snapshot_was_put_back_is_asked_about(
    play, ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger.contacts.add("Ann Lee")
    snapshots.backup(ledger.path, None, ledger.clock.now())
    put_back = snapshots.restore

    def put_back_and_replaced(path: Path, *rest) -> Path | None:
        """A sync tool comes right behind it, with a copy of its own."""
        kept = put_back(path, *rest)
        copy = snapshots.backup(path, tmp_path / "synced.db", ledger.clock.now()).path
        os.replace(copy, path)
        return kept

    monkeypatch.setattr(snapshots, "restore", put_back_and_replaced)

    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        await pilot.press("5")
        await until_screen(app, pilot, "LogScreen")
        await pilot.press("b")
        await until_screen(app, pilot, "SnapshotsScreen")
        await pilot.press("enter")
        await until_screen(app, pilot, "FileGone")
        await pilot.press("r")
        await until(pilot, lambda: app.ledger.is_in_place, "what is there is opened")
        assert [c.name for c in app.ledger.contacts.every()] == ["Ann Lee"]
        app.ledger.close()

    play(script)


def _newer(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
            "VALUES ('recco', 'm999_future', '')"
        )


SPOILT: dict[str, tuple[Callable[[Path], object], str]] = {
    "cut": (lambda file: file.write_bytes(file.read_bytes()[: 9 * 4096]), "is damaged"),
    "cut within a page": (lambda file: file.write_bytes(file.read_bytes()[:70_000]), "is damaged"),
    "empty": (lambda file: file.write_bytes(b""), "is not a recco database"),
    "text": (lambda file: file.write_bytes(b"hello"), "is not a recco database"),
    "noise": (lambda file: file.write_bytes(bytes(range(256)) * 99), "is not a recco database"),
    "a name": (
        lambda file: file.write_bytes(
            file.read_bytes().replace(b"tablewaivers", b"table\xffaivers", 1)
        ),
        "is damaged",
    ),
    "newer": (_newer, "newer recco"),
}


@pytest.mark.parametrize("spoil", SPOILT)
def test_a_snapshot_that_cannot_be_read_says_so_under_the_cursor(
    play, ledger: Ledger, spoil: str
) -> None:
    ledger.contacts.add("Ann Lee")
    taken, _ = snapshots.backup(ledger.path, None, ledger.clock.now())
    change, words = SPOILT[spoil]
    change(taken)
    spoilt = taken.read_bytes()

    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        await pilot.press("5")
        await until_screen(app, pilot, "LogScreen")
        await pilot.press("b")
        await until_screen(app, pilot, "SnapshotsScreen")
        line = next(i for i, one in enumerate(app.screen.list.entries) if one.path == taken)
        app.screen.list.move_line(line)
        await pilot.pause()
        assert words in " ".join(text_at(app, "#told").split())
        await pilot.press("enter")
        await until(pilot, lambda: words in " ".join(toasts(app).split()), "it is said")
        await pilot.press("escape")
        await until_screen(app, pilot, "LogScreen")

    play(script)
    assert taken.read_bytes() == spoilt
    assert [c.name for c in ledger.contacts.every()] == ["Ann Lee"]


def test_an_edit_made_on_an_older_state_asks_whose_words_stand(play, ledger: Ledger) -> None:
    ann = ledger.contacts.add("Ann Lee", company="Acme")
    ledger.contacts.pin([ann.id], True)

    def edit_of(answer: str):
        async def script(app, pilot) -> None:
            await until_screen(app, pilot, "BoardScreen")
            await until(pilot, lambda: app.screen.table.entries, "the rows")
            await pilot.press("e")
            await until_screen(app, pilot, "ContactForm")
            with Ledger(ledger.path, Clock(ledger.day), "another") as other:
                other.contacts.edit(ann.id, {"name": f"Ann {answer}"})
            await pilot.press(*"ie", "ctrl+s")
            await until_screen(app, pilot, "ChoiceDialog")
            await pilot.press(answer)
            await until_screen(app, pilot, "BoardScreen")

        return script

    play(edit_of("t"))
    assert ledger.contacts.get(ann.id).name == "Ann t"


def test_the_other_window_s_change_is_shown_within_two_seconds(play, ledger: Ledger) -> None:
    ledger.contacts.pin([ledger.contacts.add("Ann Lee").id], True)

    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        with Ledger(ledger.path, Clock(ledger.day), "another") as other:
            other.contacts.pin([other.contacts.add("Bo Ray").id], True)
        await until(pilot, lambda: "Bo Ray" in text_at(app, "#network"), "it is there")

    play(script)


def test_a_project_edited_on_an_older_state_asks_too(play, ledger: Ledger) -> None:
    ann = ledger.contacts.add("Ann Lee")
    project = ledger.projects.add(
        "Map", ended_on=ledger.day, members=[Joining("", ann.id, None, "", "")]
    )

    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        await pilot.press("2")
        await until_screen(app, pilot, "ProjectsScreen")
        await pilot.press("e")
        await until_screen(app, pilot, "ProjectForm")
        with Ledger(ledger.path, Clock(ledger.day), "another") as other:
            other.projects.edit(project.id, {"about": "theirs"})
        await pilot.press(*"py", "ctrl+s")
        await until_screen(app, pilot, "ChoiceDialog")
        await pilot.press("m")
        await until_screen(app, pilot, "ProjectsScreen")

    play(script)
    assert ledger.projects.get(project.id).title == "Mappy"
    ledger.log.undo()
    assert ledger.projects.get(project.id).about == "theirs"
