"""Every number that a rule uses, and what the settings screen says about each.

`Policy` is the one place of a default; `SETTINGS` describes the same fields, in the order in which
a settings screen lists them. A stored setting is text under the field's name.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import Any

from recco_tui.core.errors import UsageError
from recco_tui.core.policy_settings import SETTINGS, Number, Setting

__all__ = ["SETTINGS", "Number", "Policy", "Setting", "setting"]


@dataclass(frozen=True, slots=True)
class Policy:
    """The numbers of one user. Days are calendar days unless the name says working days.

    A window's number is its last day: `project_fresh_days` 3 means fresh on days 0, 1, 2 and 3.
    `first_weekday` 0 is Monday, as in `date.weekday()`.
    """

    project_fresh_days: int = 3
    project_good_days: int = 14
    project_fading_days: int = 30
    feedback_fresh_days: int = 2
    feedback_good_days: int = 7
    second_channel_days: int = 3
    request_after_yes_days: int = 0
    first_nudge_days: int = 7
    second_nudge_days: int = 14
    nudges: int = 2
    let_go_days: int = 30
    answer_working_days: int = 3
    deliver_working_days: int = 7
    thank_within_days: int = 0
    thank_late_working_days: int = 10
    debt_old_days: int = 30
    debt_quiet_days: int = 365
    open_asks: int = 4
    burst_count: int = 4
    burst_days: int = 7
    swap_days: int = 30
    ask_factor: int = 2
    sentences_least: int = 3
    sentences_most: int = 5
    words_least: int = 75
    words_most: int = 150
    characters_most: int = 3000
    first_mark: int = 120
    second_mark: int = 240
    ask_sentences_least: int = 3
    ask_sentences_most: int = 4
    copied_share: float = 0.35
    client_lead_first: bool = True
    one_of_each: int = 1
    weekly_asks: int = 1
    weekly_written: int = 1
    snooze_short_days: int = 1
    snooze_long_days: int = 3
    today_lines: int = 7
    skip_weekends: bool = True
    first_weekday: int = 0

    @classmethod
    def from_settings(cls, stored: Mapping[str, str]) -> "Policy":
        """The policy of stored settings; what is not stored has its default.

        Keys that are no number of the policy (theme, editor …) live in the same table and are
        passed over. UsageError names the setting that cannot be read or that contradicts another.
        """
        # Each setting says what its number is; which goes with which field stands in their names.
        values: dict[str, Any] = {
            one.key: one.read(stored[one.key]) for one in SETTINGS if one.key in stored
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
        for one in SETTINGS:
            if one.key in stored:
                with suppress(UsageError):
                    values[one.key] = one.read(stored[one.key])
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
    ("second_channel_days", "let_go_days", True),
    ("answer_working_days", "deliver_working_days", False),
    ("debt_old_days", "debt_quiet_days", True),
    ("sentences_least", "sentences_most", False),
    ("words_least", "words_most", False),
    ("first_mark", "second_mark", True),
    ("ask_sentences_least", "ask_sentences_most", False),
    ("snooze_short_days", "snooze_long_days", False),
)

DEFAULTS: dict[str, Number] = asdict(Policy())
"""The default of every setting, by key."""


def setting(key: str) -> Setting:
    """The description of one setting; UsageError when there is none of that name."""
    for one in SETTINGS:
        if one.key == key:
            return one
    raise UsageError(f"There is no setting '{key}'; the settings screen lists them all.")
