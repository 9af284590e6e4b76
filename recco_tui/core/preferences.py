"""Settings that are no number of the policy: how recco looks and what is in use here.

They are stored as text in the same table as the numbers, under their key.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple, Self

from recco_tui.core.cleaning import clean_line, shortened
from recco_tui.core.errors import UsageError
from recco_tui.core.models import Channel
from recco_tui.core.policy_settings import Mark

LONGEST = 1000
"""Characters of a setting that is free text."""


class DateStyle(StrEnum):
    """How a date is written where there is little room."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    DAY_FIRST = "day", "2 Oct"
    MONTH_FIRST = "month", "Oct 2"
    ISO = "iso", "10-02"


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
                f"{self.title}: '{shortened(line)}' holds characters that are no text."
            )
        if len(line) > LONGEST:
            raise UsageError(f"{self.title}: at most {LONGEST:,} characters are kept.")
        return line

    def _one(self, text: str) -> str:
        word = " ".join(text.casefold().split())
        for value, words in self.choices:
            if word in (value, words.casefold()):
                return value
        known = ", ".join(value for value, _ in self.choices)
        raise UsageError(f"{self.title}: '{shortened(text)}' is none of {known}.")

    def write(self, value: str) -> str:
        """The text that is stored for a value; `read` takes it back."""
        return value

    def words(self, value: str) -> str:
        """What is shown for a value."""
        names = dict(self.choices)
        return ", ".join(names.get(one, one) for one in value.split(",")) if value else "–"


_SWITCH = (("on", "on"), ("off", "off"))
_CHANNELS = tuple((channel.value, channel.label) for channel in Channel)
THEMES = (
    ("auto", "automatic"),
    ("dark", "dark"),
    ("light", "light"),
    ("contrast", "high contrast"),
    ("16", "sixteen colours"),
)

CALENDAR_FILE = "calendar_file"

PREFERENCES: tuple[Preference, ...] = (
    Preference(
        "theme",
        "Theme",
        "auto",
        "a theme",
        "Every state has a word or a sign besides its colour. NO_COLOR in the environment takes "
        "all colour away, whatever is chosen here.",
        THEMES,
    ),
    Preference(
        "date_style",
        "Dates are written",
        DateStyle.DAY_FIRST.value,
        "a style",
        "In tables and headings. Dates that you type are understood in any style, and in words.",
        tuple((style.value, style.label) for style in DateStyle),
    ),
    Preference(
        "editor",
        "Editor outside recco",
        "",
        "a command; empty: VISUAL or EDITOR of the environment",
        "ctrl+e in the editor opens the text in it. It is started without a shell.",
        names="a program",
    ),
    Preference(
        "channels",
        "Channels in use",
        ",".join(Channel),
        "separated by commas",
        "Only these are offered for a warm message and for the nudges.",
        _CHANNELS,
        several=True,
    ),
    Preference(
        CALENDAR_FILE,
        "Calendar file",
        "",
        "a path ending in .ics; empty: none is kept",
        "What is coming, as 'recco export ics' writes it, kept up to date with each change: let "
        "your calendar subscribe to it.",
        names="a file",
    ),
    Preference(
        "hints",
        "Hints of the first days",
        "on",
        "on or off",
        "A quiet line on the board names a key that was not used yet; it goes when it was.",
        _SWITCH,
    ),
)


def preference(key: str, stored: Mapping[str, str]) -> str:
    """The value in force; what is stored and cannot be read counts as the default."""
    one = next(one for one in PREFERENCES if one.key == key)
    try:
        return one.read(stored[key]) if key in stored else one.default
    except UsageError:
        return one.default


def channels_in_use(stored: Mapping[str, str]) -> tuple[Channel, ...]:
    """The channels that are offered, in their fixed order."""
    chosen = preference("channels", stored).split(",")
    return tuple(channel for channel in Channel if channel.value in chosen)
