"""Keys that come faster than they are handled: a slow line, a macro, somebody who knows the form.

Textual hands a key to the field that has the focus when it arrives, and a binding's key climbs up
to the app before it acts. In a burst like "title, enter, yesterday" all letters would end up in the
first field. So the fields here let a binding act at once, and pass on what came for the next field.
"""

from textual import events
from textual.widget import Widget


class TakesEnter:
    """A widget around a line that is told of enter at once, not by a message that takes time."""

    def entered(self) -> None:
        """Enter was pressed in the line."""
        raise NotImplementedError


def enter_taken(field: Widget) -> bool:
    """Tell the nearest widget around the field that waits for enter; False when there is none."""
    for around in field.ancestors:
        if isinstance(around, TakesEnter):
            around.entered()
            return True
    return False


async def taken(field: Widget, event: events.Key, *, types: bool = True) -> bool:
    """Whether a key needs no handling by the field, or the screen without a focus, it came to.

    It was typed for another field, or it is a binding's, whose action has been run. `types` says
    whether letters are text to the field: to a list they are bindings like any other key.
    """
    screen = field.app.screen
    target = screen.focused or screen
    if target is not field:
        if field is screen and not event.is_printable:
            return False  # it came up from the field with the focus, which had no use for it
        _end(event)
        # As Textual hands keys on: an event not marked as forwarded would come round once more.
        target._forward_event(events.Key(event.key, event.character))
        return True
    if types and event.is_printable and field is not screen:
        return False
    active = screen.active_bindings.get(event.key)
    if active is None or not active.enabled:
        return False
    _end(event)
    await field.app.run_action(active.binding.action, active.node)
    return True


def _end(event: events.Key) -> None:
    event.stop()
    event.prevent_default()
