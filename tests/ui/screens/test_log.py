import pytest

from recco_tui.ledger.ledger import Ledger
from tests.ui.screens.stage import text_at, toasts, until_screen

NAMES = ("Ann [HR]", "Bo [/b]", "Cy")


@pytest.fixture
def history(ledger: Ledger) -> None:
    for name in NAMES:
        ledger.contacts.add(name)


def names(ledger: Ledger) -> list[str]:
    return sorted(contact.name for contact in ledger.contacts.every())


async def to_log(app, pilot) -> None:
    await until_screen(app, pilot, "BoardScreen")
    await pilot.press("5")
    await until_screen(app, pilot, "LogScreen")


def test_everything_done_stands_there_newest_first_and_literally(play, history) -> None:
    async def script(app, pilot) -> None:
        await to_log(app, pilot)
        lines = text_at(app, "#log").splitlines()
        said = [line for line in lines if "added" in line]
        assert [line.split("added ")[1].split("  ")[0] for line in said] == list(reversed(NAMES))
        assert "the beginning" in lines[3]
        assert str(app.screen.query_one("#log").border_title) == "Log · 3 done"

    play(script)


def test_enter_goes_back_to_a_point_and_forward_again(play, ledger: Ledger, history) -> None:
    async def script(app, pilot) -> None:
        await to_log(app, pilot)
        await pilot.press("down", "down")
        await pilot.pause()
        assert "undoes 2 changes" in str(app.screen.query_one("#log").border_subtitle)
        marked = [line for line in text_at(app, "#log").splitlines() if "↶" in line]
        assert len(marked) == 2
        await pilot.press("enter")
        await pilot.pause()
        assert names(ledger) == ["Ann [HR]"]
        assert "Undid 2 changes: added Cy; added Bo [/b]" in toasts(app)
        assert "1 done · 2 undone" in str(app.screen.query_one("#log").border_title)
        await pilot.press("up", "up")
        await pilot.pause()
        assert "redoes 2 changes" in str(app.screen.query_one("#log").border_subtitle)
        await pilot.press("enter")
        await pilot.pause()
        assert names(ledger) == sorted(NAMES)

    play(script)


def test_the_last_line_goes_back_to_the_beginning(play, ledger: Ledger, history) -> None:
    async def script(app, pilot) -> None:
        await to_log(app, pilot)
        await pilot.press("G", "enter")
        await pilot.pause()
        assert names(ledger) == []
        lines = text_at(app, "#log").splitlines()
        assert sum("undone" in line for line in lines) == 3

    play(script)


def test_undo_and_redo_go_one_step_and_the_cursor_stays(play, ledger: Ledger, history) -> None:
    async def script(app, pilot) -> None:
        await to_log(app, pilot)
        await pilot.press("down")
        here = app.screen.cursor
        await pilot.press("u")
        await pilot.pause()
        assert "Cy" not in names(ledger)
        assert app.screen.cursor.id == here.id
        await pilot.press("U")
        await pilot.pause()
        assert "Cy" in names(ledger)

    play(script)


def test_where_one_is_there_is_nothing_to_take_back(play, ledger: Ledger, history) -> None:
    async def script(app, pilot) -> None:
        await to_log(app, pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert "You are here" in toasts(app)
        assert names(ledger) == sorted(NAMES)

    play(script)


def test_what_was_overtaken_cannot_be_brought_back(play, ledger: Ledger, history) -> None:
    ledger.log.undo()
    ledger.contacts.add("Dee")

    async def script(app, pilot) -> None:
        await to_log(app, pilot)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert "Can't redo this" in toasts(app)
        assert "overtaken" in text_at(app, "#log").splitlines()[1]
        assert "Dee" in names(ledger)

    play(script)


def test_an_empty_log_says_so(play, ledger: Ledger, history) -> None:
    ledger.log.clear()

    async def script(app, pilot) -> None:
        await to_log(app, pilot)
        assert "Nothing done yet." in text_at(app, "#log")
        await pilot.press("enter", "escape")
        await until_screen(app, pilot, "BoardScreen")

    play(script, (60, 20))
