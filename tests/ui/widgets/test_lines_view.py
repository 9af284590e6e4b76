import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll

from recco_tui.ui.formatting import cell_len
from recco_tui.ui.present.spans import Line, bar, key_lines, wrapped
from recco_tui.ui.theme import register_themes, variable_defaults
from recco_tui.ui.widgets.lines_view import LinesView

NASTY = "Ann [HR] Lee [/b] [@click=app.quit]x[/] \x1b[31mred\x1b[0m \u202edrawkcab"


class Stage(App[None]):
    def __init__(self) -> None:
        super().__init__()
        register_themes(self)
        self.theme = "recco-dark"
        self.pressed: list[str] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variable_defaults(self.current_theme)

    def compose(self) -> ComposeResult:
        with VerticalScroll(can_focus=False):
            yield LinesView()

    def on_key(self, event) -> None:  # type: ignore[no-untyped-def]
        self.pressed.append(event.key)


def texts(lines: list[Line]) -> list[str]:
    return ["".join(span.text for span in line) for line in lines]


def test_it_is_as_high_as_its_lines_and_literal() -> None:
    async def script() -> None:
        app = Stage()
        async with app.run_test(size=(30, 20)) as pilot:
            view = app.query_one(LinesView)
            view.show(lambda width: wrapped(NASTY, width))
            await pilot.pause()
            drawn = [view.render_line(y).text for y in range(view.size.height)]
            assert " ".join(line.strip() for line in drawn) == (
                "Ann [HR] Lee [/b] [@click=app.quit]x[/] red drawkcab"
            )
            view.show(lambda _: [])
            await pilot.pause()
            assert view.size.height == 0

    asyncio.run(script())


def test_a_click_on_a_key_presses_it_and_elsewhere_nothing() -> None:
    async def script() -> None:
        app = Stage()
        async with app.run_test(size=(40, 10)) as pilot:
            view = app.query_one(LinesView)
            view.show(lambda width: key_lines([("p", "p", "peer"), ("m", "m", "manager")], width))
            await pilot.pause()
            await pilot.click(view, offset=(14, 0))
            await pilot.click(view, offset=(9, 0))
            await pilot.click(view, offset=(39, 0))
            await pilot.pause()
            assert app.pressed == ["m"]

    asyncio.run(script())


@pytest.mark.parametrize("width", [8, 12, 20, 60], ids=str)
def test_keys_never_stand_over_the_edge_when_each_fits(width: int) -> None:
    keys = [(key, key, word) for key, word in (("p", "peer"), ("t", "men"), ("c", "cli"))]
    lines = key_lines(keys, width)
    assert all(cell_len(text.rstrip()) <= width for text in texts(lines))
    assert "".join(texts(lines)).split() == ["p", "peer", "t", "men", "c", "cli"]


@given(st.integers(-3, 50), st.integers(0, 50), st.integers(0, 80))
def test_the_bar_is_as_wide_as_asked(done: int, total: int, width: int) -> None:
    spans = bar(max(0, done), total, width)
    assert sum(cell_len(span.text) for span in spans) == width


@given(st.text(max_size=300), st.integers(1, 60), st.integers(0, 5))
def test_words_stay_inside_the_width(text: str, width: int, indent: int) -> None:
    for line in wrapped(text, width + indent + 1, indent=indent):
        assert sum(cell_len(span.text) for span in line) <= width + indent + 1
