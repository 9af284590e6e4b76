"""Today and Network have one cursor: every key, and the contact pane, is about what it stands on."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from recco_tui.core.models import Direction
from recco_tui.ledger.ledger import Ledger
from tests.ui.screens.sample import TODAY, board, in_network, sample_ledger
from tests.ui.screens.stage import text_at, text_of, toasts, until, until_screen

WIDE = (120, 36)


@pytest.fixture
def sample() -> Iterator[Ledger]:
    with sample_ledger() as opened:
        yield opened


async def opened(app, pilot) -> None:
    await board(app, pilot)
    await until(pilot, lambda: app.focused is app.screen.today, "the cursor in Today")


def pane_title(app) -> str:
    return str(app.screen.query_one("#contact").border_title)


@pytest.mark.usefixtures("ledger")
class TestOnTheSample:
    @pytest.fixture
    def ledger(self, sample: Ledger) -> Ledger:
        return sample

    def test_it_opens_on_the_first_line_of_today_and_its_key_opens_that_person(self, play) -> None:
        async def script(app, pilot) -> None:
            await board(app, pilot)
            await pilot.press("w")  # however fast: what it is about is read first
            await until_screen(app, pilot, "GuidedStart")
            assert "John Silva" in str(app.screen.query_one(".dialog").border_title)
            await pilot.press("escape")
            await until_screen(app, pilot, "RecommendationEditor")
            await pilot.press("escape")
            await until_screen(app, pilot, "BoardScreen")

        play(script, WIDE)

    def test_every_line_of_today_is_reached_and_the_pane_follows(self, play) -> None:
        async def script(app, pilot) -> None:
            await opened(app, pilot)
            today = app.screen.today
            alerts = app.ledger.today.overview().queue
            assert len(today.entries) == len(alerts)
            for alert in alerts:
                line = text_of(today).splitlines()[today.cursor_line - today.scroll_offset.y]
                assert line.split()[1] == alert.action.split("-")[0] or alert.action in line
                assert pane_title(app) == (alert.contact or "None")
                assert app.screen.targets() == ([alert.contact_id] if alert.contact_id else [])
                await pilot.press("down")
            assert app.focused is app.screen.table

        play(script, (120, 24))

    def test_down_from_today_goes_to_network_and_up_goes_back(self, play) -> None:
        async def script(app, pilot) -> None:
            await opened(app, pilot)
            await pilot.press("G", "j")
            assert app.focused is app.screen.table
            assert app.screen.table.cursor_line == 0
            await pilot.press("down")
            assert pane_title(app) == app.screen.table.entries[1].name
            await pilot.press("up", "up")
            assert app.focused is app.screen.today
            assert app.screen.today.cursor_line == app.screen.today.entry_count() - 1
            await pilot.press("k")
            assert pane_title(app) == app.screen.today.highlighted.name.replace("R.", "Rahimi")

        play(script, WIDE)

    def test_marks_in_network_are_not_what_a_line_of_today_is_about(self, play) -> None:
        async def script(app, pilot) -> None:
            await opened(app, pilot)
            await in_network(app, pilot)
            await pilot.press("space", "space")
            assert len(app.screen.targets()) == 2
            await pilot.press("shift+tab", "g")
            assert app.screen.targets() == [app.ledger.today.overview().queue[0].contact_id]

        play(script, WIDE)

    def test_all_places_count_today_the_same(self, play) -> None:
        async def script(app, pilot) -> None:
            await opened(app, pilot)
            count = len(app.ledger.today.overview().queue)
            assert f"{count} today" in text_at(app, "#header")
            assert str(app.screen.today.border_title) == f"Today · {count}"
            assert app.screen.today.entry_count() == count
            await pilot.press("r")
            await until_screen(app, pilot, "ReviewScreen")
            assert f"1 of {count}" in text_at(app, "#far")
            await pilot.press(*["s"] * count)
            await until(pilot, lambda: app.screen.alert() is None, "the end")
            first = app.screen._queue[0]
            await pilot.press("b")  # "back to the … skipped": to the first of them
            assert app.screen.alert() == first

        play(script, WIDE)

    def test_a_person_filtered_out_of_network_is_still_whom_today_is_about(self, play) -> None:
        async def script(app, pilot) -> None:
            await opened(app, pilot)
            await pilot.press("slash", *"katrina", "enter")
            await until(pilot, lambda: len(app.screen.table.entries) == 1, "narrowed")
            await pilot.press("shift+tab", "g")
            assert pane_title(app) == "John Silva"
            await pilot.press("w")
            await until_screen(app, pilot, "GuidedStart")
            assert "John Silva" in str(app.screen.query_one(".dialog").border_title)
            await pilot.press("escape")
            await until_screen(app, pilot, "RecommendationEditor")
            await pilot.press("escape")
            await until_screen(app, pilot, "BoardScreen")

        play(script, WIDE)

    def test_a_view_key_leaves_the_settings(self, play) -> None:
        async def script(app, pilot) -> None:
            await opened(app, pilot)
            for key, view in (("1", "BoardScreen"), ("3", "AsksScreen"), ("1", "BoardScreen")):
                await pilot.press("comma")
                await until_screen(app, pilot, "SettingsScreen")
                await pilot.press(key)
                await until_screen(app, pilot, view)
            await until(pilot, lambda: len(app.screen_stack) == 1, "nothing over the board")

        play(script, WIDE)

    def test_what_ends_an_ask_is_never_a_quick_enter_away(self, play) -> None:
        async def script(app, pilot) -> None:
            await board(app, pilot)
            await in_network(app, pilot)
            for row in app.screen.table.entries:
                if row.ask is None:
                    continue
                app.screen.table.move_to(row.id)
                await pilot.press("v")
                await pilot.pause()
                if type(app.screen).__name__ == "ChoiceDialog":
                    first = app.screen.query_one("ChoiceLines").highlighted
                    assert str(first.value) in ("agreed", "received"), row.name
                    await pilot.press("escape")
                elif type(app.screen).__name__ != "BoardScreen":
                    await pilot.press("escape")
                await until_screen(app, pilot, "BoardScreen")

        play(script, WIDE)

    def test_a_toast_stands_above_a_dialog_s_keys_and_offers_no_undo_there(self, play) -> None:
        async def script(app, pilot) -> None:
            await opened(app, pilot)
            await pilot.press("asterisk")
            await until(pilot, lambda: "u undoes it" in toasts(app), "the offer")
            await pilot.press("plus")
            await until_screen(app, pilot, "ContactForm")
            await until(pilot, lambda: app.screen.query("Toast"), "the toast")
            assert "u undoes it" not in toasts(app)
            keys = app.screen.query_one("KeyFooter").region
            for toast in app.screen.query("Toast"):
                assert not toast.region.overlaps(keys)
            await pilot.press("escape")

        play(script, (80, 24))


def test_someone_added_to_an_empty_file_is_seen(play) -> None:
    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "DoorsScreen")
        await pilot.press("escape", "plus")
        await until_screen(app, pilot, "ContactForm")
        await pilot.press(*"Ann", "ctrl+s")
        await until_screen(app, pilot, "BoardScreen")
        await until(pilot, lambda: app.screen.table.highlighted, "the row")
        assert app.screen.table.highlighted.name == "Ann"
        assert app.screen.targets() == [app.screen.table.highlighted.id]
        assert "Ann" in text_at(app, "#network")

    play(script)


@pytest.mark.parametrize("everyone", [False, True])
def test_someone_added_is_under_the_cursor(play, ledger: Ledger, everyone: bool) -> None:
    for name in ("Ben Osei", "Cy Moss"):
        ledger.contacts.pin([ledger.contacts.add(name).id], True)

    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        await pilot.press(*(["A"] if everyone else []), "slash", *"cy", "enter", "plus")
        await until_screen(app, pilot, "ContactForm")
        await pilot.press(*"Ann", "ctrl+s")
        await until_screen(app, pilot, "BoardScreen")
        await until(pilot, lambda: app.screen.table.highlighted.name == "Ann", "Ann")
        assert app.screen.targets() == [ledger.contacts.find("Ann").id]
        await pilot.press("u")
        await until(pilot, lambda: app.screen.table.highlighted.name != "Ann", "gone")
        await pilot.press("U")
        await until(pilot, lambda: app.screen.table.highlighted.name == "Ann", "back")

    play(script)


def test_the_last_line_of_today_opens_the_older_debts_to_be_waived_together(
    play, ledger: Ledger
) -> None:
    for number in range(8):
        id_ = ledger.contacts.add(f"Old {number}").id
        long_ago = TODAY - timedelta(days=3000 + number)
        ledger.recommendations.add(id_, Direction.RECEIVED, "Kind.", on=long_ago)
    recent = ledger.contacts.add("New").id
    ledger.recommendations.add(recent, Direction.RECEIVED, "Quick.", on=date(2026, 11, 1))

    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        await until(pilot, lambda: app.focused is app.screen.today, "the cursor in Today")
        overview = ledger.today.overview()
        assert overview.older
        await pilot.press("G")
        assert f"{len(overview.older)} older debts" in text_at(app, "#today")
        assert app.screen.targets() == []
        await pilot.press("enter")
        assert app.focused is app.screen.table
        assert app.screen.targets() == [overview.older[0].contact_id]
        assert all(row.received > row.given for row in app.screen.table.entries)
        await pilot.press("space", "space", "x")
        await until_screen(app, pilot, "ReasonDialog")
        await pilot.press(*"old", "enter")
        await until_screen(app, pilot, "BoardScreen")
        await until(pilot, lambda: "owe 7" in text_at(app, "#header"), "two less")

    play(script, WIDE)


def test_without_a_line_about_someone_it_opens_in_network(play, ledger: Ledger) -> None:
    ledger.contacts.pin([ledger.contacts.add("Ann").id], True)

    async def script(app, pilot) -> None:
        await until_screen(app, pilot, "BoardScreen")
        await until(pilot, lambda: app.focused, "the cursor")
        assert app.focused is app.screen.table

    play(script)
