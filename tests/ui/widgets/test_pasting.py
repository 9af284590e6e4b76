"""A whole book on the clipboard: a field takes what it can bear, and says so."""

from collections.abc import Callable

import pytest
from textual.events import Paste
from textual.widget import Widget

from recco_tui.ui.widgets import pasting
from recco_tui.ui.widgets.line_input import LineInput
from recco_tui.ui.widgets.text_box import TextBox
from recco_tui.ui.widgets.writing_area import WritingArea
from tests.ui.pilot import Stage, drive, wait_for

BOOK = "It was. " * 125_000


@pytest.mark.parametrize(
    ("kind", "most"),
    [
        (LineInput, pasting.LINE_LIMIT),
        (TextBox, pasting.TEXT_LIMIT),
        (WritingArea, pasting.TEXT_LIMIT),
    ],
)
def test_a_book_is_cut_and_that_is_said(kind: Callable[[str], Widget], most: int) -> None:
    app = Stage([])

    async def script(pilot) -> None:
        field = kind("ab")
        await app.mount(field)
        field.focus()
        for _ in range(2):
            field.post_message(Paste(BOOK))
        text = "value" if isinstance(field, LineInput) else "text"
        await wait_for(pilot, lambda: len(getattr(field, text)) == most, f"{most} characters")
        await wait_for(pilot, lambda: bool(app._notifications), "a word on it")
        (said,) = [one.message for one in app._notifications]
        assert said == f"Too long: only {most - 2:,} of 1,000,000 characters were pasted."

    drive(app, script)


def test_what_is_selected_makes_room() -> None:
    app = Stage([])

    async def script(pilot) -> None:
        line = LineInput("x" * pasting.LINE_LIMIT)
        await app.mount(line)
        line.focus()
        line.selection = type(line.selection)(0, 5)
        line.post_message(Paste("abcde"))
        await wait_for(pilot, lambda: line.value.startswith("abcde"), "the five letters")
        assert len(line.value) == pasting.LINE_LIMIT

    drive(app, script)
