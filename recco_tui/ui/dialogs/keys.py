"""The `?` page: every key that works in the view one came from, taken from its bindings."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.geometry import Size
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from recco_tui.ui.dialogs.base import SCROLL_KEYS, Dialog
from recco_tui.ui.formatting import cell_len, fit, plain, wrap
from recco_tui.ui.theme import Inks
from recco_tui.ui.widgets.line import Line
from recco_tui.ui.widgets.typed_ahead import TakesEnter

_EVERYWHERE = frozenset({"undo", "redo", "keys", "quit", "settings"})
_LISTS = "list."
_VIEWS = "view."
_TEXTUAL = "textual."
_KEY_CELLS = 10


@dataclass(frozen=True, slots=True)
class KeyLine:
    """`keys` as they are read ("j ↓"), what they do in a word or two, and in a sentence."""

    keys: str
    words: str
    tooltip: str = ""


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Keys under one heading, in the order declared."""

    title: str
    lines: tuple[KeyLine, ...]


def keys_of(screen: Screen[Any]) -> tuple[KeyGroup, ...]:
    """All keys that work now, by where they work: first those of the footer, then the others.

    Empty groups are left out.
    """
    groups: dict[str, dict[str, KeyLine]] = {"this view": {}, "lists": {}, "everywhere": {}}
    active = sorted(screen.active_bindings.values(), key=lambda one: not one.binding.show)
    for node, binding, _, tooltip in active:
        if not binding.description:
            continue
        entries = groups[_group(node, binding)]
        display = screen.app.get_key_display(binding)
        before = entries.get(binding.action)
        if before is not None:
            display = f"{before.keys} {display}"
        entries[binding.action] = KeyLine(display, binding.description, tooltip)
    return tuple(
        KeyGroup(heading, tuple(entries.values())) for heading, entries in groups.items() if entries
    )


def fitting(groups: Sequence[KeyGroup], sought: str) -> tuple[KeyGroup, ...]:
    """The keys with every word sought in what they do or are; groups without one are left out."""
    words = sought.casefold().split()
    found = (
        KeyGroup(
            group.title,
            tuple(
                line
                for line in group.lines
                if all(
                    word in f"{line.keys} {line.words} {line.tooltip}".casefold() for word in words
                )
            ),
        )
        for group in groups
    )
    return tuple(group for group in found if group.lines)


def _group(node: object, binding: Binding) -> str:
    name = binding.id or _TEXTUAL
    if name.startswith(_LISTS):
        return "lists"
    if isinstance(node, App) or name in _EVERYWHERE or name.startswith((_VIEWS, _TEXTUAL)):
        return "everywhere"
    return "this view"


class KeyColumn(Widget):
    """Groups one below the other."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "KeyColumn { width: 1fr; height: auto; }"

    def __init__(self, groups: Sequence[KeyGroup], key_cells: int) -> None:
        super().__init__()
        self._groups = tuple(groups)
        self._cells = key_cells
        self._drawn: tuple[int, list[list[tuple[str, str]]]] = (0, [])

    def show(self, groups: Sequence[KeyGroup]) -> None:
        """Show other groups."""
        self._groups = tuple(groups)
        self._drawn = (0, [])
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return len(self._lines(width))

    def render_line(self, y: int) -> Strip:
        """One line of a group; the key stands out, its words do not."""
        inks, width = Inks.of(self), self.size.width
        lines = self._lines(width)
        if y >= len(lines):
            return Strip.blank(width, inks())
        bold = ("ink-key", "pane-focus")
        segments = [Segment(text, inks(ink, bold=ink in bold)) for text, ink in lines[y]]
        return Strip(segments).adjust_cell_length(width, inks())

    def _lines(self, width: int) -> list[list[tuple[str, str]]]:
        if self._drawn[0] != width:
            lines: list[list[tuple[str, str]]] = []
            for group in self._groups:
                if lines:
                    lines.append([])
                lines.append([(plain(group.title), "pane-focus")])
                for line in group.lines:
                    lines.extend(self._entry(line, width))
            self._drawn = (width, lines)
        return self._drawn[1]

    def _entry(self, line: KeyLine, width: int) -> list[list[tuple[str, str]]]:
        words = plain(line.words)
        told = "" if line.tooltip.casefold().startswith(words.casefold()) else words
        sentence = line.tooltip or words
        text = f"{told}: {sentence}" if told and line.tooltip else sentence
        first, *rest = wrap(text, max(8, width - self._cells))
        head = len(told) + 1 if told and line.tooltip and len(first) > len(told) else 0
        entry = [
            [
                (fit(line.keys, self._cells), "ink-key"),
                (first[:head], "ink"),
                (first[head:], "ink-muted"),
            ]
        ]
        return entry + [[(" " * self._cells, "ink"), (more, "ink-muted")] for more in rest]


class KeysDialog(Dialog[None], TakesEnter):
    """Two columns when there is room: this view's keys, and those that work in other places."""

    AUTO_FOCUS = ""
    BINDINGS = [
        *SCROLL_KEYS,
        Binding("slash", "search", "Search", id="keys.search", tooltip="Search as you type"),
        Binding("question_mark,q,enter", "cancel", "Leave", False, id="keys.leave", tooltip="Back"),
    ]

    def __init__(self, groups: Sequence[KeyGroup]) -> None:
        super().__init__("Keys")
        self._groups = tuple(groups)
        self._sought = Line(placeholder="words, or a key; esc clears")
        self._sought.display = False

    def body(self) -> ComposeResult:
        keys = (line.keys for group in self._groups for line in group.lines)
        cells = max(_KEY_CELLS, *(cell_len(key) + 2 for key in keys))
        with Horizontal(classes="columns"):
            yield KeyColumn(self._groups[:1], cells)
            if len(self._groups) > 1:
                yield KeyColumn(self._groups[1:], cells)

    def foot(self) -> ComposeResult:
        yield self._sought

    def action_search(self) -> None:
        self._sought.display = True
        self.go_to(self._sought)

    def on_input_changed(self) -> None:
        found = fitting(self._groups, self._sought.value)
        here: list[KeyGroup] = []
        other: list[KeyGroup] = []
        for group in found:
            (here if group.title == self._groups[0].title else other).append(group)
        for column, groups in zip(self.query(KeyColumn), (here, other), strict=False):
            column.show(groups)
        self.hint("" if found else "No key does that here; ctrl+p looks among everything.")

    def entered(self) -> None:
        self.set_focus(None)

    def action_cancel(self) -> None:
        """First the search, then the page itself."""
        if self._sought.display:
            self._sought.value = ""
            self._sought.display = False
            self.set_focus(None)
        else:
            super().action_cancel()
