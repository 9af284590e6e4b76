"""Today: all alerts of a situation, ranked into one list, and the few lines that are shown.

The order: everyone's most pressing matter first, then the second matters of the same people, then
debts of years ago, then hints. The same situation gives the same list.

Values that only the rules hand around are NamedTuples: making such a class costs an eighth of a
dataclass, and `recco today` starts often.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from importlib import import_module
from typing import NamedTuple

from recco_tui.core.alerts.alert import Action, Alert
from recco_tui.core.alerts.day import Day, day_of
from recco_tui.core.alerts.ranking import rank, with_leader
from recco_tui.core.models import Snooze
from recco_tui.core.situation import Situation
from recco_tui.core.when import count_of

__all__ = [
    "Action",
    "Alert",
    "Situation",
    "Survey",
    "agenda",
    "held_back_words",
    "in_short",
    "survey",
    "today_lines",
    "without_hints",
]

OLD_LINES = 3
"""How many old matters the Today pane shows at most: the others are counted."""


class Survey(NamedTuple):
    """The alerts of a day in order, and those that restraint holds back (`Alert.held` says why)."""

    alerts: tuple[Alert, ...]
    held: tuple[Alert, ...]


def agenda(situation: Situation) -> tuple[Alert, ...]:
    """What to do today, first things first; snoozed, dismissed and held alerts are left out."""
    return survey(situation).alerts


def survey(situation: Situation) -> Survey:
    """The agenda, with what is held back."""
    day = day_of(situation)
    put_off = _PutOff(situation.snoozes, situation.today)
    found = (alert for name in _PERSONAL for alert in _alerts(name, day))
    personal = _one_of_a_kind(alert for alert in found if not put_off.hides(alert))
    open_now = [alert for alert in personal if not alert.held]
    day.to_ask = {
        alert.contact_id
        for alert in personal
        if alert.action in (Action.ASK, Action.CHECK_LEAD) and alert.contact_id is not None
    }
    hints = (alert for name in _HINTS for alert in _alerts(name, day))
    open_now += [alert for alert in hints if not put_off.hides(alert)]
    held = sorted((alert for alert in personal if alert.held), key=rank)
    return Survey(_in_order(with_leader(open_now)), tuple(held))


_PERSONAL = tuple(dict.fromkeys(one.rules for one in Action if not one.is_hint))
_HINTS = tuple(dict.fromkeys(one.rules for one in Action if one.rules not in _PERSONAL))
"""The modules of rules; those of hints come after, and know whom there is to ask."""


def _alerts(rules: str, day: Day) -> Iterator[Alert]:
    found: Iterator[Alert] = import_module(f"recco_tui.core.alerts.{rules}").alerts(day)
    return found


class _PutOff:
    """Whether an alert is dismissed, or snoozed: itself, or its kind for that person."""

    def __init__(self, snoozes: Iterable[Snooze], today: date) -> None:
        self._dismissed = {snooze.alert for snooze in snoozes if snooze.until is None}
        self._snoozed = {
            _kind_of(snooze.alert)
            for snooze in snoozes
            if snooze.until is not None and today < snooze.until
        }

    def hides(self, alert: Alert) -> bool:
        return alert.id in self._dismissed or _kind_of(alert.id) in self._snoozed


def _kind_of(alert_id: str) -> str:
    """`ask:12:p3` is of the kind `ask:12`: asking someone later means for every reason."""
    return ":".join(alert_id.split(":")[:2])


def _one_of_a_kind(alerts: Iterable[Alert]) -> list[Alert]:
    """The most pressing alert of each action for each person; a held one only without another."""
    best: dict[tuple[int | None, Action], Alert] = {}
    for alert in alerts:
        present = best.get((alert.contact_id, alert.action))
        if present is None or (bool(alert.held), rank(alert)) < (
            bool(present.held),
            rank(present),
        ):
            best[alert.contact_id, alert.action] = alert
    return list(best.values())


def _in_order(alerts: list[Alert]) -> tuple[Alert, ...]:
    """By band, then by rank. Bands: first matters, second ones, quiet old ones, hints.

    A meeting is a matter of its own: its day does not wait for what else there is with them.
    """
    seen: set[int | None] = set()
    banded = []
    for alert in sorted(alerts, key=rank):
        is_second = False
        if alert.contact_id is not None and alert.action is not Action.LOOK:
            is_second = alert.contact_id in seen
            seen.add(alert.contact_id)
        band = 3 if alert.is_hint else 2 if alert.is_quiet else int(is_second)
        banded.append((band, alert))
    return tuple(alert for _, alert in sorted(banded, key=lambda entry: entry[0]))


def today_lines(
    alerts: Sequence[Alert], most: int = 7, held: Sequence[Alert] = ()
) -> tuple[tuple[Alert, ...], str]:
    """The alerts that are shown, and what is held back in words ("and 18 older debts").

    The words take a line themselves: shown alerts and words are `most` lines together.
    """
    asks_held = _asks_among(held)
    shown = _shown(alerts, most)
    if asks_held or len(shown) < len(alerts):
        shown = _shown(alerts, max(1, most - 1))
    seen = {alert.id for alert in shown}
    return shown, held_back_words([alert for alert in alerts if alert.id not in seen], held)


_DEBTS = (Action.WRITE, Action.ANSWER, Action.DELIVER)


def held_back_words(left: Sequence[Alert], held: Sequence[Alert] = ()) -> str:
    """What is not shown, counted (`left`), and the asks that restraint holds, with its reason."""
    older = sum(alert.old and alert.action in _DEBTS for alert in left)
    more = len(left) - older
    parts = [f"{more} more"] if more else []
    parts += [count_of(older, "older debt")] if older else []
    words = f"and {' and '.join(parts)}" if parts else ""
    if asks := _asks_among(held):
        waiting = f"{count_of(len(asks), 'ask')} on hold: {asks[0].held}"
        words = f"{words}; {waiting}" if words else waiting
    return words


def _asks_among(held: Sequence[Alert]) -> list[Alert]:
    return [alert for alert in held if alert.action in (Action.ASK, Action.CHECK_LEAD)]


def _shown(alerts: Sequence[Alert], most: int) -> tuple[Alert, ...]:
    shown: list[Alert] = []
    old = 0
    for alert in alerts:
        if len(shown) == most:
            break
        if alert.old and old == OLD_LINES:
            continue
        old += alert.old
        shown.append(alert)
    return tuple(shown)


def in_short(alerts: Sequence[Alert]) -> str:
    """One line for a shell prompt: "3 today: write John Silva"; '' when no one waits."""
    waiting = without_hints(alerts)
    if not waiting:
        return ""
    first = waiting[0]
    return f"{len(alerts)} today: {first.action.value} {first.contact or first.why}"


def without_hints(alerts: Sequence[Alert]) -> tuple[Alert, ...]:
    """Those that someone waits for."""
    return tuple(alert for alert in alerts if not alert.is_hint)
