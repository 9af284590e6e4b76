"""What is said around the steps of an ask: what comes next, likely reasons, what can be noted."""

from datetime import date
from typing import TYPE_CHECKING, Final

from recco_tui.core.alerts.alert import Action
from recco_tui.core.asks import this_round
from recco_tui.core.models import Ask, Step
from recco_tui.core.next_step import NextStep
from recco_tui.core.when import say_day

if TYPE_CHECKING:
    from recco_tui.ui.dialogs.choice import Choice

OTHER: Final = "other"
"""Chosen instead of a step: another step, or another day."""

SENT = (Step.WARM, Step.LINKEDIN, Step.NUDGED, Step.THANKED)
"""Steps with which a text goes out."""

NOTABLE = (
    Step.WARM,
    Step.AGREED,
    Step.LINKEDIN,
    Step.NUDGED,
    Step.DECLINED,
    Step.RECEIVED,
    Step.THANKED,
    Step.CLOSED,
    Step.REOPENED,
    Step.CHECKED_LEAD,
)
"""Steps that can be noted by hand, the usual ones first."""


def next_words(coming: NextStep) -> str:
    """The step to come, in three words: `nudge on Slack`, `say thanks`."""
    if coming.action is Action.SECOND_CHANNEL and coming.step is Step.LINKEDIN:
        return "LinkedIn request"
    if coming.action in (Action.SECOND_CHANNEL, Action.NUDGE) and coming.via:
        return f"{coming.action.next_words} {coming.via.after_verb}"
    return coming.action.next_words


def lies_ahead(coming: NextStep, today: date) -> bool:
    """Whether it waits for an answer first."""
    return coming.due > today


def coming_words(coming: NextStep | None, today: date) -> str:
    """When the next step comes: `no answer by Mon: nudge on Slack`; '' when nothing follows."""
    if coming is None:
        return ""
    if lies_ahead(coming, today):
        return f"no answer by {say_day(coming.due, today)}: {next_words(coming)}"
    return f"next: {next_words(coming)}"


def answers_to(ask: Ask, coming: NextStep, today: date) -> "list[Choice[Step | str]]":
    """What can have happened to an open ask, the likeliest first."""
    from recco_tui.ui.dialogs.choice import Choice

    choices: list[Choice[Step | str]] = [
        Choice("a", "agreed", Step.AGREED, "the LinkedIn request comes next"),
        Choice("d", "declined", Step.DECLINED, "ends the ask, kindly"),
        Choice("w", "wrote it already", Step.RECEIVED, "the thank-you comes next"),
    ]
    if any(one.step is Step.AGREED for one in this_round(ask)):
        del choices[0]
    if coming.step is not Step.CLOSED:
        ahead = lies_ahead(coming, today)
        hint = f"advised from {say_day(coming.due, today)} on" if ahead else "due now"
        choices.append(Choice("o", f"not yet: {next_words(coming)}", coming.step, hint))
    return [
        *choices,
        Choice("l", "let go", Step.CLOSED, "reopened by the next shared project"),
        Choice("s", "another step or day …", OTHER, "back-dated, in any order"),
    ]
