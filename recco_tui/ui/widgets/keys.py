"""How a key is declared: with an id, by which a keymap changes it, and words wherever keys are
listed."""

from textual.binding import Binding


def bind(
    id_: str,
    key: str,
    label: str,
    tooltip: str,
    action: str,
    *,
    footer: bool = True,
    key_display: str | None = None,
    priority: bool = False,
) -> Binding:
    """A key, or several separated by commas, that runs an action of its widget or screen.

    `label` is for the footer, `tooltip` for `?` and the palette.
    """
    return Binding(key, action, label, footer, key_display, priority, tooltip, id_)


def bind_hidden(id_: str, key: str, label: str, tooltip: str, action: str) -> Binding:
    """The same without a place in the footer."""
    return bind(id_, key, label, tooltip, action, footer=False)
