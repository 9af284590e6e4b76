"""All settings in the order in which a settings screen lists them, under headings."""

from collections.abc import Mapping
from typing import NamedTuple

from recco_tui.core.errors import UsageError
from recco_tui.core.policy import Policy
from recco_tui.core.policy_settings import SETTINGS, Setting
from recco_tui.core.preferences import PREFERENCES, Preference


class SettingRow(NamedTuple):
    """A setting as it stands: `value` as it is stored and typed, `words` as it is shown."""

    group: str
    spec: Setting | Preference
    value: str
    words: str
    changed: bool

    @property
    def default(self) -> str:
        """The default as it is shown."""
        return shown(self.spec, default_of(self.spec))

    def matches(self, words: str) -> bool:
        """Whether all of the words are in what is known of the setting."""
        spec = self.spec
        text = f"{self.group} {spec.key} {spec.title} {self.words} {spec.reason} {spec.mark}"
        return all(word in text.casefold() for word in words.casefold().split())


GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Looks and ways",
        ("theme", "date_style", "first_weekday", "editor", "channels", "calendar_file", "hints"),
    ),
    (
        "When to ask",
        (
            "project_fresh_days",
            "project_good_days",
            "project_fading_days",
            "feedback_fresh_days",
            "feedback_good_days",
            "client_lead_first",
        ),
    ),
    (
        "After asking",
        (
            "second_channel_days",
            "request_after_yes_days",
            "first_nudge_days",
            "second_nudge_days",
            "nudges",
            "let_go_days",
        ),
    ),
    ("How many", ("open_asks", "burst_count", "burst_days", "ask_factor", "swap_days")),
    (
        "Giving back",
        (
            "answer_working_days",
            "deliver_working_days",
            "thank_within_days",
            "thank_late_working_days",
            "debt_old_days",
            "debt_quiet_days",
        ),
    ),
    (
        "Texts",
        (
            "sentences_least",
            "sentences_most",
            "words_least",
            "words_most",
            "characters_most",
            "first_mark",
            "second_mark",
            "ask_sentences_least",
            "ask_sentences_most",
            "copied_share",
        ),
    ),
    ("Goals", ("one_of_each", "weekly_asks", "weekly_written")),
    ("Today", ("today_lines", "snooze_short_days", "snooze_long_days", "skip_weekends")),
)
"""Headings with the keys below each; every setting is under exactly one."""

SPECS: dict[str, Setting | Preference] = {
    **{one.key: one for one in PREFERENCES},
    **{one.key: one for one in SETTINGS},
}

OWN: dict[str, str] = {one.key: one.names for one in PREFERENCES if one.names}
"""Settings that name "a program" or "a file": only the person makes them, no document does."""


def spec(key: str) -> Setting | Preference:
    """What is known of a setting; UsageError when there is none of that name."""
    found = SPECS.get(key.strip().casefold().replace("-", "_"))
    if found is None:
        raise UsageError(f"There is no setting '{key}'; 'recco settings' lists them all.")
    return found


def default_of(one: Setting | Preference) -> str:
    """The default as it would be stored."""
    return one.default if isinstance(one, Preference) else one.write(one.default)


def read(one: Setting | Preference, text: str) -> str:
    """The text to store for what a person typed; UsageError says what would do."""
    return one.read(text) if isinstance(one, Preference) else one.write(one.read(text))


def shown(one: Setting | Preference, value: str) -> str:
    """What is shown for a stored value."""
    if isinstance(one, Preference):
        return one.words(value)
    if one.unit in ("on or off", "weekday"):
        return value
    return f"{value} {_unit(one, value)}".strip()


def _unit(one: Setting, value: str) -> str:
    if one.unit == "share":
        return ""
    if value != "1":
        return one.unit
    return "person" if one.unit == "people" else one.unit.removesuffix("s")


def usable(stored: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Those of some stored settings that can be in force, and of the others why not, by name."""
    kept: dict[str, str] = {}
    refused: dict[str, str] = {}
    for name, value in stored.items():
        if name not in SPECS:
            refused[name] = "there is no such setting"
            continue
        try:
            kept[name] = read(SPECS[name], value)
        except UsageError as error:
            refused[name] = str(error).rstrip(".")
    policy = Policy.in_force(kept)
    for one in SETTINGS:
        if one.key in kept and one.read(kept[one.key]) != getattr(policy, one.key):
            del kept[one.key]
            refused[one.key] = "it contradicts another"
    return kept, refused


def usable_from_outside(stored: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """The same of a document or a file that somebody else may have made.

    What names a program or a file is refused there: it would be started, or written over.
    """
    kept, refused = usable(stored)
    for name, what in OWN.items():
        if kept.pop(name, ""):
            refused[name] = f"it names {what}"
    return kept, refused


def rows(stored: Mapping[str, str]) -> tuple[SettingRow, ...]:
    """Every setting as it stands, in the order of the headings."""
    kept, _ = usable(stored)
    found = []
    for group, keys in GROUPS:
        for key in keys:
            one = SPECS[key]
            value = kept.get(key, default_of(one))
            changed = value != default_of(one)
            found.append(SettingRow(group, one, value, shown(one, value), changed))
    return tuple(found)
