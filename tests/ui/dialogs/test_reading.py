"""Dialogs to read: the keys of a view, and a text."""

import pytest
from textual.app import App, ComposeResult
from textual.binding import Binding

from recco_tui.ui.dialogs.keys import KeyGroup, KeyLine, KeysDialog, keys_of
from recco_tui.ui.dialogs.text_view import TextDialog
from recco_tui.ui.widgets.line_list import LineList


class SomeList(LineList):
    def entry_count(self) -> int:
        return 0

    def draw_rest(self, inks, y, width):
        from textual.strip import Strip

        return Strip.blank(width)


class Viewing(App[None]):
    BINDINGS = [
        Binding("w", "write", "Write", id="write", tooltip="Write a text"),
        Binding("u", "undo", "Undo", id="undo", tooltip="Take it back"),
        Binding("1", "view('board')", "Board", False, id="view.board", tooltip="The board"),
    ]

    def compose(self) -> ComposeResult:
        yield SomeList()


def test_all_keys_of_a_view_are_grouped_by_where_they_work() -> None:
    import asyncio

    async def script() -> dict[str, dict[str, str]]:
        from recco_tui.ui.theme import register_themes, variable_defaults

        class Themed(Viewing):
            def get_theme_variable_defaults(self):
                return variable_defaults(self.current_theme)

        app = Themed()
        register_themes(app)
        app.theme = "recco-dark"
        async with app.run_test() as pilot:
            app.query_one(SomeList).focus()
            await pilot.pause()
            return {g.title: {ln.words: ln.keys for ln in g.lines} for g in keys_of(app.screen)}

    groups = asyncio.run(script())
    assert groups["lists"]["Down"] == "↓ j"
    assert groups["everywhere"]["Undo"] == "u"
    assert groups["everywhere"]["Board"] == "1"


GROUPS = (
    KeyGroup(
        "this view",
        tuple(KeyLine(chr(97 + n), f"Do {n}", f"What {n} does [b]") for n in range(26)),
    ),
    KeyGroup("everywhere", (KeyLine("u U", "Undo", "Undo the last change"),)),
)


def test_keys_stand_in_two_columns_only_when_there_is_room(meet) -> None:
    wide = meet(lambda: KeysDialog(GROUPS), size=(120, 36)).shown.splitlines()
    assert any("this view" in line and "everywhere" in line for line in wide)
    narrow = meet(lambda: KeysDialog(GROUPS), size=(80, 60)).shown.splitlines()
    assert not any("this view" in line and "everywhere" in line for line in narrow)
    assert any("a         Do 0: What 0 does [b]" in line for line in narrow)
    assert any("u U       Undo the last change" in line for line in narrow)


@pytest.mark.parametrize("key", ["question_mark", "q"])
def test_the_keys_are_left_with_many_a_key(meet, key) -> None:
    assert meet(lambda: KeysDialog(GROUPS), key).times == 1


def test_a_long_page_scrolls_line_by_line_and_page_by_page(meet, shown_by) -> None:
    def sees(words: str, there: bool):
        def look(app, pilot) -> None:
            assert (words in shown_by(app)) is there

        return look

    steps = (
        sees("Do 0:", True), "j j down down", sees("Do 0:", False), "pagedown pagedown",
        sees("Undo the last change", True), "pageup pageup k", sees("Do 0:", True),
    )  # fmt: skip
    meet(lambda: KeysDialog(GROUPS), *steps, size=(60, 20))


def test_a_text_is_copied_and_written_as_it_is(meet) -> None:
    got: list[str] = []

    def copy(text: str) -> str:
        got.append(text)
        return "Sent to the clipboard."

    def write(text: str) -> str:
        got.append(text)
        return "Saved to [b]x[/b].txt."

    text = "one\n[b]two[/x]\x1b[31m"
    make = lambda: TextDialog("T", text, "a note", copy=copy, write=write)  # noqa: E731
    met = meet(make, "c y w")
    assert got == [text] * 3
    assert "Saved to [b]x[/b].txt." in met.shown
    assert "[b]two[/x]" in met.shown
    assert "a note" in met.shown
    assert meet(make, "q").times == 1
