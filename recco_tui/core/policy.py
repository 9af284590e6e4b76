"""Every number that a rule uses, and what the settings screen says about each.

`Policy` is the one place of a default; `NUMBERS` describes the same fields, under the headings of
the settings screen, with where each comes from: the owner's brief, published
advice, or a house choice that no source gives. A stored setting is text under the field's name.
"""

from collections.abc import Mapping
from contextlib import suppress
from datetime import timedelta
from typing import Any, NamedTuple

from recco_tui.core.cleaning import shortened
from recco_tui.core.errors import UsageError
from recco_tui.core.labeled import LabeledEnum

HALF_A_YEAR = timedelta(days=183)
"""From here on something is history: no one waits for an answer any more. A house choice, and no
setting."""

Number = int | float | bool
"""What a setting can be: a whole number, a share, or a switch."""


class Mark(LabeledEnum):
    """Where a default comes from."""

    BRIEF = "brief", "from the brief"
    SOURCE = "source", "from published advice"
    HOUSE = "house", "recco's choice"
    YOURS = "yours", "your choice"


class Setting(NamedTuple):
    """One row of the settings screen. `least` and `most` are allowed themselves.

    `unit` tells the type: 'on or off' is a switch, 'share' a fraction, 'weekday' a day's name or
    its number from 0 for Monday, everything else is whole.
    """

    key: str
    title: str
    unit: str
    least: float
    most: float
    mark: Mark
    reason: str

    @property
    def default(self) -> Number:
        """The default, from its one home, the `Policy`."""
        return DEFAULTS[self.key]

    def read(self, text: str) -> Number:
        """The value that a person typed or that was stored; UsageError says what would do."""
        if self.unit == _SWITCH:
            return self._read_switch(text)
        if self.unit == _WEEKDAY:
            return self._read_weekday(text)
        wanted = f"a number from {self.least:g} to {self.most:g} ({self.unit})"
        try:
            number: Number = float(text) if self.unit == _SHARE else int(text.strip())
        except ValueError:
            raise UsageError(f"{self.title}: '{shortened(text)}' is not {wanted}.") from None
        if not self.least <= number <= self.most:
            raise UsageError(f"{self.title}: {shortened(text)} is not {wanted}.")
        return number

    def _read_switch(self, text: str) -> bool:
        word = text.strip().casefold()
        if word in ("on", "yes", "true", "1"):
            return True
        if word in ("off", "no", "false", "0"):
            return False
        raise UsageError(f"{self.title}: '{shortened(text)}' is not on or off.")

    def _read_weekday(self, text: str) -> int:
        word = text.strip().casefold()
        for number, name in enumerate(_WEEKDAYS):
            if word == str(number) or (len(word) >= 2 and name.casefold().startswith(word)):
                return number
        raise UsageError(f"{self.title}: '{shortened(text)}' is not a day of the week.")

    def write(self, value: Number) -> str:
        """The text that is stored and shown for a value; `read` takes it back."""
        if self.unit == _SWITCH:
            return "on" if value else "off"
        if self.unit == _WEEKDAY:
            return _WEEKDAYS[int(value)]
        return f"{value:g}"


_SWITCH = "on or off"
_SHARE = "share"
_WEEKDAY = "weekday"
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_BRIEF, _SOURCE, _HOUSE = Mark.BRIEF, Mark.SOURCE, Mark.HOUSE

_PROJECT = (
    "Memory is fresh right after the work (brief). Guides say the best texts come within 1 to 3 "
    "days, and generic ones after two weeks (source)."
)
_COLD = "After two weeks texts turn generic (source). The day it turns cold is recco's choice."
_FEEDBACK = (
    "After praise, people gladly say it again (brief). The goodwill lasts 48 to 72 hours (source)."
)
_SECOND = (
    "Message first, then LinkedIn (brief). A follow-up after three days beats one the next day "
    "(source)."
)
_YES = "Warm message, then the LinkedIn request (brief). The same day is recco's choice."
_NUDGE = "Published advice: never more than two friendly reminders."
_LET_GO = "Closed without an answer; the next shared project reopens it. recco's choice."
_ETIQUETTE = "Etiquette for recommendations and reference letters."
_DEBT = "Write back to those who wrote for you (brief). The number of days is recco's choice."
_FEW = "Twenty in four days look forced to recruiters. Ask a few, then wait."
_BURST = "Twenty in four days look forced (source). The numbers are recco's choice."
_SWAP = (
    "Recruiters discount pairs written together (source). The number of days is recco's choice. "
    "recco warns about the date, never about giving."
)
_HALF = "About half of those you ask will write."
_SENTENCES = "The brief: three to five sentences, each with a job."
_SHORTEST = "The shorter of the brief's two model texts."
_WORDS = "Published advice on the length people read to the end."
_CAP = "LinkedIn's own limit."
_SEEN = "Readers see this much before 'see more'. Pages differ, so it is a hint."
_SHORT = "The brief: three to four sentences."
_COPIED = (
    "No copy and paste (brief). Without names and projects, copies share at least 0.66 of their "
    "three-word runs, different asks at most 0.09."
)
_LEAD = "Check with the project lead before you ask a client."
_EACH = "Think of one person from each category: peer, manager, mentor, client."
_GOAL = "At least one real request a week; one text written is a bonus."
_OLD = "What readers see first should not be years old. Shown once a week; 0 turns it off."
_HOUSE_CHOICE = "recco's choice; no source gives a number."


def _days(key: str, title: str, least: int, most: int, mark: Mark, reason: str) -> Setting:
    unit = "working days" if "working" in key else "days"
    return Setting(key, title, unit, least, most, mark, reason)


def _count(
    key: str, title: str, unit: str, limits: tuple[int, int], mark: Mark, reason: str
) -> Setting:
    return Setting(key, title, unit, *limits, mark, reason)


def _switch(key: str, title: str, mark: Mark, reason: str) -> Setting:
    return Setting(key, title, _SWITCH, 0, 1, mark, reason)


_GENERAL = (_count("first_weekday", "Week starts on", _WEEKDAY, (0, 6), _HOUSE, _HOUSE_CHOICE),)
_WHEN_TO_ASK = (
    _days("project_fresh_days", "Project ended: fresh until day", 0, 60, _SOURCE, _PROJECT),
    _days("project_good_days", "Project ended: good until day", 0, 120, _SOURCE, _PROJECT),
    _days("project_fading_days", "Project ended: fading until day", 0, 365, _HOUSE, _COLD),
    _days("feedback_fresh_days", "Feedback: fresh until day", 0, 30, _SOURCE, _FEEDBACK),
    _days("feedback_good_days", "Feedback: good until day", 0, 60, _HOUSE, _FEEDBACK),
    _switch("client_lead_first", "Client: check with the project lead first", _BRIEF, _LEAD),
)
_AFTER_ASKING = (
    _days("follow_up_days", "No answer: follow up after", 1, 30, _SOURCE, _SECOND),
    _days("request_after_yes_days", "After a yes: LinkedIn request after", 0, 14, _HOUSE, _YES),
    _days("first_nudge_days", "LinkedIn request: first nudge after", 1, 60, _SOURCE, _NUDGE),
    _days("second_nudge_days", "LinkedIn request: last nudge after", 2, 90, _SOURCE, _NUDGE),
    _count("nudges", "Nudges at most", "nudges", (0, 2), _SOURCE, _NUDGE),
    _days("let_go_days", "No answer: let go after", 3, 365, _HOUSE, _LET_GO),
)
_HOW_MANY = (
    _count("open_asks", "Open asks at once", "asks", (1, 20), _SOURCE, _FEW),
    _count("burst_count", "Burst: more asks or texts than", "asks", (1, 50), _HOUSE, _BURST),
    _days("burst_days", "Burst: within", 1, 60, _HOUSE, _BURST),
    _count("ask_factor", "To receive one text, ask", "people", (1, 5), _SOURCE, _HALF),
    _days("swap_days", "Warn about swaps within", 1, 365, _HOUSE, _SWAP),
)
_GIVING_BACK = (
    _days("answer_working_days", "Asked of me: answer within", 0, 30, _SOURCE, _ETIQUETTE),
    _days("deliver_working_days", "Asked of me: deliver within", 1, 60, _SOURCE, _ETIQUETTE),
    _days("thank_within_days", "Received: thank within", 0, 14, _SOURCE, _ETIQUETTE),
    _days("thank_late_working_days", "Received: thanks are late after", 1, 60, _SOURCE, _ETIQUETTE),
    _days("debt_old_days", "A debt is old after", 1, 364, _HOUSE, _DEBT),
    _days("debt_quiet_days", "A debt is quiet after", 2, 3650, _HOUSE, _DEBT),
)
_TEXTS = (
    _count("sentences_least", "Sentences at least", "sentences", (1, 20), _BRIEF, _SENTENCES),
    _count("sentences_most", "Sentences at most", "sentences", (1, 20), _BRIEF, _SENTENCES),
    _count("words_least", "Aim for at least", "words", (10, 500), _BRIEF, _SHORTEST),
    _count("words_most", "Aim for at most", "words", (10, 600), _SOURCE, _WORDS),
    _count("characters_most", "Characters at most", "characters", (200, 3000), _SOURCE, _CAP),
    _count("first_mark", "First 'see more' mark", "characters", (20, 1000), _SOURCE, _SEEN),
    _count("second_mark", "Second 'see more' mark", "characters", (20, 2000), _SOURCE, _SEEN),
    _count("ask_sentences_least", "Ask: sentences at least", "sentences", (1, 20), _BRIEF, _SHORT),
    _count("ask_sentences_most", "Ask: sentences at most", "sentences", (1, 20), _BRIEF, _SHORT),
    Setting("copied_share", "Asks count as copied from", _SHARE, 0.1, 1, _SOURCE, _COPIED),
)
_GOALS = (
    _count("one_of_each", "Texts wanted from each kind", "people", (0, 10), _BRIEF, _EACH),
    _count("weekly_asks", "Asks sent a week", "asks", (0, 20), _BRIEF, _GOAL),
    _count("weekly_written", "Recommendations written a week", "texts", (0, 20), _BRIEF, _GOAL),
    _count("stale_text_months", "Newest text looks old after", "months", (0, 60), _HOUSE, _OLD),
)
_TODAY = (
    _count("today_lines", "Lines in the Today pane", "lines", (1, 20), _HOUSE, _HOUSE_CHOICE),
    _days("snooze_short_days", "Snooze, short", 1, 30, _HOUSE, _HOUSE_CHOICE),
    _days("snooze_long_days", "Snooze, long", 1, 90, _HOUSE, _HOUSE_CHOICE),
    _switch("skip_weekends", "Working days skip weekends", _HOUSE, _HOUSE_CHOICE),
)

NUMBERS = {
    "General": _GENERAL,
    "When to ask": _WHEN_TO_ASK,
    "After asking": _AFTER_ASKING,
    "How many": _HOW_MANY,
    "Giving back": _GIVING_BACK,
    "Texts": _TEXTS,
    "Goals": _GOALS,
    "Today": _TODAY,
}
"""Headings with the numbers below each, in the order of the settings screen."""

SETTINGS: tuple[Setting, ...] = tuple(spec for specs in NUMBERS.values() for spec in specs)


class Policy(NamedTuple):
    """The numbers of one user. Days are calendar days unless the name says working days.

    A window's number is its last day: `project_fresh_days` 3 means fresh on days 0, 1, 2 and 3.
    `first_weekday` 0 is Monday, as in `date.weekday()`.
    """

    first_weekday: int = 0
    project_fresh_days: int = 3
    project_good_days: int = 14
    project_fading_days: int = 30
    feedback_fresh_days: int = 2
    feedback_good_days: int = 7
    client_lead_first: bool = True
    follow_up_days: int = 3
    request_after_yes_days: int = 0
    first_nudge_days: int = 7
    second_nudge_days: int = 14
    nudges: int = 2
    let_go_days: int = 30
    open_asks: int = 4
    burst_count: int = 4
    burst_days: int = 7
    ask_factor: int = 2
    swap_days: int = 30
    answer_working_days: int = 3
    deliver_working_days: int = 7
    thank_within_days: int = 0
    thank_late_working_days: int = 10
    debt_old_days: int = 30
    debt_quiet_days: int = 365
    sentences_least: int = 3
    sentences_most: int = 5
    words_least: int = 45
    words_most: int = 150
    characters_most: int = 3000
    first_mark: int = 120
    second_mark: int = 240
    ask_sentences_least: int = 3
    ask_sentences_most: int = 4
    copied_share: float = 0.35
    one_of_each: int = 1
    weekly_asks: int = 1
    weekly_written: int = 1
    stale_text_months: int = 12
    today_lines: int = 7
    snooze_short_days: int = 1
    snooze_long_days: int = 3
    skip_weekends: bool = True

    @classmethod
    def from_settings(cls, stored: Mapping[str, str]) -> "Policy":
        """The policy of stored settings; what is not stored has its default.

        Keys that are no number of the policy (theme, editor …) live in the same table and are
        passed over. UsageError names the setting that cannot be read or that contradicts another.
        """
        # Each setting says what its number is; which goes with which field stands in their names.
        values: dict[str, Any] = {
            spec.key: spec.read(stored[spec.key]) for spec in SETTINGS if spec.key in stored
        }
        policy = cls(**values)
        policy.check()
        return policy

    @classmethod
    def in_force(cls, stored: Mapping[str, str]) -> "Policy":
        """The policy of what a file holds, whoever wrote it there; never raises.

        What cannot be read has its default instead, and so have two that contradict each other.
        """
        values: dict[str, Number] = {}
        for spec in SETTINGS:
            if spec.key in stored:
                with suppress(UsageError):
                    values[spec.key] = spec.read(stored[spec.key])
        policy = cls(**values)  # type: ignore[arg-type]
        while found := policy.contradiction():
            values = {key: value for key, value in values.items() if key not in found}
            policy = cls(**values)  # type: ignore[arg-type]
        return policy

    def check(self) -> None:
        """Raise UsageError when two numbers contradict each other."""
        if found := self.contradiction():
            lower, upper, strictly = found
            raise UsageError(
                f"{setting(lower).title} ({getattr(self, lower)}) must be "
                f"{'below' if strictly else 'at most'} "
                f"{setting(upper).title} ({getattr(self, upper)})."
            )

    def contradiction(self) -> tuple[str, str, bool] | None:
        """The first two numbers of which the former must be below the latter (True) or at most
        that (False), and is not; None when all agree."""
        for lower, upper, strictly in _ORDER:
            low, high = getattr(self, lower), getattr(self, upper)
            if low > high or (strictly and low == high):
                return lower, upper, strictly
        return None


_ORDER = (
    ("project_fresh_days", "project_good_days", False),
    ("project_good_days", "project_fading_days", False),
    ("feedback_fresh_days", "feedback_good_days", False),
    ("first_nudge_days", "second_nudge_days", True),
    ("second_nudge_days", "let_go_days", True),
    ("follow_up_days", "let_go_days", True),
    ("answer_working_days", "deliver_working_days", False),
    ("debt_old_days", "debt_quiet_days", True),
    ("sentences_least", "sentences_most", False),
    ("words_least", "words_most", False),
    ("first_mark", "second_mark", True),
    ("ask_sentences_least", "ask_sentences_most", False),
    ("snooze_short_days", "snooze_long_days", False),
)

DEFAULTS: dict[str, Number] = Policy._field_defaults
"""The default of every setting, by key."""


def setting(key: str) -> Setting:
    """The description of one setting; UsageError when there is none of that name."""
    for spec in SETTINGS:
        if spec.key == key:
            return spec
    raise UsageError(f"There is no setting '{key}'. The settings screen lists all of them.")
