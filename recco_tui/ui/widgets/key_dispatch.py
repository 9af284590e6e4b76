"""Keys that come faster than they are handled: a slow line, a macro, someone who knows the form.

Textual hands a key to the field that has the focus when it arrives, and a binding's key climbs up
to the app before it acts. In a burst like "title, enter, yesterday" all letters would end up in the
first field. So the fields here run a binding at once, and pass on what came for the next field.
"""

from typing import Protocol, runtime_checkable

from textual import events
from textual.widget import Widget


@runtime_checkable
class HandlesEnter(Protocol):
    """A widget or dialog around a line that acts on enter at once, not on a message."""

    def handle_enter(self) -> None:
        """Enter was pressed in the line."""


def hand_on_enter(field: Widget) -> bool:
    """Let the nearest widget around the field that handles enter do so; False without one."""
    around = next((node for node in field.ancestors if isinstance(node, HandlesEnter)), None)
    if around is not None:
        around.handle_enter()
    return around is not None


async def dispatch_now(field: Widget, event: events.Key, *, types: bool = True) -> bool:
    """Whether the key was dealt with here, so that the field (or the screen without a focus) that
    it came to must not handle it.

    It was typed for another field, which gets it, or it is a binding's, whose action is run.
    `types` says whether letters are text to the field: to a list they are bindings like any key.
    """
    screen = field.app.screen
    target = screen.focused or screen
    if target is not field:
        if field is screen and not event.is_printable:
            return False  # it came up from the field with the focus, which had no use for it
        _stop(event)
        # As Textual hands keys on: an event not marked as forwarded would come round once more.
        target._forward_event(events.Key(event.key, event.character))
        return True
    if types and event.is_printable and field is not screen:
        return False
    # As the app does when a key has climbed up to it; to ask for all active bindings costs more
    # than most of what keys do.
    is_done = await field.app._check_bindings(event.key)
    if is_done:
        _stop(event)
    return is_done


def _stop(event: events.Key) -> None:
    event.stop()
    event.prevent_default()
