"""The board on the sample people: finding, marking, waiving, adding, and taking all of it back."""

from collections.abc import Iterator

import pytest
from textual import events

from recco_tui.core.relationships import Kind
from recco_tui.ledger.ledger import Ledger
from recco_tui.ui.screens.board import BoardScreen
from recco_tui.ui.widgets.network_table import NetworkTable
from tests.ui.screens.sample import Keys, board, board_at, in_network, sample_ledger
from tests.ui.screens.stage import text_at, toasts, until, until_screen

WIDE = (120, 36)


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with sample_ledger() as opened:
        yield opened


def names(app) -> list[str]:
    return [row.name for row in app.screen.table.entries]


def subtitle(app) -> str:
    return str(app.screen.table.border_subtitle)


def test_it_opens_on_the_circle_whom_i_owe_first(play, ledger) -> None:
    async def script(app, pilot) -> None:
        await board(app, pilot)
        assert names(app)[:3] == ["John Silva", "Noor Haddad", "Farid Rahimi"]
        assert "circle 38 of 44 · by owe" in subtitle(app)
        assert "owe 3" in text_at(app, "#header")
        assert "John Silva" in str(app.screen.query_one("#contact").border_title)
        assert text_at(app, "#today").splitlines()[0].split()[:3] == ["▌", "write", "John"]

    play(script, WIDE)


@pytest.mark.parametrize(
    ("columns", "width"), [(80, "-narrow"), (120, "-wide"), (150, "-roomy")], ids=str
)
def test_it_is_laid_out_for_its_width_before_it_is_painted(
    play, monkeypatch, columns, width
) -> None:
    classes = []
    load = BoardScreen.load

    def seen(self) -> None:
        classes.append(self.classes)
        load(self)

    monkeypatch.setattr(BoardScreen, "load", seen)

    async def script(app, pilot) -> None:
        await board(app, pilot)
        assert width in classes[0]
        assert classes[0] == app.screen.classes

    play(script, (columns, 30))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("owe", {"John Silva", "Farid Rahimi", "Noor Haddad"}),
        ("kind:client", {"Jamal Whitfield", "Ingrid Solheim"}),
        ("tran", {"Linh Trần"}),
        ("owed", {"Rodrigo Pena"}),
        ("project:pantry john", {"John Silva"}),
        ("zebra crossing", set()),
    ],
)
def test_the_filter_narrows_as_it_is_typed_and_escape_clears_it(play, typed, found) -> None:
    async def script(app, pilot) -> None:
        await board(app, pilot)
        everyone = names(app)
        await pilot.press("slash", *("space" if char == " " else char for char in typed))
        await until(pilot, lambda: len(names(app)) < len(everyone), "narrowed")
        await pilot.pause()
        if found:
            assert found <= set(names(app))
            assert len(names(app)) <= 8
            assert f"{len(names(app))} of circle" in subtitle(app)
        else:
            assert names(app) == []
            assert "A searches all contacts" in text_at(app, "#network")
        await pilot.press("enter")
        assert app.focused is app.screen.table
        await pilot.press("escape")
        assert names(app) == everyone

    play(script, WIDE)


def test_words_typed_faster_than_the_line_opens_are_the_filter(play) -> None:
    async def script(app, pilot) -> None:
        await board(app, pilot)
        for key, sign in (("A", "A"), ("slash", "/"), *zip("katrina", "katrina", strict=True)):
            app.post_message(events.Key(key, sign))
        await until(pilot, lambda: getattr(app.focused, "value", "") == "katrina", "all is typed")
        assert names(app) == ["Katrina Moss"]
        assert "of all" in subtitle(app)

    play(script, WIDE)


def test_keys_behind_the_one_that_leaves_do_no_harm(play) -> None:
    async def script(app, pilot) -> None:
        await board(app, pilot)
        for key in "qwawj":
            app.post_message(events.Key(key, key))

    play(script, WIDE)


def test_all_and_back_keep_the_person_under_the_cursor(play, ledger) -> None:
    async def script(app, pilot) -> None:
        contact = await board_at(app, pilot, "Emily Danso")
        await pilot.press("A")
        assert len(names(app)) == 44
        assert app.screen.table.highlighted.id == contact.id
        await pilot.press("A")
        assert app.screen.table.highlighted.id == contact.id

    play(script, WIDE)


def test_sorting_goes_through_the_columns_and_a_click_on_one_turns_it_round(play) -> None:
    async def script(app, pilot) -> None:
        await board(app, pilot)
        seen = set()
        for _ in range(10):
            await pilot.press("s")
            seen.add(subtitle(app).partition("by ")[2])
        assert {"name", "kind", "given", "received", "owe", "ask", "last", "company"} <= seen
        header = app.screen.table.render_line(0).text
        await pilot.click(NetworkTable, offset=(header.index("Name") + 2, 1))
        await until(pilot, lambda: "by name" in subtitle(app), "sorted by name")
        ahead = names(app)
        await pilot.click(NetworkTable, offset=(header.index("Name") + 2, 1))
        await until(pilot, lambda: names(app) == ahead[::-1], "turned round")

    play(script, WIDE)


def test_marked_people_are_set_together_and_one_key_takes_it_back(play, ledger) -> None:
    async def script(app, pilot) -> None:
        await board(app, pilot)
        await pilot.press("slash", *"fatima", "enter", "space", "slash")
        app.screen.query_one("#filter").value = "hyun"
        await pilot.pause()
        await pilot.press("enter", "space", "escape")
        assert len(app.screen.table.marks) == 2
        await pilot.press("K")
        await until_screen(app, pilot, "RelationshipDialog")
        await pilot.press("2")
        await until_screen(app, pilot, "BoardScreen")
        await until(pilot, lambda: not app.screen.table.marks, "the marks are gone")
        assert kinds("Fatima Zahra Benali", "Hyun-woo Park") == {Kind.MANAGER}
        await pilot.press("u")
        assert kinds("Fatima Zahra Benali", "Hyun-woo Park") == {Kind.UNKNOWN}

    def kinds(*who: str) -> set[Kind]:
        return {ledger.contacts.find(name).kind for name in who}

    play(script, WIDE)


def test_a_debt_is_squared_with_a_reason_and_owed_again_after_undo(play, ledger) -> None:
    async def script(app, pilot) -> None:
        john = await board_at(app, pilot, "John Silva")
        await pilot.press("x")
        await until_screen(app, pilot, "ReasonDialog")
        await pilot.press(*"old", "enter")
        await until_screen(app, pilot, "BoardScreen")
        await until(pilot, lambda: "owe 2" in text_at(app, "#header"), "one less is owed")
        assert ledger.recommendations.balance(john.id).owe == 0
        assert "u undoes it" in toasts(app)
        await pilot.press("u")
        assert "owe 3" in text_at(app, "#header")
        await pilot.press("U")
        assert "owe 2" in text_at(app, "#header")

    play(script, WIDE)


def test_someone_is_added_and_is_under_a_filter_of_their_name(play, ledger) -> None:
    async def script(app, pilot) -> None:
        await board(app, pilot)
        await pilot.press("plus")
        await until_screen(app, pilot, "ContactForm")
        await pilot.press(*"Zoe", "space", *"Quill", "ctrl+s")
        await until_screen(app, pilot, "BoardScreen")
        assert "Added Zoe Quill" in toasts(app)
        await pilot.press("slash", *"quill")
        await until(pilot, lambda: names(app) == ["Zoe Quill"], "found")

    play(script, WIDE)


def test_archiving_hides_and_deletes_nothing(play, ledger) -> None:
    async def script(app, pilot) -> None:
        contact = await board_at(app, pilot, "Claire Dubois")
        await pilot.press("D")
        await until(pilot, lambda: "Claire Dubois" not in names(app), "hidden")
        assert ledger.contacts.get(contact.id).archived_on is not None
        await pilot.press("u")
        assert "Claire Dubois" in names(app)

    play(script, WIDE)


def test_today_puts_its_person_under_the_cursor_and_its_keys_are_about_the_alert(
    play, ledger
) -> None:
    async def script(app, pilot) -> None:
        await board(app, pilot)
        await until(pilot, lambda: app.focused is app.screen.today, "the cursor in Today")
        await pilot.press("down")
        await until(pilot, lambda: app.screen.table.highlighted.name == "Katrina Moss", "followed")
        await pilot.press("z")
        await until(pilot, lambda: "Katrina" not in text_at(app, "#today"), "snoozed")
        await pilot.press("x")
        await until(pilot, lambda: "Rodrigo" not in text_at(app, "#today"), "dismissed")
        await pilot.press("u", "u")
        assert "Katrina" in text_at(app, "#today")
        assert "Rodrigo" in text_at(app, "#today")

    play(script, WIDE)


@pytest.mark.parametrize("way", ["enter", "click"])
def test_enter_or_a_click_on_its_key_does_what_a_line_of_today_says(play, ledger, way) -> None:
    async def script(app, pilot) -> None:
        await board(app, pilot)
        if way == "enter":
            await pilot.press("down", "down", "enter")
        else:
            today = app.screen.query_one("#today")
            await pilot.click(today, offset=(today.region.width - 5, 3))
        await until_screen(app, pilot, "HandOver")
        assert "Rodrigo" in str(app.screen.query_one(".dialog").border_title)
        await pilot.press("escape")

    play(script, WIDE)


def test_a_click_on_a_key_beside_the_person_does_it(play, ledger) -> None:
    async def script(app, pilot) -> None:
        await board_at(app, pilot, "John Silva")
        pane = app.screen.query_one("#contact")
        y = next(y for y in range(pane.size.height) if " waive" in pane.render_line(y).text)
        x = pane.render_line(y).text.index("waive")
        await pilot.click(pane, offset=(x + pane.content_region.x - pane.region.x, y + 1))
        await until_screen(app, pilot, "ReasonDialog")
        await pilot.press("escape")

    play(script, WIDE)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30), (140, 40), (200, 60)])
def test_at_every_size_the_board_shows_whom_i_owe_and_what_to_press(play, size) -> None:
    async def script(app, pilot) -> None:
        await board(app, pilot)
        row = next(line for line in text_at(app, "#network").splitlines() if "John Silva" in line)
        assert "owe 1" in row
        footer = app.screen.query_one("KeyFooter").render_line(0).text
        assert "w Write" in footer
        assert footer.rstrip().endswith("? Keys  q Quit")
        assert app.screen.query_one("#contact").display == (size[0] > 100)
        if size[0] <= 100:
            await in_network(app, pilot)
            await pilot.press("enter")
            await until_screen(app, pilot, "ContactScreen")
            assert "Pantry Map" in text_at(app, "#contact")

    play(script, size)


def test_shrinking_and_growing_keeps_the_person(play) -> None:
    async def script(app, pilot) -> None:
        contact = await board_at(app, pilot, "Emily Danso")
        for size in [(60, 20), (200, 60), (101, 24), (80, 24)]:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert app.screen.table.highlighted.id == contact.id
            assert "Emily Danso" in text_at(app, "#network")

    play(script, WIDE)


def test_what_a_narrow_window_shows_of_people_a_wider_one_shows_too(play) -> None:
    async def script(app, pilot) -> None:
        await board(app, pilot)
        before: set[str] = set()
        for width in (70, 80, 90, 100, 101, 104, 110, 120, 139, 140, 160, 200):
            await pilot.resize_terminal(width, 24)
            await pilot.pause()
            header = app.screen.table.render_line(0).text.replace("▴", " ")
            shown = set(header.split()) - {"Company"}  # beside the pane there is no room for it
            assert before <= shown, width
            before = shown if width >= 80 else set()
        assert before >= {"Name", "Kind", "Given", "Recvd", "Balance", "Ask", "Last"}

    play(script, WIDE)


def test_what_is_put_off_stands_in_today_again_by_a_key(play, ledger) -> None:
    async def script(app, pilot) -> None:
        await board(app, pilot)
        keys = Keys(app, pilot)
        await until(pilot, lambda: app.focused is app.screen.today, "the cursor in Today")
        await until(pilot, lambda: "John S." in text_at(app, "#today"), "Today is read")
        await keys.press("B")
        await until(pilot, lambda: "Nothing is snoozed" in toasts(app), "that is said")
        await keys.press("z")
        await until(pilot, lambda: "John S." not in text_at(app, "#today"), "put off")
        await keys.press("B", then="ChoiceDialog")
        await keys.press("1", then="BoardScreen")
        await until(pilot, lambda: "John S." in text_at(app, "#today"), "back")
        assert "Ended the snooze: write John Silva" in toasts(app)

    play(script, WIDE)
