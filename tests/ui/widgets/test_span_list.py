import asyncio

from textual.app import App, ComposeResult

from recco_tui.ui.present.spans import Line, Span
from recco_tui.ui.theme import register_themes, variable_defaults
from recco_tui.ui.widgets.span_list import SpanList


def draw(entry: str, width: int) -> Line:
    return (Span(entry), Span(f" {width}", "ink-muted"))


class Stage(App[None]):
    def __init__(self) -> None:
        super().__init__()
        register_themes(self)
        self.theme = "recco-dark"
        self.heard: list[object] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variable_defaults(self.current_theme)

    def compose(self) -> ComposeResult:
        yield SpanList(draw, empty="Nothing.")

    def on_span_list_highlighted(self, event: SpanList.Highlighted) -> None:
        self.heard.append(event.entry)

    def on_line_list_chosen(self, event: SpanList.Chosen) -> None:
        self.heard.append(("chosen", event.entry))


def test_entries_are_drawn_literally_and_announced_as_the_cursor_moves() -> None:
    async def script() -> None:
        app = Stage()
        async with app.run_test(size=(30, 10)) as pilot:
            found = app.query_one(SpanList)
            assert "Nothing." in found.render_line(0).text
            found.set_empty("No export found in Downloads, Desktop or here.")
            said = " ".join(found.render_line(y).text for y in range(3))
            assert " ".join(said.split()) == "No export found in Downloads, Desktop or here."
            found.set_entries(["Ann [HR]", "Bob [/b]"])
            found.focus()
            await pilot.press("down", "down")
            await pilot.pause()
            assert found.highlighted == "Bob [/b]"
            assert found.render_line(1).text.rstrip() == "▌ Bob [/b] 28"
            assert app.heard[-2:] == ["Ann [HR]", "Bob [/b]"]
            found.set_entries([])
            await pilot.pause()
            assert app.heard[-1] is None

    asyncio.run(script())


def test_a_double_click_chooses_and_enter_is_left_to_the_screen() -> None:
    async def script() -> None:
        app = Stage()
        async with app.run_test(size=(30, 10)) as pilot:
            found = app.query_one(SpanList)
            found.set_entries(["one", "two"])
            found.focus()
            await pilot.press("enter")
            await pilot.pause()
            assert ("chosen", "one") not in app.heard
            await pilot.double_click(found, offset=(4, 1))
            await pilot.pause()
            assert ("chosen", "two") in app.heard

    asyncio.run(script())
