"""What a key does, as a value: its key, its words, when it applies, and what happens.

A screen lists verbs in `VERBS`; its bindings, and so the footer, `?`, the palette and the keymap,
are made from them. A verb asks with a dialog if it must, and then calls one method of the ledger.
"""

from collections.abc import Awaitable, Callable
from typing import Any, Generic, NamedTuple, TypeVar

from textual.binding import Binding

S = TypeVar("S", contravariant=True)


class Verb(NamedTuple, Generic[S]):
    """`run` is given the screen; a coroutine runs as a worker of that screen.

    `id` is the binding's, by which a person's own keymap knows it. `applies` answers as Textual's
    `check_action`: True, False (not there), None (shown, but dim). Of the verbs of one `group` only
    the latest goes on; without one each runs on its own.
    """

    id: str
    key: str
    label: str
    tooltip: str
    run: Callable[[S], Awaitable[object] | None]
    footer: bool = False
    applies: Callable[[S], bool | None] = lambda _: True
    group: str = ""
    priority: bool = False

    def binding(self) -> Binding:
        """The binding that calls `ReccoScreen.action_verb`."""
        return Binding(
            self.key,
            f"verb('{self.id}')",
            self.label,
            self.footer,
            id=self.id,
            tooltip=self.tooltip,
            priority=self.priority,
        )

    def but(self, **changes: Any) -> "Verb[S]":
        """The same verb under another key or word, or shown in the footer, for one screen."""
        return self._replace(**changes)
