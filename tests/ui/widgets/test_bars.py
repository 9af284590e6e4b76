"""The first line tells where and how much, the last one the keys that work now."""

from datetime import date

import pytest
from textual.binding import Binding
from textual.pilot import Pilot
from textual.widget import Widget

from recco_tui.ui.widgets.contact_pane import ContactPane
from recco_tui.ui.widgets.header_bar import HeaderBar, HeaderFacts
from recco_tui.ui.widgets.key_footer import KeyFooter
from recco_tui.ui.widgets.line_list import LineList
from recco_tui.ui.widgets.network_table import NetworkTable
from tests.ui.pilot import Stage, drive, lines
from tests.ui.widgets.test_network_table import table_of

FACTS = HeaderFacts("Board", date(2026, 11, 23), today=3, owe=2, open_asks=2, ask_limit=4)


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (100, " recco  Board" + " " * 36 + "Mon 23 Nov   3 today   owe 2   open asks 2 of 4"),
        (60, " recco  Board" + " " * 12 + "3 today   owe 2   open asks 2 of 4"),
        (40, " recco  Board" + " " * 11 + "3 today   owe 2"),
        (26, " recco  Board     owe 2"),
    ],
)
def test_the_header_drops_the_day_first(width: int, shown: str) -> None:
    bar = HeaderBar()
    bar.show(FACTS)

    async def script(pilot: Pilot[None]) -> None:
        assert lines(bar)[0].split() == shown.split()
        assert bar.render_line(0).cell_length == width

    drive(Stage([bar]), script, size=(width, 5))


def test_the_header_says_when_this_is_the_demo_and_takes_other_facts() -> None:
    bar = HeaderBar()

    async def script(pilot: Pilot[None]) -> None:
        assert lines(bar) == [""]
        bar.show(HeaderFacts("Asks [b]", date(2026, 1, 2), badge="demo"))
        assert lines(bar)[0].split()[:4] == ["recco", "Asks", "[b]", "demo"]

    drive(Stage([bar]), script)


KEYS = {
    "w": "write",
    "a": "ask",
    "n": "next",
    "p": "project",
    "m": "moment",
    "r": "review",
    "u": "undo",
}


class Keyed(Stage):
    """A view with more keys than fit on sixty columns."""

    BINDINGS = [
        *[
            Binding(key, f"note('{key}')", words, id=f"board.{words}")
            for key, words in KEYS.items()
        ],
        Binding("h", "note('h')", "hidden", show=False, id="board.hidden"),
        Binding("d", "off", "off", id="board.off"),
        Binding("question_mark", "note('?')", "keys", id="app.keys"),
        Binding("z", "note('z')", "quit", id="app.quit"),
    ]

    def __init__(self, footer: KeyFooter, table: NetworkTable) -> None:
        super().__init__([table, footer])
        self.pressed: list[str] = []
        self.allowed = True

    def action_note(self, key: str) -> None:
        self.pressed.append(key)

    def action_off(self) -> None:
        self.pressed.append("off")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return None if action == "off" and not self.allowed else True


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_help_and_quit_stay_and_the_rest_is_cut_from_the_end(width: int) -> None:
    footer = KeyFooter()
    app = Keyed(footer, table_of([]))

    async def script(pilot: Pilot[None]) -> None:
        text = lines(footer)[0]
        assert text.endswith("? keys  z quit")
        assert "w write" in text
        assert "hidden" not in text
        assert ("…" in text) == (width < 88)
        assert footer.render_line(0).cell_length == width
        assert [key.words for key in footer.keys][-2:] == ["keys", "quit"]

    drive(app, script, size=(width, 8))


def test_a_click_on_a_key_presses_it() -> None:
    footer = KeyFooter()
    app = Keyed(footer, table_of([]))

    async def script(pilot: Pilot[None]) -> None:
        text = lines(footer)[0]
        for words in ("w write", "ask", "? keys"):
            await pilot.click(footer, offset=(text.index(words), 0))
            await pilot.pause()
        await pilot.click(footer, offset=(0, 0))
        assert app.pressed == ["w", "a", "?"]

    drive(app, script, size=(120, 8))


def test_a_key_that_does_not_work_now_stays_and_does_nothing() -> None:
    footer = KeyFooter()
    app = Keyed(footer, table_of([]))

    async def script(pilot: Pilot[None]) -> None:
        app.allowed = False
        app.refresh_bindings()
        await pilot.pause()
        assert {key.words: key.enabled for key in footer.keys}["off"] is False
        await pilot.click(footer, offset=(lines(footer)[0].index("d off"), 0))
        assert app.pressed == []

    drive(app, script, size=(120, 8))


@pytest.mark.parametrize("widget", [LineList, NetworkTable, ContactPane])
def test_every_binding_of_a_widget_is_declared_whole(widget: type[Widget]) -> None:
    declared = [one for one in widget.__dict__["BINDINGS"] if isinstance(one, Binding)]
    assert len(declared) == len(widget.__dict__["BINDINGS"])
    assert all(one.id and one.tooltip and one.description for one in declared)
    assert len({one.id for one in declared}) == len(declared)
    assert all(callable(getattr(widget, f"action_{one.action}")) for one in declared)
