"""What keys do with the alert at the cursor: it is put off, for a day or for longer."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from recco_tui.core.cleaning import capitalized
from recco_tui.core.snoozing import after_due
from recco_tui.ui import dialogs
from recco_tui.ui.actions.verb import Verb
from recco_tui.ui.screen import ReccoScreen

if TYPE_CHECKING:
    from recco_tui.core.agenda import Alert


_ANOTHER_DAY = -1
"""Chosen instead of a number of days."""


def snooze(screen: ReccoScreen) -> None:
    """Until tomorrow; it is said when that is past the day on which it is due."""
    alert = _alert_or_say(screen)
    if alert is None:
        return
    until = screen.ledger.day + timedelta(days=screen.ledger.settings.policy.snooze_short_days)
    late = _late_words(alert, until, screen.ledger.day)
    screen.attempt(
        lambda: screen.ledger.today.snooze_until(alert, until),
        "Snooze",
        (lambda _: screen.say(late)) if late else None,
    )


async def snooze_longer(screen: ReccoScreen) -> None:
    """Ask for how long; next week begins on the day that the settings say."""
    alert = _alert_or_say(screen)
    if alert is None:
        return
    policy, day = screen.ledger.settings.policy, screen.ledger.day
    to_monday = 7 - (day.weekday() - policy.first_weekday) % 7
    monday = day + timedelta(days=to_monday)
    choices = [
        dialogs.Choice("1", "a day", policy.snooze_short_days, ""),
        dialogs.Choice("3", f"{policy.snooze_long_days} days", policy.snooze_long_days, ""),
        dialogs.Choice("w", "next week", to_monday, f"{monday:%a} {monday.day} {monday:%b}"),
        dialogs.Choice("d", "another day …", _ANOTHER_DAY, "Friday, Dec 4, in 2 weeks"),
    ]
    days = await screen.app.push_screen_wait(dialogs.ChoiceDialog("Snooze", alert.why, choices))
    if days is None:
        return
    until: date | None = day + timedelta(days=days)
    if days == _ANOTHER_DAY:
        dialog = dialogs.DayDialog("Snooze until when?", day, earliest=day + timedelta(days=1))
        until = await screen.app.push_screen_wait(dialog)
    if until is not None:
        chosen = until
        await screen.attempt_and_wait(
            lambda: screen.ledger.today.snooze_until(alert, chosen),
            "Snooze",
            lambda _: _late_words(alert, chosen, day),
        )


def _late_words(alert: "Alert", until: date, today: date) -> str:
    late = after_due(alert, until, today)
    return capitalized(f"{late}.") if late else ""


def _alert_or_say(screen: ReccoScreen) -> "Alert | None":
    alert = screen.alert()
    if alert is None:
        screen.say("No alert here to snooze.")
    return alert


SNOOZE = Verb("alert.snooze", "z", "Snooze", "Hide this alert until tomorrow.", snooze)
SNOOZE_LONGER = Verb(
    "alert.snooze_longer",
    "Z",
    "Snooze longer",
    "Hide this alert for some days, or until a day you pick.",
    snooze_longer,
)
