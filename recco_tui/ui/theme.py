"""The look: one colour, one meaning, in four themes; every meaning has a word or a sign besides.

The meanings are variables of the theme: `$owe` in a sheet, `Inks` in a widget that draws its own
lines. Under Textual's own themes the nearest of recco's sets of inks is taken.
"""

from collections.abc import Mapping
from typing import Any

from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.theme import Theme
from textual.widget import Widget

from recco_tui.core.meaning import Meaning

_INKS = {
    "ink": ("#d6dce5", "#24292f", "#ffffff", "ansi_default"),
    "ink-muted": ("#9ba7b5", "#4f5862", "#d0d7de", "ansi_default"),
    "ink-faint": ("#8793a1", "#606972", "#bdc6cf", "ansi_bright_black"),
    "ink-key": ("#f1f5fa", "#0d1117", "#ffffff", "ansi_default"),
    "cap": ("#2b3645", "#dde4eb", "#3d444d", "ansi_default"),
    "pane-border": ("#2f3945", "#cfd4d8", "#8b949e", "ansi_bright_black"),
    "pane-focus": ("#4f86bd", "#2f6fb0", "#79c0ff", "ansi_blue"),
    "row-cursor": ("#222c38", "#e4ebf2", "#2d333b", "ansi_default"),
    "row-blurred": ("#1a212b", "#eff2f4", "#1c2128", "ansi_default"),
    "row-hover": ("#191f28", "#f2f4f5", "#161b22", "ansi_default"),
    "owe": ("#f2a45c", "#a34700", "#ffb77c", "ansi_red"),
    "owed": ("#6cb4ff", "#0b5cad", "#9ecbff", "ansi_blue"),
    "even": ("#8f9aa7", "#57606a", "#d0d7de", "ansi_bright_black"),
    "fresh": ("#7fd88f", "#1a6f34", "#8dfca0", "ansi_green"),
    "good": ("#b4d96c", "#476b00", "#d2f78a", "ansi_green"),
    "fading": ("#e3c767", "#7d5700", "#ffdf5d", "ansi_yellow"),
    "cold": ("#93aac6", "#46658a", "#c3d5ec", "ansi_cyan"),
    "endorsement": ("#c99cf2", "#7434ad", "#e2c5ff", "ansi_magenta"),
}
"""Each ink in the dark, the light and the contrast theme, and in the one of sixteen colours: the
user's own, on the user's own background, light or dark."""
_SAME = {
    "brand": "owe",
    "context": "owed",
    "skills": "fresh",
    "impact": "owe",
    "warn": "fading",
    "row-mark": "fading",
    "hint": "even",
}
"""Inks that look like another, in every theme."""


def _column(index: int) -> dict[str, str]:
    inks = {name: colours[index] for name, colours in _INKS.items()}
    return inks | {name: inks[other] for name, other in _SAME.items()}


DARK, LIGHT, CONTRAST, SIXTEEN = map(_column, range(4))


def _theme(name: str, inks: dict[str, str], background: str, error: str, dark: bool) -> Theme:
    return Theme(
        name=name,
        primary=inks["pane-focus"],
        secondary=inks["cold"],
        accent=inks["owed"],
        warning=inks["warn"],
        error=error,
        success=inks["fresh"],
        foreground=inks["ink"],
        background=background,
        surface=background,
        panel=inks["row-cursor"],
        dark=dark,
        variables={
            **inks,
            "border": inks["pane-focus"],
            "border-blurred": inks["pane-border"],
            "block-cursor-background": inks["row-cursor"],
            "block-cursor-foreground": inks["ink"],
            "block-cursor-text-style": "bold",
            "block-cursor-blurred-background": inks["row-blurred"],
            "block-cursor-blurred-foreground": inks["ink"],
            "block-hover-background": inks["row-hover"],
            "scrollbar": inks["cap"],
            "scrollbar-hover": inks["ink-faint"],
            "scrollbar-active": inks["pane-focus"],
            "scrollbar-background": background,
            "scrollbar-background-hover": background,
            "scrollbar-background-active": background,
            "scrollbar-corner-color": background,
        },
    )


_CHOSEN = ("block-cursor", "input-selection", "screen-selection")
_ANSI_CHOSEN = [f"{name}-foreground" for name in _CHOSEN]
_ANSI_CHOSEN_GROUND = [f"{name}-background" for name in _CHOSEN]
_ANSI_PLAIN = [
    f"{of}-{part}" for of in ("ansi", "input-cursor") for part in ("background", "foreground")
]

THEMES = (
    _theme("recco-dark", DARK, "#11151c", "#ff8a80", True),
    _theme("recco-light", LIGHT, "#fbfbf9", "#b3261e", False),
    _theme("recco-contrast", CONTRAST, "#000000", "#ffb3ab", True),
    Theme(
        name="recco-16",
        primary="ansi_blue",
        secondary="ansi_cyan",
        accent="ansi_blue",
        warning="ansi_yellow",
        error="ansi_red",
        success="ansi_green",
        foreground="ansi_default",
        background="ansi_default",
        surface="ansi_default",
        panel="ansi_default",
        boost="ansi_default",
        ansi=True,
        variables={
            **SIXTEEN,
            "border": "ansi_blue",
            "border-blurred": "ansi_bright_black",
            "input-cursor-text-style": "reverse",
            **dict.fromkeys(_ANSI_PLAIN, "ansi_default"),
            **dict.fromkeys(_ANSI_CHOSEN, "ansi_black"),
            **dict.fromkeys(_ANSI_CHOSEN_GROUND, "ansi_cyan"),
        },
    ),
)


def register_themes(app: App[Any]) -> None:
    """Add recco's themes to those that the app can switch to."""
    for theme in THEMES:
        app.register_theme(theme)


def default_theme(color_system: str | None, is_light: bool = False) -> str:
    """The theme for a terminal, by rich's name of what it can do (None: nothing) and its own
    background; the sixteen colors are on that anyway."""
    if color_system in (None, "standard", "windows"):
        return "recco-16"
    return "recco-light" if is_light else "recco-dark"


def variable_defaults(theme: Theme) -> dict[str, str]:
    """The inks for a theme that is not recco's; to be given to Textual as the app's defaults."""
    if theme.ansi:
        return SIXTEEN
    inks = DARK if theme.dark else LIGHT
    if theme.variables.get("owe"):
        return inks
    ground = Color.parse(theme.to_color_system().generate()["background"])
    over = Color.parse("#ffffff" if theme.dark else "#000000")
    grounds = {name: ground.blend(over, part).hex for name, part in _GROUNDS}
    return {**inks, **grounds}


_GROUNDS = (
    ("pane-border", 0.16),
    ("cap", 0.14),
    ("row-cursor", 0.09),
    ("row-blurred", 0.05),
    ("row-hover", 0.03),
)
"""How much lighter (darker in a light theme) than its background a strange theme's grounds are."""


class Inks:
    """Styles by the names of the theme's variables, for widgets that draw their own lines.

    Made anew whenever the theme or the widget's own background changes.
    """

    def __init__(self, variables: Mapping[str, str], base: Style | None = None) -> None:
        self._variables = variables
        self._base = base or Style()
        self._made: dict[tuple[str, bool, bool, str | None], Style] = {}

    @classmethod
    def of(cls, widget: Widget) -> "Inks":
        """Inks on the background that the sheets give this widget."""
        return cls(widget.app.theme_variables, widget.rich_style)

    def __call__(
        self,
        name: str = "ink",
        *,
        bold: bool = False,
        underline: bool = False,
        on: str | None = None,
    ) -> Style:
        """The style of a variable as the foreground, `on` another one as the background."""
        key = (name, bold, underline, on)
        style = self._made.get(key)
        if style is None:
            style = self._base + Style(
                color=self._color(name),
                bgcolor=self._color(on) if on else None,
                bold=bold or None,
                underline=underline or None,
            )
            self._made[key] = style
        return style

    def _color(self, name: str) -> Any:
        value = self._variables["ink" if name in ("", Meaning.NONE) else name]
        return Color.parse(value).rich_color
