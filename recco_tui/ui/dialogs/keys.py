"""The `?` page: every key that works in the view one came from, taken from its bindings."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, ScrollableContainer
from textual.screen import Screen

from recco_tui.ui.dialogs.base import SCROLL_KEYS, Dialog
from recco_tui.ui.formatting import cell_len, fit, plain, wrap
from recco_tui.ui.present.spans import BLANK, Line, Span
from recco_tui.ui.widgets.keys import bind, bind_hidden, words_of
from recco_tui.ui.widgets.line_input import LineInput
from recco_tui.ui.widgets.lines_view import LinesView

_EVERYWHERE = frozenset({"undo", "redo", "keys", "quit", "settings", "suspend"})
_LISTS = "list."
_VIEWS = "view."
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
    groups: dict[str, dict[str, KeyLine]] = {
        heading: {} for heading in ("this view", "lists", "text", "everywhere")
    }
    active = sorted(screen.active_bindings.values(), key=lambda key: not key.binding.show)
    for node, binding, *_ in active:
        if not binding.description:
            continue
        entries = groups[_group(node, binding)]
        display = screen.app.get_key_display(binding)
        before = entries.get(binding.action)
        if before is not None:
            entries[binding.action] = replace(before, keys=f"{before.keys} {display}")
        else:
            entries[binding.action] = KeyLine(display, *words_of(binding))
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
    name = binding.id or ""
    if name.startswith(_LISTS) or isinstance(node, ScrollableContainer):
        return "lists"
    if not name and not isinstance(node, App | Screen):
        return "text"
    if not name or isinstance(node, App) or name in _EVERYWHERE or name.startswith(_VIEWS):
        return "everywhere"
    return "this view"


def key_page(groups: Sequence[KeyGroup], cells: int, width: int) -> list[Line]:
    """Groups one below the other, the keys in a column of so many cells; a key stands out, its
    words do not."""
    lines: list[Line] = []
    for group in groups:
        lines += [BLANK] if lines else []
        lines.append((Span(plain(group.title), "pane-focus", True),))
        for line in group.lines:
            lines += _entry(line, cells, width)
    return lines


def _entry(line: KeyLine, cells: int, width: int) -> list[Line]:
    words = plain(line.words)
    label = "" if line.tooltip.casefold().startswith(words.casefold()) else words
    sentence = line.tooltip or words
    text = f"{label}: {sentence}" if label and line.tooltip else sentence
    first, *rest = wrap(text, max(8, width - cells))
    head = len(label) + 1 if label and line.tooltip and len(first) > len(label) else 0
    key = Span(fit(line.keys, cells), "ink-key", True)
    return [
        (key, Span(first[:head]), Span(first[head:], "ink-muted")),
        *((Span(" " * cells), Span(more, "ink-muted")) for more in rest),
    ]


class KeysDialog(Dialog[None]):
    """Two columns when there is room: this view's keys, and those that work in other places."""

    AUTO_FOCUS = ""
    BINDINGS = [
        *SCROLL_KEYS,
        bind("keys.search", "slash", "Search", "Search the keys as you type.", "search"),
        bind_hidden(
            "keys.leave", "question_mark,q,enter", "Close", "Close the list of keys.", "cancel"
        ),
    ]

    def __init__(self, groups: Sequence[KeyGroup], note: str = "") -> None:
        """`note` is below the keys."""
        super().__init__("Keys")
        self._groups = tuple(groups)
        self._note = note
        self._columns = [LinesView(classes="keys") for _ in self._groups[:2]]
        self._sought = LineInput(placeholder="words or a key; Esc clears")
        self._sought.display = False

    def body(self) -> ComposeResult:
        with Horizontal(classes="columns"):
            yield from self._columns
        self._show(self._groups)

    def on_mount(self) -> None:
        self.hint(self._note)

    def foot(self) -> ComposeResult:
        yield self._sought

    def action_search(self) -> None:
        self._sought.display = True
        self.go_to(self._sought)

    def on_input_changed(self) -> None:
        found = fitting(self._groups, self._sought.value)
        self._show(found)
        self.hint(self._note if found else "No key does that here. Ctrl+P searches everything.")

    def _show(self, groups: Sequence[KeyGroup]) -> None:
        """This view's keys on the left, the others on the right."""
        keys = (line.keys for group in self._groups for line in group.lines)
        cells = max(_KEY_CELLS, *(cell_len(key) + 2 for key in keys))
        here = [group for group in groups if group.title == self._groups[0].title]
        others = [group for group in groups if group not in here]
        for column, shown in zip(self._columns, (here, others), strict=False):
            column.show(partial(key_page, shown, cells))

    def handle_enter(self) -> None:
        self.set_focus(None)

    def action_cancel(self) -> None:
        """First the search, then the page itself."""
        if self._sought.display:
            self._sought.value = ""
            self._sought.display = False
            self.set_focus(None)
        else:
            super().action_cancel()
