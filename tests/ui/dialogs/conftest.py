"""A stage for one dialog: press, type, paste, and see what it answered and what it showed."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.widgets import Static

from recco_tui.core.models import Contact
from recco_tui.core.names import fold
from recco_tui.core.relationships import Kind
from recco_tui.ui.theme import register_themes, variable_defaults

TODAY = date(2026, 11, 23)
OPEN = "still open"

_KEYS = {
    " ": "space",
    "[": "left_square_bracket",
    "]": "right_square_bracket",
    "/": "slash",
    "-": "minus",
    ".": "full_stop",
    ",": "comma",
}

PEOPLE = (
    Contact(1, "Katrina Moss", kind=Kind.MENTOR, company="Acme"),
    Contact(2, "Rodrigo Pena", kind=Kind.PEER, company="Initech"),
    Contact(3, "Kathleen [b]Brand[/x]", company="Globex"),
    Contact(4, "田中 恵子", kind=Kind.MANAGER),
    Contact(5, "Søren Dahl", company="Katla"),
)


class Stage(App[None]):
    """Only the dialog, over an empty view."""

    def __init__(self) -> None:
        super().__init__()
        register_themes(self)
        self.theme = "recco-dark"
        self.answers: list[Any] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return variable_defaults(self.current_theme)

    def compose(self) -> ComposeResult:
        yield Static("below")


@dataclass
class Meeting:
    """`answer` is OPEN while the dialog has not answered; `shown` is the screen at the end."""

    answer: Any
    shown: str
    times: int
    app: Stage


def _shown_by(app: App[Any]) -> str:
    """What is on the screen, line by line."""
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


async def _do(app: Stage, pilot: Pilot[None], step: object) -> None:
    if callable(step):
        found = step(app, pilot)
        if asyncio.iscoroutine(found):
            await found
    elif str(step).startswith("<"):
        assert app.focused is not None
        app.focused.post_message(events.Paste(str(step)[1:]))
    else:
        text = str(step)
        for key in text[1:] if text.startswith("=") else text.split():
            letter = key if len(key) == 1 else None
            app.post_message(events.Key(_KEYS.get(key, key), letter))
    await pilot.pause()


@pytest.fixture
def meet() -> Callable[..., Meeting]:
    """Show a dialog and go through steps.

    "=words" types them, "<words" pastes them, a callable gets (app, pilot), all else is keys. The
    keys of a step come in one burst, as over a slow line: nothing waits for the form.
    """

    def run(
        make: Callable[[], ModalScreen[Any]], *steps: object, size: tuple[int, int] = (80, 24)
    ) -> Meeting:
        async def script() -> Meeting:
            app = Stage()
            async with app.run_test(size=size) as pilot:
                await app.push_screen(make(), app.answers.append)
                await pilot.pause()
                for step in steps:
                    await _do(app, pilot, step)
                await pilot.pause()
                answer = app.answers[-1] if app.answers else OPEN
                return Meeting(answer, _shown_by(app), len(app.answers), app)

        return asyncio.run(script())

    return run


@pytest.fixture
def today() -> date:
    """A Monday."""
    return TODAY


@pytest.fixture
def suggest() -> Callable[[str], list[Contact]]:
    """Who fits a text, as the ledger finds people: by name or company."""

    def fitting(text: str) -> list[Contact]:
        return [c for c in PEOPLE if fold(text) in f"{fold(c.name)} {fold(c.company)}"]

    return fitting


@pytest.fixture
def each() -> Callable[..., None]:
    """Show dialogs one after the other in one app, which is much quicker than an app for each.

    `check` is called with (app, pilot) while a dialog is open; the dialog is closed after it.
    """

    def run(
        makes: Sequence[Callable[[], ModalScreen[Any]]],
        check: Callable[..., Any],
        size: tuple[int, int] = (80, 24),
    ) -> None:
        async def script() -> None:
            app = Stage()
            async with app.run_test(size=size) as pilot:
                for make in makes:
                    dialog = make()
                    await app.push_screen(dialog, app.answers.append)
                    await pilot.pause()
                    found = check(app, pilot)
                    if asyncio.iscoroutine(found):
                        await found
                    if app.screen is dialog:
                        await app.pop_screen()

        asyncio.run(script())

    return run


@pytest.fixture
def shown_by() -> Callable[[App[Any]], str]:
    """What is on the screen, line by line."""
    return _shown_by
