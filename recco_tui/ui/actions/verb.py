"""What a key does, as a value: its key, its words, when it applies, and what happens.

`verb` makes a function one. A screen lists its verbs in `VERBS`; its bindings, and so the footer,
`?`, the palette and the keymap, are made from them. A verb asks with a dialog if it must, and then
calls one method of the ledger.
"""

from collections.abc import Awaitable, Callable
from typing import Any, Generic, NamedTuple, TypeVar

from textual.binding import Binding

from recco_tui.ui.widgets.keys import bind

S = TypeVar("S", contravariant=True)
R = TypeVar("R")


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
        action, priority = f"verb('{self.id}')", self.priority
        words = (self.label, self.tooltip)
        return bind(self.id, self.key, *words, action, footer=self.footer, priority=priority)

    def but(self, **changes: Any) -> "Verb[S]":
        """The same verb under another key or word, or shown in the footer, for one screen."""
        return self._replace(**changes)

    def __call__(self, screen: S) -> Awaitable[object] | None:
        return self.run(screen)


def verb(
    id_: str, key: str, label: str, tooltip: str, **options: Any
) -> Callable[[Callable[[R], Awaitable[object] | None]], Verb[R]]:
    """Makes of a function the verb that it is; `options` are the other fields of `Verb`."""

    def made(run: Callable[[R], Awaitable[object] | None]) -> Verb[R]:
        return Verb(id_, key, label, tooltip, run, **options)

    return made
