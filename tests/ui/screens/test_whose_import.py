"""On the import screen: another member's export, and a file that holds a part of a network."""

import zipfile
from pathlib import Path

import pytest
from textual.widgets import Input

from recco_tui.importing.plan.planning import plan_import
from recco_tui.importing.read.reader import read_export
from recco_tui.ledger.ledger import Ledger
from tests.ui.screens.stage import text_at, until, until_screen

HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
NAMES = ("Ann Lee", "Bo Ray", "Cy Poe", "Di Fox", "Ed Orr")


def people(names: tuple[str, ...], month: str = "Mar") -> str:
    rows = ""
    for number, name in enumerate(names, 1):
        first, last = name.split()
        url = f"https://www.linkedin.com/in/{first.lower()}"
        rows += f"{first},{last},{url},,Acme,CTO,{number:02} {month} 2021\n"
    return HEAD + rows


def zipped(folder: Path, owner: str, connections: str, day: str) -> Path:
    path = folder / f"Basic_LinkedInDataExport_{day}.zip"
    first, last = owner.split()
    url = f"https://www.linkedin.com/in/{owner.lower().replace(' ', '-')}"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("Profile.csv", f"First Name,Last Name,Headline\n{first},{last},x\n")
        archive.writestr("Connections.csv", connections)
        archive.writestr(
            "messages.csv",
            "FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,CONTENT\n"
            f"{owner},{url},Ann Lee,https://www.linkedin.com/in/ann,2026-10-01 10:00:00 UTC,hi\n",
        )
    return path


@pytest.fixture
def sams(ledger: Ledger, tmp_path: Path) -> Ledger:
    """A file into which Sam Owner's export was imported."""
    export = read_export([zipped(tmp_path, "Sam Owner", people(NAMES), "10-01-2026")])
    ledger.imports.apply(plan_import, export)
    return ledger


async def read_file(app, pilot, path: Path) -> None:
    await until_screen(app, pilot, "BoardScreen")
    await pilot.press("i")
    await until_screen(app, pilot, "ImportScreen")
    app.screen.query_one("#path", Input).value = str(path)
    await pilot.press("enter")


@pytest.mark.parametrize("key", ["n", "escape"])
def test_another_members_export_is_refused_with_both_names(
    play, sams: Ledger, tmp_path: Path, key: str
) -> None:
    kims = zipped(tmp_path, "Kim Other", people(("Ivy Nee", "Jo Qua"), "May"), "11-02-2026")

    async def script(app, pilot) -> None:
        await read_file(app, pilot, kims)
        await until_screen(app, pilot, "ChoiceDialog")
        await pilot.press(key)
        await until_screen(app, pilot, "ImportScreen")
        said = "This export is Kim Other's, and this file is Sam Owner's"
        await until(pilot, lambda: said in text_at(app, "#wrong").replace("\n", " "), said)
        assert sams.board.count_people() == len(NAMES)
        assert len(sams.log.entries()) == 1

    play(script, (120, 36))


def test_one_key_says_that_both_are_the_same_person(play, sams: Ledger, tmp_path: Path) -> None:
    moved = people((*NAMES[:3], "Ivy Nee", "Jo Qua"), "May")
    path = zipped(tmp_path, "Kim Married", moved, "11-02-2026")

    async def script(app, pilot) -> None:
        await read_file(app, pilot, path)
        await until_screen(app, pilot, "ChoiceDialog")
        await pilot.press("s")
        await until_screen(app, pilot, "PreviewScreen")
        await pilot.press("enter")
        await until_screen(app, pilot, "ResultScreen")
        assert sams.imports.owner().name == "Kim Married"

    play(script, (120, 36))


def test_a_part_of_a_network_is_asked_about_before_anything_is_written(
    play, sams: Ledger, tmp_path: Path
) -> None:
    part = tmp_path / "Connections.csv"
    part.write_text(people(NAMES[:1]) + people(NAMES).splitlines()[-1] + "\n")

    async def script(app, pilot) -> None:
        await read_file(app, pilot, part)
        await until_screen(app, pilot, "PreviewScreen")
        assert "3 of the 5 connections known so far are not in it" in text_at(app, "#details")
        await pilot.press("enter")
        await pilot.pause()
        assert type(app.screen).__name__ == "PreviewScreen"
        assert "Who left?" in text_at(app, "#wrong")
        await pilot.press("l")
        await until(pilot, lambda: app.screen.plan.gone == 3, "they left")
        assert "3 connections no longer in your network" in text_at(app, "#counts").replace(
            "\n", " "
        )
        await pilot.press("f")
        await until(pilot, lambda: app.screen.plan.gone == 0, "only a part")
        assert "None is marked as gone" in text_at(app, "#details")
        assert text_at(app, "#wrong").strip() == ""
        await pilot.press("enter")
        await until_screen(app, pilot, "ResultScreen")
        assert not any(contact.missing_since for contact in sams.contacts.every())

    play(script, (140, 36))


def test_the_page_to_ask_linkedin_is_one_key_away(
    play, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    async def script(app, pilot) -> None:
        monkeypatch.setattr(app, "open_url", opened.append)
        await until_screen(app, pilot, "DoorsScreen")
        await pilot.press("i")
        await until_screen(app, pilot, "ImportScreen")
        await pilot.press(*"mine", "ctrl+o")
        assert opened == ["https://www.linkedin.com/mypreferences/d/download-my-data"]
        assert app.screen.query_one("#path", Input).value == "mine"

    play(script)


def test_who_left_is_counted_in_the_result(play, sams: Ledger, tmp_path: Path) -> None:
    part = tmp_path / "Connections.csv"
    part.write_text(people(NAMES[:1]) + people(NAMES).splitlines()[-1] + "\n")

    async def script(app, pilot) -> None:
        await read_file(app, pilot, part)
        await until_screen(app, pilot, "PreviewScreen")
        await pilot.press("l")
        await until(pilot, lambda: app.screen.plan.gone == 3, "they left")
        await pilot.press("enter")
        await until_screen(app, pilot, "ResultScreen")
        assert "3 connections no longer in your network" in text_at(app, "#done")
        await pilot.press("u")
        await pilot.pause()
        assert not any(contact.missing_since for contact in sams.contacts.every())

    play(script, (120, 36))


PEOPLE = "Full Name,Organization,Phone\nZoe Hall,Acme,123\nAnn Lee,Acme,\n,Nobody,\n"


@pytest.mark.parametrize(("key", "added"), [("a", 1), ("n", 0), ("escape", 0)])
def test_an_address_book_is_added_once_its_columns_are_confirmed(
    play, sams: Ledger, tmp_path: Path, key: str, added: int
) -> None:
    book = tmp_path / "people.csv"
    book.write_text(PEOPLE)

    async def script(app, pilot) -> None:
        await read_file(app, pilot, book)
        await until_screen(app, pilot, "ChoiceDialog")
        told = " ".join(text_at(app, ".question").split())
        assert "It lists 2 contacts, 1 of them already there" in told
        assert "name from “Full Name”, company from “Organization”" in told
        assert "Not read: Phone. 1 row without a name." in told
        await pilot.press(key)
        await until_screen(app, pilot, "BoardScreen" if added else "ImportScreen")
        assert sams.board.count_people() == len(NAMES) + added

    play(script, (120, 36))


def test_a_table_without_names_is_refused_as_before(play, sams: Ledger, tmp_path: Path) -> None:
    budget = tmp_path / "budget.csv"
    budget.write_text("Rent,Food\n100,200\n")

    async def script(app, pilot) -> None:
        await read_file(app, pilot, budget)
        await until(pilot, lambda: text_at(app, "#wrong").strip() != "", "the refusal")
        assert "budget.csv" in text_at(app, "#wrong")
        assert type(app.screen).__name__ == "ImportScreen"

    play(script, (120, 36))
