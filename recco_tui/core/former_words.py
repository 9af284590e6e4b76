"""Words that recco used before: still understood in files, settings and scripts that hold them."""

from collections.abc import Mapping

ACTIONS = {"second-channel": "follow-up", "coverage": "missing-kind"}
"""Kinds of alerts, as a stored snooze begins with them."""

SETTINGS = {"second_channel_days": "follow_up_days"}
"""Names of settings."""

KEYS = {
    "contact.sort_in": "contact.set_kind",
    "contact.square": "contact.waive",
    "made.quit": "project_added.quit",
    "result.sort_in": "result.set_kind",
    "step.via": "step.channel",
    "text.way": "text.direction",
}
"""Names of keys in `keys.toml`; see `key_now` for those of a whole view."""


def key_now(name: str) -> str:
    """What the action of a key is called now."""
    view, _, action = name.partition(".")
    return f"set_kind.{action}" if view == "triage" else KEYS.get(name, name)


def alert_now(alert_id: str) -> str:
    """What an alert is called now: `follow-up:12`."""
    action, colon, about = alert_id.partition(":")
    return ACTIONS.get(action, action) + colon + about


def setting_now(name: str) -> str:
    """What a setting is called now."""
    return SETTINGS.get(name, name)


def settings_now(stored: Mapping[str, str]) -> dict[str, str]:
    """Settings by what they are called now; one that is there by both names keeps the new one."""
    renamed = {setting_now(name): value for name, value in stored.items()}
    return {**renamed, **{name: value for name, value in stored.items() if name in renamed}}
