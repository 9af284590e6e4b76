import pytest

from recco_tui.ledger.ledger import Ledger
from recco_tui.ui.screens.doors import DoorView
from tests.ui.screens.stage import text_at, toasts, until, until_screen


def test_an_empty_file_opens_three_doors_and_says_where_the_data_is(play, ledger: Ledger) -> None:
    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "DoorsScreen")
        doors = [view.door.words for view in app.screen.query(DoorView)]
        assert doors == ["Import my LinkedIn export", "Try sample contacts", "Add one contact"]
        where = text_at(app, "#where").replace("\n", " ")
        assert ledger.path.name in where.replace(" ", "")  # a long path is broken
        assert "Nothing leaves this computer" in where

    play(script)


@pytest.mark.parametrize(
    "keys", [pytest.param(["i"], id="its key"), pytest.param(["down", "up", "enter"], id="enter")]
)
def test_the_first_door_imports(play, keys: list[str]) -> None:
    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "DoorsScreen")
        await pilot.press(*keys)
        await until_screen(app, pilot, "ImportScreen")

    play(script)


def test_a_click_opens_a_door(play) -> None:
    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "DoorsScreen")
        await pilot.click(app.screen.query(DoorView).first(), offset=(20, 1))
        await until_screen(app, pilot, "ImportScreen")

    play(script)


def test_arrows_and_enter_reach_the_last_door(play) -> None:
    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "DoorsScreen")
        await pilot.press("down", "down", "enter")
        await until_screen(app, pilot, "ContactForm")
        await pilot.press(*"Ann", "ctrl+s")
        await until_screen(app, pilot, "BoardScreen")
        assert [row.name for row in app.screen.table.entries] in (["Ann"], [])
        assert "Added Ann" in toasts(app)

    play(script)


def test_escape_leaves_to_the_empty_board_and_stays_there(play) -> None:
    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "DoorsScreen")
        await pilot.press("escape")
        await until_screen(app, pilot, "BoardScreen")
        await pilot.press("5")
        await until_screen(app, pilot, "LogScreen")
        await pilot.press("escape")
        await until_screen(app, pilot, "BoardScreen")

    play(script)


def test_what_undo_emptied_and_redo_filled_again_is_the_board(play, ledger: Ledger) -> None:
    ledger.contacts.pin([ledger.contacts.add("Ann Lee").id], True)
    ledger.log.undo()

    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        await pilot.press("u")
        await until_screen(app, pilot, "DoorsScreen")
        await pilot.press("U")
        await until_screen(app, pilot, "BoardScreen")
        assert "Redone: added Ann Lee" in toasts(app)
        await pilot.press("u")
        await until_screen(app, pilot, "DoorsScreen")

    play(script)


def test_what_another_window_fills_or_empties_is_shown_as_such(play, ledger: Ledger) -> None:
    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "DoorsScreen")
        with ledger.another() as other:
            other.contacts.pin([other.contacts.add("Ann Lee").id], True)
        await until_screen(app, pilot, "BoardScreen")
        await until(pilot, lambda: [row.name for row in app.screen.table.entries], "she is there")
        with ledger.another() as other:
            other.log.back_to(0)
        await until_screen(app, pilot, "DoorsScreen")

    play(script)


def test_under_a_dialog_the_doors_wait_until_it_is_closed(play, ledger: Ledger) -> None:
    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "DoorsScreen")
        await pilot.press("question_mark")
        await until_screen(app, pilot, "KeysDialog")
        with ledger.another() as other:
            other.contacts.add("Ann Lee")
        await pilot.press("escape")
        await until_screen(app, pilot, "BoardScreen")

    play(script)


def test_leaving_the_import_of_an_empty_file_comes_back_to_the_doors(play) -> None:
    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "DoorsScreen")
        await pilot.press("i")
        await until_screen(app, pilot, "ImportScreen")
        await pilot.press("escape")
        await until_screen(app, pilot, "DoorsScreen")

    play(script)


def test_the_sample_door_leads_to_a_throw_away_copy(play, ledger: Ledger) -> None:
    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "DoorsScreen")
        await pilot.press("d")
        await until_screen(app, pilot, "BoardScreen")
        assert app.badge == "demo"
        assert app.ledger.path != ledger.path
        await until(
            pilot, lambda: len(app.screen.table.entries) > 20, "the sample people are there"
        )
        app.ledger.close()

    play(script)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (200, 60)], ids=str)
def test_all_doors_are_in_sight_at_every_size(play, size: tuple[int, int]) -> None:
    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "DoorsScreen")
        for view in app.screen.query(DoorView):
            assert app.screen.region.contains_region(view.region)
            assert view.region.bottom < size[1]

    play(script, size)
