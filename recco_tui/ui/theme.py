"""The look: one colour, one meaning, in four themes; every meaning has a word or a sign besides.

The meanings are variables of the theme: `$owe` in a sheet, `Inks` in a widget that draws its own
lines. Under Textual's own themes the nearest of recco's sets of inks stands in.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.theme import Theme
from textual.widget import Widget

from recco_tui.ui.colours import CONTRAST, DARK, LIGHT, SIXTEEN


class Meaning(StrEnum):
    """What a colour says. `none` is plain text."""

    OWE = "owe"
    OWED = "owed"
    EVEN = "even"
    FRESH = "fresh"
    GOOD = "good"
    FADING = "fading"
    COLD = "cold"
    CONTEXT = "context"
    SKILLS = "skills"
    IMPACT = "impact"
    ENDORSEMENT = "endorsement"
    ERROR = "error"
    WARN = "warn"
    HINT = "hint"
    NONE = "none"


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
            "ansi-background": "ansi_default",
            "ansi-foreground": "ansi_default",
            "border": "ansi_blue",
            "border-blurred": "ansi_bright_black",
            "block-cursor-foreground": "ansi_black",
            "block-cursor-background": "ansi_cyan",
            "input-cursor-background": "ansi_default",
            "input-cursor-foreground": "ansi_default",
            "input-cursor-text-style": "reverse",
            "input-selection-background": "ansi_cyan",
            "input-selection-foreground": "ansi_black",
            "screen-selection-background": "ansi_cyan",
            "screen-selection-foreground": "ansi_black",
        },
    ),
)


def register_themes(app: App[Any]) -> None:
    """Add recco's themes to those that the app can switch to."""
    for theme in THEMES:
        app.register_theme(theme)


def default_theme(color_system: str | None) -> str:
    """The theme to start with, by rich's name of what the terminal can do (None: nothing)."""
    return "recco-16" if color_system in (None, "standard", "windows") else "recco-dark"


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


def meaning_style(source: App[Any] | Theme, meaning: str) -> Style:
    """The foreground style of one meaning, under the app's theme of the moment or a given one."""
    if isinstance(source, Theme):
        generated = source.to_color_system().generate()
        return Inks({**variable_defaults(source), **generated, **source.variables})(meaning)
    return Inks(source.theme_variables)(meaning)


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
