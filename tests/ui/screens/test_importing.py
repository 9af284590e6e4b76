import os
import shutil
import sqlite3
import threading
import zipfile
from pathlib import Path

import pytest
from textual.widgets import Input

from recco_tui.importing.plan.planning import plan_import
from recco_tui.importing.read import reader
from recco_tui.ledger.ledger import Ledger
from recco_tui.locations import sample_folder
from recco_tui.storage import database
from tests.ui.screens.stage import text_at, until, until_screen

SAMPLE = sample_folder() / "linkedin"
NAMESAKES = """Notes:
"x"

First Name,Last Name,URL,Email Address,Company,Position,Connected On
David,Kim,https://www.linkedin.com/in/david-bar,,Hotel Skeppsbron,Bartender,03 Jan 2022
David,Kim,https://www.linkedin.com/in/david-pm,,Brightwater,Product Manager,03 Aug 2021
Ann [HR],Lee [/b],https://www.linkedin.com/in/ann,,Acme,Developer,05 May 2024
"""
RECEIVED = """First Name,Last Name,Company,Job Title,Text,Creation Date,Status
David,Kim,,,You led the inventory work and kept all of us calm.,"10/02/25, 08:15 AM",VISIBLE
"""
POSITIONS = """Company Name,Title,Description,Location,Started On,Finished On
Acme,Developer,Built things,Oslo,Mar 2021,Apr 2024
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Two namesakes, one of whom recommended me; a position; a name that looks like markup."""
    file = tmp_path / "Complete_LinkedInDataExport_11-22-2026.zip"
    with zipfile.ZipFile(file, "w") as zipped:
        zipped.writestr("Connections.csv", NAMESAKES)
        zipped.writestr("Recommendations_Received.csv", RECEIVED)
        zipped.writestr("Positions.csv", POSITIONS)
    return file


async def to_import(app, pilot) -> None:
    await until_screen(app, pilot, "DoorsScreen")
    await pilot.press("i")
    await until_screen(app, pilot, "ImportScreen")


async def to_preview(app, pilot, path: Path) -> None:
    await to_import(app, pilot)
    app.screen.query_one("#path", Input).value = str(path)
    await pilot.press("enter")
    await until_screen(app, pilot, "PreviewScreen")


async def to_result(app, pilot, path: Path) -> None:
    await to_preview(app, pilot, path)
    await pilot.press("enter")
    await until_screen(app, pilot, "ResultScreen")


def test_from_an_empty_file_to_the_debts_on_the_board(play, ledger: Ledger, home: Path) -> None:
    shutil.copytree(SAMPLE, home / "mine")

    async def script(app, pilot) -> None:
        await to_import(app, pilot)
        await pilot.press(*"mine", "enter")
        await until_screen(app, pilot, "PreviewScreen")
        counts = text_at(app, "#counts").splitlines()
        assert counts[1].split()[:2] == ["people", "43"]
        assert counts[2].split()[:2] == ["received", "12"]
        assert counts[3].split()[:2] == ["given", "7"]
        assert ledger.board.count_people() == 0
        await pilot.press("enter")
        await until_screen(app, pilot, "ResultScreen")
        assert "people: 43 new" in text_at(app, "#done")
        assert app.screen.query_exactly_one("#done").border_title == "Imported"
        await pilot.press("b")
        await until_screen(app, pilot, "BoardScreen")
        owing = [row.name for row in app.screen.table.entries if row.received > row.given]
        assert len(owing) == 7
        assert app.screen.table.entries[0].name in owing

    play(script, (120, 36))


def test_the_same_archive_again_would_change_nothing(play, ledger: Ledger) -> None:
    ledger.imports.apply(plan_import, reader.read_export([SAMPLE]))
    done = len(ledger.log.entries())

    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        await pilot.press("i")
        await until_screen(app, pilot, "ImportScreen")
        app.screen.query_one("#path", Input).value = str(SAMPLE)
        await pilot.press("enter")
        await until_screen(app, pilot, "PreviewScreen")
        assert "Nothing would change" in text_at(app, "#counts").replace("\n", " ")
        await pilot.press("enter")
        await until_screen(app, pilot, "ResultScreen")
        assert "othing was changed" in text_at(app, "#done")
        assert app.screen.query_exactly_one("#done").border_title == "Nothing new"
        assert len(ledger.log.entries()) == done

    play(script)


def test_escape_from_the_preview_leaves_no_trace(play, ledger: Ledger, archive: Path) -> None:
    async def script(app, pilot) -> None:
        await to_preview(app, pilot, archive)
        await pilot.press("p", "escape")
        await until_screen(app, pilot, "DoorsScreen")
        assert ledger.board.count_people() == 0
        assert ledger.log.entries() == ()
        assert ledger.projects.every() == ()

    play(script)


def test_escape_while_reading_stops_it_and_keeps_the_field(
    play, ledger: Ledger, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    turn = threading.Event()

    def slow(paths, *, today, progress, cancelled):
        progress(reader.ReadingProgress("messages.csv", 1_000_000, 4_000_000))
        while not cancelled():
            turn.wait(0.01)
        raise reader.Cancelled("Stopped while reading. Nothing was changed.")

    monkeypatch.setattr(reader, "read_export", slow)

    async def script(app, pilot) -> None:
        await to_import(app, pilot)
        app.screen.query_one("#path", Input).value = str(archive)
        await pilot.press("enter")
        await until(pilot, lambda: "1.0 MB of 4.0 MB" in text_at(app, "#progress"), "progress")
        await pilot.press("escape")
        await pilot.pause()
        assert type(app.screen).__name__ == "ImportScreen"
        assert "nothing was imported" in text_at(app, "#wrong")
        assert app.screen.query_one("#path", Input).value == str(archive)
        assert ledger.log.entries() == ()

    play(script)


def test_an_unsure_person_is_asked_about_and_the_answer_holds(
    play, ledger: Ledger, archive: Path
) -> None:
    async def script(app, pilot) -> None:
        await to_preview(app, pilot, archive)
        assert "Which David Kim" in text_at(app, "#details")
        await pilot.press("w")
        await until_screen(app, pilot, "ChoiceDialog")
        await pilot.press("b")
        await until_screen(app, pilot, "PreviewScreen")
        await until(pilot, lambda: not app.screen.plan.unsure, "the plan knows the answer")
        await pilot.press("enter")
        await until_screen(app, pilot, "ResultScreen")
        david = ledger.contacts.named("linkedin.com/in/david-pm")
        assert david is not None
        assert ledger.recommendations.balance(david.id).owe == 1

    play(script)


@pytest.mark.parametrize(("key", "who"), [("b", "david-pm"), ("s", None)])
def test_a_letter_answers_the_question_under_the_cursor(
    play, ledger: Ledger, archive: Path, key: str, who: str | None
) -> None:
    async def script(app, pilot) -> None:
        await to_preview(app, pilot, archive)
        told = text_at(app, "#whole")
        assert "b  " in told
        assert "it is this David Kim; no contact is added" in told
        assert "someone else · another David Kim is added" in told
        await pilot.press(key)
        await until(pilot, lambda: not app.screen.plan.unsure, "the plan knows the answer")
        assert text_at(app, "#whole").strip() == ""
        await pilot.press("a", "s", "enter")  # letters of a question that is answered do nothing
        await until_screen(app, pilot, "ResultScreen")
        david = ledger.contacts.named("linkedin.com/in/david-pm")
        assert david is not None
        assert bool(ledger.recommendations.balance(david.id).owe) is (who == "david-pm")

    play(script)


def test_a_question_left_for_later_is_asked_again_by_the_next_import(
    play, ledger: Ledger, archive: Path
) -> None:
    async def script(app, pilot) -> None:
        await to_preview(app, pilot, archive)
        await pilot.press("w")
        await until_screen(app, pilot, "ChoiceDialog")
        await pilot.press("l")
        await until_screen(app, pilot, "PreviewScreen")
        await pilot.press("enter")
        await until_screen(app, pilot, "ResultScreen")
        assert "1 question left open" in text_at(app, "#done")
        assert len(ledger.imports.preview(plan_import, reader.read_export([archive])).unsure) == 1

    play(script)


def test_positions_become_projects_when_marked_and_undo_takes_all_back(
    play, ledger: Ledger, archive: Path
) -> None:
    async def script(app, pilot) -> None:
        await to_preview(app, pilot, archive)
        await pilot.press("p", "ctrl+s")
        await until_screen(app, pilot, "ResultScreen")
        assert [project.title for project in ledger.projects.every()] != []
        await pilot.press("u")
        await pilot.pause()
        assert ledger.board.count_people() == 0
        assert ledger.projects.every() == ()
        await pilot.press("U")
        await pilot.pause()
        assert ledger.board.count_people() == 4
        assert len(ledger.projects.every()) == 1

    play(script)


def test_an_offer_that_makes_no_sense_is_said_and_the_rest_is_imported(
    play, ledger: Ledger, tmp_path: Path
) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "Connections.csv").write_text(NAMESAKES, encoding="utf-8")
    (tmp_path / "mine" / "Positions.csv").write_text(
        POSITIONS + "Acme,Time Traveller,,Oslo,Mar 2024,Apr 2021\n", encoding="utf-8"
    )

    async def script(app, pilot) -> None:
        await to_preview(app, pilot, tmp_path / "mine")
        await pilot.press("p", "enter")
        await until_screen(app, pilot, "ResultScreen")
        told = " ".join(text_at(app, "#done").split())
        assert "Time Traveller" in told
        assert "The end (2021-04-30) is before the start" in told
        assert [project.title for project in ledger.projects.every()] == ["Developer at Acme"]
        await pilot.press("u")
        await pilot.pause()
        assert ledger.board.count_people() == 0

    play(script, (120, 30))


def test_in_the_demo_it_is_said_that_an_import_is_not_kept(play, ledger: Ledger) -> None:
    async def script(app, pilot) -> None:
        app.badge = "demo"
        await to_import(app, pilot)
        assert "gone when you quit" in text_at(app, "#wrong")

    play(script)


def test_one_offer_can_be_taken_over_by_itself(play, ledger: Ledger) -> None:
    async def script(app, pilot) -> None:
        await to_preview(app, pilot, SAMPLE)
        details = app.screen.query_one("#details")
        offered = [row.sort.value for row in details.entries].index("projects")
        await pilot.press(*["down"] * offered, "space", "enter")
        await until_screen(app, pilot, "ResultScreen")
        assert len(ledger.projects.every()) == 1

    play(script)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("nothing.zip", None, id="no such file"),
        pytest.param("broken.zip", b"PK\x03\x04 cut off", id="a truncated zip"),
        pytest.param("letter.csv", b"Dear Ann,\nhow are you?\n", id="no export"),
        pytest.param("[b]odd [HR].zip", b"", id="an empty file with a name like markup"),
    ],
)
def test_a_bad_file_gets_one_sentence_and_the_field_stays(
    play, ledger: Ledger, tmp_path: Path, name: str, content: bytes | None
) -> None:
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)

    async def script(app, pilot) -> None:
        await to_import(app, pilot)
        app.screen.query_one("#path", Input).value = str(file)
        await pilot.press("enter")
        await until(pilot, lambda: text_at(app, "#wrong").strip(), "the sentence")
        said = " ".join(text_at(app, "#wrong").split())
        assert name in said
        assert said.endswith(".")
        assert app.screen.query_one("#path", Input).value == str(file)
        assert app.focused is app.screen.query_one("#path", Input)
        assert ledger.board.count_people() == 0

    play(script)


def test_a_pipe_is_said_at_once_and_the_field_stays(play, ledger: Ledger, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "export.csv")

    async def script(app, pilot) -> None:
        await to_import(app, pilot)
        field = app.screen.query_one("#path", Input)
        field.value = str(tmp_path / "export.csv")
        await pilot.press("enter")
        await until(pilot, lambda: text_at(app, "#wrong").strip(), "the sentence")
        assert "is a pipe, not a file or" in " ".join(text_at(app, "#wrong").split())
        assert app.focused is field
        assert ledger.board.count_people() == 0

    play(script)


def test_a_fault_of_our_own_is_said_too(play, archive: Path, monkeypatch) -> None:
    def stumbles(paths, *, today, progress, cancelled):
        raise ZeroDivisionError

    monkeypatch.setattr(reader, "read_export", stumbles)

    async def script(app, pilot) -> None:
        await to_import(app, pilot)
        app.screen.query_one("#path", Input).value = str(archive)
        await pilot.press("enter")
        await until(pilot, lambda: "ZeroDivisionError" in text_at(app, "#wrong"), "the sentence")

    play(script)


def test_exports_in_downloads_are_offered_and_enter_takes_the_one_under_the_cursor(
    play, home: Path, archive: Path
) -> None:
    downloads = home / "Downloads"
    downloads.mkdir()
    archive.rename(downloads / archive.name)

    async def script(app, pilot) -> None:
        await to_import(app, pilot)
        assert archive.name in text_at(app, "#found")
        await pilot.press("enter")
        await until_screen(app, pilot, "PreviewScreen")

    play(script)


def test_tab_completes_and_arrows_choose_a_typed_path(play, home: Path) -> None:
    for name in ("exports/one_a.zip", "exports/one_b.zip"):
        (home / name).parent.mkdir(exist_ok=True)
        (home / name).write_bytes(b"")

    async def script(app, pilot) -> None:
        await to_import(app, pilot)
        field = app.screen.query_one("#path", Input)
        await pilot.press(*"~/ex", "tab")
        assert field.value == "~/exports/"
        await pilot.press("tab")
        assert field.value == "~/exports/one_"
        await pilot.press("down", "down", "tab")
        assert field.value == "~/exports/one_b.zip"

    play(script)


def test_the_result_leads_on_to_sorting_people_in(play, archive: Path) -> None:
    async def script(app, pilot) -> None:
        await to_result(app, pilot, archive)
        assert "set kinds (" in text_at(app, "#next")
        await pilot.press("t")
        await until_screen(app, pilot, "SetKindScreen")
        await pilot.press("escape")
        await until_screen(app, pilot, "BoardScreen")

    play(script)


def test_a_locked_file_is_said_and_enter_tries_again(
    play, ledger: Ledger, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    other = sqlite3.connect(ledger.path, isolation_level=None)

    async def script(app, pilot) -> None:
        await to_preview(app, pilot, archive)
        other.execute("BEGIN IMMEDIATE")
        await pilot.press("enter")
        await until(pilot, lambda: "recco.db" in text_at(app, "#wrong"), "the sentence")
        assert ledger.board.count_people() == 0
        other.execute("ROLLBACK")
        await pilot.press("enter")
        await until_screen(app, pilot, "ResultScreen")
        assert ledger.board.count_people() == 4

    play(script)
    other.close()


@pytest.mark.parametrize("size", [(60, 20), (200, 60)], ids=str)
def test_the_preview_says_all_at_every_size(play, archive: Path, size: tuple[int, int]) -> None:
    async def script(app, pilot) -> None:
        await to_preview(app, pilot, archive)
        assert "David Kim" in text_at(app, "#details")
        assert "new" in text_at(app, "#counts")
        await pilot.press("enter")
        await until_screen(app, pilot, "ResultScreen")
        assert "people: 4 new" in text_at(app, "#done")

    play(script, size)
