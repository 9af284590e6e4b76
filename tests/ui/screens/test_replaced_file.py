"""Another file, or none, in the place of the open one: nothing is acknowledged, nothing is lost."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from textual import events

from recco_tui.core.models import Contact
from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock
from tests.ui.screens.stage import toasts, until, until_screen


@pytest.fixture
def ann(ledger: Ledger) -> Contact:
    contact = ledger.contacts.add("Ann Lee")
    ledger.contacts.pin([contact.id], True)
    return contact


@pytest.fixture
def another(tmp_path: Path) -> Path:
    """A file with other people in it, Ann under another number."""
    return made(tmp_path / "another.db", "Bo Ray", "Ann Lee")


def made(path: Path, *names: str) -> Path:
    with Ledger(path, Clock(date(2026, 11, 23)), "another") as ledger:
        for name in names:
            ledger.contacts.pin([ledger.contacts.add(name).id], True)
    return path


def people(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        return [name for (name,) in file.execute("SELECT name FROM contacts ORDER BY id")]


def drafts(path: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as file:
        return file.execute(
            "SELECT c.name, d.text FROM drafts d JOIN contacts c ON c.id = d.contact_id"
        ).fetchall()


def snapshots(path: Path, why: str) -> list[Path]:
    return list((path.parent / "snapshots").glob(f"*{why}*.db"))


def asked(app) -> str:
    return "\n".join(str(one.content) for one in app.screen.query("Static"))


async def board(app, pilot) -> None:
    await until_screen(app, pilot, "BoardScreen")
    await until(pilot, lambda: app.screen.table.entries, "the rows")


async def open_editor(app, pilot) -> None:
    await board(app, pilot)
    await pilot.press("w")
    await until_screen(app, pilot, "GuidedStart")
    await pilot.press("escape")
    await until_screen(app, pilot, "RecommendationEditor")


async def paste(app, pilot, text: str) -> None:
    app.screen.focused.post_message(events.Paste(text))
    await pilot.pause()


def shown(app) -> list[str]:
    return [row.name for row in app.screen.table.entries]


def test_a_file_moved_over_the_open_one_is_noticed_and_opened(play, ledger, ann, another) -> None:
    path = ledger.path

    async def script(app, pilot) -> None:
        await board(app, pilot)
        another.replace(path)
        await until_screen(app, pilot, "FileGone")
        assert "Another file is at" in asked(app)
        await pilot.press("escape")
        assert type(app.screen).__name__ == "FileGone"
        await pilot.press("r")
        await board(app, pilot)
        assert sorted(shown(app)) == ["Ann Lee", "Bo Ray"]
        await pilot.press("plus")
        await until_screen(app, pilot, "ContactForm")
        await pilot.press(*"Cy", "ctrl+s")
        await until(pilot, lambda: "Added Cy" in toasts(app), "it is added")
        app.ledger.close()

    play(script)
    assert people(path) == ["Bo Ray", "Ann Lee", "Cy"]
    assert people(*snapshots(path, "before-replaced")) == ["Ann Lee"]


def test_a_key_on_a_replaced_file_acknowledges_nothing(play, ledger, ann, another) -> None:
    path = ledger.path

    async def script(app, pilot) -> None:
        await board(app, pilot)
        another.replace(path)
        await pilot.press("asterisk")
        await until_screen(app, pilot, "FileGone")
        assert toasts(app) == ""
        await pilot.press("r")
        await board(app, pilot)
        assert not app.queue
        await until(pilot, lambda: "'Pin' was not done" in toasts(app), "it is said")
        app.ledger.close()

    play(script)
    with Ledger(path, Clock(date(2026, 11, 23))) as there:
        assert all(contact.pinned_on for contact in there.contacts.every())


def test_what_was_open_can_be_put_back_in_the_place_of_the_new_file(
    play, ledger, ann, another
) -> None:
    path = ledger.path

    async def script(app, pilot) -> None:
        await board(app, pilot)
        another.replace(path)
        await until_screen(app, pilot, "FileGone")
        await pilot.press("k")
        await board(app, pilot)
        assert shown(app) == ["Ann Lee"]
        app.ledger.close()

    play(script)
    assert people(path) == ["Ann Lee"]
    assert people(*snapshots(path, "before-restore")) == ["Bo Ray", "Ann Lee"]


def test_a_file_that_was_removed_is_put_back_with_all_that_was_open(play, ledger, ann) -> None:
    path = ledger.path

    async def script(app, pilot) -> None:
        await board(app, pilot)
        path.unlink()
        await until_screen(app, pilot, "FileGone")
        assert "The file at" in asked(app)
        await pilot.press("r")
        await until(pilot, lambda: "The file is not there yet." in asked(app), "it is said")
        assert not path.exists()
        await pilot.press("k")
        await board(app, pilot)
        app.ledger.close()

    play(script)
    assert people(path) == ["Ann Lee"]


def test_a_file_that_comes_back_is_gone_on_with(play, ledger, ann, tmp_path) -> None:
    path = ledger.path

    async def script(app, pilot) -> None:
        await board(app, pilot)
        path.rename(tmp_path / "away.db")
        await until_screen(app, pilot, "FileGone")
        (tmp_path / "away.db").rename(path)
        await board(app, pilot)
        assert app.ledger is ledger
        await pilot.press("asterisk")
        await until(pilot, lambda: not ledger.contacts.get(ann.id).pinned_on, "it is done")

    play(script)


def test_leaving_keeps_what_was_open_as_a_snapshot(play, ledger, ann, another) -> None:
    path = ledger.path
    apps = []

    async def script(app, pilot) -> None:
        apps.append(app)
        await board(app, pilot)
        another.replace(path)
        await until_screen(app, pilot, "FileGone")
        await pilot.press("q")
        await until(pilot, lambda: app.return_code is not None, "it leaves")

    play(script)
    (copy,) = snapshots(path, "before-replaced")
    assert apps[0].leaving.save_after_exit() == [f"what was open is in {copy}."]
    assert people(copy) == ["Ann Lee"]


def test_an_open_editor_keeps_its_text_and_saves_it_into_the_same_person_s_new_file(
    play, ledger, ann, tmp_path
) -> None:
    path = ledger.path

    async def script(app, pilot) -> None:
        await open_editor(app, pilot)
        await paste(app, pilot, "Ann ships.")
        await until(pilot, lambda: drafts(path), "it is saved")
        made(tmp_path / "new.db", "Ann Lee").replace(path)
        await paste(app, pilot, " Fast.")
        await until_screen(app, pilot, "FileGone")
        await pilot.press("r")
        await until_screen(app, pilot, "RecommendationEditor")
        assert app.screen.text == "Ann ships. Fast."
        await until(pilot, lambda: drafts(path) == [("Ann Lee", "Ann ships. Fast.")], "saved")
        await paste(app, pilot, " Well.")
        await pilot.press("escape")
        await board(app, pilot)
        app.ledger.close()

    play(script)
    assert drafts(path) == [("Ann Lee", "Ann ships. Fast. Well.")]


def test_under_another_number_the_text_is_kept_as_a_draft_for_that_person(
    play, ledger, ann, another
) -> None:
    path = ledger.path

    async def script(app, pilot) -> None:
        await open_editor(app, pilot)
        await paste(app, pilot, "Ann ships.")
        another.replace(path)
        await until_screen(app, pilot, "FileGone")
        await pilot.press("r")
        await board(app, pilot)
        app.ledger.close()

    play(script)
    assert drafts(path) == [("Ann Lee", "Ann ships.")]


def test_words_for_someone_who_is_not_in_the_new_file_go_into_a_text_file(
    play, ledger, ann, tmp_path
) -> None:
    path = ledger.path

    async def script(app, pilot) -> None:
        await open_editor(app, pilot)
        await paste(app, pilot, "Ann ships.")
        made(tmp_path / "new.db", "Bo Ray").replace(path)
        await until_screen(app, pilot, "FileGone")
        await pilot.press("r")
        await board(app, pilot)
        await until(pilot, lambda: "Ann Lee is not in this file" in toasts(app), "it is said")
        app.ledger.close()

    play(script)
    assert (path.parent / "recco-ann-lee.txt").read_text() == "Ann ships.\n"
    assert drafts(path) == []


def test_a_form_of_the_file_that_was_open_is_closed_and_its_words_are_kept(
    play, ledger, ann, another
) -> None:
    path = ledger.path

    async def script(app, pilot) -> None:
        await board(app, pilot)
        await pilot.press("m")
        await until_screen(app, pilot, "MomentForm")
        await pilot.press(*"Fixed")
        another.replace(path)
        await until_screen(app, pilot, "FileGone")
        await pilot.press("r")
        await board(app, pilot)
        app.ledger.close()

    play(script)
    (file,) = path.parent.glob("recco-*.txt")
    assert file.read_text() == "Fixed\n"


def test_a_view_that_knows_people_by_their_old_numbers_is_left(play, ledger, ann, another) -> None:
    async def script(app, pilot) -> None:
        await board(app, pilot)
        app.open("contact", ann.id)
        await until_screen(app, pilot, "ContactScreen")
        another.replace(ledger.path)
        await until_screen(app, pilot, "FileGone")
        await pilot.press("r")
        await board(app, pilot)
        app.ledger.close()

    play(script)


def test_a_new_file_that_is_none_of_recco_s_ends_recco_and_what_was_open_is_kept(
    play, ledger, ann, tmp_path
) -> None:
    path = ledger.path
    apps = []

    async def script(app, pilot) -> None:
        apps.append(app)
        await board(app, pilot)
        (tmp_path / "diary").write_text("Dear diary, " * 100)
        (tmp_path / "diary").replace(path)
        await until_screen(app, pilot, "FileGone")
        await pilot.press("r")
        await until(pilot, lambda: app.return_code is not None, "it leaves")
        assert app.return_code == 3

    play(script)
    said = "\n".join(apps[0].leaving.save_after_exit())
    assert "not a recco database" in said
    assert people(*snapshots(path, "before-replaced")) == ["Ann Lee"]
    assert path.read_text().startswith("Dear diary")


def test_the_new_file_is_not_spoiled_by_what_the_open_one_had_in_its_log(
    play, ledger, ann, another
) -> None:
    path = ledger.path

    async def script(app, pilot) -> None:
        await board(app, pilot)
        ledger.contacts.add("Written at the last moment")
        assert Path(f"{path}-wal").stat().st_size
        another.replace(path)
        await until_screen(app, pilot, "FileGone")
        assert not Path(f"{path}-wal").stat().st_size
        await pilot.press("q")

    play(script)
    assert people(path) == ["Bo Ray", "Ann Lee"]
