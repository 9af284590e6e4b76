"""All settings, the numbers of the policy and those that are none: how recco looks, what is in use.

They are stored as text in one table, under their key, and listed under headings.
"""

from collections.abc import Mapping
from typing import NamedTuple

from recco_tui.core.cleaning import clean_line, shortened
from recco_tui.core.errors import UsageError
from recco_tui.core.former_words import setting_now
from recco_tui.core.models import Channel
from recco_tui.core.policy import NUMBERS, SETTINGS, Mark, Policy, Setting
from recco_tui.core.when import DATE_STYLE, DateStyle

LONGEST = 1000
"""Characters of a setting that is free text."""


class Preference(NamedTuple):
    """One row of the settings screen. `choices` are values with their words; none is free text.

    `several` values are separated by commas. `unit` says in a few words what may be typed.
    `names` is "a program" or "a file" where the value leads outside recco, else '': such a setting
    is made by the person alone and never taken from a document or another's file.
    """

    key: str
    title: str
    default: str
    unit: str
    reason: str
    choices: tuple[tuple[str, str], ...] = ()
    several: bool = False
    mark: Mark = Mark.YOURS
    names: str = ""

    def read(self, text: str) -> str:
        """The value that a person typed or that was stored; UsageError says what would do."""
        if not self.choices:
            return self._free(text)
        if self.several:
            chosen = [self._one(word) for word in text.split(",") if word.strip()]
            return ",".join(dict.fromkeys(chosen)) or self.default
        return self._one(text)

    def _free(self, text: str) -> str:
        line = " ".join(clean_line(text).split())
        if line != " ".join(text.split()):
            raise UsageError(
                f"{self.title}: '{shortened(line)}' contains characters that are not text."
            )
        if len(line) > LONGEST:
            raise UsageError(f"{self.title}: at most {LONGEST:,} characters.")
        return line

    def _one(self, text: str) -> str:
        word = " ".join(text.casefold().split()).replace("e-mail", "email")
        for value, words in self.choices:
            if word in (value, words.casefold()):
                return value
        known = ", ".join(value for value, _ in self.choices)
        raise UsageError(f"{self.title}: '{shortened(text)}' is not one of {known}.")

    def write(self, value: str) -> str:
        """The text that is stored for a value; `read` takes it back."""
        return value

    def words(self, value: str) -> str:
        """What is shown for a value."""
        names = dict(self.choices)
        return ", ".join(names.get(word, word) for word in value.split(",")) if value else "–"


_SWITCH = (("on", "on"), ("off", "off"))
_CHANNELS = tuple((channel.value, channel.label) for channel in Channel)
THEMES = (
    ("auto", "automatic"),
    ("dark", "dark"),
    ("light", "light"),
    ("contrast", "high contrast"),
    ("16", "sixteen colors"),
)

CALENDAR_FILE = "calendar_file"
SYNC_PLACE = "sync_place"
YOUR_NAME = "your_name"

PREFERENCES: tuple[Preference, ...] = (
    Preference(
        "theme",
        "Theme",
        "auto",
        "a theme",
        "Every state has a word or a sign besides its color. NO_COLOR in the environment turns "
        "all color off, whatever you choose here.",
        THEMES,
    ),
    Preference(
        DATE_STYLE,
        "Date style",
        DateStyle.DAY_FIRST.value,
        "a style",
        "On every screen and in commands. You can type dates in any style, or in words.",
        tuple((style.value, style.label) for style in DateStyle),
    ),
    Preference(
        YOUR_NAME,
        "Your name",
        "",
        "a name; empty: as in your LinkedIn export",
        "recco signs the emails that it drafts with your first name.",
    ),
    Preference(
        "editor",
        "Your own editor",
        "",
        "a command; empty: VISUAL or EDITOR",
        "Ctrl+E opens the text in it. It is started without a shell.",
        names="a program",
    ),
    Preference(
        "assistant",
        "Assistant",
        "",
        "a command such as llm; empty copies the prompt",
        "Ctrl+G in the editor runs it with the prompt on standard input and shows its answer. It "
        "is started without a shell.",
        names="a program",
    ),
    Preference(
        "voice_samples",
        "Samples of your voice",
        "off",
        "on or off",
        "Each prompt then includes your last two texts to others, without their names, so that the "
        "answer sounds like you.",
        _SWITCH,
    ),
    Preference(
        "channels",
        "Channels in use",
        ",".join(Channel),
        "separated by commas",
        "recco offers only these for warm messages and nudges.",
        _CHANNELS,
        several=True,
    ),
    Preference(
        CALENDAR_FILE,
        "Calendar file",
        "",
        "a path ending in .ics; empty: none",
        "recco keeps this file up to date with what is coming. Subscribe to it in your calendar.",
        names="a file",
    ),
    Preference(
        SYNC_PLACE,
        "Sync place",
        "",
        "a folder or a class; empty: none",
        "'recco sync' exchanges changes with your other computers through it.",
        names="a folder or a server",
    ),
    Preference(
        "hints",
        "Hints",
        "on",
        "on or off",
        "A quiet line on the board names a key you have not used yet.",
        _SWITCH,
    ),
)


def preference(key: str, stored: Mapping[str, str]) -> str:
    """The value in force; what is stored and cannot be read counts as the default."""
    one = next(spec for spec in PREFERENCES if spec.key == key)
    try:
        return one.read(stored[key]) if key in stored else one.default
    except UsageError:
        return one.default


def channels_in_use(stored: Mapping[str, str]) -> tuple[Channel, ...]:
    """The channels that are offered, in their fixed order."""
    chosen = preference("channels", stored).split(",")
    return tuple(channel for channel in Channel if channel.value in chosen)


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


_GENERAL = (
    "theme",
    DATE_STYLE,
    "first_weekday",
    "your_name",
    "editor",
    "channels",
    "calendar_file",
    "sync_place",
    "hints",
)
_NUMBERS = {heading: tuple(spec.key for spec in specs) for heading, specs in NUMBERS.items()}
GROUPS = tuple(
    {**_NUMBERS, "General": _GENERAL, "AI assistant": ("assistant", "voice_samples")}.items()
)
"""Headings with the keys below each; every setting is under exactly one."""

SPECS: dict[str, Setting | Preference] = {
    **{spec.key: spec for spec in PREFERENCES},
    **{spec.key: spec for spec in SETTINGS},
}

OWN: dict[str, str] = {spec.key: spec.names for spec in PREFERENCES if spec.names}
"""Settings that name "a program" or "a file": only the person makes them, no document does."""


def setting_spec(key: str) -> Setting | Preference:
    """What is known of a setting; UsageError when there is none of that name."""
    found = SPECS.get(setting_now(key.strip().casefold().replace("-", "_")))
    if found is None:
        raise UsageError(f"There is no setting '{key}'. 'recco settings' lists all of them.")
    return found


def default_of(spec: Setting | Preference) -> str:
    """The default as it would be stored."""
    return spec.default if isinstance(spec, Preference) else spec.write(spec.default)


def parse_setting(spec: Setting | Preference, text: str) -> str:
    """The text to store for what a person typed; UsageError says what would do."""
    return spec.read(text) if isinstance(spec, Preference) else spec.write(spec.read(text))


def shown(spec: Setting | Preference, value: str) -> str:
    """What is shown for a stored value."""
    if isinstance(spec, Preference):
        return spec.words(value)
    if spec.unit in ("on or off", "weekday"):
        return value
    return f"{value} {_unit(spec, value)}".strip()


def _unit(spec: Setting, value: str) -> str:
    if spec.unit == "share":
        return ""
    if value != "1":
        return spec.unit
    return "person" if spec.unit == "people" else spec.unit.removesuffix("s")


def usable(stored: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Those of some stored settings that can be in force, and of the others why not, by name."""
    kept: dict[str, str] = {}
    refused: dict[str, str] = {}
    for name, value in stored.items():
        if name not in SPECS:
            refused[name] = "there is no such setting"
            continue
        try:
            kept[name] = parse_setting(SPECS[name], value)
        except UsageError as error:
            refused[name] = str(error).rstrip(".")
    policy = Policy.in_force(kept)
    for spec in SETTINGS:
        if spec.key in kept and spec.read(kept[spec.key]) != getattr(policy, spec.key):
            del kept[spec.key]
            refused[spec.key] = "it contradicts another"
    return kept, refused


def usable_from_outside(stored: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """The same of a document or a file that someone else may have made.

    What names a program or a file is refused there: it would be started, or written over.
    """
    kept, refused = usable(stored)
    for name, what in OWN.items():
        if kept.pop(name, ""):
            refused[name] = f"it names {what}"
    return kept, refused


def setting_rows(stored: Mapping[str, str]) -> tuple[SettingRow, ...]:
    """Every setting as it stands, in the order of the headings."""
    kept, _ = usable(stored)
    found = []
    for group, keys in GROUPS:
        for key in keys:
            spec = SPECS[key]
            value = kept.get(key, default_of(spec))
            changed = value != default_of(spec)
            found.append(SettingRow(group, spec, value, shown(spec, value), changed))
    return tuple(found)
