"""Every meaning has a colour that can be read, in every theme there is."""

from datetime import date

import pytest
from rich.style import Style
from textual.color import Color
from textual.pilot import Pilot
from textual.theme import BUILTIN_THEMES, Theme

from recco_tui.ui.theme import (
    THEMES,
    Inks,
    Meaning,
    default_theme,
    variable_defaults,
)
from recco_tui.ui.widgets.header_bar import HeaderBar, HeaderFacts
from tests.ui.pilot import Stage, drive, wait_for

OWN = {theme.name: theme for theme in THEMES}
MEANINGS = [meaning for meaning in Meaning if meaning is not Meaning.NONE]
INKS = ["ink", "ink-muted", "ink-faint", "ink-key", "brand", "error", *MEANINGS]


def style_under(theme: Theme, meaning: str) -> Style:
    generated = theme.to_color_system().generate()
    return Inks({**variable_defaults(theme), **generated, **theme.variables})(meaning)


@pytest.mark.parametrize(
    ("name", "least"), [("recco-dark", 4.5), ("recco-light", 4.5), ("recco-contrast", 7.0)]
)
@pytest.mark.parametrize("ink", INKS)
def test_words_are_readable_on_the_page_and_under_the_cursor(
    name: str, least: float, ink: str
) -> None:
    theme = OWN[name]
    variables = {**theme.to_color_system().generate(), **theme.variables}
    for ground in ("background", "row-cursor"):
        words, page = Color.parse(variables[ink]), Color.parse(variables[ground])
        assert _contrast(words, page) >= least, f"{ink} on {ground}"


@pytest.mark.parametrize("name", OWN)
def test_owe_owed_and_even_look_apart(name: str) -> None:
    styles = {style_under(OWN[name], meaning).color for meaning in ("owe", "owed", "even")}
    assert len(styles) == 3


@pytest.mark.parametrize("theme", [*OWN.values(), *BUILTIN_THEMES.values()], ids=lambda t: t.name)
def test_every_theme_knows_every_meaning(theme: Theme) -> None:
    for meaning in Meaning:
        assert style_under(theme, meaning).color is not None


@pytest.mark.parametrize("name", ["nord", "textual-light", "ansi-dark", "recco-16"])
def test_the_sheets_hold_under_other_themes(name: str) -> None:
    app = Stage([HeaderBar()])

    async def script(pilot: Pilot[None]) -> None:
        app.theme = name
        owe = style_under(app.current_theme, "owe")
        await wait_for(
            pilot, lambda: Inks(app.theme_variables)("owe") == owe, f"the inks of {name}"
        )
        assert app.is_running

    drive(app, script)


def test_sixteen_colours_are_the_terminals_own() -> None:
    assert all(value.startswith("ansi_") for value in variable_defaults(OWN["recco-16"]).values())


@pytest.mark.parametrize(
    ("color_system", "name"),
    [
        ("truecolor", "recco-dark"),
        ("256", "recco-dark"),
        ("standard", "recco-16"),
        ("windows", "recco-16"),
        (None, "recco-16"),
    ],
)
def test_the_first_theme_is_what_the_terminal_can_show(color_system: str | None, name: str) -> None:
    assert default_theme(color_system) == name


def test_without_colour_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    header = HeaderBar()
    header.show(HeaderFacts("Board", date(2026, 11, 23), 3, 2))
    app = Stage([header])
    seen: set[tuple[int, int, int]] = set()

    async def script(pilot: Pilot[None]) -> None:
        for strip in app.screen._compositor.render_strips():
            for segment in strip:
                for color in (segment.style.color, segment.style.bgcolor):
                    if color is not None:
                        seen.add(tuple(color.get_truecolor()))

    drive(app, script)
    assert seen
    assert all(red == green == blue for red, green, blue in seen)


def test_inks_are_made_once() -> None:
    inks = Inks(variable_defaults(OWN["recco-dark"]))
    assert inks("owe", bold=True) is inks("owe", bold=True)
    assert inks("owe", on="row-cursor").bgcolor is not None


def _contrast(one: Color, other: Color) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: Color) -> float:
    red, green, blue = (_linear(part) for part in color.normalized)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
