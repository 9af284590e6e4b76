"""They wrote it = it counts: what a `received` step stands for, and the text that comes later.

Nothing in the file ties a step to a text: a text may come without an ask, from an export, or years
later. What belongs together is told by the person and the day.
"""

from collections.abc import Iterable
from datetime import date

from recco_tui.core.asks import this_round
from recco_tui.core.models import COUNTED, Ask, AskStep, Direction, Recommendation, Step
from recco_tui.core.policy import HALF_A_YEAR
from recco_tui.core.when import say_day

NO_TEXT = "no text yet"
"""What is said in place of a text that was written and is not here."""


def awaits_text(text: Recommendation) -> bool:
    """They wrote it, and its words are not here yet."""
    return text.direction is Direction.RECEIVED and not text.has_text


def has_vanished(text: Recommendation) -> bool:
    """It counts, and a later export no longer had it: withdrawn, hidden, or still there?"""
    return text.missing_since is not None and text.status in COUNTED


def say_vanished(text: Recommendation, today: date) -> str:
    """`their text from 2 Oct is missing in your last export`"""
    whose = "their text" if text.direction is Direction.RECEIVED else "your text"
    return f"{whose} from {say_day(text.on, today)} is missing in your last export"


def counts_already(ask: Ask, asks: Iterable[Ask], texts: Iterable[Recommendation]) -> bool:
    """Whether the text with which this person answers the ask is here already.

    `asks` and `texts` are all of that person's. Later texts than the ask are its answers, but for
    those that a `received` step stands for.
    """
    began = min((step.on for step in this_round(ask)), default=date.max)
    came = sum(text.direction is Direction.RECEIVED and text.on > began for text in texts)
    noted = sum(
        step.step is Step.RECEIVED and step.on > began for other in asks for step in other.steps
    )
    return came > noted


def counted_by(step: AskStep, texts: Iterable[Recommendation]) -> Recommendation | None:
    """The recommendation that this step made, as long as it has no text; `texts` are theirs."""
    if step.step is not Step.RECEIVED:
        return None
    return next((text for text in texts if awaits_text(text) and text.on == step.on), None)


def nearest_awaited(texts: Iterable[Recommendation], on: date) -> Recommendation | None:
    """The one without a text that a text of this day belongs to; `texts` are one person's."""
    waiting = [text for text in texts if awaits_text(text)]
    return min(waiting, key=lambda text: (abs(text.on - on), text.id), default=None)


def filled_by(texts: Iterable[Recommendation], on: date | None) -> Recommendation | None:
    """The one that a text added by hand fills; None when it is another text.

    Without a day it is for the one that waits longest.
    """
    waiting = [text for text in texts if awaits_text(text)]
    if on is None:
        return min(waiting, key=lambda text: (text.on, text.id), default=None)
    return nearest_awaited((text for text in waiting if text.on - on < HALF_A_YEAR), on)
