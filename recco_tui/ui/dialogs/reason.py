"""A reason in a few words, typed or picked from the likely ones."""

from collections.abc import Callable, Sequence
from typing import Any

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Static

from recco_tui.ui.dialogs.base import Dialog
from recco_tui.ui.dialogs.choice import DIGITS, Choice, ChoiceLines, with_keys
from recco_tui.ui.formatting import content
from recco_tui.ui.widgets.keys import bind, bind_hidden
from recco_tui.ui.widgets.line_input import LineInput


class ReasonLine(LineInput):
    """While it is empty, a digit picks a suggestion instead of being typed."""

    BINDINGS = [bind("reason.take", "enter", "Save", "Save what you typed.", "submit")]

    def __init__(self, count: int, picked: Callable[[int], None]) -> None:
        super().__init__()
        self._count = count
        self._picked = picked

    async def on_key(self, event: events.Key) -> None:
        if not self.value and event.key in tuple(DIGITS[: self._count]):
            event.prevent_default()
            event.stop()
            self._picked(int(event.key))


class ReasonDialog(Dialog[str]):
    """Never answers an empty reason."""

    BINDINGS = [
        bind_hidden("reason.save", "ctrl+s", "Save", "Save what you typed.", "save"),
        bind_hidden("reason.down", "down", "Down", "Go to the suggestions.", "suggestions"),
        bind_hidden("reason.up", "up", "Up", "Go back to the text line.", "line"),
    ]

    def __init__(self, title: str, question: str, suggestions: Sequence[str] = ()) -> None:
        """The first nine `suggestions` are chosen by their number, too."""
        super().__init__(title)
        self._question = question
        self._suggestions = tuple(suggestions)
        self._line = ReasonLine(len(self._suggestions), self._pick)

    def body(self) -> ComposeResult:
        yield Static(content(self._question), classes="question")
        yield self._line
        if self._suggestions:
            yield ChoiceLines(
                [Choice(key, words, words) for key, words in with_keys(self._suggestions)]
            )

    def action_save(self) -> None:
        reason = self._line.value.strip()
        if reason:
            self.finish(reason)
        elif self._suggestions:
            self.complain(
                f"Write a few words, or pick 1 to {min(len(DIGITS), len(self._suggestions))}.",
                self._line,
            )
        else:
            self.complain("Write a few words.", self._line)

    def action_suggestions(self) -> None:
        if self._suggestions:
            self.go_to(self.query_one(ChoiceLines))

    def action_line(self) -> None:
        self.go_to(self._line)

    def on_key(self, event: events.Key) -> None:
        """Digits work while the suggestions have the focus, too."""
        if self.focused is not self._line and event.key in tuple(DIGITS[: len(self._suggestions)]):
            self._pick(int(event.key))

    def _pick(self, number: int) -> None:
        self.finish(self._suggestions[number - 1])

    def on_line_list_chosen(self, event: ChoiceLines.Chosen) -> None:
        self.finish(event.entry.value)

    def handle_enter(self) -> None:
        self.action_save()

    def on_input_changed(self) -> None:
        self.hint("")


async def ask_reason(
    opener: Screen[Any], title: str, question: str, suggestions: Sequence[str] = ()
) -> str | None:
    """Ask over a screen, from a worker of it; None when it was left with escape."""
    return await opener.app.push_screen_wait(ReasonDialog(title, question, suggestions))
