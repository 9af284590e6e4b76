"""One question with a few answers, each with a key of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from typing import Any, Generic, TypeVar

from rich.segment import Segment
from textual.app import ComposeResult
from textual.binding import BindingsMap
from textual.geometry import Size
from textual.keys import format_key
from textual.screen import Screen
from textual.strip import Strip
from textual.widgets import Static

from recco_tui.ui.dialogs.base import Dialog
from recco_tui.ui.formatting import cell_len, content, cut, fit, plain
from recco_tui.ui.theme import Inks
from recco_tui.ui.widgets.keys import bind, bind_hidden
from recco_tui.ui.widgets.line_list import BAR, LineList, LineState

T = TypeVar("T")
Item = TypeVar("Item")

DIGITS = "123456789"


@dataclass(frozen=True, slots=True)
class Choice(Generic[T]):
    """An answer.

    `key` is Textual's name of a key: "a", "1", "question_mark"; "" where none is left: the arrows
    and Enter choose it.
    """

    key: str
    label: str
    value: T
    hint: str = ""


def with_keys(items: Sequence[Item], keys: str = DIGITS) -> Iterator[tuple[str, Item]]:
    """Each item with the key of its answer, "" from where there are more items than keys."""
    return zip(chain(keys, repeat("")), items, strict=False)


class ChoiceLines(LineList[Any], inherit_bindings=False):
    """The answers, one a line; letters stay free to be answers' keys."""

    BINDINGS = [
        bind_hidden("choice.down", "down", "Down", "Go to the next answer.", "down"),
        bind_hidden("choice.up", "up", "Up", "Go to the previous answer.", "up"),
        bind_hidden("choice.first", "home", "First", "Go to the first answer.", "first"),
        bind_hidden("choice.last", "end", "Last", "Go to the last answer.", "last"),
        bind("choice.open", "enter", "Choose", "Choose this answer.", "open"),
    ]

    def __init__(self, choices: Sequence[Choice[Any]]) -> None:
        super().__init__(classes="choices")
        self._entries = choices
        self._keys = [format_key(choice.key) if choice.key else "" for choice in choices]
        self._key_cells = max((cell_len(key) for key in self._keys), default=1)
        self._label_cells = max((cell_len(plain(c.label)) for c in choices), default=1)
        self._hint_cells = max((cell_len(plain(c.hint)) for c in choices), default=0)
        self.virtual_size = Size(0, len(choices))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Up on the first line is left to the dialog."""
        return action != "up" or self.cursor_line > 0

    def draw_entry(self, inks: Inks, line: int, state: LineState, width: int) -> Strip:
        choice = self._entries[line]
        ground = state.ground if state.focused or state.hover else None
        room = max(4, width - self._key_cells - 4)
        label = fit(
            choice.label, min(self._label_cells, room - min(self._hint_cells + 2, room // 3))
        )
        hint = cut(choice.hint, max(0, room - cell_len(label) - 2))
        segments = [
            Segment(BAR if state.cursor and state.focused else " ", inks("pane-focus", on=ground)),
            Segment(fit(self._keys[line], self._key_cells), inks("ink-key", bold=True, on=ground)),
            Segment("  " + label, inks(on=ground)),
            Segment("  " + hint, inks("ink-muted", on=ground)),
        ]
        return Strip(segments).adjust_cell_length(width, inks(on=ground))

    def draw_rest(self, inks: Inks, y: int, width: int) -> Strip:  # noqa: ARG002
        return Strip.blank(width, inks())

    def entry_clicked(self, line: int, x: int, event: object) -> bool:  # noqa: ARG002
        self.choose(line)
        return True


class ChoiceDialog(Dialog[T], Generic[T]):
    """Answers the value of the choice; by its key, enter or a click."""

    def __init__(
        self, title: str, question: str, choices: Sequence[Choice[T]], note: str = ""
    ) -> None:
        """`note` is a quiet sentence below the answers."""
        super().__init__(title)
        self._question = question
        self._choices = tuple(choices)
        self._note = note
        own = [
            bind_hidden(
                f"choice.{index}",
                choice.key,
                plain(choice.label),
                plain(choice.hint or choice.label),
                f"choose({index})",
            )
            for index, choice in enumerate(self._choices)
            if choice.key
        ]
        self._bindings = BindingsMap.merge([self._bindings, BindingsMap(own)])

    def body(self) -> ComposeResult:
        if self._question:
            yield Static(content(self._question), classes="question")
        yield ChoiceLines(self._choices)
        if self._note:
            yield Static(content(self._note), classes="note")

    def action_choose(self, index: int) -> None:
        self.finish(self._choices[index].value)

    def on_line_list_chosen(self, event: ChoiceLines.Chosen) -> None:
        self.finish(event.entry.value)


async def choose(
    opener: Screen[Any], title: str, question: str, choices: Sequence[Choice[T]], note: str = ""
) -> T | None:
    """Ask over a screen, from a worker of it; None when it was left with escape."""
    return await opener.app.push_screen_wait(ChoiceDialog(title, question, choices, note))
